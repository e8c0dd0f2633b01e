/* gs-refused-dialog.c: files that were refused, and why.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-refused-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * gs_refused_file_new:
 * @name: valid UTF-8, copied
 * @reason: valid UTF-8, copied
 *
 * Returns: (transfer full): a #GsRefusedFile
 */
gpointer
gs_refused_file_new (const char *name, const char *reason)
{
  GsRefusedFile *file = g_new0 (GsRefusedFile, 1);

  file->name = g_strdup (name);
  file->reason = g_strdup (reason);

  return file;
}

/**
 * gs_refused_file_free:
 * @data: (transfer full): a #GsRefusedFile
 */
void
gs_refused_file_free (gpointer data)
{
  GsRefusedFile *file = data;

  g_free (file->name);
  g_free (file->reason);
  g_free (file);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, i == 0 ? "heading" : "dim-label");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_item_set_child (item, box);
}

/* The list holds "name\nreason": neither has a line feed once escaped. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_auto (GStrv) parts = g_strsplit (text, "\n", 2);

  gtk_label_set_label (GTK_LABEL (name), parts[0]);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (name)), parts[1]);
}

static GtkWidget *
list_new (GPtrArray *files)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  for (guint i = 0; i < files->len; i++)
    {
      const GsRefusedFile *file = g_ptr_array_index (files, i);
      g_autofree char *name = g_strdelimit (g_strdup (file->name), "\n", ' ');

      gtk_string_list_take (strings, g_strconcat (name, "\n", file->reason, NULL));
    }

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&strings)))),
                            g_steal_pointer (&factory));
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "rich-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was left out, and why"), -1);

  return list;
}

/**
 * gs_refused_dialog_new:
 * @parent: the window it belongs to
 * @files: (element-type GsRefusedFile): copied as needed
 *
 * Returns: (transfer full): the dialog, to be presented
 */
GtkWidget *
gs_refused_dialog_new (GtkWindow *parent, GPtrArray *files)
{
  GtkWidget *dialog = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), adw_window_title_new (_ ("Left Out"), NULL));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list_new (files));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scrolled);

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (dialog, keys);

  adw_window_set_content (ADW_WINDOW (dialog), box);
  gtk_window_set_title (GTK_WINDOW (dialog), _ ("Left Out"));
  gtk_window_set_default_size (GTK_WINDOW (dialog), 560, 420);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);

  return dialog;
}
