/* gs-import-job.h: one input of an import, read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "gs-import-walk.h"
#include "gs-records.h"
#include "gs-report.h"

G_BEGIN_DECLS

/* One input on its way. Belongs to a thread of the pool until done. */
typedef struct
{
  GsImportInput    input;
  GPtrArray       *articles; /* GsArticleRecord: what came out, or … */
  GBytes          *report;  /* … it is a report, to be read as one, or … */
  GInputStream    *stream;  /* … a large one, to be read piece by piece, or … */
  const GsReportFormat *format; /* of that */
  char            *reason;  /* … why nothing did */
  char           **remarks; /* (nullable): what of a project had no place */
  gboolean         done;    /* guarded by the pool's lock */
} GsImportJob;

/* Reads and extracts: sets one of articles, report, stream and reason. Any thread. */
void gs_import_job_read (GsImportJob  *job,
                         GCancellable *cancellable);
void gs_import_job_free (gpointer      job);

/* (nullable): the path or address that was given, or the name of bytes. */
const char *gs_import_job_name (const GsImportJob *job);

/* (transfer full): what to call the article at @index of @n from one input. */
char *gs_import_job_part_name (const char *name,
                               guint       index,
                               guint       n);

G_END_DECLS
