/* test-pack.c: original bytes lie deflated and come back as they were.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-fixture.h"
#include "gs-db-pack.h"
#include "gs-db-private.h"

#include <string.h>

#define PAGE "00000000-0000-4000-8000-000000000001"
#define COPY "00000000-0000-4000-8000-000000000002"
#define TEXT "00000000-0000-4000-8000-000000000003"

static GBytes *
make_page (gsize length)
{
  GString *page = g_string_new ("<html>");

  while (page->len < length)
    g_string_append (page, "<p>Nine crates came ashore.</p>\n");

  return g_string_free_to_bytes (page);
}

static void
test_round_trip (void)
{
  static const gsize lengths[] = { 2000, 100000, 400000 };
  guint32 noise[60000];
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GBytes) page = make_page (lengths[i]);
      g_autoptr (GBytes) packed = gs_db_pack (page);
      g_autoptr (GBytes) back = gs_db_unpack (packed, g_bytes_get_size (page));
      g_autoptr (GBytes) half = g_bytes_new_from_bytes (packed, 0, g_bytes_get_size (packed) / 2);

      g_assert_cmpuint (g_bytes_get_size (packed) * 10, <, g_bytes_get_size (page));
      g_assert_true (g_bytes_equal (back, page));
      g_assert_null (gs_db_unpack (packed, g_bytes_get_size (page) - 1));
      g_assert_null (gs_db_unpack (packed, g_bytes_get_size (page) + 1));
      g_assert_null (gs_db_unpack (packed, G_MAXSIZE / 2));
      g_assert_null (gs_db_unpack (half, g_bytes_get_size (page)));
    }

  for (guint i = 0; i < G_N_ELEMENTS (noise); i++)
    noise[i] = g_rand_int (rand);
  for (gsize length = 100; length <= sizeof noise; length *= 12)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (noise, length);

      g_assert_null (gs_db_pack (bytes));
    }
}

static void
save_article (GsDbConnection *db, const char *uuid, GBytes *bytes, const char *text)
{
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  g_autoptr (GsArticleRecord) back = NULL;
  gboolean is_text = strlen (text) == g_bytes_get_size (bytes);

  article->uuid = g_strdup (uuid);
  article->text = g_strdup (text);
  article->original = g_bytes_ref (bytes);
  fixture_save (db, &gs_article_type, article);

  back = gs_db_record_load (db, &gs_article_type, uuid, NULL);
  g_assert_cmpstr (back->text, ==, text);
  if (is_text)
    g_assert_null (back->original);
  else
    g_assert_true (g_bytes_equal (back->original, bytes));
}

/* One content for all three: the third's text are the very bytes that the
 * first made lie deflated. */
static void
test_shared (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GBytes) page = make_page (50000);
  g_autofree char *source = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
  g_autofree char *sizes = NULL;

  save_article (db, PAGE, page, "Nine crates came ashore.");
  save_article (db, COPY, page, "Nine crates came ashore, read another way.");
  save_article (db, TEXT, page, source);
  g_assert_cmpint (gs_db_get_text (db, &sizes, NULL,
                                   "SELECT count(*) || ' ' || (max (length (bytes)) < 5000) || ' ' || "
                                   "(max (unpacked) > 50000) FROM content",
                                   ""),
                   ==, GS_DB_STEP_ROW);
  g_assert_cmpstr (sizes, ==, "1 1 1");
  fixture_assert_clean (db);

  fixture_tamper (db, "UPDATE content SET bytes = substr (bytes, 1, 100)");
  {
    g_autoptr (GPtrArray) findings = gs_db_check (db, NULL);
    g_autoptr (GError) error = NULL;

    g_assert_cmpuint (findings->len, ==, 1);
    g_assert_nonnull (strstr (findings->pdata[0], "original bytes of article " PAGE));
    g_assert_null (gs_db_record_load (db, &gs_article_type, PAGE, &error));
    g_assert_error (error, GS_DB_ERROR, GS_DB_ERROR_CORRUPT);
  }
}

/* What is a text from the start lies as it is, for search to read. */
static void
test_text (void)
{
  g_autoptr (GsDbConnection) db = fixture_open_memory ();
  g_autoptr (GBytes) page = make_page (50000);
  g_autofree char *source = g_strndup (g_bytes_get_data (page, NULL), g_bytes_get_size (page));
  gint64 n = 0;

  save_article (db, TEXT, page, source);
  save_article (db, PAGE, page, "Nine crates came ashore.");
  g_assert_cmpint (gs_db_get_int (db, &n, NULL, "SELECT count(*) FROM content WHERE unpacked IS NULL", ""), ==,
                   GS_DB_STEP_ROW);
  g_assert_cmpint (n, ==, 1);
  fixture_assert_clean (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/pack/round-trip", test_round_trip);
  g_test_add_func ("/db/pack/shared", test_shared);
  g_test_add_func ("/db/pack/text", test_text);

  return g_test_run ();
}
