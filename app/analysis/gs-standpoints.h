/* gs-standpoints.h: the distinct accounts that the claims of a workspace give.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A standpoint is an account and how many claims give it. However many claims
 * a question has, they take far fewer standpoints, and the rules compare
 * those. A snapshot of the workspace for one piece of work; all block.
 */

#pragma once

#include "gs-account.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct _GsStandpoints GsStandpoints;

typedef struct
{
  gint64     id; /* in this workspace file */
  gint64     hash; /* of the account: the same in all files */
  gint64     count; /* claims */
  GsAccount *account;
} GsStandpoint;

GsStandpoints *gs_standpoints_new         (GsWorkspace         *workspace,
                                           GError             **error);
void           gs_standpoints_free        (GsStandpoints       *self);

/* (transfer container) (element-type GsStandpoint): on a question, at most
 * @limit; owned by @self. */
GPtrArray     *gs_standpoints_on_question (GsStandpoints       *self,
                                           const char          *question,
                                           guint                limit,
                                           GError             **error);
/* Those on other questions, or on none, whose slots may match: the same action
 * by the same actor. */
GPtrArray     *gs_standpoints_facing      (GsStandpoints       *self,
                                           const GsStandpoint  *standpoint,
                                           guint                limit,
                                           gboolean            *cut,
                                           GError             **error);
/* (transfer none) (element-type GsAccount): those of its claims: at least the
 * first @wanted, if there are so many. Owned by @self; asking again may add to
 * the array. */
GPtrArray     *gs_standpoints_members     (GsStandpoints       *self,
                                           const GsStandpoint  *standpoint,
                                           guint                wanted,
                                           GError             **error);

/* A claim and its account, read once. */
typedef struct
{
  GsClaimRecord *record;
  GsAccount     *account;
} GsStatement;

/* Owned by @self; NULL with error. */
const GsStatement *gs_standpoints_statement (GsStandpoints  *self,
                                             const char     *claim,
                                             GError        **error);

/* Whether all there is comes from the file, and none is held aside. */
gboolean       gs_standpoints_is_filed    (GsStandpoints       *self);

/* All of the file's standpoints anew. */
gboolean       gs_standpoints_rebuild     (GsWorkspace         *workspace,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsStandpoints, gs_standpoints_free)

G_END_DECLS
