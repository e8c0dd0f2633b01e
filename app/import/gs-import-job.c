/* gs-import-job.c: one input of an import, read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-import-job.h"

#include <string.h>

#include "gs-extract.h"
#include "gs-fetch.h"
#include "gs-import-read.h"
#include "gs-report.h"

/* What is larger is looked at before it is read, by as much as tells what it is. */
#define LARGE ((gsize) 1 << 20)
#define HEAD ((gsize) 64 << 10)

/* As much as the readers of reports take. */
#define MAX_REPORT ((gsize) 2 << 30)

/**
 * gs_import_job_free:
 * @data: (transfer full): a #GsImportJob
 */
void
gs_import_job_free (gpointer data)
{
  GsImportJob *job = data;

  gs_import_input_clear (&job->input);
  g_clear_pointer (&job->articles, g_ptr_array_unref);
  g_clear_pointer (&job->report, g_bytes_unref);
  g_clear_object (&job->stream);
  g_free (job->reason);
  g_strfreev (job->remarks);
  g_free (job);
}

/* A name as the workspace keeps it: UTF-8 that XML can carry. */
static char *
storable_name (const char *path)
{
  char *name = g_filename_display_name (path);
  GString *safe;

  if (strpbrk (name, "\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b"
                     "\x1c\x1d\x1e\x1f\r")
      == NULL)
    return name;

  safe = g_string_new (NULL);
  for (const char *at = name; *at != '\0'; at++)
    {
      if ((guchar) *at < 0x20 && *at != '\n' && *at != '\t')
        g_string_append (safe, "\xef\xbf\xbd");
      else
        g_string_append_c (safe, *at);
    }
  g_free (name);

  return g_string_free (safe, FALSE);
}

static gboolean
is_report (GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  return gs_report_format_sniff (data, length) != NULL;
}

/* A large report in a format that streams is not read here at all. */
static gboolean
open_report (GsImportJob *job)
{
  g_autoptr (GInputStream) stream = gs_import_open (job->input.path, LARGE);
  g_autofree char *head = g_malloc (HEAD);
  const GsReportFormat *format;
  gsize length;

  if (stream == NULL || !g_input_stream_read_all (stream, head, HEAD, &length, NULL, NULL))
    return FALSE;

  format = gs_report_format_sniff (head, length);
  if (format == NULL || !format->streams || !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, NULL))
    return FALSE;

  job->stream = g_steal_pointer (&stream);
  job->format = format;

  return TRUE;
}

/* A report may be larger than any article; it is mapped and not read. (nullable) */
static GBytes *
map_report (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return bytes != NULL && g_bytes_get_size (bytes) <= MAX_REPORT && is_report (bytes) ? g_steal_pointer (&bytes) : NULL;
}

/**
 * gs_import_job_part_name:
 * @name: name of the input
 * @index: of the article, from 0
 * @n: how many articles came out of the input
 *
 * Returns: (transfer full): what to call the article: @name, with "#1", "#2" … where
 *   there are several
 */
char *
gs_import_job_part_name (const char *name, guint index, guint n)
{
  return n > 1 ? g_strdup_printf ("%s#%u", name, index + 1) : g_strdup (name);
}

static void
name_articles (GPtrArray *articles, const GsImportInput *input)
{
  g_autofree char *path = input->path != NULL ? storable_name (input->path) : NULL;

  for (guint i = 0; i < articles->len; i++)
    {
      GsArticleRecord *article = articles->pdata[i];

      if (path != NULL)
        article->path = gs_import_job_part_name (path, i, articles->len);
      else if (article->title == NULL && input->name != NULL)
        article->title = g_utf8_make_valid (input->name, -1);
    }
}

/**
 * gs_import_job_name:
 * @job: a job
 *
 * Returns: (transfer none) (nullable): the path or web address that was given, or the name
 *   of bytes
 */
const char *
gs_import_job_name (const GsImportJob *job)
{
  const GsImportInput *input = &job->input;

  return input->path != NULL ? input->path : input->url != NULL ? input->shown : input->name;
}

/* The address that a page gives as its own is the better one to know it by;
 * where it was fetched stays known. */
static void
set_provenance (GsArticleRecord *article, const GsFetched *fetched)
{
  if (article->url == NULL)
    article->url = g_strdup (fetched->url);
  else if (!g_str_equal (article->url, fetched->url))
    {
      g_autofree char *note = article->note;

      article->note =
        g_strdup_printf ("%s%sFetched from %s", note != NULL ? note : "", note != NULL ? "\n" : "", fetched->url);
    }
  g_free (article->retrieved);
  article->retrieved = g_strdup (fetched->retrieved);
}

static void
read_url (GsImportJob *job, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsFetched) fetched = gs_fetch (job->input.url, NULL, cancellable, &error);

  if (fetched != NULL)
    job->articles = gs_extract_answer (fetched->bytes, fetched->charset, NULL, &error);
  for (guint i = 0; job->articles != NULL && i < job->articles->len; i++)
    set_provenance (job->articles->pdata[i], fetched);
  if (job->articles == NULL)
    job->reason = g_strdup (error->message);
}

/**
 * gs_import_job_read:
 * @job: a job that has not been read; one of its articles, report, stream and
 *   reason is set
 * @cancellable: (nullable): ends what waits for the network
 *
 * Reads the file, or fetches the page, and extracts. Any thread.
 */
void
gs_import_job_read (GsImportJob *job, GCancellable *cancellable)
{
  GsImportInput *input = &job->input;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_steal_pointer (&input->bytes);

  if (input->url != NULL)
    {
      read_url (job, cancellable);
      return;
    }

  if (bytes == NULL && open_report (job))
    return;

  if (bytes == NULL)
    bytes = gs_import_read (input->path, gs_extract_limits_default.max_bytes, &error);
  if (g_error_matches (error, GS_ERROR, GS_ERROR_LIMIT) && (bytes = map_report (input->path)) != NULL)
    g_clear_error (&error);
  if (bytes != NULL && is_report (bytes))
    {
      job->report = g_steal_pointer (&bytes);
      return;
    }
  if (bytes != NULL)
    job->articles = gs_extract_all (bytes, input->path != NULL ? input->path : input->name, NULL, &error);

  if (job->articles != NULL)
    name_articles (job->articles, input);
  else
    job->reason = g_strdup (error->message);
}
