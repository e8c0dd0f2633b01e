/* test-export.c: the export dialog, its preview, and printing.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#if HAVE_POPPLER
#include <poppler.h>
#endif

#include "gs-export-choices.h"
#include "gs-export-dialog.h"
#include "gs-export-preview.h"
#include "gs-picker.h"
#include "gs-print.h"
#include "gs-report-pages.h"
#include "gs-window-fixture.h"

static GtkWidget *
open_dialog (GsWindowFixture *self)
{
  GtkWidget *dialog = gs_export_dialog_new (GTK_WINDOW (self->window), self->workspace);

  gtk_window_present (GTK_WINDOW (dialog));
  gs_ui_test_settle ();

  return dialog;
}

static gboolean
is_settled (gpointer preview)
{
  return gs_export_preview_is_settled (preview);
}

/* Name of what the preview shows: "text", "page" or "status". */
static const char *
wait_for_preview (GtkWidget *dialog)
{
  GtkWidget *preview = gs_ui_test_find (dialog, GS_TYPE_EXPORT_PREVIEW);

  gs_test_pump_until (is_settled, preview, 60);

  return gtk_stack_get_visible_child_name (GTK_STACK (gtk_widget_get_first_child (preview)));
}

static void
choose_format (GtkWidget *dialog, const GsReportFormat *format)
{
  GtkWidget *button = gs_window_find (dialog, GTK_TYPE_CHECK_BUTTON, format->title);

  g_assert_nonnull (button);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

static char *
previewed_text (GtkWidget *dialog)
{
  GtkWidget *view = gs_ui_test_find (gs_ui_test_find (dialog, GS_TYPE_EXPORT_PREVIEW), GTK_TYPE_TEXT_VIEW);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Every format shows how it begins: a page, or lines of what is written. */
static void
test_preview (GsWindowFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *nick;
    const char *holds;
  } texts[] = {
    { "xml", "<gainsay-report" }, { "json", "\"gainsay-report\"" }, { "csv", "claim,question" },
    { "stix", "\"bundle\"" },     { "qdpx", "<Project " },          { "qdc", "<CodeBook" },
  };
  GtkWidget *dialog = open_dialog (self);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = NULL;

      choose_format (dialog, gs_report_format_by_nick (texts[i].nick));
      g_assert_cmpstr (wait_for_preview (dialog), ==, "text");
      text = previewed_text (dialog);
      g_assert_nonnull (strstr (text, texts[i].holds));
      g_assert_cmpuint (strlen (text), <, 7000);
    }

  choose_format (dialog, gs_report_format_by_nick ("html"));
  g_assert_cmpstr (wait_for_preview (dialog), ==, gs_print_is_there () ? "page" : "text");
  gs_ui_test_shot (dialog, "export-page");
  gtk_window_close (GTK_WINDOW (dialog));
  gs_ui_test_settle ();
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

/* Only of these articles; and the next dialog has it chosen already. */
static void
test_articles (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *article = NULL;
  g_autofree char *claim = gs_window_fixture_first_claim (self, &article);
  g_autofree char *path = g_build_filename (self->folder, "report.json", NULL);
  g_autofree char *written = NULL;
  g_autofree char *all = NULL;
  GtkWidget *dialog = open_dialog (self);
  GsExportChoices *choices = GS_EXPORT_CHOICES (gs_ui_test_find (dialog, GS_TYPE_EXPORT_CHOICES));
  g_auto (GsReportOptions) options = { 0 };
  g_auto (GsReportOptions) again = { 0 };
  GtkWidget *picker = gs_window_find (dialog, GTK_TYPE_MENU_BUTTON, "Article");
  int outcome = -1;

  choose_format (dialog, gs_report_format_by_nick ("json"));
  picker = gtk_widget_get_ancestor (picker, GS_TYPE_PICKER);
  gs_picker_set_uuid (GS_PICKER (picker), article);
  gs_export_choices_take_options (choices, &options);
  g_assert_cmpuint (g_strv_length (options.articles), ==, 1);
  g_assert_cmpstr (options.articles[0], ==, article);
  g_assert_cmpstr (wait_for_preview (dialog), ==, "text");

  g_signal_connect (dialog, "finished", G_CALLBACK (finished_cb), &outcome);
  gs_export_dialog_export (GS_EXPORT_DIALOG (dialog), path);
  gs_test_pump_until (is_finished, &outcome, 60);
  g_assert_cmpint (outcome, ==, 1);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_nonnull (strstr (written, claim));
  gs_ui_test_settle ();

  dialog = open_dialog (self);
  choices = GS_EXPORT_CHOICES (gs_ui_test_find (dialog, GS_TYPE_EXPORT_CHOICES));
  gs_export_choices_take_options (choices, &again);
  g_assert_cmpstr (gs_export_choices_get_format (choices)->nick, ==, "json");
  g_assert_cmpuint (g_strv_length (again.articles), ==, 1);
  g_assert_cmpstr (again.articles[0], ==, article);

  /* The one that is emptied goes, and all of it is exported again. */
  picker = gtk_widget_get_ancestor (gs_window_find (dialog, GTK_TYPE_MENU_BUTTON, "Article"), GS_TYPE_PICKER);
  gs_picker_set_uuid (GS_PICKER (picker), NULL);
  gs_report_options_clear (&again);
  gs_export_choices_take_options (choices, &again);
  g_assert_null (again.articles);
  gs_export_choices_remember (choices);
  gtk_window_close (GTK_WINDOW (dialog));
  gs_ui_test_settle ();
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* Closed at once: nothing is left that was to become a file. It lives until its export is
 * over, which may have been before it could be stopped. */
static void
test_cancel (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "reports", NULL);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  gpointer dialog = open_dialog (self);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  choose_format (dialog, gs_report_format_by_nick (gs_print_is_there () ? "pdf" : "html"));
  g_object_add_weak_pointer (dialog, &dialog);
  gs_export_dialog_export (dialog, path);
  gtk_window_close (dialog);
  gs_test_pump_until (is_gone, &dialog, 60);
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_cmpstr (name, ==, "report.pdf");
}

static gboolean
is_folded (gpointer leaflet)
{
  return adw_leaflet_get_folded (leaflet);
}

/* In a narrow window one at a time: what to export, or how it begins. */
static void
test_narrow (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *dialog, *leaflet, *button;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 600, 700);
  gs_ui_test_settle ();
  dialog = open_dialog (self);
  leaflet = gs_ui_test_find (dialog, ADW_TYPE_LEAFLET);
  gs_test_pump_until (is_folded, leaflet, 30);
  gs_ui_test_settle ();
  button = gs_ui_test_find (dialog, GTK_TYPE_TOGGLE_BUTTON);
  g_assert_true (gtk_widget_get_visible (button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "preview");
  wait_for_preview (dialog);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
  g_assert_cmpstr (adw_leaflet_get_visible_child_name (ADW_LEAFLET (leaflet)), ==, "choices");
  gtk_window_close (GTK_WINDOW (dialog));
  gs_ui_test_settle ();
}

/* As many pages of A4, with the contents on the first. */
static void
assert_printed (const char *pdf, gsize length, int n_pages)
{
#if HAVE_POPPLER
  g_autoptr (GBytes) bytes = g_bytes_new_static (pdf, length);
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, NULL);
  PopplerPage *page;
  g_autofree char *text = NULL;
  double width, height;

  g_assert_nonnull (document);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, n_pages);
  page = poppler_document_get_page (document, 0);
  poppler_page_get_size (page, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 595.28, 1.0);
  g_assert_cmpfloat_with_epsilon (height, 841.89, 1.0);
  text = poppler_page_get_text (page);
  g_assert_nonnull (strstr (text, "Questions and claims"));
  g_object_unref (page);
  g_object_unref (document);
#endif
}

/* One page of the report on one page of paper, into a file. */
static void
test_print (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "printed.pdf", NULL);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *pdf = NULL;
  gsize length;

  if (!gs_print_is_there ())
    {
      g_test_skip ("built without what lays out pages");
      return;
    }

  pages = gs_report_pages (self->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, >, 1);
  operation = gs_print_operation_new (pages, GS_PAPER_A4, "Sample");
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, GTK_WINDOW (self->window),
                                            &error),
                   ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &pdf, &length, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));

  assert_printed (pdf, length, (int) pages->len);
}

#define ADD(name, test)                                                                      \
  g_test_add ("/export/" name, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, test, \
              gs_window_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  ADD ("preview", test_preview);
  ADD ("articles", test_articles);
  ADD ("cancel", test_cancel);
  ADD ("narrow", test_narrow);
  ADD ("print", test_print);

  return g_test_run ();
}
