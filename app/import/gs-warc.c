/* gs-warc.c: web archives.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-warc.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-http.h"
#include "gs-inflate.h"

typedef struct
{
  const char *header;
  gsize header_length;
  gsize body; /* bytes from the beginning of the archive */
  gsize end;
} Record;

/* The record at or after @at; FALSE after the last. A length beyond the end
 * of the archive ends with it. */
static gboolean
next_record (const char *data, gsize length, gsize at, Record *record)
{
  g_autofree char *size = NULL;

  while (at < length && (data[at] == '\r' || data[at] == '\n'))
    at++;
  if (length - at < 8 || memcmp (data + at, "WARC/", 5) != 0)
    return FALSE;

  record->header = data + at;
  record->header_length = gs_http_body (data + at, length - at);
  record->body = at + record->header_length;
  size = gs_http_field (record->header, record->header_length, "Content-Length");
  if (size == NULL)
    return FALSE;
  record->end = record->body + (gsize) MIN (g_ascii_strtoull (size, NULL, 10), (guint64) (length - record->body));

  return TRUE;
}

static gboolean
is_instant (const char *text)
{
  static const char pattern[] = "dddd-dd-ddTdd:dd:ddZ";

  if (strlen (text) != strlen (pattern))
    return FALSE;
  for (guint i = 0; pattern[i] != '\0'; i++)
    {
      if (pattern[i] == 'd' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
        return FALSE;
    }

  return TRUE;
}

static void
set_provenance (GsArticleRecord *article, const Record *record)
{
  g_autofree char *url = gs_http_field (record->header, record->header_length, "WARC-Target-URI");
  g_autofree char *date = gs_http_field (record->header, record->header_length, "WARC-Date");

  if (url != NULL)
    g_strdelimit (url, "<>", ' ');
  article->url = gs_intake_clean (url);
  if (date != NULL && is_instant (date))
    article->retrieved = g_strdup (date);
}

/* (transfer full) (nullable) */
static GBytes *
page_of (GsIntake *intake, const Record *record, GBytes *body)
{
  g_autofree char *kind = gs_http_field (record->header, record->header_length, "WARC-Type");
  g_autofree char *type = gs_http_field (record->header, record->header_length, "Content-Type");

  if (kind != NULL && strcmp (kind, "response") == 0)
    return gs_http_page (body, intake->limits);
  if (kind != NULL && strcmp (kind, "resource") == 0 && gs_http_is_page (type))
    return g_bytes_ref (body);

  return NULL;
}

static void
read_page (GsIntake *intake, const Record *record, GBytes *page)
{
  g_autoptr (GsDocument) document = gs_document_new ();
  g_auto (GsDecoded) decoded = { 0 };
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (page, &length);

  if (length > 0)
    {
      set_provenance (document->article, record);
      gs_decode (data, length, &decoded);
      if (gs_intake_decoded (intake, document, GS_FORMAT_HTML, &decoded, NULL))
        {
          gs_intake_finish (intake, g_steal_pointer (&document), page, "text/html");
          return;
        }
    }
  intake->left_out++;
}

/**
 * gs_warc_read:
 * @intake: gets an article for each HTML page
 * @bytes: a web archive (ISO 28500)
 *
 * Pages are those of every response with status 200 and every resource. Address and
 * instant of retrieval are the record's.
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_warc_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  Record record = { 0 };
  gsize expanded = 0;
  guint n = 0;

  while (next_record (data, length, record.end, &record))
    {
      g_autoptr (GBytes) body = g_bytes_new_from_bytes (bytes, record.body, record.end - record.body);
      g_autoptr (GBytes) page = page_of (intake, &record, body);

      if (page == NULL)
        continue;
      expanded += g_bytes_get_size (page);
      if (expanded > intake->limits->max_expanded)
        {
          g_set_error_literal (error, GS_ERROR, GS_ERROR_LIMIT, _ ("its pages unpacked are larger than the limit"));
          return FALSE;
        }
      if (!gs_intake_may_take (intake, ++n, error))
        return FALSE;
      read_page (intake, &record, page);
    }

  return TRUE;
}

/**
 * gs_gzip_read:
 * @intake: as for gs_warc_read()
 * @bytes: a gzip file; any but a compressed web archive is refused
 *
 * Returns: %FALSE with %GS_ERROR_UNREADABLE or %GS_ERROR_LIMIT
 */
gboolean
gs_gzip_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) whole = gs_inflate (bytes, intake->limits, error);
  gsize length = 0;
  const char *data;

  if (whole == NULL)
    return FALSE;

  data = g_bytes_get_data (whole, &length);
  if (length >= 8 && memcmp (data, "WARC/", 5) == 0)
    return gs_warc_read (intake, whole, error);

  g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("a gzip archive: unpack it first"));

  return FALSE;
}
