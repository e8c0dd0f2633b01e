/* gs-standpoints.c: the distinct accounts that the claims of a workspace give.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file keeps them, under keys by which those that can be compared find
 * each other: the question, and each actor of an action. A claim that has
 * changed since is due; it is brought up to date before anything is read.
 * Where that cannot be saved, as in a file that is open for reading only, the
 * claims that are due are held here beside what the file has.
 */

#include "config.h"

#include "gs-standpoints.h"

#include "gs-db-records.h"
#include "gs-db-standpoints.h"
#include "gs-workspace-private.h"

/* Claims that are brought up to date in one transaction. */
#define BATCH 1000

struct _GsStandpoints
{
  GsWorkspace *workspace;
  GHashTable *statements;   /* UUID → GsStatement */
  GHashTable *known;        /* id → GsStandpoint, of the file */
  GPtrArray *aside;         /* GsStandpoint, of claims that are due and cannot be saved; ids below 0 */
  GHashTable *aside_by_key; /* key → GPtrArray of them */
  GHashTable *members;      /* id → GPtrArray of UUIDs */
};

static void
statement_free (gpointer data)
{
  GsStatement *statement = data;

  gs_claim_record_free (statement->record);
  gs_account_free (statement->account);
  g_free (statement);
}

static void
standpoint_free (gpointer data)
{
  GsStandpoint *standpoint = data;

  gs_account_free (standpoint->account);
  g_free (standpoint);
}

/* Keys ----------------------------------------------------------------------------- */

/* FNV-1a. Two texts with one hash only cost a comparison. */
static gint64
hash_of (const char *kind, const char *a, const char *b)
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

static gint64
question_key (const char *question)
{
  return hash_of ("question", question != NULL ? question : "", "");
}

static void
add_slot_keys (const GsAccount *account, GArray *keys)
{
  for (guint i = 0; account->actions[i] != NULL; i++)
    {
      for (guint j = 0; account->actors[j] != NULL; j++)
        {
          gint64 key = hash_of ("slots", account->actions[i], account->actors[j]);

          g_array_append_val (keys, key);
        }
    }
}

/* Up to date ------------------------------------------------------------------------ */

static GsDbMembership *
membership_of (const GsDbDue *due, const GsClaimRecord *claim)
{
  GsDbMembership *membership = g_new0 (GsDbMembership, 1);
  g_autoptr (GsAccount) account = claim != NULL ? gs_account_new (claim) : NULL;

  membership->claim = due->claim;
  membership->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (account == NULL)
    return membership;

  membership->account = gs_account_to_text (account);
  membership->hash = hash_of ("account", membership->account, "");
  membership->question = question_key (account->question);
  g_array_append_val (membership->keys, membership->question);
  add_slot_keys (account, membership->keys);

  return membership;
}

/* NULL with error, or without when the claim has gone. */
static GsClaimRecord *
load_due (GsDbConnection *db, const GsDbDue *due, GError **error)
{
  g_autoptr (GPtrArray) one = due->uuid != NULL ? gs_db_records_at (db, &gs_claim_type, &due->claim, 1, error) : NULL;

  return one != NULL && one->len > 0 ? gs_record_copy (&gs_claim_type, one->pdata[0]) : NULL;
}

static gboolean
save_batch (GsDbConnection *db, const GPtrArray *due, GError **error)
{
  g_autoptr (GPtrArray) memberships = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_db_membership_free);

  for (guint i = 0; i < due->len; i++)
    {
      GError *local = NULL;
      g_autoptr (GsClaimRecord) claim = load_due (db, due->pdata[i], &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      g_ptr_array_add (memberships, membership_of (due->pdata[i], claim));
    }

  return gs_db_standpoints_save (db, memberships, error);
}

static void
file_aside (GsStandpoints *self, GsStandpoint *standpoint)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 question = question_key (standpoint->account->question);

  g_array_append_val (keys, question);
  add_slot_keys (standpoint->account, keys);
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);
      GPtrArray *filed = g_hash_table_lookup (self->aside_by_key, &key);

      if (filed == NULL)
        {
          filed = g_ptr_array_new ();
          g_hash_table_insert (self->aside_by_key, g_memdup2 (&key, sizeof key), filed);
        }
      g_ptr_array_add (filed, standpoint);
    }
}

/* Holds a claim that is due beside what the file has. */
static void
put_aside (GsStandpoints *self, const GsClaimRecord *claim, GHashTable *by_text)
{
  g_autoptr (GsAccount) account = gs_account_new (claim);
  g_autofree char *text = gs_account_to_text (account);
  GsStandpoint *standpoint = g_hash_table_lookup (by_text, text);

  if (standpoint == NULL)
    {
      standpoint = g_new0 (GsStandpoint, 1);
      standpoint->id = -1 - (gint64) self->aside->len;
      standpoint->account = gs_account_from_text (text);
      g_ptr_array_add (self->aside, standpoint);
      file_aside (self, standpoint);
      g_hash_table_insert (by_text, g_steal_pointer (&text), standpoint);
      g_hash_table_insert (self->members, &standpoint->id, g_ptr_array_new_with_free_func (g_free));
    }
  standpoint->count++;
  g_ptr_array_add (g_hash_table_lookup (self->members, &standpoint->id), g_strdup (claim->uuid));
}

static gboolean
hold_aside (GsStandpoints *self, GsDbConnection *db, GError **error)
{
  g_autoptr (GPtrArray) due = gs_db_standpoints_due (db, G_MAXINT32, error);
  g_autoptr (GHashTable) by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; due != NULL && i < due->len; i++)
    {
      GError *local = NULL;
      g_autoptr (GsClaimRecord) claim = load_due (db, due->pdata[i], &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return FALSE;
        }
      if (claim != NULL)
        put_aside (self, claim, by_text);
    }

  return due != NULL;
}

static gpointer
bring_up_to_date_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  while (gs_db_standpoints_can_save (db))
    {
      g_autoptr (GPtrArray) due = gs_db_standpoints_due (db, BATCH, error);

      if (due == NULL || (due->len > 0 && g_cancellable_set_error_if_cancelled (cancellable, error)))
        return NULL;
      if (due->len == 0)
        return data;
      /* Another program may hold the file: what is due is then held aside. */
      if (!save_batch (db, due, NULL))
        break;
    }

  return hold_aside (data, db, error) ? data : NULL;
}

/**
 * gs_standpoints_new:
 * @workspace: a #GsWorkspace
 * @error: why the claims could not be read
 *
 * Blocks, for as long as there are claims that have changed since it was last called.
 *
 * Returns: (transfer full): the standpoints as they are now
 */
GsStandpoints *
gs_standpoints_new (GsWorkspace *workspace, GError **error)
{
  g_autoptr (GsStandpoints) self = g_new0 (GsStandpoints, 1);

  self->workspace = g_object_ref (workspace);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);
  self->known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, standpoint_free);
  self->aside = g_ptr_array_new_with_free_func (standpoint_free);
  self->aside_by_key = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->members = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  if (gs_workspace_run (workspace, bring_up_to_date_job, self, error) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * gs_standpoints_free:
 * @self: (nullable) (transfer full): standpoints
 */
void
gs_standpoints_free (GsStandpoints *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->members);
  g_hash_table_unref (self->aside_by_key);
  g_ptr_array_unref (self->aside);
  g_hash_table_unref (self->known);
  g_hash_table_unref (self->statements);
  g_object_unref (self->workspace);
  g_free (self);
}

/* Reading ----------------------------------------------------------------------------- */

typedef struct
{
  gint64 key;
  gint64 except; /* key of a question; or a standpoint's row number */
  guint limit;
} Request;

static gpointer
by_key_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return gs_db_standpoints_by_key (db, request->key, request->except, request->limit, error);
}

static gpointer
claims_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return gs_db_standpoint_claims (db, request->key, request->limit, error);
}

/* Accounts are read from their texts once. */
static GsStandpoint *
know (GsStandpoints *self, const GsDbStandpoint *row)
{
  GsStandpoint *standpoint = g_hash_table_lookup (self->known, &row->id);

  if (standpoint != NULL)
    return standpoint;

  standpoint = g_new0 (GsStandpoint, 1);
  standpoint->id = row->id;
  standpoint->count = row->n;
  standpoint->account = gs_account_from_text (row->account);
  g_hash_table_insert (self->known, &standpoint->id, standpoint);

  return standpoint;
}

static gboolean
answers (const GsStandpoint *standpoint, const char *question)
{
  return g_strcmp0 (standpoint->account->question, question) == 0;
}

/**
 * gs_standpoints_on_question:
 * @self: standpoints
 * @question: (nullable): UUID, %NULL for those that answer none
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer container) (element-type GsStandpoint): owned by @self
 */
GPtrArray *
gs_standpoints_on_question (GsStandpoints *self, const char *question, guint limit, GError **error)
{
  Request request = { question_key (question), 0, limit };
  g_autoptr (GPtrArray) rows = gs_workspace_run (self->workspace, by_key_job, &request, error);
  const GPtrArray *filed;
  GPtrArray *found;

  if (rows == NULL)
    return NULL;

  /* Those aside come first, so that a longer list begins with the shorter one. */
  found = g_ptr_array_new ();
  filed = g_hash_table_lookup (self->aside_by_key, &request.key);
  for (guint i = 0; filed != NULL && i < filed->len && found->len < limit; i++)
    {
      if (answers (filed->pdata[i], question))
        g_ptr_array_add (found, filed->pdata[i]);
    }
  for (guint i = 0; i < rows->len && found->len < limit; i++)
    {
      GsStandpoint *standpoint = know (self, rows->pdata[i]);

      if (answers (standpoint, question))
        g_ptr_array_add (found, standpoint);
    }

  return found;
}

static gboolean
faces (const GsStandpoint *one, const GsStandpoint *other)
{
  return one != other && (one->account->question == NULL || !answers (other, one->account->question))
         && gs_account_share (one->account->actions, other->account->actions)
         && gs_account_share (one->account->actors, other->account->actors);
}

/**
 * gs_standpoints_facing:
 * @self: standpoints
 * @standpoint: one of them
 * @limit: how many at most, of each action and actor
 * @error: why they could not be read
 *
 * Returns: (transfer container) (element-type GsStandpoint): those on other questions, or
 *   on none, with the same action by the same actor; owned by @self
 */
GPtrArray *
gs_standpoints_facing (GsStandpoints *self, const GsStandpoint *standpoint, guint limit, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  add_slot_keys (standpoint->account, keys);
  for (guint i = 0; i < keys->len; i++)
    {
      const char *question = standpoint->account->question;
      Request request = { g_array_index (keys, gint64, i), question != NULL ? question_key (question) : 0, limit };
      g_autoptr (GPtrArray) rows = gs_workspace_run (self->workspace, by_key_job, &request, error);
      const GPtrArray *filed;

      if (rows == NULL)
        return NULL;
      for (guint j = 0; j < rows->len; j++)
        {
          GsStandpoint *other = know (self, rows->pdata[j]);

          if (faces (standpoint, other) && g_hash_table_add (seen, other))
            g_ptr_array_add (found, other);
        }
      filed = g_hash_table_lookup (self->aside_by_key, &request.key);
      for (guint j = 0; filed != NULL && j < MIN (filed->len, limit); j++)
        {
          if (faces (standpoint, filed->pdata[j]) && g_hash_table_add (seen, filed->pdata[j]))
            g_ptr_array_add (found, filed->pdata[j]);
        }
    }

  return g_steal_pointer (&found);
}

/**
 * gs_standpoints_claims:
 * @self: standpoints
 * @standpoint: one of them
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer full) (element-type utf8): UUIDs of its claims
 */
GPtrArray *
gs_standpoints_claims (GsStandpoints *self, const GsStandpoint *standpoint, guint limit, GError **error)
{
  GPtrArray *members = g_hash_table_lookup (self->members, &standpoint->id);
  Request request = { standpoint->id, 0, limit };
  GPtrArray *found;

  if (members == NULL)
    return gs_workspace_run (self->workspace, claims_job, &request, error);

  found = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < members->len && i < limit; i++)
    g_ptr_array_add (found, g_strdup (members->pdata[i]));

  return found;
}

/**
 * gs_standpoints_statement:
 * @self: standpoints
 * @claim: UUID
 * @error: GS_ERROR_NOT_FOUND
 *
 * Returns: (transfer none): the claim and its account, owned by @self; %NULL with @error
 */
const GsStatement *
gs_standpoints_statement (GsStandpoints *self, const char *claim, GError **error)
{
  GsStatement *statement = g_hash_table_lookup (self->statements, claim);

  if (statement == NULL)
    {
      g_autoptr (GsClaimRecord) record = gs_workspace_load (self->workspace, &gs_claim_type, claim, error);

      if (record == NULL)
        return NULL;
      statement = g_new0 (GsStatement, 1);
      statement->account = gs_account_new (record);
      statement->record = g_steal_pointer (&record);
      g_hash_table_insert (self->statements, g_strdup (claim), statement);
    }

  return statement;
}

/* Quiet questions ------------------------------------------------------------------------ */

static gpointer
is_quiet_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return gs_db_question_is_quiet (db, request->key) ? data : NULL;
}

static gpointer
hush_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return gs_db_question_hush (db, request->key, error) ? data : NULL;
}

/**
 * gs_standpoints_is_quiet:
 * @self: standpoints
 * @question: UUID
 *
 * Returns: whether the question is known to have no conflict
 */
gboolean
gs_standpoints_is_quiet (GsStandpoints *self, const char *question)
{
  Request request = { question_key (question), 0, 0 };

  return self->aside->len == 0 && gs_workspace_run (self->workspace, is_quiet_job, &request, NULL) != NULL;
}

/**
 * gs_standpoints_hush:
 * @self: standpoints
 * @question: UUID of a question that has just been found without conflict
 *
 * Remembers it, where that can be saved, until something changes.
 */
void
gs_standpoints_hush (GsStandpoints *self, const char *question)
{
  Request request = { question_key (question), 0, 0 };

  if (self->aside->len == 0)
    gs_workspace_run (self->workspace, hush_job, &request, NULL);
}
