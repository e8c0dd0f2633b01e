/* gs-columns.c: articles out of named columns.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-columns.h"

#include <string.h>

#define MAX_NAME_BYTES 60

/* Names as they are told apart: small letters and digits alone. */
static const struct
{
  GsColumn column;
  const char *names;
} columns[] = {
  { GS_COLUMN_TITLE, " title headline heading titel kop krantenkop schlagzeile überschrift titre titulo titolo " },
  { GS_COLUMN_TEXT, " text fulltext body content articletext articlebody maintext plaintext tekst volledigetekst "
                    "inhoud inhalt volltext artikeltext texte texto testo story " },
  { GS_COLUMN_URL, " url link uri address canonicalurl articleurl sourceurl permalink webaddress adres adresse " },
  { GS_COLUMN_DATE, " date published publicationdate publisheddate publishdate pubdate datepublished publishedat "
                    "publicatiedatum datum erscheinungsdatum veröffentlicht fecha data " },
  { GS_COLUMN_LANGUAGE, " language lang languagecode taal sprache langue idioma lingua " },
  { GS_COLUMN_PUBLISHER, " publisher outlet source sourcename sitename site medium newspaper publication uitgever "
                         "krant bron quelle herausgeber zeitung journal " },
  { GS_COLUMN_AUTHOR, " author authors byline creator writer auteur auteurs autor autoren verfasser " },
};

/**
 * gs_column_named:
 * @name: what a column is called, in English, Dutch, German and some other languages;
 *   case, blanks, hyphens and underscores are nothing
 *
 * Returns: what it is to an article
 */
GsColumn
gs_column_named (const char *name)
{
  g_autofree char *folded = NULL;
  g_autoptr (GString) bare = g_string_new (" ");

  if (strlen (name) > MAX_NAME_BYTES)
    return GS_COLUMN_OTHER;

  folded = g_utf8_strdown (name, -1);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isalnum (g_utf8_get_char (at)))
        g_string_append_unichar (bare, g_utf8_get_char (at));
    }
  if (bare->len == 1)
    return GS_COLUMN_OTHER;

  g_string_append_c (bare, ' ');
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (strstr (columns[i].names, bare->str) != NULL)
        return columns[i].column;
    }

  return GS_COLUMN_OTHER;
}

/* Days, and months and years where that is all that is said. */
static void
set_date (GsArticleRecord *article, const char *value)
{
  g_autofree char *date = gs_intake_clean (value);
  gsize length = date != NULL ? strlen (date) : 0;

  if (length == 4 || length == 7)
    {
      gboolean whole = date[strspn (date, "0123456789")] == '\0';
      gboolean month = length == 7 && date[4] == '-' && strspn (date, "0123456789") == 4
                       && strspn (date + 5, "0123456789") == 2 && atoi (date + 5) >= 1 && atoi (date + 5) <= 12;

      if ((length == 4 && whole) || month)
        {
          article->published_lo = g_strdup (date);
          article->published_hi = g_strdup (date);
          article->published_basis = GS_BASIS_META;
          return;
        }
    }
  gs_intake_set_day (article, date);
}

/**
 * gs_columns_read:
 * @intake: gets the article, or one more left out where there is no text
 * @values: (array fixed-size=8): texts by #GsColumn, %NULL where there is none
 * @original: the row itself
 * @media_type: of @original
 */
void
gs_columns_read (GsIntake *intake, char **values, GBytes *original, const char *media_type)
{
  g_autoptr (GsDocument) document = gs_document_new ();
  GsArticleRecord *article = document->article;
  g_auto (GsDecoded) decoded = { 0 };
  const char *text = values[GS_COLUMN_TEXT];
  const char *reason = NULL;
  GsFormat format;

  if (text == NULL || *text == '\0')
    {
      intake->left_out++;
      return;
    }

  gs_decode ((const guint8 *) text, strlen (text), &decoded);
  article->title = gs_intake_clean (values[GS_COLUMN_TITLE]);
  article->url = gs_intake_clean (values[GS_COLUMN_URL]);
  article->language = gs_intake_clean (values[GS_COLUMN_LANGUAGE]);
  article->outlet = gs_intake_clean (values[GS_COLUMN_PUBLISHER]);
  article->byline = gs_intake_clean (values[GS_COLUMN_AUTHOR]);
  set_date (article, values[GS_COLUMN_DATE]);

  format = gs_detect_text (decoded.text, decoded.length, &reason);
  if (format != GS_FORMAT_HTML && format != GS_FORMAT_MARKDOWN)
    format = GS_FORMAT_TEXT;
  if (gs_intake_decoded (intake, document, format, &decoded, NULL))
    gs_intake_finish (intake, g_steal_pointer (&document), original, media_type);
  else
    intake->left_out++;
}
