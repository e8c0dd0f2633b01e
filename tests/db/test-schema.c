/* test-schema.c: the tables are what the records need, and strict.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-fixture.h"
#include "gs-db-private.h"

static gint64
count (GsDbConnection *db, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  g_assert_cmpint (gs_db_get_int (db, &value, &error, sql, ""), ==, GS_DB_STEP_ROW);
  g_assert_no_error (error);

  return value;
}

static void
test_strict (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();

  g_assert_cmpint (count (db, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
                              "AND NOT strict AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_fts%'"),
                   ==, 0);
  g_assert_cmpint (count (db, "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND strict"), >, 20);
  g_assert_cmpint (count (db, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (count (db, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (count (db, "PRAGMA trusted_schema"), ==, 0);
}

static void
test_file (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = fixture_new_file (folder);
  g_autofree char *mode = NULL;
  GsDbConnection *db = fixture_open (path);

  g_assert_cmpint (gs_db_get_text (db, &mode, NULL, "PRAGMA journal_mode", ""), ==, GS_DB_STEP_ROW);
  g_assert_cmpstr (mode, ==, "wal");
  g_assert_cmpint (count (db, "PRAGMA application_id"), ==, GS_DB_APPLICATION_ID);
  gs_db_connection_close (db);
  gs_test_remove_folder (folder);
}

/* No reference takes rows along, or sets them to nothing, behind the back of
 * the code that records an action; and each is checked at its end. */
static void
test_references (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();

  g_assert_cmpint (count (db, "SELECT count(*) FROM pragma_table_list AS t, pragma_foreign_key_list (t.name) AS f "
                              "WHERE t.schema = 'main' AND (f.on_delete <> 'NO ACTION' OR f.on_update <> 'NO ACTION')"),
                   ==, 0);
  g_assert_cmpint (count (db, "SELECT count(*) FROM pragma_table_list AS t, pragma_foreign_key_list (t.name) AS f "
                              "WHERE t.schema = 'main'"),
                   >, 20);
}

/* Everything exchanged has a UUID, once. */
static void
test_uuids (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();

  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("SELECT count(*) FROM pragma_index_list ('%s') AS l, pragma_index_info (l.name) AS c "
                         "WHERE l.\"unique\" AND c.name = 'uuid'",
                         gs_workspace_types[i]->name);

      g_assert_cmpint (count (db, sql), ==, 1);
    }
}

/* A file of the first version becomes one of this version when it is opened. */
static void
test_migration (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = fixture_new_file (folder);
  g_autofree char *list = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  GsDbConnection *db = fixture_open (path);

  fixture_fill_graph (db);
  fixture_tamper (db, "UPDATE revision SET pages = NULL; UPDATE article SET unlike = NULL");
  before = fixture_dump (db);

  /* Take away all that the later steps made. */
  g_assert_cmpint (
    gs_db_get_text (db, &list, NULL,
                    "SELECT group_concat ('DROP ' || type || ' IF EXISTS ' || name, ';') FROM sqlite_schema "
                    "WHERE type IN ('trigger', 'view') OR name IN ('tally', 'part', 'question_stat', "
                    "'question_value', 'article_index', 'claim_index', 'article_fts', 'claim_fts', "
                    "'article_stale', 'claim_stale', 'sketch', 'sketch_key', 'likeness', 'link_origins', 'standpoint', "
                    "'standpoint_key', 'claim_standpoint', 'claim_due', 'question_look', 'question_due', "
                    "'link_question', 'relay', 'sketch_due')",
                    ""),
    ==, GS_DB_STEP_ROW);
  fixture_tamper (db, list);
  fixture_tamper (db, "ALTER TABLE revision DROP COLUMN pages; ALTER TABLE article DROP COLUMN unlike; "
                      "ALTER TABLE content DROP COLUMN unpacked");
  fixture_tamper (db, "PRAGMA user_version = 1");
  gs_db_connection_close (db);

  {
    g_autoptr (GError) error = NULL;

    g_assert_null (gs_db_connection_open (path, GS_DB_READ_ONLY, &error));
    g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_READ_ONLY);
  }

  db = fixture_open (path);
  after = fixture_dump (db);
  g_assert_cmpstr (after, ==, before);
  fixture_assert_derived (db);
  gs_db_connection_close (db);
  gs_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/schema/strict", test_strict);
  g_test_add_func ("/db/schema/file", test_file);
  g_test_add_func ("/db/schema/references", test_references);
  g_test_add_func ("/db/schema/uuids", test_uuids);
  g_test_add_func ("/db/schema/migration", test_migration);

  return g_test_run ();
}
