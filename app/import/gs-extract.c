/* gs-extract.c: bytes in, article out.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-extract.h"

#include <glib/gi18n-lib.h>

#include "gs-columns.h"
#include "gs-feed.h"
#include "gs-mail.h"
#include "gs-news.h"
#include "gs-office.h"
#include "gs-pdf.h"
#include "gs-warc.h"
#include "gs-intake.h"

const GsExtractLimits gs_extract_limits_default = {
  .max_bytes = 64 * 1024 * 1024,
  .max_depth = 512,
  .max_attributes = 1000,
  .max_expanded = 128 * 1024 * 1024,
  .max_ratio = 200,
  .max_parts = 10000,
};

/* The formats that are no text themselves. Those whose library was not there
 * when this was built have no reader. */
static const struct
{
  GsFormat format;
  GsReadFunc read;
  const char *without;
} readers[] = {
  { GS_FORMAT_MAIL, GS_MAIL_READ, N_ ("an e-mail message: this Gainsay was built without GMime, which reads these") },
  { GS_FORMAT_MBOX, GS_MBOX_READ, N_ ("an e-mail folder: this Gainsay was built without GMime, which reads these") },
  { GS_FORMAT_DOCX, GS_DOCX_READ,
    N_ ("a Word document: this Gainsay was built without libarchive, which opens these") },
  { GS_FORMAT_ODT, GS_ODT_READ,
    N_ ("an OpenDocument text: this Gainsay was built without libarchive, which opens these") },
  { GS_FORMAT_EPUB, GS_EPUB_READ, N_ ("an EPUB book: this Gainsay was built without libarchive, which opens these") },
  { GS_FORMAT_PDF, GS_PDF_READ, N_ ("a PDF document: this Gainsay was built without Poppler, which reads these") },
  { GS_FORMAT_NEWS, gs_news_read, NULL },
  { GS_FORMAT_FEED, gs_feed_read, NULL },
  { GS_FORMAT_CSV, gs_csv_read, NULL },
  { GS_FORMAT_JSON_LINES, gs_json_lines_read, NULL },
  { GS_FORMAT_WARC, gs_warc_read, NULL },
  { GS_FORMAT_GZIP, gs_gzip_read, NULL },
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
    default:
      return "text/plain";
    }
}

static gboolean
refuse (GError **error, const char *reason)
{
  g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, reason);

  return FALSE;
}

/* -1 for text */
static int
find_reader (GsFormat format)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      if (readers[i].format == format)
        return (int) i;
    }

  return -1;
}

static gboolean
read_with (int reader, GsIntake *intake, GBytes *bytes, GError **error)
{
  if (readers[reader].read == NULL)
    return refuse (error, _ (readers[reader].without));

  return readers[reader].read (intake, bytes, error);
}

static gboolean
read_text (GsIntake *intake, GBytes *bytes, GsFormat format, GError **error)
{
  g_autoptr (GsDocument) document = NULL;
  g_auto (GsDecoded) decoded = { 0 };
  const char *reason = NULL;
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  gs_decode_said (data, length, intake->charset, &decoded);
  if (format != GS_FORMAT_HTML)
    format = gs_detect_text (decoded.text, decoded.length, &reason);
  if (format == GS_FORMAT_REFUSED)
    return refuse (error, reason);
  if (find_reader (format) >= 0)
    return read_with (find_reader (format), intake, bytes, error);

  document = gs_document_new ();
  if (!gs_intake_decoded (intake, document, format, &decoded, error))
    return FALSE;
  gs_intake_finish (intake, g_steal_pointer (&document), bytes, media_type (format));

  return TRUE;
}

static gboolean
read_any (GsIntake *intake, GBytes *bytes, GError **error)
{
  const char *reason = NULL;
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  GsFormat format = gs_detect_bytes (data, length, &reason);

  if (format == GS_FORMAT_REFUSED)
    return refuse (error, reason);
  if (find_reader (format) >= 0)
    return read_with (find_reader (format), intake, bytes, error);

  return read_text (intake, bytes, format, error);
}

static gboolean
is_of_size (GBytes *bytes, const GsExtractLimits *limits, GError **error)
{
  gsize length = g_bytes_get_size (bytes);
  g_autofree char *limit = NULL;

  if (length == 0)
    return refuse (error, _ ("the file is empty"));
  if (length <= limits->max_bytes)
    return TRUE;

  limit = g_format_size_full (limits->max_bytes, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, GS_ERROR, GS_ERROR_LIMIT, _ ("larger than the limit of %s"), limit);

  return FALSE;
}

/**
 * gs_extract_all:
 * @bytes: the file, whole
 * @name: (nullable): its name, a hint and nothing more; need not be UTF-8
 * @limits: (nullable)
 *
 * Decides by content what the bytes are, decodes them, and finds text, zones
 * and metadata of every article in them: of one in most files, of several in
 * mailboxes, feeds and web archives. There, what holds no text is left out.
 * Text is valid UTF-8 with "\n" line ends and without NUL.
 *
 * Returns: (transfer full) (element-type GsArticleRecord): at least one article,
 *   each without UUID, with sha256, media_type and extractor set, and original
 *   set only where it is not the text's UTF-8 (of several, each has its own
 *   part of the file as original); or %NULL with GS_ERROR_UNREADABLE or
 *   GS_ERROR_LIMIT, the message being the reason alone, without the file's name
 */
GPtrArray *
gs_extract_all (GBytes *bytes, const char *name, const GsExtractLimits *limits, GError **error)
{
  return gs_extract_answer (bytes, NULL, limits, error);
}

/**
 * gs_extract_answer:
 * @bytes: what a web server answered
 * @charset: (nullable): the encoding that its header names
 * @limits: (nullable): %NULL for the default
 * @error: as for gs_extract_all()
 *
 * Returns: (transfer full) (element-type GsArticleRecord): as gs_extract_all()
 */
GPtrArray *
gs_extract_answer (GBytes *bytes, const char *charset, const GsExtractLimits *limits, GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_article_record_free);
  GsIntake intake = { .limits = limits != NULL ? limits : &gs_extract_limits_default,
                      .articles = articles,
                      .charset = charset };

  if (!is_of_size (bytes, intake.limits, error) || !read_any (&intake, bytes, error))
    return NULL;
  if (articles->len == 0)
    {
      refuse (error, _ ("there is no text in the file"));
      return NULL;
    }
  if (intake.left_out > 0)
    gs_intake_note (articles->pdata[0], "Parts of the file that are no readable article, left out: %u",
                    intake.left_out);

  return g_steal_pointer (&articles);
}

/**
 * gs_extract:
 * @bytes: the file, whole
 * @name: (nullable): its name, a hint and nothing more; need not be UTF-8
 * @limits: (nullable): %NULL for the default
 *
 * Any thread.
 *
 * Returns: (transfer full): the first article of gs_extract_all(), for files that hold
 *   one; or %NULL with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
GsArticleRecord *
gs_extract (GBytes *bytes, const char *name, const GsExtractLimits *limits, GError **error)
{
  g_autoptr (GPtrArray) articles = gs_extract_all (bytes, name, limits, error);

  return articles != NULL ? g_ptr_array_steal_index (articles, 0) : NULL;
}
