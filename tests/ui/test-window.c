/* test-window.c: the window, its library and what it does to the workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "gs-articles-page.h"
#include "gs-claim-editor.h"
#include "gs-claims-page.h"
#include "gs-compare-page.h"
#include "gs-conflicts-page.h"
#include "gs-export-dialog.h"
#include "gs-fetch.h"
#include "gs-import-bar.h"
#include "gs-language-choice.h"
#include "gs-library.h"
#include "gs-mixed-files.h"
#include "gs-row.h"
#include "gs-sources-page.h"
#include "gs-tour-bar.h"
#include "gs-window-fixture.h"
#include "gs-zip-writer.h"

static GListModel *
library_model (GsWindowFixture *self)
{
  GtkListView *list = gs_window_find (self->window, GTK_TYPE_LIST_VIEW, "Articles");

  return G_LIST_MODEL (gtk_list_view_get_model (list));
}

static gboolean
is_enabled (GsWindowFixture *self, GType type, const char *label)
{
  return gtk_widget_get_sensitive (gs_window_find (self->window, type, label));
}

static gboolean
import_is_over (gpointer data)
{
  return !gs_import_bar_is_active (gs_window_find (data, GS_TYPE_IMPORT_BAR, NULL));
}

/* Drops files of that content on the window. */
static void
drop (GsWindowFixture *self, const char *const *contents)
{
  GtkDropTarget *target = NULL;
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self->window));
  GSList *files = NULL;
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        target = GTK_DROP_TARGET (controller);
    }
  g_assert_nonnull (target);

  for (guint i = 0; contents[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("article %u.txt", i);
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      gs_test_write (path, contents[i], -1);
      files = g_slist_append (files, g_file_new_for_path (path));
    }

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, files);
  g_signal_emit_by_name (target, "drop", &value, 0.0, 0.0, &taken);
  g_value_unset (&value);
  g_assert_true (taken);

  gs_test_pump_until (import_is_over, self->window, 10);
  gs_window_fixture_settle (self);
}

static const char *const two_articles[] = {
  "Zebras seen in the harbour\n\nThe harbour master says that two zebras were seen on Monday.\n",
  "Apes deny everything\n\nA spokesman of the apes denied that any ape was in the harbour.\n", NULL
};

static void
test_import_by_drop (GsWindowFixture *self, gconstpointer data)
{
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 0);
  g_assert_false (is_enabled (self, GTK_TYPE_BUTTON, "Undo"));

  drop (self, two_articles);
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 2);
  g_assert_cmpint (gs_window_fixture_count (self, &gs_article_type), ==, 2);
  g_assert_true (is_enabled (self, GTK_TYPE_BUTTON, "Undo"));
  g_assert_false (is_enabled (self, GTK_TYPE_BUTTON, "Redo"));
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
  gs_test_pump_until (import_is_over, self->window, 10);
  gs_window_fixture_settle (self);
}

/* Of a browser: a passage is an article, an address is asked about. */
static void
test_drop_text (GsWindowFixture *self, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);

  drop_text (self, two_articles[0]);
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 1);
  if (!gs_fetch_is_there ())
    return;

  drop_text (self, " https://example.org/zebras \n");
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (windows), ==, n + 1);
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (g_strcmp0 (gtk_window_get_title (window), "Import from Web Address") == 0)
        gtk_window_destroy (window);
    }
  gs_ui_test_settle ();
}

static void
test_undo_and_redo (GsWindowFixture *self, gconstpointer data)
{
  drop (self, two_articles);

  gs_window_fixture_act (self, "win.undo");
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 0);
  g_assert_false (is_enabled (self, GTK_TYPE_BUTTON, "Undo"));
  g_assert_true (is_enabled (self, GTK_TYPE_BUTTON, "Redo"));

  gs_window_fixture_act (self, "win.redo");
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 2);
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
  const char *const contents[] = { "", two_articles[0], NULL };

  drop (self, contents);
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 1);
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
  gs_test_pump_until (import_is_over, self->window, 60);
  gs_window_fixture_settle (self);
  g_assert_cmpint (gs_window_fixture_count (self, &gs_article_type), ==, 1);
  /* A case and a picture. */
  g_assert_cmpuint (close_left_out (self), ==, 2);
}

static gboolean
has_begun (gpointer data)
{
  GsImportBar *bar = gs_window_find (data, GS_TYPE_IMPORT_BAR, NULL);

  return import_is_over (data) || gs_import_bar_get_progress (bar)->done > 0;
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
  gs_test_pump_until (import_is_over, self->window, 30);
  g_assert_cmpint (gs_window_fixture_count (self, &gs_article_type), ==, progress->imported);

  gs_window_import_paths (self->window, paths);
  gs_test_pump_until (import_is_over, self->window, 60);
  gs_window_fixture_settle (self);
  g_assert_cmpuint (progress->done, ==, mixed.files);
  g_assert_cmpuint (progress->imported + progress->duplicates, ==, mixed.articles);
  g_assert_cmpint (gs_window_fixture_count (self, &gs_article_type), ==, mixed.articles);
  g_assert_cmpuint (progress->refused, ==, mixed.broken);
  g_assert_cmpuint (close_left_out (self), ==, mixed.broken);
}

static const char *
title_at (GsWindowFixture *self, guint position)
{
  g_autoptr (GsRow) row = g_list_model_get_item (library_model (self), position);
  const GsArticleListing *article = gs_row_get_record (row);

  g_assert_nonnull (article);

  return article->title;
}

static void
test_filter_and_sort (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *library = gs_window_find (self->window, GS_TYPE_LIBRARY, NULL);
  GtkEditable *entry = gs_window_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Filter articles");

  drop (self, two_articles);
  g_assert_true (gtk_widget_activate_action (library, "library.sort", "s", "text"));
  gs_window_fixture_settle (self);
  g_assert_true (g_str_has_prefix (title_at (self, 0), "Apes"));
  g_assert_true (gtk_widget_activate_action (library, "library.descending", NULL));
  gs_window_fixture_settle (self);
  g_assert_true (g_str_has_prefix (title_at (self, 0), "Zebras"));

  gtk_editable_set_text (entry, "spokes");
  g_signal_emit_by_name (entry, "search-changed");
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 1);
  g_assert_true (g_str_has_prefix (title_at (self, 0), "Apes"));

  g_assert_true (gtk_widget_activate_action (library, "library.clear-filters", NULL));
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 2);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
}

/* The languages that there are, and “any”. */
static void
test_languages (GsWindowFixture *self, gconstpointer data)
{
  GtkDropDown *language = gs_window_find (self->window, GTK_TYPE_DROP_DOWN, "Language");
  GListModel *choices = gtk_drop_down_get_model (language);

  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 1);
  drop (self, two_articles);
  gs_language_choice_refresh (GS_LANGUAGE_CHOICE (gtk_widget_get_parent (GTK_WIDGET (language))));
  gs_window_fixture_settle (self);
  choices = gtk_drop_down_get_model (language);
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 2);
  g_assert_cmpstr (gtk_string_list_get_string (GTK_STRING_LIST (choices), 1), ==, "English");

  gtk_drop_down_set_selected (language, 1);
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 2);
}

static void
test_remove_article (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *library = gs_window_find (self->window, GS_TYPE_LIBRARY, NULL);

  drop (self, two_articles);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (library_model (self)), 0, TRUE);
  gs_window_fixture_settle (self);
  g_assert_true (gtk_widget_activate_action (library, "library.remove", NULL));
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 1);

  /* The toast has an Undo button, which is this action. */
  gs_window_fixture_act (self, "win.undo");
  g_assert_cmpuint (g_list_model_get_n_items (library_model (self)), ==, 2);
}

static void
test_read_only (GsWindowFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) reader = NULL;
  g_autoptr (GPtrArray) paths = g_ptr_array_new ();
  guint windows = g_list_model_get_n_items (gtk_window_get_toplevels ());
  GtkRevealer *bar = NULL;

  drop (self, two_articles);
  reader = gs_workspace_open (self->path, GS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  gs_window_set_workspace (self->window, NULL);
  gs_window_set_workspace (self->window, reader);
  gs_test_pump_until (import_is_over, self->window, 10);
  gs_ui_test_settle ();

  bar = gs_window_find (self->window, GTK_TYPE_REVEALER, NULL);
  g_assert_true (gtk_revealer_get_reveal_child (bar));
  g_assert_false (is_enabled (self, GTK_TYPE_BUTTON, "Undo"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.paste-article", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, windows);
  g_ptr_array_add (paths, self->path);
  gs_window_import_paths (self->window, paths);
  g_assert_true (import_is_over (self->window));

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

static void
test_welcome (GsWindowFixture *self, gconstpointer data)
{
  gs_window_set_workspace (self->window, NULL);
  gs_ui_test_settle ();
  gs_ui_test_shot (GTK_WIDGET (self->window), "welcome");
  g_assert_false (gtk_widget_get_visible (gs_window_find (self->window, GTK_TYPE_BUTTON, "Undo")));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Gainsay");
}

static gboolean
is_open (gpointer data)
{
  return gs_window_get_workspace (data) != NULL;
}

/* Made on first use, opened as it is afterwards. */
static void
test_sample (void)
{
  for (guint i = 0; i < 2; i++)
    {
      GsWindow *window = gs_window_new (NULL, 1366, 768);
      g_autoptr (GError) error = NULL;
      gint64 n;

      gtk_window_present (GTK_WINDOW (window));
      gs_window_open_sample (window);
      gs_test_pump_until (is_open, window, 20);
      gs_ui_test_settle ();
      n = gs_workspace_count (gs_window_get_workspace (window), &gs_article_type, &error);
      g_assert_no_error (error);
      g_assert_cmpint (n, >=, 6);

      gtk_window_destroy (GTK_WINDOW (window));
      gs_ui_test_settle ();
    }
}

static gboolean
is_on_tour (gpointer data)
{
  GtkWidget *bar = gs_ui_test_find (data, GS_TYPE_TOUR_BAR);

  return bar != NULL && gs_tour_bar_is_on (GS_TOUR_BAR (bar)) && gs_window_is_settled (data);
}

typedef struct
{
  GsWindow *window;
  GType shows;
} Step;

/* What an article is read for comes a moment after it. */
static gboolean
is_at_step (gpointer data)
{
  const Step *step = data;
  GtkWidget *shown = gs_ui_test_find (GTK_WIDGET (step->window), step->shows);

  return is_on_tour (step->window) && shown != NULL && gtk_widget_get_mapped (shown);
}

/* From the welcome page through every step, each on its page, to the end. */
static void
test_take_tour (void)
{
  static const struct
  {
    const char *title;
    GType (*shown) (void);
  } steps[] = {
    { "Articles", gs_articles_page_get_type },   { "A Claim", gs_claim_editor_get_type },
    { "All Claims", gs_claims_page_get_type },   { "Where It Comes From", gs_sources_page_get_type },
    { "Conflicts", gs_conflicts_page_get_type }, { "Side by Side", gs_compare_page_get_type },
    { "Your Turn", gs_articles_page_get_type },
  };
  GsWindow *window = gs_window_new (NULL, 1366, 768);
  GtkWidget *bar;

  gtk_window_present (GTK_WINDOW (window));
  gs_ui_test_settle ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.take-tour", NULL));
  gs_test_pump_until (is_on_tour, window, 20);
  bar = gs_ui_test_find (GTK_WIDGET (window), GS_TYPE_TOUR_BAR);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autofree char *shot = g_strdup_printf ("take-tour-%u", i + 1);
      Step step = { window, steps[i].shown () };

      gs_test_pump_until (is_at_step, &step, 20);
      gs_ui_test_settle ();
      g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gs_ui_test_find (bar, GTK_TYPE_LABEL))), ==, steps[i].title);
      gs_ui_test_shot (GTK_WIDGET (window), shot);
      g_signal_emit_by_name (gs_ui_test_find_button (bar, i < 6 ? "_Next" : "_Done"), "clicked");
    }
  g_assert_false (gs_tour_bar_is_on (GS_TOUR_BAR (bar)));
  g_assert_false (gtk_widget_get_mapped (bar));

  /* And left in the middle. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.take-tour", NULL));
  gs_test_pump_until (is_on_tour, window, 20);
  g_signal_emit_by_name (gs_window_find (bar, GTK_TYPE_BUTTON, "Leave the Tour"), "clicked");
  g_assert_false (gs_tour_bar_is_on (GS_TOUR_BAR (bar)));
  gs_ui_test_settle ();
  gtk_window_destroy (GTK_WINDOW (window));
  gs_ui_test_settle ();
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

  TEST ("/ui/library/languages", gs_window_fixture_set_up, test_languages);
  TEST ("/ui/window/import-cancelled", gs_window_fixture_set_up, test_import_cancelled);
  TEST ("/ui/window/import-by-drop", gs_window_fixture_set_up, test_import_by_drop);
  TEST ("/ui/window/drop-text", gs_window_fixture_set_up, test_drop_text);
  TEST ("/ui/window/undo-and-redo", gs_window_fixture_set_up, test_undo_and_redo);
  TEST ("/ui/window/refused-files-are-named", gs_window_fixture_set_up, test_refused_files_are_named);
  TEST ("/ui/window/project", gs_window_fixture_set_up, test_project);
  TEST ("/ui/window/filter-and-sort", gs_window_fixture_set_up, test_filter_and_sort);
  TEST ("/ui/window/remove-article", gs_window_fixture_set_up, test_remove_article);
  TEST ("/ui/window/read-only", gs_window_fixture_set_up, test_read_only);
  TEST ("/ui/window/export", gs_window_fixture_set_up_sample, test_export);
  TEST ("/ui/window/folding", gs_window_fixture_set_up_sample, test_folding);
  TEST ("/ui/window/dialogs", gs_window_fixture_set_up_sample, test_dialogs);
  TEST ("/ui/window/welcome", gs_window_fixture_set_up, test_welcome);
  g_test_add_func ("/ui/window/sample", test_sample);
  g_test_add_func ("/ui/window/take-tour", test_take_tour);
  g_test_add_func ("/ui/window/shortcuts", test_shortcuts);
  g_test_add_func ("/ui/window/open-failure", test_open_failure);

  return g_test_run ();
}
