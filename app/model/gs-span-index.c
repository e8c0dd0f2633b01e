/* gs-span-index.c: which spans touch a range of the text?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A treap ordered by start, end and key, in which every node knows the
 * furthest end below it: an insertion costs a walk down, and a query leaves
 * out every subtree that ends before its range or begins after it.
 */

#include "config.h"

#include "gs-span-index.h"

typedef struct _Node Node;

struct _Node
{
  GsSpanEntry entry;
  guint32 priority; /* no smaller than its children's */
  gint64 furthest;  /* greatest end in this subtree */
  Node *left;
  Node *right;
};

struct _GsSpanIndex
{
  Node *root;
  guint size;
  guint32 seed;
};

static int
compare_entries (const GsSpanEntry *a, const GsSpanEntry *b)
{
  if (a->start != b->start)
    return a->start < b->start ? -1 : 1;
  if (a->end != b->end)
    return a->end < b->end ? -1 : 1;
  if (a->key != b->key)
    return a->key < b->key ? -1 : 1;

  return 0;
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  return compare_entries (a, b);
}

/* Marsaglia's xorshift: chance enough to keep the tree balanced, and the same
 * tree for the same calls. */
static guint32
next_priority (GsSpanIndex *self)
{
  self->seed ^= self->seed << 13;
  self->seed ^= self->seed >> 17;
  self->seed ^= self->seed << 5;

  return self->seed;
}

static Node *
node_new (GsSpanIndex *self, const GsSpanEntry *entry)
{
  Node *node = g_new0 (Node, 1);

  node->entry = *entry;
  node->priority = next_priority (self);
  node->furthest = entry->end;

  return node;
}

static void
node_free (Node *node)
{
  if (node == NULL)
    return;

  node_free (node->left);
  node_free (node->right);
  g_free (node);
}

static void
update (Node *node)
{
  node->furthest = node->entry.end;
  if (node->left != NULL)
    node->furthest = MAX (node->furthest, node->left->furthest);
  if (node->right != NULL)
    node->furthest = MAX (node->furthest, node->right->furthest);
}

static void
update_all (Node *node)
{
  if (node == NULL)
    return;

  update_all (node->left);
  update_all (node->right);
  update (node);
}

/* Everything before @entry to @left, everything after it to @right. */
static void
split (Node *node, const GsSpanEntry *entry, Node **left, Node **right)
{
  if (node == NULL)
    {
      *left = *right = NULL;
      return;
    }

  if (compare_entries (&node->entry, entry) < 0)
    {
      split (node->right, entry, &node->right, right);
      *left = node;
    }
  else
    {
      split (node->left, entry, left, &node->left);
      *right = node;
    }
  update (node);
}

static Node *
merge (Node *left, Node *right)
{
  if (left == NULL)
    return right;
  if (right == NULL)
    return left;

  if (left->priority >= right->priority)
    {
      left->right = merge (left->right, right);
      update (left);
      return left;
    }

  right->left = merge (left, right->left);
  update (right);

  return right;
}

static Node *
insert (Node *node, Node *added)
{
  if (node == NULL)
    return added;

  if (added->priority > node->priority)
    {
      split (node, &added->entry, &added->left, &added->right);
      update (added);
      return added;
    }

  if (compare_entries (&added->entry, &node->entry) < 0)
    node->left = insert (node->left, added);
  else
    node->right = insert (node->right, added);
  update (node);

  return node;
}

static Node *
take_out (Node *node, const GsSpanEntry *entry)
{
  int order = compare_entries (entry, &node->entry);

  if (order == 0)
    {
      Node *rest = merge (node->left, node->right);

      g_free (node);
      return rest;
    }

  if (order < 0)
    node->left = take_out (node->left, entry);
  else
    node->right = take_out (node->right, entry);
  update (node);

  return node;
}

static gboolean
contains (GsSpanIndex *self, const GsSpanEntry *entry)
{
  const Node *node = self->root;

  while (node != NULL)
    {
      int order = compare_entries (entry, &node->entry);

      if (order == 0)
        return TRUE;
      node = order < 0 ? node->left : node->right;
    }

  return FALSE;
}

/**
 * gs_span_index_new:
 *
 * Returns: (transfer full): an empty index
 */
GsSpanIndex *
gs_span_index_new (void)
{
  GsSpanIndex *self = g_new0 (GsSpanIndex, 1);

  self->seed = 0x9e3779b9u;

  return self;
}

/**
 * gs_span_index_free:
 * @self: (nullable) (transfer full): an index
 */
void
gs_span_index_free (GsSpanIndex *self)
{
  if (self == NULL)
    return;

  node_free (self->root);
  g_free (self);
}

/**
 * gs_span_index_fill:
 * @self: an index
 * @entries: (array length=n_entries): the spans, in any order
 * @n_entries: how many
 *
 * Replaces everything in the index by @entries. Equal entries count once.
 */
void
gs_span_index_fill (GsSpanIndex *self, const GsSpanEntry *entries, guint n_entries)
{
  g_autofree GsSpanEntry *sorted = NULL;
  g_autoptr (GPtrArray) spine = NULL; /* from the root along the right edge */

  g_return_if_fail (self != NULL);
  g_return_if_fail (entries != NULL || n_entries == 0);

  g_clear_pointer (&self->root, node_free);
  self->size = 0;
  if (n_entries == 0)
    return;

  sorted = g_memdup2 (entries, n_entries * sizeof *entries);
  qsort (sorted, n_entries, sizeof *sorted, compare_entries_cb);
  spine = g_ptr_array_new ();

  for (guint i = 0; i < n_entries; i++)
    {
      Node *node, *below = NULL;

      if (i > 0 && compare_entries (&sorted[i - 1], &sorted[i]) == 0)
        continue;

      node = node_new (self, &sorted[i]);
      while (spine->len > 0 && ((Node *) spine->pdata[spine->len - 1])->priority < node->priority)
        below = g_ptr_array_steal_index (spine, spine->len - 1);
      node->left = below;
      if (spine->len > 0)
        ((Node *) spine->pdata[spine->len - 1])->right = node;
      g_ptr_array_add (spine, node);
      self->size++;
    }

  self->root = spine->pdata[0];
  update_all (self->root);
}

/**
 * gs_span_index_add:
 * @self: an index
 * @entry: a span; copied
 *
 * Adds one span; an entry that is there already is not added again.
 */
void
gs_span_index_add (GsSpanIndex *self, const GsSpanEntry *entry)
{
  g_return_if_fail (self != NULL && entry != NULL);

  if (contains (self, entry))
    return;

  self->root = insert (self->root, node_new (self, entry));
  self->size++;
}

/**
 * gs_span_index_remove:
 * @self: an index
 * @entry: a span as it was added
 *
 * Returns: whether it was there
 */
gboolean
gs_span_index_remove (GsSpanIndex *self, const GsSpanEntry *entry)
{
  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  if (!contains (self, entry))
    return FALSE;

  self->root = take_out (self->root, entry);
  self->size--;

  return TRUE;
}

/**
 * gs_span_index_size:
 * @self: an index
 *
 * Returns: how many spans it holds
 */
guint
gs_span_index_size (GsSpanIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

static gboolean
query (const Node *node, gint64 start, gint64 end, GsSpanFunc func, gpointer user_data)
{
  if (node == NULL || node->furthest <= start)
    return TRUE;

  if (!query (node->left, start, end, func, user_data))
    return FALSE;
  if (node->entry.start >= end)
    return TRUE;
  if (node->entry.end > start && !func (&node->entry, user_data))
    return FALSE;

  return query (node->right, start, end, func, user_data);
}

/**
 * gs_span_index_query:
 * @self: an index
 * @start: in code points
 * @end: in code points; equal to @start it asks for the spans that hold the character at @start
 * @func: (scope call): called for each span that has a character in common with the range,
 *   by start, then end, then key; must not change the index
 * @user_data: for @func
 */
void
gs_span_index_query (GsSpanIndex *self, gint64 start, gint64 end, GsSpanFunc func, gpointer user_data)
{
  g_return_if_fail (self != NULL && func != NULL);

  query (self->root, start, MAX (end, start + 1), func, user_data);
}

/**
 * gs_span_index_next:
 * @self: an index
 * @offset: in code points
 * @entry: (out): the first span that begins after @offset
 *
 * Returns: whether there is one
 */
gboolean
gs_span_index_next (GsSpanIndex *self, gint64 offset, GsSpanEntry *entry)
{
  const Node *node, *best = NULL;

  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  for (node = self->root; node != NULL;)
    {
      if (node->entry.start > offset)
        {
          best = node;
          node = node->left;
        }
      else
        node = node->right;
    }
  if (best != NULL)
    *entry = best->entry;

  return best != NULL;
}

/**
 * gs_span_index_previous:
 * @self: an index
 * @offset: in code points
 * @entry: (out): the last span that begins before @offset
 *
 * Returns: whether there is one
 */
gboolean
gs_span_index_previous (GsSpanIndex *self, gint64 offset, GsSpanEntry *entry)
{
  const Node *node, *best = NULL;

  g_return_val_if_fail (self != NULL && entry != NULL, FALSE);

  for (node = self->root; node != NULL;)
    {
      if (node->entry.start < offset)
        {
          best = node;
          node = node->right;
        }
      else
        node = node->left;
    }
  if (best != NULL)
    *entry = best->entry;

  return best != NULL;
}
