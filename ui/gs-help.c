/* gs-help.c: the user guide.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-help.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-message.h"

#define GUIDE "help:gainsay"

static void
tell_where_it_is (GtkWindow *parent)
{
  GtkWidget *dialog = gs_message_new (parent, _ ("No Help Viewer Is Installed"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("Install Yelp, the help viewer of GNOME, to read the guide. Its text lies in the "
                                     "folder %s."),
                                  GS_HELP_DIR);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWindow) parent = GTK_WINDOW (user_data);
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (parent, result, &error) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_where_it_is (parent);
}

/**
 * gs_help_show:
 * @parent: the window it was asked for in
 *
 * Opens the guide in the desktop's help viewer; where there is none, says so and
 * where the guide's text is.
 */
void
gs_help_show (GtkWindow *parent)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));

  gtk_show_uri_full (parent, GUIDE, GDK_CURRENT_TIME, NULL, shown_cb, g_object_ref (parent));
}
