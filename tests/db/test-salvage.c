/* test-salvage.c: what is told of a recovery is what came of it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * That everything comes back which can is seen to in tests/fault.
 */

#include "config.h"

#include <string.h>

#include "gs-db-fixture.h"
#include "gs-db-salvage.h"
#include "gs-db-statement.h"

static const GsDbSalvageWords words = {
  "Annotator", "tag", "Source", "Question", "Article", "Claim", "Made anew.",
};

typedef struct
{
  char *folder;
  char *path;
  char *into;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = gs_test_make_folder ();
  self->path = fixture_new_file (self->folder);
  self->into = g_build_filename (self->folder, "into.gainsay", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->path);
  g_free (self->into);
  gs_test_remove_folder (self->folder);
}

static GsDbSalvage *
salvage (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GsDbSalvage *result = gs_db_salvage (self->path, self->into, &words, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static void
assert_kind (const GsDbSalvage *result, const char *kind, int kept, int mended, int lost)
{
  for (guint i = 0; i < result->kinds->len; i++)
    {
      const GsRecoveredListing *listing = result->kinds->pdata[i];

      if (!g_str_equal (listing->kind, kind))
        continue;
      g_assert_cmpint (listing->kept, ==, kept);
      g_assert_cmpint (listing->mended, ==, mended);
      g_assert_cmpint (listing->made, ==, 0);
      g_assert_cmpint (listing->lost, ==, lost);
      return;
    }
  g_assert_not_reached ();
}

/* So that it is asked what there was. */
static void
destroy_index (Fixture *self, gint64 page)
{
  g_autoptr (GBytes) bytes = gs_test_read (self->path);
  gsize size = g_bytes_get_size (bytes);
  g_autofree guint8 *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  memset (copy + (page - 1) * 4096, 0xa5, 4096);
  gs_test_write (self->path, copy, (gssize) size);
}

/* What is mended is not kept as well, or what is lost would not be missed. */
static void
test_counts (Fixture *self, gconstpointer data)
{
  g_autoptr (GsDbSalvage) result = NULL;
  GsDbConnection *db = fixture_open (self->path);
  gint64 page = 0;

  fixture_fill_graph (db);
  fixture_tamper (db, "UPDATE claim SET stance = 'asserxs' WHERE id = 1");
  fixture_tamper (db, "UPDATE tally SET n = n + 1 WHERE what = 'claims' AND id = 0");
  gs_db_get_int (db, &page, NULL, "SELECT rootpage FROM sqlite_schema WHERE name = 'claim_article'", "");
  gs_db_connection_close (db);
  destroy_index (self, page);

  result = salvage (self);
  g_assert_false (result->whole);
  assert_kind (result, "claims", 1, 1, 1);
  assert_kind (result, "links", 2, 0, 0);
}

/* A text of which several things are wrong is one text. */
static void
test_text_counts_once (Fixture *self, gconstpointer data)
{
  g_autoptr (GsDbSalvage) result = NULL;
  GsDbConnection *db = fixture_open (self->path);

  fixture_fill_graph (db);
  fixture_tamper (db, "UPDATE body SET text = 'Another text.' WHERE id = 1");
  fixture_tamper (db, "UPDATE content SET bytes = X'ff00', unpacked = NULL WHERE id = (SELECT content FROM body "
                      "WHERE id = 1)");
  gs_db_connection_close (db);

  result = salvage (self);
  assert_kind (result, "texts", 1, 1, 0);
}

/* Paths of tags that stand one below the other take room by the square of their number. */
static void
test_deep_tags (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsDbSalvage) result = NULL;
  GsDbConnection *db = fixture_open (self->path);
  gint64 deepest = 0, n = 0;

  fixture_tamper (db, "INSERT INTO tag (id, uuid, parent, name, path) WITH RECURSIVE t (i) AS (SELECT 1 UNION ALL "
                      "SELECT i + 1 FROM t WHERE i < 2000) SELECT i, 'uuid ' || i, nullif (i + 1, 2001), 'tag ' || i, "
                      "'tag ' || i FROM t");
  gs_db_connection_close (db);

  result = salvage (self);
  db = fixture_open (self->into);
  gs_db_get_int (db, &deepest, &error, "SELECT max (length (path) - length (replace (path, '/', ''))) FROM tag", "");
  g_assert_no_error (error);
  gs_db_get_int (db, &n, &error, "SELECT count(*) FROM tag WHERE parent IS NOT NULL", "");
  g_assert_no_error (error);
  g_assert_cmpint (deepest, ==, 255);
  g_assert_cmpint (n, ==, 2000 - 8);
  gs_db_connection_close (db);
}

#define ADD(name, func) g_test_add ("/db/salvage/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("counts", test_counts);
  ADD ("text-counts-once", test_text_counts_once);
  ADD ("deep-tags", test_deep_tags);

  return g_test_run ();
}
