/* gs-message.c: a dialog that says something and asks at most one thing.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-message.h"

/* The large heading, so that it is like the one that stands in for it. */
static void
make_small (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "title-2"))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      gtk_widget_remove_css_class (widget, "title-2");
      gtk_widget_add_css_class (widget, "title-4");
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    make_small (child);
}

/**
 * gs_message_new:
 * @parent: (nullable): above which it is shown
 * @heading: in one line, if it can be
 * @body: (nullable): plain text
 *
 * Where a heading is too wide, libadwaita shows a smaller one in several lines in
 * its place, but measures both in that width: GTK 4.18 warns that the large one needs
 * more.
 *
 * Returns: (transfer floating): an #AdwMessageDialog, not yet presented
 */
GtkWidget *
gs_message_new (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  make_small (dialog);

  return dialog;
}
