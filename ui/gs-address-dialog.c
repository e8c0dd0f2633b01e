/* gs-address-dialog.c: a page to be fetched from the web.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-address-dialog.h"

#include "gs-accessible.h"
#include "gs-fetch.h"

struct _GsAddressDialog
{
  AdwWindow parent_instance;

  GtkEditable *address;
};

enum
{
  GIVEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsAddressDialog, gs_address_dialog, ADW_TYPE_WINDOW)

static void
import (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsAddressDialog *self = GS_ADDRESS_DIALOG (widget);
  g_autofree char *address = gs_fetch_clean_url (gtk_editable_get_text (self->address));

  if (address == NULL)
    return;
  g_signal_emit (self, signals[GIVEN], 0, address);
  gtk_window_close (GTK_WINDOW (self));
}

static void
address_changed_cb (GsAddressDialog *self)
{
  g_autofree char *address = gs_fetch_clean_url (gtk_editable_get_text (self->address));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "address.import", address != NULL);
}

static void
activated_cb (GsAddressDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "address.import", NULL);
}

/* An address on the clipboard was copied to be used here, mostly; a word or
 * a sentence was not. */
static void
clipboard_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsAddressDialog) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *address = text != NULL && g_str_has_prefix (text, "http") ? gs_fetch_clean_url (text) : NULL;

  if (address == NULL || *gtk_editable_get_text (self->address) != '\0')
    return;
  gtk_editable_set_text (self->address, address);
  gtk_editable_select_region (self->address, 0, -1);
}

static void
gs_address_dialog_class_init (GsAddressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[GIVEN] = g_signal_new ("given", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "address.import", NULL, import);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-address-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GsAddressDialog, address);
}

static void
gs_address_dialog_init (GsAddressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_accessible_name_once (GTK_WIDGET (self));
  g_signal_connect_object (self->address, "changed", G_CALLBACK (address_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->address, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  address_changed_cb (self);
}

/**
 * gs_address_dialog_new:
 * @parent: the window it belongs to
 * @address: (nullable): what to begin with; otherwise an address on the clipboard
 *
 * Returns: (transfer full): the dialog; nothing is fetched before it is confirmed
 */
GtkWidget *
gs_address_dialog_new (GtkWindow *parent, const char *address)
{
  GsAddressDialog *self = g_object_new (GS_TYPE_ADDRESS_DIALOG, "transient-for", parent, NULL);

  if (address != NULL)
    gtk_editable_set_text (self->address, address);
  else
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, clipboard_read_cb,
                                   g_object_ref (self));

  return GTK_WIDGET (self);
}
