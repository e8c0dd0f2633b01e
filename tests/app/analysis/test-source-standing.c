/* test-source-standing.c: what a source said, against what telling every pair gives.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "conflict-case.h"
#include "gs-source-standing.h"

static const char *const chains[] = { NULL,          "VRT>Iran", "Iran",          "VRT>US",   "US",
                                      "CNN>Iran>US", "Envoy",    "Minister>Iran", "Iran>Iran" };

/* Claims on the question that come from the source. */
static GHashTable *
find_claims (Case *self, const char *question, const char *source)
{
  g_autoptr (GsStrands) strands = gs_workspace_strands_on_question (self->workspace, question, NULL);
  GHashTable *claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < strands->strands->len; i++)
    {
      const GsStrand *strand = gs_strands_get (strands, i);
      guint origin = strand->n_hops > 0 ? gs_strands_get_hop (strands, strand, strand->n_hops - 1) : GS_STRAND_NONE;

      if (origin == GS_STRAND_NONE || g_strcmp0 (gs_strands_get_source (strands, origin)->uuid, source) != 0)
        continue;
      for (guint j = 0; j < strand->claims->len; j++)
        g_hash_table_add (claims, g_strdup (strand->claims->pdata[j]));
    }

  return claims;
}

static void
assert_on (Case *self, const char *source, const GsStandingOn *on)
{
  g_autoptr (GHashTable) claims = find_claims (self, on->question, source);
  g_autoptr (GPtrArray) pairs = gs_conflicts_pairs (self->workspace, on->question, 0, 500, NULL);
  gint64 contradicted = 0, by_itself = 0;

  for (guint i = 0; i < pairs->len; i++)
    {
      const GsPair *pair = pairs->pdata[i];

      if (pair->verdict == GS_VERDICT_DISMISSED
          || (!g_hash_table_contains (claims, pair->a) && !g_hash_table_contains (claims, pair->b)))
        continue;
      if (pair->conflict_class == GS_CLASS_SELF_CONTRADICTION)
        by_itself++;
      else
        contradicted++;
    }
  g_assert_cmpint (on->contradicted, ==, contradicted);
  g_assert_cmpint (on->by_itself, ==, by_itself);
}

/* Returns: how many pairs were counted. */
static gint64
assert_standing (Case *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = gs_workspace_find_name (self->workspace, &gs_source_type, name, &error);
  g_autoptr (GsSourceStanding) standing = gs_source_standing_read (self->workspace, source, &error);
  gint64 contradicted = 0, by_itself = 0, claims = 0;

  g_assert_no_error (error);
  g_assert_true (standing->all);
  for (guint i = 0; i < standing->said->len; i++)
    {
      const GsStandingOn *on = standing->said->pdata[i];

      if (on->question != NULL)
        assert_on (self, source, on);
      claims += on->asserted + on->denied;
      contradicted += on->contradicted;
      by_itself += on->by_itself;
    }
  g_assert_cmpint (standing->claims, ==, claims);
  g_assert_cmpint (standing->contradicted, ==, contradicted);
  g_assert_cmpint (standing->by_itself, ==, by_itself);

  return contradicted + by_itself;
}

static void
say_at_random (Case *self)
{
  static const char *const values[] = { NULL, "few", "many" };

  for (guint i = 0; i < 14; i++)
    {
      Said said = { .sources = chains[g_test_rand_int_range (0, G_N_ELEMENTS (chains))],
                    .denies = g_test_rand_int_range (0, 2) == 0,
                    .article = g_test_rand_int_range (0, 2),
                    .value = values[g_test_rand_int_range (0, G_N_ELEMENTS (values))] };

      g_free (case_say (self, &said, NULL));
    }
}

static void
judge_at_random (Case *self)
{
  g_autoptr (GPtrArray) pairs = case_pairs (self);

  for (guint i = 0; i < pairs->len; i += 3)
    {
      g_autoptr (GsAction) action = gs_action_new ("Judge");
      g_autoptr (GsLinkRecord) link =
        gs_pair_to_link (pairs->pdata[i], GS_LINK_CONTRADICTS, i % 2 == 0 ? GS_VERDICT_DISMISSED : GS_VERDICT_CONFIRMED,
                         "why", NULL);

      gs_action_save (action, &gs_link_type, link);
      case_perform (self->workspace, action);
    }
}

static void
test_standing (void)
{
  static const char *const names[] = { "Iran", "US", "VRT", "CNN", "Envoy", "Minister" };
  gint64 n = 0;

  for (guint i = 0; i < 8; i++)
    {
      Case *self = case_new (GS_ANSWER_NUMBER, i % 2 == 0);

      for (guint j = 1; j < G_N_ELEMENTS (chains); j++)
        g_free (case_say (self, &(Said){ .sources = chains[j] }, NULL));
      say_at_random (self);
      judge_at_random (self);
      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        n += assert_standing (self, names[j]);
      case_free (self);
    }
  g_assert_cmpint (n, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/source-standing/counted", test_standing);

  return g_test_run ();
}
