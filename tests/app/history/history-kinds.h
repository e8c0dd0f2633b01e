/* history-kinds.h: every kind of thing that can be done to a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A kind is whatever makes steps of the history in one way of its own. Each
 * names the files of the program that make such steps, so that a test can tell
 * when one has come that nothing here does.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  GsWorkspace *workspace;
  GsWorkspace *theirs; /* of somebody else, for merges and reports */
  GRand       *random;
  guint        n; /* counts on, so that names differ */
} Case;

typedef struct
{
  const char *name;
  const char *files; /* that make steps so, separated by spaces */
  gboolean  (*run) (Case *self, GError **error);
} HistoryKind;

extern const HistoryKind history_kinds[];
extern const guint       n_history_kinds;

/* UUID of any record of @type, NULL where there is none. */
char    *history_any     (GsWorkspace        *workspace,
                          const GsRecordType *type,
                          GRand              *random);
/* Does the one of @kind; what cannot be done now is no error. Returns whether
 * the history has grown. */
gboolean history_run     (const HistoryKind  *kind,
                          Case               *self);

/* What is in each table but those that keep nothing of the analyst's:
 * "table digest" a line. */
char    *history_digest  (GsWorkspace        *workspace);

G_END_DECLS
