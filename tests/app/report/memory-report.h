/* memory-report.h: a report held in memory, to feed and to compare.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-report.h"

G_BEGIN_DECLS

typedef struct
{
  GsReportSink   parent;
  char          *title;
  char          *workspace;
  GPtrArray    **records; /* an array for each of gs_workspace_types */
  guint          n_begun;
  guint          n_ended;
} GsMemoryReport;

/* A sink that keeps what it is fed. */
GsMemoryReport *gs_memory_report_new    (void);
void            gs_memory_report_free   (GsMemoryReport *self);
gboolean        gs_memory_report_feed   (GsMemoryReport *self,
                                         GsReportSink   *sink,
                                         GError        **error);

/* Texts that break writers: markup, emoji, controls, right to left. NULL ends them. */
extern const char *const gs_naughty_texts[];

/* Every field of every record type filled with texts that break writers. */
GsMemoryReport *gs_memory_report_random (GRand          *rand,
                                         guint           n_records);

/* Bends a random report to what a workspace holds: names of tags, hashes,
 * zones within their texts. */
void            gs_memory_report_tame   (GsMemoryReport *self);

/* What a workspace feeds, whole or in part. */
GsMemoryReport *gs_memory_report_of     (GsWorkspace         *workspace,
                                         const GsReportOptions *scope);
/* Stored through the loader; FALSE with error. */
gboolean        gs_memory_report_load   (GsMemoryReport *self,
                                         GsWorkspace    *workspace,
                                         GError        **error);

/* Written in @nick's format, or a test failure. */
GBytes         *gs_memory_report_write  (GsMemoryReport *self,
                                         const char     *nick);
/* Read from that format; NULL with error. */
GsMemoryReport *gs_memory_report_read   (GBytes         *bytes,
                                         const char     *nick,
                                         GError        **error);

void            gs_assert_reports_equal (GsMemoryReport *a,
                                         GsMemoryReport *b);
void            gs_assert_bytes_equal   (GBytes         *a,
                                         GBytes         *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsMemoryReport, gs_memory_report_free)

G_END_DECLS
