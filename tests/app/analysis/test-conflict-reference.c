/* test-conflict-reference.c: the rules against the reference annotation.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints how many of the annotated relations are found, and what is found
 * beyond them by rule, for somebody to read.
 */

#include "config.h"

#include <json-glib/json-glib.h>

#include "gs-conflicts.h"
#include "gs-reference.h"
#include "gs-test.h"

typedef struct
{
  GPtrArray *pairs;  /* GsPair */
  GHashTable *names; /* UUID → id */
  JsonObject *root;
} Reference;

static void
name_claims (Reference *self)
{
  JsonArray *claims = json_object_get_array_member (self->root, "claims");

  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < json_array_get_length (claims); i++)
    {
      const char *id = json_object_get_string_member (json_array_get_object_element (claims, i), "id");

      g_hash_table_insert (self->names, gs_reference_uuid ("claim", id), (gpointer) id);
    }
}

static gboolean
is_between (Reference *self, const GsPair *pair, JsonObject *relation)
{
  const char *x = g_hash_table_lookup (self->names, pair->a), *y = g_hash_table_lookup (self->names, pair->b);
  const char *a = json_object_get_string_member (relation, "a"), *b = json_object_get_string_member (relation, "b");

  return (g_str_equal (a, x) && g_str_equal (b, y)) || (g_str_equal (a, y) && g_str_equal (b, x));
}

/* Whether a pair of that type, or of any, stands between the two. */
static gboolean
is_found (Reference *self, JsonObject *relation, const char *type)
{
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const GsPair *pair = self->pairs->pdata[i];

      if (is_between (self, pair, relation)
          && (type == NULL || g_str_equal (gs_word_to_nick (&gs_link_kinds, pair->type), type)))
        return TRUE;
    }

  return FALSE;
}

static double
count (Reference *self, const char *type)
{
  JsonArray *relations = json_object_get_array_member (self->root, "relations");
  guint n = 0, found = 0;

  for (guint i = 0; i < json_array_get_length (relations); i++)
    {
      JsonObject *relation = json_array_get_object_element (relations, i);

      if (!g_str_equal (json_object_get_string_member (relation, "type"), type))
        continue;
      n++;
      if (is_found (self, relation, type))
        found++;
      else
        g_test_message ("%s missing: %s %s", type, json_object_get_string_member (relation, "a"),
                        json_object_get_string_member (relation, "b"));
    }
  g_test_message ("%s: %u found of %u", type, found, n);

  return n > 0 ? (double) found / n : 1;
}

static gboolean
is_expected (Reference *self, const GsPair *pair)
{
  JsonArray *relations = json_object_get_array_member (self->root, "relations");

  for (guint i = 0; i < json_array_get_length (relations); i++)
    {
      JsonObject *relation = json_array_get_object_element (relations, i);
      const char *type = json_object_get_string_member (relation, "type");

      if ((g_str_equal (type, "contradicts") || g_str_equal (type, "tension")) && is_between (self, pair, relation))
        return TRUE;
    }

  return FALSE;
}

static int
compare_rules (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(const GsPair *const *) a)->rule, (*(const GsPair *const *) b)->rule);
}

static void
print_unexpected (Reference *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_copy (self->pairs, NULL, NULL);

  g_ptr_array_set_free_func (sorted, NULL);
  g_ptr_array_sort (sorted, compare_rules);
  for (guint i = 0; i < sorted->len; i++)
    {
      const GsPair *pair = sorted->pdata[i];

      if (!is_expected (self, pair))
        g_test_message ("beyond the relations: %s %s %s, %s, %s, %.0f", pair->rule,
                        (const char *) g_hash_table_lookup (self->names, pair->a),
                        (const char *) g_hash_table_lookup (self->names, pair->b),
                        gs_word_to_nick (&gs_link_kinds, pair->type),
                        gs_word_to_nick (&gs_conflict_classes, pair->conflict_class), pair->score);
    }
  g_test_message ("%u pairs in all", self->pairs->len);
}

static guint
count_traps (Reference *self)
{
  JsonArray *traps = json_object_get_array_member (self->root, "traps_not_contradictions");
  guint hit = 0;

  for (guint i = 0; i < json_array_get_length (traps); i++)
    {
      if (is_found (self, json_array_get_object_element (traps, i), NULL))
        {
          hit++;
          g_test_message ("trap: %s %s", json_object_get_string_member (json_array_get_object_element (traps, i), "a"),
                          json_object_get_string_member (json_array_get_object_element (traps, i), "b"));
        }
    }
  g_test_message ("traps: %u hit of %u", hit, json_array_get_length (traps));

  return hit;
}

/* Who sides with whom on the board: the claims of each side stand in positions
 * that hold none of the other. */
static void
check_sides (Reference *self, GsWorkspace *workspace)
{
  static const struct
  {
    const char *question;
    const char *kind;
    const char *one;
    const char *other;
  } cases[] = {
    { "Q04", GS_RULE_POLARITY, "B24", "B26" },
    { "Q08", GS_RULE_POLARITY, "E17", "E18" },
    { "Q13", GS_RULE_SAME_EVENT, "B14", "B20" },
    { "Q02", GS_RULE_ONSET, "B04", "B12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *question = gs_reference_uuid ("question", cases[i].question);
      g_autofree char *one = gs_reference_uuid ("claim", cases[i].one);
      g_autofree char *other = gs_reference_uuid ("claim", cases[i].other);
      g_autoptr (GError) error = NULL;
      g_autoptr (GsConflict) conflict = gs_conflicts_of (workspace, question, &error);
      guint seen = 0;

      g_assert_no_error (error);
      g_assert_nonnull (conflict);
      g_assert_cmpstr (conflict->kind, ==, cases[i].kind);
      for (guint j = 0; j < conflict->positions->len; j++)
        {
          GPtrArray *claims = ((GsPosition *) conflict->positions->pdata[j])->claims;
          gboolean has_one = g_ptr_array_find_with_equal_func (claims, one, g_str_equal, NULL);
          gboolean has_other = g_ptr_array_find_with_equal_func (claims, other, g_str_equal, NULL);

          g_assert_false (has_one && has_other);
          seen += has_one + has_other;
        }
      g_assert_cmpuint (seen, ==, 2);
    }
}

static void
test_reference (void)
{
  g_autofree char *path = gs_test_seed ("reference.json");
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  Reference self;

  if (path == NULL)
    return;

  workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  gs_reference_load (workspace, folder, &error);
  g_assert_no_error (error);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  self.root = json_node_get_object (json_parser_get_root (parser));
  self.pairs = gs_conflicts_pairs (workspace, NULL, 0, 10000, &error);
  g_assert_no_error (error);
  name_claims (&self);

  print_unexpected (&self);
  g_assert_cmpfloat (count (&self, "contradicts"), >=, 1.0);
  g_assert_cmpfloat (count (&self, "tension"), >=, 0.7);
  g_assert_cmpuint (count_traps (&self), ==, 0);
  check_sides (&self, workspace);

  g_hash_table_unref (self.names);
  g_ptr_array_unref (self.pairs);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflicts/reference", test_reference);

  return g_test_run ();
}
