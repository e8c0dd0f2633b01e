/* gs-timeline-view.c: claims on a line of days, one below the other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As tall as it needs to be; only what is in sight is drawn.
 */

#include "config.h"

#include "gs-timeline-view-private.h"

#include <glib/gi18n.h>

#include "gs-bar.h"
#include "gs-isolate.h"
#include "gs-labels.h"

/* The words' share of the width, and their limits in pixels. */
#define WORDS_SHARE 0.4
#define MOST_WORDS 640.0
#define MARGIN 12.0
/* Below this width, in pixels, bars stand below their words. */
#define NARROW 520

enum
{
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsTimelineView, gs_timeline_view, GTK_TYPE_WIDGET)

void
gs_timeline_view_get_line (GsTimelineView *self, double *x, double *width)
{
  double whole = gtk_widget_get_width (GTK_WIDGET (self));

  *x = self->stacked ? MARGIN : MIN (whole * WORDS_SHARE, MOST_WORDS);
  *width = MAX (whole - *x - MARGIN, 1.0);
}

/* The question of a claim stands above the first one that answers it. */
void
gs_timeline_view_place_rows (GsTimelineView *self)
{
  const char *question = NULL;
  int y = 0;

  self->row_height = gs_timeline_view_measure_row (self, FALSE);
  self->heading_height = gs_timeline_view_measure_row (self, TRUE);
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->claims->len; i++)
    {
      const GsPlacedClaim *claim = self->claims->pdata[i];
      GsTimelineRow row = { (int) i, y, self->row_height };

      if (i == 0 || g_strcmp0 (claim->question, question) != 0)
        {
          GsTimelineRow heading = { -1, y, self->heading_height };

          g_array_append_val (self->rows, heading);
          row.y = y += self->heading_height;
        }
      question = claim->question;
      g_array_append_val (self->rows, row);
      y += self->row_height;
    }
}

int
gs_timeline_view_find_claim (GsTimelineView *self, double y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GsTimelineRow *row = &g_array_index (self->rows, GsTimelineRow, i);

      if (y >= row->y && y < row->y + row->height)
        return row->claim;
    }

  return -1;
}

/* Days of what is said, and of saying it. */
static gboolean
fit (GsTimelineView *self)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->claims->len; i++)
    {
      const GsPlacedClaim *claim = self->claims->pdata[i];
      double ends[] = { claim->lo, claim->hi, claim->uttered_lo, claim->uttered_hi };

      g_array_append_vals (days, ends, G_N_ELEMENTS (ends));
    }

  return gs_axis_fit (&self->whole, GS_AXIS_DAYS, (const double *) (gpointer) days->data, days->len);
}

/**
 * gs_timeline_describe:
 * @claim: a claim in time
 *
 * Returns: (transfer full): all that the picture shows of it, in words
 */
char *
gs_timeline_describe (const GsPlacedClaim *claim)
{
  const char *stance = claim->stance == GS_STANCE_DENIES ? _ ("denied") : _ ("asserted");
  const char *kind = gs_label (&gs_time_kinds, claim->kind);

  /* Translators: a claim, the kind of its time, when that was, who says so, and whether they assert or deny it. */
  return gs_compose (_ ("%s – %s: %s – %s (%s)"), claim->summary, kind, claim->words,
                     claim->voice != NULL ? claim->voice : _ ("No source named"), stance);
}

/**
 * gs_timeline_view_set_claims:
 * @self: a #GsTimelineView
 * @claims: (element-type GsPlacedClaim): in time, question by question; a reference is kept
 *
 * Shows these from the first day to the last.
 */
void
gs_timeline_view_set_claims (GsTimelineView *self, GPtrArray *claims)
{
  g_return_if_fail (GS_IS_TIMELINE_VIEW (self));
  g_return_if_fail (claims != NULL);

  g_ptr_array_ref (claims);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  self->claims = claims;
  self->has_axis = fit (self);
  self->axis = self->whole;
  gs_timeline_view_place_rows (self);
  gs_timeline_view_choose (self, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * gs_timeline_view_set_adjustment:
 * @self: a #GsTimelineView
 * @adjustment: the vertical one of the scrolled window around it
 */
void
gs_timeline_view_set_adjustment (GsTimelineView *self, GtkAdjustment *adjustment)
{
  g_return_if_fail (GS_IS_TIMELINE_VIEW (self));

  g_set_object (&self->adjustment, adjustment);
  /* What moves into sight has not been drawn yet. */
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
gs_timeline_view_zoom_at (GsTimelineView *self, double place, double factor)
{
  if (!self->has_axis)
    return;

  gs_axis_zoom (&self->axis, place, factor);
  gs_axis_keep_within (&self->axis, &self->whole);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * gs_timeline_view_zoom:
 * @self: a #GsTimelineView
 * @factor: how much larger things become; 0 shows all of them
 */
void
gs_timeline_view_zoom (GsTimelineView *self, double factor)
{
  g_return_if_fail (GS_IS_TIMELINE_VIEW (self));

  if (factor > 0.0)
    {
      gs_timeline_view_zoom_at (self, 0.5, factor);
      return;
    }

  self->axis = self->whole;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * gs_timeline_view_move:
 * @self: a #GsTimelineView
 * @fraction: of what is in sight; positive towards later days
 */
void
gs_timeline_view_move (GsTimelineView *self, double fraction)
{
  g_return_if_fail (GS_IS_TIMELINE_VIEW (self));

  if (!self->has_axis)
    return;

  gs_axis_move (&self->axis, fraction);
  gs_axis_keep_within (&self->axis, &self->whole);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * gs_timeline_view_get_axis:
 * @self: a #GsTimelineView
 *
 * Returns: (transfer none): what is in sight
 */
const GsAxis *
gs_timeline_view_get_axis (GsTimelineView *self)
{
  g_return_val_if_fail (GS_IS_TIMELINE_VIEW (self), NULL);

  return &self->axis;
}

/**
 * gs_timeline_view_get_chosen:
 * @self: a #GsTimelineView
 *
 * Returns: position of the claim that is chosen; −1 for none
 */
int
gs_timeline_view_get_chosen (GsTimelineView *self)
{
  g_return_val_if_fail (GS_IS_TIMELINE_VIEW (self), -1);

  return self->chosen;
}

static void
scroll_to_chosen (GsTimelineView *self)
{
  int label = gs_axis_label_height (GTK_WIDGET (self));

  for (guint i = 0; self->adjustment != NULL && i < self->rows->len; i++)
    {
      const GsTimelineRow *row = &g_array_index (self->rows, GsTimelineRow, i);

      if (row->claim == self->chosen)
        gtk_adjustment_clamp_page (self->adjustment, row->y, row->y + row->height + label);
    }
}

/**
 * gs_timeline_view_choose:
 * @self: a #GsTimelineView
 * @position: of a claim; −1 for none, what is beyond the last is the last
 */
void
gs_timeline_view_choose (GsTimelineView *self, int position)
{
  g_autofree char *words = NULL;

  g_return_if_fail (GS_IS_TIMELINE_VIEW (self));

  self->chosen = MIN (position, (int) self->claims->len - 1);
  if (self->chosen >= 0)
    {
      words = gs_timeline_describe (self->claims->pdata[self->chosen]);
      scroll_to_chosen (self);
    }
  else
    words = g_strdup_printf (g_dngettext (NULL, "%u claim", "%u claims", self->claims->len), self->claims->len);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
gs_timeline_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GsTimelineView *self = GS_TIMELINE_VIEW (widget);

  if (self->has_axis)
    gs_timeline_view_draw (self, snapshot);
}

static void
gs_timeline_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GsTimelineView *self = GS_TIMELINE_VIEW (widget);
  const GsTimelineRow *last =
    self->rows->len > 0 ? &g_array_index (self->rows, GsTimelineRow, self->rows->len - 1) : NULL;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 300;
  else
    *minimum = *natural = (last != NULL ? last->y + last->height : 0) + gs_axis_label_height (widget) + (int) MARGIN;
}

static gboolean
restack_cb (gpointer data)
{
  GsTimelineView *self = data;

  self->restacking = FALSE;
  self->stacked = gtk_widget_get_width (GTK_WIDGET (self)) < NARROW;
  gs_timeline_view_place_rows (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* A size may not change another while it is being given out. */
static void
gs_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GsTimelineView *self = GS_TIMELINE_VIEW (widget);

  if ((width < NARROW) == self->stacked || self->restacking)
    return;

  self->restacking = TRUE;
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, restack_cb, g_object_ref (self), g_object_unref);
}

static void
gs_timeline_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (gs_timeline_view_parent_class)->css_changed (widget, change);
  gs_timeline_view_place_rows (GS_TIMELINE_VIEW (widget));
  gtk_widget_queue_resize (widget);
}

static void
gs_timeline_view_finalize (GObject *object)
{
  GsTimelineView *self = GS_TIMELINE_VIEW (object);

  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_array_unref (self->rows);
  g_clear_object (&self->adjustment);

  G_OBJECT_CLASS (gs_timeline_view_parent_class)->finalize (object);
}

static void
gs_timeline_view_class_init (GsTimelineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gs_timeline_view_finalize;
  widget_class->snapshot = gs_timeline_view_snapshot;
  widget_class->measure = gs_timeline_view_measure;
  widget_class->size_allocate = gs_timeline_view_size_allocate;
  widget_class->css_changed = gs_timeline_view_css_changed;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);

  gs_timeline_view_class_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gs_timeline_view_init (GsTimelineView *self)
{
  self->claims = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (GsTimelineRow));
  self->chosen = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gs_timeline_view_add_controllers (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
}
