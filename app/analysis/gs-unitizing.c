/* gs-unitizing.c: how far annotators agree on where places begin and end.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-unitizing.h"

#include <math.h>

struct _GsUnitizing
{
  GArray *units;   /* double: lengths, of all annotators */
  GArray *gaps;    /* double: lengths */
  double observed; /* disagreement of all pairs of annotators */
  double total;    /* what was looked at, by each annotator */
};

/**
 * gs_unitizing_new:
 *
 * Returns: (transfer full): nothing seen yet
 */
GsUnitizing *
gs_unitizing_new (void)
{
  GsUnitizing *self = g_new0 (GsUnitizing, 1);

  self->units = g_array_new (FALSE, FALSE, sizeof (double));
  self->gaps = g_array_new (FALSE, FALSE, sizeof (double));

  return self;
}

/**
 * gs_unitizing_free:
 * @self: (nullable) (transfer full): what gs_unitizing_new() has made
 */
void
gs_unitizing_free (GsUnitizing *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->units);
  g_array_unref (self->gaps);
  g_free (self);
}

static void
append (GArray *lengths, gint64 length)
{
  double value = (double) length;

  if (length > 0)
    g_array_append_val (lengths, value);
}

/* Of one annotator, without overlaps. */
static GArray *
unite (const GArray *stretches)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (GsStretch));

  for (guint i = 0; i < stretches->len; i++)
    {
      const GsStretch *stretch = &g_array_index (stretches, GsStretch, i);
      GsStretch *last = units->len > 0 ? &g_array_index (units, GsStretch, units->len - 1) : NULL;

      if (last != NULL && stretch->start < last->end)
        last->end = MAX (last->end, stretch->end);
      else
        g_array_append_val (units, *stretch);
    }

  return units;
}

static void
count_sections (GsUnitizing *self, const GArray *units, gint64 length)
{
  gint64 at = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const GsStretch *unit = &g_array_index (units, GsStretch, i);

      append (self->gaps, unit->start - at);
      append (self->units, unit->end - unit->start);
      at = unit->end;
    }
  append (self->gaps, length - at);
}

static double
square (gint64 number)
{
  return (double) number * (double) number;
}

/* Of the units of one with those of the other, each meeting once; and of its
 * units that lie in a gap of the other. @meetings: FALSE the second way round. */
static double
disagree (const GArray *ones, const GArray *others, gboolean meetings)
{
  double sum = 0.0;
  guint first = 0;

  for (guint i = 0; i < ones->len; i++)
    {
      const GsStretch *one = &g_array_index (ones, GsStretch, i);
      gboolean met = FALSE;

      while (first < others->len && g_array_index (others, GsStretch, first).end <= one->start)
        first++;
      for (guint j = first; j < others->len && g_array_index (others, GsStretch, j).start < one->end; j++)
        {
          const GsStretch *other = &g_array_index (others, GsStretch, j);

          met = TRUE;
          if (meetings)
            sum += square (one->start - other->start) + square (one->end - other->end);
        }
      if (!met)
        sum += square (one->end - one->start);
    }

  return sum;
}

/**
 * gs_unitizing_add:
 * @self: counted on
 * @coders: (element-type GArray): the #GsStretch of each annotator, by start
 * @length: of this piece of the continuum, in code points
 *
 * One annotator alone says nothing.
 */
void
gs_unitizing_add (GsUnitizing *self, const GPtrArray *coders, gint64 length)
{
  g_autoptr (GPtrArray) united = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double sum = 0.0;

  if (coders->len < 2 || length <= 0)
    return;

  for (guint i = 0; i < coders->len; i++)
    {
      g_ptr_array_add (united, unite (coders->pdata[i]));
      count_sections (self, united->pdata[i], length);
      for (guint j = 0; j < i; j++)
        sum +=
          disagree (united->pdata[i], united->pdata[j], TRUE) + disagree (united->pdata[j], united->pdata[i], FALSE);
    }

  /* Each pair stands in both orders. */
  self->observed += 2.0 * sum / (coders->len - 1);
  self->total += (double) length * coders->len;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  double one = *(const double *) a, other = *(const double *) b;

  return one < other ? -1 : one > other;
}

/* What all pairs of sections disagree in all the ways in which they can meet:
 * two units in Σ (2l³ − 3l² + l) / 3 over both, a unit in a gap that has room for
 * it in (gap − l + 1) places. Units come in ascending order, so gaps that are too
 * short for one are for the next. */
static double
expect (const GsUnitizing *self)
{
  double sum = 0.0, room = 0.0;
  guint first = 0;

  for (guint i = 0; i < self->gaps->len; i++)
    room += g_array_index (self->gaps, double, i) + 1.0;

  for (guint i = 0; i < self->units->len; i++)
    {
      double l = g_array_index (self->units, double, i);

      for (; first < self->gaps->len && g_array_index (self->gaps, double, first) < l; first++)
        room -= g_array_index (self->gaps, double, first) + 1.0;
      sum += (self->units->len - 1.0) / 3.0 * (2.0 * l * l * l - 3.0 * l * l + l)
             + l * l * (room - l * (self->gaps->len - first));
    }

  return sum;
}

/**
 * gs_unitizing_alpha:
 * @self: what was counted
 *
 * Returns: 1 where all agree, 0 where chance would do as well; NaN where there are no
 *   units, or none that could stand elsewhere
 */
double
gs_unitizing_alpha (GsUnitizing *self)
{
  double pairs = self->total * (self->total - 1.0), expected;

  g_array_sort (self->units, compare_lengths);
  g_array_sort (self->gaps, compare_lengths);
  for (guint i = 0; i < self->units->len; i++)
    {
      double l = g_array_index (self->units, double, i);

      /* Sections do not meet themselves. */
      pairs -= l * (l - 1.0);
    }
  expected = expect (self);
  if (self->units->len == 0 || !(expected > 0.0) || !(pairs > 0.0))
    return NAN;

  return 1.0 - self->observed / self->total * pairs / (2.0 * expected);
}
