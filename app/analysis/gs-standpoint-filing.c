/* gs-standpoint-filing.c: the standpoints in the file follow the claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * They lie under keys by which those that can be compared find each other: the
 * question, and each actor of an action. A claim that has changed since is due;
 * it is brought up to date before anything is read.
 */

#include "config.h"

#include "gs-standpoint-filing.h"

#include "gs-db-records.h"
#include "gs-standpoints.h"
#include "gs-workspace-private.h"

/* Claims that are brought up to date in one transaction. */
#define BATCH 1000

/* Keys ----------------------------------------------------------------------------- */

/**
 * gs_standpoint_hash:
 * @kind: what is hashed
 * @a: a text
 * @b: another
 *
 * Returns: FNV-1a of the three; two texts with one hash only cost a comparison
 */
gint64
gs_standpoint_hash (const char *kind, const char *a, const char *b)
{
  const char *const parts[] = { kind, a, b };
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      for (const char *p = parts[i]; *p != '\0'; p++)
        hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (1099511628211);
      hash = (hash ^ 0x1f) * G_GUINT64_CONSTANT (1099511628211);
    }

  return (gint64) hash;
}

/**
 * gs_standpoint_add_keys:
 * @account: an account
 * @keys: (element-type gint64): gets one for each actor of each action
 *
 * Claims on other questions find it under these.
 */
void
gs_standpoint_add_keys (const GsAccount *account, GArray *keys)
{
  for (guint i = 0; account->actions[i] != NULL; i++)
    {
      for (guint j = 0; account->actors[j] != NULL; j++)
        {
          gint64 key = gs_standpoint_hash ("slots", account->actions[i], account->actors[j]);

          g_array_append_val (keys, key);
        }
    }
}

/* Filing ---------------------------------------------------------------------------- */

/* @claim: (nullable): NULL when it has gone. */
static GsDbMembership *
membership_of (gint64 id, gint64 question, const GsClaimRecord *claim)
{
  GsDbMembership *membership = g_new0 (GsDbMembership, 1);
  g_autoptr (GsAccount) account = claim != NULL ? gs_account_new (claim) : NULL;

  membership->claim = id;
  membership->question = question;
  membership->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (account == NULL)
    return membership;

  membership->account = gs_account_to_text (account);
  membership->hash = gs_standpoint_hash ("account", membership->account, "");
  gs_standpoint_add_keys (account, membership->keys);

  return membership;
}

static GsDbMembership *
membership_cb (gint64 id, gint64 question, const GsClaimRecord *claim, gpointer user_data)
{
  return membership_of (id, question, claim);
}

/**
 * gs_standpoints_load_due:
 * @db: a connection
 * @due: what is due
 * @error: why it could not be read
 *
 * Returns: (transfer full) (nullable): the claim, %NULL without error when it has gone
 */
GsClaimRecord *
gs_standpoints_load_due (GsDbConnection *db, const GsDbDue *due, GError **error)
{
  g_autoptr (GPtrArray) one = due->uuid != NULL ? gs_db_records_at (db, &gs_claim_type, &due->claim, 1, error) : NULL;

  return one != NULL && one->len > 0 ? gs_record_copy (&gs_claim_type, one->pdata[0]) : NULL;
}

static gboolean
save_due (GsDbConnection *db, const GPtrArray *due, GError **error)
{
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_membership_free);

  for (guint i = 0; i < due->len; i++)
    {
      const GsDbDue *one = due->pdata[i];
      GError *local = NULL;
      g_autoptr (GsClaimRecord) claim = gs_standpoints_load_due (db, one, &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      g_ptr_array_add (memberships, membership_of (one->claim, one->question, claim));
    }

  return gs_db_standpoints_save (db, memberships, error);
}

/* What is read and what is saved are of one state of the file. */
static gboolean
save_batch (GsDbConnection *db, GError **error)
{
  g_autoptr (GPtrArray) due = NULL;

  if (!gs_db_standpoints_begin (db, error))
    return FALSE;
  due = gs_db_standpoints_due (db, BATCH, error);

  return gs_db_standpoints_end (db, due != NULL && save_due (db, due, error), error);
}

/**
 * gs_standpoints_file_due:
 * @db: a connection
 * @all: (out): whether no claim is due any more
 * @cancellable: (nullable): to stop between two transactions
 * @error: why it could not be read
 *
 * Brings the file up to date, as far as it can be written.
 *
 * Returns: %FALSE with @error
 */
gboolean
gs_standpoints_file_due (GsDbConnection *db, gboolean *all, GCancellable *cancellable, GError **error)
{
  gboolean saving = TRUE;
  gint64 due = 0;

  while (gs_db_standpoints_is_due (db, &due, error))
    {
      *all = due == 0;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (*all || !saving || !gs_db_standpoints_can_save (db))
        return TRUE;

      /* Another program may hold the file. */
      saving = gs_db_standpoints_is_much (db) ? gs_db_standpoints_rebuild (db, membership_cb, NULL, NULL)
                                              : save_batch (db, NULL);
    }

  return FALSE;
}

static gpointer
rebuild_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_db_standpoints_rebuild (db, membership_cb, NULL, error) ? data : NULL;
}

/**
 * gs_standpoints_rebuild:
 * @workspace: a #GsWorkspace that can be written
 * @error: why nothing was changed
 *
 * Makes all standpoints anew, as if none had been made before. Blocks.
 *
 * Returns: whether they are there
 */
gboolean
gs_standpoints_rebuild (GsWorkspace *workspace, GError **error)
{
  return gs_workspace_run (workspace, rebuild_job, workspace, error) != NULL;
}
