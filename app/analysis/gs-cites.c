/* gs-cites.c: who cites whom: circles, and what is on every way.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-cites.h"

/* Who cited an outlet in spring, and is cited by it in autumn, is in no circle. */
#define CIRCLE_DAYS 90

/* One source cites another: from outside inwards. */
typedef struct
{
  guint from;
  guint to;
  gboolean dated; /* every time */
  guint32 first;
  guint32 last;
} Cite;

static int
compare_cites (gconstpointer a, gconstpointer b)
{
  const Cite *x = a, *y = b;

  if (x->from != y->from)
    return x->from < y->from ? -1 : 1;

  return x->to < y->to ? -1 : x->to > y->to;
}

static void
merge_cite (Cite *kept, const Cite *cite)
{
  kept->dated = kept->dated && cite->dated;
  kept->first = MIN (kept->first, cite->first);
  kept->last = MAX (kept->last, cite->last);
}

/* One for each two sources, by who cites. */
static GArray *
list_cites (const GsOriginNodes *nodes)
{
  GArray *cites = g_array_new (FALSE, FALSE, sizeof (Cite));
  guint kept = 0;

  for (guint i = 0; i < nodes->ways->len; i++)
    {
      const GsOriginWay *way = gs_origin_nodes_way (nodes, i);
      const GsStrand *strand = gs_strands_get (nodes->strands, way->strand);

      for (guint j = 0; j + 1 < strand->n_hops; j++)
        {
          Cite cite = { gs_strands_get_hop (nodes->strands, strand, j),
                        gs_strands_get_hop (nodes->strands, strand, j + 1), way->dated, way->first, way->last };

          if (cite.from != cite.to)
            g_array_append_val (cites, cite);
        }
    }

  g_array_sort (cites, compare_cites);
  for (guint i = 0; i < cites->len; i++)
    {
      Cite *cite = &g_array_index (cites, Cite, i);
      Cite *last = kept > 0 ? &g_array_index (cites, Cite, kept - 1) : NULL;

      if (last != NULL && last->from == cite->from && last->to == cite->to)
        merge_cite (last, cite);
      else
        g_array_index (cites, Cite, kept++) = *cite;
    }
  g_array_set_size (cites, kept);

  return cites;
}

/* Tarjan's strongly connected components, on a stack of its own: a line of
 * citations may be long. ------------------------------------------------------------ */

typedef struct
{
  const GArray *cites;
  guint n;
  guint *begin; /* by source: its first citation; n + 1 of them */
  guint *next;  /* by source: the citation to look at next */
  guint *index; /* by source: when it was met, from 1 */
  guint *low;
  guint *component; /* by source, from 1 */
  GArray *stack;
  GArray *path;
  guint n_met;
  guint n_components;
} Search;

static void
meet (Search *self, guint source)
{
  self->index[source] = self->low[source] = ++self->n_met;
  self->next[source] = self->begin[source];
  g_array_append_val (self->stack, source);
  g_array_append_val (self->path, source);
}

static void
leave (Search *self, guint source)
{
  g_array_set_size (self->path, self->path->len - 1);
  if (self->path->len > 0)
    {
      guint above = g_array_index (self->path, guint, self->path->len - 1);

      self->low[above] = MIN (self->low[above], self->low[source]);
    }
  if (self->low[source] != self->index[source])
    return;

  self->n_components++;
  for (guint member = GS_STRAND_NONE; member != source;)
    {
      member = g_array_index (self->stack, guint, self->stack->len - 1);
      g_array_set_size (self->stack, self->stack->len - 1);
      self->component[member] = self->n_components;
    }
}

static void
search_from (Search *self, guint root)
{
  meet (self, root);
  while (self->path->len > 0)
    {
      guint source = g_array_index (self->path, guint, self->path->len - 1);
      guint to;

      if (self->next[source] == self->begin[source + 1])
        {
          leave (self, source);
          continue;
        }
      to = g_array_index (self->cites, Cite, self->next[source]++).to;
      if (self->index[to] == 0)
        meet (self, to);
      else if (self->component[to] == 0)
        self->low[source] = MIN (self->low[source], self->index[to]);
    }
}

/* By source: the number of its component. (transfer full) */
static guint *
find_components (const GArray *cites, guint n)
{
  g_autofree guint *begin = g_new0 (guint, n + 2), *next = g_new0 (guint, n + 1);
  g_autofree guint *index = g_new0 (guint, n + 1), *low = g_new0 (guint, n + 1);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  Search search = { cites, n, begin, next, index, low, g_new0 (guint, n + 1), stack, path, 0, 0 };

  for (guint i = 0; i < cites->len; i++)
    begin[g_array_index (cites, Cite, i).from + 1]++;
  for (guint i = 0; i < n; i++)
    begin[i + 1] += begin[i];
  for (guint i = 0; i < n; i++)
    {
      if (index[i] == 0)
        search_from (&search, i);
    }

  return search.component;
}

/* Circles -------------------------------------------------------------------------- */

/* Dropping a citation may leave another one alone. */
#define MAX_ROUNDS 16

static int
compare_in_time (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint *component = user_data;
  const Cite *x = a, *y = b;

  if (component[x->from] != component[y->from])
    return component[x->from] < component[y->from] ? -1 : 1;
  /* What is not dated may have been at any time. */
  if (x->dated != y->dated)
    return x->dated ? 1 : -1;
  if (x->dated && x->first != y->first)
    return x->first < y->first ? -1 : 1;

  return compare_cites (a, b);
}

static void
keep_within (GArray *cites, const guint *component)
{
  guint kept = 0;

  for (guint i = 0; i < cites->len; i++)
    {
      const Cite *cite = &g_array_index (cites, Cite, i);

      if (component[cite->from] == component[cite->to])
        g_array_index (cites, Cite, kept++) = *cite;
    }
  g_array_set_size (cites, kept);
}

/* Of the citations in circles, those that another one of the same circle is
 * near to in time. */
static void
keep_near (GArray *cites, const guint *component)
{
  guint32 until = 0;
  guint kept = 0;
  gboolean undated = FALSE;
  guint last = 0;

  g_array_sort_with_data (cites, compare_in_time, (gpointer) component);
  for (guint i = 0; i < cites->len; i++)
    {
      Cite cite = g_array_index (cites, Cite, i);
      const Cite *next = i + 1 < cites->len ? &g_array_index (cites, Cite, i + 1) : NULL;
      gboolean first = component[cite.from] != last;

      if (next != NULL && component[next->from] != component[cite.from])
        next = NULL;
      if (first)
        undated = FALSE;
      if ((!first && (undated || cite.first <= until + CIRCLE_DAYS))
          || (next != NULL && (!cite.dated || next->first <= cite.last + CIRCLE_DAYS)))
        g_array_index (cites, Cite, kept++) = cite;

      until = first ? cite.last : MAX (until, cite.last);
      undated = undated || !cite.dated;
      last = component[cite.from];
    }
  g_array_set_size (cites, kept);
  g_array_sort (cites, compare_cites);
}

/* The members of each component that has more than one, by the least of them. */
static GPtrArray *
list_components (const guint *component, guint n)
{
  GPtrArray *circles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *size = g_new0 (guint, n + 2);
  g_autofree GArray **lists = g_new0 (GArray *, n + 2);

  for (guint i = 0; i < n; i++)
    size[component[i]]++;
  for (guint i = 0; i < n; i++)
    {
      GArray **list = &lists[component[i]];

      if (size[component[i]] < 2)
        continue;
      if (*list == NULL)
        {
          *list = g_array_new (FALSE, FALSE, sizeof (guint));
          g_ptr_array_add (circles, *list);
        }
      g_array_append_val (*list, i);
    }

  return circles;
}

/**
 * gs_cites_find_circles:
 * @nodes: from whom strands come
 *
 * Returns: (transfer full) (element-type GArray): for each circle the places of its sources (guint), in their order
 */
GPtrArray *
gs_cites_find_circles (const GsOriginNodes *nodes)
{
  g_autoptr (GArray) cites = list_cites (nodes);
  guint n = nodes->strands->sources->len, before;
  g_autofree guint *component = find_components (cites, n);

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      before = cites->len;
      keep_within (cites, component);
      keep_near (cites, component);
      if (cites->len == before)
        break;
      g_free (component);
      component = find_components (cites, n);
    }

  return list_components (component, n);
}

/* Bottlenecks ----------------------------------------------------------------------- */

/**
 * gs_cites_find_bottlenecks:
 * @nodes: from whom strands come
 *
 * Returns: (transfer full) (element-type guint): places of the relays that are on every way, outermost first; none
 *   when there is one way only
 */
GArray *
gs_cites_find_bottlenecks (const GsOriginNodes *nodes)
{
  GArray *common = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = nodes->strands->sources->len, n_ways = nodes->ways->len;
  g_autofree guint *ways = g_new0 (guint, n + 1), *met = g_new0 (guint, n + 1);
  g_autofree gboolean *origin = g_new0 (gboolean, n + 1);
  const GsStrand *strand;

  for (guint i = 0; i < n_ways; i++)
    {
      strand = gs_strands_get (nodes->strands, gs_origin_nodes_way (nodes, i)->strand);
      for (guint j = 0; j < strand->n_hops; j++)
        {
          guint hop = gs_strands_get_hop (nodes->strands, strand, j);

          ways[hop] += met[hop] != i + 1;
          met[hop] = i + 1;
        }
      if (strand->n_hops > 0)
        origin[gs_strands_get_hop (nodes->strands, strand, strand->n_hops - 1)] = TRUE;
    }
  if (n_ways < 2)
    return common;

  strand = gs_strands_get (nodes->strands, gs_origin_nodes_way (nodes, 0)->strand);
  for (guint j = 0; j < strand->n_hops; j++)
    {
      guint hop = gs_strands_get_hop (nodes->strands, strand, j);

      if (ways[hop] == n_ways && !origin[hop])
        {
          g_array_append_val (common, hop);
          ways[hop] = 0;
        }
    }

  return common;
}
