/* gs-report.h: the workspace as a stream of records, out and in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One neutral report: a header, then every record of every type in the order
 * of gs_workspace_types. A source of records feeds a sink: workspace → writer
 * on export, reader → workspace on import, and any other pairing. Formats
 * know records by their field tables only. All block.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  char *title;
  char *workspace; /* UUID of the workspace it came from */
} GsReportHeader;

typedef struct _GsReportSink GsReportSink;

/* Called in this order: begin once, record for each record, end once; end only
 * when all went well. Records come by type in the order of gs_workspace_types
 * and belong to the caller. Each function returns FALSE with an error to stop. */
struct _GsReportSink
{
  gboolean (*begin)  (GsReportSink *self, const GsReportHeader *header, GError **error);
  gboolean (*record) (GsReportSink *self, const GsRecordType *type, gpointer record, GError **error);
  gboolean (*end)    (GsReportSink *self, GError **error);
  void     (*free)   (GsReportSink *self);
  /* (nullable): a sentence about what a file holds that has no place with us;
   * before the end. */
  void     (*remark) (GsReportSink *self, const char *sentence);
};

typedef enum
{
  GS_PAPER_A4,
  GS_PAPER_LETTER,
} GsPaper;

/* What a report is of and how it looks. All zero: everything, in the order it
 * came in, in the user's language, on A4. */
typedef struct
{
  /* Which part; what is absent does not restrict. Records that chosen claims
   * refer to come along. */
  char    *question; /* UUID */
  char    *tag;      /* UUID; tags below it count */
  char    *source;   /* UUID; anywhere in the chain */
  char   **articles; /* UUIDs; these come along without claims, too */
  gboolean judged;   /* only claims of contradictions and tensions with a verdict */

  int      order;    /* GsOrder of the claims: natural, text, date (of change), article, question */

  /* Of formats for people: */
  char    *language; /* one of gs_i18n_languages; NULL: the user's */
  int      paper;    /* GsPaper */
} GsReportOptions;

void     gs_report_options_init_copy (GsReportOptions       *self,
                                      const GsReportOptions *from);
void     gs_report_options_clear     (GsReportOptions       *self);
/* Whether nothing is left out. @self: (nullable). */
gboolean gs_report_options_are_whole (const GsReportOptions *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsReportOptions, gs_report_options_clear)

extern const GsWordList gs_papers;

/* A format: one entry in the export dialog and one word for --format. */
typedef struct
{
  const char *nick;      /* "xml" */
  const char *extension; /* ".xml" */
  const char *media_type;
  const char *title;     /* untranslated, N_() */
  const char *summary;   /* one plain sentence, N_() */
  /* Writes to @out; does not close it. NULL when the format has @write. */
  GsReportSink *(*writer_new) (GOutputStream *out);
  /* For a format in another order than that of the records: looks up what it
   * needs, in one state of the workspace. */
  gboolean      (*write)      (GsWorkspace *workspace, const GsReportOptions *options, GOutputStream *out,
                               GCancellable *cancellable, GError **error);
  /* Reads @in into @sink; NULL when the format cannot be read. */
  gboolean      (*read)       (GInputStream *in, GsReportSink *sink, GError **error);
  /* Whether these first bytes look like this format. */
  gboolean      (*sniff)      (const char *data, gsize length);
  gboolean      streams; /* is read record by record, from any stream that can seek */
  gboolean      weighs;  /* tells which accounts oppose each other */
} GsReportFormat;

extern const GsReportFormat gs_report_formats[];
extern const guint          gs_n_report_formats;

const GsReportFormat *gs_report_format_by_nick (const char *nick);
const GsReportFormat *gs_report_format_sniff   (const char *data,
                                                gsize       length);

/* Feeds the workspace to @sink, then its end. @options: (nullable). */
gboolean gs_report_feed   (GsWorkspace           *workspace,
                           const GsReportOptions   *options,
                           GsReportSink          *sink,
                           GCancellable          *cancellable,
                           GError               **error);

/* Writes the workspace, or the part in @options, to @out; does not close it. */
gboolean gs_report_write  (GsWorkspace           *workspace,
                           const GsReportFormat  *format,
                           const GsReportOptions   *options,
                           GOutputStream         *out,
                           GCancellable          *cancellable,
                           GError               **error);

/* Writes atomically: to a file beside @path that replaces it at the end.
 * Opens its own read-only connection, so that editing goes on meanwhile.
 * @path NULL: to standard output. */
gboolean gs_report_export (const char            *workspace_path,
                           const GsReportFormat  *format,
                           const GsReportOptions   *options,
                           const char            *path,
                           GCancellable          *cancellable,
                           GError               **error);
void     gs_report_export_async  (const char            *workspace_path,
                                  const GsReportFormat  *format,
                                  const GsReportOptions   *options,
                                  const char            *path,
                                  GCancellable          *cancellable,
                                  GAsyncReadyCallback    callback,
                                  gpointer               user_data);
gboolean gs_report_export_finish (GAsyncResult          *result,
                                  GError               **error);

/* A sink that stores what it is fed as one action; records that are there
 * already (same UUID) are left alone. */
GsReportSink *gs_report_loader_new (GsWorkspace *workspace,
                                    const char  *label);

/* What an import came to. */
typedef struct
{
  guint  n_records; /* that were not there; 0: nothing has changed */
  char **remarks;   /* sentences about what had no place; never NULL */
} GsReportOutcome;

void gs_report_outcome_clear (GsReportOutcome *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsReportOutcome, gs_report_outcome_clear)

/* Reads a report file, or the project of another program, into the workspace:
 * all of it or nothing. @outcome: (out) (optional). */
gboolean gs_report_import (GsWorkspace      *workspace,
                           GBytes           *bytes,
                           const char       *name,
                           GsReportOutcome  *outcome,
                           GError          **error);

/* The same of a stream in a known format; where that streams, it is never in
 * memory whole. */
gboolean gs_report_import_stream (GsWorkspace           *workspace,
                                  GInputStream          *in,
                                  const GsReportFormat  *format,
                                  const char            *name,
                                  GsReportOutcome       *outcome,
                                  GError               **error);

void gs_report_sink_free (GsReportSink *sink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsReportSink, gs_report_sink_free)

G_END_DECLS
