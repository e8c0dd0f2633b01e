/* test-search.c: whatever is typed is searched for, and is never an error.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-fixture.h"
#include "gs-db-selection.h"

#include <sqlite3.h>
#include <string.h>

static GsDbConnection *
open_texts (void)
{
  static const struct
  {
    const char *uuid;
    const char *title;
    const char *text;
  } texts[] = {
    { "a", "Drones geleverd", "Het Oekraïense leger schoot een drone neer in de regio Charkov." },
    { "b", "Raketen", "Russland treibt den Kauf ballistischer Raketen voran; Überraschung in Köln." },
    { "c", NULL, "Iran delivered a limited number of drones months before the war." },
    { "ru", "Иран признал поставки", "Министр Ёлкин сообщил о небольшом количестве беспилотников." },
    { "uk", NULL, "Україна заявила, що їх було чотириста п’ятдесят." },
    { "zh", "伊朗首次承认向俄罗斯提供无人机", "外长说,战争开始前几个月交付了Shahed-136无人机。" },
    { "ja", NULL, "イランはロシアにドローンを供与したと認めた。" },
    { "fa", NULL, "وزیر دفاع کالدوریا پذیرفت که ۱۲ دستگاه خریده است." },
    { "ar", NULL, "لم نسلّم أي جهاز بعد بدء الحظر" },
    { "he", NULL, "אֲנִי מעדיפה לתקן מספר" },
    { "em", NULL, "I ❤️ step 1️⃣ naïve nai\u0308ve" },
    { "th", NULL, "อิหร่านส่งโดรนให้รัสเซีย" },
    { "ko", NULL, "이란은 러시아에 무인기를 보냈다고 인정했다." },
  };
  GsDbConnection *db = fixture_open_memory ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);

      article->uuid = g_strdup (texts[i].uuid);
      article->title = g_strdup (texts[i].title);
      article->text = g_strdup (texts[i].text);
      fixture_save (db, &gs_article_type, article);
    }

  return db;
}

static char *
search (GsDbConnection *db, const char *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = gs_db_search (db, query, 50, &error);
  GString *found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    {
      const GsSearchHit *hit = hits->pdata[i];

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", hit->uuid);
    }

  return g_string_free (found, FALSE);
}

static void
test_queries (void)
{
  static const struct
  {
    const char *query;
    const char *found;
  } queries[] = {
    { "oekraiense", "a" },
    { "OEKRAÏENSE", "a" },
    { "uberraschung koln", "b" },
    { "drone", "a" },
    { "drone*", "a c" },
    { "\"limited number\"", "c" },
    { "\"number limited\"", "" },
    { "number limited", "c" },
    { "\"limited num\"*", "c" },
    { "drone raketen", "" },
    { "", "" },
    { "   ", "" },
    { "\"", "" },
    { "\"unended phrase of", "" },
    { "AND", "" },
    { "iran OR", "" },
    { "title:drones", "" },
    { "(drones", "c a" },
    { "NEAR(iran drones, 2)", "" },
    { "drones^", "c a" },
    { "'; DROP TABLE claim; --", "" },
    { "*", "" },
    { "- + ~ ! ( ) { } [ ] : ^ \\ /", "" },
    { "war.", "c" },
    { "🛩 drones", "c a" },
    /* Cyrillic, whatever its case, with and without marks. */
    { "БЕСПИЛОТНИКОВ", "ru" },
    { "елкин поставки", "ru" },
    { "україна", "uk" },
    { "беспилот*", "ru" },
    { "беспилот", "" },
    /* Within a sentence that has no blanks. */
    { "俄罗斯", "zh" },
    { "无人机 承认", "zh" },
    { "\"向俄罗斯提供\"", "zh" },
    { "罗俄", "" },
    { "俄", "zh" },
    { "俄罗*", "zh" },
    { "shahed 交付了", "zh" },
    { "交付了Shahed-136无人", "zh" },
    { "ドローン", "ja" },
    { "ロシア", "ja" },
    { "러시아", "ko" },
    { "무인기", "ko" },
    { "โดรน", "th" },
    /* With and without points, in the letters of either keyboard. */
    { "نسلم اي", "ar" },
    { "نسلّم", "ar" },
    { "وزير کالدوريا", "fa" },
    { "12 دستگاه", "fa" },
    { "אני", "he" },
    { "step 1 naive", "em" },
    { "אֲנִי", "he" },
  };
  g_autoptr (GsDbConnection) db = open_texts ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autofree char *found = search (db, queries[i].query);

      g_test_message ("%s", queries[i].query);
      if (strchr (queries[i].found, ' ') != NULL)
        g_assert_cmpuint (strlen (found), ==, strlen (queries[i].found));
      else
        g_assert_cmpstr (found, ==, queries[i].found);
    }
}

/* Any bytes at all. */
static void
test_hostile (void)
{
  g_autoptr (GsDbConnection) db = open_texts ();

  for (int i = 0; i < 2000; i++)
    {
      static const char alphabet[] = "ab \"*'():^-+{}\\\n\x01\xc3\xa9\xff\xf0";
      char query[13] = { 0 };
      g_autofree char *found = NULL;

      for (int j = g_test_rand_int_range (0, 13); j > 0; j--)
        query[j - 1] = alphabet[g_test_rand_int_range (0, (gint32) sizeof alphabet - 1)];
      found = search (db, query);
      g_assert_nonnull (found);
    }
}

static void
test_hits (void)
{
  g_autoptr (GsDbConnection) db = open_texts ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GsClaimRecord) claim = gs_record_new (&gs_claim_type);
  const GsSearchHit *hit;

  claim->uuid = g_strdup ("k");
  claim->article = g_strdup ("c");
  claim->summary = g_strdup ("Iran delivered few drones");
  fixture_save (db, &gs_claim_type, claim);

  hits = gs_db_search (db, "deliver*", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 2);
  for (guint i = 0; i < hits->len; i++)
    {
      hit = hits->pdata[i];
      g_assert_cmpstr (hit->article, ==, "c");
      g_assert_nonnull (strstr (hit->snippet, "\xe2\x81\xa8"
                                              "delivered\xe2\x81\xa9"));
    }
  one = gs_db_search (db, "deliver*", 1, &error);
  g_assert_cmpuint (one->len, ==, 1);
}

/* An index from before characters were words is made anew; nothing else is. */
static void
test_upgraded (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = fixture_new_file (folder);
  GsDbConnection *db = fixture_open (path);
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);
  g_autofree char *found = NULL;
  sqlite3 *plain = NULL;

  article->uuid = g_strdup ("zh");
  article->text = g_strdup ("外长说,战争开始前几个月交付了无人机。");
  fixture_save (db, &gs_article_type, article);
  gs_db_connection_close (db);

  /* By SQLite as it comes, which knows no better. */
  g_assert_cmpint (sqlite3_open (path, &plain), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (plain,
                                 "INSERT INTO article_fts (article_fts) VALUES ('rebuild'); PRAGMA user_version = 10",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (plain);

  db = fixture_open (path);
  found = search (db, "交付了");
  g_assert_cmpstr (found, ==, "zh");
  fixture_assert_clean (db);
  fixture_delete (db, &gs_article_type, "zh");
  fixture_assert_clean (db);
  gs_db_connection_close (db);
  gs_test_remove_folder (folder);
}

/* Where something stands is told in the text as it is. */
static void
test_marked (void)
{
  g_autoptr (GsDbConnection) db = open_texts ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = gs_db_search (db, "俄罗斯", 10, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_nonnull (
    strstr (((const GsSearchHit *) hits->pdata[0])->snippet, "伊朗首次承认向\u2068俄罗斯\u2069提供无人机"));
}

/* The index follows what is saved, deleted, undone. */
static void
test_follows (void)
{
  g_autoptr (GsDbConnection) db = open_texts ();
  g_autoptr (GsArticleRecord) article = gs_db_record_load (db, &gs_article_type, "a", NULL);
  g_autofree char *renamed = NULL;
  g_autofree char *deleted = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *original = NULL;

  g_free (article->title);
  article->title = g_strdup ("Helikopters");
  fixture_save (db, &gs_article_type, article);
  renamed = search (db, "helikopters oekraiense");
  g_assert_cmpstr (renamed, ==, "a");
  fixture_delete (db, &gs_article_type, "a");
  deleted = search (db, "helikopters");
  g_assert_cmpstr (deleted, ==, "");
  gs_db_undo (db, NULL, NULL);
  undone = search (db, "helikopters");
  g_assert_cmpstr (undone, ==, "a");
  gs_db_undo (db, NULL, NULL);
  original = search (db, "geleverd oekraiense");
  g_assert_cmpstr (original, ==, "a");
  fixture_assert_clean (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/search/queries", test_queries);
  g_test_add_func ("/db/search/hostile", test_hostile);
  g_test_add_func ("/db/search/hits", test_hits);
  g_test_add_func ("/db/search/upgraded", test_upgraded);
  g_test_add_func ("/db/search/marked", test_marked);
  g_test_add_func ("/db/search/follows", test_follows);

  return g_test_run ();
}
