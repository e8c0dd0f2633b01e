/* gs-reader-claims.c: the claims of the article in the reader, by place and by UUID.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-claims.h"

struct _GsReaderClaims
{
  GPtrArray *slots; /* GsReaderClaim by key; NULL where one was removed */
  GArray *vacant;   /* guint: keys to be used again */
  GHashTable *keys; /* UUID, owned by the slot → key + 1 */
  GsSpanIndex *index;
};

static void
reader_claim_free (GsReaderClaim *claim)
{
  if (claim == NULL)
    return;

  g_free (claim->claim);
  g_free (claim);
}

static GsReaderClaim *
reader_claim_new (const GsClaimListing *listing)
{
  GsReaderClaim *claim = g_new0 (GsReaderClaim, 1);

  claim->claim = g_strdup (listing->uuid);
  claim->start = listing->start;
  claim->end = listing->end;
  claim->has_colour = listing->colour != NULL && gdk_rgba_parse (&claim->colour, listing->colour);

  return claim;
}

static gboolean
reader_claim_looks_like (const GsReaderClaim *claim, const GsReaderClaim *other)
{
  return claim->start == other->start && claim->end == other->end && claim->has_colour == other->has_colour
         && (!claim->has_colour || gdk_rgba_equal (&claim->colour, &other->colour));
}

static GsSpanEntry
entry_of (const GsReaderClaim *claim, guint key)
{
  return (GsSpanEntry){ .start = claim->start, .end = claim->end, .key = key };
}

/**
 * gs_reader_claims_new:
 *
 * Returns: (transfer full): an empty set of claims
 */
GsReaderClaims *
gs_reader_claims_new (void)
{
  GsReaderClaims *self = g_new0 (GsReaderClaims, 1);

  self->slots = g_ptr_array_new_with_free_func ((GDestroyNotify) reader_claim_free);
  self->vacant = g_array_new (FALSE, FALSE, sizeof (guint));
  self->keys = g_hash_table_new (g_str_hash, g_str_equal);
  self->index = gs_span_index_new ();

  return self;
}

/**
 * gs_reader_claims_free:
 * @self: (nullable) (transfer full): claims
 */
void
gs_reader_claims_free (GsReaderClaims *self)
{
  if (self == NULL)
    return;

  gs_span_index_free (self->index);
  g_hash_table_unref (self->keys);
  g_array_unref (self->vacant);
  g_ptr_array_unref (self->slots);
  g_free (self);
}

/* Takes @claim; returns its key. */
static guint
put_in_slot (GsReaderClaims *self, GsReaderClaim *claim)
{
  guint key = self->slots->len;

  if (self->vacant->len > 0)
    {
      key = g_array_index (self->vacant, guint, self->vacant->len - 1);
      g_array_set_size (self->vacant, self->vacant->len - 1);
      self->slots->pdata[key] = claim;
    }
  else
    {
      g_ptr_array_add (self->slots, claim);
    }

  g_hash_table_insert (self->keys, claim->claim, GUINT_TO_POINTER (key + 1));

  return key;
}

static gboolean
has_place (const GsClaimListing *listing)
{
  return listing->uuid != NULL && listing->start >= 0 && listing->end > listing->start;
}

static void
add_claim (GsReaderClaims *self, GsReaderClaim *claim)
{
  GsSpanEntry entry = entry_of (claim, put_in_slot (self, claim));

  gs_span_index_add (self->index, &entry);
}

/**
 * gs_reader_claims_add:
 * @self: claims
 * @listing: copied as needed
 *
 * Returns: %FALSE, and nothing added, when it has no place or is there already
 */
gboolean
gs_reader_claims_add (GsReaderClaims *self, const GsClaimListing *listing)
{
  if (!has_place (listing) || g_hash_table_contains (self->keys, listing->uuid))
    return FALSE;

  add_claim (self, reader_claim_new (listing));

  return TRUE;
}

/**
 * gs_reader_claims_remove:
 * @self: claims
 * @claim: UUID
 *
 * Returns: whether it was there
 */
gboolean
gs_reader_claims_remove (GsReaderClaims *self, const char *claim)
{
  guint key = GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, claim));
  GsReaderClaim *slot;
  GsSpanEntry entry;

  if (key-- == 0)
    return FALSE;

  slot = self->slots->pdata[key];
  entry = entry_of (slot, key);
  gs_span_index_remove (self->index, &entry);
  g_hash_table_remove (self->keys, slot->claim);
  self->slots->pdata[key] = NULL;
  g_array_append_val (self->vacant, key);
  reader_claim_free (slot);

  return TRUE;
}

static void
fill (GsReaderClaims *self, const GPtrArray *claims)
{
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (GsSpanEntry), claims->len);

  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimListing *listing = claims->pdata[i];
      GsReaderClaim *claim;
      GsSpanEntry entry;

      if (!has_place (listing) || g_hash_table_contains (self->keys, listing->uuid))
        continue;

      claim = reader_claim_new (listing);
      entry = entry_of (claim, put_in_slot (self, claim));
      g_array_append_val (entries, entry);
    }

  gs_span_index_fill (self->index, (const GsSpanEntry *) (void *) entries->data, entries->len);
}

static void
remove_missing (GsReaderClaims *self, const GPtrArray *claims, GsReaderRangeFunc changed, gpointer user_data)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimListing *listing = claims->pdata[i];

      if (has_place (listing))
        g_hash_table_add (there, listing->uuid);
    }

  for (guint key = 0; key < self->slots->len; key++)
    {
      const GsReaderClaim *slot = self->slots->pdata[key];

      if (slot == NULL || g_hash_table_contains (there, slot->claim))
        continue;

      changed (slot->start, slot->end, user_data);
      gs_reader_claims_remove (self, slot->claim);
    }
}

/**
 * gs_reader_claims_update:
 * @self: claims
 * @claims: (element-type GsClaimListing): what there is from now on
 * @changed: called with each range, in code points, of what was added, removed, moved
 *   or given another colour
 * @user_data: for @changed
 */
void
gs_reader_claims_update (GsReaderClaims *self, const GPtrArray *claims, GsReaderRangeFunc changed, gpointer user_data)
{
  if (gs_reader_claims_size (self) == 0)
    {
      fill (self, claims);
      changed (0, G_MAXINT64, user_data);
      return;
    }

  remove_missing (self, claims, changed, user_data);

  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimListing *listing = claims->pdata[i];
      const GsReaderClaim *old;
      GsReaderClaim *claim;

      if (!has_place (listing))
        continue;

      claim = reader_claim_new (listing);
      old = gs_reader_claims_find (self, claim->claim);
      if (old != NULL && reader_claim_looks_like (old, claim))
        {
          reader_claim_free (claim);
          continue;
        }

      if (old != NULL)
        {
          changed (old->start, old->end, user_data);
          gs_reader_claims_remove (self, claim->claim);
        }
      changed (claim->start, claim->end, user_data);
      add_claim (self, claim);
    }
}

/**
 * gs_reader_claims_size:
 * @self: claims
 *
 * Returns: how many there are
 */
guint
gs_reader_claims_size (GsReaderClaims *self)
{
  return g_hash_table_size (self->keys);
}

/**
 * gs_reader_claims_index:
 * @self: claims
 *
 * Returns: (transfer none): their places in code points, by keys for
 *   gs_reader_claims_get()
 */
GsSpanIndex *
gs_reader_claims_index (GsReaderClaims *self)
{
  return self->index;
}

/**
 * gs_reader_claims_get:
 * @self: claims
 * @key: of an entry of the index
 *
 * Returns: (transfer none): the claim, good until it changes
 */
const GsReaderClaim *
gs_reader_claims_get (GsReaderClaims *self, guint key)
{
  g_return_val_if_fail (key < self->slots->len, NULL);

  return self->slots->pdata[key];
}

/**
 * gs_reader_claims_find:
 * @self: claims
 * @claim: (nullable): UUID
 *
 * Returns: (transfer none) (nullable): the claim, good until it changes
 */
const GsReaderClaim *
gs_reader_claims_find (GsReaderClaims *self, const char *claim)
{
  guint key = claim != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->keys, claim)) : 0;

  return key > 0 ? self->slots->pdata[key - 1] : NULL;
}

typedef struct
{
  GsReaderClaims *claims;
  gint64 offset;
  const GsReaderClaim *from;
  const GsReaderClaim *found;
  gboolean passed;
} Search;

static gboolean
choose_shortest (const GsSpanEntry *entry, gpointer user_data)
{
  Search *search = user_data;
  gboolean covers = entry->start <= search->offset && entry->end > search->offset;

  if (covers && (search->found == NULL || entry->end - entry->start < search->found->end - search->found->start))
    search->found = gs_reader_claims_get (search->claims, entry->key);

  return TRUE;
}

/**
 * gs_reader_claims_at:
 * @self: claims
 * @offset: a code point
 *
 * Returns: (transfer none) (nullable): the shortest claim that covers it
 */
const GsReaderClaim *
gs_reader_claims_at (GsReaderClaims *self, gint64 offset)
{
  Search search = { .claims = self, .offset = offset };

  gs_span_index_query (self->index, offset, offset + 1, choose_shortest, &search);

  return search.found;
}

/* Claims that begin together are told apart by their order in the index. */
static gboolean
choose_after (const GsSpanEntry *entry, gpointer user_data)
{
  Search *search = user_data;
  const GsReaderClaim *claim = gs_reader_claims_get (search->claims, entry->key);

  if (claim->start != search->from->start)
    return TRUE;

  if (search->passed)
    {
      search->found = claim;
      return FALSE;
    }
  search->passed = claim == search->from;

  return TRUE;
}

static gboolean
choose_before (const GsSpanEntry *entry, gpointer user_data)
{
  Search *search = user_data;
  const GsReaderClaim *claim = gs_reader_claims_get (search->claims, entry->key);

  if (claim == search->from)
    return FALSE;
  if (claim->start == search->offset)
    search->found = claim;

  return TRUE;
}

/**
 * gs_reader_claims_step:
 * @self: claims
 * @from: (nullable): one of them
 * @offset: in code points, to count from where @from is %NULL
 * @backwards: whether to look for the one before
 *
 * Returns: (transfer none) (nullable): the next one in reading order
 */
const GsReaderClaim *
gs_reader_claims_step (GsReaderClaims *self, const GsReaderClaim *from, gint64 offset, gboolean backwards)
{
  Search search = { .claims = self, .from = from, .offset = offset };
  GsSpanEntry entry;

  if (from != NULL)
    {
      search.offset = offset = from->start;
      gs_span_index_query (self->index, offset, offset + 1, backwards ? choose_before : choose_after, &search);
      if (search.found != NULL)
        return search.found;
    }

  if (!backwards)
    return gs_span_index_next (self->index, from != NULL ? offset : offset - 1, &entry)
             ? gs_reader_claims_get (self, entry.key)
             : NULL;

  if (!gs_span_index_previous (self->index, offset, &entry))
    return NULL;

  /* The last of those that begin there. */
  search.from = NULL;
  search.offset = entry.start;
  gs_span_index_query (self->index, entry.start, entry.start + 1, choose_before, &search);

  return search.found;
}
