/* gs-charset.c: which encoding a text without one is in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Encodings of one byte a character share most of their letters, and a guess
 * from bytes alone mixes up neighbours. So the text is read in each, and asked
 * which language it is in then: Russian read in the wrong encoding has no small
 * words, Polish read as French has letters that no Frenchman writes.
 */

#include "config.h"

#include "gs-charset.h"

#include <string.h>

#include "gs-language.h"

#define SAMPLE_BYTES 16384
#define LEAD_BYTES 400
/* A rarer encoding must fit so much better. */
#define MARGIN 0.08

/* The likelier first. */
static const struct
{
  const char *charset;
  gboolean rare;
} candidates[] = {
  { "WINDOWS-1252", FALSE }, { "WINDOWS-1251", FALSE }, { "WINDOWS-1250", FALSE }, { "KOI8-U", FALSE },
  { "ISO-8859-2", FALSE },   { "WINDOWS-1254", FALSE }, { "WINDOWS-1253", FALSE }, { "WINDOWS-1257", FALSE },
  { "ISO-8859-5", TRUE },    { "IBM866", TRUE },        { "MACINTOSH", TRUE },     { "IBM850", TRUE },
};

/* Letters beyond ASCII that a language writes, in small; "x-y" is a range. */
static const struct
{
  const char *tag;
  const char *letters;
} alphabets[] = {
  { "en", "éèêëïöôçñàáâíóúü" },
  { "nl", "éèêëïîöôçñàáâäíóúûü" },
  { "de", "äöüßéèêàáçñôí" },
  { "fr", "àâæçéèêëîïôœùûüÿ" },
  { "es", "áéíóúüñçàè" },
  { "it", "àèéìíîòóùúç" },
  { "pt", "ãõáéíóúâêôàçü" },
  { "ca", "àçéèíïóòúü" },
  { "sv", "åäöéüáà" },
  { "da", "æøåéüäö" },
  { "no", "æøåéèôòüäö" },
  { "fi", "åäöšžéü" },
  { "is", "áðéíóúýþæö" },
  { "pl", "ąćęłńóśźż" },
  { "cs", "áčďéěíňóřšťúůýž" },
  { "sk", "áäčďéíĺľňóôŕšťúýž" },
  { "hu", "áéíóöőúüű" },
  { "ro", "ăâîșțşţ" },
  { "hr", "čćđšž" },
  { "tr", "çğıöşüâîû" },
  { "lt", "ąčęėįšųūž" },
  { "lv", "āčēģīķļņšūž" },
  { "et", "äöõüšž" },
  { "ru", "а-яё" },
  { "uk", "а-щьюяіїєґ" },
  { "bg", "а-ъьюя" },
  { "sr", "а-шђјљњћџ" },
  { "el", "α-ωάέήίόύώϊϋΐΰ" },
};

static gboolean
has_letter (const char *letters, gunichar c)
{
  gunichar before = 0;

  for (const char *at = letters; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar here = g_utf8_get_char (at);

      if (here == '-')
        {
          at = g_utf8_next_char (at);
          if (c > before && c <= g_utf8_get_char (at))
            return TRUE;
          here = g_utf8_get_char (at);
        }
      if (c == here)
        return TRUE;
      before = here;
    }

  return FALSE;
}

static const char *
alphabet_of (const char *tag)
{
  for (guint i = 0; tag != NULL && i < G_N_ELEMENTS (alphabets); i++)
    {
      if (g_str_equal (alphabets[i].tag, tag))
        return alphabets[i].letters;
    }

  return NULL;
}

/* From −1, nonsense, to 1: every letter is one of the language's and stands
 * where letters stand. */
static double
judge (const char *text, gsize length)
{
  const char *letters = alphabet_of (gs_language_guess (text, length));
  const char *end = text + length;
  gunichar before = ' ';
  guint beyond = 0;
  guint own = 0;
  guint odd = 0;

  for (const char *at = text; at < end; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);
      gboolean inside = g_unichar_isalpha (before) && next < end && g_unichar_isalpha (g_utf8_get_char (next));

      if (c >= 0x80)
        {
          gboolean letter = g_unichar_isalpha (c);

          beyond++;
          own += letter && letters != NULL && has_letter (letters, g_unichar_tolower (c));
          odd += c == 0xfffd || g_unichar_iscntrl (c) || (!letter && inside && c != 0x2019 && c != 0xb7 && c != 0xad)
                 || (letter && g_unichar_isupper (c) && g_unichar_islower (before));
          /* Signs are in no alphabet, and right where no letter would be. */
          own += !letter && !inside && letters != NULL && c >= 0xa0 && c != 0xfffd;
        }
      before = c;
    }

  return beyond > 0 ? ((double) own - (double) odd) / beyond : 0.0;
}

/* What each byte beyond ASCII is; nothing where it is no character of its own. */
static void
make_table (const char *charset, char table[128][8])
{
  GIConv converter = g_iconv_open ("UTF-8", charset);

  for (guint i = 0; i < 128; i++)
    {
      char byte = (char) (0x80 + i);
      char *in = &byte;
      char *out = table[i];
      gsize left = 1;
      gsize room = 7;

      memset (table[i], 0, 8);
      if (converter == (GIConv) -1 || g_iconv (converter, &in, &left, &out, &room) == (gsize) -1 || out == table[i])
        strcpy (table[i], "\xef\xbf\xbd");
      if (converter != (GIConv) -1)
        g_iconv (converter, NULL, NULL, NULL, NULL);
    }
  if (converter != (GIConv) -1)
    g_iconv_close (converter);
}

static double
judge_as (const guint8 *data, gsize length, const char *charset)
{
  g_autoptr (GString) text = g_string_sized_new (length * 2);
  gboolean tag = FALSE;
  char table[128][8];

  make_table (charset, table);
  for (gsize i = 0; i < length; i++)
    {
      tag = data[i] == '<' || (tag && data[i] != '>');
      if (tag)
        continue;
      if (data[i] < 0x80)
        g_string_append_c (text, (char) data[i]);
      else
        g_string_append (text, table[data[i] - 0x80]);
    }

  return judge (text->str, text->len);
}

/* East Asian text has a script of its own, and no other reads as such. */
static gboolean
is_east_asian (const guint8 *data, gsize length, const char *charset)
{
  static const char *const charsets[] = { "GB18030", "BIG5-HKSCS", "BIG5",        "CP932",       "CP949",
                                          "EUC-JP",  "EUC-TW",     "ISO-2022-JP", "ISO-2022-KR", "EUC-KR",
                                          "UHC",     "HZ-GB-2312", NULL };
  g_autofree char *upper = g_ascii_strup (charset, -1);
  g_autofree char *text = NULL;
  const char *tag;
  gsize bytes = 0;

  if (!g_strv_contains (charsets, upper))
    return FALSE;

  while (length > 0 && data[length - 1] >= 0x80)
    length--;
  text = g_convert ((const char *) data, (gssize) length, "UTF-8", charset, NULL, &bytes, NULL);
  tag = text != NULL ? gs_language_guess (text, bytes) : NULL;

  return text == NULL || g_strcmp0 (tag, "zh") == 0 || g_strcmp0 (tag, "ja") == 0 || g_strcmp0 (tag, "ko") == 0;
}

/**
 * gs_charset_settle:
 * @data: text that is not UTF-8
 * @length: bytes
 * @guess: what its bytes look like, as iconv calls it
 *
 * Returns: (transfer none): @guess, or the encoding of one byte a character in which the
 *   text is clearly more of a language; static
 */
const char *
gs_charset_settle (const guint8 *data, gsize length, const char *guess)
{
  const char *best = guess;
  double best_score;
  gsize sample;
  gsize start = 0;

  /* Where the letters are, and not the head of a page. */
  while (start < length && data[start] < 0x80)
    start++;
  start = start > LEAD_BYTES ? start - LEAD_BYTES : 0;
  data += start;
  sample = MIN (length - start, SAMPLE_BYTES);

  if (is_east_asian (data, sample, guess))
    return guess;

  best_score = judge_as (data, sample, guess);
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      double score = judge_as (data, sample, candidates[i].charset) - (candidates[i].rare ? MARGIN : 0.0);

      if (score > best_score + 0.001 || (i == 0 && score > 0.0 && score > best_score - 0.001))
        {
          best = candidates[i].charset;
          best_score = score;
        }
    }

  return best;
}
