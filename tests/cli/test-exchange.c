/* test-exchange.c: gainsayctl with other analysts and other programs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "gs-ctl.h"

/* Forty code points. */
#define TEXT "0123456789abcdefghijABCDEFGHIJ0123456789"

/* A workspace of Ann's and a copy of it that becomes Bob's. */
typedef struct
{
  char *folder;
  char *ours;
  char *theirs;
  char *article;
  char *claim; /* in both */
} Fixture;

static char *
add_claim (const char *annotator, const char *workspace, const char *article, const char *range, const char *tag)
{
  g_autoptr (JsonNode) node = gs_ctl_json ("--annotator", annotator, "claim", workspace, article, "--range", range,
                                           "--summary", "As it was", "--tag", tag, NULL);

  return g_strdup (gs_ctl_text (node, "claim"));
}

static void
edit (const char *annotator, const char *workspace, const char *claim, const char *option, const char *value)
{
  g_autofree char *out =
    gs_ctl_expect (0, "--annotator", annotator, "claim", workspace, "--edit", claim, option, value, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *check = NULL;
  g_autoptr (GBytes) bytes = NULL;

  fixture->folder = gs_test_make_folder ();
  fixture->ours = gs_ctl_new_workspace (fixture->folder);
  fixture->theirs = g_build_filename (fixture->folder, "theirs.gainsay", NULL);
  fixture->article = gs_ctl_import_text (fixture->ours, fixture->folder, "a.txt", TEXT);
  fixture->claim = add_claim ("Ann", fixture->ours, fixture->article, "0:10", "drone");
  bytes = gs_test_read (fixture->ours);
  gs_test_write (fixture->theirs, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  check = gs_ctl_expect (0, "check", fixture->theirs, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gs_test_remove_folder (fixture->folder);
  g_free (fixture->ours);
  g_free (fixture->theirs);
  g_free (fixture->article);
  g_free (fixture->claim);
}

static char *
summary_of (const char *workspace, const char *claim)
{
  g_autoptr (JsonNode) shown = gs_ctl_json ("show", workspace, "claim", claim, NULL);

  return g_strdup (gs_ctl_text (shown, "summary"));
}

static gint64
number_of (JsonNode *object, const char *member)
{
  return json_object_get_int_member (json_node_get_object (object), member);
}

/* Both have changed one claim: it is told, ours stays unless somebody says otherwise, and
 * each decision can be taken back. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *prefer;
    const char *kept;
    const char *summary;
  } ways[] = {
    { "ours", "ours", "Ann's" },
    { "newer", "theirs", "Bob's" },
    { "theirs", "theirs", "Bob's" },
  };
  g_autofree char *fresh = NULL;

  edit ("Ann", fixture->ours, fixture->claim, "--summary", "Ann's");
  edit ("Bob", fixture->theirs, fixture->claim, "--summary", "Bob's");
  fresh = add_claim ("Bob", fixture->theirs, fixture->article, "20:30", "drone/sold");

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *before = gs_ctl_expect (0, "export", fixture->ours, "--format", "json", NULL);
      g_autoptr (JsonNode) dry =
        gs_ctl_json ("merge", fixture->ours, fixture->theirs, "--prefer", ways[i].prefer, "--dry-run", NULL);
      g_autofree char *untouched = gs_ctl_expect (0, "export", fixture->ours, "--format", "json", NULL);
      g_autoptr (JsonNode) merged =
        gs_ctl_json ("--annotator", "Ann", "merge", fixture->ours, fixture->theirs, "--prefer", ways[i].prefer, NULL);
      JsonNode *differing = json_object_get_member (json_node_get_object (merged), "differing");
      JsonNode *told = gs_ctl_element (differing, 0);
      g_autofree char *summary = summary_of (fixture->ours, fixture->claim);
      g_autofree char *added = summary_of (fixture->ours, fresh);
      g_autofree char *check = gs_ctl_expect (0, "check", fixture->ours, NULL);
      g_autofree char *undone = NULL;
      g_autofree char *back = NULL;

      g_assert_cmpstr (before, ==, untouched);
      g_assert_cmpint (number_of (dry, "changed"), ==, 0);
      g_assert_cmpint (number_of (merged, "changed"), >, 0);
      g_assert_cmpuint (gs_ctl_length (differing), ==, 1);
      g_assert_cmpstr (gs_ctl_text (told, "kind"), ==, "claim");
      g_assert_cmpstr (gs_ctl_text (told, "uuid"), ==, fixture->claim);
      g_assert_cmpstr (gs_ctl_text (told, "field"), ==, "summary");
      g_assert_cmpstr (gs_ctl_text (told, "ours"), ==, "Ann's");
      g_assert_cmpstr (gs_ctl_text (told, "ours_by"), ==, "Ann");
      g_assert_cmpstr (gs_ctl_text (told, "theirs"), ==, "Bob's");
      g_assert_cmpstr (gs_ctl_text (told, "theirs_by"), ==, "Bob");
      g_assert_cmpstr (gs_ctl_text (told, "kept"), ==, ways[i].kept);
      g_assert_cmpstr (summary, ==, ways[i].summary);
      g_assert_cmpstr (added, ==, "As it was");

      undone = gs_ctl_expect (0, "undo", fixture->ours, NULL);
      back = gs_ctl_expect (0, "export", fixture->ours, "--format", "json", NULL);
      g_assert_cmpstr (back, ==, before);
    }
}

/* Shown to people, both values and which stays; the other file is as it was, and merging
 * it once more brings nothing. */
static void
test_merge_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autofree char *told = NULL;
  g_autofree char *again = NULL;
  g_autofree char *odd = NULL;
  g_autofree char *none = NULL;

  edit ("Ann", fixture->ours, fixture->claim, "--summary", "Ann's");
  edit ("Bob", fixture->theirs, fixture->claim, "--summary", "Bob's");
  before = gs_test_read (fixture->theirs);
  told = gs_ctl_expect (0, "merge", fixture->ours, fixture->theirs, NULL);
  after = gs_test_read (fixture->theirs);
  again = gs_ctl_expect (0, "merge", fixture->ours, fixture->theirs, NULL);
  odd = gs_ctl_expect (2, "merge", fixture->ours, fixture->theirs, "--prefer", "mine", NULL);
  none = gs_ctl_expect (3, "merge", fixture->ours, fixture->folder, NULL);

  g_assert_nonnull (strstr (told, "  * ours:   Ann's\n"));
  g_assert_nonnull (strstr (told, "    theirs: Bob's\n"));
  g_assert_true (g_bytes_equal (before, after));
  g_assert_nonnull (strstr (again, "0 records changed"));
}

static void
assert_number (JsonNode *row, const char *member, double expected)
{
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (json_node_get_object (row), member), expected, 1e-9);
}

/* Ann: 0–10 drone. Bob: 2–12 drone, 20–30 vague; all worked out by hand.
 *
 * drone, of 40 code points: both 8, Ann alone 2, Bob alone 2, nobody 28. κ: observed 36/40,
 * chance (10/40)² + (30/40)² = .625: .275 / .375. α: pairs of values 80, marked 20:
 * chance (20·19 + 60·59) / (80·79) = .620253; (.9 − .620253) / (1 − .620253).
 * uα: observed 2 (2² + 2²) / (2·40²) = .005; units of 10 and 10, gaps of 30, 2 and 28:
 * Σ 2 ((2000 − 300 + 10) / 3 + 100 (21 + 19)) = 9140, chance (2/40) 9140 / (80·79 − 180).
 * Edges: both beginnings and both ends are within 3: 1.
 *
 * vague: Bob alone 10. κ: 30/40 and (0 + 30/40): 0. α: chance (10·9 + 70·69) / 6320 = .778481,
 * (.75 − .778481) / (1 − .778481). Edges: 0. */
static void
test_agreement (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = add_claim ("Bob", fixture->ours, fixture->article, "2:12", "drone");
  g_autofree char *other = add_claim ("Bob", fixture->ours, fixture->article, "20:30", "vague");
  g_autoptr (JsonNode) report = gs_ctl_json ("agreement", fixture->ours, NULL);
  g_autoptr (JsonNode) single = gs_ctl_json ("agreement", fixture->ours, "--tag", "vague", NULL);
  g_autofree char *text = gs_ctl_expect (0, "agreement", fixture->ours, NULL);
  JsonNode *names = json_object_get_member (json_node_get_object (report), "annotators");
  JsonNode *tags = json_object_get_member (json_node_get_object (report), "tags");
  JsonNode *drone = gs_ctl_element (tags, 1), *vague = gs_ctl_element (tags, 2);

  g_assert_cmpint (number_of (report, "articles"), ==, 1);
  g_assert_cmpuint (gs_ctl_length (names), ==, 2);
  g_assert_cmpuint (gs_ctl_length (tags), ==, 3);
  g_assert_null (gs_ctl_text (gs_ctl_element (tags, 0), "tag"));
  g_assert_cmpint (number_of (gs_ctl_element (tags, 0), "spans"), ==, 3);

  g_assert_cmpstr (gs_ctl_text (drone, "path"), ==, "drone");
  g_assert_cmpint (number_of (drone, "spans"), ==, 2);
  assert_number (drone, "kappa", 0.275 / 0.375);
  assert_number (drone, "alpha", (0.9 - 3920.0 / 6320.0) / (1.0 - 3920.0 / 6320.0));
  assert_number (drone, "units", 1.0 - 0.005 / (2.0 / 40.0 * 9140.0 / 6140.0));
  assert_number (drone, "edges", 1.0);

  g_assert_cmpstr (gs_ctl_text (vague, "path"), ==, "vague");
  assert_number (vague, "kappa", 0.0);
  assert_number (vague, "alpha", (0.75 - 4920.0 / 6320.0) / (1.0 - 4920.0 / 6320.0));
  assert_number (vague, "edges", 0.0);

  g_assert_cmpuint (gs_ctl_length (json_object_get_member (json_node_get_object (single), "tags")), ==, 1);
  g_assert_nonnull (strstr (text, "0.733"));
  g_assert_nonnull (strstr (text, "drone"));
}

/* One annotator agrees with nobody: that is said, not failed. */
static void
test_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) report = gs_ctl_json ("agreement", fixture->ours, NULL);

  g_assert_cmpint (number_of (report, "articles"), ==, 0);
  g_assert_cmpuint (gs_ctl_length (json_object_get_member (json_node_get_object (report), "tags")), ==, 0);
}

/* The fewest tables and rows that make a project of QualCoder. */
static const char project[] =
  "CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, "
  "date text);"
  "CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, "
  "color text);"
  "CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 "
  "integer, owner text, date text, memo text, important integer);"
  "CREATE TABLE journal (jid integer primary key, name text, jentry text);"
  "INSERT INTO source (id, name, fulltext) VALUES (1, 'a.txt', '450 drones were sold'), (2, 'b.jpg', NULL);"
  "INSERT INTO code_name (cid, name) VALUES (1, 'count');"
  "INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner) VALUES (1, 1, '450 drones', 0, 10, 'ann');"
  "INSERT INTO journal (jid, name, jentry) VALUES (1, 'j', 'x'), (2, 'k', 'y');";

/* What had no place is told: a line each, or "remarks". */
static void
test_project (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "data.qda", NULL);
  g_autofree char *dry = NULL;
  g_autofree char *told = NULL;
  g_autofree char *second = g_build_filename (fixture->folder, "second.gainsay", NULL);
  g_autofree char *made = gs_ctl_expect (0, "new", second, NULL);
  g_autoptr (JsonNode) line = NULL;
  JsonNode *remarks;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, project, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  told = gs_ctl_expect (0, "import", fixture->ours, path, NULL);
  g_assert_nonnull (strstr (told, "1 source without text was left out."));
  g_assert_nonnull (strstr (told, "2 journal entries were left out."));

  line = gs_ctl_json ("import", second, path, NULL);
  remarks = json_object_get_member (json_node_get_object (line), "remarks");
  g_assert_cmpstr (gs_ctl_text (line, "status"), ==, "imported");
  g_assert_cmpuint (gs_ctl_length (remarks), ==, 2);
  dry = gs_ctl_expect (0, "check", second, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/exchange/merge", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/cli/exchange/merge-text", Fixture, NULL, set_up, test_merge_text, tear_down);
  g_test_add ("/cli/exchange/agreement", Fixture, NULL, set_up, test_agreement, tear_down);
  g_test_add ("/cli/exchange/alone", Fixture, NULL, set_up, test_alone, tear_down);
  g_test_add ("/cli/exchange/project", Fixture, NULL, set_up, test_project, tear_down);

  return g_test_run ();
}
