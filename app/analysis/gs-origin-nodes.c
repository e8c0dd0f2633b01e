/* gs-origin-nodes.c: from whom each strand comes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-origin-nodes.h"

#include "gs-origin-words.h"
#include "gs-time.h"

/* "Press office of the ministry of the government": further up nobody is one party. */
#define MAX_DEPTH 6

/* Who belongs to more has been made to. */
#define MAX_PARTIES 200

/* Copies of copies; longer lines are circles. */
#define MAX_COPIES 16

static char *
fold (const char *name)
{
  g_autofree char *trimmed = name != NULL ? g_strstrip (g_strdup (name)) : NULL;

  return trimmed != NULL && *trimmed != '\0' ? g_utf8_casefold (trimmed, -1) : NULL;
}

/* Outlets -------------------------------------------------------------------------- */

static gboolean
same_name (const char *a, const char *b)
{
  g_autofree char *x = fold (a), *y = fold (b);

  return x != NULL && g_strcmp0 (x, y) == 0;
}

/* A source whose kind was not said publishes when it stands before others, or
 * bears the name of the article's publisher. */
static void
note_outlet (GsOriginNodes *self, const GsStrand *strand)
{
  guint outermost = strand->n_hops > 0 ? gs_strands_get_hop (self->strands, strand, 0) : GS_STRAND_NONE;
  const GsStrandSource *source;

  if (outermost == GS_STRAND_NONE)
    return;

  source = gs_strands_get_source (self->strands, outermost);
  if (source->kind != GS_SOURCE_UNKNOWN || self->outlets[outermost])
    return;

  if (strand->n_hops > 1)
    self->outlets[outermost] = TRUE;
  else if (strand->article != GS_STRAND_NONE)
    {
      const GsStrandArticle *article = gs_strands_get_article (self->strands, strand->article);

      self->outlets[outermost] = same_name (source->name, article->outlet) || same_name (source->name, article->agency);
    }
}

static void
find_outlets (GsOriginNodes *self)
{
  self->outlets = g_new0 (gboolean, self->strands->sources->len + 1);
  for (guint i = 0; i < self->strands->sources->len; i++)
    {
      int kind = gs_strands_get_source (self->strands, i)->kind;

      self->outlets[i] = kind == GS_SOURCE_OUTLET || kind == GS_SOURCE_AGENCY;
    }
  for (guint i = 0; i < self->strands->strands->len; i++)
    note_outlet (self, gs_strands_get (self->strands, i));
}

/**
 * gs_origin_nodes_outlets:
 * @self: nodes
 * @way: a strand's way
 * @with_origin: whether an outlet that is the origin itself counts
 * @outlets: (element-type utf8): gets a word for each outlet through which it came, one at least
 */
void
gs_origin_nodes_outlets (const GsOriginNodes *self, const GsOriginWay *way, gboolean with_origin, GPtrArray *outlets)
{
  const GsStrand *strand = gs_strands_get (self->strands, way->strand);
  const GsStrandArticle *article =
    strand->article != GS_STRAND_NONE ? gs_strands_get_article (self->strands, strand->article) : NULL;
  g_autofree char *publisher =
    article != NULL ? fold (article->outlet != NULL ? article->outlet : article->agency) : NULL;
  guint before = outlets->len;

  for (guint i = 0; i < strand->n_hops; i++)
    {
      guint place = gs_strands_get_hop (self->strands, strand, i);

      if (self->outlets[place] && (with_origin || i + 1 < strand->n_hops))
        {
          g_autofree char *name = fold (gs_strands_get_source (self->strands, place)->name);

          g_ptr_array_add (outlets, name != NULL ? g_steal_pointer (&name) : g_strdup_printf ("source %u", place));
        }
    }
  if (outlets->len > before)
    return;

  /* Whoever published it is not in the chain. */
  if (publisher != NULL)
    g_ptr_array_add (outlets, g_steal_pointer (&publisher));
  else
    g_ptr_array_add (outlets, g_strdup_printf ("article %u", way->family));
}

/* Parties -------------------------------------------------------------------------- */

/* Somebody who is one, so that two who speak for them speak for the same. */
static gboolean
is_one (const GsStrandSource *source)
{
  return source->kind != GS_SOURCE_ANONYMOUS_GROUP && source->kind != GS_SOURCE_GENERIC;
}

/* 1: @side held when @way was said, 0: it may have, -1: it did not. */
static int
held (const GsStrandSide *side, const GsOriginWay *way)
{
  guint32 first = 0, last = G_MAXUINT32, day;

  if (side->from != NULL)
    gs_date_days (side->from, &first, &day);
  if (side->to != NULL)
    gs_date_days (side->to, &day, &last);
  if (first == 0 && last == G_MAXUINT32)
    return 1;
  if (!way->dated)
    return 0;
  if (way->last < first || way->first > last)
    return -1;

  return way->first >= first && way->last <= last ? 1 : 0;
}

static void
climb (const GsOriginNodes *self,
       const GsOriginWay *way,
       guint place,
       gboolean certain,
       guint depth,
       guint *left,
       GsOriginPartyFunc func,
       gpointer user_data)
{
  const GsStrandSource *source = gs_strands_get_source (self->strands, place);

  if ((*left)-- == 0)
    {
      *left = 0;
      return;
    }
  if (is_one (source))
    func (place, certain, user_data);
  if (depth == MAX_DEPTH)
    return;

  if (source->part_of != GS_STRAND_NONE && source->part_of != place)
    climb (self, way, source->part_of, certain, depth + 1, left, func, user_data);
  for (guint i = 0; i < source->sides->len; i++)
    {
      const GsStrandSide *side = &g_array_index (source->sides, GsStrandSide, i);
      int holds = held (side, way);

      if (holds >= 0)
        climb (self, way, side->party, certain && holds > 0, depth + 1, left, func, user_data);
    }
}

/**
 * gs_origin_nodes_each_party:
 * @self: nodes
 * @way: a strand's way
 * @func: (scope call): called for each party, perhaps more than once
 * @user_data: for @func
 *
 * Calls @func for each party that the origin of @way speaks for: itself, if it is one, whatever it is part of and
 * whatever it was affiliated to at the time.
 */
void
gs_origin_nodes_each_party (const GsOriginNodes *self,
                            const GsOriginWay *way,
                            GsOriginPartyFunc func,
                            gpointer user_data)
{
  const GsOriginNode *node = gs_origin_nodes_get (self, way->node);
  guint left = MAX_PARTIES;

  /* Two papers of one house may still have it from different people. */
  if (node->source == GS_STRAND_NONE || node->kind == GS_ORIGIN_UNRESOLVED || self->outlets[node->source])
    return;

  climb (self, way, node->source, TRUE, 0, &left, func, user_data);
}

static void
note_party_cb (guint party, gboolean certain, gpointer user_data)
{
  gboolean *found = user_data;

  *found = *found || certain;
}

/* Ways and nodes --------------------------------------------------------------------- */

static void
find_family (GsOriginNodes *self, GsOriginWay *way, guint article)
{
  way->family = article;
  for (; article != GS_STRAND_NONE && way->depth < MAX_COPIES; way->depth++)
    {
      way->family = article;
      article = gs_strands_get_article (self->strands, article)->copy_of;
      if (article == GS_STRAND_NONE)
        return;
    }
}

static void
find_days (GsOriginNodes *self, GsOriginWay *way, const GsStrand *strand)
{
  const GsStrandArticle *article =
    strand->article != GS_STRAND_NONE ? gs_strands_get_article (self->strands, strand->article) : NULL;
  const char *from = strand->from, *to = strand->to;
  guint32 day;

  if (from == NULL && article != NULL)
    {
      from = article->published_lo != NULL ? article->published_lo : article->published_hi;
      to = article->published_hi != NULL ? article->published_hi : article->published_lo;
    }
  way->dated = from != NULL && to != NULL && gs_date_days (from, &way->first, &day)
               && gs_date_days (to, &day, &way->last) && way->first <= way->last;
}

static int
kind_of (GsOriginNodes *self, guint place, const GsStrand *strand)
{
  const GsStrandSource *source;

  if (place == GS_STRAND_NONE)
    return GS_ORIGIN_UNRESOLVED;

  source = gs_strands_get_source (self->strands, place);
  if (self->outlets[place])
    return gs_origin_words_observes (strand->act) ? GS_ORIGIN_NAMED : GS_ORIGIN_UNRESOLVED;
  if (source->kind == GS_SOURCE_GENERIC
      || (source->kind == GS_SOURCE_ANONYMOUS_GROUP && gs_origin_words_generic (source->name)))
    return GS_ORIGIN_GENERIC;

  return source->kind == GS_SOURCE_ANONYMOUS_GROUP ? GS_ORIGIN_ANONYMOUS : GS_ORIGIN_NAMED;
}

/* What two strands must share to come from one node. */
static char *
key_of (GsOriginNodes *self, const GsOriginWay *way, const GsOriginNode *node, const GsStrand *strand)
{
  guint relay = strand->n_hops > 2 ? gs_strands_get_hop (self->strands, strand, strand->n_hops - 2) : GS_STRAND_NONE;
  const char *name;

  if (node->kind == GS_ORIGIN_NAMED || (node->kind == GS_ORIGIN_ANONYMOUS && node->identified))
    return g_strdup_printf ("source %u", node->source);

  if (node->kind == GS_ORIGIN_UNRESOLVED)
    {
      g_autofree char *voice = NULL;

      if (node->source != GS_STRAND_NONE)
        name = gs_strands_get_source (self->strands, node->source)->name;
      else
        name =
          strand->article != GS_STRAND_NONE ? gs_strands_get_article (self->strands, strand->article)->outlet : NULL;
      voice = fold (name);
      return voice != NULL ? g_strconcat ("voice ", voice, NULL) : g_strdup_printf ("article %u", way->family);
    }

  /* Two articles that both cite what CNN has from its four sources. */
  if (node->kind == GS_ORIGIN_ANONYMOUS && relay != GS_STRAND_NONE && self->outlets[relay])
    return g_strdup_printf ("nameless %u through %u", node->source, relay);

  return g_strdup_printf ("nameless %u in %u", node->source, way->family);
}

static void
add_way (GsOriginNodes *self, GHashTable *by_key, guint place)
{
  const GsStrand *strand = gs_strands_get (self->strands, place);
  GsOriginWay way = { .strand = place, .node = self->nodes->len };
  GsOriginNode node = { .source = GS_STRAND_NONE, .strand = place };
  g_autofree char *key = NULL;
  guint known;

  find_family (self, &way, strand->article);
  find_days (self, &way, strand);
  if (strand->n_hops > 0)
    node.source = gs_strands_get_hop (self->strands, strand, strand->n_hops - 1);
  node.kind = kind_of (self, node.source, strand);
  node.identified = node.kind == GS_ORIGIN_NAMED;

  /* Whether it has a party is asked of the node it may be. */
  g_array_append_val (self->nodes, node);
  if (node.kind == GS_ORIGIN_ANONYMOUS || node.kind == GS_ORIGIN_GENERIC)
    gs_origin_nodes_each_party (self, &way, note_party_cb, &node.identified);
  if (node.kind == GS_ORIGIN_GENERIC && node.identified)
    node.kind = GS_ORIGIN_ANONYMOUS;
  *gs_origin_nodes_get (self, way.node) = node;

  key = key_of (self, &way, &node, strand);
  known = GPOINTER_TO_UINT (g_hash_table_lookup (by_key, key));
  if (known > 0)
    {
      g_array_set_size (self->nodes, way.node);
      way.node = known - 1;
    }
  else
    g_hash_table_insert (by_key, g_steal_pointer (&key), GUINT_TO_POINTER (way.node + 1));
  g_array_append_val (self->ways, way);
}

/**
 * gs_origin_nodes_new:
 * @strands: strands, which must live as long as what is returned
 * @picked: (element-type guint): places of those that count
 *
 * Returns: (transfer full): from whom they come
 */
GsOriginNodes *
gs_origin_nodes_new (const GsStrands *strands, const GArray *picked)
{
  GsOriginNodes *self = g_new0 (GsOriginNodes, 1);
  g_autoptr (GHashTable) by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->strands = strands;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (GsOriginNode));
  self->ways = g_array_new (FALSE, FALSE, sizeof (GsOriginWay));
  find_outlets (self);
  for (guint i = 0; i < picked->len; i++)
    add_way (self, by_key, g_array_index (picked, guint, i));

  return self;
}

/**
 * gs_origin_nodes_free:
 * @self: (nullable) (transfer full): nodes
 */
void
gs_origin_nodes_free (GsOriginNodes *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->nodes);
  g_array_unref (self->ways);
  g_free (self->outlets);
  g_free (self);
}
