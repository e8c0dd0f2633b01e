/* gs-qdpx-read.c: REFI-QDA archives and code books, opened.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-exchange.h"

#include <string.h>

#include "gs-gettext.h"
#include "gs-package.h"
#include "gs-qdpx-project.h"

static gboolean
is_wanted (const char *name)
{
  return g_ascii_strcasecmp (name, "project.qde") == 0
         || (g_ascii_strncasecmp (name, "sources/", 8) == 0 && g_str_has_suffix (name, ".txt"));
}

/**
 * gs_qdpx_read:
 * @in: a REFI-QDA project
 * @sink: what takes the records
 *
 * Returns: whether it was read and fed; otherwise %GS_ERROR_UNREADABLE, %GS_ERROR_LIMIT
 *   or the error of @sink
 */
gboolean
gs_qdpx_read (GInputStream *in, GsReportSink *sink, GError **error)
{
  GsExtractLimits limits = gs_extract_limits_default;
  g_autoptr (GBytes) bytes = gs_exchange_read_all (in, error);
  g_autoptr (GHashTable) parts = NULL;
  g_autoptr (GsQde) qde = NULL;
  GBytes *project;

  limits.max_parts = 65536;
  limits.max_expanded = GS_EXCHANGE_MAX_BYTES;
  parts = bytes != NULL ? gs_package_expand (bytes, is_wanted, &limits, error) : NULL;
  if (parts == NULL)
    return FALSE;

  project = g_hash_table_lookup (parts, "project.qde");
  project = project != NULL ? project : g_hash_table_lookup (parts, "Project.qde");
  if (project == NULL)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE, _ ("the archive holds no project.qde"));
      return FALSE;
    }

  qde = gs_qde_parse (project, error);

  return qde != NULL && gs_qdpx_project_feed (qde, parts, sink, error);
}

/* Bytes may hold NUL. */
static gboolean
holds (const char *data, gsize length, const char *text)
{
  const char *end = data + length;
  gsize n = strlen (text);

  for (const char *p = data; (gsize) (end - p) >= n && (p = memchr (p, *text, (gsize) (end - p) - n + 1)) != NULL; p++)
    {
      if (memcmp (p, text, n) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * gs_qdpx_sniff:
 * @data: a file, whole
 * @length: its length
 *
 * Returns: whether it is a ZIP archive that names a project.qde
 */
gboolean
gs_qdpx_sniff (const char *data, gsize length)
{
  return length > 4 && memcmp (data, "PK\003\004", 4) == 0
         && (holds (data, length, "project.qde") || holds (data, length, "Project.qde"));
}

/**
 * gs_qdc_read:
 * @in: a REFI-QDA code book
 * @sink: what takes the tags
 *
 * Returns: whether it was read and fed
 */
gboolean
gs_qdc_read (GInputStream *in, GsReportSink *sink, GError **error)
{
  g_autoptr (GBytes) bytes = gs_exchange_read_all (in, error);
  g_autoptr (GsQde) qde = bytes != NULL ? gs_qde_parse (bytes, error) : NULL;

  return qde != NULL && gs_qdpx_project_feed (qde, NULL, sink, error);
}

/**
 * gs_qdc_sniff:
 * @data: a file, or the beginning of one
 * @length: its length
 *
 * Returns: whether it looks like a code book, or like the XML of a project
 */
gboolean
gs_qdc_sniff (const char *data, gsize length)
{
  gsize head = MIN (length, 4096);

  return holds (data, head, "urn:QDA-XML:") && (holds (data, head, "<CodeBook") || holds (data, head, "<Project"));
}
