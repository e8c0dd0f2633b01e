/* test-databases.c: projects of QualCoder and Taguette, with those programs' own schemas.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "gs-importer.h"
#include "gs-test.h"
#include "memory-report.h"

/* The tables of QualCoder 3.5 (database version v10) that hold a project. */
static const char qualcoder_schema[] =
  "CREATE TABLE project (databaseversion text, date text, memo text, about text, bookmarkfile integer, "
  "bookmarkpos integer, codername text, recently_used_codes text);"
  "CREATE TABLE source (id integer primary key, name text, fulltext text, mediapath text, memo text, owner text, "
  "date text, av_text_id integer, risid integer, unique(name));"
  "CREATE TABLE code_image (imid integer primary key, id integer, x1 integer, y1 integer, width integer, "
  "height integer, cid integer, memo text, date text, owner text, important integer, pdf_page integer);"
  "CREATE TABLE code_av (avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer, memo text, "
  "date text, owner text, important integer);"
  "CREATE TABLE annotation (anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text, owner text, "
  "date text, unique(fid,pos0,pos1,owner));"
  "CREATE TABLE attribute_type (name text primary key, date text, owner text, memo text, caseOrFile text, valuetype "
  "text);"
  "CREATE TABLE attribute (attrid integer primary key, name text, attr_type text, value text, id integer, date text, "
  "owner text, unique(name,attr_type,id));"
  "CREATE TABLE case_text (id integer primary key, caseid integer, fid integer, pos0 integer, pos1 integer, owner "
  "text, "
  "date text, memo text);"
  "CREATE TABLE cases (caseid integer primary key, name text, memo text, owner text, date text, constraint ucm "
  "unique(name));"
  "CREATE TABLE code_cat (catid integer primary key, name text, owner text, date text, memo text, supercatid integer, "
  "unique(name));"
  "CREATE TABLE code_text (ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer, pos1 "
  "integer, "
  "owner text, date text, memo text, avid integer, important integer, unique(cid,fid,pos0,pos1, owner));"
  "CREATE TABLE code_name (cid integer primary key, name text, memo text, catid integer, owner text, date text, "
  "color text, unique(name));"
  "CREATE TABLE journal (jid integer primary key, name text, jentry text, date text, owner text, unique(name));";

/* Those of Taguette 1.4, as its migrations leave them in SQLite. */
static const char taguette_schema[] =
  "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL);"
  "CREATE TABLE users (login VARCHAR(30) NOT NULL, created DATETIME NOT NULL, hashed_password VARCHAR(192), "
  "password_set_date DATETIME, language VARCHAR(10), email VARCHAR(256), email_sent DATETIME, PRIMARY KEY (login));"
  "CREATE TABLE projects (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT "
  "NOT NULL, created DATETIME NOT NULL);"
  "CREATE TABLE documents (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name VARCHAR(200) NOT NULL, description TEXT "
  "NOT NULL, filename VARCHAR(200) NOT NULL, created DATETIME NOT NULL, project_id INTEGER NOT NULL, text_direction "
  "VARCHAR(13) NOT NULL, contents TEXT NOT NULL);"
  "CREATE TABLE commands (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, date DATETIME NOT NULL, user_login "
  "VARCHAR(30) "
  "NOT NULL, project_id INTEGER NOT NULL, document_id INTEGER, payload TEXT NOT NULL);"
  "CREATE TABLE highlights (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, document_id INTEGER NOT NULL, start_offset "
  "INTEGER NOT NULL, end_offset INTEGER NOT NULL, snippet TEXT NOT NULL);"
  "CREATE TABLE tags (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, project_id INTEGER NOT NULL, path VARCHAR(200) "
  "NOT "
  "NULL, description TEXT NOT NULL, CONSTRAINT uq_tags_project_id UNIQUE (project_id, path));"
  "CREATE TABLE highlight_tags (highlight_id INTEGER NOT NULL, tag_id INTEGER NOT NULL, PRIMARY KEY (highlight_id, "
  "tag_id));";

static const char qualcoder_rows[] =
  "INSERT INTO source (id, name, fulltext, memo, owner, date) VALUES (1, 'a.txt', "
  "'Plain: 450 drones.' || char(10) || 'After 😀😀: a few.' || char(10) || 'End', 'about it', 'ann', "
  "'2024-01-15 10:00:00');"
  "INSERT INTO source (id, name, fulltext, mediapath) VALUES (2, 'b.jpg', NULL, '/images/b.jpg');"
  "INSERT INTO attribute (name, attr_type, value, id) VALUES ('Year', 'file', '2023', 1), ('Age', 'case', '40', 1);"
  "INSERT INTO code_cat (catid, name, memo, supercatid) VALUES (1, 'inner', '', 2), (2, 'outer', 'top', NULL);"
  "INSERT INTO code_name (cid, name, memo, catid, owner, date, color) VALUES "
  "(1, 'count', 'how many', 1, 'ann', '2024-01-15 10:00:00', '#F781F3'), (2, 'vague/hedged', '', NULL, 'bob', '', '');"
  /* A place before any emoji; one after, in UTF-16 units; the same for another
   * coder; one whose offsets are off; one that is nowhere; one without words. */
  "INSERT INTO code_text (cid, fid, seltext, pos0, pos1, owner, date, memo, important) VALUES "
  "(1, 1, '450 drones', 7, 17, 'ann', '2024-01-16 10:00:00', 'memo & <1>', 1),"
  "(2, 1, '450 drones', 7, 17, 'ann', '2024-01-16 11:00:00', '', NULL),"
  "(1, 1, 'a few', 31, 36, 'ann', '2024-01-16 12:00:00', '', NULL),"
  "(1, 1, 'a few', 31, 36, 'bob', '2024-01-16 12:00:00', '', NULL),"
  "(1, 1, 'Plain', 3, 8, 'bob', '2024-01-16 13:00:00', '', NULL),"
  "(2, 1, 'not there', 0, 9, 'bob', '2024-01-16 13:00:00', '', NULL),"
  "(2, 1, 'a few.' || char(0x2029) || 'End', 31, 41, 'bob', '2024-01-16 14:00:00', '', NULL),"
  "(2, 9, 'x', 0, 1, 'bob', '2024-01-16 14:00:00', '', NULL);"
  "INSERT INTO annotation (fid, pos0, pos1, memo, owner, date) VALUES (1, 0, 5, 'see also', 'ann', "
  "'2024-01-17 10:00:00');"
  "INSERT INTO code_image (imid, id, cid) VALUES (1, 2, 1);"
  "INSERT INTO cases (caseid, name) VALUES (1, 'c'); INSERT INTO journal (jid, name, jentry) VALUES (1, 'j', 'x');"
  "INSERT INTO project (databaseversion, memo) VALUES ('v10', 'what it is about');"
  "INSERT INTO case_text (id, caseid, fid, pos0, pos1) VALUES (1, 1, 1, 0, 40);";

static const char taguette_rows[] =
  "INSERT INTO users VALUES ('admin', '2024-01-01 00:00:00', NULL, NULL, NULL, NULL, NULL);"
  "INSERT INTO projects VALUES (1, 'Study', 'what it is about', '2024-01-01 00:00:00');"
  "INSERT INTO documents VALUES (1, 'first', 'about it', 'first.html', '2024-01-02 00:00:00.123456', 1, "
  "'LEFT_TO_RIGHT', '<h1>😀 Title</h1><p>They sold <b>450</b> drones &amp; more.</p>' || char(10) || "
  "'<ul><li>één</li><li>two &lt;2&gt;</li></ul>');"
  "INSERT INTO tags VALUES (1, 1, 'count', 'how many'), (2, 1, 'arms/drone', '');"
  /* "😀 Title" is 10 bytes; what follows begins there. */
  "INSERT INTO highlights VALUES (1, 1, 20, 30, '<b>450</b> drones'), (2, 1, 31, 37, '&amp; more'),"
  "(3, 1, 39, 44, '<ul><li>één</li></ul>'), (4, 1, 30, 38, 'wrong'), (5, 1, 5, 14, '<h1>Title</h1><p>They</p>');"
  "INSERT INTO highlight_tags VALUES (1, 1), (1, 2), (2, 2);"
  "INSERT INTO commands VALUES (1, '2024-02-01 10:00:00', 'admin', 1, 1, "
  "'{\"type\": \"highlight_add\", \"highlight_id\": 1, \"tags\": [1, 2]}');";

static void
make (const char *path, const char *schema, const char *rows)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, schema, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_exec (db, rows, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

static GBytes *
database (const char *schema, const char *rows)
{
  g_autofree char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "data.qda", NULL);
  GBytes *bytes;

  make (path, schema, rows);
  bytes = gs_test_read (path);
  gs_test_remove_folder (g_steal_pointer (&folder));

  return bytes;
}

static GsWorkspace *
new_workspace (void)
{
  g_autoptr (GError) error = NULL;
  GsWorkspace *workspace = gs_workspace_new_in_memory (&error);

  g_assert_no_error (error);

  return workspace;
}

static GPtrArray *
records_of (GsMemoryReport *report, const GsRecordType *type)
{
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      if (gs_workspace_types[i] == type)
        return report->records[i];
    }

  g_assert_not_reached ();
}

/* Every quote stands where its span says, in code points. */
static void
assert_quotes (GsMemoryReport *report, const char *const *quotes)
{
  GPtrArray *claims = records_of (report, &gs_claim_type);
  const GsArticleRecord *article = records_of (report, &gs_article_type)->pdata[0];

  g_assert_cmpuint (claims->len, ==, g_strv_length ((char **) quotes));
  for (guint i = 0; i < claims->len; i++)
    {
      const GsSpanRecord *span = gs_claim_record_quote (claims->pdata[i]);
      g_autofree char *slice = NULL;

      if (quotes[i][0] == '!')
        {
          g_assert_true (span->orphaned);
          g_assert_cmpstr (span->exact, ==, quotes[i] + 1);
          continue;
        }
      slice = g_utf8_substring (article->text, span->start, span->end);
      g_assert_cmpstr (slice, ==, quotes[i]);
      g_assert_cmpstr (span->exact, ==, quotes[i]);
      g_assert_false (span->orphaned);
    }
}

static void
assert_twice (GsWorkspace *workspace, GBytes *bytes)
{
  g_auto (GsReportOutcome) outcome = { 99, NULL };
  g_autoptr (GError) error = NULL;

  gs_report_import (workspace, bytes, NULL, &outcome, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome.n_records, ==, 0);
}

static void
test_qualcoder (void)
{
  static const char *const quotes[] = { "450 drones", "a few",       "a few", "Plain",
                                        "!not there", "a few.\nEnd", "Plain", NULL };
  g_autoptr (GBytes) bytes = database (qualcoder_schema, qualcoder_rows);
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_auto (GsReportOutcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GsMemoryReport) report = NULL;
  const GsArticleRecord *article;
  const GsClaimRecord *claim;
  g_autofree char *tag = NULL;

  gs_report_import (workspace, bytes, "data.qda", &outcome, &error);
  g_assert_no_error (error);
  report = gs_memory_report_of (workspace, NULL);
  assert_quotes (report, quotes);

  article = records_of (report, &gs_article_type)->pdata[0];
  g_assert_cmpstr (article->note, ==, "about it\n\nYear: 2023");
  claim = records_of (report, &gs_claim_type)->pdata[0];
  g_assert_cmpuint (claim->tags->len, ==, 2);
  g_assert_cmpstr (claim->note, ==, "memo & <1>");
  g_assert_cmpstr (claim->created, ==, "2024-01-16T10:00:00.000Z");
  g_assert_cmpuint (records_of (report, &gs_annotator_type)->len, ==, 2);
  g_assert_cmpuint (records_of (report, &gs_tag_type)->len, ==, 4);
  tag = gs_workspace_find_name (workspace, &gs_tag_type, "outer/inner/count", NULL);
  g_assert_nonnull (tag);
  /* Lost place, source, stray coding, image, journal, case, its text and attribute, memo, importance. */
  g_assert_cmpuint (g_strv_length (outcome.remarks), ==, 10);
  assert_twice (workspace, bytes);
}

static void
test_taguette (void)
{
  static const char *const quotes[] = { "450 drones", "& more", "één", "!wrong", "Title\nThey", NULL };
  g_autoptr (GBytes) bytes = database (taguette_schema, taguette_rows);
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_auto (GsReportOutcome) outcome = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GsMemoryReport) report = NULL;
  const GsArticleRecord *article;
  const GsClaimRecord *claim;

  gs_report_import (workspace, bytes, "taguette.sqlite3", &outcome, &error);
  g_assert_no_error (error);
  report = gs_memory_report_of (workspace, NULL);
  article = records_of (report, &gs_article_type)->pdata[0];
  g_assert_cmpstr (article->text, ==, "😀 Title\nThey sold 450 drones & more.\néén\ntwo <2>");
  g_assert_cmpstr (article->title, ==, "first");
  assert_quotes (report, quotes);

  claim = records_of (report, &gs_claim_type)->pdata[0];
  g_assert_cmpuint (claim->tags->len, ==, 2);
  g_assert_cmpstr (claim->created, ==, "2024-02-01T10:00:00.000Z");
  g_assert_cmpstr (((GsAnnotatorRecord *) records_of (report, &gs_annotator_type)->pdata[0])->name, ==, "admin");
  g_assert_cmpuint (records_of (report, &gs_tag_type)->len, ==, 3);
  /* A lost place, the description of the project. */
  g_assert_cmpuint (g_strv_length (outcome.remarks), ==, 2);
  assert_twice (workspace, bytes);
}

static void
result_cb (const GsImportResult *result, const GsImportProgress *progress, gpointer user_data)
{
  g_assert_cmpint (result->status, ==, GS_IMPORT_IMPORTED);
  g_assert_nonnull (result->remarks);
  ++*(guint *) user_data;
}

/* A project of QualCoder is a folder with data.qda in it. */
static void
test_folder (void)
{
  g_autofree char *folder = gs_test_make_folder ();
  g_autofree char *project = g_build_filename (folder, "study.qda", NULL);
  g_autofree char *documents = g_build_filename (project, "documents", NULL);
  g_autofree char *text = g_build_filename (documents, "a.txt", NULL);
  g_autofree char *path = g_build_filename (project, "data.qda", NULL);
  g_autoptr (GsWorkspace) workspace = new_workspace ();
  g_autoptr (GsImporter) importer = gs_importer_new (workspace);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_cmpint (g_mkdir_with_parents (documents, 0700), ==, 0);
  gs_test_write (text, "A copy of the source.", -1);
  make (path, qualcoder_schema, qualcoder_rows);
  gs_importer_add_path (importer, project);
  gs_importer_run (importer, result_cb, &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (gs_workspace_count (workspace, &gs_article_type, NULL), ==, 1);
  gs_test_remove_folder (g_steal_pointer (&folder));
}

/* What is none of theirs, and what pretends to be. */
static void
test_refused (void)
{
  static const char *const schemas[] = {
    "CREATE TABLE a (b);",
    /* Views and their functions are not looked into. */
    "CREATE VIEW code_text AS SELECT 1 AS ctid, 2 AS pos0; CREATE VIEW source AS SELECT 1 AS id, 'x' AS fulltext;",
  };

  for (guint i = 0; i < G_N_ELEMENTS (schemas); i++)
    {
      g_autoptr (GBytes) bytes = database (schemas[i], "");
      g_autoptr (GsWorkspace) workspace = new_workspace ();
      g_autoptr (GError) error = NULL;

      g_assert_false (gs_report_import (workspace, bytes, NULL, NULL, &error));
      g_assert_error (error, GS_ERROR, GS_ERROR_UNREADABLE);
    }
}

/* Truncated and bent anywhere: an error or a part of it, never a crash, and the
 * workspace is as it was after an error. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = database (taguette_schema, taguette_rows);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 400; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, length);
      gsize kept = i % 2 == 0 ? (gsize) g_rand_int_range (rand, 16, (gint32) length) : length;
      g_autoptr (GBytes) bent = NULL;
      g_autoptr (GsWorkspace) workspace = new_workspace ();
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < 8; j++)
        copy[g_rand_int_range (rand, 16, (gint32) kept + 1) - 1] = (guint8) g_rand_int_range (rand, 0, 256);
      memcpy (copy, data, 16);
      bent = g_bytes_new (copy, kept);
      if (gs_report_import (workspace, bent, NULL, NULL, &error))
        continue;
      g_assert_nonnull (error);
      for (guint j = 0; j < gs_n_workspace_types; j++)
        g_assert_cmpint (gs_workspace_count (workspace, gs_workspace_types[j], NULL), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/databases/qualcoder", test_qualcoder);
  g_test_add_func ("/exchange/databases/taguette", test_taguette);
  g_test_add_func ("/exchange/databases/folder", test_folder);
  g_test_add_func ("/exchange/databases/refused", test_refused);
  g_test_add_func ("/exchange/databases/damaged", test_damaged);

  return g_test_run ();
}
