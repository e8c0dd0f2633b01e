/* gs-db-check-private.h: the parts of a check.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each adds its sentences to @findings, and fails only when it cannot look.
 */

#pragma once

#include "gs-db-records-private.h"

G_BEGIN_DECLS

/* Runs a query each of whose rows is a finding, said in its first column. */
gboolean gs_db_check_collect (GsDbConnection  *db,
                              GPtrArray       *findings,
                              const char      *sql,
                              GError         **error);

gboolean gs_db_check_texts   (GsDbConnection  *db,
                              GPtrArray       *findings,
                              GError         **error);
gboolean gs_db_check_spans   (GsDbConnection  *db,
                              GPtrArray       *findings,
                              GError         **error);
gboolean gs_db_check_spans_astray (GsDbConnection  *db,
                                   GPtrArray       *uuids,
                                   GError         **error);
gboolean gs_db_check_derived (GsDbConnection  *db,
                              GPtrArray       *findings,
                              GError         **error);

G_END_DECLS
