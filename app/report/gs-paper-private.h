/* gs-paper-private.h: what the parts of the layout share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All there is are columns of lines beside each other: a paragraph is one, a
 * row of a table several. They break between lines wherever a page ends. A
 * heading waits for what comes after it, so that neither stands alone; so do
 * the parts of a claim or a pair, which stays whole where it fits.
 */

#pragma once

#include "gs-paper.h"

G_BEGIN_DECLS

#define GS_PAPER_MARGIN_X 48.0
#define GS_PAPER_MARGIN_TOP 50.0
#define GS_PAPER_MARGIN_BOTTOM 58.0
#define GS_PAPER_GAP 14.0        /* between columns */
#define GS_PAPER_NUMBERS 58.0    /* width of a column of numbers */
#define GS_PAPER_INDENT 11.0     /* of a claim, after its bar */
#define GS_PAPER_PADDING 5.0     /* within a panel */

typedef struct
{
  GsPaperText *text; /* (nullable): owned by the column */
  PangoLayoutLine *line;
  double indent;
  double before; /* above it, unless it is the first on a page */
  double height;
  double baseline;
  gboolean panel; /* behind it */
} GsPaperLine;

typedef struct
{
  double x, width;
  GArray *lines;    /* GsPaperLine */
  GPtrArray *texts; /* GsPaperText */
  guint next;       /* line to be drawn */
} GsPaperColumn;

/* What waits for a page. */
typedef struct
{
  GPtrArray *columns; /* GsPaperColumn */
  const char *tag;    /* of PDF */
  double before;
  double after;
  gboolean rule; /* below it */
  guint together;      /* lines that stand on one page */
  gboolean is_heading; /* of what comes next */
} GsPaperBand;

typedef struct
{
  GsPageSink parent;
  const GsPaperTarget *target;
  gpointer target_data;
  PangoContext *context;
  double page_width, page_height;
  cairo_t *cr; /* of the open page, else NULL */
  guint n_pages;
  double y;
  gboolean at_top;
  GPtrArray *headings; /* GsPaperBand, waiting */
  GPtrArray *group;    /* GsPaperBand of what stays whole, waiting; else NULL */
  double group_height;
  GPtrArray *anchors;  /* of what comes next */
  GsInk bar;           /* at the left of a claim */
  gboolean has_bar;
  GsPageTable table;
  GPtrArray *heads; /* GsPhrase of the open table; NULL when it has none */
  gboolean in_table;
} GsPaperSink;

GsPaperBand   *gs_paper_band_new   (const char    *tag,
                                    double         before);
void           gs_paper_band_free  (gpointer       data);
GsPaperColumn *gs_paper_band_add   (GsPaperBand   *self,
                                    double         x,
                                    double         width);
void           gs_paper_column_add (GsPaperColumn  *self,
                                    PangoContext   *context,
                                    GsFace          face,
                                    const GsPhrase *phrase,
                                    double          before,
                                    gboolean        at_end);

double         gs_paper_width      (const GsPaperSink *self);
/* A page that has room for @height, with the headings that wait. */
void           gs_paper_make_room  (GsPaperSink   *self,
                                    double         height);
/* Takes @band over; its first lines, @together, stand on one page. */
void           gs_paper_put_band   (GsPaperSink   *self,
                                    GsPaperBand   *band,
                                    guint          together);
/* What is put between these stands on one page, unless it is long. */
void           gs_paper_open_group (GsPaperSink   *self);
void           gs_paper_close_group (GsPaperSink  *self);
void           gs_paper_put_heading (GsPaperSink  *self,
                                    GsPaperBand   *band);
void           gs_paper_draw_band  (GsPaperSink   *self,
                                    GsPaperBand   *band);
void           gs_paper_end_page   (GsPaperSink   *self);
/* Names of the columns of the open table. */
void           gs_paper_put_heads  (GsPaperSink   *self);

G_END_DECLS
