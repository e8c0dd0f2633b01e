/* gs-paper-bands.c: columns of lines, and the pages they stand on.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-paper-private.h"

#include <string.h>

/* Of the height of a line: what it takes with the space to the next. */
#define LEADING 1.08

/* Of a page: what is higher may be broken. */
#define KEEP 0.6

/* Columns ------------------------------------------------------------------------ */

static void
column_free (gpointer data)
{
  GsPaperColumn *self = data;

  g_array_unref (self->lines);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

void
gs_paper_band_free (gpointer data)
{
  GsPaperBand *self = data;

  g_ptr_array_unref (self->columns);
  g_free (self);
}

GsPaperBand *
gs_paper_band_new (const char *tag, double before)
{
  GsPaperBand *self = g_new0 (GsPaperBand, 1);

  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->tag = tag;
  self->before = before;

  return self;
}

GsPaperColumn *
gs_paper_band_add (GsPaperBand *self, double x, double width)
{
  GsPaperColumn *column = g_new0 (GsPaperColumn, 1);

  column->x = x;
  column->width = width;
  column->lines = g_array_new (FALSE, TRUE, sizeof (GsPaperLine));
  column->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_paper_text_free);
  g_ptr_array_add (self->columns, column);

  return column;
}

void
gs_paper_column_add (GsPaperColumn *self,
                     PangoContext *context,
                     GsFace face,
                     const GsPhrase *phrase,
                     double before,
                     gboolean at_end)
{
  gboolean panel = face == GS_FACE_QUOTE;
  double indent = panel ? GS_PAPER_PADDING : 0;
  GsPaperText *text = gs_paper_text_new (context, face, phrase, self->width - 2 * indent, at_end);
  int n = pango_layout_get_line_count (text->layout);

  g_ptr_array_add (self->texts, text);
  for (int i = 0; i < n; i++)
    {
      GsPaperLine line = { .text = text, .indent = indent, .panel = panel };
      PangoRectangle extents;

      line.line = pango_layout_get_line_readonly (text->layout, i);
      pango_layout_line_get_extents (line.line, NULL, &extents);
      line.before = i == 0 ? before : 0;
      line.height = (double) extents.height / PANGO_SCALE * LEADING;
      line.baseline = (double) PANGO_ASCENT (extents) / PANGO_SCALE * LEADING;
      g_array_append_val (self->lines, line);
    }
}

static double
height_of_lines (const GsPaperColumn *self, guint first, guint n)
{
  double height = 0;

  for (guint i = first; i < MIN (first + n, self->lines->len); i++)
    {
      const GsPaperLine *line = &g_array_index (self->lines, GsPaperLine, i);

      height += line->height + (i > first ? line->before : 0);
    }

  return height;
}

/* Of all columns, their first lines: what must stand together. */
static double
band_height (const GsPaperBand *self, guint n_lines)
{
  double height = 0;

  for (guint i = 0; i < self->columns->len; i++)
    height = MAX (height, height_of_lines (self->columns->pdata[i], 0, n_lines));

  return height;
}

/* Pages -------------------------------------------------------------------------- */

static double
bottom_of (const GsPaperSink *self)
{
  return self->page_height - GS_PAPER_MARGIN_BOTTOM;
}

double
gs_paper_width (const GsPaperSink *self)
{
  return self->page_width - 2 * GS_PAPER_MARGIN_X;
}

void
gs_paper_end_page (GsPaperSink *self)
{
  g_autofree char *number = NULL;
  g_autoptr (GsPhrase) phrase = NULL;
  g_autoptr (GsPaperText) text = NULL;

  if (self->cr == NULL)
    return;

  number = g_strdup_printf ("%u", self->n_pages);
  phrase = gs_phrase_of (GS_RUN_PLAIN, number);
  text = gs_paper_text_new (self->context, GS_FACE_SMALL, phrase, gs_paper_width (self), FALSE);
  pango_layout_set_alignment (text->layout, PANGO_ALIGN_CENTER);
  gs_paper_set_ink (self->cr, GS_INK_DIM);
  cairo_move_to (self->cr, GS_PAPER_MARGIN_X, bottom_of (self) + 18);
  pango_cairo_show_layout (self->cr, text->layout);
  self->target->end_page (self->target_data, self->cr);
  g_clear_pointer (&self->cr, cairo_destroy);
}

static void
begin_page (GsPaperSink *self)
{
  gs_paper_end_page (self);
  self->cr = self->target->begin_page (self->target_data, self->page_width, self->page_height);
  self->n_pages++;
  self->y = GS_PAPER_MARGIN_TOP;
  self->at_top = TRUE;
}

/* Names of anchors are ours and UUIDs; an address may hold anything. */
static char *
quote_for_tag (const char *text)
{
  GString *quoted = g_string_new ("'");

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '\'');

  return g_string_free (quoted, FALSE);
}

static void
tag_rectangle (GsPaperSink *self, const char *target, double x, double y, double width, double height)
{
  char numbers[4][G_ASCII_DTOSTR_BUF_SIZE];
  const double values[] = { x, y, width, height };
  gboolean inner = *target == '#';
  /* An address may be in any script. */
  g_autofree char *address = g_uri_escape_string (target, G_URI_RESERVED_CHARS_ALLOWED_IN_PATH "?#[]%", FALSE);
  g_autofree char *quoted = quote_for_tag (inner ? target + 1 : address);
  g_autofree char *attributes = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_ascii_formatd (numbers[i], sizeof numbers[i], "%.2f", values[i]);
  attributes = g_strdup_printf ("rect=[%s %s %s %s] %s=%s", numbers[0], numbers[1], numbers[2], numbers[3],
                                inner ? "dest" : "uri", quoted);
  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

static void
put_links (GsPaperSink *self, const GsPaperLine *line, double x, double y)
{
  for (guint i = 0; self->target->has_tags && i < line->text->links->len; i++)
    {
      const GsPaperLink *link = &g_array_index (line->text->links, GsPaperLink, i);
      int start = MAX (link->start, line->line->start_index);
      int end = MIN (link->end, line->line->start_index + line->line->length);
      g_autofree int *ranges = NULL;
      int n = 0;

      if (start >= end)
        continue;
      pango_layout_line_get_x_ranges (line->line, start, end, &ranges, &n);
      for (int j = 0; j < n; j++)
        tag_rectangle (self, link->target, x + (double) ranges[2 * j] / PANGO_SCALE, y,
                       (double) (ranges[2 * j + 1] - ranges[2 * j]) / PANGO_SCALE, line->height);
    }
}

static void
put_anchors (GsPaperSink *self)
{
  for (guint i = 0; self->target->has_tags && i < self->anchors->len; i++)
    {
      g_autofree char *name = quote_for_tag (self->anchors->pdata[i]);
      g_autofree char *attributes =
        g_strdup_printf ("name=%s x=%d y=%d internal", name, (int) GS_PAPER_MARGIN_X, MAX ((int) self->y - 6, 0));

      cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
      cairo_tag_end (self->cr, CAIRO_TAG_DEST);
    }
  g_ptr_array_set_size (self->anchors, 0);
}

/* A page has a bar wherever a part of the claim stands. */
static void
put_bar (GsPaperSink *self, double top, double bottom)
{
  if (!self->has_bar)
    return;

  gs_paper_set_ink (self->cr, self->bar);
  cairo_rectangle (self->cr, GS_PAPER_MARGIN_X, top, 2.5, bottom - top);
  cairo_fill (self->cr);
}

static double
left_of_line (const GsPaperLine *line, const GsPaperColumn *column)
{
  PangoRectangle extents;
  double free_width;

  pango_layout_line_get_extents (line->line, NULL, &extents);
  free_width = column->width - 2 * line->indent - (double) extents.width / PANGO_SCALE;
  /* From right to left, or a number: the line ends where the column does. */
  if (pango_layout_get_alignment (line->text->layout) == PANGO_ALIGN_RIGHT
      || pango_layout_line_get_resolved_direction (line->line) == PANGO_DIRECTION_RTL)
    return column->x + line->indent + MAX (free_width, 0);

  return column->x + line->indent;
}

/* So many lines of a column as fit into @room; returns how high they are. */
static double
draw_column (GsPaperSink *self, GsPaperColumn *column, double room)
{
  double top = self->y, y = top;

  for (guint first = column->next; column->next < column->lines->len; column->next++)
    {
      const GsPaperLine *line = &g_array_index (column->lines, GsPaperLine, column->next);
      double before = column->next > first ? line->before : 0;
      double x = left_of_line (line, column);

      if (y + before + line->height > top + room && !(self->at_top && column->next == first))
        break;
      y += before;
      if (line->panel)
        {
          gs_paper_set_ink (self->cr, GS_INK_PANEL);
          cairo_rectangle (self->cr, column->x, y, column->width, line->height + 0.4);
          cairo_fill (self->cr);
        }
      gs_paper_set_ink (self->cr, GS_INK_TEXT);
      cairo_move_to (self->cr, x, y + line->baseline);
      pango_cairo_show_layout_line (self->cr, line->line);
      put_links (self, line, x, y);
      y += line->height;
    }

  return y - top;
}

static gboolean
is_drawn (const GsPaperBand *band)
{
  for (guint i = 0; i < band->columns->len; i++)
    {
      const GsPaperColumn *column = band->columns->pdata[i];

      if (column->next < column->lines->len)
        return FALSE;
    }

  return TRUE;
}

/* What fits onto the page. */
static void
draw_once (GsPaperSink *self, GsPaperBand *band)
{
  double height = 0;

  if (self->target->has_tags)
    cairo_tag_begin (self->cr, band->tag, NULL);
  put_anchors (self);
  for (guint i = 0; i < band->columns->len; i++)
    {
      double drawn = draw_column (self, band->columns->pdata[i], bottom_of (self) - self->y);

      height = MAX (height, drawn);
    }
  if (self->target->has_tags)
    cairo_tag_end (self->cr, band->tag);
  put_bar (self, self->y - (self->at_top ? 0 : band->before), self->y + height);
  self->y += height;
  self->at_top = FALSE;
}

void
gs_paper_draw_band (GsPaperSink *self, GsPaperBand *band)
{
  if (!self->at_top)
    self->y += band->before;
  while (TRUE)
    {
      draw_once (self, band);
      if (is_drawn (band))
        break;
      begin_page (self);
      if (self->in_table)
        gs_paper_put_heads (self);
    }

  self->y += band->after;
  if (band->rule)
    {
      gs_paper_set_ink (self->cr, GS_INK_LINE);
      cairo_rectangle (self->cr, GS_PAPER_MARGIN_X, self->y, gs_paper_width (self), 0.5);
      cairo_fill (self->cr);
      self->y += 3;
    }
}

/* A page that has room for @height, with the headings that wait. */
void
gs_paper_make_room (GsPaperSink *self, double height)
{
  for (guint i = 0; i < self->headings->len; i++)
    {
      const GsPaperBand *heading = self->headings->pdata[i];

      height += heading->before + band_height (heading, 3) + heading->after;
    }

  if (self->cr == NULL || (!self->at_top && self->y + height > bottom_of (self)))
    {
      begin_page (self);
      if (self->in_table)
        gs_paper_put_heads (self);
    }

  for (guint i = 0; i < self->headings->len; i++)
    gs_paper_draw_band (self, self->headings->pdata[i]);
  g_ptr_array_set_size (self->headings, 0);
}

/* Takes @band over. */
static void
add_to_group (GsPaperSink *self, GsPaperBand *band)
{
  g_ptr_array_add (self->group, band);
  self->group_height += band->before + band_height (band, G_MAXUINT) + band->after;
  if (self->group_height > KEEP * (bottom_of (self) - GS_PAPER_MARGIN_TOP))
    gs_paper_close_group (self);
}

/* Takes @band over. A small one stays whole. */
void
gs_paper_put_band (GsPaperSink *self, GsPaperBand *band, guint together)
{
  band->together = together;
  if (self->group != NULL)
    {
      add_to_group (self, band);
      return;
    }

  gs_paper_make_room (self, band->before + band_height (band, together));
  gs_paper_draw_band (self, band);
  gs_paper_band_free (band);
}

/* Takes @band over. */
void
gs_paper_put_heading (GsPaperSink *self, GsPaperBand *band)
{
  band->is_heading = TRUE;
  if (self->group != NULL)
    add_to_group (self, band);
  else
    g_ptr_array_add (self->headings, band);
}

void
gs_paper_open_group (GsPaperSink *self)
{
  gs_paper_close_group (self);
  self->group = g_ptr_array_new ();
  self->group_height = 0;
}

/* A group that grew too long has been closed already. */
void
gs_paper_close_group (GsPaperSink *self)
{
  g_autoptr (GPtrArray) group = g_steal_pointer (&self->group);

  if (group == NULL || group->len == 0)
    return;

  if (self->group_height <= KEEP * (bottom_of (self) - GS_PAPER_MARGIN_TOP))
    gs_paper_make_room (self, self->group_height);
  for (guint i = 0; i < group->len; i++)
    {
      GsPaperBand *band = group->pdata[i];

      if (band->is_heading)
        gs_paper_put_heading (self, band);
      else
        gs_paper_put_band (self, band, band->together);
    }
}
