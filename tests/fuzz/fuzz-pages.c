/* fuzz-pages.c: any damage to a workspace file that is read page by page.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The input is what is changed in a whole file, as for fuzz-workspace.c: an
 * offset of three bytes, a count, and as many bytes to put there; and so on.
 * Whatever it is, each page is read once, and the values of its rows lie
 * within what was read.
 */

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "gs-db-connection.h"
#include "gs-db-page-map.h"
#include "gs-test.h"

#define HEAD 4

static GBytes *whole;
static GPtrArray *shapes; /* of every table and index */
static guint n_shapes;    /* without those that a damaged file names */

/* Once: an empty workspace, which has all of the trees. */
static void
prepare (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  char *folder;

  if (whole != NULL)
    return;

  folder = gs_test_make_folder ();
  path = g_build_filename (folder, "whole.gainsay", NULL);
  gs_db_connection_create (path, "Pages", &error);
  g_assert_no_error (error);
  whole = gs_test_read (path);
  gs_test_remove_folder (folder);
  shapes = gs_db_shapes_new (&error);
  g_assert_no_error (error);
  n_shapes = shapes->len;
}

static void
damage (guint8 *file, gsize size, const guint8 *data, gsize length)
{
  while (length > HEAD)
    {
      gsize offset = ((gsize) data[0] << 16 | (gsize) data[1] << 8 | data[2]) % size;
      gsize n = MIN (MIN ((gsize) data[3] + 1, length - HEAD), size - offset);

      memcpy (file + offset, data + HEAD, n);
      data += HEAD + n;
      length -= HEAD + n;
    }
}

/* Reads each byte, so that a sanitizer sees where it lies. */
static gboolean
row_cb (const GsDbShape *shape, gint64 rowid, const GsDbValue *values, guint n, gboolean whole_row, gpointer data)
{
  guint *sum = data;

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (values[i].at_hand, <=, values[i].length);
      for (guint64 j = 0; values[i].data != NULL && j < values[i].at_hand; j++)
        *sum += values[i].data[j];
    }

  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) log = g_bytes_new (data, length);
  g_autoptr (GsDbPages) pages = NULL;
  GsDbPageMap map = { 0 };
  guint64 budget;
  guint64 n_bad = 0;
  guint sum = 0;
  guint8 *copy;
  gsize size;

  prepare ();
  size = g_bytes_get_size (whole);
  copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);
  damage (copy, size, data, length);
  file = g_bytes_new_take (copy, size);

  /* The input is a log as well, which it hardly ever is. */
  pages = gs_db_pages_new (file, log);
  g_ptr_array_set_size (shapes, (int) n_shapes);
  g_assert_true (gs_db_page_map_make (&map, pages, shapes, NULL, NULL));
  budget = (guint64) map.n * 16;
  for (guint32 i = 1; i <= map.n; i++)
    gs_db_page_map_rows (&map, i, &budget, row_cb, &sum, &n_bad);
  gs_db_page_map_clear (&map);

  return 0;
}
