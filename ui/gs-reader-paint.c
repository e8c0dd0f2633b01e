/* gs-reader-paint.c: what highlights look like on one paragraph.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where claims overlap, the fill is the mean of their colours and grows
 * stronger only up to a bound, so that the text on it stays readable; a line
 * below the text for each of the first three tells them apart.
 */

#include "config.h"

#include "gs-reader-paint.h"

#include "gs-palette.h"
#include "gs-reader-measure.h"

#define LANES 3
#define LANE_HEIGHT 2.f
#define MARK_WIDTH 4.f
#define MARK_STEP 7.f
#define MARK_EDGE 4.f

/* Where a claim begins or ends in the paragraph. */
typedef struct
{
  gint64 offset; /* view offset */
  gboolean begins;
  guint key;
} Edge;

typedef struct
{
  GtkTextView *view;
  const GsReaderText *text;
  GsReaderClaims *claims;
  const GsReaderPalette *palette;
  gint64 start; /* of the paragraph, view offsets */
  gint64 end;
  int top; /* of the paragraph, buffer coordinates */
  GArray *edges;

  /* The claims that cover the place reached. */
  GdkRGBA sum;
  guint count;
  gboolean taken[LANES];
  guint lanes[LANES];

  GsReaderLine line;
  GtkSnapshot *fills;
  GtkSnapshot *marks;
  guint n_marks; /* on this line */
} Painter;

/**
 * gs_painted_paragraph_free:
 * @self: (nullable) (transfer full): a paragraph
 */
void
gs_painted_paragraph_free (GsPaintedParagraph *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->text, gsk_render_node_unref);
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  g_free (self);
}

static GdkRGBA
colour_of (const GsReaderClaim *claim, const GsReaderPalette *palette)
{
  return claim->has_colour ? claim->colour : palette->accent;
}

static GdkRGBA
strong (GdkRGBA colour, const GsReaderPalette *palette)
{
  gs_palette_adapt (&colour, palette->dark);

  return colour;
}

static gboolean
collect_edges (const GsSpanEntry *entry, gpointer user_data)
{
  Painter *painter = user_data;
  gint64 start = gs_reader_text_to_view (painter->text, entry->start);
  gint64 end = gs_reader_text_end_to_view (painter->text, entry->end);
  Edge edge = { MAX (start, painter->start), TRUE, entry->key };

  if (MIN (end, painter->end) <= edge.offset)
    return TRUE;

  g_array_append_val (painter->edges, edge);
  edge = (Edge){ MIN (end, painter->end), FALSE, entry->key };
  g_array_append_val (painter->edges, edge);

  return TRUE;
}

static int
compare_edges (gconstpointer a, gconstpointer b)
{
  const Edge *one = a;
  const Edge *two = b;

  if (one->offset != two->offset)
    return one->offset < two->offset ? -1 : 1;
  /* What ends leaves its lane to what begins. */
  if (one->begins != two->begins)
    return one->begins ? 1 : -1;

  return one->key < two->key ? -1 : one->key > two->key;
}

static void
enter_claim (Painter *painter, guint key)
{
  GdkRGBA colour = colour_of (gs_reader_claims_get (painter->claims, key), painter->palette);

  painter->sum.red += colour.red;
  painter->sum.green += colour.green;
  painter->sum.blue += colour.blue;
  painter->count++;

  for (guint i = 0; i < LANES; i++)
    {
      if (!painter->taken[i])
        {
          painter->taken[i] = TRUE;
          painter->lanes[i] = key;
          return;
        }
    }
}

static void
leave_claim (Painter *painter, guint key)
{
  GdkRGBA colour = colour_of (gs_reader_claims_get (painter->claims, key), painter->palette);

  painter->sum.red -= colour.red;
  painter->sum.green -= colour.green;
  painter->sum.blue -= colour.blue;
  painter->count--;

  for (guint i = 0; i < LANES; i++)
    {
      if (painter->taken[i] && painter->lanes[i] == key)
        painter->taken[i] = FALSE;
    }
}

static GdkRGBA
blend (const Painter *painter)
{
  float n = (float) painter->count;
  float most = GS_READER_MOST_FILL (painter->palette->dark);

  return (GdkRGBA){
    .red = CLAMP (painter->sum.red / n, 0.f, 1.f),
    .green = CLAMP (painter->sum.green / n, 0.f, 1.f),
    .blue = CLAMP (painter->sum.blue / n, 0.f, 1.f),
    .alpha = MIN (most - 0.21f + 0.07f * (n - 1.f), most),
  };
}

static void
fill_run (float x, float width, gpointer user_data)
{
  Painter *painter = user_data;
  GdkRGBA colour = blend (painter);
  float y = (float) (painter->line.y - painter->top);
  float bottom = y + (float) painter->line.height;

  gtk_snapshot_append_color (painter->fills, &colour, &GRAPHENE_RECT_INIT (x, y, width, bottom - y));

  for (guint i = 0; i < LANES; i++)
    {
      GdkRGBA bar;

      if (!painter->taken[i])
        continue;

      bar = strong (colour_of (gs_reader_claims_get (painter->claims, painter->lanes[i]), painter->palette),
                    painter->palette);
      gtk_snapshot_append_color (painter->fills, &bar,
                                 &GRAPHENE_RECT_INIT (x, bottom + (float) i * (LANE_HEIGHT + 1.f) - LANE_HEIGHT, width,
                                                      LANE_HEIGHT));
    }
}

/* A mark in the margin for a claim that begins on this line; more than three
 * on one line are as many as an eye needs. */
static void
mark_begin (Painter *painter, guint key)
{
  const GsReaderClaim *claim = gs_reader_claims_get (painter->claims, key);
  GdkRGBA colour = strong (colour_of (claim, painter->palette), painter->palette);
  graphene_rect_t area;
  GskRoundedRect shape;

  /* It may have begun in an earlier paragraph. */
  if (gs_reader_text_to_view (painter->text, claim->start) < painter->start || painter->n_marks >= LANES)
    return;

  graphene_rect_init (&area, -MARK_EDGE - MARK_WIDTH - (float) painter->n_marks * MARK_STEP,
                      (float) (painter->line.y - painter->top) + 1.f, MARK_WIDTH, (float) painter->line.height - 2.f);
  gsk_rounded_rect_init_from_rect (&shape, &area, MARK_WIDTH / 2.f);
  gtk_snapshot_push_rounded_clip (painter->marks, &shape);
  gtk_snapshot_append_color (painter->marks, &colour, &area);
  gtk_snapshot_pop (painter->marks);
  painter->n_marks++;
}

/* Goes through the line, from edge to edge. */
static void
paint_line (Painter *painter, guint *next)
{
  gint64 reached = painter->line.start;

  painter->n_marks = 0;
  while (TRUE)
    {
      const Edge *edge = *next < painter->edges->len ? &g_array_index (painter->edges, Edge, *next) : NULL;
      gboolean here =
        edge != NULL && (edge->offset < painter->line.end || (edge->offset == painter->line.end && !edge->begins));
      gint64 until = here ? edge->offset : painter->line.end;

      if (painter->count > 0 && until > reached)
        gs_reader_line_measure (&painter->line, reached, until, fill_run, painter);
      reached = MAX (reached, until);
      if (!here)
        return;

      (*next)++;
      if (edge->begins)
        {
          enter_claim (painter, edge->key);
          mark_begin (painter, edge->key);
        }
      else
        {
          leave_claim (painter, edge->key);
        }
    }
}

static void
paint_lines (Painter *painter, const GtkTextIter *start, gboolean mixed)
{
  guint next = 0;

  gs_reader_line_init (&painter->line, painter->view, start, mixed);
  do
    paint_line (painter, &next);
  while (next < painter->edges->len && gs_reader_line_advance (&painter->line));
}

/**
 * gs_reader_paint_paragraph:
 * @view: shows @text
 * @start: the first character of the paragraph
 * @text: a text
 * @claims: the claims on it
 * @palette: where the colours come from
 *
 * Returns: (transfer full): highlights and marks of the paragraph
 */
GsPaintedParagraph *
gs_reader_paint_paragraph (GtkTextView *view,
                           const GtkTextIter *start,
                           const GsReaderText *text,
                           GsReaderClaims *claims,
                           const GsReaderPalette *palette)
{
  GsPaintedParagraph *painted = g_new0 (GsPaintedParagraph, 1);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  Painter painter = { .view = view, .text = text, .claims = claims, .palette = palette, .edges = edges };
  GtkTextIter end = *start;
  gint64 first;
  gint64 last;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  painter.start = gtk_text_iter_get_offset (start);
  painter.end = gtk_text_iter_get_offset (&end);

  first = gs_reader_text_from_view (text, painter.start);
  last = gs_reader_text_from_view (text, painter.end);
  gs_span_index_query (gs_reader_claims_index (claims), first, last, collect_edges, &painter);
  if (edges->len == 0)
    return painted;

  g_array_sort (edges, compare_edges);
  gtk_text_view_get_line_yrange (view, start, &painter.top, NULL);
  painter.fills = gtk_snapshot_new ();
  painter.marks = gtk_snapshot_new ();
  paint_lines (&painter, start, gs_reader_text_is_mixed (text, first, last));
  painted->text = gtk_snapshot_free_to_node (painter.fills);
  painted->marks = gtk_snapshot_free_to_node (painter.marks);

  return painted;
}

/**
 * gs_reader_paint_active:
 * @view: shows @text
 * @snapshot: what to paint on
 * @visible: what can be seen, in buffer coordinates
 * @text: a text
 * @claim: the claim to emphasise with a stronger colour and an outline
 * @palette: where the colours come from
 */
void
gs_reader_paint_active (GtkTextView *view,
                        GtkSnapshot *snapshot,
                        const GdkRectangle *visible,
                        const GsReaderText *text,
                        const GsReaderClaim *claim,
                        const GsReaderPalette *palette)
{
  g_autoptr (GArray) area = gs_reader_measure_range (view, text, claim->start, claim->end, visible);
  GdkRGBA fill = colour_of (claim, palette);
  GdkRGBA line = strong (fill, palette);

  fill.alpha = 0.22f;
  for (guint i = 0; i < area->len; i++)
    {
      graphene_rect_t rect = g_array_index (area, graphene_rect_t, i);
      GskRoundedRect outline;

      graphene_rect_inset (&rect, -2.f, -1.f);
      gsk_rounded_rect_init_from_rect (&outline, &rect, 4.f);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &fill, &rect);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_border (snapshot, &outline, (float[]){ 1.5f, 1.5f, 1.5f, 1.5f },
                                  (GdkRGBA[]){ line, line, line, line });
    }
}
