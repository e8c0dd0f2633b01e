/* gs-notify.c: short messages to the analyst, from any widget.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-notify.h"

#include <glib/gi18n.h>

/* Under these names an overlay knows its last toast of a kind, and until when its
 * toasts are to be left alone; and a toast, until it is dismissed, its overlay. */
#define PLAIN_TOAST "gs-plain-toast"
#define UNDO_TOAST "gs-undo-toast"
#define REST "gs-rest"
#define OVERLAY "gs-overlay"

/* libadwaita 1.2 takes 500 ms to show a toast and 300 ms to hide it, and goes on
 * showing one that is hidden and freed by then. So none is dismissed sooner
 * than this after a toast of its overlay came or went. */
#define REST_MS 600

static void
note_move (GtkWidget *overlay)
{
  gint64 *until = g_new (gint64, 1);

  *until = g_get_monotonic_time () + REST_MS * 1000;
  g_object_set_data_full (G_OBJECT (overlay), REST, until, g_free);
}

static guint
rest_ms (GtkWidget *overlay)
{
  const gint64 *until = g_object_get_data (G_OBJECT (overlay), REST);

  return until != NULL ? (guint) (MAX (*until - g_get_monotonic_time (), 0) / 1000) : 0;
}

static void
dismissed_cb (GtkWidget *overlay, AdwToast *toast)
{
  g_object_set_data (G_OBJECT (toast), OVERLAY, NULL);
  note_move (overlay);
  if (g_object_get_data (G_OBJECT (overlay), PLAIN_TOAST) == toast)
    g_object_set_data (G_OBJECT (overlay), PLAIN_TOAST, NULL);
}

/* Takes @toast. */
static void
show (GtkWidget *overlay, AdwToast *toast)
{
  g_object_set_data (G_OBJECT (toast), OVERLAY, overlay);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay, G_CONNECT_SWAPPED);
  note_move (overlay);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

static GtkWidget *
find_overlay (GtkWidget *widget)
{
  return gtk_widget_get_ancestor (widget, ADW_TYPE_TOAST_OVERLAY);
}

/* Takes @toast. */
static void
show_around (GtkWidget *widget, AdwToast *toast)
{
  GtkWidget *overlay = find_overlay (widget);

  if (overlay != NULL)
    show (overlay, toast);
  else
    g_object_unref (toast);
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
 *
 * Toasts wait for each other, five seconds each: ten steps taken back would be
 * told of for a minute. So a newer message takes the former's place, or its
 * toast where that may not go yet.
 */
void
gs_notify (GtkWidget *widget, const char *message)
{
  g_autoptr (AdwToast) toast = NULL;
  GtkWidget *overlay;
  AdwToast *former;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  overlay = find_overlay (widget);
  if (overlay == NULL)
    return;

  toast = toast_new (message);
  former = g_object_get_data (G_OBJECT (overlay), PLAIN_TOAST);
  if (former != NULL && rest_ms (overlay) > 0)
    {
      adw_toast_set_title (former, adw_toast_get_title (toast));
      return;
    }

  if (former != NULL)
    adw_toast_dismiss (former);
  g_object_set_data_full (G_OBJECT (overlay), PLAIN_TOAST, g_object_ref (toast), g_object_unref);
  show (overlay, g_steal_pointer (&toast));
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
  show_around (widget, toast);
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
  show_around (widget, toast);
}

static gboolean
dismiss_at_rest (gpointer data)
{
  AdwToast *toast = data;
  GtkWidget *overlay = g_object_get_data (G_OBJECT (toast), OVERLAY);

  if (overlay != NULL && rest_ms (overlay) > 0)
    return G_SOURCE_CONTINUE;

  if (overlay != NULL)
    adw_toast_dismiss (toast);

  return G_SOURCE_REMOVE;
}

/* Its button would take back the wrong step. */
static void
another_step_cb (AdwToast *toast)
{
  adw_toast_set_button_label (toast, NULL);
  if (dismiss_at_rest (toast) == G_SOURCE_CONTINUE)
    g_timeout_add_full (G_PRIORITY_DEFAULT, REST_MS / 4, dismiss_at_rest, g_object_ref (toast), g_object_unref);
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

  overlay = find_overlay (widget);
  if (overlay == NULL || g_strcmp0 (gs_workspace_get_undo_label (workspace), label) != 0)
    {
      gs_notify (widget, message);
      return;
    }

  toast = toast_new (message);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_signal_connect_object (workspace, "changed", G_CALLBACK (another_step_cb), toast, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (overlay), UNDO_TOAST, g_object_ref (toast), g_object_unref);
  show (overlay, toast);
}
