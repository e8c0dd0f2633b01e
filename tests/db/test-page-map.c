/* test-page-map.c: pages that say what cannot be are not believed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-db-fixture.h"
#include "gs-db-page-map.h"

#define SIZE 4096

static void
put_16 (guint8 *p, guint value)
{
  p[0] = (guint8) (value >> 8);
  p[1] = (guint8) value;
}

static void
put_32 (guint8 *p, guint32 value)
{
  put_16 (p, value >> 16);
  put_16 (p + 2, value & 0xffff);
}

/* A page with one cell, which leads to a child and begins @left bytes before its end. */
static void
fill_page (guint8 *bytes, guint left)
{
  memset (bytes, 0, SIZE);
  bytes[0] = GS_DB_PAGE_INDEX_INSIDE;
  put_16 (bytes + 3, 1);
  put_16 (bytes + 5, SIZE - left);
  put_16 (bytes + 12, SIZE - left);
  put_32 (bytes + SIZE - left, 2);
}

/* Nothing of a record that goes beyond its page is taken to be on it. */
static void
test_cell_beyond_page (void)
{
  g_autofree guint8 *bytes = g_malloc (SIZE);
  GsDbPage page;
  GsDbCell cell;

  /* 500 bytes of which there are none, and of which no more than the first is. */
  for (guint left = 6; left < 8; left++)
    {
      fill_page (bytes, left);
      bytes[SIZE - left + 4] = 0x83;
      bytes[SIZE - left + 5] = 0x74;
      g_assert_true (gs_db_page_look (&page, bytes, SIZE, 2));
      g_assert_false (gs_db_page_cell (&page, 0, &cell));
      g_assert_cmpuint (cell.child, ==, 2);
      g_assert_cmpuint (cell.n_local, ==, 0);
    }
}

static GBytes *
make_whole (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = fixture_new_file (folder);
  GBytes *whole = gs_test_read (path);

  gs_test_remove_folder (folder);

  return whole;
}

/* A list of free pages that never ends, of as many as there can be. */
static void
test_endless_free_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shapes = gs_db_shapes_new (&error);
  g_autoptr (GBytes) whole = make_whole ();
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (GsDbPages) pages = NULL;
  GsDbPageMap map = { 0 };
  gsize size = g_bytes_get_size (whole);
  guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), size);
  guint32 last = (guint32) (size / SIZE);

  g_assert_no_error (error);
  put_32 (bytes + 32, last);
  put_32 (bytes + 36, G_MAXUINT32);
  put_32 (bytes + size - SIZE, last);
  put_32 (bytes + size - SIZE + 4, 0);
  damaged = g_bytes_new_take (bytes, size);
  pages = gs_db_pages_new (damaged, NULL);

  g_assert_true (gs_db_page_map_make (&map, pages, shapes, NULL, NULL));
  g_assert_cmpuint (map.n, ==, last);
  gs_db_page_map_clear (&map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/page-map/cell-beyond-page", test_cell_beyond_page);
  g_test_add_func ("/db/page-map/endless-free-list", test_endless_free_list);

  return g_test_run ();
}
