/* gs-lane.c: claims that lie in the same place, as one bar of a diagram.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-lane.h"

#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-labels.h"

/* More voices than these are not read in a row. */
#define MOST_VOICES 4

/**
 * gs_lane_free:
 * @self: (nullable) (transfer full): a lane
 */
void
gs_lane_free (GsLane *self)
{
  if (self == NULL)
    return;

  g_free (self->words);
  g_ptr_array_unref (self->voices);
  g_free (self);
}

static GsLane *
lane_new (const GsPlacedClaim *claim)
{
  GsLane *self = g_new0 (GsLane, 1);

  self->lo = claim->lo;
  self->hi = claim->hi;
  self->kind = claim->kind;
  self->stance = claim->stance;
  self->words = g_strdup (claim->words);
  self->voices = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/* Infinities are equal to themselves, too. */
static gboolean
lane_takes (const GsLane *self, const GsPlacedClaim *claim)
{
  return self->kind == claim->kind && self->stance == claim->stance && !(self->lo < claim->lo || self->lo > claim->lo)
         && !(self->hi < claim->hi || self->hi > claim->hi);
}

static GsLane *
find_lane (GPtrArray *lanes, const GsPlacedClaim *claim)
{
  for (guint i = 0; i < lanes->len; i++)
    {
      if (lane_takes (lanes->pdata[i], claim))
        return lanes->pdata[i];
    }

  return NULL;
}

static int
compare_lanes (gconstpointer a, gconstpointer b)
{
  const GsLane *x = *(const GsLane *const *) a;
  const GsLane *y = *(const GsLane *const *) b;

  if (x->lo < y->lo || x->lo > y->lo)
    return x->lo < y->lo ? -1 : 1;
  if (x->hi < y->hi || x->hi > y->hi)
    return x->hi < y->hi ? -1 : 1;
  if (x->kind != y->kind)
    return x->kind - y->kind;

  return x->stance - y->stance;
}

/**
 * gs_lanes_new:
 * @placed: (element-type GsPlacedClaim): claims
 * @kind: of numbers or of days
 * @unit: (nullable): of the numbers; those with another are left out
 * @most: how many lanes at most; the first ones are kept
 *
 * Returns: (transfer full) (element-type GsLane): one a place, by where they begin
 */
GPtrArray *
gs_lanes_new (GPtrArray *placed, GsAxisKind kind, const char *unit, guint most)
{
  GPtrArray *lanes = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_lane_free);

  for (guint i = 0; i < placed->len; i++)
    {
      const GsPlacedClaim *claim = placed->pdata[i];
      GsLane *lane;

      if (kind == GS_AXIS_NUMBERS && g_strcmp0 (claim->unit, unit) != 0)
        continue;

      lane = find_lane (lanes, claim);
      if (lane == NULL && lanes->len == most)
        continue;
      if (lane == NULL)
        g_ptr_array_add (lanes, lane = lane_new (claim));
      lane->claims++;
      if (claim->voice != NULL && !g_ptr_array_find_with_equal_func (lane->voices, claim->voice, g_str_equal, NULL))
        g_ptr_array_add (lane->voices, g_strdup (claim->voice));
    }
  g_ptr_array_sort (lanes, compare_lanes);

  return lanes;
}

/**
 * gs_lanes_fit:
 * @lanes: (element-type GsLane): what is to be seen
 * @kind: of numbers or of days
 * @axis: (out): gets its ends
 *
 * Returns: %FALSE when there is nothing to be seen
 */
gboolean
gs_lanes_fit (GPtrArray *lanes, GsAxisKind kind, GsAxis *axis)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < lanes->len; i++)
    {
      const GsLane *lane = lanes->pdata[i];

      g_array_append_val (values, lane->lo);
      g_array_append_val (values, lane->hi);
    }

  return gs_axis_fit (axis, kind, (const double *) (gpointer) values->data, values->len);
}

/**
 * gs_lane_label:
 * @self: a lane
 *
 * Returns: (transfer full): what the claims say
 */
char *
gs_lane_label (const GsLane *self)
{
  g_autofree char *kind = self->kind != GS_TIME_EVENT
                            /* Translators: what kind of time it is, and when: "For the first time: August 2022". */
                            ? gs_compose (_ ("%s: %s"), gs_label (&gs_time_kinds, self->kind), self->words)
                            : g_strdup (self->words);

  if (self->stance == GS_STANCE_DENIES)
    /* Translators: a value that somebody denies. */
    return gs_compose (_ ("Denied: %s"), kind);

  return g_steal_pointer (&kind);
}

/**
 * gs_lane_sublabel:
 * @self: a lane
 *
 * Returns: (transfer full): who says it, and in how many claims
 */
char *
gs_lane_sublabel (const GsLane *self)
{
  GString *line = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->voices->len, MOST_VOICES); i++)
    {
      g_autofree char *voice = gs_isolate (self->voices->pdata[i]);

      g_string_append_printf (line, "%s%s", i > 0 ? ", " : "", voice);
    }
  if (self->voices->len > MOST_VOICES)
    g_string_append (line, " …");
  if (self->claims > 1)
    {
      g_string_append (line, " · ");
      g_string_append_printf (line, g_dngettext (NULL, "%u claim", "%u claims", self->claims), self->claims);
    }

  return g_string_free (line, FALSE);
}

/**
 * gs_lane_describe:
 * @self: a lane
 *
 * Returns: (transfer full): the whole of it in words
 */
char *
gs_lane_describe (const GsLane *self)
{
  g_autofree char *label = gs_lane_label (self);
  g_autofree char *sublabel = gs_lane_sublabel (self);

  return *sublabel != '\0' ? gs_compose (_ ("%s (%s)"), label, sublabel) : g_steal_pointer (&label);
}
