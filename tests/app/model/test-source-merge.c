/* test-source-merge.c: sources become one, and two again.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-source-merge.h"
#include "gs-test.h"

#define N_SOURCES 8
#define N_CLAIMS 24
#define TURNS 25

typedef struct
{
  GsWorkspace *workspace;
  GPtrArray *sources; /* UUIDs */
  GPtrArray *claims;
  GRand *random;
} Case;

static void
perform (Case *self, GsAction *action)
{
  g_autoptr (GError) error = NULL;

  gs_workspace_perform (self->workspace, action, &error);
  g_assert_no_error (error);
}

static const char *
any_source (Case *self)
{
  return self->sources->pdata[g_rand_int_range (self->random, 0, N_SOURCES)];
}

static void
add_parts (Case *self, GsSourceRecord *source, guint i)
{
  GsRatingRecord *rating = gs_record_append (source->ratings, &gs_rating_type);
  GsAliasRecord *alias = gs_record_append (source->aliases, &gs_alias_type);

  alias->language = g_strdup (i % 2 == 0 ? "nl" : "de");
  alias->name = g_strdup_printf ("alias %u", i);
  rating->grade = (int) (i % 6) + 1;
  rating->at = g_strdup_printf ("2024-01-%02uT00:00:00Z", i + 1);
  rating->basis = g_strdup_printf ("basis %u", i);
  if (i >= 2 && g_rand_boolean (self->random))
    ((GsAffiliationRecord *) gs_record_append (source->affiliations, &gs_affiliation_type))->party =
      g_strdup (self->sources->pdata[i % 2]);
  if (i >= 4 && g_rand_boolean (self->random))
    source->part_of = g_strdup (self->sources->pdata[i - 2]);
}

static Case *
case_new (guint32 seed)
{
  Case *self = g_new0 (Case, 1);
  g_autoptr (GsAction) action = gs_action_new ("Case");
  g_autoptr (GError) error = NULL;

  self->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  self->random = g_rand_new_with_seed (seed);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->claims = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_SOURCES; i++)
    {
      g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);

      source->name = g_strdup_printf ("source %u", i);
      source->kind = GS_SOURCE_PERSON;
      add_parts (self, source, i);
      g_ptr_array_add (self->sources, g_strdup (gs_action_save (action, &gs_source_type, source)));
    }
  for (guint i = 0; i < N_CLAIMS; i++)
    {
      g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
      int n = g_rand_int_range (self->random, 1, 4);

      claim->summary = g_strdup_printf ("claim %u", i);
      for (int j = 0; j < n; j++)
        {
          GsHopRecord *hop = gs_record_append (claim->hops, &gs_hop_type);

          hop->source = g_strdup (any_source (self));
          hop->resolves_to = g_rand_int_range (self->random, 0, 4) == 0 ? g_strdup (any_source (self)) : NULL;
        }
      g_ptr_array_add (self->claims, g_strdup (gs_action_save (action, &gs_claim_type, claim)));
    }
  perform (self, action);

  return self;
}

static void
case_free (Case *self)
{
  g_assert_finalize_object (self->workspace);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->claims);
  g_rand_free (self->random);
  g_free (self);
}

/* Everything, as text ------------------------------------------------------------- */

typedef struct
{
  GHashTable *names; /* UUID → name of the source; NULL to tell the UUID */
  GPtrArray *lines;
} Dump;

static const char *
told (Dump *self, const char *uuid)
{
  if (uuid == NULL)
    return "-";

  return self->names != NULL ? g_hash_table_lookup (self->names, uuid) : uuid;
}

static gboolean
note_name_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  const GsSourceRecord *source = record;

  g_hash_table_insert (user_data, g_strdup (source->uuid), g_strdup (source->name));

  return TRUE;
}

static gboolean
dump_source_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  const GsSourceRecord *source = record;
  Dump *self = user_data;

  g_ptr_array_add (self->lines, g_strdup_printf ("%s %s kind %d part of %s", told (self, source->uuid), source->name,
                                                 source->kind, told (self, source->part_of)));
  for (guint i = 0; i < source->aliases->len; i++)
    {
      const GsAliasRecord *alias = source->aliases->pdata[i];

      g_ptr_array_add (self->lines,
                       g_strdup_printf ("%s alias %s %s", told (self, source->uuid), alias->language, alias->name));
    }
  for (guint i = 0; i < source->affiliations->len; i++)
    {
      const GsAffiliationRecord *side = source->affiliations->pdata[i];

      g_ptr_array_add (self->lines,
                       g_strdup_printf ("%s with %s", told (self, source->uuid), told (self, side->party)));
    }
  for (guint i = 0; i < source->ratings->len; i++)
    {
      const GsRatingRecord *rating = source->ratings->pdata[i];

      g_ptr_array_add (self->lines, g_strdup_printf ("%s rated %d %s %s", told (self, source->uuid), rating->grade,
                                                     rating->at, rating->basis));
    }

  return TRUE;
}

static gboolean
dump_claim_cb (const GsRecordType *type, gpointer record, gpointer user_data, GError **error)
{
  const GsClaimRecord *claim = record;
  Dump *self = user_data;
  GString *line = g_string_new (claim->summary);

  for (guint i = 0; i < claim->hops->len; i++)
    {
      const GsHopRecord *hop = claim->hops->pdata[i];

      g_string_append_printf (line, " > %s (%s)", told (self, hop->source), told (self, hop->resolves_to));
    }
  if (self->names == NULL)
    g_string_append_printf (line, " modified %s", claim->modified);
  g_ptr_array_add (self->lines, g_string_free (line, FALSE));

  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
dump (Case *self, gboolean by_name)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Dump told_as = { by_name ? names : NULL, lines };

  g_assert_true (gs_workspace_each (self->workspace, &gs_source_type, note_name_cb, names, NULL));
  g_assert_true (gs_workspace_each (self->workspace, &gs_source_type, dump_source_cb, &told_as, NULL));
  g_assert_true (gs_workspace_each (self->workspace, &gs_claim_type, dump_claim_cb, &told_as, NULL));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* What is @source's, to be split off again under its name. A claim that also has
 * @kept as itself cannot be told apart hop by hop; such a case is passed over. */
static GsSourceSplit *
split_of (Case *self, const char *source, const char *kept)
{
  g_autoptr (GsSourceRecord) record = gs_workspace_load (self->workspace, &gs_source_type, source, NULL);
  GsSourceSplit *split = gs_source_split_new (kept, record->name);

  split->part_of = g_strdup (record->part_of);
  for (guint i = 0; i < record->aliases->len; i++)
    g_ptr_array_add (split->aliases, g_strdup (((GsAliasRecord *) record->aliases->pdata[i])->name));
  for (guint i = 0; i < record->affiliations->len; i++)
    g_ptr_array_add (split->affiliations, g_strdup (((GsAffiliationRecord *) record->affiliations->pdata[i])->party));
  for (guint i = 0; i < record->ratings->len; i++)
    g_ptr_array_add (split->ratings, g_strdup (((GsRatingRecord *) record->ratings->pdata[i])->at));
  for (guint i = 0; i < N_CLAIMS; i++)
    {
      g_autoptr (GsClaimRecord) claim =
        gs_workspace_load (self->workspace, &gs_claim_type, self->claims->pdata[i], NULL);
      gboolean of_source = FALSE, of_kept = FALSE;

      for (guint j = 0; j < claim->hops->len; j++)
        {
          const GsHopRecord *hop = claim->hops->pdata[j];

          of_source |= g_strcmp0 (hop->source, source) == 0 || g_strcmp0 (hop->resolves_to, source) == 0;
          of_kept |= g_strcmp0 (hop->source, kept) == 0 || g_strcmp0 (hop->resolves_to, kept) == 0;
        }
      if (of_source && of_kept)
        {
          gs_source_split_free (split);
          return NULL;
        }
      if (of_source)
        g_ptr_array_add (split->claims, g_strdup (claim->uuid));
    }

  return split;
}

/* Who belongs to @source, and whether any belongs to both, or they to each
 * other or to the same: what one source is told of once cannot be parted. */
static gboolean
add_members (Case *self, GsSourceSplit *split, const char *source, const char *kept)
{
  g_autoptr (GsSourceRecord) a = gs_workspace_load (self->workspace, &gs_source_type, source, NULL);
  g_autoptr (GsSourceRecord) b = gs_workspace_load (self->workspace, &gs_source_type, kept, NULL);

  if (a->part_of != NULL || b->part_of != NULL)
    return FALSE;
  for (guint i = 0; i < N_SOURCES; i++)
    {
      g_autoptr (GsSourceRecord) other =
        gs_workspace_load (self->workspace, &gs_source_type, self->sources->pdata[i], NULL);
      gboolean of_source = g_strcmp0 (other->part_of, source) == 0, of_kept = g_strcmp0 (other->part_of, kept) == 0;

      for (guint j = 0; j < other->affiliations->len; j++)
        {
          const char *party = ((GsAffiliationRecord *) other->affiliations->pdata[j])->party;

          of_source |= g_strcmp0 (party, source) == 0;
          of_kept |= g_strcmp0 (party, kept) == 0;
          if ((other->uuid != NULL && (g_str_equal (other->uuid, source) || g_str_equal (other->uuid, kept)))
              && (of_source || of_kept || (a->affiliations->len > 0 && b->affiliations->len > 0)))
            return FALSE;
        }
      if (of_source && of_kept)
        return FALSE;
      if (of_source)
        g_ptr_array_add (split->members, g_strdup (other->uuid));
    }

  return TRUE;
}

static void
merge (Case *self, const char *kept, const char *other)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GsAction) action = NULL;

  g_ptr_array_add (others, (gpointer) other);
  action = gs_source_merge_to_action (self->workspace, kept, others, &error);
  g_assert_no_error (error);
  perform (self, action);
  g_assert_null (gs_workspace_load (self->workspace, &gs_source_type, other, NULL));
}

static void
test_undo (void)
{
  for (guint turn = 0; turn < TURNS; turn++)
    {
      Case *self = case_new (turn);
      const char *kept = any_source (self), *other = any_source (self);
      g_autofree char *before = dump (self, FALSE), *merged = NULL, *undone = NULL, *redone = NULL;

      if (kept != other)
        {
          merge (self, kept, other);
          merged = dump (self, FALSE);
          g_assert_cmpstr (merged, !=, before);
          g_assert_null (strstr (merged, other));
          g_assert_true (gs_workspace_undo (self->workspace, NULL, NULL));
          undone = dump (self, FALSE);
          g_assert_cmpstr (undone, ==, before);
          g_assert_true (gs_workspace_redo (self->workspace, NULL, NULL));
          redone = dump (self, FALSE);
          g_assert_cmpstr (redone, ==, merged);
        }
      case_free (self);
    }
}

static void
test_split (void)
{
  guint n = 0;

  for (guint turn = 0; turn < 8 * TURNS; turn++)
    {
      Case *self = case_new (1000 + turn);
      const char *kept = any_source (self), *other = any_source (self);
      g_autofree char *before = dump (self, TRUE), *after = NULL;
      g_autoptr (GsSourceSplit) split = kept != other ? split_of (self, other, kept) : NULL;
      g_autoptr (GsAction) action = NULL;
      g_autoptr (GError) error = NULL;

      if (split != NULL && add_members (self, split, other, kept))
        {
          n++;
          merge (self, kept, other);
          action = gs_source_split_to_action (self->workspace, split, NULL, &error);
          g_assert_no_error (error);
          perform (self, action);
          after = dump (self, TRUE);
          g_assert_cmpstr (after, ==, before);
        }
      case_free (self);
    }
  g_test_message ("%u of %u merged and split", n, 8 * TURNS);
  g_assert_cmpuint (n, >, 5);
}

/* Counts follow, and names find who has them now. */
static void
test_counts (void)
{
  Case *self = case_new (7);
  const char *kept = self->sources->pdata[0], *other = self->sources->pdata[1];
  g_autofree char *found = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  merge (self, kept, other);
  found = gs_workspace_find_name (self->workspace, &gs_source_type, "source 1", NULL);
  g_assert_cmpstr (found, ==, kept);
  findings = gs_workspace_check (self->workspace, NULL);
  g_assert_cmpuint (findings->len, ==, 0);
  case_free (self);
}

static void
test_refused (void)
{
  Case *self = case_new (7);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GsSourceSplit) split = gs_source_split_new (self->sources->pdata[0], " ");
  g_autoptr (GError) itself = NULL, nobody = NULL, nameless = NULL;

  g_ptr_array_add (others, self->sources->pdata[0]);
  g_assert_null (gs_source_merge_to_action (self->workspace, self->sources->pdata[0], others, &itself));
  g_assert_error (itself, GS_ERROR, GS_ERROR_INVALID);
  others->pdata[0] = (gpointer) "00000000-0000-4000-8000-000000000000";
  g_assert_null (gs_source_merge_to_action (self->workspace, self->sources->pdata[0], others, &nobody));
  g_assert_error (nobody, GS_ERROR, GS_ERROR_NOT_FOUND);
  g_assert_null (gs_source_split_to_action (self->workspace, split, NULL, &nameless));
  g_assert_error (nameless, GS_ERROR, GS_ERROR_INVALID);
  case_free (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/source-merge/undo", test_undo);
  g_test_add_func ("/source-merge/split", test_split);
  g_test_add_func ("/source-merge/counts", test_counts);
  g_test_add_func ("/source-merge/refused", test_refused);

  return g_test_run ();
}
