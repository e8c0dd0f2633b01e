/* gs-source-split.c: one source turns out to be two.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "gs-source-merge.h"

/**
 * gs_source_split_new:
 * @source: UUID of the source
 * @name: what the new one is called
 *
 * Returns: (transfer full): a split that takes nothing along yet
 */
GsSourceSplit *
gs_source_split_new (const char *source, const char *name)
{
  GsSourceSplit *self = g_new0 (GsSourceSplit, 1);

  self->source = g_strdup (source);
  self->name = g_strdup (name);
  self->kind = -1;
  self->claims = g_ptr_array_new_with_free_func (g_free);
  self->aliases = g_ptr_array_new_with_free_func (g_free);
  self->affiliations = g_ptr_array_new_with_free_func (g_free);
  self->ratings = g_ptr_array_new_with_free_func (g_free);
  self->members = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * gs_source_split_free:
 * @self: (nullable) (transfer full): a split
 */
void
gs_source_split_free (GsSourceSplit *self)
{
  if (self == NULL)
    return;

  g_free (self->source);
  g_free (self->name);
  g_free (self->part_of);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->aliases);
  g_ptr_array_unref (self->affiliations);
  g_ptr_array_unref (self->ratings);
  g_ptr_array_unref (self->members);
  g_free (self);
}

static gboolean
has (const GPtrArray *texts, const char *text)
{
  return text != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) texts, text, g_str_equal, NULL);
}

/* Moves what is wanted of a list; @text says by which text a member is told. */
static void
move (GPtrArray *from, GPtrArray *to, const GPtrArray *wanted, const char *(*text) (gconstpointer member))
{
  for (guint i = 0; i < from->len;)
    {
      if (has (wanted, text (from->pdata[i])))
        g_ptr_array_add (to, g_ptr_array_steal_index (from, i));
      else
        i++;
    }
}

static const char *
alias_text (gconstpointer member)
{
  return ((const GsAliasRecord *) member)->name;
}

static const char *
affiliation_text (gconstpointer member)
{
  return ((const GsAffiliationRecord *) member)->party;
}

static const char *
rating_text (gconstpointer member)
{
  return ((const GsRatingRecord *) member)->at;
}

/* What the new one is called is an alias of neither. */
static void
drop_alias (GsSourceRecord *source, const char *name)
{
  for (guint i = source->aliases->len; i > 0; i--)
    {
      const GsAliasRecord *alias = source->aliases->pdata[i - 1];

      if (alias->language == NULL && g_strcmp0 (alias->name, name) == 0)
        gs_record_free (&gs_alias_type, g_ptr_array_steal_index (source->aliases, i - 1));
    }
}

static gboolean
replace (char **place, const char *from, const char *to)
{
  if (g_strcmp0 (*place, from) != 0)
    return FALSE;

  g_free (*place);
  *place = g_strdup (to);

  return TRUE;
}

static gboolean
move_claim (GsWorkspace *workspace,
            GsAction *action,
            const char *claim,
            const char *from,
            const char *to,
            GError **error)
{
  g_autoptr (GsClaimRecord) record = gs_workspace_load (workspace, &gs_claim_type, claim, error);
  gboolean moved = FALSE;

  if (record == NULL)
    return FALSE;
  for (guint i = 0; i < record->hops->len; i++)
    {
      GsHopRecord *hop = record->hops->pdata[i];

      moved |= replace (&hop->source, from, to);
      moved |= replace (&hop->resolves_to, from, to);
    }
  if (moved)
    gs_action_save (action, &gs_claim_type, record);
  else
    g_set_error (error, GS_ERROR, GS_ERROR_INVALID, _ ("The claim %s is not from this source."), claim);

  return moved;
}

static gboolean
move_member (GsWorkspace *workspace,
             GsAction *action,
             const char *member,
             const char *from,
             const char *to,
             GError **error)
{
  g_autoptr (GsSourceRecord) record = gs_workspace_load (workspace, &gs_source_type, member, error);

  if (record == NULL)
    return FALSE;
  replace (&record->part_of, from, to);
  for (guint i = 0; i < record->affiliations->len; i++)
    replace (&((GsAffiliationRecord *) record->affiliations->pdata[i])->party, from, to);
  gs_action_save (action, &gs_source_type, record);

  return TRUE;
}

/**
 * gs_source_split_to_action:
 * @workspace: a workspace
 * @split: what is to be somebody else's
 * @uuid: (out) (optional): UUID of the new source
 * @error: GS_ERROR_NOT_FOUND, GS_ERROR_INVALID
 *
 * Blocks.
 *
 * Returns: (transfer full): what to do, or %NULL with @error
 */
GsAction *
gs_source_split_to_action (GsWorkspace *workspace, const GsSourceSplit *split, char **uuid, GError **error)
{
  g_autoptr (GsSourceRecord) old = gs_workspace_load (workspace, &gs_source_type, split->source, error);
  g_autoptr (GsSourceRecord) record = gs_record_new (&gs_source_type);
  g_autofree char *label = NULL, *made = g_uuid_string_random ();
  g_autoptr (GsAction) action = NULL;

  record->name = g_strstrip (g_strdup (split->name != NULL ? split->name : ""));
  if (old == NULL)
    return NULL;
  if (*record->name == '\0')
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_INVALID, _ ("The new source needs a name."));
      return NULL;
    }

  /* Translators: a step of the history; the name of a source. */
  label = g_strdup_printf (_ ("Split off “%s”"), record->name);
  action = gs_action_new (label);
  record->uuid = g_strdup (made);
  record->kind = split->kind >= 0 ? split->kind : old->kind;
  record->part_of = g_strdup (split->part_of);
  move (old->aliases, record->aliases, split->aliases, alias_text);
  move (old->affiliations, record->affiliations, split->affiliations, affiliation_text);
  move (old->ratings, record->ratings, split->ratings, rating_text);
  drop_alias (record, record->name);
  drop_alias (old, record->name);
  gs_action_save (action, &gs_source_type, record);
  gs_action_save (action, &gs_source_type, old);

  for (guint i = 0; i < split->claims->len; i++)
    {
      if (!move_claim (workspace, action, split->claims->pdata[i], old->uuid, made, error))
        return NULL;
    }
  for (guint i = 0; i < split->members->len; i++)
    {
      if (!move_member (workspace, action, split->members->pdata[i], old->uuid, made, error))
        return NULL;
    }
  if (uuid != NULL)
    *uuid = g_steal_pointer (&made);

  return g_steal_pointer (&action);
}
