/* gs-intake.c: what the readers of all formats share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-intake.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-dates.h"
#include "gs-html.h"
#include "gs-language.h"
#include "gs-plain-text.h"
#include "gs-zones.h"

/* As much as tells the language. */
#define LANGUAGE_BYTES 4000
#define MAX_VALUE_BYTES 2000

/**
 * gs_intake_decoded:
 * @self: an intake
 * @document: gets blocks with kinds, and metadata where it has none yet
 * @format: %GS_FORMAT_TEXT, %GS_FORMAT_MARKDOWN or %GS_FORMAT_HTML
 * @decoded: its text
 *
 * What could not be decoded is told in the article's note.
 *
 * Returns: %FALSE with %GS_ERROR_LIMIT
 */
gboolean
gs_intake_decoded (GsIntake *self, GsDocument *document, GsFormat format, const GsDecoded *decoded, GError **error)
{
  if (decoded->replaced > 0)
    gs_intake_note (document->article, "Characters that could not be read (%s): %" G_GUINT64_FORMAT, decoded->charset,
                    decoded->replaced);
  if (format == GS_FORMAT_HTML)
    return gs_html_read (document, decoded->text, decoded->length, self->limits, error);

  g_string_append_len (document->text, decoded->text, decoded->length);
  gs_plain_text_read (document);
  gs_zones_classify (document);

  return TRUE;
}

/* The language of what the article says, not of the page around it. */
static void
find_language (GsDocument *document)
{
  g_autoptr (GString) body = g_string_new (NULL);
  char *language;

  for (guint i = 0; i < document->blocks->len && body->len < LANGUAGE_BYTES; i++)
    {
      const GsBlock *block = gs_document_block (document, i);

      if (block->kind == GS_ZONE_BOILERPLATE || block->kind == GS_ZONE_CREDIT)
        continue;
      g_string_append_len (body, document->text->str + block->start, MIN (block->end - block->start, LANGUAGE_BYTES));
      g_string_append_c (body, '\n');
    }

  language = gs_language_settle (body->str, body->len, document->article->language);
  g_free (document->article->language);
  document->article->language = language;
}

/**
 * gs_intake_finish:
 * @self: gets the article, or one more left out
 * @document: (transfer full): a document with its blocks
 * @original: the part of the file that it was made of; hashed, and kept where it is not
 *   the text itself
 * @media_type: of @original
 *
 * Returns: %FALSE for a document without blocks, which is left out
 */
gboolean
gs_intake_finish (GsIntake *self, GsDocument *document, GBytes *original, const char *media_type)
{
  GsArticleRecord *article;
  gsize length = 0;
  const char *data = g_bytes_get_data (original, &length);

  if (document->blocks->len == 0)
    {
      self->left_out++;
      gs_document_free (document);
      return FALSE;
    }

  find_language (document);
  article = gs_document_finish (document);
  article->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, original);
  article->media_type = g_strdup (media_type);
  article->extractor = g_strdup (GS_EXTRACTOR);
  if (strlen (article->text) != length || memcmp (article->text, data, length) != 0)
    article->original = g_bytes_ref (original);
  g_ptr_array_add (self->articles, article);

  return TRUE;
}

/**
 * gs_intake_may_take:
 * @self: an intake
 * @n_parts: how many parts there are, the one to read included
 *
 * Returns: whether it may be read; %FALSE with %GS_ERROR_LIMIT
 */
gboolean
gs_intake_may_take (GsIntake *self, guint n_parts, GError **error)
{
  if (n_parts <= self->limits->max_parts)
    return TRUE;

  g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("more parts than the limit of %u"), self->limits->max_parts);

  return FALSE;
}

/**
 * gs_intake_note:
 * @article: gets a line added to its note
 * @format: as for printf(); not translated, for the note is stored
 */
void
gs_intake_note (GsArticleRecord *article, const char *format, ...)
{
  g_autofree char *before = article->note;
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  article->note = before != NULL ? g_strconcat (before, "\n", line, NULL) : g_strdup (line);
}

/**
 * gs_intake_clean:
 * @value: (nullable): metadata from anywhere, in any encoding
 *
 * Returns: (transfer full) (nullable): valid UTF-8 of reasonable length, white space,
 *   control characters and noncharacters made single spaces; %NULL when blank
 */
char *
gs_intake_clean (const char *value)
{
  g_autofree char *valid = NULL;
  GString *out;

  if (value == NULL)
    return NULL;

  valid = g_utf8_make_valid (value, (gssize) MIN (strlen (value), MAX_VALUE_BYTES));
  out = g_string_new (NULL);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_isspace (c) && !g_unichar_iscntrl (c) && (c & 0xfffe) != 0xfffe && (c < 0xfdd0 || c > 0xfdef))
        g_string_append_unichar (out, c);
      else if (out->len > 0 && out->str[out->len - 1] != ' ')
        g_string_append_c (out, ' ');
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, out->len == 0);
}

/**
 * gs_intake_set_day:
 * @article: whose published is filled, unless it has one
 * @instant: (nullable): an instant as a format's metadata has it; anything else is
 *   nothing
 */
void
gs_intake_set_day (GsArticleRecord *article, const char *instant)
{
  g_autofree char *text = gs_intake_clean (instant);
  g_autofree char *day = text != NULL ? gs_dates_day_of (text) : NULL;

  if (day == NULL || article->published_lo != NULL)
    return;
  article->published_lo = g_strdup (day);
  article->published_hi = g_strdup (day);
  article->published_basis = GS_BASIS_META;
}
