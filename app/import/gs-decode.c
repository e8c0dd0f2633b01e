/* gs-decode.c: bytes in whatever encoding, UTF-8 out.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-decode.h"

#include <errno.h>
#include <string.h>

#include <uchardet.h>

#include "gs-charset.h"

#define REPLACEMENT "\xef\xbf\xbd"
/* How much of the beginning decides. */
#define SAMPLE_WIDE 4096
#define SAMPLE_DECLARATION 4096
#define SAMPLE_GUESS (256 * 1024)

/* What pages say against what they mean, as browsers read them; UTF-7 is an
 * attack and nothing else. */
static const struct
{
  const char *label;
  const char *charset;
} labels[] = {
  { "ascii", "WINDOWS-1252" },
  { "us-ascii", "WINDOWS-1252" },
  { "iso-8859-1", "WINDOWS-1252" },
  { "iso8859-1", "WINDOWS-1252" },
  { "latin1", "WINDOWS-1252" },
  { "iso-8859-9", "WINDOWS-1254" },
  { "iso-8859-11", "WINDOWS-874" },
  { "tis-620", "WINDOWS-874" },
  { "gb2312", "GB18030" },
  { "gbk", "GB18030" },
  { "x-gbk", "GB18030" },
  { "big5", "BIG5-HKSCS" },
  { "shift_jis", "CP932" },
  { "shift-jis", "CP932" },
  { "sjis", "CP932" },
  { "x-sjis", "CP932" },
  { "euc-kr", "CP949" },
  { "ks_c_5601-1987", "CP949" },
  { "x-cp1250", "WINDOWS-1250" },
  { "x-cp1251", "WINDOWS-1251" },
  { "x-cp1252", "WINDOWS-1252" },
  { "unicode-1-1-utf-8", "UTF-8" },
  { "utf8", "UTF-8" },
  { "utf-16", "UTF-8" },
  { "utf-16le", "UTF-8" },
  { "utf-16be", "UTF-8" },
  { "utf-7", NULL },
  { "unicode-1-1-utf-7", NULL },
  { "x-user-defined", NULL },
};

/**
 * gs_decoded_clear:
 * @decoded: what gs_decode() filled
 *
 * Frees the text, not @decoded itself.
 */
void
gs_decoded_clear (GsDecoded *decoded)
{
  g_clear_pointer (&decoded->text, g_free);
  decoded->length = 0;
}

/* The byte order mark's encoding and length. UTF-32 first: its little-endian
 * mark begins with that of UTF-16. */
static const char *
charset_of_mark (const guint8 *data, gsize length, gsize *mark)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    const char *charset;
  } marks[] = {
    { "\xff\xfe\0\0", 4, "UTF-32LE" }, { "\0\0\xfe\xff", 4, "UTF-32BE" }, { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\xff\xfe", 2, "UTF-16LE" },     { "\xfe\xff", 2, "UTF-16BE" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (length >= marks[i].length && memcmp (data, marks[i].bytes, marks[i].length) == 0)
        {
          *mark = marks[i].length;
          return marks[i].charset;
        }
    }

  *mark = 0;
  return NULL;
}

/* Without a mark: in UTF-16 text every second byte is the upper half of a
 * character and small, in UTF-32 three of four; in nothing else. */
static const char *
charset_of_pattern (const guint8 *data, gsize length)
{
  gsize sample = MIN (length, SAMPLE_WIDE) & ~(gsize) 3;
  gsize small[4] = { 0 };
  gsize zero[4] = { 0 };
  gsize each;

  /* Even where no letter has a zero byte, the blanks between them have. */
  if (sample < 16 || memchr (data, 0, sample) == NULL)
    return NULL;

  for (gsize i = 0; i < sample; i++)
    {
      small[i & 3] += data[i] < 0x09 || (data[i] > 0x0d && data[i] < 0x20);
      zero[i & 3] += data[i] == 0;
    }

  each = sample / 4;
  if (zero[3] == each && zero[2] * 10 >= each * 9 && zero[0] * 20 <= each)
    return "UTF-32LE";
  if (zero[0] == each && zero[1] * 10 >= each * 9 && zero[3] * 20 <= each)
    return "UTF-32BE";
  if ((small[1] + small[3]) * 10 >= each * 2 * 7 && (zero[0] + zero[2]) * 20 <= each * 2
      && (small[0] + small[2]) * 10 <= each * 2 * 4)
    return "UTF-16LE";
  if ((small[0] + small[2]) * 10 >= each * 2 * 7 && (zero[1] + zero[3]) * 20 <= each * 2
      && (small[1] + small[3]) * 10 <= each * 2 * 4)
    return "UTF-16BE";

  return NULL;
}

/**
 * gs_decode_wide:
 * @data: bytes
 * @length: how many
 *
 * Returns: (transfer none) (nullable): the encoding's name where the bytes are UTF-16
 *   or UTF-32, with or without a byte order mark; static
 */
const char *
gs_decode_wide (const guint8 *data, gsize length)
{
  gsize mark;
  const char *charset = charset_of_mark (data, length, &mark);

  if (charset == NULL)
    charset = charset_of_pattern (data, length);

  return charset != NULL && g_str_equal (charset, "UTF-8") ? NULL : charset;
}

/* What <meta charset>, <meta http-equiv> or an XML declaration says. */
static char *
declared_label (const guint8 *data, gsize length)
{
  g_autofree char *head = g_ascii_strdown ((const char *) data, MIN (length, SAMPLE_DECLARATION));
  const char *at = head;

  g_strcanon (head, "abcdefghijklmnopqrstuvwxyz0123456789_-=\"'<>?!/;: ", ' ');
  while (*at != '\0')
    {
      const char *meta = strstr (at, "<meta");
      const char *xml = at == head ? strstr (at, "<?xml") : NULL;
      const char *tag = xml != NULL && (meta == NULL || xml < meta) ? xml : meta;
      const char *end = tag != NULL ? strchr (tag, '>') : NULL;
      const char *key;
      gsize n;

      if (end == NULL)
        return NULL;

      key = g_strstr_len (tag, end - tag, tag == xml ? "encoding" : "charset");
      if (key != NULL)
        {
          key += strcspn (key, "= >");
          key += strspn (key, "=\"' ");
          n = strspn (key, "abcdefghijklmnopqrstuvwxyz0123456789_-:");
          if (n > 0 && n < 40)
            return g_strndup (key, n);
        }
      at = end;
    }

  return NULL;
}

static const char *
charset_of_label (const char *label)
{
  GIConv converter;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      if (g_str_equal (labels[i].label, label))
        return labels[i].charset;
    }

  converter = g_iconv_open ("UTF-8", label);
  if (converter == (GIConv) -1)
    return NULL;
  g_iconv_close (converter);

  return g_intern_string (label);
}

/* UTF-8 with a few broken bytes is still UTF-8: text from another encoding
 * has almost no valid sequences. */
static gboolean
is_nearly_utf8 (const guint8 *data, gsize length)
{
  const char *at = (const char *) data;
  const char *end = at + MIN (length, SAMPLE_GUESS);
  gsize broken = 0;
  gsize sequences = 0;

  while (at < end)
    {
      const char *stop;

      g_utf8_validate_len (at, end - at, &stop);
      for (; at < stop; at++)
        sequences += (guchar) *at >= 0xc0;
      if (at < end)
        broken += *at++ != '\0';
    }

  return broken == 0 || sequences > 4 * broken;
}

static const char *
guess_charset (const guint8 *data, gsize length)
{
  uchardet_t detector = uchardet_new ();
  gsize sample = MIN (length, SAMPLE_GUESS);
  gboolean c1 = FALSE;
  const char *guess = NULL;

  if (uchardet_handle_data (detector, (const char *) data, sample) == 0)
    {
      g_autofree char *label = NULL;

      uchardet_data_end (detector);
      label = g_ascii_strdown (uchardet_get_charset (detector), -1);
      if (*label != '\0')
        guess = charset_of_label (label);
    }
  uchardet_delete (detector);

  for (gsize i = 0; i < sample && !c1; i++)
    c1 = data[i] >= 0x80 && data[i] <= 0x9f;

  /* Nobody writes C1 control characters; they are Windows' quotation marks. */
  if (guess == NULL || (c1 && g_ascii_strncasecmp (guess, "iso-8859-1", 10) == 0))
    guess = "WINDOWS-1252";
  else if (c1 && g_ascii_strcasecmp (guess, "iso-8859-2") == 0)
    guess = "WINDOWS-1250";

  return gs_charset_settle (data, length, guess);
}

/* The one encoding in use that looks like ASCII and is not. */
static gboolean
is_shifted (const guint8 *data, gsize length)
{
  const guint8 *escape = memchr (data, 0x1b, length);

  return escape != NULL && data + length - escape > 2 && escape[1] == '$' && (escape[2] == 'B' || escape[2] == '@');
}

/* @valid: (out): whether the bytes are known to be valid UTF-8 */
static const char *
choose_charset (const guint8 *data, gsize length, const char *said, gboolean *valid)
{
  const char *charset = charset_of_pattern (data, length);
  g_autofree char *label = NULL;

  if (charset != NULL)
    return charset;
  *valid = g_utf8_validate_len ((const char *) data, length, NULL);
  if (*valid)
    return is_shifted (data, length) ? "ISO-2022-JP" : "UTF-8";

  label = said != NULL ? g_ascii_strdown (said, -1) : declared_label (data, length);
  if (label != NULL)
    charset = charset_of_label (label);
  if (charset != NULL && !g_str_equal (charset, "UTF-8"))
    return charset;
  if (is_nearly_utf8 (data, length))
    return "UTF-8";

  return guess_charset (data, length);
}

/* Through iconv; a byte (or unit) it cannot read is skipped and counted. */
static GString *
convert (const guint8 *data, gsize length, const char *charset, guint64 *replaced)
{
  gsize unit = g_str_has_prefix (charset, "UTF-32") ? 4 : g_str_has_prefix (charset, "UTF-16") ? 2 : 1;
  GIConv converter = g_iconv_open ("UTF-8", charset);
  GString *out = g_string_sized_new (length + length / 4 + 16);
  char *in = (char *) data;
  gsize left = length;
  char buffer[16384];

  while (left > 0)
    {
      char *to = buffer;
      gsize room = sizeof buffer;
      gsize result = g_iconv (converter, &in, &left, &to, &room);
      int why = errno;

      g_string_append_len (out, buffer, to - buffer);
      if (result == (gsize) -1 && why != E2BIG)
        {
          gsize skip = MIN (unit, left);

          g_string_append (out, REPLACEMENT);
          (*replaced)++;
          in += skip;
          left -= skip;
          g_iconv (converter, NULL, NULL, NULL, NULL);
        }
    }
  g_iconv_close (converter);

  return out;
}

static GString *
repair_utf8 (const guint8 *data, gsize length, guint64 *replaced)
{
  GString *out = g_string_sized_new (length + 16);
  const char *at = (const char *) data;
  const char *end = at + length;

  while (at < end)
    {
      const char *stop;

      g_utf8_validate_len (at, end - at, &stop);
      g_string_append_len (out, at, stop - at);
      at = stop;
      /* g_utf8_validate_len() stops at NUL, which is for normalise(). */
      if (at < end && *at == '\0')
        {
          g_string_append_c (out, *at++);
        }
      else if (at < end)
        {
          g_string_append (out, REPLACEMENT);
          (*replaced)++;
          at++;
        }
    }

  return out;
}

/* Some of iconv's tables lead to surrogates, or past the last code point. */
static GString *
convert_and_check (const guint8 *data, gsize length, const char *charset, guint64 *replaced)
{
  GString *text = convert (data, length, charset, replaced);
  GString *repaired;

  if (g_utf8_validate_len (text->str, text->len, NULL))
    return text;

  repaired = repair_utf8 ((const guint8 *) text->str, text->len, replaced);
  g_string_free (text, TRUE);

  return repaired;
}

/* U+FFFE and U+FFFF: valid in UTF-8, not in XML. */
static gboolean
is_noncharacter (const guint8 *at, const guint8 *end)
{
  return end - at >= 3 && at[0] == 0xef && at[1] == 0xbf && at[2] >= 0xbe;
}

/* Where the first byte stands that cannot stay as it is; @end for none. */
static const guint8 *
skip_clean (const guint8 *at, const guint8 *end)
{
  for (; at < end; at++)
    {
      if (G_UNLIKELY (*at < 0x20 && *at != '\n' && *at != '\t'))
        return at;
      if (G_UNLIKELY (*at == 0xef && is_noncharacter (at, end)))
        return at;
    }

  return end;
}

/* Line ends and what XML could not carry. */
static GString *
normalise (GString *text, guint64 *replaced)
{
  const guint8 *at = (const guint8 *) text->str;
  const guint8 *end = at + text->len;
  const guint8 *clean = skip_clean (at, end);
  GString *out;

  if (clean == end)
    return text;

  out = g_string_sized_new (text->len + 16);
  while (at < end)
    {
      g_string_append_len (out, (const char *) at, clean - at);
      at = clean;
      if (at == end)
        break;
      if (*at == '\r' || *at == '\v' || *at == '\f')
        {
          if (*at == '\r' && at + 1 < end && at[1] == '\n')
            at++;
          g_string_append_c (out, '\n');
        }
      else
        {
          g_string_append (out, REPLACEMENT);
          (*replaced)++;
          at += *at == 0xef ? 2 : 0;
        }
      at++;
      clean = skip_clean (at, end);
    }
  g_string_free (text, TRUE);

  return out;
}

/**
 * gs_decode:
 * @data: bytes
 * @length: how many
 * @decoded: (out caller-allocates): the text; clear with gs_decoded_clear()
 *
 * Never fails: what cannot be read becomes U+FFFD and is counted. A byte
 * order mark goes; CR, VT and FF become line ends; what XML could not carry
 * (control characters, noncharacters) becomes U+FFFD. Every other character
 * stays, so that offsets into a plain text are offsets into the file.
 *
 * The order of belief: byte order mark, pattern of zero bytes, valid UTF-8,
 * what HTML or XML declares, nearly valid UTF-8, a guess from the bytes.
 */
void
gs_decode (const guint8 *data, gsize length, GsDecoded *decoded)
{
  gs_decode_said (data, length, NULL, decoded);
}

/**
 * gs_decode_said:
 * @data: bytes
 * @length: how many
 * @said: (nullable): the encoding that is said of the bytes by what they came with
 * @decoded: (out caller-allocates): the text; clear with gs_decoded_clear()
 *
 * As gs_decode(); @said is believed in place of what HTML or XML declares.
 */
void
gs_decode_said (const guint8 *data, gsize length, const char *said, GsDecoded *decoded)
{
  gsize mark;
  const char *charset;
  guint64 replaced = 0;
  gboolean valid = FALSE;
  GString *text;

  /* No bytes may be nowhere. */
  data = data != NULL ? data : (const guint8 *) "";
  charset = charset_of_mark (data, length, &mark);
  data += mark;
  length -= mark;
  if (charset == NULL)
    charset = choose_charset (data, length, said, &valid);

  if (!g_str_equal (charset, "UTF-8"))
    text = convert_and_check (data, length, charset, &replaced);
  else if (valid || g_utf8_validate_len ((const char *) data, length, NULL))
    text = g_string_new_len ((const char *) data, length);
  else
    text = repair_utf8 (data, length, &replaced);

  text = normalise (text, &replaced);
  decoded->length = text->len;
  decoded->text = g_string_free (text, FALSE);
  decoded->charset = charset;
  decoded->replaced = replaced;
}
