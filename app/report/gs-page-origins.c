/* gs-page-origins.c: who relays whom on a question, as a drawing.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishers stand at the left, who said it first at the right; a line is as
 * thick as the claims that went that way.
 */

#include "config.h"

#include "gs-page-private.h"

#include "gs-gettext.h"

#define COLUMNS 4
#define MAX_NODES 10 /* in a column */
#define TOP 34.0
#define ROW 22.0
#define BOX_HEIGHT 16.0
#define BOX_WIDTH 102.0

typedef struct
{
  char *name;
  guint n_claims;
} Node;

typedef struct
{
  guint column, from, to; /* from a node of the column to one of the next */
  guint n_claims;
} Edge;

struct _GsPageOrigins
{
  GArray *columns[COLUMNS]; /* Node */
  GArray *edges;            /* Edge */
  guint n_columns;
  guint n_claims;
  guint more; /* sources there is no room for */
};

static void
node_clear (gpointer data)
{
  g_free (((Node *) data)->name);
}

GsPageOrigins *
gs_page_origins_new (void)
{
  GsPageOrigins *self = g_new0 (GsPageOrigins, 1);

  for (guint i = 0; i < COLUMNS; i++)
    {
      self->columns[i] = g_array_new (FALSE, TRUE, sizeof (Node));
      g_array_set_clear_func (self->columns[i], node_clear);
    }
  self->edges = g_array_new (FALSE, TRUE, sizeof (Edge));

  return self;
}

void
gs_page_origins_free (GsPageOrigins *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < COLUMNS; i++)
    g_array_unref (self->columns[i]);
  g_array_unref (self->edges);
  g_free (self);
}

/* Number of the source in its column; -1 when that is full. */
static int
find_node (GsPageOrigins *self, guint column, const char *name)
{
  GArray *nodes = self->columns[column];
  Node node = { NULL, 1 };

  for (guint i = 0; i < nodes->len; i++)
    {
      if (g_str_equal (g_array_index (nodes, Node, i).name, name))
        {
          g_array_index (nodes, Node, i).n_claims++;
          return (int) i;
        }
    }

  if (nodes->len >= MAX_NODES)
    {
      self->more++;
      return -1;
    }
  node.name = g_strdup (name);
  g_array_append_val (nodes, node);
  self->n_columns = MAX (self->n_columns, column + 1);

  return (int) nodes->len - 1;
}

static void
add_edge (GsPageOrigins *self, guint column, int from, int to)
{
  Edge edge = { column, (guint) from, (guint) to, 1 };

  if (from < 0 || to < 0)
    return;

  for (guint i = 0; i < self->edges->len; i++)
    {
      Edge *known = &g_array_index (self->edges, Edge, i);

      if (known->column == column && known->from == edge.from && known->to == edge.to)
        {
          known->n_claims++;
          return;
        }
    }
  g_array_append_val (self->edges, edge);
}

/* Of a longer chain, the first sources and the last. */
void
gs_page_origins_add (GsPageOrigins *self, GsPage *page, const GsClaimRecord *claim)
{
  guint n = MIN (claim->hops->len, COLUMNS);
  int before = -1;

  for (guint i = 0; i < n; i++)
    {
      const GsHopRecord *hop = claim->hops->pdata[i + 1 == n ? claim->hops->len - 1 : i];
      const char *name = gs_report_catalogue_source (page->catalogue, hop->source);
      int node = find_node (self, i, *name != '\0' ? name : "?");

      if (i > 0)
        add_edge (self, i - 1, before, node);
      before = node;
    }
  if (n > 0)
    self->n_claims++;
}

static double
left_of (const GsPageOrigins *self, guint column)
{
  return self->n_columns > 1 ? (GS_FIGURE_WIDTH - BOX_WIDTH) * column / (self->n_columns - 1) : 0;
}

static double
top_of (guint row)
{
  return TOP + row * ROW;
}

static void
put_nodes (const GsPageOrigins *self, GsFigure *figure)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      for (guint j = 0; j < self->columns[i]->len; j++)
        {
          gs_figure_box (figure, GS_INK_PANEL, left_of (self, i), top_of (j), BOX_WIDTH, BOX_HEIGHT);
          gs_figure_text (figure, GS_INK_TEXT, GS_ALIGN_START, left_of (self, i) + 4, top_of (j) + 11, 8.5,
                          BOX_WIDTH - 8, g_array_index (self->columns[i], Node, j).name);
        }
    }
}

static void
put_edges (const GsPageOrigins *self, GsFigure *figure, GString *description)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, i);
      const Node *from = &g_array_index (self->columns[edge->column], Node, edge->from);
      const Node *to = &g_array_index (self->columns[edge->column + 1], Node, edge->to);

      gs_figure_arrow (figure, left_of (self, edge->column) + BOX_WIDTH, top_of (edge->from) + BOX_HEIGHT / 2,
                       left_of (self, edge->column + 1), top_of (edge->to) + BOX_HEIGHT / 2,
                       MIN (0.7 + 0.3 * edge->n_claims, 4));
      g_string_append_printf (description, " %s › %s: %u.", from->name, to->name, edge->n_claims);
    }
}

GsFigure *
gs_page_origins_draw (GsPageOrigins *self, const char *question)
{
  g_autoptr (GsFigure) figure = NULL;
  g_autoptr (GString) description = NULL;

  if (self->edges->len < 2)
    return NULL;

  figure = gs_figure_new (_ ("Who relays whom"));
  description = g_string_new (question);
  gs_figure_text (figure, GS_INK_TEXT, GS_ALIGN_START, 0, 11, 10.5, GS_FIGURE_WIDTH, figure->title);
  gs_figure_text (figure, GS_INK_DIM, GS_ALIGN_START, 0, 27, 8.5, BOX_WIDTH, _ ("published by"));
  gs_figure_text (figure, GS_INK_DIM, GS_ALIGN_START, left_of (self, self->n_columns - 1), 27, 8.5, BOX_WIDTH,
                  _ ("first said by"));
  put_edges (self, figure, description);
  put_nodes (self, figure);
  if (self->more > 0)
    gs_figure_text (figure, GS_INK_DIM, GS_ALIGN_START, 0, figure->height + 13, 8.5, GS_FIGURE_WIDTH,
                    _ ("There are more sources than can be shown."));
  figure->description = g_string_free (g_steal_pointer (&description), FALSE);

  return g_steal_pointer (&figure);
}
