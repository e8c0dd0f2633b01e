/* test-records.c: records come out of the file as they went in.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-fixture.h"

typedef struct
{
  const GsRecordType *type;
} Visit;

/* Loads what fixture_fill_graph() saved, field by field. */
static void
test_round_trip (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();

  fixture_fill_graph (db);
  for (guint i = 0; i < gs_n_workspace_types; i++)
    {
      const GsRecordType *type = gs_workspace_types[i];

      for (int n = 1; n <= 2; n++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *uuid = fixture_uuid (type, n);
          gpointer record = gs_db_record_load (db, type, uuid, &error);

          g_assert_no_error (error);
          g_assert_nonnull (record);
          for (guint j = 0; j < type->n_fields; j++)
            {
              gboolean root = type == &gs_tag_type && n == 1 && g_str_equal (type->fields[j].name, "parent");

              g_assert_true (gs_field_is_default (&type->fields[j], record) == root);
            }

          /* Saved again just so, it leaves no trace. */
          g_assert_cmpint (fixture_save (db, type, record), ==, 0);
          gs_record_free (type, record);
        }
      g_assert_cmpint (gs_db_record_count (db, type, NULL), ==, 2);
    }
}

static void
test_undo_redo (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GError) error = NULL;
  g_autofree char *empty = fixture_dump (db);
  g_autofree char *full = NULL;
  g_autofree char *after_undo = NULL;
  g_autofree char *after_redo = NULL;

  fixture_fill_graph (db);
  full = fixture_dump (db);
  g_assert_cmpstr (full, !=, empty);
  gs_db_undo (db, NULL, &error);
  g_assert_no_error (error);
  after_undo = fixture_dump (db);
  g_assert_cmpstr (after_undo, ==, empty);
  gs_db_redo (db, NULL, &error);
  g_assert_no_error (error);
  after_redo = fixture_dump (db);
  g_assert_cmpstr (after_redo, ==, full);
}

static void
test_listings (void)
{
  const GsRecordType *listings[] = {
    &gs_article_listing_type, &gs_claim_listing_type, &gs_question_listing_type,
    &gs_source_listing_type,  &gs_tag_listing_type,   &gs_link_listing_type,
  };
  g_autoptr (GsDbConnection) db = fixture_open_memory ();

  fixture_fill_graph (db);
  for (guint i = 0; i < G_N_ELEMENTS (listings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = NULL;

      g_assert_cmpint (gs_db_listing_count (db, listings[i], NULL, &error), ==, 2);
      g_assert_no_error (error);
      rows = gs_db_listing_page (db, listings[i], NULL, 0, 10, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, ==, 2);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/records/round-trip", test_round_trip);
  g_test_add_func ("/db/records/undo-redo", test_undo_redo);
  g_test_add_func ("/db/records/listings", test_listings);

  return g_test_run ();
}
