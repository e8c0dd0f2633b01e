/* test-rescue.c: what is left of a damaged workspace is saved from the window.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-window-fixture.h"
#include "gs-window-private.h"

#define PATIENCE 30.0
#define PAGE 4096

typedef struct
{
  GType type;
  GtkWindow *found;
} Wanted;

static gboolean
has_come (gpointer data)
{
  Wanted *wanted = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), wanted->type) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        wanted->found = window;
    }

  return wanted->found != NULL;
}

static gpointer
wait_for_window (GType type)
{
  Wanted wanted = { type, NULL };

  gs_test_pump_until (has_come, &wanted, PATIENCE);
  gs_ui_test_settle ();

  return wanted.found;
}

static gboolean
is_open (gpointer data)
{
  return gs_window_get_workspace (data) != NULL && gs_window_is_settled (data);
}

/* The first page is whole, so that it still is a workspace; what follows is not. */
static void
damage (const char *path)
{
  g_autoptr (GBytes) bytes = gs_test_read (path);
  gsize size = g_bytes_get_size (bytes);
  g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);

  g_assert_cmpuint (size, >, 8 * PAGE);
  memset (copy + PAGE, 0xa5, 4 * PAGE);
  gs_test_write (path, copy, (gssize) size);
}

/* As the analyst does it: opens, is told, chooses a name, and goes on with what was recovered. */
static void
test_recover (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *into = g_build_filename (self->folder, "again.gainsay", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GsWindow) window = g_object_ref (gs_window_new (NULL, 800, 600));
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;

  if (gs_window_is_confined ())
    {
      g_test_skip ("a sandbox has its file chooser from a portal");
      return;
    }

  gs_window_set_workspace (self->window, NULL);
  gs_workspace_close (self->workspace);
  damage (self->path);

  gtk_window_present (GTK_WINDOW (window));
  gs_window_open (window, self->path);
  dialog = wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "recover");
  gtk_window_destroy (dialog);

  dialog = wait_for_window (GTK_TYPE_FILE_CHOOSER_DIALOG);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, &error);
  g_assert_no_error (error);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "again.gainsay");
  gs_ui_test_settle ();
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_ACCEPT);

  dialog = wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
  gs_ui_test_shot (GTK_WIDGET (dialog), "recovered");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "Articles"));
  gtk_window_destroy (dialog);
  gs_test_pump_until (is_open, window, PATIENCE);
  g_assert_cmpstr (gs_window_get_path (window), ==, into);
  g_assert_cmpint (gs_workspace_count (gs_window_get_workspace (window), &gs_article_type, &error), >, 0);
  g_assert_no_error (error);
  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Said;

static gboolean
says (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_said (gpointer data)
{
  const Said *said = data;

  return says (said->root, said->text);
}

/* Titles of toasts are markup; names of files are not. */
static void
test_copy_is_told (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *copy = g_build_filename (self->folder, "R&D <2>.gainsay", NULL);
  Said said = { GTK_WIDGET (self->window), "“R&D <2>.gainsay” was saved" };

  gs_window_save_copy (self->window, copy);
  gs_test_pump_until (is_said, &said, PATIENCE);
  gs_window_fixture_settle (self);
}

int
main (int argc, char **argv)
{
  gs_ui_test_init (&argc, &argv);

  g_test_add ("/ui/rescue/recover", GsWindowFixture, NULL, gs_window_fixture_set_up_sample, test_recover,
              gs_window_fixture_tear_down);
  g_test_add ("/ui/rescue/copy-is-told", GsWindowFixture, NULL, gs_window_fixture_set_up, test_copy_is_told,
              gs_window_fixture_tear_down);

  return g_test_run ();
}
