/* gs-test.c: what the tests of every room share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-test.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static void
remove_recursively (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      GDir *dir = g_dir_open (path, 0, NULL);
      const char *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_recursively (child);
        }
      g_dir_close (dir);
    }

  g_assert_cmpint (g_remove (path), ==, 0);
}

static char *backups;

static void
remove_backups (void)
{
  if (backups != NULL)
    gs_test_remove_folder (g_steal_pointer (&backups));
}

/* Nothing of a test is to end up among the user's backups. Once a program,
 * while it has but one thread. */
static void
keep_backups_apart (void)
{
  g_autoptr (GError) error = NULL;

  if (backups != NULL || g_getenv ("GAINSAY_BACKUPS") != NULL)
    return;

  backups = g_dir_make_tmp ("gainsay-backups-XXXXXX", &error);
  g_assert_no_error (error);
  g_setenv ("GAINSAY_BACKUPS", backups, TRUE);
  atexit (remove_backups);
}

char *
gs_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("gainsay-test-XXXXXX", &error);

  g_assert_no_error (error);
  keep_backups_apart ();

  return folder;
}

void
gs_test_remove_folder (char *folder)
{
  remove_recursively (folder);
  g_free (folder);
}

char *
gs_test_seed (const char *name)
{
  const char *folder = g_getenv ("GAINSAY_SEEDS");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;

  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the seed articles are not on this machine");
      return NULL;
    }

  return g_steal_pointer (&path);
}

char *
gs_test_data (const char *relative)
{
  return g_test_build_filename (G_TEST_DIST, relative, NULL);
}

void
gs_test_unpack (const char *relative, const char *path)
{
  g_autofree char *packed = gs_test_data (relative);
  g_autoptr (GFile) from = g_file_new_for_path (packed);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) file = G_INPUT_STREAM (g_file_read (from, NULL, &error));
  g_autoptr (GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GOutputStream) out = NULL;

  g_assert_no_error (error);
  in = g_converter_input_stream_new (file, G_CONVERTER (decompressor));
  out = G_OUTPUT_STREAM (g_file_replace (to, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error));
  g_assert_no_error (error);
  g_output_stream_splice (out, in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);
}

guint
gs_test_number (const char *variable, guint otherwise)
{
  const char *text = g_getenv (variable);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : otherwise;
}

GBytes *
gs_test_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize length = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, length);
}

void
gs_test_write (const char *path, gconstpointer data, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, data, length, &error);
  g_assert_no_error (error);
}

static gboolean
deadline_cb (gpointer data)
{
  gboolean *passed = data;

  *passed = TRUE;

  return G_SOURCE_REMOVE;
}

void
gs_test_pump_until (GsTestCondition condition, gpointer data, double seconds)
{
  gboolean passed = FALSE;
  guint id = g_timeout_add ((guint) (seconds * 1000.0), deadline_cb, &passed);

  while (!condition (data) && !passed)
    g_main_context_iteration (NULL, TRUE);

  if (!passed)
    g_source_remove (id);

  g_assert_true (condition (data));
}

void
gs_test_take_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static gboolean
has_result (gpointer data)
{
  return *(GAsyncResult **) data != NULL;
}

void
gs_test_wait_result (GAsyncResult **result, double seconds)
{
  gs_test_pump_until (has_result, result, seconds);
}
