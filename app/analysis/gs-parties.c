/* gs-parties.c: who speaks in a claim, and on whose side.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-parties.h"

#include "gs-gettext.h"

/* "Press office of the ministry of the government": further up nobody is one party. */
#define MAX_DEPTH 6

struct _GsParties
{
  GsWorkspace *workspace;
  GHashTable *sources;  /* UUID → GsSourceRecord, NULL when there is none */
  GHashTable *articles; /* UUID → name (char *) */
  GHashTable *sides;    /* UUID of source → set of UUIDs */
};

static void
source_free (gpointer data)
{
  gs_source_record_free (data);
}

/**
 * gs_parties_new:
 * @workspace: a #GsWorkspace
 *
 * Sources and articles are read from the workspace when first asked for, which blocks,
 * and remembered.
 *
 * Returns: (transfer full): who speaks for whom
 */
GsParties *
gs_parties_new (GsWorkspace *workspace)
{
  GsParties *self = g_new0 (GsParties, 1);

  self->workspace = g_object_ref (workspace);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, source_free);
  self->articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);

  return self;
}

/**
 * gs_parties_free:
 * @self: (nullable) (transfer full): parties
 */
void
gs_parties_free (GsParties *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->sources);
  g_hash_table_unref (self->articles);
  g_hash_table_unref (self->sides);
  g_object_unref (self->workspace);
  g_free (self);
}

/* A source that cannot be read counts as one of which nothing is known. */
static const GsSourceRecord *
get_source (GsParties *self, const char *uuid)
{
  gpointer source = NULL;

  if (uuid == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (self->sources, uuid, NULL, &source))
    {
      source = gs_workspace_load (self->workspace, &gs_source_type, uuid, NULL);
      g_hash_table_insert (self->sources, g_strdup (uuid), source);
    }

  return source;
}

/* UUID of the source from whom the claim comes, NULL where nobody is named. */
static const char *
innermost (const GsClaimRecord *claim)
{
  for (guint i = claim->hops->len; i > 0; i--)
    {
      const GsHopRecord *hop = claim->hops->pdata[i - 1];

      if (hop->resolves_to != NULL || hop->source != NULL)
        return hop->resolves_to != NULL ? hop->resolves_to : hop->source;
    }

  return NULL;
}

static const char *
article_name (GsParties *self, const char *article)
{
  char *name = g_hash_table_lookup (self->articles, article);
  GsArticleListing *row;

  if (name != NULL)
    return name;

  row = gs_workspace_list_row (self->workspace, &gs_article_listing_type, article, NULL);
  if (row != NULL && row->outlet != NULL)
    name = g_strdup (row->outlet);
  else if (row != NULL && row->title != NULL)
    name = g_strdup_printf ("“%s”", row->title);
  else
    name = g_strdup (_ ("the article"));
  gs_record_free (&gs_article_listing_type, row);
  g_hash_table_insert (self->articles, g_strdup (article), name);

  return name;
}

/**
 * gs_parties_voice:
 * @self: parties
 * @claim: a claim
 *
 * Returns: (transfer none): name of the innermost source, of the article where nobody
 *   is named, or "somebody"; owned by @self
 */
const char *
gs_parties_voice (GsParties *self, const GsClaimRecord *claim)
{
  const GsSourceRecord *source = get_source (self, innermost (claim));

  if (source != NULL && source->name != NULL)
    return source->name;

  return claim->article != NULL ? article_name (self, claim->article) : _ ("somebody");
}

static gboolean
is_one (const GsSourceRecord *source)
{
  return source != NULL && source->kind != GS_SOURCE_ANONYMOUS_GROUP && source->kind != GS_SOURCE_GENERIC;
}

/**
 * gs_parties_same_speaker:
 * @self: parties
 * @a: a claim
 * @b: another
 *
 * Returns: whether the same one speaks; two "officials" need not be the same ones
 */
gboolean
gs_parties_same_speaker (GsParties *self, const GsClaimRecord *a, const GsClaimRecord *b)
{
  const char *x = innermost (a), *y = innermost (b);

  /* The voice of one and the same article. */
  if (x == NULL && y == NULL)
    return a->article != NULL && g_strcmp0 (a->article, b->article) == 0;

  return g_strcmp0 (x, y) == 0 && is_one (get_source (self, x));
}

static void
add_sides (GsParties *self, const char *uuid, GHashTable *sides, int depth)
{
  const GsSourceRecord *source = get_source (self, uuid);

  if (source == NULL || depth > MAX_DEPTH || !g_hash_table_add (sides, g_strdup (uuid)))
    return;

  add_sides (self, source->part_of, sides, depth + 1);
  for (guint i = 0; i < source->affiliations->len; i++)
    {
      const GsAffiliationRecord *affiliation = source->affiliations->pdata[i];

      add_sides (self, affiliation->party, sides, depth + 1);
    }
}

static GHashTable *
get_sides (GsParties *self, const char *uuid)
{
  GHashTable *sides = g_hash_table_lookup (self->sides, uuid);

  if (sides == NULL)
    {
      sides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      add_sides (self, uuid, sides, 0);
      g_hash_table_insert (self->sides, g_strdup (uuid), sides);
    }

  return sides;
}

/**
 * gs_parties_same_party:
 * @self: parties
 * @a: a claim
 * @b: another
 *
 * Returns: whether the same one speaks, or two who belong to the same party
 */
gboolean
gs_parties_same_party (GsParties *self, const GsClaimRecord *a, const GsClaimRecord *b)
{
  const char *x = innermost (a), *y = innermost (b);
  GHashTableIter iter;
  gpointer side;

  if (gs_parties_same_speaker (self, a, b))
    return TRUE;
  if (x == NULL || y == NULL || g_str_equal (x, y))
    return FALSE;

  g_hash_table_iter_init (&iter, get_sides (self, x));
  while (g_hash_table_iter_next (&iter, &side, NULL))
    {
      if (g_hash_table_contains (get_sides (self, y), side) && is_one (get_source (self, side)))
        return TRUE;
    }

  return FALSE;
}

/**
 * gs_parties_different_outlets:
 * @self: parties
 * @a: a claim
 * @b: another
 *
 * Returns: whether both are reported, by different publishers; %FALSE where either
 *   publisher is not known
 */
gboolean
gs_parties_different_outlets (GsParties *self, const GsClaimRecord *a, const GsClaimRecord *b)
{
  const GsHopRecord *x, *y;

  if (a->hops->len < 2 || b->hops->len < 2)
    return FALSE;

  x = a->hops->pdata[0];
  y = b->hops->pdata[0];

  return x->source != NULL && y->source != NULL && g_strcmp0 (x->source, y->source) != 0;
}
