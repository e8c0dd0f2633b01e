/* gs-conflict-links.c: what is stored about the pairs on a question.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflict-links.h"

#include "gs-pair.h"

struct _GsConflictLinks
{
  GsWorkspace *workspace;
  GPtrArray *stored;     /* GsLinkRecord, on the question, by UUID */
  GHashTable *links;     /* UUID → GsLinkRecord, not owned */
  GHashTable *by_claims; /* "a b" → GsLinkRecord of the analyst, not owned */
  GHashTable *of_claim;  /* UUID of a claim → GPtrArray of GsLinkRecord, of those looked up */
};

static char *
key_of (const char *a, const char *b)
{
  return g_strcmp0 (a, b) < 0 ? g_strconcat (a, " ", b, NULL) : g_strconcat (b, " ", a, NULL);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(const GsLinkRecord *const *) a)->uuid, (*(const GsLinkRecord *const *) b)->uuid);
}

/**
 * gs_conflict_links_oppose:
 * @link: a link
 *
 * Returns: whether it sets two claims against each other
 */
gboolean
gs_conflict_links_oppose (const GsLinkRecord *link)
{
  return link->kind == GS_LINK_CONTRADICTS || link->kind == GS_LINK_TENSION;
}

/**
 * gs_conflict_links_new:
 * @workspace: a workspace
 * @question: (nullable): UUID, %NULL for claims that answer no question
 * @error: why they could not be read
 *
 * Blocks.
 *
 * Returns: (transfer full): the links on the question, or %NULL with @error
 */
GsConflictLinks *
gs_conflict_links_new (GsWorkspace *workspace, const char *question, GError **error)
{
  g_autoptr (GPtrArray) stored = question != NULL ? gs_workspace_oppositions_on_question (workspace, question, error)
                                                  : gs_record_array_new (&gs_link_type);
  GsConflictLinks *self;

  if (stored == NULL)
    return NULL;

  self = g_new0 (GsConflictLinks, 1);
  self->workspace = g_object_ref (workspace);
  self->links = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->of_claim = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->stored = g_steal_pointer (&stored);
  g_ptr_array_sort (self->stored, compare_links);
  for (guint i = 0; i < self->stored->len; i++)
    {
      GsLinkRecord *link = self->stored->pdata[i];

      g_hash_table_replace (self->links, link->uuid, link);
      if (link->origin == GS_LINK_BY_ANALYST && gs_conflict_links_oppose (link) && link->a != NULL && link->b != NULL)
        g_hash_table_replace (self->by_claims, key_of (link->a, link->b), link);
    }

  return self;
}

/**
 * gs_conflict_links_free:
 * @self: (nullable) (transfer full): links
 */
void
gs_conflict_links_free (GsConflictLinks *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->of_claim);
  g_hash_table_unref (self->by_claims);
  g_hash_table_unref (self->links);
  g_ptr_array_unref (self->stored);
  g_object_unref (self->workspace);
  g_free (self);
}

/**
 * gs_conflict_links_get_all:
 * @self: links
 *
 * Returns: (transfer none) (element-type GsLinkRecord): those on the question, by UUID
 */
const GPtrArray *
gs_conflict_links_get_all (const GsConflictLinks *self)
{
  return self->stored;
}

/* (transfer none): kept, as a claim may stand in many pairs. NULL with error. */
static const GPtrArray *
links_of (const GsConflictLinks *self, const char *claim, GError **error)
{
  GPtrArray *links = g_hash_table_lookup (self->of_claim, claim);

  if (links == NULL && (links = gs_workspace_links_of_claim (self->workspace, claim, error)) != NULL)
    g_hash_table_insert (self->of_claim, g_strdup (claim), links);

  return links;
}

static gboolean
is_of_analyst (const GsLinkRecord *link, const char *claim)
{
  return link->origin == GS_LINK_BY_ANALYST && gs_conflict_links_oppose (link)
         && (g_strcmp0 (link->a, claim) == 0 || g_strcmp0 (link->b, claim) == 0);
}

/* The links of a question are at hand; those between two questions are looked up. */
static gboolean
look_up (const GsConflictLinks *self,
         const GsOpposition *found,
         const char *uuid,
         const GsLinkRecord **link,
         GError **error)
{
  const GPtrArray *links = links_of (self, found->a->uuid, error);

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      const GsLinkRecord *one = links->pdata[i];

      if (g_str_equal (one->uuid, uuid))
        {
          *link = one;
          break;
        }
      if (*link == NULL && is_of_analyst (one, found->b->uuid))
        *link = one;
    }

  return TRUE;
}

static const GsLinkRecord *
at_hand (const GsConflictLinks *self, const GsOpposition *found, const char *uuid)
{
  const GsLinkRecord *link = g_hash_table_lookup (self->links, uuid);
  g_autofree char *key = NULL;

  if (link != NULL || g_hash_table_size (self->by_claims) == 0)
    return link;

  key = key_of (found->a->uuid, found->b->uuid);

  return g_hash_table_lookup (self->by_claims, key);
}

/**
 * gs_conflict_links_find:
 * @self: links
 * @found: two claims that oppose each other
 * @link: (out) (transfer none) (nullable): the rule's link, or else one that the analyst has made between the
 *   two; %NULL where there is neither
 * @error: why it could not be looked up
 *
 * Blocks where the claims answer different questions.
 *
 * Returns: %FALSE with @error
 */
gboolean
gs_conflict_links_find (const GsConflictLinks *self,
                        const GsOpposition *found,
                        const GsLinkRecord **link,
                        GError **error)
{
  g_autofree char *uuid = gs_pair_derive_link (found->a->uuid, found->b->uuid, found->rule);

  *link = NULL;
  if (found->comparable == GS_COMPARABLE_SLOTS)
    return look_up (self, found, uuid, link, error);

  *link = at_hand (self, found, uuid);

  return TRUE;
}
