/* gs-source-merge.h: two sources become one, and one becomes two.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Both are one action: one step of the history, that can be undone.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/* Blocks. @others: (element-type utf8): sources that turn out to be @source.
 * Their hops, whoever was part of or affiliated to them, their names, aliases,
 * affiliations, ratings and notes become its own; they are deleted. Its own
 * name, kind and whole remain. GS_ERROR_NOT_FOUND; GS_ERROR_INVALID when @source
 * is among them. */
GsAction *gs_source_merge_to_action (GsWorkspace      *workspace,
                                     const char       *source,
                                     const GPtrArray  *others,
                                     GError          **error);

/* What is to be somebody else's. */
typedef struct
{
  char      *source;       /* UUID */
  char      *name;         /* of the new one */
  int        kind;         /* GsSourceKind; that of the source when negative */
  GPtrArray *claims;       /* UUIDs (char *): its hops in these */
  GPtrArray *aliases;      /* names (char *) */
  GPtrArray *affiliations; /* UUIDs of parties (char *) */
  GPtrArray *ratings;      /* their instants (char *) */
  GPtrArray *members;      /* UUIDs of sources that are part of or affiliated to it (char *) */
  char      *part_of;      /* (nullable): UUID of what the new one is part of */
} GsSourceSplit;

GsSourceSplit *gs_source_split_new       (const char           *source,
                                          const char           *name);
void           gs_source_split_free      (GsSourceSplit        *self);
/* Blocks. @uuid: (out) (optional): of the new source. GS_ERROR_INVALID when it
 * has no name, or a claim is not from the source. */
GsAction      *gs_source_split_to_action (GsWorkspace          *workspace,
                                          const GsSourceSplit  *split,
                                          char                **uuid,
                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsSourceSplit, gs_source_split_free)

G_END_DECLS
