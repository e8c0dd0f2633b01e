/* gs-interval-chart.h: what is said about a number or a time, on one line.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-axis.h"

G_BEGIN_DECLS

#define GS_TYPE_INTERVAL_CHART (gs_interval_chart_get_type ())
G_DECLARE_FINAL_TYPE (GsIntervalChart, gs_interval_chart, GS, INTERVAL_CHART, GtkWidget)

/* @placed: (element-type GsPlacedClaim), copied as needed.
 * @unit: (nullable): of the numbers. */
GtkWidget *gs_interval_chart_new          (GPtrArray       *placed,
                                           GsAxisKind       kind,
                                           const char      *unit);
/* How many different intervals there are; one alone is nothing to compare. */
guint      gs_interval_chart_get_n_lanes  (GsIntervalChart *self);

G_END_DECLS
