/* gs-paste-dialog.c: an article pasted as text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-paste-dialog.h"

#include "gs-accessible.h"

struct _GsPasteDialog
{
  AdwWindow parent_instance;

  GtkEditable *name;
  GtkTextView *view;
};

enum
{
  PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsPasteDialog, gs_paste_dialog, ADW_TYPE_WINDOW)

static void
import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsPasteDialog *self = GS_PASTE_DIALOG (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const char *name = gtk_editable_get_text (self->name);
  GtkTextIter start, end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  g_signal_emit (self, signals[PASTED], 0, text, *name != '\0' ? name : NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
text_changed_cb (GsPasteDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.import", gtk_text_buffer_get_char_count (buffer) > 0);
}

/* What is on the clipboard is what was meant to be pasted, mostly. */
static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsPasteDialog) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);

  if (text != NULL && gtk_text_buffer_get_char_count (buffer) == 0)
    gtk_text_buffer_set_text (buffer, text, -1);
}

static void
gs_paste_dialog_class_init (GsPasteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[PASTED] = g_signal_new ("pasted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "paste.import", NULL, import);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-paste-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GsPasteDialog, name);
  gtk_widget_class_bind_template_child (widget_class, GsPasteDialog, view);
}

static void
gs_paste_dialog_init (GsPasteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_accessible_name_once (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  text_changed_cb (self);
}

/**
 * gs_paste_dialog_new:
 * @parent: the window it belongs to
 *
 * Returns: (transfer full): the dialog; the clipboard's text follows
 */
GtkWidget *
gs_paste_dialog_new (GtkWindow *parent)
{
  GsPasteDialog *self = g_object_new (GS_TYPE_PASTE_DIALOG, "transient-for", parent, NULL);

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_read_cb,
                                 g_object_ref (self));

  return GTK_WIDGET (self);
}
