/* gs-db-standpoints.h: the distinct accounts that claims give, by key.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What accounts and keys mean is not known here. Nothing of this is a step of
 * the history.
 */

#pragma once

#include "gs-db-connection.h"

G_BEGIN_DECLS

/**
 * GsDbDue:
 * @claim: row number
 * @uuid: (nullable): UUID, %NULL when the claim has gone
 */
typedef struct
{
  gint64 claim;
  char  *uuid;
} GsDbDue;

/**
 * GsDbMembership:
 * @claim: row number
 * @account: (nullable): its account as text, %NULL when the claim has gone
 * @hash: of @account
 * @question: key of its question
 * @keys: (element-type gint64): all keys under which it is to be found
 */
typedef struct
{
  gint64  claim;
  char   *account;
  gint64  hash;
  gint64  question;
  GArray *keys;
} GsDbMembership;

/**
 * GsDbStandpoint:
 * @id: row number
 * @n: claims that take it
 * @account: as it was saved
 */
typedef struct
{
  gint64 id;
  gint64 n;
  char  *account;
} GsDbStandpoint;

/* (element-type GsDbDue): claims whose standpoint is to be made again. */
GPtrArray *gs_db_standpoints_due      (GsDbConnection   *db,
                                       guint             limit,
                                       GError          **error);
/* Whether memberships can be saved now. */
gboolean   gs_db_standpoints_can_save (GsDbConnection   *db);
/* One transaction; the claims are then no longer due. */
gboolean   gs_db_standpoints_save     (GsDbConnection   *db,
                                       const GPtrArray  *memberships,
                                       GError          **error);
/* (element-type GsDbStandpoint): @except: key of a question, 0 for none.
 * Claims that are due are left out. */
GPtrArray *gs_db_standpoints_by_key   (GsDbConnection   *db,
                                       gint64            key,
                                       gint64            except,
                                       guint             limit,
                                       GError          **error);
/* (element-type utf8): UUIDs, those that are due left out. */
GPtrArray *gs_db_standpoint_claims    (GsDbConnection   *db,
                                       gint64            standpoint,
                                       guint             limit,
                                       GError          **error);
/* Notes that a question has no conflict, until something changes. */
gboolean   gs_db_question_hush        (GsDbConnection   *db,
                                       gint64            question,
                                       GError          **error);
gboolean   gs_db_question_is_quiet    (GsDbConnection   *db,
                                       gint64            question);

void       gs_db_due_free             (GsDbDue          *self);
void       gs_db_membership_free      (GsDbMembership   *self);
void       gs_db_standpoint_free      (GsDbStandpoint   *self);

G_END_DECLS
