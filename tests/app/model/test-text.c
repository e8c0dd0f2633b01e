/* test-text.c: texts and anchors by code points.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-anchor.h"
#include "gs-test.h"
#include "gs-text.h"

/* Letters of one to four bytes, a mark that combines, and line ends. */
static const char *const alphabet[] = { "a", "b", "é", "e\xcc\x81", "中", "🛰", "\n", " ", "ß" };

static char *
random_text (GRand *chance, guint n)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (out, alphabet[g_rand_int_range (chance, 0, G_N_ELEMENTS (alphabet))]);

  return g_string_free (out, FALSE);
}

static void
test_offsets (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);

  for (guint n = 0; n < 700; n += 37)
    {
      g_autofree char *string = random_text (chance, n);
      g_autoptr (GsText) text = gs_text_new (string);
      gint64 length = g_utf8_strlen (string, -1);

      g_assert_cmpint (gs_text_length (text), ==, length);
      for (gint64 i = 0; i <= length; i++)
        {
          gsize byte = (gsize) (g_utf8_offset_to_pointer (string, i) - string);

          g_assert_cmpuint (gs_text_to_byte (text, i), ==, byte);
          g_assert_cmpint (gs_text_from_byte (text, byte), ==, i);
        }
      for (gsize byte = 0; byte <= strlen (string); byte++)
        {
          gsize back = gs_text_to_byte (text, gs_text_from_byte (text, byte));

          g_assert_cmpuint (back, <=, byte);
          g_assert_cmpuint (byte - back, <, 4);
        }
    }
}

static void
test_slices (void)
{
  g_autoptr (GsText) text = gs_text_new ("Kyïv 🛰 e\xcc\x81té");
  g_autofree char *satellite = gs_text_slice (text, 5, 6);
  g_autofree char *mark = gs_text_slice (text, 8, 9);
  g_autofree char *beyond = gs_text_slice (text, 10, 99);
  g_autofree char *nothing = gs_text_slice (text, 4, 2);

  g_assert_cmpstr (satellite, ==, "🛰");
  g_assert_cmpstr (mark, ==, "\xcc\x81");
  g_assert_cmpstr (beyond, ==, "é");
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpuint (gs_text_to_byte (text, -3), ==, 0);
  g_assert_cmpuint (gs_text_to_byte (text, 400), ==, strlen (gs_text_get (text)));
}

static GsSpanRecord *
describe (const char *string, gint64 start, gint64 end)
{
  g_autoptr (GsText) text = gs_text_new (string);
  GsSpanRecord *span = gs_record_new (&gs_span_type);

  span->start = start;
  span->end = end;
  g_assert_true (gs_anchor_describe (text, span));

  return span;
}

static gboolean
resolve (const char *string, GsSpanRecord *span)
{
  g_autoptr (GsText) text = gs_text_new (string);

  return gs_anchor_resolve (text, span);
}

static void
test_describe (void)
{
  g_autoptr (GsText) text = gs_text_new ("🛰🛰 450 drones 🛰");
  GsSpanRecord *span = describe ("🛰🛰 450 drones 🛰", 3, 6);

  g_assert_cmpstr (span->exact, ==, "450");
  g_assert_cmpstr (span->prefix, ==, "🛰🛰 ");
  g_assert_cmpstr (span->suffix, ==, " drones 🛰");

  span->end = 3;
  g_assert_false (gs_anchor_describe (text, span));
  span->end = 99;
  g_assert_false (gs_anchor_describe (text, span));
  span->start = -1;
  span->end = 2;
  g_assert_false (gs_anchor_describe (text, span));
  gs_record_free (&gs_span_type, span);
}

/* The same sentence three times: 32 code points do not tell the places apart. */
static void
test_describe_until_unique (void)
{
  g_autoptr (GString) thrice = g_string_new ("Start. ");
  g_autoptr (GsText) text = NULL;
  GsSpanRecord *span;
  gint64 second;

  for (int i = 0; i < 3; i++)
    g_string_append (thrice, "Tehran has always denied that it delivered any drones at all to anyone whatsoever. ");
  g_string_append (thrice, "End of it, and of everything else there was to say on the matter that day.");
  text = gs_text_new (thrice->str);
  second = gs_anchor_find (text, "drones", 2);
  span = describe (thrice->str, second, second + 6);

  g_assert_cmpint (g_utf8_strlen (span->prefix, -1), >, 32);
  g_string_prepend (thrice, "A new beginning. ");
  g_assert_true (resolve (thrice->str, span));
  g_assert_cmpint (span->start, ==, second + 17);
  gs_record_free (&gs_span_type, span);
}

/* A text without unique places must neither hang nor fail. */
static void
test_describe_periodic (void)
{
  g_autofree char *same = g_strnfill (60000, 'a');
  GsSpanRecord *span = describe (same, 30000, 30004);

  g_assert_cmpint (g_utf8_strlen (span->prefix, -1), ==, 4096);
  g_assert_true (resolve (same, span));
  g_assert_cmpint (span->start, ==, 30000);
  gs_record_free (&gs_span_type, span);
}

typedef struct
{
  const char *name;
  const char *before;
  const char *quote; /* its first occurrence in @before */
  const char *after;
  int where; /* in @after, -1 for orphaned */
} Move;

static const Move moves[] = {
  { "unchanged", "x 450 drones y", "450 drones", "x 450 drones y", 2 },
  { "moved", "Iran sent 450 drones.", "450 drones", "🛰 New lead. Iran sent 450 drones.", 22 },
  { "moved by a combining mark", "Iran sent 450 drones.", "450", "e\xcc\x81 Iran sent 450 drones.", 13 },
  { "gone", "Iran sent 450 drones.", "450 drones", "Iran sent many drones.", -1 },
  { "short and out of context", "Iran sent 450 drones.", "450", "Page 450 of the whole novel, later on", -1 },
  { "twice alike", "The drones came.", "drones", "So: The drones came. Again: The drones came.", -1 },
  { "one of two agrees", "Iran denies sending drones to Moscow.", "drones",
    "Kyiv builds drones too. Iran denies sending drones to Moscow.", 44 },
  { "another now stands at the position", "Iran sends drones to Moscow, officials say.", "drones",
    "Kyiv shows drones: Iran sends drones to Moscow, officials say.", 30 },
  { "a letter with a mark is another letter", "le cafe noir", "cafe", "le cafe\xcc\x81 blanc", -1 },
  { "both sides cut short", "Iran sent 450 drones.", "450 drones", "450 drones", -1 },
};

static void
test_resolve (gconstpointer data)
{
  const Move *move = data;
  g_autoptr (GsText) text = gs_text_new (move->before);
  gint64 start = gs_anchor_find (text, move->quote, 1);
  GsSpanRecord *span = describe (move->before, start, start + g_utf8_strlen (move->quote, -1));
  gboolean found = resolve (move->after, span);

  g_assert_cmpint (found, ==, move->where >= 0);
  g_assert_cmpint (span->orphaned, ==, move->where < 0);
  g_assert_cmpint (span->start, ==, move->where >= 0 ? move->where : start);
  g_assert_cmpint (span->end - span->start, ==, g_utf8_strlen (move->quote, -1));
  gs_record_free (&gs_span_type, span);
}

/* Whatever is cut out and put in elsewhere, a span that is found has its quote. */
static void
test_never_wrong (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (11);
  guint found = 0;

  for (guint i = 0; i < 400; i++)
    {
      g_autofree char *string = random_text (chance, 200);
      g_autofree char *head = random_text (chance, (guint) g_rand_int_range (chance, 0, 40));
      g_autofree char *changed = g_strconcat (head, string, NULL);
      gint64 length = g_utf8_strlen (string, -1);
      gint64 start = g_rand_int_range (chance, 0, (gint32) length - 8);
      GsSpanRecord *span = describe (string, start, start + g_rand_int_range (chance, 1, 8));

      if (resolve (changed, span))
        {
          g_assert_cmpint (span->start, ==, start + g_utf8_strlen (head, -1));
          found++;
        }
      gs_record_free (&gs_span_type, span);
    }

  /* Only a mark that joined the quote may have cost one. */
  g_assert_cmpuint (found, >, 390);
}

static void
test_find (void)
{
  g_autoptr (GsText) text = gs_text_new ("🛰 aa é aaa");

  g_assert_cmpint (gs_anchor_find (text, "aa", 1), ==, 2);
  g_assert_cmpint (gs_anchor_find (text, "aa", 2), ==, 7);
  g_assert_cmpint (gs_anchor_find (text, "aa", 3), ==, 8);
  g_assert_cmpint (gs_anchor_find (text, "aa", 4), ==, -1);
  g_assert_cmpint (gs_anchor_find (text, "", 1), ==, -1);
  g_assert_cmpint (gs_anchor_find (text, "aa", 0), ==, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/text/offsets", test_offsets);
  g_test_add_func ("/app/text/slices", test_slices);
  g_test_add_func ("/app/anchor/describe", test_describe);
  g_test_add_func ("/app/anchor/describe-until-unique", test_describe_until_unique);
  g_test_add_func ("/app/anchor/describe-periodic", test_describe_periodic);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/anchor/resolve/%s", moves[i].name);

      g_test_add_data_func (path, &moves[i], test_resolve);
    }
  g_test_add_func ("/app/anchor/never-wrong", test_never_wrong);
  g_test_add_func ("/app/anchor/find", test_find);

  return g_test_run ();
}
