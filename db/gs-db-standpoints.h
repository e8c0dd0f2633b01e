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
#include "gs-records.h"

G_BEGIN_DECLS

/* Standpoints on other questions under one key that the board compares a
 * question with: the first ones, by question and row number. */
#define GS_DB_FACING 50

/**
 * GsDbDue:
 * @claim: row number
 * @uuid: (nullable): UUID, %NULL when the claim has gone
 * @question: row number of its question, 0 for none
 */
typedef struct
{
  gint64 claim;
  char  *uuid;
  gint64 question;
} GsDbDue;

/**
 * GsDbMembership:
 * @claim: row number
 * @question: row number of its question, 0 for none
 * @account: (nullable): its account as text, %NULL when the claim has gone
 * @hash: of @account
 * @keys: (element-type gint64): under which it is to be found from other questions
 */
typedef struct
{
  gint64  claim;
  gint64  question;
  char   *account;
  gint64  hash;
  GArray *keys;
} GsDbMembership;

/**
 * GsDbStandpoint:
 * @id: row number
 * @hash: of @account
 * @n: claims that take it
 * @account: as it was saved
 */
typedef struct
{
  gint64 id;
  gint64 hash;
  gint64 n;
  char  *account;
} GsDbStandpoint;

/**
 * GsDbMember:
 * @uuid: of a claim
 * @article: (nullable): UUID
 * @uttered_lo: (nullable): as in the claim
 * @uttered_hi: (nullable): likewise
 *
 * A claim that takes a standpoint, and what the standpoint does not say of it.
 */
typedef struct
{
  char *uuid;
  char *article;
  char *uttered_lo;
  char *uttered_hi;
} GsDbMember;

/* Makes the membership of @claim: (transfer full). */
typedef GsDbMembership *(*GsDbMembershipFunc) (gint64               id,
                                               gint64               question,
                                               const GsClaimRecord *claim,
                                               gpointer             user_data);

/* (element-type GsDbDue): claims whose standpoint is to be made again. */
GPtrArray *gs_db_standpoints_due      (GsDbConnection   *db,
                                       guint             limit,
                                       GError          **error);
gboolean   gs_db_standpoints_is_due   (GsDbConnection   *db,
                                       gint64           *due,
                                       GError          **error);
/* Whether memberships can be saved now. */
gboolean   gs_db_standpoints_can_save (GsDbConnection   *db);
/* Between these two nobody else writes to the file. With FALSE nothing stays. */
gboolean   gs_db_standpoints_begin    (GsDbConnection   *db,
                                       GError          **error);
gboolean   gs_db_standpoints_end      (GsDbConnection   *db,
                                       gboolean          keep,
                                       GError          **error);
/* The claims are then no longer due. */
gboolean   gs_db_standpoints_save     (GsDbConnection   *db,
                                       const GPtrArray  *memberships,
                                       GError          **error);

/* Whether so much is due that all is better made anew. */
gboolean   gs_db_standpoints_is_much  (GsDbConnection   *db);
/* All of them anew, in one pass over the claims and one transaction. */
gboolean   gs_db_standpoints_rebuild  (GsDbConnection     *db,
                                       GsDbMembershipFunc  func,
                                       gpointer            user_data,
                                       GError            **error);

/* (element-type GsDbStandpoint): those on a question (UUID, NULL for none), by
 * hash. Claims that are due are left out. */
GPtrArray *gs_db_standpoints_on_question (GsDbConnection  *db,
                                          const char      *question,
                                          guint            limit,
                                          GError         **error);
/* (element-type GsDbStandpoint): under a key, without those on the question
 * @except (UUID, NULL leaves out none), likewise. */
GPtrArray *gs_db_standpoints_by_key   (GsDbConnection   *db,
                                       gint64            key,
                                       const char       *except,
                                       guint             limit,
                                       GError          **error);
/* (element-type GsDbMember): claims that take it, those that are due left out. */
GPtrArray *gs_db_standpoint_members   (GsDbConnection   *db,
                                       gint64            standpoint,
                                       guint             offset,
                                       guint             limit,
                                       GError          **error);

void       gs_db_due_free             (GsDbDue          *self);
void       gs_db_membership_free      (GsDbMembership   *self);
void       gs_db_standpoint_free      (GsDbStandpoint   *self);
void       gs_db_member_free          (GsDbMember       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDbMembership, gs_db_membership_free)

G_END_DECLS
