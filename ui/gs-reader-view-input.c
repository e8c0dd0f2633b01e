/* gs-reader-view-input.c: selecting, moving and choosing claims in the text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-view-private.h"

/* How far the pointer may stray between press and release of a click. */
#define CLICK_SLACK 4.0

void
gs_reader_view_get_range (GsReaderView *self, gint64 start, gint64 end, GtkTextIter *first, GtkTextIter *last)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, first, (int) gs_reader_text_to_view (self->text, start));
  gtk_text_buffer_get_iter_at_offset (buffer, last, (int) gs_reader_text_end_to_view (self->text, end));
  if (gtk_text_iter_compare (first, last) > 0)
    *last = *first;
}

/**
 * gs_reader_view_get_selection:
 * @self: a #GsReaderView
 * @start: (out): first code point of the article
 * @end: (out): the code point after the last
 *
 * Returns: %FALSE when nothing of the article is selected
 */
gboolean
gs_reader_view_get_selection (GsReaderView *self, gint64 *start, gint64 *end)
{
  GtkTextIter first;
  GtkTextIter last;

  g_return_val_if_fail (GS_IS_READER_VIEW (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &first, &last))
    return FALSE;

  *start = gs_reader_text_from_view (self->text, gtk_text_iter_get_offset (&first));
  *end = gs_reader_text_from_view (self->text, gtk_text_iter_get_offset (&last));

  /* Nothing but a line feed of the layout may be selected. */
  return *start < *end;
}

/**
 * gs_reader_view_select:
 * @self: a #GsReaderView
 * @start: first code point of the article
 * @end: the code point after the last
 */
void
gs_reader_view_select (GsReaderView *self, gint64 start, gint64 end)
{
  GtkTextIter first;
  GtkTextIter last;

  g_return_if_fail (GS_IS_READER_VIEW (self));

  gs_reader_view_get_range (self, start, end, &first, &last);
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &last, &first);
}

static void
get_caret (GsReaderView *self, GtkTextIter *iter)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_mark (buffer, iter, gtk_text_buffer_get_insert (buffer));
}

/**
 * gs_reader_view_get_caret:
 * @self: a #GsReaderView
 *
 * Returns: the code point of the article that the caret stands before
 */
gint64
gs_reader_view_get_caret (GsReaderView *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (GS_IS_READER_VIEW (self), 0);

  get_caret (self, &iter);

  return gs_reader_text_from_view (self->text, gtk_text_iter_get_offset (&iter));
}

/**
 * gs_reader_view_place_caret:
 * @self: a #GsReaderView
 * @offset: the code point of the article to stand before
 */
void
gs_reader_view_place_caret (GsReaderView *self, gint64 offset)
{
  GtkTextIter first;
  GtkTextIter last;

  g_return_if_fail (GS_IS_READER_VIEW (self));

  gs_reader_view_get_range (self, offset, offset, &first, &last);
  gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &first);
}

void
gs_reader_view_scroll_again (GsReaderView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "gs-scroll");

  /* To a mark, not an iter: the view gets there once lines have heights. */
  if (mark != NULL)
    gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0.0, TRUE, 0.0, 0.33);
}

/**
 * gs_reader_view_scroll_to:
 * @self: a #GsReaderView
 * @start: first code point of the article
 * @end: the code point after the last
 *
 * Puts the range a third of the way down, as soon as the view has a size.
 */
void
gs_reader_view_scroll_to (GsReaderView *self, gint64 start, gint64 end)
{
  GtkTextBuffer *buffer;
  GtkTextMark *mark;
  GtkTextIter first;
  GtkTextIter last;

  g_return_if_fail (GS_IS_READER_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gs_reader_view_get_range (self, start, end, &first, &last);
  mark = gtk_text_buffer_get_mark (buffer, "gs-scroll");
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "gs-scroll", &first, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &first);

  /* A pane that is still being laid out will change its size once more. */
  self->holding = TRUE;
  gs_reader_view_scroll_again (self);
}

/**
 * gs_reader_view_find_next:
 * @self: a #GsReaderView
 * @backwards: whether to look for the one before
 *
 * Returns: (transfer none) (nullable): UUID of the claim after the active one or,
 *   without one, the caret; %NULL at the end
 */
const char *
gs_reader_view_find_next (GsReaderView *self, gboolean backwards)
{
  const GsReaderClaim *found;

  g_return_val_if_fail (GS_IS_READER_VIEW (self), NULL);

  found = gs_reader_claims_step (self->claims, gs_reader_claims_find (self->claims, self->active),
                                 gs_reader_view_get_caret (self), backwards);

  return found != NULL ? found->claim : NULL;
}

/**
 * gs_reader_view_claim_at:
 * @self: a #GsReaderView
 * @offset: a code point of the article
 *
 * Returns: (transfer none) (nullable): UUID of the shortest claim there
 */
const char *
gs_reader_view_claim_at (GsReaderView *self, gint64 offset)
{
  const GsReaderClaim *found;

  g_return_val_if_fail (GS_IS_READER_VIEW (self), NULL);

  found = gs_reader_claims_at (self->claims, offset);

  return found != NULL ? found->claim : NULL;
}

static void
sentence_around (const GtkTextIter *at, GtkTextIter *first, GtkTextIter *last)
{
  *first = *at;
  *last = *at;

  if (!gtk_text_iter_starts_sentence (first))
    gtk_text_iter_backward_sentence_start (first);
  *last = *first;
  if (!gtk_text_iter_forward_sentence_end (last))
    gtk_text_iter_forward_to_end (last);

  while (gtk_text_iter_compare (first, last) < 0)
    {
      GtkTextIter before = *last;

      gtk_text_iter_backward_char (&before);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&before)))
        break;
      *last = before;
    }
}

static void
word_around (const GtkTextIter *at, GtkTextIter *first, GtkTextIter *last)
{
  *first = *at;
  *last = *at;
  if (!gtk_text_iter_starts_word (first) && gtk_text_iter_inside_word (first))
    gtk_text_iter_backward_word_start (first);
  if (!gtk_text_iter_ends_word (last))
    gtk_text_iter_forward_word_end (last);
}

static void
paragraph_around (const GtkTextIter *at, GtkTextIter *first, GtkTextIter *last)
{
  *first = *at;
  *last = *at;
  gtk_text_iter_set_line_offset (first, 0);
  if (!gtk_text_iter_ends_line (last))
    gtk_text_iter_forward_to_line_end (last);
}

static void
select_view_range (GsReaderView *self, const GtkTextIter *first, const GtkTextIter *last)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_select_range (buffer, last, first);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self), gtk_text_buffer_get_insert (buffer));
}

/**
 * gs_reader_view_select_sentence:
 * @self: a #GsReaderView
 *
 * Selects the sentence around the caret or the selection's start.
 */
void
gs_reader_view_select_sentence (GsReaderView *self)
{
  GtkTextIter caret;
  GtkTextIter first;
  GtkTextIter last;

  g_return_if_fail (GS_IS_READER_VIEW (self));

  gtk_text_buffer_get_selection_bounds (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &caret, &last);
  sentence_around (&caret, &first, &last);
  select_view_range (self, &first, &last);
}

/**
 * gs_reader_view_grow_selection:
 * @self: a #GsReaderView
 *
 * Selects the word, then the sentence, then the paragraph, then all.
 */
void
gs_reader_view_grow_selection (GsReaderView *self)
{
  void (*const around[]) (const GtkTextIter *, GtkTextIter *, GtkTextIter *) = { word_around, sentence_around,
                                                                                 paragraph_around };
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  gint64 range[2];

  g_return_if_fail (GS_IS_READER_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  range[0] = gtk_text_iter_get_offset (&start);
  range[1] = gtk_text_iter_get_offset (&end);

  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    {
      GtkTextIter first;
      GtkTextIter last;

      around[i](&start, &first, &last);
      if (gtk_text_iter_get_offset (&first) > range[0] || gtk_text_iter_get_offset (&last) < range[1]
          || gtk_text_iter_get_offset (&last) - gtk_text_iter_get_offset (&first) <= range[1] - range[0])
        continue;

      g_array_append_vals (self->grown, range, 2);
      select_view_range (self, &first, &last);
      return;
    }
}

/**
 * gs_reader_view_shrink_selection:
 * @self: a #GsReaderView
 *
 * Goes back to what was selected before gs_reader_view_grow_selection().
 */
void
gs_reader_view_shrink_selection (GsReaderView *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter first;
  GtkTextIter last;
  guint n;

  g_return_if_fail (GS_IS_READER_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  n = self->grown->len;
  if (n < 2)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &first, (int) g_array_index (self->grown, gint64, n - 2));
  gtk_text_buffer_get_iter_at_offset (buffer, &last, (int) g_array_index (self->grown, gint64, n - 1));
  g_array_set_size (self->grown, n - 2);
  select_view_range (self, &first, &last);
}

/* Enter: a claim from the selection, or the claim below the caret. */
static gboolean
enter_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GsReaderView *self = GS_READER_VIEW (widget);
  gint64 start;
  gint64 end;
  const char *claim;

  if (gs_reader_view_get_selection (self, &start, &end))
    {
      gs_reader_view_emit_make (self, start, end);
      return TRUE;
    }

  claim = gs_reader_view_claim_at (self, gs_reader_view_get_caret (self));
  if (claim == NULL)
    return FALSE;

  gs_reader_view_emit_activated (self, claim);

  return TRUE;
}

/* The claim whose highlight is at a place of the widget. */
static const char *
claim_at_pixel (GsReaderView *self, double x, double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_position (view, &iter, NULL, buffer_x, buffer_y))
    return NULL;

  return gs_reader_view_claim_at (self, gs_reader_text_from_view (self->text, gtk_text_iter_get_offset (&iter)));
}

/* Where an event happened, in the view's coordinates. */
static gboolean
place_event (GsReaderView *self, GdkEvent *event, graphene_point_t *point)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x;
  double y;
  double offset_x;
  double offset_y;

  if (!gdk_event_get_position (event, &x, &y))
    return FALSE;

  gtk_native_get_surface_transform (native, &offset_x, &offset_y);

  return gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self),
                                   &GRAPHENE_POINT_INIT ((float) (x - offset_x), (float) (y - offset_y)), point);
}

/* A click that neither selects nor drags chooses the claim it hits. */
static void
button_released (GsReaderView *self, const graphene_point_t *point)
{
  gint64 start;
  gint64 end;
  const char *claim;

  if (ABS (point->x - self->press_x) > CLICK_SLACK || ABS (point->y - self->press_y) > CLICK_SLACK
      || gs_reader_view_get_selection (self, &start, &end))
    return;

  claim = claim_at_pixel (self, point->x, point->y);
  if (claim != NULL)
    gs_reader_view_emit_activated (self, claim);
}

/* The text view's own gesture claims every click, so that ours would be
 * denied; the events pass here all the same. */
static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, GsReaderView *self)
{
  GdkEventType type = gdk_event_get_event_type (event);
  graphene_point_t point;

  if (type == GDK_BUTTON_PRESS || type == GDK_KEY_PRESS || type == GDK_SCROLL)
    self->holding = FALSE;

  if ((type != GDK_BUTTON_PRESS && type != GDK_BUTTON_RELEASE)
      || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY || !place_event (self, event, &point))
    return GDK_EVENT_PROPAGATE;

  if (type == GDK_BUTTON_PRESS)
    {
      self->press_x = point.x;
      self->press_y = point.y;
    }
  else
    {
      button_released (self, &point);
    }

  return GDK_EVENT_PROPAGATE;
}

typedef struct
{
  GsReaderView *view;
  gint64 first;
  gint64 last;
  const char *found;
} LineSearch;

static gboolean
choose_beginning (const GsSpanEntry *entry, gpointer user_data)
{
  LineSearch *search = user_data;

  if (entry->start < search->first || entry->start >= search->last)
    return TRUE;

  search->found = gs_reader_claims_get (search->view->claims, entry->key)->claim;

  return FALSE;
}

/* A click in the margin means the first claim that begins on that line. */
static void
gutter_clicked_cb (GsReaderGutter *gutter, double x, double y, GsReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  LineSearch search = { .view = self };
  GtkTextIter iter;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_LEFT, 0, (int) y, NULL, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, 0, buffer_y);
  gtk_text_view_backward_display_line_start (view, &iter);
  search.first = gs_reader_text_from_view (self->text, gtk_text_iter_get_offset (&iter));
  gtk_text_view_forward_display_line_end (view, &iter);
  search.last = gs_reader_text_from_view (self->text, gtk_text_iter_get_offset (&iter)) + 1;

  gs_span_index_query (gs_reader_claims_index (self->claims), search.first, search.last, choose_beginning, &search);
  if (search.found != NULL)
    gs_reader_view_emit_activated (self, search.found);
}

static void
add_shortcut (GtkEventController *controller, const char *trigger, GtkShortcutAction *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), action));
}

void
gs_reader_view_add_input (GsReaderView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkEventController *clicks = gtk_event_controller_legacy_new ();

  /* Before the text view, which takes letters even when it cannot insert them. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_shortcut (keys, "Return|KP_Enter", gtk_callback_action_new (enter_cb, NULL, NULL));
  add_shortcut (keys, "n|<Alt>Down", gtk_named_action_new ("reader.next-claim"));
  add_shortcut (keys, "p|<Alt>Up", gtk_named_action_new ("reader.previous-claim"));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_event_controller_set_propagation_phase (clicks, GTK_PHASE_CAPTURE);
  g_signal_connect (clicks, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), clicks);

  g_signal_connect (self->gutter, "clicked", G_CALLBACK (gutter_clicked_cb), self);
}
