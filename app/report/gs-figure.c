/* gs-figure.c: a drawing in a report, and as SVG.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-figure.h"

#include "gs-markup-text.h"

/* Of the height of a letter: what one takes on average in the fonts of pages. */
#define LETTER_WIDTH 0.51
#define FRAME_WIDTH 1.4

const char *const gs_figure_colours[GS_N_INKS] = { "#000000", "#444444", "#999999", "#ececec",
                                                   "#14532b", "#8c1020", "#1a56a8" };

static void
shape_clear (gpointer data)
{
  g_free (((GsShape *) data)->text);
}

/**
 * gs_figure_new:
 * @title: what it is of
 *
 * Returns: (transfer full): an empty drawing; its height grows with its shapes
 */
GsFigure *
gs_figure_new (const char *title)
{
  GsFigure *self = g_new0 (GsFigure, 1);

  self->title = g_strdup (title);
  self->shapes = g_array_new (FALSE, TRUE, sizeof (GsShape));
  g_array_set_clear_func (self->shapes, shape_clear);

  return self;
}

/**
 * gs_figure_free:
 * @self: (transfer full) (nullable): a drawing
 */
void
gs_figure_free (GsFigure *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->shapes);
  g_free (self->title);
  g_free (self->description);
  g_free (self);
}

static void
add (GsFigure *self, GsShape shape, double bottom)
{
  g_array_append_val (self->shapes, shape);
  self->height = MAX (self->height, bottom);
}

/**
 * gs_figure_box:
 * @self: a drawing
 * @ink: that it is filled with
 * @x: left
 * @y: top
 * @w: width
 * @h: height
 */
void
gs_figure_box (GsFigure *self, GsInk ink, double x, double y, double w, double h)
{
  add (self, (GsShape){ .kind = GS_SHAPE_BOX, .ink = ink, .x = x, .y = y, .w = w, .h = h }, y + h);
}

/**
 * gs_figure_frame:
 * @self: a drawing
 * @ink: of its rim, which is within
 * @x: left
 * @y: top
 * @w: width
 * @h: height
 */
void
gs_figure_frame (GsFigure *self, GsInk ink, double x, double y, double w, double h)
{
  GsShape shape = { .kind = GS_SHAPE_FRAME, .ink = ink, .width = FRAME_WIDTH };

  shape.x = x + FRAME_WIDTH / 2;
  shape.y = y + FRAME_WIDTH / 2;
  shape.w = MAX (w - FRAME_WIDTH, 0.1);
  shape.h = MAX (h - FRAME_WIDTH, 0.1);
  add (self, shape, y + h);
}

/**
 * gs_figure_line:
 * @self: a drawing
 * @ink: that it is drawn with
 * @x: of one end
 * @y: of one end
 * @x2: of the other
 * @y2: of the other
 * @width: how thick
 */
void
gs_figure_line (GsFigure *self, GsInk ink, double x, double y, double x2, double y2, double width)
{
  add (self, (GsShape){ .kind = GS_SHAPE_LINE, .ink = ink, .x = x, .y = y, .x2 = x2, .y2 = y2, .width = width },
       MAX (y, y2));
}

/**
 * gs_figure_arrow:
 * @self: a drawing
 * @x: where it begins
 * @y: where it begins
 * @x2: where its head is, to the right
 * @y2: where its head is
 * @width: how thick
 */
void
gs_figure_arrow (GsFigure *self, double x, double y, double x2, double y2, double width)
{
  add (self, (GsShape){ .kind = GS_SHAPE_ARROW, .ink = GS_INK_DIM, .x = x, .y = y, .x2 = x2, .y2 = y2, .width = width },
       MAX (y, y2));
}

/* At most so many letters, the last of them a dot of three. */
static char *
cut (const char *text, double size, double room)
{
  glong letters = MAX (2, (glong) (room / (size * LETTER_WIDTH)));
  g_autofree char *line = g_strdup (text);
  g_autofree char *start = NULL;

  g_strdelimit (line, "\r\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= letters)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, letters - 1);

  return g_strconcat (start, "…", NULL);
}

/**
 * gs_figure_text:
 * @self: a drawing
 * @ink: that it is written with
 * @align: what stands at @x
 * @x: beginning, middle or end of the words
 * @y: of the baseline
 * @size: height of the letters
 * @room: how wide the words may get; more of them are cut off
 * @text: (nullable): the words
 */
void
gs_figure_text (GsFigure *self,
                GsInk ink,
                GsAlign align,
                double x,
                double y,
                double size,
                double room,
                const char *text)
{
  GsShape shape = { .kind = GS_SHAPE_TEXT, .ink = ink, .align = align, .x = x, .y = y, .w = room, .h = size };

  shape.text = cut (text != NULL ? text : "", size, room);
  add (self, shape, y + size * 0.3);
}

/* In no locale, and no longer than need be. */
static void
put_number (GString *svg, const char *name, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.1f", number);
  g_string_append_printf (svg, " %s=\"%s\"", name, buffer);
}

static void
put_ink (GString *svg, const char *const *colours, const char *what, GsInk ink)
{
  if (colours != NULL)
    g_string_append_printf (svg, " %s=\"%s\"", what, colours[ink]);
  else
    g_string_append_printf (svg, " class=\"%s-%d\"", what, (int) ink);
}

static void
put_element (GString *svg, const char *name, const char *id, const char *suffix, const char *text)
{
  g_string_append_printf (svg, "<%s id=\"%s%s\">", name, id, suffix);
  gs_markup_append_text (svg, text != NULL ? text : "");
  g_string_append_printf (svg, "</%s>\n", name);
}

static void
put_text (const GsShape *shape, const char *const *colours, GString *svg)
{
  static const char *const anchors[] = { "start", "middle", "end" };

  g_string_append (svg, "<text");
  put_number (svg, "x", shape->x);
  put_number (svg, "y", shape->y);
  put_number (svg, "font-size", shape->h);
  g_string_append_printf (svg, " text-anchor=\"%s\"", anchors[shape->align]);
  put_ink (svg, colours, "fill", shape->ink);
  g_string_append_c (svg, '>');
  gs_markup_append_text (svg, shape->text);
  g_string_append (svg, "</text>\n");
}

static void
put_arrow (const GsShape *shape, const char *const *colours, GString *svg)
{
  double tip = 4 + shape->width;
  double middle = (shape->x + shape->x2) / 2;
  const double numbers[] = { shape->x, shape->y, middle, shape->y, middle, shape->y2, shape->x2 - tip, shape->y2 };
  static const char *const marks[] = { "M", " ", " C", " ", " ", " ", " ", " " };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (svg, "<path fill=\"none\" d=\"");
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_string_append_printf (svg, "%s%s", marks[i], g_ascii_formatd (buffer, sizeof buffer, "%.1f", numbers[i]));
  g_string_append_c (svg, '"');
  put_number (svg, "stroke-width", shape->width);
  put_ink (svg, colours, "stroke", shape->ink);
  g_string_append (svg, "/>\n<path d=\"M");
  g_string_append (svg, g_ascii_formatd (buffer, sizeof buffer, "%.1f", shape->x2));
  g_string_append_c (svg, ' ');
  g_string_append (svg, g_ascii_formatd (buffer, sizeof buffer, "%.1f", shape->y2));
  g_string_append_printf (svg, " l%s -3 v6 z\"", g_ascii_formatd (buffer, sizeof buffer, "%.1f", -tip));
  put_ink (svg, colours, "fill", shape->ink);
  g_string_append (svg, "/>\n");
}

static void
put_box (const GsShape *shape, const char *const *colours, GString *svg)
{
  g_string_append (svg, "<rect rx=\"2\"");
  put_number (svg, "x", shape->x);
  put_number (svg, "y", shape->y);
  put_number (svg, "width", shape->w);
  put_number (svg, "height", shape->h);
  if (shape->kind == GS_SHAPE_FRAME)
    {
      g_string_append (svg, " fill=\"none\"");
      put_number (svg, "stroke-width", shape->width);
      put_ink (svg, colours, "stroke", shape->ink);
    }
  else
    put_ink (svg, colours, "fill", shape->ink);
  g_string_append (svg, "/>\n");
}

static void
put_shape (const GsShape *shape, const char *const *colours, GString *svg)
{
  switch (shape->kind)
    {
    case GS_SHAPE_BOX:
    case GS_SHAPE_FRAME:
      put_box (shape, colours, svg);
      break;

    case GS_SHAPE_LINE:
      g_string_append (svg, "<line");
      put_number (svg, "x1", shape->x);
      put_number (svg, "y1", shape->y);
      put_number (svg, "x2", shape->x2);
      put_number (svg, "y2", shape->y2);
      put_number (svg, "stroke-width", shape->width);
      put_ink (svg, colours, "stroke", shape->ink);
      g_string_append (svg, "/>\n");
      break;

    case GS_SHAPE_ARROW:
      put_arrow (shape, colours, svg);
      break;

    case GS_SHAPE_TEXT:
    default:
      put_text (shape, colours, svg);
      break;
    }
}

/**
 * gs_figure_to_svg:
 * @self: a drawing
 * @colours: (nullable): of the inks; %NULL: classes such as “fill-0” and “stroke-2” instead
 * @id: of this drawing among those of its page
 * @svg: gets the image appended, as one element
 */
void
gs_figure_to_svg (const GsFigure *self, const char *const *colours, const char *id, GString *svg)
{
  g_string_append (svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
  g_string_append_printf (svg, " aria-labelledby=\"%s-t %s-d\" viewBox=\"0 0 %d %d\"", id, id, (int) GS_FIGURE_WIDTH,
                          (int) self->height + 2);
  put_number (svg, "width", GS_FIGURE_WIDTH);
  put_number (svg, "height", (int) self->height + 2);
  g_string_append (svg, " font-family=\"sans-serif\">\n");
  put_element (svg, "title", id, "-t", self->title);
  put_element (svg, "desc", id, "-d", self->description);
  for (guint i = 0; i < self->shapes->len; i++)
    put_shape (&g_array_index (self->shapes, GsShape, i), colours, svg);
  g_string_append (svg, "</svg>\n");
}
