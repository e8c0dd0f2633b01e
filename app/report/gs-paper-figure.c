/* gs-paper-figure.c: a drawing on a page.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-paper.h"

/**
 * gs_paper_set_ink:
 * @cr: a context
 * @ink: what is drawn with next
 */
void
gs_paper_set_ink (cairo_t *cr, GsInk ink)
{
  PangoColor colour;

  pango_color_parse (&colour, gs_figure_colours[ink]);
  cairo_set_source_rgb (cr, colour.red / 65535.0, colour.green / 65535.0, colour.blue / 65535.0);
}

static void
draw_text (const GsShape *shape, PangoContext *context, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (GS_PAPER_FAMILIES);
  double width, x = shape->x;
  g_autofree char *words = gs_paper_plain (shape->text);
  int pango_width;

  pango_font_description_set_absolute_size (font, shape->h * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, words, -1);
  pango_font_description_free (font);
  pango_layout_get_size (layout, &pango_width, NULL);
  if (pango_width > shape->w * PANGO_SCALE)
    {
      pango_layout_set_width (layout, (int) (shape->w * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_size (layout, &pango_width, NULL);
    }

  width = (double) pango_width / PANGO_SCALE;
  if (shape->align == GS_ALIGN_MIDDLE)
    x -= width / 2;
  else if (shape->align == GS_ALIGN_END)
    x -= width;
  cairo_move_to (cr, x, shape->y);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (layout, 0));
}

static void
draw_arrow (const GsShape *shape, cairo_t *cr)
{
  double tip = 4 + shape->width;
  double middle = (shape->x + shape->x2) / 2;

  cairo_move_to (cr, shape->x, shape->y);
  cairo_curve_to (cr, middle, shape->y, middle, shape->y2, shape->x2 - tip, shape->y2);
  cairo_set_line_width (cr, shape->width);
  cairo_stroke (cr);
  cairo_move_to (cr, shape->x2, shape->y2);
  cairo_rel_line_to (cr, -tip, -3);
  cairo_rel_line_to (cr, 0, 6);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/**
 * gs_paper_draw_figure:
 * @figure: what to draw
 * @context: of gs_paper_context_new()
 * @cr: where, at its origin
 */
void
gs_paper_draw_figure (const GsFigure *figure, PangoContext *context, cairo_t *cr)
{
  for (guint i = 0; i < figure->shapes->len; i++)
    {
      const GsShape *shape = &g_array_index (figure->shapes, GsShape, i);

      gs_paper_set_ink (cr, shape->ink);
      switch (shape->kind)
        {
        case GS_SHAPE_BOX:
          cairo_rectangle (cr, shape->x, shape->y, shape->w, shape->h);
          cairo_fill (cr);
          break;

        case GS_SHAPE_FRAME:
          cairo_rectangle (cr, shape->x, shape->y, shape->w, shape->h);
          cairo_set_line_width (cr, shape->width);
          cairo_stroke (cr);
          break;

        case GS_SHAPE_LINE:
          cairo_move_to (cr, shape->x, shape->y);
          cairo_line_to (cr, shape->x2, shape->y2);
          cairo_set_line_width (cr, shape->width);
          cairo_stroke (cr);
          break;

        case GS_SHAPE_ARROW:
          draw_arrow (shape, cr);
          break;

        case GS_SHAPE_TEXT:
        default:
          draw_text (shape, context, cr);
          break;
        }
    }
}
