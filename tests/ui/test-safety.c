/* test-safety.c: backups, copies and the history, from the window.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gs-backup.h"
#include "gs-backups-dialog.h"
#include "gs-history-dialog.h"
#include "gs-ui-test.h"
#include "gs-window-fixture.h"
#include "gs-window-private.h"

#define PATIENCE 30.0

static GtkWindow *
find_window (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type))
        return window;
    }

  return NULL;
}

static gboolean
is_there (gpointer data)
{
  return find_window (*(GType *) data) != NULL;
}

static gpointer
wait_for_window (GType type)
{
  gs_test_pump_until (is_there, &type, PATIENCE);

  return find_window (type);
}

static gboolean
is_listed (gpointer data)
{
  return gs_backups_dialog_is_settled (data);
}

static gboolean
is_open (gpointer data)
{
  return gs_window_get_workspace (data) != NULL && gs_window_is_settled (data);
}

static gboolean
file_is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
add_tag (GsWorkspace *workspace, const char *name)
{
  g_autoptr (GsAction) action = gs_action_new (name);
  g_autoptr (GsTagRecord) tag = gs_record_new (&gs_tag_type);
  g_autoptr (GError) error = NULL;

  tag->name = g_strdup (name);
  gs_action_save (action, &gs_tag_type, tag);
  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);
}

static gint64
count_tags (GsWorkspace *workspace)
{
  return gs_workspace_count (workspace, &gs_tag_type, NULL);
}

static void
back_up (GsWindowFixture *self)
{
  g_autoptr (GError) error = NULL;

  gs_backup_make (self->path, GS_BACKUP_ASKED, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
restore_first (void)
{
  GsBackupsDialog *dialog = wait_for_window (GS_TYPE_BACKUPS_DIALOG);
  GtkWidget *button;

  gs_test_pump_until (is_listed, dialog, PATIENCE);
  gs_ui_test_settle ();
  gs_ui_test_shot (GTK_WIDGET (dialog), "backups");
  button = gs_ui_test_find_button (GTK_WIDGET (dialog), "Restore");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_restore (GsWindowFixture *self, gconstpointer data)
{
  GsWorkspace *before = self->workspace;

  add_tag (self->workspace, "before");
  back_up (self);
  add_tag (self->workspace, "after");
  gs_window_fixture_settle (self);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-backups", NULL);
  restore_first ();
  gs_test_pump_until (is_open, self->window, PATIENCE);
  g_assert_true (gs_window_get_workspace (self->window) != before);
  g_assert_cmpint (count_tags (gs_window_get_workspace (self->window)), ==, 1);
  /* Whoever else has it open sees the same. */
  g_assert_cmpint (count_tags (self->workspace), ==, 1);
  gs_window_fixture_settle (self);
}

/* What cannot be opened is restored from where it failed. */
static void
test_damaged (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "damaged.gainsay", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWindow) window = g_object_ref (gs_window_new (NULL, 800, 600));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *rubbish = NULL;
  GtkWindow *dialog;

  gs_backup_copy (self->path, path, NULL, &error);
  g_assert_no_error (error);
  gs_backup_make (path, GS_BACKUP_ASKED, NULL, NULL, &error);
  g_assert_no_error (error);
  bytes = gs_test_read (path);
  rubbish = g_malloc0 (g_bytes_get_size (bytes));
  memcpy (rubbish, g_bytes_get_data (bytes, NULL), 100);
  gs_test_write (path, rubbish, (gssize) g_bytes_get_size (bytes));

  gtk_window_present (GTK_WINDOW (window));
  gs_window_open (window, path);
  dialog = wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  gs_ui_test_settle ();
  gs_ui_test_shot (GTK_WIDGET (dialog), "damaged");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "is damaged"));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "recover"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "restore");
  gtk_window_destroy (dialog);
  restore_first ();
  gs_test_pump_until (is_open, window, PATIENCE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As wide as a telephone at most, whatever the file is called. */
static void
assert_narrow (GtkWindow *dialog)
{
  int least;

  gtk_widget_measure (gtk_widget_get_first_child (GTK_WIDGET (dialog)), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL,
                      NULL, NULL);
  g_assert_cmpint (least, <=, 360);
}

#define LONE "wereldgezondheidsorganisatie_onderzoekscommissie_vergaderverslagen.gainsay"

/* A file that the document portal hands over alone, as it does to a sandbox:
 * its folder is asked for, once. */
static void
test_lone (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *document = g_build_filename (g_get_user_runtime_dir (), "doc", "1a2b3c", NULL);
  g_autofree char *folder = g_build_filename (document, "dossiers", NULL);
  g_autofree char *lone = g_build_filename (document, LONE, NULL);
  g_autofree char *whole = g_build_filename (folder, LONE, NULL);
  g_autoptr (GsWindow) window = g_object_ref (gs_window_new (NULL, 800, 600));
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  gs_backup_copy (self->path, whole, NULL, &error);
  g_assert_no_error (error);
  gs_backup_copy (self->path, lone, NULL, &error);
  g_assert_no_error (error);

  gtk_window_present (GTK_WINDOW (window));
  gs_window_open (window, lone);
  dialog = wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  gs_ui_test_settle ();
  gs_ui_test_shot (GTK_WIDGET (dialog), "lone");
  assert_narrow (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), LONE));
  g_assert_true (adw_message_dialog_has_response (ADW_MESSAGE_DIALOG (dialog), "choose"));
  gtk_window_destroy (dialog);
  g_assert_null (gs_window_get_path (window));

  /* The wrong one, and the right one. */
  gs_window_take_folder (window, self->folder, LONE, gs_window_open_beside);
  dialog = wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "There is no file"));
  gtk_window_destroy (dialog);
  gs_window_take_folder (window, folder, LONE, gs_window_open_beside);
  gs_test_pump_until (is_open, window, PATIENCE);
  g_assert_cmpstr (gs_window_get_path (window), ==, whole);
  g_assert_false (gs_workspace_is_read_only (gs_window_get_workspace (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In a sandbox a new workspace has a name first, and a folder then. */
static void
test_new_in_sandbox (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "gainsay", "Lamps.gainsay", NULL);
  g_autoptr (GsWindow) window = g_object_ref (gs_window_new (NULL, 800, 600));
  GtkWindow *dialog;
  GtkEditable *name;

  gtk_window_present (GTK_WINDOW (window));
  gs_window_ask_new (window);
  dialog = wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  gs_ui_test_settle ();
  gs_ui_test_shot (GTK_WIDGET (dialog), "new-in-sandbox");
  name = gs_window_find (dialog, GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (name, "a/b");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "create"));
  gtk_editable_set_text (name, "Lamps");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "create"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "create");
  gtk_window_destroy (dialog);
  gs_test_pump_until (is_open, window, PATIENCE);
  g_assert_cmpstr (gs_window_get_path (window), ==, path);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_astray (gpointer data)
{
  return gs_workspace_is_astray (data);
}

static void
test_deleted_while_open (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (self->folder, "saved.gainsay", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsWorkspace) saved = NULL;
  GtkWidget *button = gs_ui_test_find_button (GTK_WIDGET (self->window), "Sa_ve a Copy…");

  add_tag (self->workspace, "kept");
  g_assert_cmpint (g_unlink (self->path), ==, 0);
  gs_test_pump_until (is_astray, gs_window_get_workspace (self->window), PATIENCE);
  gs_ui_test_settle ();
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_true (gtk_widget_get_mapped (button));
  gs_ui_test_settle ();
  gs_ui_test_shot (GTK_WIDGET (self->window), "astray");

  gs_window_save_copy (self->window, copy);
  gs_test_pump_until (file_is_there, copy, PATIENCE);
  saved = gs_workspace_open (copy, GS_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_tags (saved), ==, 1);
  gs_window_fixture_settle (self);
}

typedef struct
{
  GsHistoryDialog *dialog;
  guint n;
} Wanted;

static gboolean
shows (gpointer data)
{
  const Wanted *wanted = data;

  return g_list_model_get_n_items (gs_history_dialog_get_shown (wanted->dialog)) == wanted->n;
}

static void
wait_for_steps (GsHistoryDialog *dialog, guint n)
{
  Wanted wanted = { dialog, n };

  gs_test_pump_until (shows, &wanted, PATIENCE);
}

static void
test_history (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *csv = g_build_filename (self->folder, "history.csv", NULL);
  g_autofree char *json = g_build_filename (self->folder, "history.json", NULL);
  g_autofree char *text = NULL;
  GsHistoryDialog *dialog;

  gs_workspace_set_annotator (self->workspace, "Maya");
  add_tag (self->workspace, "=harbour");
  gs_workspace_set_annotator (self->workspace, "Noor");
  add_tag (self->workspace, "port");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-history", NULL);
  dialog = wait_for_window (GS_TYPE_HISTORY_DIALOG);
  wait_for_steps (dialog, 2);
  gs_ui_test_settle ();
  gs_ui_test_shot (GTK_WIDGET (dialog), "history");

  gs_history_dialog_search (dialog, "MAYA");
  wait_for_steps (dialog, 1);
  gs_history_dialog_export (dialog, csv);
  gs_history_dialog_export (dialog, json);
  gs_test_pump_until (file_is_there, csv, PATIENCE);
  gs_test_pump_until (file_is_there, json, PATIENCE);
  g_assert_true (g_file_get_contents (csv, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "id,at,annotator,label,undone\r\n1,"));
  g_assert_nonnull (strstr (text, ",Maya,'=harbour,no\r\n"));
  g_assert_null (strstr (text, "port"));

  /* What is done meanwhile is seen at once. */
  gs_history_dialog_search (dialog, "");
  gs_workspace_undo (self->workspace, NULL, NULL);
  add_tag (self->workspace, "quay");
  wait_for_steps (dialog, 3);
  gtk_window_destroy (GTK_WINDOW (dialog));
  gs_window_fixture_settle (self);
}

#define ADD(name, func) \
  g_test_add ("/ui/safety/" name, GsWindowFixture, NULL, gs_window_fixture_set_up, func, gs_window_fixture_tear_down)

int
main (int argc, char **argv)
{
  gs_ui_test_init (&argc, &argv);
  ADD ("restore", test_restore);
  ADD ("damaged", test_damaged);
  ADD ("deleted-while-open", test_deleted_while_open);
  ADD ("history", test_history);
  ADD ("lone", test_lone);
  ADD ("new-in-sandbox", test_new_in_sandbox);

  return g_test_run ();
}
