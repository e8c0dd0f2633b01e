/* gs-reader-view-words.c: the ends of a range by words.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-view-private.h"

static gboolean
is_space_before (const GtkTextIter *iter)
{
  GtkTextIter before = *iter;

  return gtk_text_iter_backward_char (&before) && g_unichar_isspace (gtk_text_iter_get_char (&before));
}

/**
 * gs_reader_view_step_start:
 * @self: a #GsReaderView
 * @offset: code point where a range begins
 * @forward: whether to go towards the end of the text
 *
 * Returns: the code point a word further or back; a range of whole words stays one
 */
gint64
gs_reader_view_step_start (GsReaderView *self, gint64 offset, gboolean forward)
{
  GtkTextIter iter;
  GtkTextIter end;

  g_return_val_if_fail (GS_IS_READER_VIEW (self), offset);

  gs_reader_view_get_range (self, offset, offset, &iter, &end);
  if (!forward)
    {
      gtk_text_iter_backward_word_start (&iter);
    }
  else
    {
      if (!gtk_text_iter_forward_word_end (&iter))
        gtk_text_iter_forward_to_end (&iter);
      while (!gtk_text_iter_starts_word (&iter) && gtk_text_iter_forward_char (&iter))
        ;
    }

  return gs_reader_text_from_view (self->text, gtk_text_iter_get_offset (&iter));
}

/* Punctuation after the last word of a sentence stays out when it gets shorter. */
/**
 * gs_reader_view_step_end:
 * @self: a #GsReaderView
 * @offset: the code point after the last of a range
 * @forward: whether to go towards the end of the text
 *
 * Returns: the code point a word further or back; a range of whole words stays one
 */
gint64
gs_reader_view_step_end (GsReaderView *self, gint64 offset, gboolean forward)
{
  GtkTextIter start;
  GtkTextIter iter;

  g_return_val_if_fail (GS_IS_READER_VIEW (self), offset);

  gs_reader_view_get_range (self, MAX (offset - 1, 0), offset, &start, &iter);
  if (forward)
    {
      if (!gtk_text_iter_forward_word_end (&iter))
        gtk_text_iter_forward_to_end (&iter);
    }
  else
    {
      gtk_text_iter_backward_word_start (&iter);
      while (is_space_before (&iter))
        gtk_text_iter_backward_char (&iter);
    }

  return MIN (gs_reader_text_from_view (self->text, gtk_text_iter_get_offset (&iter)),
              gs_reader_text_length (self->text));
}

/**
 * gs_reader_view_move_claim:
 * @self: a #GsReaderView
 * @claim: a claim that is painted
 * @start: code point where its quote is to begin
 * @end: the code point after its last
 *
 * Shows the claim elsewhere until claims are set again; nothing is stored.
 */
void
gs_reader_view_move_claim (GsReaderView *self, const GsClaimListing *claim, gint64 start, gint64 end)
{
  GsClaimListing moved = *claim;

  g_return_if_fail (GS_IS_READER_VIEW (self));

  moved.start = start;
  moved.end = end;
  gs_reader_view_remove_claim (self, claim->uuid);
  gs_reader_view_add_claim (self, &moved);
}
