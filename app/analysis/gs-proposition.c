/* gs-proposition.c: which claims assert the same.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-proposition.h"

#include <string.h>

#include "gs-conflict-rules.h"

/* Slots that make a proposition the same or another. */
static const char *const telling[] = { "action", "actor", "object", "recipient", "place", NULL };

typedef struct
{
  GHashTable *paths; /* folded name of a tag → path (char *), the first of that name */
} Tree;

static gboolean
note_tag_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  const GsTagRecord *tag = record;
  GHashTable *records = user_data;

  g_hash_table_insert (records, g_strdup (tag->uuid), gs_record_copy (type, record));

  return TRUE;
}

static char *
fold (const char *name)
{
  g_autofree char *trimmed = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

  return trimmed != NULL && *trimmed != '\0' ? g_utf8_casefold (trimmed, -1) : NULL;
}

static char *
path_of (GHashTable *records, const GsTagRecord *tag, guint depth)
{
  const GsTagRecord *parent = tag->parent != NULL && depth < 32 ? g_hash_table_lookup (records, tag->parent) : NULL;
  g_autofree char *above = parent != NULL ? path_of (records, parent, depth + 1) : NULL;
  g_autofree char *name = fold (tag->name);

  return above != NULL ? g_strconcat (above, "/", name, NULL) : g_strdup (name);
}

static void
free_tag (gpointer record)
{
  gs_tag_record_free (record);
}

/* Folded names and the paths at which they stand. Where a name stands at two,
 * the path that comes first by its letters counts, so that none is left to
 * chance. */
static GHashTable *
read_paths (GsWorkspace *workspace, GError **error)
{
  g_autoptr (GHashTable) records = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_tag);
  g_autoptr (GHashTable) paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer tag;

  if (!gs_workspace_each (workspace, &gs_tag_type, note_tag_cb, records, error))
    return NULL;

  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, NULL, &tag))
    {
      char *name = fold (((GsTagRecord *) tag)->name);
      g_autofree char *path = path_of (records, tag, 0);
      const char *known = name != NULL ? g_hash_table_lookup (paths, name) : NULL;

      if (name != NULL && (known == NULL || strcmp (path, known) < 0))
        g_hash_table_insert (paths, name, g_steal_pointer (&path));
      else
        g_free (name);
    }

  return g_steal_pointer (&paths);
}

static gboolean
is_above (const char *path, const char *other)
{
  gsize length = strlen (path);

  return g_str_has_prefix (other, path) && (other[length] == '\0' || other[length] == '/');
}

static gboolean
related (GHashTable *paths, const char *a, const char *b)
{
  g_autofree char *x = fold (a), *y = fold (b);
  const char *p = x != NULL ? g_hash_table_lookup (paths, x) : NULL;
  const char *q = y != NULL ? g_hash_table_lookup (paths, y) : NULL;

  if (x == NULL || y == NULL || g_str_equal (x, y))
    return TRUE;

  return p != NULL && q != NULL && (is_above (p, q) || is_above (q, p));
}

/* Whether a slot of both, each of which may hold several, agrees. */
static gboolean
slot_agrees (GHashTable *paths, const GsClaimRecord *a, const GsClaimRecord *b, const char *name)
{
  gboolean met = FALSE;

  for (guint i = 0; i < a->slots->len; i++)
    {
      const GsSlotRecord *x = a->slots->pdata[i];

      if (g_strcmp0 (x->name, name) != 0)
        continue;
      for (guint j = 0; j < b->slots->len; j++)
        {
          const GsSlotRecord *y = b->slots->pdata[j];

          if (g_strcmp0 (y->name, name) != 0)
            continue;
          met = TRUE;
          if (related (paths, x->entity != NULL ? x->entity : x->text, y->entity != NULL ? y->entity : y->text))
            return TRUE;
        }
    }

  return !met;
}

static gboolean
same_proposition (GHashTable *paths, const GsClaimRecord *a, const GsClaimRecord *b)
{
  g_autofree char *x = gs_account_fold (a->value), *y = gs_account_fold (b->value);

  if (a->stance != b->stance || (x != NULL && y != NULL && !g_str_equal (x, y)))
    return FALSE;

  for (guint i = 0; telling[i] != NULL; i++)
    {
      if (!slot_agrees (paths, a, b, telling[i]))
        return FALSE;
    }

  return TRUE;
}

/**
 * gs_proposition_claims:
 * @workspace: a workspace
 * @claim: UUID
 * @error: GS_ERROR_NOT_FOUND
 *
 * Blocks. A claim without a question asserts what no other does.
 *
 * Returns: (transfer full) (element-type utf8): UUIDs of the claims that assert the same, @claim among them, in
 *   the order they came in; or %NULL with @error
 */
GPtrArray *
gs_proposition_claims (GsWorkspace *workspace, const char *claim, GError **error)
{
  g_autoptr (GsClaimRecord) asked = gs_workspace_load (workspace, &gs_claim_type, claim, error);
  g_autoptr (GPtrArray) same = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = NULL;
  g_autoptr (GHashTable) paths = NULL;

  if (asked == NULL)
    return NULL;
  if (asked->question == NULL)
    {
      g_ptr_array_add (same, g_strdup (claim));
      return g_steal_pointer (&same);
    }

  paths = read_paths (workspace, error);
  others = paths != NULL ? gs_workspace_claims_on_question (workspace, asked->question, error) : NULL;
  if (others == NULL)
    return NULL;

  for (guint i = 0; i < others->len; i++)
    {
      const GsClaimRecord *other = others->pdata[i];

      if (same_proposition (paths, asked, other))
        g_ptr_array_add (same, g_strdup (other->uuid));
    }

  return g_steal_pointer (&same);
}
