/* gs-extract.c: bytes in, article out.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-extract.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-decode.h"
#include "gs-detect.h"
#include "gs-document.h"
#include "gs-html.h"
#include "gs-language.h"
#include "gs-plain-text.h"
#include "gs-zones.h"

/* As much as tells the language. */
#define LANGUAGE_BYTES 4000

const GsExtractLimits gs_extract_limits_default = {
  .max_bytes = 64 * 1024 * 1024,
  .max_depth = 512,
  .max_attributes = 1000,
};

static const char *
media_type (GsFormat format)
{
  switch (format)
    {
    case GS_FORMAT_HTML:
      return "text/html";
    case GS_FORMAT_MARKDOWN:
      return "text/markdown";
    case GS_FORMAT_TEXT:
    case GS_FORMAT_REFUSED:
    default:
      return "text/plain";
    }
}

static GsFormat
detect (const guint8 *data, gsize length, GsDecoded *decoded, GError **error)
{
  const char *reason = NULL;
  GsFormat format = gs_detect_bytes (data, length, &reason);

  if (format != GS_FORMAT_REFUSED)
    {
      gs_decode (data, length, decoded);
      if (format != GS_FORMAT_HTML)
        format = gs_detect_text (decoded->text, decoded->length, &reason);
    }
  if (format == GS_FORMAT_REFUSED)
    g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, reason);

  return format;
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

static gboolean
read_format (GsDocument *document, GsFormat format, GsDecoded *decoded, const GsExtractLimits *limits, GError **error)
{
  if (format == GS_FORMAT_HTML)
    return gs_html_read (document, decoded->text, decoded->length, limits, error);

  g_string_append_len (document->text, decoded->text, decoded->length);
  gs_plain_text_read (document);
  gs_zones_classify (document);

  return TRUE;
}

static void
describe (GsArticleRecord *article, GBytes *bytes, const GsDecoded *decoded, GsFormat format)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  article->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  article->media_type = g_strdup (media_type (format));
  article->extractor = g_strdup (GS_EXTRACTOR);
  if (strlen (article->text) != length || memcmp (article->text, data, length) != 0)
    article->original = g_bytes_ref (bytes);
  /* Stored, so not translated: the same bytes give the same article. */
  if (decoded->replaced > 0)
    article->note = g_strdup_printf ("Characters that could not be read (%s): %" G_GUINT64_FORMAT, decoded->charset,
                                     decoded->replaced);
}

GsArticleRecord *
gs_extract (GBytes *bytes, const char *name, const GsExtractLimits *limits, GError **error)
{
  g_autoptr (GsDocument) document = NULL;
  g_auto (GsDecoded) decoded = { 0 };
  GsArticleRecord *article;
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GsFormat format;

  if (limits == NULL)
    limits = &gs_extract_limits_default;
  if (length == 0)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("the file is empty"));
      return NULL;
    }
  if (length > limits->max_bytes)
    {
      g_autofree char *limit = g_format_size_full (limits->max_bytes, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("larger than the limit of %s"), limit);
      return NULL;
    }

  format = detect (data, length, &decoded, error);
  if (format == GS_FORMAT_REFUSED)
    return NULL;

  document = gs_document_new ();
  if (!read_format (document, format, &decoded, limits, error))
    return NULL;
  if (document->blocks->len == 0)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("there is no text in the file"));
      return NULL;
    }

  find_language (document);
  article = gs_document_finish (g_steal_pointer (&document));
  describe (article, bytes, &decoded, format);

  return article;
}
