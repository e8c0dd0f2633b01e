/* gs-history-dialog.c: what was done in the workspace, by whom and when.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-history-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_SHOWN 500

static gpointer
read_history (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_workspace_history (workspace, MAX_SHOWN, error);
}

/* Local time, as the analyst remembers it. */
static char *
describe_instant (const char *at)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = at != NULL ? g_date_time_new_from_iso8601 (at, utc) : NULL;
  g_autoptr (GDateTime) local = instant != NULL ? g_date_time_to_local (instant) : NULL;

  return local != NULL ? g_date_time_format (local, "%x %R") : g_strdup (at);
}

static GtkWidget *
entry_row_new (const GsHistoryListing *entry)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *at = describe_instant (entry->at);
  g_autofree char *title = g_markup_escape_text (entry->label != NULL ? entry->label : "", -1);
  g_autofree char *detail = NULL;
  g_autofree char *subtitle = NULL;

  detail = entry->annotator != NULL ? g_strdup_printf ("%s · %s", at, entry->annotator) : g_strdup (at);
  subtitle = g_markup_escape_text (detail, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (entry->undone)
    {
      GtkWidget *undone = gtk_label_new (_ ("undone"));

      gtk_widget_add_css_class (undone, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), undone);
    }

  return row;
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);
  GtkWidget *group = adw_preferences_group_new ();

  if (history == NULL || history->len == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                           error != NULL ? error->message : _ ("Nothing has been done yet."));
  for (guint i = 0; history != NULL && i < history->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), entry_row_new (g_ptr_array_index (history, i)));

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
}

/**
 * gs_history_dialog_new:
 * @parent: the window of the workspace
 * @workspace: a workspace
 *
 * Returns: (transfer none): a window to present
 */
GtkWidget *
gs_history_dialog_new (GtkWindow *parent, GsWorkspace *workspace)
{
  GtkWidget *dialog = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = adw_preferences_page_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, keys);

  adw_window_set_content (ADW_WINDOW (dialog), box);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("History"));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 520, 560);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);

  gs_workspace_call_async (workspace, read_history, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL,
                           history_read_cb, g_object_ref (page));

  return dialog;
}
