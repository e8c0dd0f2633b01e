/* gs-axis.h: a line of numbers or of days: what fits on it, and its ticks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Arithmetic only; what is drawn is up to the widgets. Days are Julian day
 * numbers of GDate. A place is a fraction of the line: 0 its beginning, 1 its end.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GS_AXIS_NUMBERS,
  GS_AXIS_DAYS,
} GsAxisKind;

typedef struct
{
  GsAxisKind kind;
  double     lo;
  double     hi;
  gboolean   logarithmic; /* numbers only */
} GsAxis;

typedef struct
{
  double value;
  char  *label;
} GsAxisTick;

/* Makes @self long enough for all finite @values; FALSE if there is none. */
gboolean gs_axis_fit      (GsAxis       *self,
                           GsAxisKind    kind,
                           const double *values,
                           guint         n_values);
double   gs_axis_place    (const GsAxis *self,
                           double        value);
double   gs_axis_value    (const GsAxis *self,
                           double        place);
/* Keeps what lies at @place where it is. */
void     gs_axis_zoom     (GsAxis       *self,
                           double        place,
                           double        factor);
/* By a fraction of what is seen. */
void     gs_axis_move     (GsAxis       *self,
                           double        fraction);
/* Moves, and shortens if need be, until @self lies within @bounds. */
void     gs_axis_keep_within (GsAxis       *self,
                              const GsAxis *bounds);

/* (transfer full) (element-type GsAxisTick): at most @most, at round values. */
GArray  *gs_axis_get_ticks   (const GsAxis *self,
                              guint         most);

G_END_DECLS
