/* test-window.c: the window as such: its dialogs, its panes, and what it cannot open or change.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-export-dialog.h"
#include "gs-fetch.h"
#include "gs-library.h"
#include "gs-window-fixture.h"

static void
test_read_only (GsWindowFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) reader = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  guint windows = g_list_model_get_n_items (gtk_window_get_toplevels ());
  GtkRevealer *bar = NULL;

  gs_window_fixture_drop (self, gs_window_two_articles);
  reader = gs_workspace_open (self->path, GS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  gs_window_set_workspace (self->window, NULL);
  gs_window_set_workspace (self->window, reader);
  gs_test_pump_until (gs_window_fixture_import_is_over, self->window, 10);
  gs_ui_test_settle ();

  bar = gs_window_find (self->window, GTK_TYPE_REVEALER, NULL);
  g_assert_true (gtk_revealer_get_reveal_child (bar));
  g_assert_false (gs_window_fixture_is_enabled (self, GTK_TYPE_BUTTON, "Undo"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.paste-article", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, windows);
  g_ptr_array_add (paths, self->path);
  gs_window_import_paths (self->window, paths);
  g_assert_true (gs_window_fixture_import_is_over (self->window));

  gs_window_set_workspace (self->window, NULL);
  gs_workspace_close (reader);
}

static void
finished_cb (GsExportDialog *dialog, gboolean written, gpointer data)
{
  *(int *) data = written ? 1 : 0;
}

static gboolean
is_finished (gpointer data)
{
  return *(int *) data >= 0;
}

static void
test_export (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *dialog = gs_export_dialog_new (GTK_WINDOW (self->window), self->workspace);
  g_autofree char *path = g_build_filename (self->folder, "report.xml", NULL);
  g_autofree char *nowhere = g_build_filename (self->folder, "no folder", "report.xml", NULL);
  g_autofree char *text = NULL;
  int outcome = -1;

  g_signal_connect (dialog, "finished", G_CALLBACK (finished_cb), &outcome);
  gtk_window_present (GTK_WINDOW (dialog));
  gs_export_dialog_export (GS_EXPORT_DIALOG (dialog), nowhere);
  gs_test_pump_until (is_finished, &outcome, 10);
  g_assert_cmpint (outcome, ==, 0);

  outcome = -1;
  gs_export_dialog_export (GS_EXPORT_DIALOG (dialog), path);
  gs_test_pump_until (is_finished, &outcome, 10);
  g_assert_cmpint (outcome, ==, 1);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "<claim "));
  gs_ui_test_settle ();
}

static void
test_open_failure (void)
{
  char *folder = gs_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "not.gainsay", NULL);
  GsWindow *window = gs_window_new (NULL, 800, 600);
  int outcome = -1;

  gs_test_write (path, "this is no workspace", -1);
  g_signal_connect_swapped (window, "open-failed", G_CALLBACK (g_atomic_int_inc), &outcome);
  gtk_window_present (GTK_WINDOW (window));
  gs_window_open (window, path);
  gs_test_pump_until (is_finished, &outcome, 10);
  g_assert_null (gs_window_get_workspace (window));
  g_assert_null (gs_window_get_path (window));

  gtk_window_destroy (GTK_WINDOW (window));
  gs_ui_test_settle ();
  gs_test_remove_folder (folder);
}

/* One pane at a time in a narrow window; back leads to the library. */
static void
test_folding (GsWindowFixture *self, gconstpointer data)
{
  GsWindow *narrow = gs_window_new (NULL, 600, 700);
  GtkWidget *library;
  gboolean folded = FALSE;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  gtk_window_present (GTK_WINDOW (narrow));
  gs_window_set_workspace (narrow, self->workspace);
  gs_ui_test_settle ();
  library = gs_window_find (narrow, GS_TYPE_LIBRARY, NULL);
  g_object_get (narrow, "folded", &folded, NULL);
  g_assert_true (folded);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (narrow)), <=, 620);
  g_assert_true (gtk_widget_get_visible (library));

  rows = gs_workspace_list_page (self->workspace, &gs_article_listing_type, NULL, 0, 1, &error);
  g_assert_no_error (error);
  gs_window_show_article (narrow, ((GsArticleListing *) g_ptr_array_index (rows, 0))->uuid, NULL);
  gs_ui_test_settle ();
  g_assert_false (gtk_widget_get_visible (library));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (narrow), "win.back", NULL));
  g_assert_true (gtk_widget_get_visible (library));

  gtk_window_destroy (GTK_WINDOW (narrow));
  gs_ui_test_settle ();
}

/* Opened by the window's action, named, and closed by Escape's. */
static void
check_dialog (GsWindowFixture *self, const char *action, const char *title)
{
  GtkWindow *found = NULL;
  GListModel *windows = gtk_window_get_toplevels ();

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  gs_window_fixture_settle (self);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), title) == 0)
        found = window;
    }
  g_assert_nonnull (found);

  gs_ui_test_shot (GTK_WIDGET (found), title);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (found), "window.close", NULL));
  gs_ui_test_settle ();
}

static void
test_dialogs (GsWindowFixture *self, gconstpointer data)
{
  check_dialog (self, "win.export-report", "Export Report");
  check_dialog (self, "win.paste-article", "Paste Article");
  if (gs_fetch_is_there ())
    check_dialog (self, "win.import-address", "Import from Web Address");
  check_dialog (self, "win.show-history", "History");
}

/* The overlay is a template of its own, which nothing else would load. */
static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/gainsay/Gainsay/ui/gs-shortcuts.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_SHORTCUTS_WINDOW (overlay));
  gtk_window_destroy (GTK_WINDOW (overlay));
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, set_up, func) g_test_add (path, GsWindowFixture, NULL, set_up, func, gs_window_fixture_tear_down)

  TEST ("/ui/window/read-only", gs_window_fixture_set_up, test_read_only);
  TEST ("/ui/window/export", gs_window_fixture_set_up_sample, test_export);
  TEST ("/ui/window/folding", gs_window_fixture_set_up_sample, test_folding);
  TEST ("/ui/window/dialogs", gs_window_fixture_set_up_sample, test_dialogs);
  g_test_add_func ("/ui/window/shortcuts", test_shortcuts);
  g_test_add_func ("/ui/window/open-failure", test_open_failure);

  return g_test_run ();
}
