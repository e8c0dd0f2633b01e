/* gs-disjoint-sets.c: sets that are united, and some that never may be.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-disjoint-sets.h"

typedef struct
{
  guint a;
  guint b;
} Pair;

struct _GsDisjointSets
{
  guint *parent;
  gboolean *parted; /* whether any pair concerns the set, kept at its least member */
  GArray *pairs;    /* Pair: as an analyst makes them, a few */
};

/**
 * gs_disjoint_sets_new:
 * @n: how many members
 *
 * Returns: (transfer full): sets of one member each
 */
GsDisjointSets *
gs_disjoint_sets_new (guint n)
{
  GsDisjointSets *self = g_new0 (GsDisjointSets, 1);

  self->parent = g_new (guint, n + 1);
  self->parted = g_new0 (gboolean, n + 1);
  self->pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  for (guint i = 0; i < n; i++)
    self->parent[i] = i;

  return self;
}

/**
 * gs_disjoint_sets_free:
 * @self: (nullable) (transfer full): sets
 */
void
gs_disjoint_sets_free (GsDisjointSets *self)
{
  if (self == NULL)
    return;

  g_free (self->parent);
  g_free (self->parted);
  g_array_unref (self->pairs);
  g_free (self);
}

/**
 * gs_disjoint_sets_find:
 * @self: sets
 * @member: a member
 *
 * Returns: the least member of the set that @member is in
 */
guint
gs_disjoint_sets_find (GsDisjointSets *self, guint member)
{
  while (self->parent[member] != member)
    {
      self->parent[member] = self->parent[self->parent[member]];
      member = self->parent[member];
    }

  return member;
}

/**
 * gs_disjoint_sets_part:
 * @self: sets
 * @a: a member
 * @b: another
 *
 * Keeps the sets of both from ever being united.
 *
 * Returns: %FALSE if they are united already
 */
gboolean
gs_disjoint_sets_part (GsDisjointSets *self, guint a, guint b)
{
  Pair pair = { gs_disjoint_sets_find (self, a), gs_disjoint_sets_find (self, b) };

  if (pair.a == pair.b)
    return FALSE;

  g_array_append_val (self->pairs, pair);
  self->parted[pair.a] = TRUE;
  self->parted[pair.b] = TRUE;

  return TRUE;
}

/**
 * gs_disjoint_sets_apart:
 * @self: sets
 * @a: a member
 * @b: another
 *
 * Returns: whether their sets may never be united
 */
gboolean
gs_disjoint_sets_apart (GsDisjointSets *self, guint a, guint b)
{
  guint x = gs_disjoint_sets_find (self, a), y = gs_disjoint_sets_find (self, b);

  if (!self->parted[x] || !self->parted[y])
    return FALSE;

  for (guint i = 0; i < self->pairs->len; i++)
    {
      const Pair *pair = &g_array_index (self->pairs, Pair, i);
      guint p = gs_disjoint_sets_find (self, pair->a), q = gs_disjoint_sets_find (self, pair->b);

      if ((p == x && q == y) || (p == y && q == x))
        return TRUE;
    }

  return FALSE;
}

/**
 * gs_disjoint_sets_unite:
 * @self: sets
 * @a: a member
 * @b: another
 *
 * Returns: whether two sets became one: %FALSE if they were, or may not be
 */
gboolean
gs_disjoint_sets_unite (GsDisjointSets *self, guint a, guint b)
{
  guint x = gs_disjoint_sets_find (self, a), y = gs_disjoint_sets_find (self, b);

  if (x == y || gs_disjoint_sets_apart (self, x, y))
    return FALSE;

  self->parent[MAX (x, y)] = MIN (x, y);
  self->parted[MIN (x, y)] |= self->parted[MAX (x, y)];

  return TRUE;
}
