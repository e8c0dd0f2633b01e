/* gs-report-buffer.c: text on its way to a stream.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-report-buffer.h"

#define PIECE (64 * 1024)

/**
 * gs_report_buffer_init:
 * @self: (out caller-allocates): to be cleared with gs_report_buffer_clear()
 * @out: where the text goes; a reference is kept
 */
void
gs_report_buffer_init (GsReportBuffer *self, GOutputStream *out)
{
  self->out = g_object_ref (out);
  self->text = g_string_sized_new (PIECE);
}

/**
 * gs_report_buffer_clear:
 * @self: a buffer
 *
 * Drops what has not been handed on; does not close the stream.
 */
void
gs_report_buffer_clear (GsReportBuffer *self)
{
  g_string_free (self->text, TRUE);
  g_object_unref (self->out);
}

/**
 * gs_report_buffer_pass:
 * @self: a buffer
 *
 * Hands on what has gathered once it is worth a write. Blocks.
 *
 * Returns: whether it could be written
 */
gboolean
gs_report_buffer_pass (GsReportBuffer *self, GError **error)
{
  return self->text->len < PIECE || gs_report_buffer_flush (self, error);
}

/**
 * gs_report_buffer_flush:
 * @self: a buffer
 *
 * Hands on all that has gathered. Blocks.
 *
 * Returns: whether it could be written
 */
gboolean
gs_report_buffer_flush (GsReportBuffer *self, GError **error)
{
  if (!g_output_stream_write_all (self->out, self->text->str, self->text->len, NULL, NULL, error))
    return FALSE;

  g_string_truncate (self->text, 0);

  return TRUE;
}
