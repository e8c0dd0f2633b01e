/* gs-report-buffer.h: text on its way to a stream.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writers append to @text and hand on what has gathered after each record, so
 * that a report of any length needs the memory of one record and a piece.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  GOutputStream *out;
  GString       *text;
} GsReportBuffer;

void     gs_report_buffer_init  (GsReportBuffer  *self,
                                 GOutputStream   *out);
void     gs_report_buffer_clear (GsReportBuffer  *self);
/* Hands on what has gathered once it is worth a write. */
gboolean gs_report_buffer_pass  (GsReportBuffer  *self,
                                 GError         **error);
/* Hands on all of it. */
gboolean gs_report_buffer_flush (GsReportBuffer  *self,
                                 GError         **error);

G_END_DECLS
