/* test-window-import.c: files and passages come into the window.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "gs-fetch.h"
#include "gs-import-bar.h"
#include "gs-mixed-files.h"
#include "gs-window-fixture.h"
#include "gs-zip-writer.h"

static void
test_import_by_drop (GsWindowFixture *self, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 0);
  g_assert_false (gs_window_fixture_is_enabled (self, GTK_TYPE_BUTTON, "Undo"));

  gs_window_fixture_drop (self, gs_window_two_articles);
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 2);
  g_assert_cmpint (gs_window_fixture_count (self, &gs_article_type), ==, 2);
  g_assert_true (gs_window_fixture_is_enabled (self, GTK_TYPE_BUTTON, "Undo"));
  g_assert_false (gs_window_fixture_is_enabled (self, GTK_TYPE_BUTTON, "Redo"));
}

static void
drop_text (GsWindowFixture *self, const char *text)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->window));
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", &value, 0.0, 0.0, &taken);
    }
  g_value_unset (&value);
  g_assert_true (taken);
  gs_test_pump_until (gs_window_fixture_import_is_over, self->window, 10);
  gs_window_fixture_settle (self);
}

/* Of a browser: a passage is an article, an address is asked about. */
static void
test_drop_text (GsWindowFixture *self, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);

  drop_text (self, gs_window_two_articles[0]);
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 1);
  if (!gs_fetch_is_there ())
    return;

  drop_text (self, " https://example.org/zebras \n");
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n + 1);
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (g_strcmp0 (gtk_window_get_title (window), "Import from Web Address") == 0)
        gtk_window_destroy (window);
    }
  gs_ui_test_settle ();
}

/* Rows of the dialog that says what an import has left out; it is closed. */
static guint
close_left_out (GsWindowFixture *self)
{
  GListModel *windows = gtk_window_get_toplevels ();

  gs_import_bar_show_refused (gs_window_find (self->window, GS_TYPE_IMPORT_BAR, NULL));
  gs_ui_test_settle ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), "Left Out") == 0)
        {
          GtkListView *list = gs_window_find (window, GTK_TYPE_LIST_VIEW, "What was left out, and why");
          guint n = g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));

          gs_ui_test_shot (GTK_WIDGET (window), "left-out");
          gtk_window_destroy (window);
          return n;
        }
    }

  g_assert_not_reached ();
}

static void
test_refused_files_are_named (GsWindowFixture *self, gconstpointer data)
{
  const char *const contents[] = { "", gs_window_two_articles[0], NULL };

  gs_window_fixture_drop (self, contents);
  g_assert_cmpuint (g_list_model_get_n_items (gs_window_fixture_library (self)), ==, 1);
  gs_window_find (self->window, ADW_TYPE_TOAST_OVERLAY, NULL);
  g_assert_cmpuint (close_left_out (self), ==, 1);
}

/* A project of another program: its text comes, and what had no place is told. */
static void
test_project (GsWindowFixture *self, gconstpointer data)
{
  static const char project[] =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?><Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Study\" "
    "origin=\"Another\"><Cases><Case guid=\"00000001-1111-4222-8333-444444444444\" name=\"One\"/></Cases><Sources>"
    "<TextSource guid=\"00000002-1111-4222-8333-444444444444\" name=\"first\"><PlainTextContent>Drones were sold."
    "</PlainTextContent></TextSource><PictureSource guid=\"00000003-1111-4222-8333-444444444444\" name=\"p\"/>"
    "</Sources></Project>";
  g_autofree char *path = g_build_filename (self->folder, "study.qdpx", NULL);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  GsZipWriter *writer = gs_zip_writer_new (out);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (gs_zip_writer_begin (writer, "project.qde", NULL));
  g_assert_true (gs_zip_writer_write (writer, project, strlen (project), NULL));
  g_assert_true (gs_zip_writer_finish (writer, NULL));
  gs_zip_writer_free (writer);
  g_output_stream_close (out, NULL, NULL);
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
  gs_test_write (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));

  g_ptr_array_add (paths, path);
  gs_window_import_paths (self->window, paths);
  gs_test_pump_until (gs_window_fixture_import_is_over, self->window, 60);
  gs_window_fixture_settle (self);
  g_assert_cmpint (gs_window_fixture_count (self, &gs_article_type), ==, 1);
  /* A case and a picture. */
  g_assert_cmpuint (close_left_out (self), ==, 2);
}

static gboolean
has_begun (gpointer data)
{
  GsImportBar *bar = gs_window_find (data, GS_TYPE_IMPORT_BAR, NULL);

  return gs_window_fixture_import_is_over (data) || gs_import_bar_get_progress (bar)->done > 0;
}

/* What bench-window-import does with a hundred times as many: cancelled, the
 * import keeps what it told of; begun again, it brings the rest. */
static void
test_import_cancelled (GsWindowFixture *self, gconstpointer data)
{
  GsImportBar *bar = gs_window_find (self->window, GS_TYPE_IMPORT_BAR, NULL);
  g_autofree char *folder = g_build_filename (self->folder, "mixed", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  const GsImportProgress *progress = gs_import_bar_get_progress (bar);
  GsMixedFiles mixed;

  g_mkdir (folder, 0700);
  mixed = gs_mixed_files_write (folder, 96);
  g_ptr_array_add (paths, folder);

  gs_window_import_paths (self->window, paths);
  gs_test_pump_until (has_begun, self->window, 30);
  g_signal_emit_by_name (gs_window_find (bar, GTK_TYPE_BUTTON, NULL), "clicked");
  gs_test_pump_until (gs_window_fixture_import_is_over, self->window, 30);
  g_assert_cmpint (gs_window_fixture_count (self, &gs_article_type), ==, progress->imported);

  gs_window_import_paths (self->window, paths);
  gs_test_pump_until (gs_window_fixture_import_is_over, self->window, 60);
  gs_window_fixture_settle (self);
  g_assert_cmpuint (progress->done, ==, mixed.files);
  g_assert_cmpuint (progress->imported + progress->duplicates, ==, mixed.articles);
  g_assert_cmpint (gs_window_fixture_count (self, &gs_article_type), ==, mixed.articles);
  g_assert_cmpuint (progress->refused, ==, mixed.broken);
  g_assert_cmpuint (close_left_out (self), ==, mixed.broken);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, set_up, func) g_test_add (path, GsWindowFixture, NULL, set_up, func, gs_window_fixture_tear_down)

  TEST ("/ui/window/import-cancelled", gs_window_fixture_set_up, test_import_cancelled);
  TEST ("/ui/window/import-by-drop", gs_window_fixture_set_up, test_import_by_drop);
  TEST ("/ui/window/drop-text", gs_window_fixture_set_up, test_drop_text);
  TEST ("/ui/window/refused-files-are-named", gs_window_fixture_set_up, test_refused_files_are_named);
  TEST ("/ui/window/project", gs_window_fixture_set_up, test_project);

  return g_test_run ();
}
