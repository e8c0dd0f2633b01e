/* gs-origins-find.c: the origins of some strands, counted and told.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-origins-private.h"

#include <string.h>

#include "gs-cites.h"
#include "gs-gettext.h"
#include "gs-origin-unions.h"

/* What is told of very many. */
#define MAX_CHAINS 500
#define MAX_CLAIMS 100
#define MAX_UNIONS 200

typedef struct
{
  GsOrigins *result;
  const GsOriginNodes *nodes;
  const GsOriginUnions *unions;
  guint *origin_of; /* by node that is the least of its set: place among the origins */
} Telling;

/* Sources -------------------------------------------------------------------------- */

static const char *
name_of (const GsStrandSource *source)
{
  return source->name != NULL ? source->name : _ ("somebody");
}

static GsOriginSource *
tell_source (const GsStrands *strands, guint place)
{
  const GsStrandSource *source = gs_strands_get_source (strands, place);
  GsOriginSource *told = g_new0 (GsOriginSource, 1);

  told->uuid = g_strdup (source->uuid);
  told->name = g_strdup (name_of (source));
  told->kind = source->kind;

  return told;
}

/* The voice of an article in which nobody is named. */
static GsOriginSource *
tell_article (const GsStrands *strands, guint place)
{
  GsOriginSource *told = g_new0 (GsOriginSource, 1);
  const GsStrandArticle *article = place != GS_STRAND_NONE ? gs_strands_get_article (strands, place) : NULL;

  told->kind = GS_SOURCE_OUTLET;
  if (article == NULL)
    told->name = g_strdup (_ ("somebody"));
  else if (article->outlet != NULL)
    told->name = g_strdup (article->outlet);
  else
    told->name = g_strdup_printf ("“%s”", article->title);

  return told;
}

static GPtrArray *
new_sources (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gs_origin_source_free);
}

static GPtrArray *
tell_sources (const GsStrands *strands, const GArray *places)
{
  GPtrArray *told = new_sources ();

  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (told, tell_source (strands, g_array_index (places, guint, i)));

  return told;
}

/* Origins -------------------------------------------------------------------------- */

static void
origin_free (gpointer data)
{
  GsOrigin *origin = data;

  g_free (origin->name);
  g_free (origin->claim);
  g_ptr_array_unref (origin->sources);
  g_free (origin);
}

static GsOrigin *
get_origin (Telling *self, guint node)
{
  return self->result->origins->pdata[self->origin_of[self->unions->certain[node]]];
}

static gboolean
names_source (const GsOrigin *origin, const GsOriginSource *source)
{
  for (guint i = 0; i < origin->sources->len; i++)
    {
      const GsOriginSource *other = origin->sources->pdata[i];

      if (g_strcmp0 (other->uuid, source->uuid) == 0 && g_str_equal (other->name, source->name))
        return TRUE;
    }

  return FALSE;
}

/* A set is what the firmest of its members is. */
static void
add_node (Telling *self, guint place)
{
  const GsOriginNode *node = gs_origin_nodes_get (self->nodes, place);
  const GsStrand *strand = gs_strands_get (self->nodes->strands, node->strand);
  GsOrigin *origin;
  GsOriginSource *source;

  if (self->unions->certain[place] == place)
    {
      origin = g_new0 (GsOrigin, 1);
      origin->kind = node->kind;
      origin->sources = new_sources ();
      origin->claim = g_strdup (strand->claims->pdata[0]);
      self->origin_of[place] = self->result->origins->len;
      g_ptr_array_add (self->result->origins, origin);
    }

  origin = get_origin (self, place);
  origin->kind = MIN (origin->kind, node->kind);
  source = node->source != GS_STRAND_NONE ? tell_source (self->nodes->strands, node->source)
                                          : tell_article (self->nodes->strands, strand->article);
  if (names_source (origin, source))
    gs_origin_source_free (source);
  else
    g_ptr_array_add (origin->sources, source);
}

/* Those that one party speaks through are called by it. */
static void
name_origins (Telling *self)
{
  for (guint i = 0; i < self->unions->n_certain; i++)
    {
      const GsOriginStep *step = &g_array_index (self->unions->steps, GsOriginStep, i);
      GsOrigin *origin = get_origin (self, step->a);

      if (step->rule == GS_UNION_PARTY && origin->name == NULL && origin->sources->len > 1)
        origin->name = g_strdup (name_of (gs_strands_get_source (self->nodes->strands, step->about)));
    }
  for (guint i = 0; i < self->result->origins->len; i++)
    {
      GsOrigin *origin = self->result->origins->pdata[i];

      if (origin->name == NULL)
        origin->name = g_strdup (((GsOriginSource *) origin->sources->pdata[0])->name);
    }
}

static void
tell_origins (Telling *self)
{
  g_autofree guint *group_of = g_new0 (guint, self->unions->n_nodes + 1);
  guint n_groups = 0;

  for (guint i = 0; i < self->unions->n_nodes; i++)
    add_node (self, i);
  name_origins (self);

  for (guint i = 0; i < self->unions->n_nodes; i++)
    {
      guint least = self->unions->group[i];

      if (self->unions->certain[i] != i)
        continue;
      if (group_of[least] == 0)
        group_of[least] = ++n_groups;
      get_origin (self, i)->group = group_of[least] - 1;
    }
}

/* Chains --------------------------------------------------------------------------- */

static void
chain_free (gpointer data)
{
  GsOriginChain *chain = data;

  g_ptr_array_unref (chain->hops);
  g_ptr_array_unref (chain->claims);
  g_free (chain->from);
  g_free (chain->to);
  g_free (chain);
}

static GsOriginChain *
new_chain (Telling *self, const GsOriginWay *way, const GsStrand *strand)
{
  GsOriginChain *chain = g_new0 (GsOriginChain, 1);

  chain->origin = self->origin_of[self->unions->certain[way->node]];
  chain->hops = new_sources ();
  chain->claims = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < strand->n_hops; i++)
    g_ptr_array_add (chain->hops,
                     tell_source (self->nodes->strands, gs_strands_get_hop (self->nodes->strands, strand, i)));
  if (strand->n_hops == 0)
    g_ptr_array_add (chain->hops, tell_article (self->nodes->strands, strand->article));

  return chain;
}

static char *
day_text (guint32 day)
{
  GDate date;
  char text[16] = "";

  g_date_set_julian (&date, day);
  g_snprintf (text, sizeof text, "%04d-%02d-%02d", g_date_get_year (&date), (int) g_date_get_month (&date),
              g_date_get_day (&date));

  return g_strdup (text);
}

static void
widen (GsOriginChain *chain, const GsOriginWay *way)
{
  g_autofree char *from = NULL, *to = NULL;

  if (!way->dated)
    return;

  from = day_text (way->first);
  to = day_text (way->last);
  if (chain->from == NULL || strcmp (from, chain->from) < 0)
    {
      g_free (chain->from);
      chain->from = g_steal_pointer (&from);
    }
  if (chain->to == NULL || strcmp (to, chain->to) > 0)
    {
      g_free (chain->to);
      chain->to = g_steal_pointer (&to);
    }
}

static char *
chain_key (Telling *self, const GsOriginWay *way, const GsStrand *strand)
{
  GString *key = g_string_new (NULL);

  g_string_append_printf (key, "%u", self->unions->certain[way->node]);
  for (guint i = 0; i < strand->n_hops; i++)
    g_string_append_printf (key, " %u", gs_strands_get_hop (self->nodes->strands, strand, i));
  if (strand->n_hops == 0)
    g_string_append_printf (key, " article %u", strand->article);

  return g_string_free (key, FALSE);
}

static int
compare_chains (gconstpointer a, gconstpointer b)
{
  const GsOriginChain *x = *(const GsOriginChain *const *) a, *y = *(const GsOriginChain *const *) b;

  if (x->origin != y->origin)
    return x->origin < y->origin ? -1 : 1;
  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;

  return strcmp (x->claims->pdata[0], y->claims->pdata[0]);
}

/* Articles with the same chain are one way. */
static void
tell_chains (Telling *self)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *chains = self->result->chains;

  for (guint i = 0; i < self->nodes->ways->len; i++)
    {
      const GsOriginWay *way = gs_origin_nodes_way (self->nodes, i);
      const GsStrand *strand = gs_strands_get (self->nodes->strands, way->strand);
      g_autofree char *key = chain_key (self, way, strand);
      GsOriginChain *chain = g_hash_table_lookup (by_key, key);

      get_origin (self, way->node)->claims += strand->claims->len;
      self->result->claims += strand->claims->len;
      if (chain == NULL && chains->len == MAX_CHAINS)
        continue;
      if (chain == NULL)
        {
          chain = new_chain (self, way, strand);
          g_ptr_array_add (chains, chain);
          g_hash_table_insert (by_key, g_steal_pointer (&key), chain);
        }
      chain->count += strand->claims->len;
      for (guint j = 0; j < strand->claims->len && chain->claims->len < MAX_CLAIMS; j++)
        g_ptr_array_add (chain->claims, g_strdup (strand->claims->pdata[j]));
      widen (chain, way);
    }
  g_ptr_array_sort (chains, compare_chains);
}

/* Unions --------------------------------------------------------------------------- */

static void
union_free (gpointer data)
{
  GsOriginUnion *told = data;

  g_free (told->explanation);
  g_free (told);
}

static const char *
node_name (Telling *self, guint place)
{
  const GsOriginNode *node = gs_origin_nodes_get (self->nodes, place);
  const GsStrand *strand = gs_strands_get (self->nodes->strands, node->strand);
  const GsStrandArticle *article;

  if (node->source != GS_STRAND_NONE)
    return name_of (gs_strands_get_source (self->nodes->strands, node->source));
  if (strand->article == GS_STRAND_NONE)
    return _ ("somebody");
  article = gs_strands_get_article (self->nodes->strands, strand->article);

  return article->outlet != NULL ? article->outlet : article->title;
}

static char *
explain (Telling *self, const GsOriginStep *step)
{
  const GsStrands *strands = self->nodes->strands;
  const char *a = node_name (self, step->a), *b = node_name (self, step->b);

  switch ((GsUnionRule) step->rule)
    {
    case GS_UNION_ASSERTED:
      return step->reason != NULL
               ? g_strdup_printf (_ ("%s and %s are the same, says the analyst: %s"), a, b, step->reason)
               : g_strdup_printf (_ ("%s and %s are the same, says the analyst."), a, b);
    case GS_UNION_PARTY:
      return g_strdup_printf (_ ("%s and %s both speak for %s."), a, b,
                              name_of (gs_strands_get_source (strands, step->about)));
    case GS_UNION_PARTY_DATES:
      return g_strdup_printf (_ ("%s and %s may both have spoken for %s at the time."), a, b,
                              name_of (gs_strands_get_source (strands, step->about)));
    case GS_UNION_REPUBLISHED:
      return g_strdup_printf (_ ("%2$s stands in an article that repeats the one with %1$s."), a, b);
    case GS_UNION_TRANSLATED:
      return g_strdup_printf (_ ("%2$s stands in a translation of the article with %1$s."), a, b);
    case GS_UNION_ONE_OUTLET:
      return g_strdup_printf (_ ("%s and %s are nameless and came through one outlet within 14 days."), a, b);
    case GS_UNION_ONE_NAME:
      return g_strdup_printf (_ ("%s may be the same in both articles."), a);
    case GS_UNION_ANY:
      return g_strdup_printf (_ ("%2$s may have it from any of the others, such as %1$s."), a, b);
    default:
      g_assert_not_reached ();
    }
}

static void
tell_unions (Telling *self)
{
  const GArray *steps = self->unions->steps;

  for (guint i = 0; i < MIN (steps->len, MAX_UNIONS); i++)
    {
      const GsOriginStep *step = &g_array_index (steps, GsOriginStep, i);
      GsOriginUnion *told = g_new0 (GsOriginUnion, 1);

      told->a = self->origin_of[self->unions->certain[step->a]];
      told->b = self->origin_of[self->unions->certain[step->b]];
      told->certain = i < self->unions->n_certain;
      told->rule = step->rule;
      told->explanation = explain (self, step);
      g_ptr_array_add (self->result->unions, told);
    }
}

/* All together ---------------------------------------------------------------------- */

static guint
count_outlets (const GsOriginNodes *nodes)
{
  g_autoptr (GHashTable) outlets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < nodes->ways->len; i++)
    {
      g_ptr_array_set_size (names, 0);
      gs_origin_nodes_outlets (nodes, gs_origin_nodes_way (nodes, i), TRUE, names);
      for (guint j = 0; j < names->len; j++)
        g_hash_table_add (outlets, names->pdata[j]);
    }

  return g_hash_table_size (outlets);
}

void
gs_origins_count_strands (const GsStrands *strands, const GArray *picked, GsOriginCount *count)
{
  g_autoptr (GsOriginNodes) nodes = gs_origin_nodes_new (strands, picked);
  g_autoptr (GsOriginUnions) unions = gs_origin_unions_new (nodes);

  count->lower = unions->lower;
  count->upper = unions->upper;
  count->outlets = count_outlets (nodes);
  for (guint i = 0; i < picked->len; i++)
    count->claims += gs_strands_get (strands, g_array_index (picked, guint, i))->claims->len;
}

GsOrigins *
gs_origins_find (const GsStrands *strands, const GArray *picked)
{
  g_autoptr (GsOriginNodes) nodes = gs_origin_nodes_new (strands, picked);
  g_autoptr (GsOriginUnions) unions = gs_origin_unions_new (nodes);
  g_autoptr (GPtrArray) circles = gs_cites_find_circles (nodes);
  g_autoptr (GArray) bottlenecks = gs_cites_find_bottlenecks (nodes);
  g_autofree guint *origin_of = g_new0 (guint, nodes->nodes->len + 1);
  GsOrigins *result = g_new0 (GsOrigins, 1);
  Telling self = { result, nodes, unions, origin_of };

  result->lower = unions->lower;
  result->upper = unions->upper;
  result->outlets = count_outlets (nodes);
  result->origins = g_ptr_array_new_with_free_func (origin_free);
  result->chains = g_ptr_array_new_with_free_func (chain_free);
  result->unions = g_ptr_array_new_with_free_func (union_free);
  result->bottlenecks = tell_sources (strands, bottlenecks);
  result->circles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < circles->len; i++)
    g_ptr_array_add (result->circles, tell_sources (strands, circles->pdata[i]));
  tell_origins (&self);
  tell_chains (&self);
  tell_unions (&self);

  return result;
}
