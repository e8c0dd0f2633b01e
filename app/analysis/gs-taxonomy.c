/* gs-taxonomy.c: what is a kind of what, and what lies in what.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-taxonomy.h"

#include <string.h>

#include "gs-account.h"
#include "gs-lookup.h"

/* Deeper trees are cut; a loop ends here too. */
#define MAX_DEPTH 32

typedef struct
{
  char *name;   /* folded */
  char *parent; /* UUID */
} Node;

struct _GsTaxonomy
{
  GsWorkspace *workspace;
  GHashTable *nodes; /* UUID → Node; NULL until first asked */
  GHashTable *named; /* folded name → GPtrArray of UUIDs, not owned */
  GError *failure;   /* see gs-lookup.h */
};

static void
node_free (gpointer data)
{
  Node *node = data;

  g_free (node->name);
  g_free (node->parent);
  g_free (node);
}

/**
 * gs_taxonomy_new:
 * @workspace: a #GsWorkspace
 *
 * Returns: (transfer full): the tag tree as vocabulary of the slots
 */
GsTaxonomy *
gs_taxonomy_new (GsWorkspace *workspace)
{
  GsTaxonomy *self = g_new0 (GsTaxonomy, 1);

  self->workspace = g_object_ref (workspace);

  return self;
}

/**
 * gs_taxonomy_free:
 * @self: (nullable) (transfer full): a taxonomy
 */
void
gs_taxonomy_free (GsTaxonomy *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->named, g_hash_table_unref);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_error (&self->failure);
  g_object_unref (self->workspace);
  g_free (self);
}

static gboolean
take_tag_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  GsTaxonomy *self = user_data;
  const GsTagRecord *tag = record;
  Node *node;
  GPtrArray *uuids;
  char *key;

  if (tag->name == NULL)
    return TRUE;

  node = g_new0 (Node, 1);
  node->name = gs_account_fold (tag->name);
  node->parent = g_strdup (tag->parent);
  key = g_strdup (tag->uuid);
  g_hash_table_insert (self->nodes, key, node);
  if (node->name == NULL)
    return TRUE;

  uuids = g_hash_table_lookup (self->named, node->name);
  if (uuids == NULL)
    {
      uuids = g_ptr_array_new ();
      g_hash_table_insert (self->named, g_strdup (node->name), uuids);
    }
  g_ptr_array_add (uuids, key);

  return TRUE;
}

/**
 * gs_taxonomy_check:
 * @self: a taxonomy
 * @error: why the tags could not be read
 *
 * Returns: whether they could, if they were asked for, so that the answers hold
 */
gboolean
gs_taxonomy_check (const GsTaxonomy *self, GError **error)
{
  return gs_lookup_check (self->failure, error);
}

/* Tags that cannot be read are none: names are then only themselves. */
static void
ensure_read (GsTaxonomy *self)
{
  GError *error = NULL;

  if (self->nodes != NULL)
    return;

  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, node_free);
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  gs_workspace_each (self->workspace, &gs_tag_type, take_tag_cb, self, &error);
  gs_lookup_keep (&self->failure, error);
}

static const Node *
parent_of (GsTaxonomy *self, const Node *node)
{
  return node->parent != NULL ? g_hash_table_lookup (self->nodes, node->parent) : NULL;
}

/* Whether @node bears @name, which may be the end of a path. */
static gboolean
bears (GsTaxonomy *self, const Node *node, const char *name)
{
  const char *end = name + strlen (name);

  for (int depth = 0; node != NULL && depth < MAX_DEPTH; depth++)
    {
      const char *slash = g_strrstr_len (name, end - name, "/");
      const char *leaf = slash != NULL ? slash + 1 : name;

      if (node->name == NULL || strlen (node->name) != (gsize) (end - leaf)
          || strncmp (node->name, leaf, (gsize) (end - leaf)) != 0)
        return FALSE;
      if (slash == NULL)
        return TRUE;
      end = slash;
      node = parent_of (self, node);
    }

  return FALSE;
}

static const GPtrArray *
find_leaf (GsTaxonomy *self, const char *name)
{
  const char *slash = strrchr (name, '/');

  return g_hash_table_lookup (self->named, slash != NULL ? slash + 1 : name);
}

/**
 * gs_taxonomy_contains:
 * @self: a taxonomy
 * @broad: a folded name or path
 * @narrow: another
 *
 * Returns: whether @narrow is @broad, a kind of it or a part of it
 */
gboolean
gs_taxonomy_contains (GsTaxonomy *self, const char *broad, const char *narrow)
{
  const GPtrArray *tags;

  if (strcmp (broad, narrow) == 0)
    return TRUE;

  ensure_read (self);
  tags = find_leaf (self, narrow);
  for (guint i = 0; tags != NULL && i < tags->len; i++)
    {
      const Node *node = g_hash_table_lookup (self->nodes, tags->pdata[i]);

      if (!bears (self, node, narrow))
        continue;
      for (int depth = 0; node != NULL && depth < MAX_DEPTH; depth++)
        {
          if (bears (self, node, broad))
            return TRUE;
          node = parent_of (self, node);
        }
    }

  return FALSE;
}

/**
 * gs_taxonomy_siblings:
 * @self: a taxonomy
 * @a: a folded name or path
 * @b: another
 *
 * Returns: whether both are kinds of one thing, directly below it; roots of the tree
 *   have nothing in common
 */
gboolean
gs_taxonomy_siblings (GsTaxonomy *self, const char *a, const char *b)
{
  const GPtrArray *xs, *ys;

  ensure_read (self);
  xs = find_leaf (self, a);
  ys = find_leaf (self, b);
  for (guint i = 0; xs != NULL && ys != NULL && i < xs->len; i++)
    {
      const Node *x = g_hash_table_lookup (self->nodes, xs->pdata[i]);

      for (guint j = 0; j < ys->len; j++)
        {
          const Node *y = g_hash_table_lookup (self->nodes, ys->pdata[j]);

          if (x != y && x->parent != NULL && g_strcmp0 (x->parent, y->parent) == 0 && bears (self, x, a)
              && bears (self, y, b))
            return TRUE;
        }
    }

  return FALSE;
}
