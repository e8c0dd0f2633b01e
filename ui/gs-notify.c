/* gs-notify.c: short messages to the analyst, from any widget.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-notify.h"

#include <glib/gi18n.h>

/* Under these names an overlay knows the last toast of a kind. */
#define PLAIN_TOAST "gs-plain-toast"
#define UNDO_TOAST "gs-undo-toast"

/* Toasts wait for each other, five seconds each: ten steps taken back would be
 * told of for a minute. So a newer one of its @kind takes the former's place;
 * without a @kind none goes unseen. Takes @toast. */
static void
show (GtkWidget *widget, AdwToast *toast, const char *kind)
{
  GtkWidget *overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);

  if (overlay == NULL)
    {
      g_object_unref (toast);
      return;
    }

  if (kind != NULL)
    {
      AdwToast *former = g_object_get_data (G_OBJECT (overlay), kind);

      if (former != NULL)
        adw_toast_dismiss (former);
      g_object_set_data_full (G_OBJECT (overlay), kind, g_object_ref (toast), g_object_unref);
    }
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/* Toast titles are Pango markup; what we say never is. */
static AdwToast *
toast_new (const char *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  return adw_toast_new (escaped);
}

/**
 * gs_notify:
 * @widget: where it happened
 * @message: a sentence, plain text
 */
void
gs_notify (GtkWidget *widget, const char *message)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  show (widget, toast_new (message), PLAIN_TOAST);
}

/**
 * gs_notify_error:
 * @widget: around which the toast appears
 * @what: (nullable): what did not work: "The article could not be removed"
 * @error: why; nothing is said of a cancelled operation
 */
void
gs_notify_error (GtkWidget *widget, const char *what, const GError *error)
{
  g_autofree char *message = NULL;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: what did not work, and why. */
  message = what != NULL ? g_strdup_printf (_ ("%s: %s"), what, error->message) : g_strdup (error->message);
  toast = toast_new (message);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 10);
  show (widget, toast, NULL);
}

/**
 * gs_notify_offer:
 * @widget: where it happened
 * @message: a sentence, plain text
 * @button: what can be done about it, with a mnemonic
 * @action: name of the action that does it
 * @target: (nullable) (transfer floating): its parameter
 * @seconds: how long it can be read; 0 until it is closed
 */
void
gs_notify_offer (GtkWidget *widget,
                 const char *message,
                 const char *button,
                 const char *action,
                 GVariant *target,
                 guint seconds)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  toast = toast_new (message);
  adw_toast_set_timeout (toast, seconds);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  adw_toast_set_action_target_value (toast, target);
  show (widget, toast, NULL);
}

/**
 * gs_notify_undo:
 * @widget: where it happened
 * @workspace: in which it happened
 * @label: of the step of the history that was made
 * @message: a sentence, plain text
 *
 * Called when the workspace has told of the step. Where it has told of another
 * one since, there is no Undo button: it would undo that one.
 */
void
gs_notify_undo (GtkWidget *widget, GsWorkspace *workspace, const char *label, const char *message)
{
  GtkWidget *overlay;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GS_IS_WORKSPACE (workspace));

  overlay = gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
  if (overlay == NULL || g_strcmp0 (gs_workspace_get_undo_label (workspace), label) != 0)
    {
      gs_notify (widget, message);
      return;
    }

  toast = toast_new (message);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (workspace, "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  show (widget, toast, UNDO_TOAST);
}
