/* gs-pdf-columns.c: the order in which the columns of a page are read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Poppler reads columns apart where the gutter is wide. Newspapers have narrow
 * ones, so they are looked for here: strips that hardly a line of the body
 * crosses, with running text on both sides. What does cross them (a headline)
 * parts the page into bands, and each band is read column by column. A page
 * without such strips keeps the order it came in.
 */

#include "config.h"

#include <math.h>
#include <string.h>

#include "gs-pdf-layout.h"

/* Points. */
#define BIN 2.0
#define MAX_BINS 1500
#define MAX_GUTTERS 6
#define MIN_LINES 4
/* How far pieces of one line are apart, in its font's size. */
#define MAX_BETWEEN 4.0
/* Bytes of text in a line; a table's cells have less. */
#define MIN_LENGTH 15
/* One line in so many may cross a gutter. */
#define FEW 50

typedef struct
{
  const GsPdfLines *lines;
  guint first; /* of the page's lines */
  guint end;
  double body;
  double gutters[MAX_GUTTERS];
  guint n_gutters;
} Page;

static gboolean
is_body (const Page *self, const GsPdfLine *line)
{
  return !line->furniture && fabs (line->size - self->body) < 0.12 * self->body;
}

static guint
bin_of (double x)
{
  return (guint) CLAMP (x / BIN, 0.0, MAX_BINS - 1.0);
}

/* How many lines of the body lie over each bin. Returns: how many there are. */
static guint
count_cover (const Page *self, guint *cover)
{
  guint n = 0;

  for (guint i = self->first; i < self->end; i++)
    {
      const GsPdfLine *line = gs_pdf_line (self->lines, i);

      if (!is_body (self, line))
        continue;
      n++;
      for (guint bin = bin_of (line->x0); bin <= bin_of (line->x1 - 0.5); bin++)
        cover[bin]++;
    }

  return n;
}

/* Whether there is running text on this side of @x. */
static gboolean
has_text_beside (const Page *self, double x, gboolean left)
{
  gboolean rows[MAX_BINS] = { FALSE };
  guint n = 0;
  gsize bytes = 0;

  for (guint i = self->first; i < self->end; i++)
    {
      const GsPdfLine *line = gs_pdf_line (self->lines, i);

      if (is_body (self, line) && (left ? line->x1 <= x : line->x0 >= x))
        {
          n += !rows[bin_of (line->y1)];
          rows[bin_of (line->y1)] = TRUE;
          bytes += strlen (line->text);
        }
    }

  return n >= MIN_LINES && bytes >= (gsize) n * MIN_LENGTH;
}

static void
find_gutters (Page *self)
{
  guint cover[MAX_BINS] = { 0 };
  guint n = count_cover (self, cover);
  guint wanted = (guint) MAX (2.0, 0.5 * self->body / BIN);
  guint run = 0;

  for (guint bin = 0; bin < MAX_BINS && n >= 2 * MIN_LINES && self->n_gutters < MAX_GUTTERS; bin++)
    {
      double middle = (bin - run / 2.0) * BIN;

      if (cover[bin] * FEW <= n)
        {
          run++;
          continue;
        }
      if (run >= wanted && has_text_beside (self, middle, TRUE) && has_text_beside (self, middle, FALSE))
        self->gutters[self->n_gutters++] = middle;
      run = 0;
    }
}

static gboolean
is_spanning (const Page *self, const GsPdfLine *line)
{
  for (guint i = 0; i < self->n_gutters; i++)
    {
      if (line->x0 < self->gutters[i] - BIN && line->x1 > self->gutters[i] + BIN)
        return TRUE;
    }

  return FALSE;
}

static guint
column_of (const Page *self, const GsPdfLine *line)
{
  guint column = 0;

  while (column < self->n_gutters && (line->x0 + line->x1) / 2.0 > self->gutters[column])
    column++;

  return column;
}

/* From top to bottom; pieces of one line from left to right. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const GsPdfLine *one = a;
  const GsPdfLine *other = b;
  double down = one->y1 - other->y1;

  if (fabs (down) < 0.3 * MIN (one->size, other->size))
    return one->x0 < other->x0 ? -1 : one->x0 > other->x0;

  return down < 0.0 ? -1 : 1;
}

static void
put_band (const Page *self, const GArray *sorted, guint first, guint end, GArray *ordered)
{
  for (guint column = 0; column <= self->n_gutters; column++)
    {
      for (guint i = first; i < end; i++)
        {
          const GsPdfLine *line = &g_array_index (sorted, GsPdfLine, i);

          if (column_of (self, line) == column)
            g_array_append_val (ordered, *line);
        }
    }
}

static void
order_page (const Page *self, GArray *ordered)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (GsPdfLine));
  guint band = 0;

  g_array_append_vals (sorted, gs_pdf_line (self->lines, self->first), self->end - self->first);
  g_array_sort (sorted, compare_places);
  for (guint i = 0; i < sorted->len; i++)
    {
      const GsPdfLine *line = &g_array_index (sorted, GsPdfLine, i);

      if (!is_spanning (self, line))
        continue;
      put_band (self, sorted, band, i, ordered);
      g_array_append_val (ordered, *line);
      band = i + 1;
    }
  put_band (self, sorted, band, sorted->len, ordered);
}

/* Two pieces of one line: what justifies it, or a tab, lies between them. */
static gboolean
are_pieces (const GsPdfLine *a, const GsPdfLine *b)
{
  return a->page == b->page && fabs (a->y1 - b->y1) < 0.3 * a->size && fabs (a->size - b->size) < 0.12 * a->size
         && b->x0 >= a->x1 && b->x0 - a->x1 < MAX_BETWEEN * a->size;
}

static void
join_pieces (GsPdfLines *lines)
{
  guint kept = 0;

  for (guint i = 1; i < lines->lines->len; i++)
    {
      GsPdfLine *last = gs_pdf_line (lines, kept);
      GsPdfLine *line = gs_pdf_line (lines, i);

      if (are_pieces (last, line))
        {
          g_autofree char *before = last->text;
          g_autofree char *after = g_steal_pointer (&line->text);

          last->text = g_strconcat (before, " ", after, NULL);
          last->x1 = line->x1;
          last->y0 = MIN (last->y0, line->y0);
          last->bold = last->bold && line->bold;
          continue;
        }
      kept++;
      if (kept < i)
        {
          *gs_pdf_line (lines, kept) = *line;
          line->text = NULL;
        }
    }
  if (lines->lines->len > 0)
    g_array_set_size (lines->lines, kept + 1);
}

/**
 * gs_pdf_order_columns:
 * @lines: lines and pieces of lines, furniture marked; put in reading order, the pieces
 *   joined
 */
void
gs_pdf_order_columns (GsPdfLines *lines)
{
  double body = gs_pdf_body_size (lines);
  guint end;

  for (guint first = 0; first < lines->lines->len; first = end)
    {
      Page page = { .lines = lines, .first = first, .body = body };
      g_autoptr (GArray) ordered = g_array_new (FALSE, FALSE, sizeof (GsPdfLine));

      for (end = first; end < lines->lines->len; end++)
        {
          if (gs_pdf_line (lines, end)->page != gs_pdf_line (lines, first)->page)
            break;
        }
      page.end = end;
      find_gutters (&page);
      if (page.n_gutters == 0)
        continue;
      order_page (&page, ordered);
      memcpy (gs_pdf_line (lines, first), ordered->data, ordered->len * sizeof (GsPdfLine));
    }
  join_pieces (lines);
}
