/* gs-stamps.h: who changed a record, and when.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-db-records.h"

G_BEGIN_DECLS

/* One transaction under way. */
typedef struct
{
  GsDbConnection *db;
  const char     *name; /* of the annotator */
  char           *annotator; /* UUID, once it is needed */
  char           *now;
} GsStamps;

void     gs_stamps_init  (GsStamps            *stamps,
                          GsDbConnection      *db,
                          const char          *name);
void     gs_stamps_clear (GsStamps            *stamps);

/* Makes the annotator's record if there is none yet. */
gboolean gs_stamps_sign  (GsStamps            *stamps,
                          GError             **error);

/* Stamps @record, which is about to be saved in the open action. @fresh: there
 * is certainly no row with its UUID. */
gboolean gs_stamps_apply (GsStamps            *stamps,
                          const GsRecordType  *type,
                          gpointer             record,
                          gboolean             fresh,
                          GError             **error);

G_END_DECLS
