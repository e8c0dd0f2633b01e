/* test-reader-text.c: article offsets and view offsets are told apart exactly.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-text.h"

#include <string.h>

/* Every code point of the article, and what must hold for it. */
static void
check_mapping (const char *text)
{
  g_autoptr (GsReaderText) reader = gs_reader_text_new (text);
  g_autofree char *view = gs_reader_text_make_view (reader);
  g_autofree gunichar *article_chars = g_utf8_to_ucs4_fast (text, -1, NULL);
  glong view_length = 0;
  g_autofree gunichar *view_chars = g_utf8_to_ucs4_fast (view, -1, &view_length);
  gint64 length = gs_reader_text_length (reader);

  g_assert_true (g_utf8_validate (view, -1, NULL));
  g_assert_cmpint (view_length, ==, length + gs_reader_text_count_breaks (reader));

  for (gint64 i = 0; i < length; i++)
    {
      gint64 at = gs_reader_text_to_view (reader, i);

      g_assert_cmpuint (view_chars[at], ==, article_chars[i]);
      g_assert_cmpint (gs_reader_text_from_view (reader, at), ==, i);
      /* A range that ends after this character reaches just over it. */
      g_assert_cmpint (gs_reader_text_end_to_view (reader, i + 1), ==, at + 1);
      g_assert_cmpint (gs_reader_text_from_view (reader, at + 1), ==, i + 1);
    }

  for (gint64 v = 0; v < view_length; v++)
    g_assert_cmpint (gs_reader_text_from_view (reader, v), <=, gs_reader_text_from_view (reader, v + 1));
  g_assert_cmpint (gs_reader_text_from_view (reader, view_length), ==, length);
}

static gsize
longest_paragraph (const char *text)
{
  gsize longest = 0;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GsReaderText) reader = gs_reader_text_new (text);
  g_autofree char *view = gs_reader_text_make_view (reader);

  lines = g_strsplit_set (view, "\n\r", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    longest = MAX (longest, strlen (lines[i]));

  return longest;
}

static char *
repeat (const char *piece, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);

  return g_string_free (text, FALSE);
}

static void
test_short (void)
{
  g_autoptr (GsReaderText) reader = gs_reader_text_new ("One.\nTwo.\r\nThree. \xf0\x9f\x99\x82\n\nFour");

  g_assert_cmpuint (gs_reader_text_count_breaks (reader), ==, 0);
  check_mapping ("");
  check_mapping ("One.\nTwo.\r\nThree. \xf0\x9f\x99\x82\n\nFour");
}

static void
test_long (void)
{
  const char *const pieces[] = {
    "A sentence that says little. ",
    "wordswithoutend",
    "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac", /* woman, joiner, microscope */
    "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d ",            /* Hebrew */
    "e\xcc\x81",                                    /* e and an acute accent */
    "\xcc\x81",                                     /* nothing but accents */
    "\xf0\x9f\x87\xb3\xf0\x9f\x87\xb1",             /* a flag */
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autofree char *text = repeat (pieces[i], 3000);

      check_mapping (text);
      g_assert_cmpuint (longest_paragraph (text), <=, GS_READER_TEXT_LIMIT);
    }
}

static void
test_sentences (void)
{
  g_autofree char *text = repeat ("A sentence that says little. ", 1000);
  g_autoptr (GsReaderText) reader = gs_reader_text_new (text);
  g_autofree char *view = gs_reader_text_make_view (reader);
  g_auto (GStrv) lines = g_strsplit (view, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 5);
  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (lines[i], "A sentence"));
}

/* A joined emoji is one character to the reader. */
static void
test_clusters (void)
{
  const char *piece = "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x94\xac";
  g_autofree char *text = repeat (piece, 3000);
  g_autoptr (GsReaderText) reader = gs_reader_text_new (text);
  g_autofree char *view = gs_reader_text_make_view (reader);
  g_auto (GStrv) lines = g_strsplit (view, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_assert_true (g_str_has_prefix (lines[i], piece) || lines[i][0] == '\0');
}

static void
test_random (void)
{
  const gunichar alphabet[] = { 'a', ' ', '.', '\n', 0xE9, 0x301, 0x200D, 0x1F642, 0x5D0, '\r', 0x2029, 0xA0 };

  for (guint round = 0; round < 40; round++)
    {
      GString *text = g_string_new (NULL);
      guint length = (guint) g_test_rand_int_range (0, 20000);
      /* Few separators make long paragraphs. */
      gboolean separated = g_test_rand_bit ();

      for (guint i = 0; i < length; i++)
        {
          gunichar c = alphabet[g_test_rand_int_range (0, G_N_ELEMENTS (alphabet))];

          if (!separated && (c == '\n' || c == '\r' || c == 0x2029) && g_test_rand_int_range (0, 3000) != 0)
            c = 'b';
          g_string_append_unichar (text, c);
        }

      check_mapping (text->str);
      g_string_free (text, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reader-text/short", test_short);
  g_test_add_func ("/reader-text/long", test_long);
  g_test_add_func ("/reader-text/sentences", test_sentences);
  g_test_add_func ("/reader-text/clusters", test_clusters);
  g_test_add_func ("/reader-text/random", test_random);

  return g_test_run ();
}
