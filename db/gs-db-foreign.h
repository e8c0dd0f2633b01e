/* gs-db-foreign.h: the database of another program, to read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing in it is trusted: it is read from memory, never written, of its
 * schema only real tables are looked at, and no view, trigger, extension or
 * function that could do more than compute ever runs.
 */

#pragma once

#include "gs-db-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _GsDbForeign GsDbForeign;

/* @bytes: the file, whole. GS_DB_ERROR_NOT_WORKSPACE when it is no database. */
GsDbForeign *gs_db_foreign_open  (GBytes       *bytes,
                                  GError      **error);
void         gs_db_foreign_close (GsDbForeign  *self);

/* Whether it has a table of that name with that column. */
gboolean     gs_db_foreign_has   (GsDbForeign  *self,
                                  const char   *table,
                                  const char   *column);

/* @values: one for each column that was asked for, valid UTF-8, NULL where the
 * row has none or the table has no such column. FALSE to stop. */
typedef gboolean (*GsDbForeignFunc) (const char * const *values,
                                     gpointer            user_data,
                                     GError            **error);

/* Calls @func for each row in the order of @columns' first. A table that is not
 * there has no rows. @columns: (array zero-terminated=1) */
gboolean     gs_db_foreign_each  (GsDbForeign         *self,
                                  const char          *table,
                                  const char * const  *columns,
                                  GsDbForeignFunc      func,
                                  gpointer             user_data,
                                  GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDbForeign, gs_db_foreign_close)

G_END_DECLS
