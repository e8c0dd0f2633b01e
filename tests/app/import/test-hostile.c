/* test-hostile.c: whatever the bytes, an article in order or a reason.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-extract.h"
#include "gs-test.h"

#include <string.h>

/* Each block of text that is not blank lies in exactly one zone. */
static void
check_article (const GsArticleRecord *article)
{
  gint64 length;
  gint64 at = 0;
  const char *text = article->text;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_null (strchr (text, '\r'));
  g_assert_nonnull (article->sha256);
  g_assert_cmpuint (strlen (article->sha256), ==, 64);
  g_assert_cmpstr (article->extractor, ==, GS_EXTRACTOR);
  g_assert_null (article->uuid);
  g_assert_true (article->title == NULL || g_utf8_validate (article->title, -1, NULL));

  length = g_utf8_strlen (text, -1);
  g_assert_cmpuint (article->zones->len, >, 0);
  for (guint i = 0; i <= article->zones->len; i++)
    {
      const GsZoneRecord *zone = i < article->zones->len ? article->zones->pdata[i] : NULL;
      gint64 start = zone != NULL ? zone->start : length;

      g_assert_cmpint (start, >=, at);
      for (; at < start; at++, text = g_utf8_next_char (text))
        g_assert_true (g_unichar_isspace (g_utf8_get_char (text)) || g_utf8_get_char (text) == 0xfeff);
      if (zone == NULL)
        break;
      g_assert_nonnull (gs_word_to_nick (&gs_zone_kinds, zone->kind));
      g_assert_cmpint (zone->end, >, zone->start);
      g_assert_cmpint (zone->end, <=, length);
      text = g_utf8_offset_to_pointer (text, zone->end - at);
      at = zone->end;
    }
}

static void
feed (gconstpointer data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsArticleRecord) article = gs_extract (bytes, "x", NULL, &error);

  if (article != NULL)
    {
      g_assert_no_error (error);
      check_article (article);
    }
  else
    {
      g_assert_true (g_error_matches (error, GS_ERROR, GS_ERROR_UNREADABLE)
                     || g_error_matches (error, GS_ERROR, GS_ERROR_LIMIT));
      g_assert_cmpstr (error->message, !=, "");
    }
}

static void
feed_repeated (const char *head, const char *piece, guint n, const char *tail)
{
  GString *out = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (out, piece);
  g_string_append (out, tail);
  /* What is quadratic does not come back before Meson ends the test. */
  feed (out->str, out->len);
  g_string_free (out, TRUE);
}

static void
test_pathological (void)
{
  feed_repeated ("<html><body>", "<div>", 200000, "deep");
  feed_repeated ("<p>", "<b><i>", 200000, "x");
  feed_repeated ("", "<table><tr><td>", 20000, "x");
  feed_repeated ("<p ", "a=1 b ", 50000, ">x</p>");
  feed_repeated ("<article><h1>T</h1>", "<p>Sentence number one, with a comma. </p>", 50000, "</article>");
  feed_repeated ("<p>before<!-- ", "x", 2000000, "");
  feed_repeated ("<p>before</p><a href=\"", "x", 2000000, "");
  feed_repeated ("<p>before</p><script>", "<", 1000000, "");
  feed_repeated ("<p>", "</x>", 90000, "end");
  feed_repeated ("<p>", "<p></x>", 200000, "end");
  feed_repeated ("<p>", "&amp;&#x41;&bogus;", 200000, "end");
  feed_repeated ("<p>", "&entity;", 3000000, "end");
  feed_repeated ("<!DOCTYPE html [", "<!ENTITY a \"", 300000, "");
  feed_repeated ("<p>", "1", 3000000, "end");
  feed_repeated ("<p>", "1-1.", 1000000, "end");
  feed_repeated ("<p>", "<", 500000, "end");
  feed_repeated ("<ul>", "<li>", 300000, "x");
  feed_repeated ("<p>x<br>", "<br>", 300000, "x");
  feed_repeated ("<script type='application/ld+json'>", "[", 500000, "</script><p>x</p>");
  feed_repeated ("<title>", "x", 3000000, "</title><p>y</p>");
  feed_repeated ("", "word ", 1000000, "");
  feed_repeated ("x", "\n", 3000000, "y");
  feed_repeated ("", "a\n\n", 500000, "");
  feed_repeated ("", "Short line\n", 300000, "");
  feed_repeated ("", "(", 300000, "");
  feed_repeated ("", " \xe2\x80\x93 ", 300000, "");
  feed_repeated ("a", "\xcc\x81", 200000, " z");
  feed_repeated ("",
                 "\xe2\x80\xae\xe2\x81\xa6"
                 "abc\xe2\x81\xa9\xe2\x80\xac ",
                 50000, "");
  feed_repeated ("", "\xff", 1000000, "");
  feed_repeated ("caf\xc3\xa9 ", "\xc3", 1000000, "");
}

/* Headers of what there is to confuse, then noise. */
static void
test_random (void)
{
  static const char *const heads[] = { "",      "<html>", "<!DOCTYPE html><p>", "# ",     "\xef\xbb\xbf", "\xff\xfe",
                                       "%PDF-", "PK\3\4", "June 9 (",           "<?xml ", "{\"",          "Foto: " };

  for (int round = 0; round < 3000; round++)
    {
      const char *head = heads[g_test_rand_int_range (0, G_N_ELEMENTS (heads))];
      gsize n = (gsize) g_test_rand_int_range (0, 400);
      g_autoptr (GString) data = g_string_new (head);
      int top = g_test_rand_int_range (1, 257);

      for (gsize i = 0; i < n; i++)
        g_string_append_c (data, (char) g_test_rand_int_range (0, top));
      feed (data->str, data->len);
    }
}

static void
mutate (GString *data)
{
  static const char *const pieces[] = { "<",         ">",
                                        "</",        "<!--",
                                        "-->",       "&",
                                        "\"",        "'",
                                        "\n\n",      "\n",
                                        "(",         ")",
                                        " – ",       "\xff",
                                        "<p>",       "<div>",
                                        "</div>",    "<a>",
                                        "<script>",  "</script>",
                                        "<title>",   "<br>",
                                        "Foto: ",    "2023",
                                        "(AFP) –",   "\xf0\x9f\x98\x80",
                                        "<table>",   "<nav>",
                                        "<article>", "<h1>" };
  gsize at = (gsize) g_test_rand_int_range (0, (gint32) data->len + 1);
  gsize n = (gsize) g_test_rand_int_range (0, 200);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      g_string_erase (data, (gssize) at, (gssize) MIN (data->len - at, n));
      break;
    case 1:
      g_string_insert (data, (gssize) at, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      break;
    case 2:
      if (at < data->len)
        data->str[at] = (char) g_test_rand_int_range (0, 256);
      break;
    default:
      g_string_truncate (data, at);
    }
}

static void
test_mutated (void)
{
  static const char *const names[] = { "news.html",   "table.html",       "nachricht.txt",
                                       "wrapped.txt", "windows-1252.txt", "utf-16.txt" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *relative = g_build_filename ("golden", "import", names[i], NULL);
      g_autofree char *path = gs_test_data (relative);
      g_autoptr (GBytes) bytes = gs_test_read (path);

      for (int round = 0; round < 300; round++)
        {
          g_autoptr (GString) data =
            g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
          int n = g_test_rand_int_range (1, 12);

          for (int j = 0; j < n && data->len > 0; j++)
            mutate (data);
          feed (data->str, data->len);
        }
    }
}

/* Nothing outside is read: entities, inclusions, frames. */
static void
test_nothing_fetched (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *secret = g_build_filename (folder, "secret", NULL);
  g_autofree char *html = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsArticleRecord) article = NULL;

  gs_test_write (secret, "CANARY", -1);
  html = g_strdup_printf ("<!DOCTYPE html [<!ENTITY x SYSTEM \"file://%s\">]><html><body><p>Text &x; here</p>"
                          "<object data=\"file://%s\"></object><iframe src=\"file://%s\"></iframe></body></html>",
                          secret, secret, secret);
  bytes = g_bytes_new_static (html, strlen (html));
  article = gs_extract (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (article->text, "here"));
  g_assert_null (strstr (article->text, "CANARY"));
  gs_test_remove_folder (folder);
}

/* The same bytes give the same article, field by field. */
static void
test_deterministic (void)
{
  g_autofree char *path = gs_test_data ("golden/import/news.html");
  g_autoptr (GBytes) bytes = gs_test_read (path);
  g_autoptr (GsArticleRecord) a = gs_extract (bytes, "a", NULL, NULL);
  g_autoptr (GsArticleRecord) b = gs_extract (bytes, "b.pdf", NULL, NULL);

  g_assert_true (gs_record_equal (&gs_article_type, a, b));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/hostile/pathological", test_pathological);
  g_test_add_func ("/import/hostile/random", test_random);
  g_test_add_func ("/import/hostile/mutated", test_mutated);
  g_test_add_func ("/import/hostile/nothing-fetched", test_nothing_fetched);
  g_test_add_func ("/import/hostile/deterministic", test_deterministic);

  return g_test_run ();
}
