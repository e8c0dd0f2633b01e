/* gs-window-folders.c: where workspaces are, for a program that sees what it is given.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A sandbox gets single files, and a workspace needs a folder: its log lies
 * beside it. The portal hands over whole folders as well, if it is asked to.
 */

#include "config.h"

#include "gs-window-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "gs-message.h"
#include "gs-settings.h"

/* A folder that is being asked for. */
typedef struct
{
  char *name; /* of the file in it */
  gboolean existing;
  GsWindowPathFunc func;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_free (asking->name);
  g_free (asking);
}

static void
asking_attach (gpointer dialog, const char *name, gboolean existing, GsWindowPathFunc func)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->name = g_strdup (name);
  asking->existing = existing;
  asking->func = func;
  g_object_set_data_full (G_OBJECT (dialog), "asking", asking, asking_free);
}

static void
folder_chosen_cb (GsWindow *self, int response, GtkNativeDialog *dialog)
{
  const Asking *asking = g_object_get_data (G_OBJECT (dialog), "asking");
  g_autoptr (GFile) folder = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      if (asking->existing)
        gs_window_take_folder (self, g_file_peek_path (folder), asking->name, asking->func);
      else
        {
          path = g_build_filename (g_file_peek_path (folder), asking->name, NULL);
          asking->func (self, path);
        }
    }
  g_object_unref (dialog);
}

static void
choose_folder (GsWindow *self, const char *name, gboolean existing, GsWindowPathFunc func)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Folder of the Workspace"), GTK_WINDOW (self),
                                 GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), NULL);

  asking_attach (dialog, name, existing, func);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (folder_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
asked_cb (GsWindow *self, const char *response, GtkWidget *dialog)
{
  const Asking *asking = g_object_get_data (G_OBJECT (dialog), "asking");

  if (g_str_equal (response, "choose"))
    choose_folder (self, asking->name, TRUE, asking->func);
}

static void
ask (GsWindow *self, const char *heading, const char *sentence, const char *name, GsWindowPathFunc func)
{
  g_autofree char *shown = g_filename_display_name (name);
  GtkWidget *dialog = gs_message_new (GTK_WINDOW (self), heading, NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), sentence, shown);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Cancel"), "choose",
                                    _ ("Choose _Folder…"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "choose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "choose");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  asking_attach (dialog, name, TRUE, func);
  g_signal_connect_object (dialog, "response", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The same file in a folder that was chosen before. Its size and its last
 * change, to the nanosecond, are the same wherever it is seen. (transfer full) (nullable) */
static char *
find_known (const char *path)
{
  g_auto (GStrv) recent = gs_settings_get_recent ();
  g_autofree char *name = g_path_get_basename (path);
  GStatBuf lone, known;

  if (g_stat (path, &lone) != 0)
    return NULL;

  for (guint i = 0; recent[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (recent[i]);

      if (g_str_equal (base, name) && !gs_workspace_path_is_lone (recent[i]) && g_stat (recent[i], &known) == 0
          && known.st_size == lone.st_size && known.st_mtim.tv_sec == lone.st_mtim.tv_sec
          && known.st_mtim.tv_nsec == lone.st_mtim.tv_nsec)
        return g_strdup (recent[i]);
    }

  return NULL;
}

/* Asks for the folder of @path, which came without it, and calls @func with
 * where the workspace is in there. Not asked for twice. */
void
gs_window_ask_folder (GsWindow *self, const char *path, GsWindowPathFunc func)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *known = find_known (path);

  if (known != NULL)
    func (self, known);
  else
    ask (self, _ ("Choose Its Folder"),
         _ ("“%s” came without its folder, where Gainsay keeps a log while it works, so that nothing is lost. Choose "
            "the folder that it lies in."),
         name, func);
}

/* The answer: goes on, or asks again where there is no such file. */
void
gs_window_take_folder (GsWindow *self, const char *folder, const char *name, GsWindowPathFunc func)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    func (self, path);
  else
    ask (self, _ ("Another Folder"), _ ("There is no file “%s” in that folder. Choose the one that it lies in."), name,
         func);
}

/* New ones ----------------------------------------------------------------------------- */

gboolean
gs_window_is_confined (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
}

static gboolean
is_name (const char *text)
{
  return *text != '\0' && *text != '.' && strchr (text, '/') == NULL && strlen (text) < 200;
}

/* (transfer full): with the extension. */
static char *
name_from (GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  return g_str_has_suffix (text, ".gainsay") ? g_steal_pointer (&text) : g_strconcat (text, ".gainsay", NULL);
}

static void
name_changed_cb (GtkEditable *entry, GtkWidget *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "create", is_name (text));
}

static void
new_asked_cb (GsWindow *self, const char *response, GtkWidget *dialog)
{
  GtkWidget *form = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));
  GtkWidget *elsewhere = gtk_widget_get_last_child (form);
  g_autofree char *name = name_from (GTK_EDITABLE (gtk_widget_get_first_child (form)));
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "gainsay", name, NULL);

  if (!g_str_equal (response, "create"))
    return;

  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (elsewhere)))
    choose_folder (self, name, FALSE, gs_window_make_and_open);
  else
    gs_window_make_and_open (self, path);
}

/* Its name, and whether a folder is to be chosen for it. */
static GtkWidget *
new_form (GtkWidget *dialog)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *elsewhere = gtk_check_button_new_with_mnemonic (_ ("Choose another _folder"));
  g_autofree char *name = g_strdup (_ ("Investigation.gainsay"));

  if (g_str_has_suffix (name, ".gainsay"))
    name[strlen (name) - strlen (".gainsay")] = '\0';
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Name"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, 0);
  gtk_box_append (GTK_BOX (form), entry);
  gtk_box_append (GTK_BOX (form), elsewhere);

  return form;
}

/* Where a file that is to be made would come without its folder. */
void
gs_window_ask_new (GsWindow *self)
{
  GtkWidget *dialog =
    gs_message_new (GTK_WINDOW (self), _ ("New Workspace"), _ ("It is kept in Gainsay’s own folder, or in another."));

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_form (dialog));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "create", _ ("C_reate"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "create", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "create");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (new_asked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
