/* gs-origin-unions.c: which origins are the same, and which may be.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-origin-unions.h"

#include <string.h>

#include "gs-disjoint-sets.h"

/* Nameless sources whom one outlet cites within so many days may be the same. */
#define ONE_OUTLET_DAYS 14

/* How many of those before it in time one is compared with. */
#define MAX_COMPARED 32

typedef struct
{
  const GsOriginNodes *nodes;
  GsOriginUnions *unions;
  GsDisjointSets *sets;
  gboolean *identified; /* by node: whether a set can be told from others, kept at its least member */
  GHashTable *by_claim; /* UUID → way + 1, of claims that an assertion names */
} Uniting;

static gboolean
unite (Uniting *self, guint a, guint b, int rule, guint about, const char *reason)
{
  guint x = gs_disjoint_sets_find (self->sets, a), y = gs_disjoint_sets_find (self->sets, b);
  GsOriginStep step = { a, b, rule, about, reason };

  if (!gs_disjoint_sets_unite (self->sets, a, b))
    return FALSE;

  self->identified[MIN (x, y)] |= self->identified[MAX (x, y)];
  g_array_append_val (self->unions->steps, step);

  return TRUE;
}

static gboolean
is_identified (Uniting *self, guint node)
{
  return self->identified[gs_disjoint_sets_find (self->sets, node)];
}

/* Two who can be told from each other are two, whatever is between them. */
static gboolean
unite_if_one_may (Uniting *self, guint a, guint b, int rule, const char *reason)
{
  return (!is_identified (self, a) || !is_identified (self, b)) && unite (self, a, b, rule, GS_STRAND_NONE, reason);
}

/* What the analyst says ------------------------------------------------------------- */

/* The claims that assertions name, and from which node each comes. */
static void
find_asserted (Uniting *self)
{
  const GsStrands *strands = self->nodes->strands;
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < strands->asserted->len; i++)
    {
      const GsStrandWord *word = &g_array_index (strands->asserted, GsStrandWord, i);

      g_hash_table_add (named, (gpointer) word->a);
      g_hash_table_add (named, (gpointer) word->b);
    }
  if (g_hash_table_size (named) == 0)
    return;

  for (guint i = 0; i < self->nodes->ways->len; i++)
    {
      const GPtrArray *claims = gs_strands_get (strands, gs_origin_nodes_way (self->nodes, i)->strand)->claims;

      for (guint j = 0; j < claims->len; j++)
        {
          if (g_hash_table_contains (named, claims->pdata[j]))
            g_hash_table_insert (self->by_claim, claims->pdata[j], GUINT_TO_POINTER (i + 1));
        }
    }
}

static void
take_word (Uniting *self, const GsStrandWord *word)
{
  guint a = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_claim, word->a));
  guint b = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_claim, word->b));

  if (a == 0 || b == 0)
    return;

  a = gs_origin_nodes_way (self->nodes, a - 1)->node;
  b = gs_origin_nodes_way (self->nodes, b - 1)->node;
  if (word->same)
    unite (self, a, b, GS_UNION_ASSERTED, GS_STRAND_NONE, word->reason);
  else
    gs_disjoint_sets_part (self->sets, a, b);
}

/* The last word comes first, so that it is the one that stands. */
static void
take_words (Uniting *self)
{
  const GArray *asserted = self->nodes->strands->asserted;

  find_asserted (self);
  for (guint i = asserted->len; i > 0; i--)
    take_word (self, &g_array_index (asserted, GsStrandWord, i - 1));
}

/* Certainly the same --------------------------------------------------------------- */

typedef struct
{
  Uniting *uniting;
  GHashTable *first; /* party → node + 1 */
  guint node;
  gboolean certain; /* those wanted */
  int rule;
} Parties;

static void
party_found_cb (guint party, gboolean certain, gpointer user_data)
{
  Parties *parties = user_data;
  guint first;

  if (parties->certain && !certain)
    return;

  first = GPOINTER_TO_UINT (g_hash_table_lookup (parties->first, GUINT_TO_POINTER (party)));
  if (first == 0)
    g_hash_table_insert (parties->first, GUINT_TO_POINTER (party), GUINT_TO_POINTER (parties->node + 1));
  else
    unite (parties->uniting, first - 1, parties->node, parties->rule, party, NULL);
}

static void
unite_parties (Uniting *self, gboolean certain)
{
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);
  Parties parties = { self, first, 0, certain, certain ? GS_UNION_PARTY : GS_UNION_PARTY_DATES };

  for (guint i = 0; i < self->nodes->ways->len; i++)
    {
      const GsOriginWay *way = gs_origin_nodes_way (self->nodes, i);

      parties.node = way->node;
      gs_origin_nodes_each_party (self->nodes, way, party_found_cb, &parties);
    }
}

static int
compare_copies (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GsOriginNodes *nodes = user_data;
  const GsOriginWay *x = gs_origin_nodes_way (nodes, *(const guint *) a);
  const GsOriginWay *y = gs_origin_nodes_way (nodes, *(const guint *) b);

  if (x->family != y->family)
    return x->family < y->family ? -1 : 1;
  if (x->depth != y->depth)
    return x->depth < y->depth ? -1 : 1;

  return x->strand < y->strand ? -1 : x->strand > y->strand;
}

/* The way in an earlier article of the family that a copy's way repeats: one
 * of its own kind where there is one. */
static const GsOriginWay *
find_repeated (Uniting *self, const GArray *order, guint begin, guint at)
{
  const GsOriginWay *way = gs_origin_nodes_way (self->nodes, g_array_index (order, guint, at));
  int kind = gs_origin_nodes_get (self->nodes, way->node)->kind;
  const GsOriginWay *other = NULL;

  for (guint i = begin; i < at && i < begin + MAX_COMPARED; i++)
    {
      const GsOriginWay *earlier = gs_origin_nodes_way (self->nodes, g_array_index (order, guint, i));

      if (earlier->depth == way->depth)
        break;
      if (gs_origin_nodes_get (self->nodes, earlier->node)->kind == kind)
        return earlier;
      if (other == NULL)
        other = earlier;
    }

  return other;
}

/* Whom an article names itself is no copy's; its bare voice and its nameless
 * sources are those of what it repeats. */
static void
unite_copies (Uniting *self)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint begin = 0;

  for (guint i = 0; i < self->nodes->ways->len; i++)
    {
      if (gs_origin_nodes_way (self->nodes, i)->family != GS_STRAND_NONE)
        g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_copies, (gpointer) self->nodes);

  for (guint i = 0; i < order->len; i++)
    {
      const GsOriginWay *way = gs_origin_nodes_way (self->nodes, g_array_index (order, guint, i));
      const GsOriginWay *first = gs_origin_nodes_way (self->nodes, g_array_index (order, guint, begin));
      const GsOriginWay *repeated;
      guint article = gs_strands_get (self->nodes->strands, way->strand)->article;

      if (way->family != first->family)
        begin = i;
      if (way->depth == 0 || gs_origin_nodes_get (self->nodes, way->node)->identified
          || (repeated = find_repeated (self, order, begin, i)) == NULL)
        continue;
      unite (self, repeated->node, way->node,
             gs_strands_get_article (self->nodes->strands, article)->translated ? GS_UNION_TRANSLATED
                                                                                : GS_UNION_REPUBLISHED,
             article, NULL);
    }
}

/* Perhaps the same ------------------------------------------------------------------ */

typedef struct
{
  const char *outlet;
  guint way;
} Passage;

static int
compare_passages (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const GsOriginNodes *nodes = user_data;
  const Passage *p = a, *q = b;
  const GsOriginWay *x = gs_origin_nodes_way (nodes, p->way), *y = gs_origin_nodes_way (nodes, q->way);
  int by_outlet = strcmp (p->outlet, q->outlet);

  if (by_outlet != 0)
    return by_outlet;
  /* What is not dated may have been at any time: it stands first, and the first is compared with all. */
  if (x->dated != y->dated)
    return x->dated ? 1 : -1;
  if (x->dated && x->first != y->first)
    return x->first < y->first ? -1 : 1;

  return p->way < q->way ? -1 : p->way > q->way;
}

static GArray *
list_passages (Uniting *self)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (Passage));
  g_autoptr (GPtrArray) outlets = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->nodes->ways->len; i++)
    {
      const GsOriginWay *way = gs_origin_nodes_way (self->nodes, i);
      int kind = gs_origin_nodes_get (self->nodes, way->node)->kind;

      if (kind != GS_ORIGIN_ANONYMOUS && kind != GS_ORIGIN_GENERIC)
        continue;

      g_ptr_array_set_size (outlets, 0);
      gs_origin_nodes_outlets (self->nodes, way, FALSE, outlets);
      for (guint j = 0; j < outlets->len; j++)
        {
          Passage passage = { g_string_chunk_insert_const (self->unions->texts, outlets->pdata[j]), i };

          g_array_append_val (passages, passage);
        }
    }
  g_array_sort_with_data (passages, compare_passages, (gpointer) self->nodes);

  return passages;
}

static gboolean
near_in_time (const GsOriginWay *earlier, const GsOriginWay *later)
{
  return !earlier->dated || !later->dated || later->first <= earlier->last + ONE_OUTLET_DAYS;
}

static void
unite_passages (Uniting *self, const Passage *before, const Passage *passage)
{
  const GsOriginWay *earlier = gs_origin_nodes_way (self->nodes, before->way);
  const GsOriginWay *way = gs_origin_nodes_way (self->nodes, passage->way);

  if (near_in_time (earlier, way))
    unite_if_one_may (self, earlier->node, way->node, GS_UNION_ONE_OUTLET, passage->outlet);
}

static void
unite_outlets (Uniting *self)
{
  g_autoptr (GArray) passages = list_passages (self);

  guint begin = 0;

  for (guint i = 1; i < passages->len; i++)
    {
      const Passage *passage = &g_array_index (passages, Passage, i);

      if (passage->outlet != g_array_index (passages, Passage, begin).outlet)
        begin = i;
      if (i > begin)
        unite_passages (self, &g_array_index (passages, Passage, begin), passage);
      for (guint back = 1; back < i - begin && back <= MAX_COMPARED; back++)
        unite_passages (self, passage - back, passage);
    }
}

static void
unite_names (Uniting *self)
{
  g_autoptr (GHashTable) first = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->nodes->nodes->len; i++)
    {
      const GsOriginNode *node = gs_origin_nodes_get (self->nodes, i);
      guint known;

      if (node->kind != GS_ORIGIN_ANONYMOUS)
        continue;
      known = GPOINTER_TO_UINT (g_hash_table_lookup (first, GUINT_TO_POINTER (node->source)));
      if (known == 0)
        g_hash_table_insert (first, GUINT_TO_POINTER (node->source), GUINT_TO_POINTER (i + 1));
      else
        unite_if_one_may (self, known - 1, i, GS_UNION_ONE_NAME, NULL);
    }
}

static gboolean
is_floating (Uniting *self, guint node)
{
  int kind = gs_origin_nodes_get (self->nodes, node)->kind;

  return kind == GS_ORIGIN_GENERIC || kind == GS_ORIGIN_UNRESOLVED;
}

/* Sets of nothing but what may be any other: each joins one that will have it.
 * They are no bridge: "reports" may be of Iran or of Ukraine, and still these
 * are two. */
static void
unite_floating (Uniting *self, guint n)
{
  g_autofree gboolean *firm = g_new0 (gboolean, n + 1);
  g_autoptr (GArray) hosts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n; i++)
    firm[gs_disjoint_sets_find (self->sets, i)] |= !is_floating (self, i);
  for (guint i = 0; i < n; i++)
    {
      if (gs_disjoint_sets_find (self->sets, i) == i && firm[i])
        g_array_append_val (hosts, i);
    }

  for (guint i = 0; i < n; i++)
    {
      gboolean taken = FALSE;

      if (gs_disjoint_sets_find (self->sets, i) != i || firm[i])
        continue;
      for (guint j = 0; j < hosts->len && !taken; j++)
        taken = unite (self, g_array_index (hosts, guint, j), i, GS_UNION_ANY, GS_STRAND_NONE, NULL);
      if (!taken)
        {
          firm[i] = TRUE;
          g_array_append_val (hosts, i);
        }
    }
}

/* All together ---------------------------------------------------------------------- */

static guint
take_sets (Uniting *self, guint n, guint *least)
{
  guint count = 0;

  for (guint i = 0; i < n; i++)
    {
      least[i] = gs_disjoint_sets_find (self->sets, i);
      count += least[i] == i;
    }

  return count;
}

/**
 * gs_origin_unions_new:
 * @nodes: from whom strands come
 *
 * Returns: (transfer full): which of them are the same, and which may be
 */
GsOriginUnions *
gs_origin_unions_new (const GsOriginNodes *nodes)
{
  guint n = nodes->nodes->len;
  GsOriginUnions *unions = g_new0 (GsOriginUnions, 1);
  g_autoptr (GsDisjointSets) sets = gs_disjoint_sets_new (n);
  g_autofree gboolean *identified = g_new0 (gboolean, n + 1);
  g_autoptr (GHashTable) by_claim = g_hash_table_new (g_str_hash, g_str_equal);
  Uniting self = { nodes, unions, sets, identified, by_claim };

  unions->n_nodes = n;
  unions->certain = g_new (guint, n + 1);
  unions->group = g_new (guint, n + 1);
  unions->steps = g_array_new (FALSE, FALSE, sizeof (GsOriginStep));
  unions->texts = g_string_chunk_new (256);
  for (guint i = 0; i < n; i++)
    identified[i] = gs_origin_nodes_get (nodes, i)->identified;

  take_words (&self);
  unite_parties (&self, TRUE);
  unite_copies (&self);
  unions->upper = take_sets (&self, n, unions->certain);
  unions->n_certain = unions->steps->len;

  unite_parties (&self, FALSE);
  unite_outlets (&self);
  unite_names (&self);
  unite_floating (&self, n);
  unions->lower = take_sets (&self, n, unions->group);

  return unions;
}

/**
 * gs_origin_unions_free:
 * @self: (nullable) (transfer full): unions
 */
void
gs_origin_unions_free (GsOriginUnions *self)
{
  if (self == NULL)
    return;

  g_free (self->certain);
  g_free (self->group);
  g_array_unref (self->steps);
  g_string_chunk_free (self->texts);
  g_free (self);
}
