/* test-span-index.c: the index of spans against a scan of all of them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-span-index.h"
#include "gs-test.h"

#define N_ENTRIES 20000
#define TEXT_LENGTH 1280000

static GsSpanEntry
random_entry (GRand *chance, guint key, gint64 length)
{
  GsSpanEntry entry = { .key = key };

  entry.start = g_rand_int_range (chance, 0, (gint32) length);
  entry.end = entry.start + g_rand_int_range (chance, 1, 400);

  return entry;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const GsSpanEntry *x = a, *y = b;

  if (x->start != y->start)
    return x->start < y->start ? -1 : 1;
  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;

  return x->key < y->key ? -1 : x->key > y->key;
}

static gboolean
collect_cb (const GsSpanEntry *entry, gpointer user_data)
{
  g_array_append_val ((GArray *) user_data, *entry);

  return TRUE;
}

static gboolean
stop_cb (const GsSpanEntry *entry, gpointer user_data)
{
  return ++*(guint *) user_data < 3;
}

/* @all: sorted. */
static void
assert_query (GsSpanIndex *index, GArray *all, gint64 start, gint64 end)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GsSpanEntry));
  gint64 last = MAX (end, start + 1);
  guint n = 0;

  gs_span_index_query (index, start, end, collect_cb, found);
  for (guint i = 0; i < all->len; i++)
    {
      const GsSpanEntry *entry = &g_array_index (all, GsSpanEntry, i);

      if (entry->start >= last || entry->end <= start)
        continue;
      g_assert_cmpuint (n, <, found->len);
      g_assert_cmpint (compare (entry, &g_array_index (found, GsSpanEntry, n)), ==, 0);
      n++;
    }
  g_assert_cmpuint (n, ==, found->len);
}

static void
assert_neighbours (GsSpanIndex *index, GArray *all, gint64 offset)
{
  const GsSpanEntry *next = NULL, *previous = NULL;
  GsSpanEntry entry;

  for (guint i = 0; i < all->len; i++)
    {
      const GsSpanEntry *one = &g_array_index (all, GsSpanEntry, i);

      if (one->start < offset)
        previous = one;
      if (one->start > offset && next == NULL)
        next = one;
    }

  g_assert_cmpint (gs_span_index_next (index, offset, &entry), ==, next != NULL);
  if (next != NULL)
    g_assert_cmpint (compare (&entry, next), ==, 0);
  g_assert_cmpint (gs_span_index_previous (index, offset, &entry), ==, previous != NULL);
  if (previous != NULL)
    g_assert_cmpint (compare (&entry, previous), ==, 0);
}

/* Random additions and removals; after each some, everything is as in a list. */
static void
test_like_a_scan (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (3);
  g_autoptr (GsSpanIndex) index = gs_span_index_new ();
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (GsSpanEntry));

  for (guint i = 0; i < 3000; i++)
    {
      if (all->len > 0 && g_rand_int_range (chance, 0, 3) == 0)
        {
          guint which = (guint) g_rand_int_range (chance, 0, (gint32) all->len);
          GsSpanEntry entry = g_array_index (all, GsSpanEntry, which);

          g_assert_true (gs_span_index_remove (index, &entry));
          g_assert_false (gs_span_index_remove (index, &entry));
          g_array_remove_index (all, which);
        }
      else
        {
          GsSpanEntry entry = random_entry (chance, i, 2000);

          gs_span_index_add (index, &entry);
          gs_span_index_add (index, &entry);
          g_array_append_val (all, entry);
          g_array_sort (all, compare);
        }
      g_assert_cmpuint (gs_span_index_size (index), ==, all->len);
      if (i % 10 == 0)
        {
          gint64 start = g_rand_int_range (chance, -10, 2500);

          assert_query (index, all, start, start + g_rand_int_range (chance, 0, 300));
          assert_neighbours (index, all, start);
        }
    }
}

static void
test_fill (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (5);
  g_autoptr (GsSpanIndex) index = gs_span_index_new ();
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (GsSpanEntry));
  GsSpanEntry stray = { 1, 2, 99 };
  guint n = 0;

  gs_span_index_add (index, &stray);
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      GsSpanEntry entry = random_entry (chance, i, TEXT_LENGTH);

      g_array_append_val (all, entry);
    }
  /* The same one twice counts once. */
  g_array_append_val (all, g_array_index (all, GsSpanEntry, 0));
  gs_span_index_fill (index, (const GsSpanEntry *) (void *) all->data, all->len);
  g_array_set_size (all, N_ENTRIES);
  g_array_sort (all, compare);

  g_assert_cmpuint (gs_span_index_size (index), ==, N_ENTRIES);
  for (guint i = 0; i < 200; i++)
    {
      gint64 start = g_rand_int_range (chance, 0, TEXT_LENGTH);

      assert_query (index, all, start, start + 500);
      assert_neighbours (index, all, start);
    }
  assert_query (index, all, 0, TEXT_LENGTH + 400);
  gs_span_index_query (index, 0, TEXT_LENGTH, stop_cb, &n);
  g_assert_cmpuint (n, ==, 3);

  gs_span_index_fill (index, NULL, 0);
  g_assert_cmpuint (gs_span_index_size (index), ==, 0);
}

/* Microseconds, not milliseconds: a hundred times the expected cost fails. */
static void
test_cost (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (9);
  g_autoptr (GsSpanIndex) index = gs_span_index_new ();
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (GsSpanEntry));
  double adding, asking;

  g_test_timer_start ();
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      GsSpanEntry entry = random_entry (chance, i, TEXT_LENGTH);

      gs_span_index_add (index, &entry);
    }
  adding = g_test_timer_elapsed () / N_ENTRIES;
  g_test_timer_start ();
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      gint64 start = g_rand_int_range (chance, 0, TEXT_LENGTH);

      g_array_set_size (found, 0);
      gs_span_index_query (index, start, start + 500, collect_cb, found);
    }
  asking = g_test_timer_elapsed () / N_ENTRIES;

  g_test_message ("adding one: %.2f µs, asking for a paragraph: %.2f µs", adding * 1e6, asking * 1e6);
  g_assert_cmpfloat (adding, <, 100e-6);
  g_assert_cmpfloat (asking, <, 100e-6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/span-index/like-a-scan", test_like_a_scan);
  g_test_add_func ("/app/span-index/fill", test_fill);
  g_test_add_func ("/app/span-index/cost", test_cost);

  return g_test_run ();
}
