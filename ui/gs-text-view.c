/* gs-text-view.c: what a text view must be helped with.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-text-view.h"

#define TOUCH "gs-touch"

/**
 * gs_text_view_prepare_growth:
 * @view: a text view that is about to be given more height
 *
 * GTK measures the lines on screen when the text changes, but not when the view grows. Of
 * those below it does not know the height then, and lays out all of a long text to draw
 * one page. A line that is touched makes it look again.
 */
void
gs_text_view_prepare_growth (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextTag *touch = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), TOUCH);
  GdkRectangle visible;
  GtkTextIter start, end;

  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_line_at_y (view, &start, visible.y, NULL);
  end = start;
  if (!gtk_text_iter_forward_char (&end))
    return;

  /* Anything that could change the height of a line will do. */
  if (touch == NULL)
    touch = gtk_text_buffer_create_tag (buffer, TOUCH, "rise", 0, NULL);
  gtk_text_buffer_apply_tag (buffer, touch, &start, &end);
  gtk_text_buffer_remove_tag (buffer, touch, &start, &end);
}
