/* gs-standpoints.c: the distinct accounts that the claims of a workspace give.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-standpoints.h"

struct _GsStandpoints
{
  GsWorkspace *workspace;
  GHashTable *statements; /* UUID → GsStatement */
  GPtrArray *all;         /* GsStandpoint */
  GHashTable *by_text;    /* account as text → GsStandpoint */
  GHashTable *members;    /* GsStandpoint → GPtrArray of UUIDs */
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

static gboolean
take_claim_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  GsStandpoints *self = user_data;
  GsStatement *statement = g_new0 (GsStatement, 1);
  GsStandpoint *standpoint;
  g_autofree char *text = NULL;

  statement->record = gs_record_copy (type, record);
  statement->account = gs_account_new (record);
  g_hash_table_insert (self->statements, g_strdup (statement->record->uuid), statement);

  text = gs_account_to_text (statement->account);
  standpoint = g_hash_table_lookup (self->by_text, text);
  if (standpoint == NULL)
    {
      standpoint = g_new0 (GsStandpoint, 1);
      standpoint->id = self->all->len + 1;
      standpoint->account = gs_account_from_text (text);
      g_ptr_array_add (self->all, standpoint);
      g_hash_table_insert (self->by_text, g_steal_pointer (&text), standpoint);
      g_hash_table_insert (self->members, standpoint, g_ptr_array_new ());
    }
  standpoint->count++;
  g_ptr_array_add (g_hash_table_lookup (self->members, standpoint), statement->record->uuid);

  return TRUE;
}

/**
 * gs_standpoints_new:
 * @workspace: a #GsWorkspace
 * @error: why the claims could not be read
 *
 * Blocks.
 *
 * Returns: (transfer full): the standpoints as they are now
 */
GsStandpoints *
gs_standpoints_new (GsWorkspace *workspace, GError **error)
{
  g_autoptr (GsStandpoints) self = g_new0 (GsStandpoints, 1);

  self->workspace = g_object_ref (workspace);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, statement_free);
  self->all = g_ptr_array_new_with_free_func (standpoint_free);
  self->by_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->members = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  if (!gs_workspace_each (workspace, &gs_claim_type, take_claim_cb, self, error))
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
  g_hash_table_unref (self->by_text);
  g_ptr_array_unref (self->all);
  g_hash_table_unref (self->statements);
  g_object_unref (self->workspace);
  g_free (self);
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
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->all->len && found->len < limit; i++)
    {
      GsStandpoint *standpoint = self->all->pdata[i];

      if (g_strcmp0 (standpoint->account->question, question) == 0)
        g_ptr_array_add (found, standpoint);
    }

  return found;
}

/**
 * gs_standpoints_facing:
 * @self: standpoints
 * @standpoint: one of them
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer container) (element-type GsStandpoint): those on other questions, or
 *   on none, with the same action by the same actor; owned by @self
 */
GPtrArray *
gs_standpoints_facing (GsStandpoints *self, const GsStandpoint *standpoint, guint limit, GError **error)
{
  GPtrArray *found = g_ptr_array_new ();
  const GsAccount *own = standpoint->account;

  for (guint i = 0; i < self->all->len && found->len < limit; i++)
    {
      GsStandpoint *other = self->all->pdata[i];
      const GsAccount *account = other->account;

      if (other != standpoint && (own->question == NULL || g_strcmp0 (account->question, own->question) != 0)
          && gs_account_share (own->actions, account->actions) && gs_account_share (own->actors, account->actors))
        g_ptr_array_add (found, other);
    }

  return found;
}

/**
 * gs_standpoints_claims:
 * @self: standpoints
 * @standpoint: one of them
 * @limit: how many at most
 * @error: why they could not be read
 *
 * Returns: (transfer container) (element-type utf8): UUIDs of its claims, owned by @self
 */
GPtrArray *
gs_standpoints_claims (GsStandpoints *self, const GsStandpoint *standpoint, guint limit, GError **error)
{
  GPtrArray *members = g_hash_table_lookup (self->members, standpoint);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < members->len && i < limit; i++)
    g_ptr_array_add (found, members->pdata[i]);

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
