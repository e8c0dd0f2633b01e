/* gs-application.c: the program.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-application.h"

#include <glib/gi18n.h>

#include "gs-help.h"
#include "gs-picture.h"
#include "gs-preferences.h"
#include "gs-settings.h"
#include "gs-window.h"

struct _GsApplication
{
  AdwApplication parent_instance;

  int status;
};

G_DEFINE_FINAL_TYPE (GsApplication, gs_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and quit"), NULL },
  { "new-instance", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Start a program of its own"), NULL },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample dossier"), NULL },
  { "picture", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("Draw the window into a PNG file and quit"), N_ ("FILE") },
  { "page", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Page to show: articles, claims, conflicts, compare or timeline"),
    N_ ("PAGE") },
  { "width", 0, 0, G_OPTION_ARG_INT, NULL, N_ ("Width of the picture in pixels"), N_ ("N") },
  { "height", 0, 0, G_OPTION_ARG_INT, NULL, N_ ("Height of the picture in pixels"), N_ ("N") },
  { "text", 0, 0, G_OPTION_ARG_INT, NULL, N_ ("Size of the picture’s text in per cent"), N_ ("N") },
  { "dark", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Draw the picture in dark colours"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[WORKSPACE] [FILES…]") },
  { NULL }
};

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "app.help", { "F1" } },
  { "window.close", { "<Control>w" } },
  { "win.show-keys", { "<Control>question" } },
  { "win.new-workspace", { "<Control>n" } },
  { "win.open-workspace", { "<Control>o" } },
  { "win.import-files", { "<Control>i" } },
  { "win.import-folder", { "<Control><Shift>i" } },
  { "win.paste-article", { "<Control><Shift>v" } },
  { "win.export-report", { "<Control>e" } },
  { "win.print-report", { "<Control>p" } },
  { "win.show-history", { "<Control>h" } },
  { "win.search", { "<Control>k", "<Control><Shift>f" } },
  { "win.filter", { "<Control>l" } },
  { "win.back", { "<Alt>Left" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.show-page::articles", { "<Alt>1" } },
  { "win.show-page::claims", { "<Alt>2" } },
  { "win.show-page::sources", { "<Alt>3" } },
  { "win.show-page::conflicts", { "<Alt>4" } },
  { "win.show-page::timeline", { "<Alt>5" } },
};

static GsWindow *
current_window (GsApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); !GS_IS_WINDOW (active) && l != NULL;
       l = l->next)
    active = l->data;

  return GS_IS_WINDOW (active) ? GS_WINDOW (active) : NULL;
}

/* A window without workspace: the one there is, or a new one. */
static GsWindow *
free_window (GsApplication *self)
{
  GsWindow *window = current_window (self);

  if (window == NULL || gs_window_get_path (window) != NULL)
    window = gs_window_new (GTK_APPLICATION (self), 0, 0);

  return window;
}

static GsWindow *
window_on (GsApplication *self, const char *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (GS_IS_WINDOW (l->data) && g_strcmp0 (gs_window_get_path (l->data), path) == 0)
        return l->data;
    }

  return NULL;
}

/* The workspace that was open last, unless its file is gone. */
static void
open_last (GsWindow *window)
{
  g_autofree char *last = gs_settings_get_string ("last-workspace");

  if (*last != '\0' && g_file_test (last, G_FILE_TEST_EXISTS))
    gs_window_open (window, last);
}

/* The first file may be a workspace; the others are imported into it, or into
 * the one that is open. */
static void
open_files (GsApplication *self, GFile **files, int n_files)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func (g_free);
  const char *path = n_files > 0 ? g_file_peek_path (files[0]) : NULL;
  gboolean named = path != NULL && g_str_has_suffix (path, ".gainsay");
  GsWindow *window = named ? window_on (self, path) : current_window (self);

  for (int i = named ? 1 : 0; i < n_files; i++)
    {
      if (g_file_peek_path (files[i]) != NULL)
        g_ptr_array_add (imports, g_file_get_path (files[i]));
    }

  if (window == NULL)
    {
      window = free_window (self);
      if (named)
        gs_window_open (window, path);
      else
        open_last (window);
    }
  gtk_window_present (GTK_WINDOW (window));
  gs_window_import_paths (window, imports);
}

static void
picture_done_cb (int status, gpointer user_data)
{
  GS_APPLICATION (user_data)->status = status;
}

static int
take_picture (GsApplication *self, GApplicationCommandLine *command_line, GVariantDict *dict, GFile *workspace)
{
  GsPictureOptions wanted = { .page = "articles", .width = 1366, .height = 768, .text = 100 };

  if (workspace == NULL)
    {
      g_application_command_line_printerr (command_line, _ ("A picture needs a workspace: gainsay WORKSPACE "
                                                            "--picture=FILE\n"));
      return 2;
    }

  wanted.command_line = command_line;
  wanted.done = picture_done_cb;
  wanted.user_data = self;
  wanted.workspace = g_file_peek_path (workspace);
  g_variant_dict_lookup (dict, "picture", "^&ay", &wanted.file);
  g_variant_dict_lookup (dict, "page", "&s", &wanted.page);
  g_variant_dict_lookup (dict, "width", "i", &wanted.width);
  g_variant_dict_lookup (dict, "height", "i", &wanted.height);
  g_variant_dict_lookup (dict, "text", "i", &wanted.text);
  wanted.dark = g_variant_dict_contains (dict, "dark");

  return gs_picture_take (GTK_APPLICATION (self), &wanted);
}

static int
gs_application_command_line (GApplication *application, GApplicationCommandLine *command_line)
{
  GsApplication *self = GS_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **names = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &names);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    g_ptr_array_add (files, g_application_command_line_create_file_for_arg (command_line, names[i]));

  if (g_variant_dict_contains (dict, "picture"))
    return take_picture (self, command_line, dict, files->len > 0 ? g_ptr_array_index (files, 0) : NULL);

  if (g_variant_dict_contains (dict, "sample"))
    gs_window_open_sample (free_window (self));
  else if (files->len > 0)
    open_files (self, (GFile **) files->pdata, (int) files->len);
  else
    g_application_activate (application);

  return 0;
}

static int
gs_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("gainsay %s\n", GS_VERSION);
      return 0;
    }

  if (g_variant_dict_contains (dict, "new-instance") || g_variant_dict_contains (dict, "picture"))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
gs_application_activate (GApplication *application)
{
  GsApplication *self = GS_APPLICATION (application);
  GsWindow *window = current_window (self);

  if (window == NULL)
    {
      window = free_window (self);
      open_last (window);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
gs_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  open_files (GS_APPLICATION (application), files, n_files);
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *developers[] = { "The Gainsay authors", NULL };

  adw_show_about_window (gtk_application_get_active_window (GTK_APPLICATION (user_data)), "application-name", "Gainsay",
                         "application-icon", GS_APP_ID, "version", GS_VERSION, "developer-name",
                         _ ("The Gainsay authors"), "developers", developers, "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("A workbench for weighing what articles claim"), "copyright",
                         "© 2026 The Gainsay authors", NULL);
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (gs_preferences_new (GTK_WINDOW (current_window (GS_APPLICATION (user_data))))));
}

static void
update_colours (void)
{
  static const struct
  {
    const char *name;
    AdwColorScheme scheme;
  } schemes[] = { { "light", ADW_COLOR_SCHEME_FORCE_LIGHT }, { "dark", ADW_COLOR_SCHEME_FORCE_DARK } };
  g_autofree char *chosen = gs_settings_get_string ("colour-scheme");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_str_equal (schemes[i].name, chosen))
        scheme = schemes[i].scheme;
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), scheme);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gs_help_show (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Closing is what remembers; the last window ends the program. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
show_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_bytestring (parameter));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (uri != NULL)
    gtk_show_uri (gtk_application_get_active_window (GTK_APPLICATION (user_data)), uri, GDK_CURRENT_TIME);
}

static const GActionEntry action_entries[] = {
  { "about", about_cb }, { "preferences", preferences_cb },       { "help", help_cb },
  { "quit", quit_cb },   { "show-folder", show_folder_cb, "ay" },
};

static void
gs_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (gs_application_parent_class)->startup (application);

  update_colours ();
  if (gs_settings_get () != NULL)
    g_signal_connect (gs_settings_get (), "changed::colour-scheme", G_CALLBACK (update_colours), NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), action_entries, G_N_ELEMENTS (action_entries),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                           (const char **) accelerators[i].keys);
}

static void
gs_application_class_init (GsApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = gs_application_startup;
  application_class->activate = gs_application_activate;
  application_class->open = gs_application_open;
  application_class->command_line = gs_application_command_line;
  application_class->handle_local_options = gs_application_handle_local_options;
}

static void
gs_application_init (GsApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (
    G_APPLICATION (self), _ ("Opens a workspace and imports files into it. Without arguments, opens the workspace "
                             "that was open last."));
}

/**
 * gs_application_new:
 *
 * Returns: (transfer full): the application, not yet registered
 */
GsApplication *
gs_application_new (void)
{
  return g_object_new (GS_TYPE_APPLICATION, "application-id", GS_APP_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | G_APPLICATION_HANDLES_COMMAND_LINE, "resource-base-path",
                       "/org/gainsay/Gainsay", NULL);
}

/**
 * gs_application_get_status:
 * @self: a #GsApplication
 *
 * Returns: exit status of what went on after the command line had been taken in
 */
int
gs_application_get_status (GsApplication *self)
{
  g_return_val_if_fail (GS_IS_APPLICATION (self), 1);

  return self->status;
}
