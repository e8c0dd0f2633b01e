/* test-closing.c: windows that are closed while something is under way.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-agreement-dialog.h"
#include "gs-backup.h"
#include "gs-backups-dialog.h"
#include "gs-closing.h"
#include "gs-history-dialog.h"
#include "gs-merge-dialog.h"
#include "gs-ui-test.h"
#include "gs-window-fixture.h"
#include "gs-window-private.h"

#define PATIENCE 30.0

static gboolean
file_is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static gboolean
is_open (gpointer data)
{
  return gs_window_get_workspace (data) != NULL;
}

/* Closes it, and waits until everybody who held it has been answered. */
static void
close_at_once (gpointer window)
{
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_true (gs_window_is_closed (window));
  gs_ui_test_finalize (window);
}

static void
test_copy (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (self->folder, "copy.gainsay", NULL);
  GsWindow *window = gs_window_new (NULL, 800, 600);

  gtk_window_present (GTK_WINDOW (window));
  gs_window_open (window, self->path);
  gs_test_pump_until (is_open, window, PATIENCE);
  g_assert_false (gs_window_is_closed (window));
  gs_window_save_copy (window, copy);
  close_at_once (window);
  gs_test_pump_until (file_is_there, copy, PATIENCE);
}

typedef struct
{
  const char *path;
  const char *copy;
} Saving;

static void
activate_cb (GtkApplication *application, const Saving *saving)
{
  GsWindow *window = gs_window_new (application, 800, 600);

  gtk_window_present (GTK_WINDOW (window));
  gs_window_open (window, saving->path);
  gs_test_pump_until (is_open, window, PATIENCE);
  gs_window_save_copy (window, saving->copy);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_false (g_file_test (saving->copy, G_FILE_TEST_EXISTS));
}

/* The program ends with its last window, but not before that. */
static void
test_program (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (self->folder, "copy.gainsay", NULL);
  g_autoptr (GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  const Saving saving = { self->path, copy };

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), (gpointer) &saving);
  g_assert_cmpint (g_application_run (G_APPLICATION (application), 0, NULL), ==, 0);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static gboolean
has_backup (gpointer data)
{
  g_autoptr (GPtrArray) backups = gs_backup_list (data, NULL);

  return backups != NULL && backups->len == 1;
}

/* Nobody takes back that a backup be made by closing the list of them. */
static void
test_backups (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *dialog = gs_window_show_backups (self->window, self->path);
  GtkWidget *button = gs_ui_test_find_button (dialog, "_Back Up Now");

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  close_at_once (dialog);
  gs_test_pump_until (has_backup, self->path, PATIENCE);
}

static void
test_history (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *csv = g_build_filename (self->folder, "history.csv", NULL);
  GtkWidget *dialog = gs_history_dialog_new (GTK_WINDOW (self->window), self->workspace);

  gs_history_dialog_export (GS_HISTORY_DIALOG (dialog), csv);
  close_at_once (dialog);
  gs_test_pump_until (file_is_there, csv, PATIENCE);
}

static void
test_merge (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other.gainsay", NULL);
  g_autoptr (GError) error = NULL;

  gs_backup_copy (self->path, other, NULL, &error);
  g_assert_no_error (error);
  close_at_once (gs_merge_dialog_new (GTK_WINDOW (self->window), self->workspace, other));
}

static void
test_agreement (GsWindowFixture *self, gconstpointer data)
{
  close_at_once (gs_agreement_dialog_new (GTK_WINDOW (self->window), self->workspace));
}

#define ADD(name, func)                                                                          \
  g_test_add ("/ui/closing/" name, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, \
              gs_window_fixture_tear_down)

int
main (int argc, char **argv)
{
  gs_ui_test_init (&argc, &argv);
  ADD ("copy", test_copy);
  ADD ("program", test_program);
  ADD ("backups", test_backups);
  ADD ("history", test_history);
  ADD ("merge", test_merge);
  ADD ("agreement", test_agreement);

  return g_test_run ();
}
