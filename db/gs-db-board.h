/* gs-db-board.h: what is known of the conflicts, question by question.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look is what app found when it looked at a question. It stays until
 * something changes that it may depend on; then the question is due. What a
 * look tells besides the filters is not known here.
 */

#pragma once

#include "gs-db-connection.h"

G_BEGIN_DECLS

/**
 * GsDbLook:
 * @question: row number
 * @conflict: whether accounts oppose each other
 * @cross_language: in articles of different languages
 * @self_contradiction: one who speaks with himself
 * @undecided: pairs without verdict
 * @told: (nullable): the rest, %NULL without conflict
 */
typedef struct
{
  gint64   question;
  gboolean conflict;
  gboolean cross_language;
  gboolean self_contradiction;
  gint64   undecided;
  GBytes  *told;
} GsDbLook;

/**
 * GsDbBoardRow:
 * @id: row number of the question
 * @due: whether it is to be looked at; where not, its look passes the filter
 */
typedef struct
{
  gint64   id;
  gboolean due;
} GsDbBoardRow;

/* Which looks are left out; FALSE does not restrict. */
typedef struct
{
  gboolean cross_language;
  gboolean self_contradiction;
  gboolean undecided;
} GsDbBoardFilter;

/* Where all questions are due, makes that a row for each, if it can be saved
 * now. @trusted: (out): whether what is not due is as its look says. */
gboolean   gs_db_board_prepare  (GsDbConnection         *db,
                                 gboolean               *trusted,
                                 GError                **error);
/* (element-type GsDbBoardRow): questions behind @after, in the order in which
 * they came in. @trusted: FALSE for all that have claims, as due. */
GArray    *gs_db_board_rows     (GsDbConnection         *db,
                                 const GsDbBoardFilter  *filter,
                                 gboolean                trusted,
                                 gint64                  after,
                                 guint                   limit,
                                 GError                **error);
/* (element-type gint64): the first questions that are due. */
GArray    *gs_db_board_due      (GsDbConnection         *db,
                                 guint                   limit,
                                 GError                **error);
/* UUID of a question; NULL without error when it has gone. */
char      *gs_db_board_question (GsDbConnection         *db,
                                 gint64                  id,
                                 GError                **error);
/* What a look tells: (transfer full); NULL with @error, or without when there is none. */
GBytes    *gs_db_board_told     (GsDbConnection         *db,
                                 gint64                  id,
                                 GError                **error);
/* Between these two one state of the file is read, and looks can be saved. */
gboolean   gs_db_board_begin    (GsDbConnection         *db);
gboolean   gs_db_board_end      (GsDbConnection         *db,
                                 gboolean                keep);
/* The question is then no longer due. */
gboolean   gs_db_board_save     (GsDbConnection         *db,
                                 const GsDbLook         *look,
                                 GError                **error);

void       gs_db_look_free      (GsDbLook               *self);

G_END_DECLS
