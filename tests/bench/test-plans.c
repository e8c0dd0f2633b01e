/* test-plans.c: no statement of the program reads a large table from end to end.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Usage: test-plans [GLIB OPTIONS] MAKE-WORKSPACE
 *
 * Every statement is noted that SQLite runs while a workspace is asked for all
 * that the pages and the commands ask for, and changed in many ways. Where its
 * full scans took many steps, or where EXPLAIN QUERY PLAN says that it scans a
 * large table and nothing bounds it, it must be one of those that are meant to.
 * Reports, merging and checking read everything by their nature and are not
 * asked for here.
 */

#include "config.h"

#include "bench-scale.h"

#include "gs-conflicts.h"
#include "gs-db-private.h"
#include "gs-similar.h"
#include "gs-test.h"

#define CLAIMS "900"
#define CLAIMS_AN_ARTICLE "2"
/* Some pages of rows. Each large table has at least twice as many. */
#define FEW_STEPS 250

/* Those that grow with the work. */
static const char *const large[] = {
  "action",     "article",        "article_index", "body",      "claim",      "claim_hop",        "claim_index",
  "claim_slot", "claim_quantity", "claim_span",    "claim_tag", "claim_time", "claim_standpoint", "content",
  "link",       "link_question",  "relay",         "revision",  "sketch_key", "standpoint",       "standpoint_key",
  NULL,
};

/* What may, by how its text begins, and why. */
static const struct
{
  const char *beginning;
  const char *why;
} meant[] = {
  { "SELECT count(*) FROM (SELECT 1 FROM", "what a filter leaves is counted up to 1,024" },
  { "INSERT INTO \"annotator\"", "only where references wait for a row, which none does then" },
  { "INSERT INTO main.\"annotator\"", "likewise, and only in redoing the first thing an analyst ever did" },
  { "DELETE FROM main.\"annotator\"", "only in undoing the first thing an analyst ever did" },
  { "INSERT INTO body", "only where references wait for a row, which none does then" },
  { "UPDATE action SET dropped = 1 WHERE undone = 1 AND dropped = 0", "an index of just these" },
  { "SELECT l.uuid, a.uuid, b.uuid, l.kind = 'same-origin'", "an index of just these" },
};

static GMutex lock;
static gboolean recording;
static GHashTable *statements; /* SQL → the most steps that full scans took in one run */

/* A statement has come to its end. */
static int
profile_cb (unsigned event, void *data, void *statement, void *nanoseconds)
{
  const char *sql = sqlite3_sql (statement);
  guint steps = (guint) sqlite3_stmt_status (statement, SQLITE_STMTSTATUS_FULLSCAN_STEP, TRUE);

  g_mutex_lock (&lock);
  /* What FTS5 asks of its own tables is its own affair. */
  if (recording && sql != NULL && !g_str_has_prefix (sql, "PRAGMA") && strstr (sql, "_fts_") == NULL)
    {
      guint most = GPOINTER_TO_UINT (g_hash_table_lookup (statements, sql));

      g_hash_table_insert (statements, g_strdup (sql), GUINT_TO_POINTER (MAX (steps, most)));
    }
  g_mutex_unlock (&lock);

  return 0;
}

static int
watch_connection (sqlite3 *db, char **message, const struct sqlite3_api_routines *api)
{
  return sqlite3_trace_v2 (db, SQLITE_TRACE_PROFILE, profile_cb, NULL);
}

static void
record (gboolean on)
{
  g_mutex_lock (&lock);
  recording = on;
  g_mutex_unlock (&lock);
}

/* The script ------------------------------------------------------------------------ */

static void
perform (GsWorkspace *workspace, GsAction *action)
{
  g_autoptr (GError) error = NULL;

  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);
  g_ptr_array_unref (gs_conflicts_list (workspace, NULL, 0, 50, &error));
  g_assert_no_error (error);
}

static gpointer
load (GsWorkspace *workspace, const GsRecordType *type, const char *uuid)
{
  g_autoptr (GError) error = NULL;
  gpointer found = gs_workspace_load (workspace, type, uuid, &error);

  g_assert_no_error (error);

  return found;
}

static void
prepare_similar (GsWorkspace *workspace)
{
  g_autoptr (GError) error = NULL;
  gint64 place = 0;
  gboolean more = TRUE;

  while (more)
    {
      g_assert_true (gs_similar_prepare (workspace, &place, 500, &more, &error));
      g_assert_no_error (error);
    }
}

static void
change (GsWorkspace *workspace)
{
  g_autoptr (GsClaimRecord) claim = load (workspace, &gs_claim_type, "00000005-0000-8000-8000-000000000107");
  g_autoptr (GsSourceRecord) source = load (workspace, &gs_source_type, "00000002-0000-8000-8000-000000000001");
  g_autoptr (GsTagRecord) tag = load (workspace, &gs_tag_type, "00000001-0000-8000-8000-00000000000a");
  g_autoptr (GsArticleRecord) article = load (workspace, &gs_article_type, "00000004-0000-8000-8000-000000000011");
  g_autoptr (GsAction) edit = gs_action_new ("Edit");
  g_autoptr (GsAction) rename = gs_action_new ("Rename");
  g_autoptr (GsAction) remove = gs_action_new ("Delete");

  claim->stance = !claim->stance;
  g_ptr_array_set_size (claim->tags, 0);
  gs_action_save (edit, &gs_claim_type, claim);
  perform (workspace, edit);

  g_free (source->name);
  source->name = g_strdup ("The keeper");
  g_free (tag->name);
  tag->name = g_strdup ("lamps");
  g_free (article->title);
  article->title = g_strdup ("The log of the keeper");
  gs_action_save (rename, &gs_source_type, source);
  gs_action_save (rename, &gs_tag_type, tag);
  gs_action_save (rename, &gs_article_type, article);
  perform (workspace, rename);

  gs_action_delete (remove, &gs_claim_type, "00000005-0000-8000-8000-000000000111");
  perform (workspace, remove);
  for (guint i = 0; i < 3; i++)
    g_assert_true (gs_workspace_undo (workspace, NULL, NULL));
  for (guint i = 0; i < 3; i++)
    g_assert_true (gs_workspace_redo (workspace, NULL, NULL));
}

static void
import (GsWorkspace *workspace)
{
  g_autoptr (GPtrArray) articles = gs_record_array_new (&gs_article_type);
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) alike = NULL;
  g_autoptr (GError) error = NULL;
  GsArticleRecord *article = gs_record_append (articles, &gs_article_type);
  gint64 group = 0;

  article->title = g_strdup ("A new sheet");
  article->text = g_strdup ("A new sheet\n\nThe keeper counted 12 beacons near the lighthouse on 4 May 2025.\n");
  article->url = g_strdup ("https://example.org/new");
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, article->text, -1);
  g_assert_true (gs_workspace_store_articles (workspace, "Import", articles, results, uuids, &group, &error));
  g_assert_no_error (error);
  g_assert_true (gs_workspace_undo (workspace, NULL, &error));
  g_assert_true (gs_workspace_redo (workspace, NULL, &error));
  g_assert_no_error (error);
  prepare_similar (workspace);
  alike = gs_similar_find (workspace, uuids->pdata[0], &error);
  g_assert_no_error (error);
}

static void
ask_by_name (GsWorkspace *workspace)
{
  static const char *const ids[] = { "00000005-0000-8000-8000-000000000107", "The keeper", "nobody" };

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          g_free (gs_workspace_resolve (workspace, gs_workspace_types[i], ids[j], NULL));
          g_free (gs_workspace_find_name (workspace, gs_workspace_types[i], ids[j], NULL));
        }
      g_assert_cmpint (gs_workspace_count (workspace, gs_workspace_types[i], NULL), >, 0);
    }
  g_ptr_array_unref (gs_workspace_links_of_claim (workspace, ids[0], NULL));
  g_ptr_array_unref (gs_workspace_oppositions_on_question (workspace, "00000003-0000-8000-8000-000000000001", NULL));
}

static void
run_script (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);

  g_assert_no_error (error);
  /* What is due after a large import is worked out in one pass over it all. */
  g_assert_true (gs_conflicts_update (workspace, NULL, &error));
  prepare_similar (workspace);
  gs_workspace_close (workspace);
  g_clear_object (&workspace);

  record (TRUE);
  workspace = gs_workspace_open (path, GS_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < bench_scale_n_asks (); i++)
    bench_scale_ask (workspace, i, 0);
  change (workspace);
  import (workspace);
  ask_by_name (workspace);
  gs_workspace_close (workspace);
  record (FALSE);
}

/* The verdict ------------------------------------------------------------------------- */

/* Whether a line of a plan scans a large table, which @sql may have given another name. */
static gboolean
scans_large (const char *sql, const char *line)
{
  g_autofree char *name = NULL;
  g_autofree char *pattern = NULL;
  g_autoptr (GRegex) alias = NULL;
  g_autoptr (GMatchInfo) found = NULL;

  if (!g_str_has_prefix (line, "SCAN ") || strstr (line, "VIRTUAL TABLE") != NULL)
    return FALSE;

  name = g_strndup (line + strlen ("SCAN "), strcspn (line + strlen ("SCAN "), " "));
  pattern = g_strdup_printf ("\"?\\b(\\w+)\"? AS %s\\b", name);
  alias = g_regex_new (pattern, 0, 0, NULL);
  if (g_regex_match (alias, sql, 0, &found))
    {
      g_free (name);
      name = g_match_info_fetch (found, 1);
    }

  return g_strv_contains (large, name);
}

static gboolean
is_meant (const char *sql)
{
  for (guint i = 0; i < G_N_ELEMENTS (meant); i++)
    {
      if (g_str_has_prefix (sql, meant[i].beginning))
        return TRUE;
    }

  return FALSE;
}

/* Returns: whether @sql is as it should be. */
static gboolean
judge (GsDbConnection *db, const char *sql, guint steps)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsDbStatement) statement = gs_db_query (db, &error, explain, "");
  gboolean scan = FALSE, sorts = FALSE;

  g_assert_no_error (error);
  while (gs_db_statement_step (statement, &error) == GS_DB_STEP_ROW)
    {
      const char *line = gs_db_column_text (statement, 3);

      scan = scan || scans_large (sql, line);
      sorts = sorts || g_str_has_prefix (line, "USE TEMP B-TREE");
      g_string_append_printf (plan, "\n    %s", line);
    }
  g_assert_no_error (error);
  /* What stops as soon as it has enough may scan in the order that is wanted. */
  if (is_meant (sql) || (strstr (sql, " LIMIT ") != NULL && !sorts) || (steps <= FEW_STEPS && !scan))
    return TRUE;

  g_test_message ("%u steps of full scans: %s%s", steps, sql, plan->str);

  return FALSE;
}

static const char *maker;

static void
test_plans (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "w.gainsay", NULL);
  const char *const argv[] = { maker, "--whole", path, CLAIMS, CLAIMS_AN_ARTICLE, NULL };
  g_autoptr (GsDbConnection) db = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer sql, steps;
  guint bad = 0;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, 0, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  run_script (path);

  db = gs_db_connection_open (path, GS_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (statements), >, 100);
  g_hash_table_iter_init (&iter, statements);
  while (g_hash_table_iter_next (&iter, &sql, &steps))
    bad += !judge (db, sql, GPOINTER_TO_UINT (steps));
  g_test_message ("%u statements", g_hash_table_size (statements));
  g_assert_cmpuint (bad, ==, 0);

  g_clear_pointer (&db, gs_db_connection_close);
  gs_test_remove_folder (folder);
}

/* The test would notice. */
static void
test_notices (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsDbConnection) db = gs_db_connection_open (GS_DB_MEMORY, GS_DB_READ_WRITE, &error);

  g_assert_no_error (error);
  g_assert_false (judge (db, "SELECT count(*) FROM claim WHERE scope = ?", 0));
  g_assert_false (judge (db, "SELECT c.id FROM claim AS c WHERE c.scope = ?", 0));
  g_assert_false (judge (db, "SELECT id FROM claim WHERE id = ?", FEW_STEPS + 1));
  g_assert_true (judge (db, "SELECT id FROM claim WHERE id = ?", 0));
  g_assert_true (judge (db, "SELECT t.id FROM tag AS t", 0));
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  maker = argv[1];
  statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_auto_extension ((void (*) (void)) watch_connection);

  g_test_add_func ("/plans/no-scan-of-a-large-table", test_plans);
  g_test_add_func ("/plans/would-notice", test_notices);
  status = g_test_run ();
  g_hash_table_unref (statements);

  return status;
}
