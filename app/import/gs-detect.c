/* gs-detect.c: what a file is, by its content.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-detect.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-columns.h"
#include "gs-decode.h"

#define SAMPLE_BINARY 65536
#define SAMPLE_HTML 2048
#define SAMPLE_ZIP 4096

/* clang-format off */
static const struct
{
  gsize       offset;
  const char *bytes;
  gsize       length;
  const char *what;
} magics[] = {
  { 0, "{\\rtf", 5, N_("an RTF document: save it as DOCX, ODT or PDF first") },
  { 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, N_("an old Office document (Word, Excel, PowerPoint, Outlook): save it as DOCX, ODT or PDF first") },
  { 0, "\x89PNG\r\n\x1a\n", 8, N_("an image (PNG), no text") },
  { 0, "\xff\xd8\xff", 3, N_("an image (JPEG), no text") },
  { 0, "GIF87a", 6, N_("an image (GIF), no text") },
  { 0, "GIF89a", 6, N_("an image (GIF), no text") },
  { 8, "WEBP", 4, N_("an image (WebP), no text") },
  { 0, "II*\0", 4, N_("an image (TIFF), no text") },
  { 0, "MM\0*", 4, N_("an image (TIFF), no text") },
  { 4, "ftypheic", 8, N_("an image (HEIC), no text") },
  { 4, "ftypavif", 8, N_("an image (AVIF), no text") },
  { 4, "ftyp", 4, N_("a video or sound recording, no text") },
  { 0, "\x1a\x45\xdf\xa3", 4, N_("a video or sound recording, no text") },
  { 0, "OggS", 4, N_("a video or sound recording, no text") },
  { 0, "fLaC", 4, N_("a video or sound recording, no text") },
  { 0, "ID3", 3, N_("a video or sound recording, no text") },
  { 8, "WAVEfmt ", 8, N_("a video or sound recording, no text") },
  { 8, "AVI LIST", 8, N_("a video or sound recording, no text") },
  { 0, "\xfd" "7zXZ\0", 6, N_("an xz archive: unpack it first") },
  { 0, "\x28\xb5\x2f\xfd", 4, N_("a Zstandard archive: unpack it first") },
  { 0, "7z\xbc\xaf\x27\x1c", 6, N_("a 7-Zip archive: unpack it first") },
  { 0, "Rar!\x1a\x07", 6, N_("a RAR archive: unpack it first") },
  { 257, "ustar", 5, N_("a tar archive: unpack it first") },
  { 0, "SQLite format 3\0", 16, N_("a database, perhaps a Gainsay workspace, and no article") },
  { 0, "\x7f" "ELF", 4, N_("a program, no text") },
  { 0, "%!PS", 4, N_("a PostScript document: convert it to PDF first") },
  { 0, "AT&TFORM", 8, N_("a DjVu document: convert it to PDF first") },
  { 0, "wOFF", 4, N_("a font, no text") },
  { 0, "wOF2", 4, N_("a font, no text") },
};
/* clang-format on */

/* There are zero bytes in between, so not g_strstr_len(). */
static gboolean
contains (const guint8 *data, gsize length, const char *needle)
{
  gsize n = strlen (needle);
  const guint8 *at = data;
  const guint8 *end = data + length;

  while ((at = memchr (at, needle[0], end - at)) != NULL)
    {
      if ((gsize) (end - at) < n)
        return FALSE;
      if (memcmp (at, needle, n) == 0)
        return TRUE;
      at++;
    }

  return FALSE;
}

/* What a ZIP archive is, its first parts tell. A Word document that has other
 * parts first shows at the end, in the list of parts. */
static GsFormat
zip_format (const guint8 *data, gsize length, const char **reason)
{
  gsize sample = MIN (length, SAMPLE_ZIP);
  const guint8 *tail = data + length - sample;

  if (contains (data, sample, "mimetypeapplication/epub"))
    return GS_FORMAT_EPUB;
  if (contains (data, sample, "mimetypeapplication/vnd.oasis.opendocument.text"))
    return GS_FORMAT_ODT;
  if (contains (data, sample, "word/") || contains (tail, sample, "word/document"))
    return GS_FORMAT_DOCX;

  *reason = _ ("a ZIP archive: unpack it first");
  if (contains (data, sample, "mimetypeapplication/vnd.oasis"))
    *reason = _ ("an OpenDocument file that is no text: a table, a drawing or slides");
  else if (contains (data, sample, "[Content_Types].xml"))
    *reason = _ ("an Office document that is no text (XLSX, PPTX)");

  return GS_FORMAT_REFUSED;
}

static const char *
magic_kind (const guint8 *data, gsize length)
{
  if (length >= 26 && memcmp (data, "BM", 2) == 0 && memcmp (data + 6, "\0\0\0\0", 4) == 0)
    return _ ("an image (BMP), no text");
  if (length >= 10 && memcmp (data, "BZh", 3) == 0 && memcmp (data + 4, "1AY&SY", 6) == 0)
    return _ ("a bzip2 archive: unpack it first");
  if (length >= 1024 && memcmp (data, "MZ", 2) == 0 && memchr (data, 0, 1024) != NULL)
    return _ ("a program, no text");

  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      if (length >= magics[i].offset + magics[i].length
          && memcmp (data + magics[i].offset, magics[i].bytes, magics[i].length) == 0)
        return _ (magics[i].what);
    }

  return NULL;
}

/* Past leading blanks and byte order mark. */
static const char *
first_word (const char *text, gsize length)
{
  gsize skip = 0;

  if (length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0)
    skip = 3;
  while (skip < length && g_ascii_isspace (text[skip]))
    skip++;

  return text + skip;
}

static char *
lower_head (const char *text, gsize length)
{
  const char *first = first_word (text, length);

  return g_ascii_strdown (first, MIN (length - (gsize) (first - text), SAMPLE_HTML));
}

static gboolean
begins_tag (const char *at, const char *name)
{
  gsize n = strlen (name);

  return *at == '<' && strncmp (at + 1, name, n) == 0 && !g_ascii_isalnum (at[n + 1]);
}

static gboolean
looks_like_html (const char *text, gsize length)
{
  static const char *const openers[] = { "!doctype html", "html",    "head",    "body",      "title",  "meta", "p",
                                         "div",           "article", "section", "main",      "h1",     "h2",   "table",
                                         "script",        "style",   "span",    "a",         "b",      "i",    "em",
                                         "strong",        "ul",      "ol",      "br",        "center", "font", "link",
                                         "header",        "nav",     "figure",  "blockquote" };
  g_autofree char *head = NULL;
  const char *at = first_word (text, length);

  if (at == text + length || *at != '<')
    return FALSE;

  head = lower_head (text, length);
  at = head;
  /* Comments, XML declarations and other doctypes may come first. */
  while (*at != '\0')
    {
      const char *close = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (openers); i++)
        {
          if (begins_tag (at, openers[i]))
            return TRUE;
        }
      if (g_str_has_prefix (at, "<!--"))
        close = strstr (at, "-->");
      else if (g_str_has_prefix (at, "<?"))
        close = strstr (at, "?>");
      else if (g_str_has_prefix (at, "<!doctype"))
        return strstr (at, "<html") != NULL;
      if (close == NULL)
        return FALSE;
      at = close + (*close == '-' ? 3 : 2);
      at += strspn (at, " \t\r\n");
    }

  return FALSE;
}

static gboolean
is_binary (const guint8 *data, gsize length)
{
  gsize sample = MIN (length, SAMPLE_BINARY);
  gsize controls = 0;

  for (gsize i = 0; i < sample; i++)
    controls += data[i] < 0x09 || (data[i] > 0x0d && data[i] < 0x1b) || (data[i] > 0x1b && data[i] < 0x20);

  return controls > 2 && controls * 33 > sample;
}

/**
 * gs_detect_bytes:
 * @data: the file's bytes
 * @length: how many
 * @reason: (out) (transfer none): for %GS_FORMAT_REFUSED, what it is instead,
 *   translated; static
 *
 * Returns: the format; %GS_FORMAT_TEXT means: decode it, then ask gs_detect_text()
 */
GsFormat
gs_detect_bytes (const guint8 *data, gsize length, const char **reason)
{
  if (gs_decode_wide (data, length) != NULL)
    return GS_FORMAT_TEXT;

  if (length >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    return zip_format (data, length, reason);

  if (length >= 3 && memcmp (data, "\x1f\x8b\x08", 3) == 0)
    return GS_FORMAT_GZIP;
  if (length >= 7 && memcmp (data, "WARC/1.", 7) == 0)
    return GS_FORMAT_WARC;
  if (length >= 5 && memcmp (data, "%PDF-", 5) == 0)
    return GS_FORMAT_PDF;

  *reason = magic_kind (data, length);
  if (*reason != NULL)
    return GS_FORMAT_REFUSED;
  if (looks_like_html ((const char *) data, length))
    return GS_FORMAT_HTML;
  if (is_binary (data, length))
    {
      *reason = _ ("binary data, no text");
      return GS_FORMAT_REFUSED;
    }

  return gs_detect_mail (data, length);
}

static gboolean
looks_like_xml (const char *head)
{
  const char *end = strchr (head, '>');

  return g_str_has_prefix (head, "<?xml") || g_str_has_prefix (head, "<!doctype") || g_str_has_prefix (head, "<!entity")
         || (head[0] == '<' && end != NULL && g_strstr_len (head, end - head, " xmlns") != NULL);
}

/* By the first element, past declarations and comments; in lower case. */
static GsFormat
xml_format (const char *head)
{
  static const struct
  {
    const char *name;
    GsFormat format;
  } roots[] = {
    { "nitf", GS_FORMAT_NEWS },     { "newsml", GS_FORMAT_NEWS }, { "newsmessage", GS_FORMAT_NEWS },
    { "newsitem", GS_FORMAT_NEWS }, { "rss", GS_FORMAT_FEED },    { "feed", GS_FORMAT_FEED },
    { "rdf", GS_FORMAT_FEED },
  };
  const char *at = head;
  const char *colon;
  gsize n;

  while (at != NULL && at[0] == '<' && (at[1] == '?' || at[1] == '!'))
    {
      gboolean comment = g_str_has_prefix (at, "<!--");

      at = strstr (at, comment ? "-->" : ">");
      at = at != NULL ? strchr (at, '<') : NULL;
    }
  if (at == NULL || at[0] != '<')
    return GS_FORMAT_REFUSED;

  at++;
  n = strcspn (at, " \t\n/>");
  colon = memchr (at, ':', n);
  if (colon != NULL)
    {
      n -= (gsize) (colon + 1 - at);
      at = colon + 1;
    }
  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      if (strlen (roots[i].name) == n && strncmp (at, roots[i].name, n) == 0)
        return roots[i].format;
    }

  return GS_FORMAT_REFUSED;
}

static gboolean
looks_like_json (const char *head, const char *text, gsize length)
{
  gsize after;

  if (*head == '\0')
    return FALSE;

  after = strspn (head + 1, " \t\n") + 1;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (length < 2)
    return FALSE;
  if (head[0] == '{')
    return text[length - 1] == '}' && (head[after] == '"' || head[after] == '}');

  return head[0] == '[' && text[length - 1] == ']' && (head[after] == '{' || head[after] == '"' || head[after] == '[');
}

static gboolean
looks_like_markdown (const char *text, gsize length)
{
  gsize sample = MIN (length, SAMPLE_BINARY);

  if (memchr (text, '#', sample) == NULL)
    return FALSE;

  if (length > 2 && text[0] == '#' && (text[1] == ' ' || (text[1] == '#' && text[2] == ' ')))
    return TRUE;

  return g_strstr_len (text, sample, "\n## ") != NULL
         || (g_strstr_len (text, sample, "\n# ") != NULL && g_strstr_len (text, sample, "](http") != NULL);
}

/**
 * gs_detect_text:
 * @text: UTF-8
 * @length: bytes
 * @reason: (out) (transfer none): for %GS_FORMAT_REFUSED, what it is instead,
 *   translated; static
 *
 * Returns: HTML, Markdown or plain text; %GS_FORMAT_REFUSED for data that is text in
 *   form only
 */
GsFormat
gs_detect_text (const char *text, gsize length, const char **reason)
{
  g_autofree char *head = NULL;

  if (looks_like_html (text, length))
    return GS_FORMAT_HTML;

  head = lower_head (text, length);
  *reason = NULL;
  if (xml_format (head) != GS_FORMAT_REFUSED)
    return xml_format (head);
  if (*head == '{' && gs_json_lines_sniff (text, length))
    return GS_FORMAT_JSON_LINES;
  if (looks_like_xml (head))
    *reason = _ ("an XML document of a kind that is not supported");
  else if (looks_like_json (head, text, length))
    *reason = _ ("JSON data of a kind that is not supported");
  if (*reason != NULL)
    return GS_FORMAT_REFUSED;

  if (gs_csv_sniff (text, length))
    return GS_FORMAT_CSV;

  return looks_like_markdown (text, length) ? GS_FORMAT_MARKDOWN : GS_FORMAT_TEXT;
}
