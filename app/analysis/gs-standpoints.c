/* gs-standpoints.c: the distinct accounts that the claims of a workspace give.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file keeps them (gs-standpoint-filing.c). Where claims that have changed
 * cannot be brought up to date there, as in a file that is open for reading
 * only, they are held here beside what the file has.
 */

#include "config.h"

#include "gs-standpoints.h"

#include "gs-standpoint-filing.h"
#include "gs-workspace-private.h"

struct _GsStandpoints
{
  GsWorkspace *workspace;
  GHashTable *statements;   /* UUID → GsStatement */
  GHashTable *known;        /* id → GsStandpoint, of the file */
  GHashTable *members;      /* id → GPtrArray of GsAccount */
  GPtrArray *aside;         /* GsStandpoint, of claims that are due and cannot be saved; ids below 0 */
  GHashTable *aside_by_key; /* key → GPtrArray of them */
  GHashTable *first;        /* key → GPtrArray of GsStandpoint, of the file, whatever they answer */
  GHashTable *elsewhere;    /* key → GPtrArray of GsStandpoint, of the file, that are not on … */
  char *except;             /* (nullable): … this question */
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

static GPtrArray *
members_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gs_account_of_claim_free);
}

/* Keys ----------------------------------------------------------------------------- */

/* Under which what is held aside is found. */
static gint64
question_key (const char *question)
{
  return gs_standpoint_hash ("question", question != NULL ? question : "", "");
}

/* Up to date ------------------------------------------------------------------------ */

static void
file_aside (GsStandpoints *self, GsStandpoint *standpoint)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 question = question_key (standpoint->account->question);

  g_array_append_val (keys, question);
  gs_standpoint_add_keys (standpoint->account, keys);
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
      standpoint->hash = gs_standpoint_hash ("account", text, "");
      standpoint->account = gs_account_from_text (text);
      g_ptr_array_add (self->aside, standpoint);
      file_aside (self, standpoint);
      g_hash_table_insert (by_text, g_steal_pointer (&text), standpoint);
      g_hash_table_insert (self->members, &standpoint->id, members_new ());
    }
  standpoint->count++;
  g_ptr_array_add (g_hash_table_lookup (self->members, &standpoint->id),
                   gs_account_of_claim (standpoint->account, claim->uuid, claim->article, claim->uttered_lo,
                                        claim->uttered_hi));
}

static gboolean
hold_aside (GsStandpoints *self, GsDbConnection *db, GError **error)
{
  g_autoptr (GPtrArray) due = gs_db_standpoints_due (db, G_MAXINT32, error);
  g_autoptr (GHashTable) by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; due != NULL && i < due->len; i++)
    {
      GError *local = NULL;
      g_autoptr (GsClaimRecord) claim = gs_standpoints_load_due (db, due->pdata[i], &local);

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
  gboolean all;

  return gs_standpoints_file_due (db, &all, cancellable, error) && (all || hold_aside (data, db, error)) ? data : NULL;
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
  self->first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->elsewhere = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
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

  g_free (self->except);
  g_hash_table_unref (self->elsewhere);
  g_hash_table_unref (self->first);
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
  gint64 id;            /* a key, or a standpoint's row number */
  const char *question; /* UUID */
  guint offset;
  guint limit;
} Request;

static gpointer
on_question_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return gs_db_standpoints_on_question (db, request->question, request->limit, error);
}

static gpointer
by_key_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return gs_db_standpoints_by_key (db, request->id, request->question, request->limit, error);
}

static gpointer
members_job (GsDbConnection *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return gs_db_standpoint_members (db, request->id, request->offset, request->limit, error);
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
  standpoint->hash = row->hash;
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
 * Of more than @limit it gives some that do not depend on the order in which the claims
 * came in.
 *
 * Returns: (transfer container) (element-type GsStandpoint): owned by @self
 */
GPtrArray *
gs_standpoints_on_question (GsStandpoints *self, const char *question, guint limit, GError **error)
{
  Request request = { 0, question, 0, limit };
  gint64 key = question_key (question);
  g_autoptr (GPtrArray) rows = gs_workspace_run (self->workspace, on_question_job, &request, error);
  const GPtrArray *filed;
  GPtrArray *found;

  if (rows == NULL)
    return NULL;

  /* Those aside come first, so that a longer list begins with the shorter one. */
  found = g_ptr_array_new ();
  filed = g_hash_table_lookup (self->aside_by_key, &key);
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

/* (transfer full): standpoints of the file under @key, without those on @except. */
static GPtrArray *
read_key (GsStandpoints *self, gint64 key, const char *except, guint limit, GError **error)
{
  Request request = { key, except, 0, limit };
  g_autoptr (GPtrArray) rows = gs_workspace_run (self->workspace, by_key_job, &request, error);
  GPtrArray *found;

  if (rows == NULL)
    return NULL;
  found = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (found, know (self, rows->pdata[i]));

  return found;
}

static gboolean
has_answer (const GPtrArray *standpoints, const char *question)
{
  for (guint i = 0; i < standpoints->len; i++)
    {
      if (answers (standpoints->pdata[i], question))
        return TRUE;
    }

  return FALSE;
}

/* (transfer none): the same for all questions that have none among the first. */
static GPtrArray *
get_first (GsStandpoints *self, gint64 key, guint limit, GError **error)
{
  GPtrArray *found = g_hash_table_lookup (self->first, &key);

  if (found == NULL && (found = read_key (self, key, NULL, limit, error)) != NULL)
    g_hash_table_insert (self->first, g_memdup2 (&key, sizeof key), found);

  return found;
}

/* (transfer none): standpoints of the file under @key, without those on @question. Many
 * standpoints of one question ask for the same. */
static const GPtrArray *
get_elsewhere (GsStandpoints *self, gint64 key, const char *question, guint limit, GError **error)
{
  GPtrArray *found;

  if (g_strcmp0 (self->except, question) != 0)
    {
      g_hash_table_remove_all (self->elsewhere);
      g_free (self->except);
      self->except = g_strdup (question);
    }
  found = g_hash_table_lookup (self->elsewhere, &key);
  if (found != NULL)
    return found;

  found = get_first (self, key, limit, error);
  if (found == NULL)
    return NULL;
  if (question != NULL && has_answer (found, question))
    found = read_key (self, key, question, limit, error);
  else
    g_ptr_array_ref (found);
  if (found != NULL)
    g_hash_table_insert (self->elsewhere, g_memdup2 (&key, sizeof key), found);

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
 * @limit: how many at most, of each action and actor; the same in all calls
 * @cut: (inout): set where there may be more
 * @error: why they could not be read
 *
 * Returns: (transfer container) (element-type GsStandpoint): those on other questions, or
 *   on none, with the same action by the same actor; owned by @self
 */
GPtrArray *
gs_standpoints_facing (GsStandpoints *self, const GsStandpoint *standpoint, guint limit, gboolean *cut, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  gs_standpoint_add_keys (standpoint->account, keys);
  for (guint i = 0; i < keys->len; i++)
    {
      gint64 key = g_array_index (keys, gint64, i);
      const GPtrArray *others = get_elsewhere (self, key, standpoint->account->question, limit, error);
      const GPtrArray *filed;

      if (others == NULL)
        return NULL;
      *cut = *cut || others->len >= limit;
      for (guint j = 0; j < others->len; j++)
        {
          if (faces (standpoint, others->pdata[j]) && g_hash_table_add (seen, others->pdata[j]))
            g_ptr_array_add (found, others->pdata[j]);
        }
      filed = g_hash_table_lookup (self->aside_by_key, &key);
      for (guint j = 0; filed != NULL && j < MIN (filed->len, limit); j++)
        {
          if (faces (standpoint, filed->pdata[j]) && g_hash_table_add (seen, filed->pdata[j]))
            g_ptr_array_add (found, filed->pdata[j]);
        }
    }

  return g_steal_pointer (&found);
}

/**
 * gs_standpoints_members:
 * @self: standpoints
 * @standpoint: one of them
 * @wanted: how many are needed
 * @error: why they could not be read
 *
 * Returns: (transfer none) (element-type GsAccount): the accounts of its claims, at least the
 *   first @wanted of them; asking for more adds to the array
 */
GPtrArray *
gs_standpoints_members (GsStandpoints *self, const GsStandpoint *standpoint, guint wanted, GError **error)
{
  GPtrArray *members = g_hash_table_lookup (self->members, &standpoint->id);
  guint known = members != NULL ? members->len : 0;
  Request request = { standpoint->id, NULL, known, wanted - MIN (wanted, known) };
  g_autoptr (GPtrArray) rows = NULL;

  if (members != NULL && (standpoint->id < 0 || known >= MIN (wanted, standpoint->count)))
    return members;

  rows = gs_workspace_run (self->workspace, members_job, &request, error);
  if (rows == NULL)
    return NULL;
  if (members == NULL)
    {
      members = members_new ();
      g_hash_table_insert (self->members, (gpointer) &standpoint->id, members);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      const GsDbMember *row = rows->pdata[i];

      g_ptr_array_add (members, gs_account_of_claim (standpoint->account, row->uuid, row->article, row->uttered_lo,
                                                     row->uttered_hi));
    }

  return members;
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

/**
 * gs_standpoints_is_filed:
 * @self: standpoints
 *
 * Returns: whether all there is was read from the file, and no claim is held aside
 */
gboolean
gs_standpoints_is_filed (GsStandpoints *self)
{
  return self->aside->len == 0;
}
