/* gs-conflicts-private.h: what the board and the pairs share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-conflict-window.h"
#include "gs-conflicts.h"
#include "gs-db-connection.h"

G_BEGIN_DECLS

/* What questions are looked at with. */
typedef struct
{
  GsWorkspace   *workspace;
  GsRules       *rules;
  GsStandpoints *standpoints;
} GsBoard;

/* gs-conflict-board.c */
gboolean    gs_board_init  (GsBoard                  *board,
                            GsWorkspace              *workspace,
                            GError                  **error);
void        gs_board_clear (GsBoard                  *board);
/* NULL without error when nothing opposes. @whole: not only for a list. */
GsConflict *gs_board_look  (GsBoard                  *board,
                            const GsQuestionListing  *question,
                            gboolean                  whole,
                            GError                  **error);

/* gs-conflict-list.c: questions that are, or may be, in conflict. @question:
 * UUID. FALSE stops, with or without error. Only in a job. */
typedef gboolean (*GsQuestionFunc) (const char  *question,
                                    gpointer     user_data,
                                    GError     **error);
gboolean gs_conflicts_each_question (GsDbConnection *db,
                                     GsStandpoints  *standpoints,
                                     GsQuestionFunc  func,
                                     gpointer        user_data,
                                     GError        **error);

/* gs-conflict-look.c: a conflict of the board as it is kept in the file. NULL
 * where it cannot be read, or was told in another language. */
GBytes     *gs_conflict_to_bytes   (const GsConflict *conflict);
GsConflict *gs_conflict_from_bytes (GBytes           *bytes);

G_END_DECLS
