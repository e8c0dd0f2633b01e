/* test-claims.c: claims, links, verdicts and conflicts by gainsayctl.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-ctl.h"

/* Letters of two, three and four bytes before the quotes, so that bytes and
 * code points part ways. */
#define TEXT_A                           \
  "Minister confirms café delivery\n\n" \
  "“We sent 450 drones to the port 🚢,” the minister said. The ship arrived in August.\n"
#define TEXT_B                     \
  "Embassy rejects the report\n\n" \
  "The embassy denied it on Monday. The embassy denied it on Tuesday too.\n"

#define QUESTION "Were drones sent?"

typedef struct
{
  char *folder;
  char *workspace;
  char *a; /* articles */
  char *b;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = gs_test_make_folder ();
  fixture->workspace = gs_ctl_new_workspace (fixture->folder);
  fixture->a = gs_ctl_import_text (fixture->workspace, fixture->folder, "a.txt", TEXT_A);
  fixture->b = gs_ctl_import_text (fixture->workspace, fixture->folder, "b.txt", TEXT_B);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *check = gs_ctl_expect (0, "check", fixture->workspace, NULL);

  g_free (fixture->workspace);
  g_free (fixture->a);
  g_free (fixture->b);
  gs_test_remove_folder (fixture->folder);
}

static char *
take_uuid (JsonNode *object, const char *member)
{
  char *uuid = g_strdup (gs_ctl_text (object, member));

  g_assert_true (g_uuid_string_is_valid (uuid));
  json_node_unref (object);

  return uuid;
}

static char *
assert_claim (Fixture *fixture)
{
  return take_uuid (gs_ctl_json ("claim", fixture->workspace, fixture->a, "--quote", "We sent 450 drones", "--summary",
                                 "Drones were sent", "--tag", "object/drone", "--tag", "admits", "--source",
                                 "The Courier", "--source", "Minister", "--question", QUESTION, "--certainty",
                                 "probable", "--quantity", "450 drones", "--time", "onset:2022-08", "--note", "first",
                                 NULL),
                    "claim");
}

static char *
deny_claim (Fixture *fixture)
{
  return take_uuid (gs_ctl_json ("claim", fixture->workspace, fixture->b, "--quote", "The embassy denied it", "--nth",
                                 "2", "--source", "Embassy", "--question", QUESTION, "--stance", "denies", NULL),
                    "claim");
}

static JsonObject *
part (JsonNode *record, const char *list, guint index)
{
  JsonArray *array = json_object_get_array_member (json_node_get_object (record), list);

  g_assert_cmpuint (index, <, json_array_get_length (array));

  return json_array_get_object_element (array, index);
}

static guint
n_parts (JsonNode *record, const char *list)
{
  return json_array_get_length (json_object_get_array_member (json_node_get_object (record), list));
}

static void
assert_source (Fixture *fixture, JsonObject *hop, const char *name)
{
  g_autoptr (JsonNode) source =
    gs_ctl_json ("show", fixture->workspace, "source", json_object_get_string_member (hop, "source"), NULL);

  g_assert_cmpstr (gs_ctl_text (source, "name"), ==, name);
}

static void
test_claim (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = assert_claim (fixture);
  g_autoptr (JsonNode) claim = gs_ctl_json ("show", fixture->workspace, "claim", uuid, NULL);
  JsonObject *span = part (claim, "spans", 0);
  g_autoptr (JsonNode) question = NULL;

  /* In code points: the title, two line ends and the opening mark come first. */
  g_assert_cmpint (json_object_get_int_member (span, "start"), ==, 34);
  g_assert_cmpint (json_object_get_int_member (span, "end"), ==, 34 + 18);
  g_assert_cmpstr (json_object_get_string_member (span, "exact"), ==, "We sent 450 drones");
  g_assert_cmpstr (json_object_get_string_member (span, "role"), ==, "quote");

  g_assert_cmpstr (gs_ctl_text (claim, "article"), ==, fixture->a);
  g_assert_cmpstr (gs_ctl_text (claim, "summary"), ==, "Drones were sent");
  g_assert_cmpstr (gs_ctl_text (claim, "stance"), ==, "asserts");
  g_assert_cmpstr (gs_ctl_text (claim, "certainty"), ==, "probable");
  g_assert_cmpstr (gs_ctl_text (claim, "note"), ==, "first");
  g_assert_cmpuint (n_parts (claim, "tags"), ==, 2);
  g_assert_cmpuint (n_parts (claim, "hops"), ==, 2);
  assert_source (fixture, part (claim, "hops", 0), "The Courier");
  assert_source (fixture, part (claim, "hops", 1), "Minister");
  g_assert_cmpfloat (json_object_get_double_member (part (claim, "quantities", 0), "lo"), ==, 450.0);
  g_assert_cmpstr (json_object_get_string_member (part (claim, "quantities", 0), "unit"), ==, "drones");
  g_assert_cmpstr (json_object_get_string_member (part (claim, "times", 0), "kind"), ==, "onset");

  question = gs_ctl_json ("show", fixture->workspace, "question", gs_ctl_text (claim, "question"), NULL);
  g_assert_cmpstr (gs_ctl_text (question, "text"), ==, QUESTION);
}

static void
test_range (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid =
    take_uuid (gs_ctl_json ("claim", fixture->workspace, fixture->a, "--range", "18:22", NULL), "claim");
  g_autoptr (JsonNode) claim = gs_ctl_json ("show", fixture->workspace, "claim", uuid, NULL);

  g_assert_cmpstr (json_object_get_string_member (part (claim, "spans", 0), "exact"), ==, "café");
}

static void
assert_refused (Fixture *fixture, const char *says, const char *const *args)
{
  g_autoptr (GsCtlRun) run = gs_ctl_runv (args);

  if (run->status != 1 || strstr (run->err, says) == NULL)
    g_test_message ("%s", run->err);
  g_assert_cmpint (run->status, ==, 1);
  g_assert_cmpstr (run->out, ==, "");
  g_assert_cmpuint (gs_ctl_count_lines (run->err), ==, 1);
  g_assert_nonnull (strstr (run->err, says));
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const char *w = fixture->workspace;
  const struct
  {
    const char *says;
    const char *args[8];
  } cases[] = {
    { "2 times", { "claim", w, fixture->b, "--quote", "The embassy denied it", NULL } },
    { "only 2 times", { "claim", w, fixture->b, "--quote", "The embassy denied it", "--nth", "3", NULL } },
    { "not in the article", { "claim", w, fixture->b, "--quote", "The embassy admitted it", NULL } },
    { "not in the article", { "claim", w, fixture->b, "--quote", "", NULL } },
    { "range", { "claim", w, fixture->b, "--range", "5", NULL } },
    { "range", { "claim", w, fixture->b, "--range", "9:5", NULL } },
    { "range", { "claim", w, fixture->b, "--range", "0:99999", NULL } },
    { "range", { "claim", w, fixture->b, "--range", "-3:5", NULL } },
    { "soon", { "claim", w, fixture->b, "--range", "0:5", "--time", "soon", NULL } },
    { "gadget", { "claim", w, "gadget", "--range", "0:5", NULL } },
    { "gadget", { "show", w, "claim", "gadget", NULL } },
    { "gadget", { "claims", w, "--tag", "gadget", NULL } },
    { "gadget", { "verdict", w, "gadget", "confirmed", NULL } },
    { "gadget", { "questions", w, "--set", "gadget", "--exclusive", "yes", NULL } },
  };
  g_autofree char *history = gs_ctl_expect (0, "history", w, NULL);
  g_autofree char *history_after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (fixture, cases[i].says, cases[i].args);

  /* What was refused left nothing behind: no tag, no source, no step. */
  history_after = gs_ctl_expect (0, "history", w, NULL);
  g_assert_cmpstr (history, ==, history_after);
}

static void
test_names_and_prefixes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = assert_claim (fixture);
  g_autofree char *prefix = g_strndup (uuid, 13);
  g_autoptr (JsonNode) by_prefix = gs_ctl_json ("show", fixture->workspace, "claim", prefix, NULL);
  g_autoptr (JsonNode) by_tag = gs_ctl_json ("claims", fixture->workspace, "--tag", "object", NULL);
  g_autoptr (JsonNode) by_source = gs_ctl_json ("claims", fixture->workspace, "--source", "Minister", NULL);
  g_autoptr (JsonNode) by_question = gs_ctl_json ("claims", fixture->workspace, "--question", QUESTION, NULL);
  g_autoptr (JsonNode) by_article = gs_ctl_json ("claims", fixture->workspace, "--article", fixture->b, NULL);
  g_autoptr (JsonNode) tag = gs_ctl_json ("show", fixture->workspace, "tag", "object/drone", NULL);

  g_assert_cmpstr (gs_ctl_text (by_prefix, "uuid"), ==, uuid);
  g_assert_cmpuint (gs_ctl_length (by_tag), ==, 1);
  g_assert_cmpuint (gs_ctl_length (by_source), ==, 1);
  g_assert_cmpuint (gs_ctl_length (by_question), ==, 1);
  g_assert_cmpuint (gs_ctl_length (by_article), ==, 0);
  g_assert_cmpstr (gs_ctl_text (tag, "name"), ==, "drone");
  g_assert_nonnull (gs_ctl_text (tag, "parent"));
}

static void
test_listings (Fixture *fixture, gconstpointer data)
{
  g_autofree char *asserting = assert_claim (fixture);
  g_autofree char *denying = deny_claim (fixture);
  g_autoptr (JsonNode) articles = gs_ctl_json ("articles", fixture->workspace, NULL);
  g_autoptr (JsonNode) claims = gs_ctl_json ("claims", fixture->workspace, NULL);
  g_autoptr (JsonNode) sources = gs_ctl_json ("sources", fixture->workspace, NULL);
  g_autoptr (JsonNode) tags = gs_ctl_json ("tags", fixture->workspace, NULL);
  g_autoptr (JsonNode) questions = gs_ctl_json ("questions", fixture->workspace, NULL);
  g_autoptr (JsonNode) first = gs_ctl_json ("claims", fixture->workspace, "--limit", "1", NULL);
  g_autoptr (JsonNode) denials = gs_ctl_json ("claims", fixture->workspace, "--stance", "denies", NULL);
  JsonNode *question = gs_ctl_element (questions, 0);

  g_assert_cmpuint (gs_ctl_length (articles), ==, 2);
  g_assert_cmpuint (gs_ctl_length (claims), ==, 2);
  g_assert_cmpuint (gs_ctl_length (sources), ==, 3);
  g_assert_cmpuint (gs_ctl_length (tags), ==, 3);
  g_assert_cmpuint (gs_ctl_length (first), ==, 1);
  g_assert_cmpuint (gs_ctl_length (denials), ==, 1);
  g_assert_cmpstr (gs_ctl_text (gs_ctl_element (denials, 0), "uuid"), ==, denying);
  g_assert_cmpstr (gs_ctl_text (gs_ctl_element (claims, 0), "chain"), ==, "The Courier › Minister");
  g_assert_cmpstr (gs_ctl_text (gs_ctl_element (claims, 0), "quote"), ==, "We sent 450 drones");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (question), "claims"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (question), "asserted"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (question), "denied"), ==, 1);
}

/* The plain listing: one line a row, the UUID first. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = assert_claim (fixture);
  g_autofree char *claims = gs_ctl_expect (0, "claims", fixture->workspace, NULL);
  g_autofree char *shown = gs_ctl_expect (0, "show", fixture->workspace, "claim", uuid, NULL);

  g_assert_true (g_str_has_prefix (claims, uuid));
  g_assert_cmpuint (gs_ctl_count_lines (claims), ==, 1);
  g_assert_nonnull (strstr (claims, "Drones were sent"));
  g_assert_nonnull (strstr (shown, "summary: Drones were sent\n"));
  g_assert_nonnull (strstr (shown, "exact: We sent 450 drones\n"));
  /* What it refers to is there by name, too. */
  g_assert_nonnull (strstr (shown, "  The Courier\n"));
  g_assert_nonnull (strstr (shown, "  object/drone\n"));
  g_assert_nonnull (strstr (shown, "  " QUESTION "\n"));
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = assert_claim (fixture);
  g_autofree char *edited = take_uuid (gs_ctl_json ("claim", fixture->workspace, "--edit", uuid, "--summary", "Changed",
                                                    "--stance", "denies", NULL),
                                       "claim");
  g_autoptr (JsonNode) claim = gs_ctl_json ("show", fixture->workspace, "claim", uuid, NULL);

  g_assert_cmpstr (edited, ==, uuid);
  g_assert_cmpstr (gs_ctl_text (claim, "summary"), ==, "Changed");
  g_assert_cmpstr (gs_ctl_text (claim, "stance"), ==, "denies");
  /* What was not given stays. */
  g_assert_cmpstr (gs_ctl_text (claim, "certainty"), ==, "probable");
  g_assert_cmpstr (gs_ctl_text (claim, "note"), ==, "first");
  g_assert_cmpuint (n_parts (claim, "tags"), ==, 2);
  g_assert_cmpuint (n_parts (claim, "hops"), ==, 2);
  g_assert_cmpuint (n_parts (claim, "quantities"), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (part (claim, "spans", 0), "exact"), ==, "We sent 450 drones");
}

static JsonNode *
only_pair (Fixture *fixture)
{
  g_autoptr (JsonNode) pairs = gs_ctl_json ("conflicts", fixture->workspace, "--pairs", NULL);

  g_assert_cmpuint (gs_ctl_length (pairs), ==, 1);

  return json_node_ref (gs_ctl_element (pairs, 0));
}

static void
test_conflicts (Fixture *fixture, gconstpointer data)
{
  g_autofree char *none = gs_ctl_expect (0, "--json", "conflicts", fixture->workspace, NULL);
  g_autofree char *asserting = assert_claim (fixture);
  g_autofree char *denying = deny_claim (fixture);
  g_autoptr (JsonNode) conflicts = gs_ctl_json ("conflicts", fixture->workspace, NULL);
  g_autoptr (JsonNode) one = gs_ctl_json ("conflicts", fixture->workspace, "--question", QUESTION, NULL);
  g_autoptr (JsonNode) pair = only_pair (fixture);
  JsonNode *conflict = gs_ctl_element (conflicts, 0);
  JsonArray *positions = json_object_get_array_member (json_node_get_object (conflict), "positions");

  g_assert_cmpstr (none, ==, "[]\n");
  g_assert_cmpuint (gs_ctl_length (conflicts), ==, 1);
  g_assert_true (json_node_equal (conflict, gs_ctl_element (one, 0)));
  g_assert_true (g_uuid_string_is_valid (gs_ctl_text (conflict, "question")));
  g_assert_cmpstr (gs_ctl_text (conflict, "kind"), ==, "polarity");
  g_assert_cmpuint (json_array_get_length (positions), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      JsonObject *position = json_array_get_object_element (positions, i);
      gboolean denies = g_str_equal (json_object_get_string_member (position, "stance"), "denies");
      JsonArray *claims = json_object_get_array_member (position, "claims");

      g_assert_true (json_object_has_member (position, "value"));
      g_assert_cmpuint (json_array_get_length (claims), ==, 1);
      g_assert_cmpstr (json_array_get_string_element (claims, 0), ==, denies ? denying : asserting);
    }

  g_assert_cmpstr (gs_ctl_text (pair, "a"), ==, asserting);
  g_assert_cmpstr (gs_ctl_text (pair, "b"), ==, denying);
  g_assert_cmpstr (gs_ctl_text (pair, "type"), ==, "contradicts");
  g_assert_cmpstr (gs_ctl_text (pair, "rule"), ==, "polarity");
  g_assert_cmpstr (gs_ctl_text (pair, "class"), ==, "dispute");
  g_assert_cmpstr (gs_ctl_text (pair, "verdict"), ==, "undecided");
  g_assert_nonnull (strstr (gs_ctl_text (pair, "explanation"), "We sent 450 drones"));
  g_assert_cmpfloat (json_object_get_double_member (json_node_get_object (pair), "score"), >, 0.0);
}

static void
test_verdict (Fixture *fixture, gconstpointer data)
{
  g_autofree char *asserting = assert_claim (fixture);
  g_autofree char *denying = deny_claim (fixture);
  g_autoptr (JsonNode) before = only_pair (fixture);
  g_autofree char *link = take_uuid (gs_ctl_json ("verdict", fixture->workspace, gs_ctl_text (before, "link"),
                                                  "confirmed", "--reason", "both on record", NULL),
                                     "link");
  g_autoptr (JsonNode) confirmed = only_pair (fixture);
  g_autoptr (JsonNode) links = gs_ctl_json ("links", fixture->workspace, NULL);
  g_autofree char *undone = gs_ctl_expect (0, "undo", fixture->workspace, NULL);
  g_autoptr (JsonNode) back = only_pair (fixture);
  g_autofree char *redone = gs_ctl_expect (0, "redo", fixture->workspace, NULL);
  g_autofree char *changed =
    gs_ctl_expect (0, "verdict", fixture->workspace, link, "dismissed", "--reason", "mistaken", NULL);
  g_autoptr (JsonNode) dismissed = only_pair (fixture);

  g_assert_cmpstr (gs_ctl_text (confirmed, "verdict"), ==, "confirmed");
  g_assert_cmpstr (gs_ctl_text (confirmed, "reason"), ==, "both on record");
  g_assert_cmpuint (gs_ctl_length (links), ==, 1);
  g_assert_cmpstr (gs_ctl_text (gs_ctl_element (links, 0), "uuid"), ==, link);
  g_assert_cmpstr (gs_ctl_text (gs_ctl_element (links, 0), "verdict"), ==, "confirmed");
  g_assert_cmpstr (gs_ctl_text (back, "verdict"), ==, "undecided");
  g_assert_cmpstr (gs_ctl_text (dismissed, "verdict"), ==, "dismissed");
  g_assert_cmpstr (gs_ctl_text (dismissed, "reason"), ==, "mistaken");
}

static void
test_exclusive_value (Fixture *fixture, gconstpointer data)
{
  g_autofree char *question = take_uuid (gs_ctl_json ("questions", fixture->workspace, "--add", "How many drones?",
                                                      "--exclusive", "yes", "--answer", "number", NULL),
                                         "question");
  g_autofree char *many = gs_ctl_expect (0, "claim", fixture->workspace, fixture->a, "--quote", "450 drones",
                                         "--question", question, "--value", "450", NULL);
  g_autofree char *few = gs_ctl_expect (0, "claim", fixture->workspace, fixture->b, "--quote", "Embassy rejects",
                                        "--question", "How many drones?", "--value", "0", NULL);
  g_autoptr (JsonNode) questions = gs_ctl_json ("questions", fixture->workspace, "--conflicting", NULL);
  g_autoptr (JsonNode) conflicts = gs_ctl_json ("conflicts", fixture->workspace, NULL);
  g_autofree char *opened =
    gs_ctl_expect (0, "questions", fixture->workspace, "--set", question, "--exclusive", "no", NULL);
  g_autofree char *gone = gs_ctl_expect (0, "--json", "conflicts", fixture->workspace, NULL);

  g_assert_cmpuint (gs_ctl_length (questions), ==, 1);
  g_assert_true (json_object_get_boolean_member (json_node_get_object (gs_ctl_element (questions, 0)), "exclusive"));
  g_assert_cmpuint (gs_ctl_length (conflicts), ==, 1);
  g_assert_cmpstr (gs_ctl_text (gs_ctl_element (conflicts, 0), "kind"), ==, "exclusive-value");
  g_assert_cmpstr (gone, ==, "[]\n");
}

static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *asserting = assert_claim (fixture);
  g_autofree char *denying = deny_claim (fixture);
  g_autofree char *link = take_uuid (gs_ctl_json ("link", fixture->workspace, asserting, "explains", denying, "--note",
                                                  "why they deny", NULL),
                                     "link");
  g_autoptr (JsonNode) shown = gs_ctl_json ("show", fixture->workspace, "link", link, NULL);
  g_autoptr (GsCtlRun) self = gs_ctl_run ("link", fixture->workspace, asserting, "supports", asserting, NULL);
  g_autofree char *judged = gs_ctl_expect (0, "verdict", fixture->workspace, link, "confirmed", NULL);
  g_autoptr (JsonNode) judged_link = gs_ctl_json ("show", fixture->workspace, "link", link, NULL);

  g_assert_cmpstr (gs_ctl_text (shown, "a"), ==, asserting);
  g_assert_cmpstr (gs_ctl_text (shown, "b"), ==, denying);
  g_assert_cmpstr (gs_ctl_text (shown, "kind"), ==, "explains");
  g_assert_cmpstr (gs_ctl_text (shown, "origin"), ==, "analyst");
  g_assert_cmpstr (gs_ctl_text (shown, "note"), ==, "why they deny");
  g_assert_cmpint (self->status, ==, 1);
  g_assert_cmpstr (gs_ctl_text (judged_link, "verdict"), ==, "confirmed");
}

static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = assert_claim (fixture);
  g_autoptr (JsonNode) hits = gs_ctl_json ("search", fixture->workspace, "drones", NULL);
  g_autoptr (JsonNode) accent = gs_ctl_json ("search", fixture->workspace, "cafe", NULL);
  g_autofree char *none = gs_ctl_expect (0, "--json", "search", fixture->workspace, "submarine", NULL);
  g_autofree char *odd = gs_ctl_expect (0, "--json", "search", fixture->workspace, "\" OR ( AND *", NULL);
  g_autofree char *text = gs_ctl_expect (0, "search", fixture->workspace, "drones", NULL);
  gboolean has_claim = FALSE;
  gboolean has_article = FALSE;

  for (guint i = 0; i < gs_ctl_length (hits); i++)
    {
      JsonNode *hit = gs_ctl_element (hits, i);

      has_claim |= g_str_equal (gs_ctl_text (hit, "kind"), "claim") && g_str_equal (gs_ctl_text (hit, "uuid"), uuid);
      has_article |= g_str_equal (gs_ctl_text (hit, "kind"), "article");
      g_assert_cmpstr (gs_ctl_text (hit, "article"), ==, fixture->a);
    }
  g_assert_true (has_claim && has_article);
  g_assert_cmpuint (gs_ctl_length (accent), >, 0);
  g_assert_cmpstr (none, ==, "[]\n");
  g_assert_nonnull (strstr (text, "drones"));
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const char *const formats[] = { "xml", "json", NULL };
  g_autofree char *uuid = assert_claim (fixture);

  for (guint i = 0; formats[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, formats[i], NULL);
      g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "such", "folder", NULL);
      g_autofree char *out = gs_ctl_expect (0, "export", fixture->workspace, "--format", formats[i], NULL);
      g_autofree char *quiet =
        gs_ctl_expect (0, "export", fixture->workspace, "--format", formats[i], "-o", path, NULL);
      g_autofree char *scoped =
        gs_ctl_expect (0, "export", fixture->workspace, "--format", formats[i], "--question", QUESTION, NULL);
      g_autofree char *lost =
        gs_ctl_expect (1, "export", fixture->workspace, "--format", formats[i], "-o", nowhere, NULL);
      g_autoptr (GBytes) file = gs_test_read (path);

      g_assert_cmpmem (out, (int) strlen (out), g_bytes_get_data (file, NULL), (int) g_bytes_get_size (file));
      g_assert_nonnull (strstr (out, uuid));
      g_assert_nonnull (strstr (out, fixture->b));
      g_assert_nonnull (strstr (scoped, uuid));
      g_assert_null (strstr (scoped, fixture->b));
      g_assert_cmpstr (quiet, ==, "");
    }
}

static void
test_history (Fixture *fixture, gconstpointer data)
{
  g_autofree char *uuid = assert_claim (fixture);
  g_autofree char *all = gs_ctl_expect (0, "export", fixture->workspace, "--format", "xml", NULL);
  g_autoptr (JsonNode) history = gs_ctl_json ("--annotator", "Ada", "history", fixture->workspace, NULL);
  g_autoptr (JsonNode) undone = gs_ctl_json ("undo", fixture->workspace, NULL);
  g_autofree char *tags = gs_ctl_expect (0, "tags", fixture->workspace, NULL);
  g_autoptr (JsonNode) after = gs_ctl_json ("history", fixture->workspace, "--limit", "1", NULL);
  g_autofree char *rest = gs_ctl_expect (0, "undo", fixture->workspace, NULL);
  g_autofree char *more = gs_ctl_expect (0, "undo", fixture->workspace, NULL);
  g_autofree char *end = gs_ctl_expect (1, "undo", fixture->workspace, NULL);
  g_autofree char *redo = NULL;

  g_assert_cmpuint (gs_ctl_length (history), ==, 3);
  /* The claim and what was made for it go in one step. */
  g_assert_cmpstr (gs_ctl_text (undone, "undone"), ==, gs_ctl_text (gs_ctl_element (history, 0), "label"));
  g_assert_cmpstr (tags, ==, "");
  g_assert_true (json_object_get_boolean_member (json_node_get_object (gs_ctl_element (after, 0)), "undone"));

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *out = gs_ctl_expect (0, "redo", fixture->workspace, NULL);
    }
  redo = gs_ctl_expect (1, "redo", fixture->workspace, NULL);
  g_free (redo);
  redo = gs_ctl_expect (0, "export", fixture->workspace, "--format", "xml", NULL);
  g_assert_cmpstr (redo, ==, all);
}

static void
test_annotator (Fixture *fixture, gconstpointer data)
{
  g_autofree char *out =
    gs_ctl_expect (0, "--annotator", "Ada Löwe", "questions", fixture->workspace, "--add", "Who?", NULL);
  g_autoptr (JsonNode) history = gs_ctl_json ("history", fixture->workspace, NULL);

  g_assert_cmpstr (gs_ctl_text (gs_ctl_element (history, 0), "annotator"), ==, "Ada Löwe");
}

static void
test_locale (Fixture *fixture, gconstpointer data)
{
  g_autofree char *c_locale = NULL;

  /* Output is UTF-8 and accents are understood even where the locale has none. */
  gs_ctl_set_locale ("C");
  c_locale = gs_ctl_expect (0, "claim", fixture->workspace, fixture->a, "--quote", "café", NULL);
  g_free (c_locale);
  c_locale = gs_ctl_expect (0, "claims", fixture->workspace, NULL);
  gs_ctl_set_locale (NULL);
  g_assert_nonnull (strstr (c_locale, "café"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/claims/claim", Fixture, NULL, set_up, test_claim, tear_down);
  g_test_add ("/cli/claims/range", Fixture, NULL, set_up, test_range, tear_down);
  g_test_add ("/cli/claims/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/cli/claims/names-and-prefixes", Fixture, NULL, set_up, test_names_and_prefixes, tear_down);
  g_test_add ("/cli/claims/listings", Fixture, NULL, set_up, test_listings, tear_down);
  g_test_add ("/cli/claims/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/cli/claims/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/cli/claims/conflicts", Fixture, NULL, set_up, test_conflicts, tear_down);
  g_test_add ("/cli/claims/verdict", Fixture, NULL, set_up, test_verdict, tear_down);
  g_test_add ("/cli/claims/exclusive-value", Fixture, NULL, set_up, test_exclusive_value, tear_down);
  g_test_add ("/cli/claims/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/cli/claims/search", Fixture, NULL, set_up, test_search, tear_down);
  g_test_add ("/cli/claims/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/cli/claims/history", Fixture, NULL, set_up, test_history, tear_down);
  g_test_add ("/cli/claims/annotator", Fixture, NULL, set_up, test_annotator, tear_down);
  g_test_add ("/cli/claims/locale", Fixture, NULL, set_up, test_locale, tear_down);

  return g_test_run ();
}
