/* test-help.c: the guide opens, or it is said where it is.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "gs-help.h"
#include "gs-window-fixture.h"
#include "gs-window-private.h"

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog () != NULL;
}

static gboolean
has_viewer (gpointer data)
{
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");

  return viewer != NULL;
}

static gboolean
was_written (gpointer path)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && g_str_has_suffix (text, "\n");
}

/* A program for help: addresses that writes down what it was given. */
static void
install_viewer (const char *folder)
{
  g_autofree char *applications = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *desktop = g_build_filename (applications, "viewer.desktop", NULL);
  g_autofree char *list = g_build_filename (applications, "mimeapps.list", NULL);
  g_autofree char *script = g_build_filename (folder, "viewer", NULL);
  g_autofree char *code = g_strdup_printf ("#!/bin/sh\necho \"$1\" >'%s/seen'\n", folder);
  g_autofree char *entry = g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Viewer\nExec=%s %%u\n"
                                            "MimeType=x-scheme-handler/help;\n",
                                            script);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (applications, 0700), ==, 0);
  g_file_set_contents (script, code, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  g_file_set_contents (desktop, entry, -1, &error);
  g_assert_no_error (error);
  g_file_set_contents (list, "[Default Applications]\nx-scheme-handler/help=viewer.desktop\n", -1, &error);
  g_assert_no_error (error);
}

static void
test_help (GsWindowFixture *self, gconstpointer data)
{
  g_autofree char *seen = g_build_filename (self->folder, "seen", NULL);
  g_autofree char *text = NULL;

  /* It asks a portal, which knows what is installed outside; GLib 2.84 aborts where there is none. */
  if (gs_window_is_confined ())
    {
      g_test_skip ("a sandbox sees no viewers");
      return;
    }

  g_assert_false (has_viewer (NULL));
  gs_help_show (GTK_WINDOW (self->window));
  gs_test_pump_until (has_dialog, NULL, 10);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (find_dialog ())), GS_HELP_DIR));
  gs_ui_test_shot (GTK_WIDGET (find_dialog ()), "help");
  gtk_window_destroy (find_dialog ());

  install_viewer (self->folder);
  gs_test_pump_until (has_viewer, NULL, 10);
  gs_help_show (GTK_WINDOW (self->window));
  gs_test_pump_until (was_written, seen, 10);
  g_assert_true (g_file_get_contents (seen, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "help:gainsay\n");
  g_assert_null (find_dialog ());
}

int
main (int argc, char *argv[])
{
  g_autofree char *shared = g_dir_make_tmp ("gainsay-help-XXXXXX", NULL);
  g_autofree char *types = g_build_filename (shared, "mime", NULL);
  int status;

  /* None of this machine's programs, only what tells a picture by its bytes. */
  g_assert_cmpint (symlink ("/usr/share/mime", types), ==, 0);
  g_setenv ("XDG_DATA_DIRS", shared, TRUE);
  g_setenv ("XDG_CONFIG_DIRS", shared, TRUE);
  gs_ui_test_init (&argc, &argv);

  g_test_add ("/ui/help", GsWindowFixture, NULL, gs_window_fixture_set_up, test_help, gs_window_fixture_tear_down);

  status = g_test_run ();
  g_remove (types);
  g_rmdir (shared);

  return status;
}
