/* gs-db-statement.h: prepared statements, kept for the next time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Private to the database room. A step has three ends: a row, no more rows,
 * or a failure. They are never mixed up.
 */

#pragma once

#include "gs-db-connection.h"

G_BEGIN_DECLS

typedef struct _GsDbStatement GsDbStatement;

typedef enum
{
  GS_DB_STEP_FAILED,
  GS_DB_STEP_ROW,
  GS_DB_STEP_DONE,
} GsDbStep;

/* @format has one letter a parameter: t (const char *, NULL allowed),
 * i (gint64), d (double, NaN is NULL), b (GBytes *, NULL allowed),
 * r (gint64, 0 is NULL). Texts and bytes must live until the statement is
 * released. */
GsDbStatement *gs_db_query             (GsDbConnection  *db,
                                        GError         **error,
                                        const char      *sql,
                                        const char      *format,
                                        ...);
void           gs_db_statement_release (GsDbStatement   *self);

/* Runs a statement that gives no rows. */
gboolean       gs_db_run               (GsDbConnection  *db,
                                        GError         **error,
                                        const char      *sql,
                                        const char      *format,
                                        ...);
/* First column of the first row; ROW, DONE (then @value is untouched) or FAILED. */
GsDbStep       gs_db_get_int           (GsDbConnection  *db,
                                        gint64          *value,
                                        GError         **error,
                                        const char      *sql,
                                        const char      *format,
                                        ...);
GsDbStep       gs_db_get_text          (GsDbConnection  *db,
                                        char           **value,
                                        GError         **error,
                                        const char      *sql,
                                        const char      *format,
                                        ...);

/* Parameters count from 1, columns from 0. Text is borrowed unless copied. */
void           gs_db_statement_bind_text   (GsDbStatement *self, int index, const char *text);
void           gs_db_statement_bind_copy   (GsDbStatement *self, int index, const char *text);
void           gs_db_statement_bind_int    (GsDbStatement *self, int index, gint64 value);
void           gs_db_statement_bind_ref    (GsDbStatement *self, int index, gint64 id);
void           gs_db_statement_bind_double (GsDbStatement *self, int index, double value);
void           gs_db_statement_bind_bytes  (GsDbStatement *self, int index, GBytes *bytes);

GsDbStep       gs_db_statement_step    (GsDbStatement  *self,
                                        GError        **error);
gboolean       gs_db_statement_run     (GsDbStatement  *self,
                                        GError        **error);
/* (transfer full) (element-type gint64): the first column of all rows. */
GArray        *gs_db_statement_ints    (GsDbStatement  *self,
                                        guint           expected,
                                        GError        **error);

gboolean       gs_db_column_is_null    (GsDbStatement *self, int column);
gint64         gs_db_column_int        (GsDbStatement *self, int column);
double         gs_db_column_double     (GsDbStatement *self, int column); /* NaN for NULL */
const char    *gs_db_column_text       (GsDbStatement *self, int column); /* until the next step */
char          *gs_db_column_dup        (GsDbStatement *self, int column);
GBytes        *gs_db_column_bytes      (GsDbStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDbStatement, gs_db_statement_release)

G_END_DECLS
