/* gs-message.c: a dialog that says something and asks at most one thing.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-message.h"

static void
let_break (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    let_break (child);
}

/**
 * gs_message_new:
 * @parent: (nullable): above which it is shown
 * @heading: in one line, if it can be
 * @body: (nullable): plain text
 *
 * Where a heading is too wide, libadwaita shows it smaller and in several lines,
 * but has measured the wide one in that width before: GTK 4.18 says that it
 * needs more. One that may break does not.
 *
 * Returns: (transfer floating): an #AdwMessageDialog, not yet presented
 */
GtkWidget *
gs_message_new (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  let_break (dialog);

  return dialog;
}
