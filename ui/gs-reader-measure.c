/* gs-reader-measure.c: where ranges of the text stand on the screen.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-measure.h"

static gboolean
runs_backwards (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF)
         || (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF) || c == 0x200F || c == 0x202B
         || c == 0x202E || c == 0x2067;
}

/**
 * gs_reader_text_is_mixed:
 * @text: a text
 * @start: first code point of the article
 * @end: the code point after the last
 *
 * Returns: whether anything there runs from right to left
 */
gboolean
gs_reader_text_is_mixed (const GsReaderText *text, gint64 start, gint64 end)
{
  const GsText *article = gs_reader_text_get_article (text);
  const char *p = gs_text_get (article) + gs_text_to_byte (article, start);
  const char *last = gs_text_get (article) + gs_text_to_byte (article, end);

  for (; p < last; p = g_utf8_next_char (p))
    {
      /* Everything that runs backwards is beyond two-byte Latin and Greek. */
      if ((guchar) *p >= 0xD6 && runs_backwards (g_utf8_get_char (p)))
        return TRUE;
    }

  return FALSE;
}

/* Takes in the line that begins at self->begin. */
static void
take_in (GsReaderLine *self)
{
  GdkRectangle place;

  self->next = self->begin;
  self->last = !gtk_text_view_forward_display_line (self->view, &self->next)
               || gtk_text_iter_get_line (&self->next) != gtk_text_iter_get_line (&self->begin);
  if (self->last)
    {
      self->next = self->begin;
      if (!gtk_text_iter_ends_line (&self->next))
        gtk_text_iter_forward_to_line_end (&self->next);
    }

  self->start = gtk_text_iter_get_offset (&self->begin);
  self->end = gtk_text_iter_get_offset (&self->next);
  self->known_offset = -1;

  gtk_text_view_get_iter_location (self->view, &self->begin, &place);
  self->y = place.y;
  self->height = place.height;
}

/**
 * gs_reader_line_init:
 * @self: (out caller-allocates): a displayed line; nothing to clear
 * @view: must live as long
 * @iter: anywhere on the line
 * @mixed: what gs_reader_text_is_mixed() says of the paragraph
 */
void
gs_reader_line_init (GsReaderLine *self, GtkTextView *view, const GtkTextIter *iter, gboolean mixed)
{
  *self = (GsReaderLine){ .view = view, .begin = *iter, .mixed = mixed };
  gtk_text_view_backward_display_line_start (view, &self->begin);
  take_in (self);
}

/**
 * gs_reader_line_advance:
 * @self: a line
 *
 * Moves on to the next displayed line of the paragraph.
 *
 * Returns: %FALSE after the last
 */
gboolean
gs_reader_line_advance (GsReaderLine *self)
{
  if (self->last)
    return FALSE;

  self->begin = self->next;
  take_in (self);

  return TRUE;
}

static void
locate (GsReaderLine *self, gint64 offset, GdkRectangle *place)
{
  GtkTextIter iter = self->begin;

  gtk_text_iter_forward_chars (&iter, (int) (offset - self->start));
  gtk_text_view_get_iter_location (self->view, &iter, place);
  if (place->width < 0)
    {
      place->x += place->width;
      place->width = -place->width;
    }
}

/* The x of a place between characters on a line that runs left to right. */
static float
edge (GsReaderLine *self, gint64 offset)
{
  GdkRectangle place;

  if (offset == self->known_offset)
    return self->known_x;

  /* At the end of a wrapped line the next character is on the next one. */
  locate (self, offset == self->end && offset > self->start ? offset - 1 : offset, &place);
  self->known_offset = offset;
  self->known_x = (float) (offset == self->end && offset > self->start ? place.x + place.width : place.x);

  return self->known_x;
}

static void
measure_mixed (GsReaderLine *self, gint64 start, gint64 end, GsReaderRunFunc func, gpointer user_data)
{
  int left = 0;
  int right = 0;

  for (gint64 offset = start; offset < end; offset++)
    {
      GdkRectangle place;

      locate (self, offset, &place);
      if (place.width == 0)
        continue;

      if (right > left && place.x + place.width >= left - 1 && place.x <= right + 1)
        {
          left = MIN (left, place.x);
          right = MAX (right, place.x + place.width);
          continue;
        }

      if (right > left)
        func ((float) left, (float) (right - left), user_data);
      left = place.x;
      right = place.x + place.width;
    }

  if (right > left)
    func ((float) left, (float) (right - left), user_data);
}

/**
 * gs_reader_line_measure:
 * @self: a line
 * @start: first view offset
 * @end: the view offset after the last
 * @func: (scope call): called for each run of pixels that the range takes on this line:
 *   one, or several where directions mix
 * @user_data: for @func
 */
void
gs_reader_line_measure (GsReaderLine *self, gint64 start, gint64 end, GsReaderRunFunc func, gpointer user_data)
{
  float left;
  float right;

  start = MAX (start, self->start);
  end = MIN (end, self->end);
  if (start >= end)
    return;

  if (self->mixed)
    {
      measure_mixed (self, start, end, func, user_data);
      return;
    }

  left = edge (self, start);
  right = edge (self, end);
  if (right > left)
    func (left, right - left, user_data);
}

typedef struct
{
  GArray *area;
  const GsReaderLine *line;
} Measuring;

static void
add_rectangle (float x, float width, gpointer user_data)
{
  Measuring *measuring = user_data;
  graphene_rect_t rect = GRAPHENE_RECT_INIT (x, (float) measuring->line->y, width, (float) measuring->line->height);

  g_array_append_val (measuring->area, rect);
}

/* The range of the article that a paragraph of the view shows. */
static void
paragraph_bounds (const GsReaderText *text, const GtkTextIter *iter, gint64 *start, gint64 *end)
{
  GtkTextIter first = *iter;
  GtkTextIter last = *iter;

  gtk_text_iter_set_line_offset (&first, 0);
  if (!gtk_text_iter_ends_line (&last))
    gtk_text_iter_forward_to_line_end (&last);
  *start = gs_reader_text_from_view (text, gtk_text_iter_get_offset (&first));
  *end = gs_reader_text_from_view (text, gtk_text_iter_get_offset (&last));
}

static void
measure_paragraph (GtkTextView *view,
                   const GsReaderText *text,
                   const GtkTextIter *from,
                   gint64 start,
                   gint64 end,
                   const GdkRectangle *visible,
                   GArray *area)
{
  gint64 first;
  gint64 last;
  GsReaderLine line;

  paragraph_bounds (text, from, &first, &last);
  gs_reader_line_init (&line, view, from, gs_reader_text_is_mixed (text, first, last));

  do
    {
      Measuring measuring = { area, &line };

      if (line.start >= end || (visible != NULL && line.y > visible->y + visible->height))
        return;
      if (visible == NULL || line.y + line.height >= visible->y)
        gs_reader_line_measure (&line, start, end, add_rectangle, &measuring);
    }
  while (gs_reader_line_advance (&line));
}

/**
 * gs_reader_measure_range:
 * @view: shows @text
 * @text: a text
 * @start: first code point of the article
 * @end: the code point after the last
 * @visible: (nullable): leave out the lines outside it; buffer coordinates
 *
 * Returns: (transfer full) (element-type graphene_rect_t): rectangles of the range in
 *   buffer coordinates
 */
GArray *
gs_reader_measure_range (GtkTextView *view,
                         const GsReaderText *text,
                         gint64 start,
                         gint64 end,
                         const GdkRectangle *visible)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GArray *area = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  GtkTextIter iter;
  GtkTextIter top;

  start = gs_reader_text_to_view (text, start);
  end = gs_reader_text_end_to_view (text, end);
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int) start);

  if (visible != NULL)
    {
      /* A claim may span the whole article; only what is seen is measured. */
      gtk_text_view_get_line_at_y (view, &top, visible->y, NULL);
      if (gtk_text_iter_compare (&top, &iter) > 0)
        iter = top;
    }

  while (gtk_text_iter_get_offset (&iter) < end)
    {
      GdkRectangle place;

      gtk_text_view_get_iter_location (view, &iter, &place);
      if (visible != NULL && place.y > visible->y + visible->height)
        break;
      measure_paragraph (view, text, &iter, start, end, visible, area);
      if (!gtk_text_iter_forward_line (&iter))
        break;
    }

  return area;
}
