/* gs-page-origins.c: who relays whom on a question, as a drawing.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Publishers stand at the left, origins at the right; a line is as thick as
 * the claims that went that way. Every box at the right is an origin: there
 * are as many as the upper bound says. Those that may be the same are joined
 * by a bracket: as many as remain are the lower bound.
 */

#include "config.h"

#include "gs-page-private.h"

#include "gs-gettext.h"

#define COLUMNS 4
#define MAX_NODES 12 /* in a column */
#define MAX_TOLD 60  /* chains in words */
#define TOP 34.0
#define ROW 22.0
#define BOX_HEIGHT 16.0
#define BRACKET 14.0 /* room at the right */
#define SIZE 8.5

typedef struct
{
  guint column, row;
} Place;

typedef struct
{
  Place from, to;
  gint64 n_claims;
} Edge;

typedef struct
{
  const GsOrigins *origins;
  GPtrArray *columns[COLUMNS]; /* names, not owned; the last is of origins */
  GArray *order;               /* guint: places of the origins that are shown */
  GArray *edges;               /* Edge */
  guint n_columns, n_rows;
  gboolean more; /* than there is room for */
} Drawing;

static void
drawing_clear (Drawing *self)
{
  for (guint i = 0; i < COLUMNS; i++)
    g_ptr_array_unref (self->columns[i]);
  g_array_unref (self->order);
  g_array_unref (self->edges);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawing, drawing_clear)

static int
compare_groups (gconstpointer a, gconstpointer b, gpointer data)
{
  guint i = *(const guint *) a, j = *(const guint *) b;
  const GsOrigins *origins = data;
  const GsOrigin *x = origins->origins->pdata[i], *y = origins->origins->pdata[j];

  if (x->group != y->group)
    return x->group < y->group ? -1 : 1;

  return i < j ? -1 : i > j;
}

/* Which may be the same stand below each other. */
static void
place_origins (Drawing *self)
{
  GPtrArray *names = self->columns[self->n_columns - 1];

  for (guint i = 0; i < self->origins->origins->len; i++)
    g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_groups, (gpointer) self->origins);
  if (self->order->len > MAX_NODES)
    {
      g_array_set_size (self->order, MAX_NODES);
      self->more = TRUE;
    }
  for (guint i = 0; i < self->order->len; i++)
    {
      const GsOrigin *origin = self->origins->origins->pdata[g_array_index (self->order, guint, i)];

      g_ptr_array_add (names, (gpointer) gs_page_name (origin->name));
    }
}

static gboolean
place_relay (Drawing *self, guint column, const char *name, Place *place)
{
  GPtrArray *names = self->columns[column];
  guint row;

  place->column = column;
  if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, &row))
    {
      if (names->len >= MAX_NODES)
        {
          self->more = TRUE;
          return FALSE;
        }
      row = names->len;
      g_ptr_array_add (names, (gpointer) name);
    }
  place->row = row;

  return TRUE;
}

static void
add_edge (Drawing *self, Place from, Place to, gint64 n_claims)
{
  Edge edge = { from, to, n_claims };

  for (guint i = 0; i < self->edges->len; i++)
    {
      Edge *known = &g_array_index (self->edges, Edge, i);

      if (known->from.column == from.column && known->from.row == from.row && known->to.column == to.column
          && known->to.row == to.row)
        {
          known->n_claims += n_claims;
          return;
        }
    }
  g_array_append_val (self->edges, edge);
}

/* Whoever speaks for himself is publisher and origin; of a long chain, the first relays. */
static void
place_chain (Drawing *self, const GsOriginChain *chain, guint row)
{
  Place origin = { self->n_columns - 1, row };
  guint n_relays = CLAMP (chain->hops->len, 2, self->n_columns) - 1;
  Place before = { 0 };

  for (guint i = 0; i < n_relays && i < chain->hops->len; i++)
    {
      const GsOriginSource *hop = chain->hops->pdata[i];
      Place place;

      if (!place_relay (self, i, gs_page_name (hop->name), &place))
        return;
      if (i > 0)
        add_edge (self, before, place, chain->count);
      before = place;
    }
  add_edge (self, before, origin, chain->count);
}

static void
place_all (Drawing *self)
{
  const GPtrArray *chains = self->origins->chains;

  for (guint i = 0; i < COLUMNS; i++)
    self->columns[i] = g_ptr_array_new ();
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->n_columns = 2;
  for (guint i = 0; i < chains->len; i++)
    {
      const GsOriginChain *chain = chains->pdata[i];

      self->n_columns = CLAMP (chain->hops->len, self->n_columns, COLUMNS);
    }

  place_origins (self);
  for (guint row = 0; row < self->order->len; row++)
    {
      for (guint i = 0; i < chains->len; i++)
        {
          const GsOriginChain *chain = chains->pdata[i];

          if (chain->origin == g_array_index (self->order, guint, row))
            place_chain (self, chain, row);
        }
    }
  for (guint i = 0; i < self->n_columns; i++)
    self->n_rows = MAX (self->n_rows, self->columns[i]->len);
}

/* Shapes ------------------------------------------------------------------------- */

static double
box_width (const Drawing *self)
{
  static const double widths[] = { 0, 0, 190, 128, 98 };

  return widths[self->n_columns];
}

static double
left_of (const Drawing *self, guint column)
{
  return (GS_FIGURE_WIDTH - BRACKET - box_width (self)) * column / (self->n_columns - 1);
}

/* Shorter columns stand in the middle. */
static double
top_of (const Drawing *self, Place place)
{
  return TOP + ROW * (place.row + (self->n_rows - self->columns[place.column]->len) / 2.0);
}

static void
put_boxes (const Drawing *self, GsFigure *figure)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      for (guint j = 0; j < self->columns[i]->len; j++)
        {
          double x = left_of (self, i), y = top_of (self, (Place){ i, j });

          gs_figure_box (figure, GS_INK_PANEL, x, y, box_width (self), BOX_HEIGHT);
          gs_figure_text (figure, GS_INK_TEXT, GS_ALIGN_START, x + 4, y + 11, SIZE, box_width (self) - 8,
                          self->columns[i]->pdata[j]);
        }
    }
}

static void
put_edges (const Drawing *self, GsFigure *figure)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      const Edge *edge = &g_array_index (self->edges, Edge, i);

      gs_figure_arrow (figure, left_of (self, edge->from.column) + box_width (self),
                       top_of (self, edge->from) + BOX_HEIGHT / 2, left_of (self, edge->to.column),
                       top_of (self, edge->to) + BOX_HEIGHT / 2, MIN (0.7 + 0.3 * (double) edge->n_claims, 4));
    }
}

static guint
group_at (const Drawing *self, guint row)
{
  const GsOrigin *origin = self->origins->origins->pdata[g_array_index (self->order, guint, row)];

  return origin->group;
}

static void
put_bracket (const Drawing *self, GsFigure *figure, guint first, guint last)
{
  guint column = self->n_columns - 1;
  double x = GS_FIGURE_WIDTH - BRACKET / 2, box = GS_FIGURE_WIDTH - BRACKET;
  double top = top_of (self, (Place){ column, first }) + BOX_HEIGHT / 2;
  double bottom = top_of (self, (Place){ column, last }) + BOX_HEIGHT / 2;

  gs_figure_line (figure, GS_INK_DIM, x, top, x, bottom, 1.2);
  for (guint i = first; i <= last; i++)
    {
      double y = top_of (self, (Place){ column, i }) + BOX_HEIGHT / 2;

      gs_figure_line (figure, GS_INK_DIM, box, y, x, y, 1.2);
    }
}

static gboolean
put_brackets (const Drawing *self, GsFigure *figure)
{
  gboolean any = FALSE;

  for (guint i = 0, j; i < self->order->len; i = j)
    {
      for (j = i + 1; j < self->order->len && group_at (self, j) == group_at (self, i);)
        j++;
      if (j - i > 1)
        {
          put_bracket (self, figure, i, j - 1);
          any = TRUE;
        }
    }

  return any;
}

static void
put_remark (GsFigure *figure, const char *text)
{
  gs_figure_text (figure, GS_INK_DIM, GS_ALIGN_START, 0, figure->height + 14, SIZE, GS_FIGURE_WIDTH, text);
}

static char *
describe (const Drawing *self, const char *question)
{
  const GPtrArray *chains = self->origins->chains;
  GString *text = g_string_new (question);

  for (guint i = 0; i < MIN (chains->len, MAX_TOLD); i++)
    {
      const GsOriginChain *chain = chains->pdata[i];

      for (guint j = 0; j < chain->hops->len; j++)
        {
          const GsOriginSource *hop = chain->hops->pdata[j];

          g_string_append_printf (text, "%s%s", j > 0 ? GS_CHAIN_ARROW : " ", gs_page_name (hop->name));
        }
      g_string_append_printf (text, ": %" G_GINT64_FORMAT ".", chain->count);
    }

  return g_string_free (text, FALSE);
}

GsFigure *
gs_page_chart_origins (const GsOrigins *origins, const char *question)
{
  g_auto (Drawing) self = { .origins = origins };
  g_autofree char *count = gs_origins_describe (origins->lower, origins->upper, origins->outlets);
  g_autofree char *title = g_strdup_printf ("%s: %s", _ ("Who relays whom"), count);
  g_autoptr (GsFigure) figure = gs_figure_new (title);

  place_all (&self);
  if (origins->chains->len < 2)
    return NULL;

  gs_figure_text (figure, GS_INK_TEXT, GS_ALIGN_START, 0, 11, 10.5, GS_FIGURE_WIDTH, title);
  gs_figure_text (figure, GS_INK_DIM, GS_ALIGN_START, 0, 27, SIZE, box_width (&self), _ ("published by"));
  gs_figure_text (figure, GS_INK_DIM, GS_ALIGN_START, left_of (&self, self.n_columns - 1), 27, SIZE, box_width (&self),
                  _ ("first said by"));
  put_edges (&self, figure);
  put_boxes (&self, figure);
  if (put_brackets (&self, figure))
    put_remark (figure, _ ("Joined at the right: they may be one origin."));
  if (self.more)
    put_remark (figure, _ ("There are more sources than can be shown."));
  figure->description = describe (&self, question);

  return g_steal_pointer (&figure);
}
