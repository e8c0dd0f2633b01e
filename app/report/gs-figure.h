/* gs-figure.h: a drawing in a report.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few shapes in points, from the top left. Whoever shows it chooses the
 * colours: a page may be dark, and paper has fewer.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As wide as a page between its margins. */
#define GS_FIGURE_WIDTH 480.0

typedef enum
{
  GS_INK_TEXT,
  GS_INK_DIM,
  GS_INK_LINE,
  GS_INK_PANEL,
  GS_INK_ASSERTS,
  GS_INK_DENIES,
  GS_INK_LINK,
  GS_N_INKS,
} GsInk;

typedef enum
{
  GS_SHAPE_BOX,
  GS_SHAPE_FRAME, /* an empty box */
  GS_SHAPE_LINE,
  GS_SHAPE_ARROW, /* a curve from left to right with a head */
  GS_SHAPE_TEXT,
} GsShapeKind;

typedef enum
{
  GS_ALIGN_START,
  GS_ALIGN_MIDDLE,
  GS_ALIGN_END,
} GsAlign;

/* Box, frame: corner and size. Line, arrow: both ends. Text: where its baseline
 * begins, is in the middle, or ends; h is its size, w how wide it may get. */
typedef struct
{
  GsShapeKind kind;
  GsInk       ink;
  double      x, y, w, h;
  double      x2, y2;
  double      width; /* of a line, an arrow or a frame's rim */
  GsAlign     align;
  char       *text;
} GsShape;

typedef struct
{
  char   *title;
  char   *description; /* what it shows, for those who do not see it */
  double  height;
  GArray *shapes; /* GsShape */
} GsFigure;

GsFigure *gs_figure_new    (const char  *title);
void      gs_figure_free   (GsFigure    *self);
void      gs_figure_box    (GsFigure    *self,
                            GsInk        ink,
                            double       x,
                            double       y,
                            double       w,
                            double       h);
void      gs_figure_frame  (GsFigure    *self,
                            GsInk        ink,
                            double       x,
                            double       y,
                            double       w,
                            double       h);
void      gs_figure_line   (GsFigure    *self,
                            GsInk        ink,
                            double       x,
                            double       y,
                            double       x2,
                            double       y2,
                            double       width);
void      gs_figure_arrow  (GsFigure    *self,
                            double       x,
                            double       y,
                            double       x2,
                            double       y2,
                            double       width);
void      gs_figure_text   (GsFigure    *self,
                            GsInk        ink,
                            GsAlign      align,
                            double       x,
                            double       y,
                            double       size,
                            double       room,
                            const char  *text);

/* A standing SVG image. @colours: (nullable): of the inks; NULL: classes ink-0 … */
void      gs_figure_to_svg (const GsFigure     *self,
                            const char * const *colours,
                            const char         *id,
                            GString            *svg);

/* For paper. */
extern const char * const gs_figure_colours[GS_N_INKS];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsFigure, gs_figure_free)

G_END_DECLS
