/* gs-report-import.c: a report file into the workspace, whole or not at all.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-report.h"

#include <glib/gi18n-lib.h>

#include "gs-report-private.h"

/**
 * gs_report_outcome_clear:
 * @self: an outcome
 *
 * Frees what it holds.
 */
void
gs_report_outcome_clear (GsReportOutcome *self)
{
  g_clear_pointer (&self->remarks, g_strfreev);
}

#define BYTES_KEY "gs-report-bytes"

GInputStream *
gs_report_stream_new (GBytes *bytes)
{
  GInputStream *in = g_memory_input_stream_new_from_bytes (bytes);

  g_object_set_data_full (G_OBJECT (in), BYTES_KEY, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref);

  return in;
}

GBytes *
gs_report_stream_bytes (GInputStream *in)
{
  GBytes *bytes = g_object_get_data (G_OBJECT (in), BYTES_KEY);

  return bytes != NULL ? g_bytes_ref (bytes) : NULL;
}

typedef struct
{
  const GsReportFormat *format;
  GInputStream *in;
  GsReportSink *loader;
} Load;

static gboolean
load (GsWorkspace *workspace, gpointer data, GError **error)
{
  const Load *self = data;

  return self->format->read (self->in, self->loader, error);
}

/**
 * gs_report_import_stream:
 * @workspace: a workspace
 * @in: the report, at its beginning; not closed
 * @format: what it is; one that can be read
 * @name: (nullable): its file's name, for the history; need not be UTF-8
 * @outcome: (out) (optional): see gs_report_import()
 * @error: see gs_report_import()
 *
 * Blocks. One step of the history. A format that streams is read record by record from
 * a stream that can seek.
 *
 * Returns: whether the whole report is in @workspace now; if not, nothing was changed
 */
gboolean
gs_report_import_stream (GsWorkspace *workspace,
                         GInputStream *in,
                         const GsReportFormat *format,
                         const char *name,
                         GsReportOutcome *outcome,
                         GError **error)
{
  g_autoptr (GsReportSink) loader = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (G_IS_INPUT_STREAM (in), FALSE);
  g_return_val_if_fail (format != NULL && format->read != NULL, FALSE);

  /* Translators: a step of the history. */
  shown = name != NULL ? g_filename_display_basename (name) : NULL;
  label = shown != NULL ? g_strdup_printf (_ ("Import report “%s”"), shown) : g_strdup (_ ("Import report"));
  loader = gs_report_loader_new_direct (workspace);
  if (!gs_workspace_act (workspace, label, load, &(Load){ format, in, loader }, error)
      || !gs_report_loader_adopt (loader, error))
    return FALSE;

  if (outcome != NULL)
    gs_report_loader_get_outcome (loader, outcome);

  return TRUE;
}

/**
 * gs_report_import:
 * @workspace: a workspace
 * @bytes: the report
 * @name: (nullable): its file's name, for the history; need not be UTF-8
 * @outcome: (out) (optional): how many records came that were not there, and what had
 *   no place
 * @error: %GS_ERROR_UNREADABLE naming the line, %GS_ERROR_LIMIT,
 *   %GS_ERROR_INVALID when the report contradicts itself, or why it could not be stored
 *
 * Blocks. One step of the history. Importing a report again changes nothing.
 *
 * Returns: whether the whole report is in @workspace now; if not, nothing was changed
 */
gboolean
gs_report_import (GsWorkspace *workspace, GBytes *bytes, const char *name, GsReportOutcome *outcome, GError **error)
{
  const GsReportFormat *format;
  g_autoptr (GInputStream) in = NULL;
  gsize length;
  const char *data;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &length);
  format = gs_report_format_sniff (data, length);
  if (format == NULL || format->read == NULL)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE,
                           _ ("this is not a Gainsay report nor a project that can be read"));
      return FALSE;
    }

  in = gs_report_stream_new (bytes);

  return gs_report_import_stream (workspace, in, format, name, outcome, error);
}
