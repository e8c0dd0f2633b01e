/* gs-interval-chart.c: what is said about a number or a time, on one line.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One bar below the other on a common axis, each with what it says and who
 * says so. It is drawn once and kept until its size or style changes.
 */

#include "config.h"

#include "gs-interval-chart.h"

#include <glib/gi18n.h>

#include "gs-bar.h"
#include "gs-lane.h"

/* More would be a list, not a picture. */
#define MOST_LANES 16

/* Pixels: at least so wide for words beside the bars; their share then. */
#define WIDE 520
#define TEXT_SHARE 0.46f
#define BAR_HEIGHT 14
#define GAP 9

struct _GsIntervalChart
{
  GtkWidget parent_instance;

  GPtrArray *lanes; /* GsLane */
  GsAxis axis;
  GskRenderNode *drawn; /* NULL: to be drawn */
};

G_DEFINE_FINAL_TYPE (GsIntervalChart, gs_interval_chart, GTK_TYPE_WIDGET)

static void
forget_drawing (GsIntervalChart *self)
{
  g_clear_pointer (&self->drawn, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PangoLayout *
new_line (GsIntervalChart *self, const char *text, gboolean small, float width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);

  if (small)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_scale_new (PANGO_SCALE_SMALL));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_set_width (layout, (int) width * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static int
line_height (GsIntervalChart *self, gboolean small)
{
  g_autoptr (PangoLayout) layout = new_line (self, "0", small, 100.f);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);

  return height;
}

static int
lane_height (GsIntervalChart *self, gboolean wide)
{
  return line_height (self, FALSE) + line_height (self, TRUE) + (wide ? GAP : GAP + 4 + BAR_HEIGHT);
}

/* @y gets the line below. */
static void
draw_line (GsIntervalChart *self,
           GtkSnapshot *snapshot,
           const char *text,
           gboolean small,
           const graphene_rect_t *area,
           float *y)
{
  g_autoptr (PangoLayout) layout = new_line (self, text, small, area->size.width);
  gboolean backwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA colour;
  int height;

  pango_layout_set_alignment (layout, backwards ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &colour);
  if (small)
    colour.alpha *= 0.7f;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area->origin.x, *y));
  gtk_snapshot_append_layout (snapshot, layout, &colour);
  gtk_snapshot_restore (snapshot);
  *y += (float) height;
}

static void
draw_bar (GsIntervalChart *self, GtkSnapshot *snapshot, const GsLane *lane, const graphene_rect_t *area, float y)
{
  GsBar bar = { .y = y, .height = BAR_HEIGHT, .kind = lane->kind, .denied = lane->stance == GS_STANCE_DENIES };
  GdkRGBA colour;
  cairo_t *cr;

  if (!gs_bar_place (&bar, &self->axis, lane->lo, lane->hi, area->origin.x, area->size.width))
    return;

  gs_bar_get_colour (GTK_WIDGET (self), bar.denied, &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (area->origin.x - 4.f, y - 4.f, area->size.width + 8.f,
                                                                 BAR_HEIGHT + 8.f));
  gs_bar_draw (&bar, cr, &colour);
  cairo_destroy (cr);
}

static void
draw (GsIntervalChart *self, GtkSnapshot *snapshot, float width, float height)
{
  gboolean wide = width >= WIDE;
  float text_width = wide ? width * TEXT_SHARE - 2 * GAP : width;
  float bars_x = wide ? width * TEXT_SHARE : 4.f;
  graphene_rect_t texts = GRAPHENE_RECT_INIT (0.f, 0.f, text_width, height);
  graphene_rect_t bars = GRAPHENE_RECT_INIT (bars_x, 0.f, width - bars_x - 4.f, height);
  float step = (float) lane_height (self, wide);

  gs_axis_draw_ticks (&self->axis, GTK_WIDGET (self), snapshot, &bars);
  for (guint i = 0; i < self->lanes->len; i++)
    {
      const GsLane *lane = self->lanes->pdata[i];
      g_autofree char *label = gs_lane_label (lane);
      g_autofree char *sublabel = gs_lane_sublabel (lane);
      float y = step * (float) i;

      draw_line (self, snapshot, label, FALSE, &texts, &y);
      draw_line (self, snapshot, sublabel, TRUE, &texts, &y);
      if (wide)
        draw_bar (self, snapshot, lane, &bars, step * (float) i + (step - GAP - BAR_HEIGHT) / 2.f);
      else
        draw_bar (self, snapshot, lane, &bars, y + 4.f);
    }
}

static void
gs_interval_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GsIntervalChart *self = GS_INTERVAL_CHART (widget);

  if (self->lanes->len == 0)
    return;

  if (self->drawn == NULL)
    {
      g_autoptr (GtkSnapshot) inner = gtk_snapshot_new ();

      draw (self, inner, (float) gtk_widget_get_width (widget), (float) gtk_widget_get_height (widget));
      self->drawn = gtk_snapshot_to_node (inner);
    }
  if (self->drawn != NULL)
    gtk_snapshot_append_node (snapshot, self->drawn);
}

static GtkSizeRequestMode
gs_interval_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
gs_interval_chart_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GsIntervalChart *self = GS_INTERVAL_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = WIDE;
      return;
    }

  /* Without a width, as narrow as it can be. */
  *minimum = (int) self->lanes->len * lane_height (self, for_size >= WIDE) + gs_axis_label_height (widget);
  *natural = *minimum;
}

static void
gs_interval_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  forget_drawing (GS_INTERVAL_CHART (widget));
}

static void
gs_interval_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (gs_interval_chart_parent_class)->css_changed (widget, change);
  forget_drawing (GS_INTERVAL_CHART (widget));
}

static void
gs_interval_chart_finalize (GObject *object)
{
  GsIntervalChart *self = GS_INTERVAL_CHART (object);

  g_clear_pointer (&self->lanes, g_ptr_array_unref);
  g_clear_pointer (&self->drawn, gsk_render_node_unref);

  G_OBJECT_CLASS (gs_interval_chart_parent_class)->finalize (object);
}

static void
gs_interval_chart_class_init (GsIntervalChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gs_interval_chart_finalize;
  widget_class->snapshot = gs_interval_chart_snapshot;
  widget_class->get_request_mode = gs_interval_chart_get_request_mode;
  widget_class->measure = gs_interval_chart_measure;
  widget_class->size_allocate = gs_interval_chart_size_allocate;
  widget_class->css_changed = gs_interval_chart_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "intervalchart");
}

static void
gs_interval_chart_init (GsIntervalChart *self)
{
}

static void
describe (GsIntervalChart *self, GsAxisKind kind)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      g_autofree char *lane = gs_lane_describe (self->lanes->pdata[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", lane);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kind == GS_AXIS_DAYS ? _ ("Times, earliest first") : _ ("Numbers, smallest first"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
  g_string_free (words, TRUE);
}

/**
 * gs_interval_chart_new:
 * @placed: (element-type GsPlacedClaim): claims; copied as needed
 * @kind: of numbers or of days
 * @unit: (nullable): of the numbers; those with another are left out
 *
 * Returns: (transfer floating): a picture, described in words for those who do not see it
 */
GtkWidget *
gs_interval_chart_new (GPtrArray *placed, GsAxisKind kind, const char *unit)
{
  GsIntervalChart *self = g_object_new (GS_TYPE_INTERVAL_CHART, NULL);

  self->lanes = gs_lanes_new (placed, kind, unit, MOST_LANES);
  if (!gs_lanes_fit (self->lanes, kind, &self->axis))
    g_ptr_array_set_size (self->lanes, 0);
  describe (self, kind);

  return GTK_WIDGET (self);
}

/**
 * gs_interval_chart_get_n_lanes:
 * @self: a #GsIntervalChart
 *
 * Returns: how many different intervals there are
 */
guint
gs_interval_chart_get_n_lanes (GsIntervalChart *self)
{
  g_return_val_if_fail (GS_IS_INTERVAL_CHART (self), 0);

  return self->lanes->len;
}
