/* gs-reader-view.c: an article's text with highlights painted below it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-reader-marks.h"
#include "gs-reader-measure.h"
#include "gs-reader-zones.h"
#include "gs-text-view.h"

#define LEAST_MARGIN 24
#define TEXT_MARGIN 6

/* Paragraphs kept painted: some screens of short ones. */
#define KEPT_PARAGRAPHS 512

G_DEFINE_FINAL_TYPE (GsReaderView, gs_reader_view, GTK_TYPE_TEXT_VIEW)

enum
{
  MAKE_CLAIM,
  CLAIM_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * gs_reader_view_new:
 *
 * Returns: (transfer floating): a view without text
 */
GtkWidget *
gs_reader_view_new (void)
{
  return g_object_new (GS_TYPE_READER_VIEW, NULL);
}

void
gs_reader_view_emit_make (GsReaderView *self, gint64 start, gint64 end)
{
  g_signal_emit (self, signals[MAKE_CLAIM], 0, start, end);
}

void
gs_reader_view_emit_activated (GsReaderView *self, const char *claim)
{
  g_autofree char *kept = g_strdup (claim);

  gs_reader_view_set_active (self, kept);
  g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, kept);
}

static void
redraw (GsReaderView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self->gutter));
}

static void
drop_all (GsReaderView *self)
{
  g_hash_table_remove_all (self->painted);
  redraw (self);
}

/* A GsReaderRangeFunc: the paragraphs that the range touches. */
static void
drop_range (gint64 start, gint64 end, gpointer user_data)
{
  GsReaderView *self = user_data;
  GtkTextIter first;
  GtkTextIter last;

  gs_reader_view_get_range (self, start, end, &first, &last);
  if (gtk_text_iter_get_line (&last) - gtk_text_iter_get_line (&first) > KEPT_PARAGRAPHS)
    {
      drop_all (self);
      return;
    }

  for (int line = gtk_text_iter_get_line (&first); line <= gtk_text_iter_get_line (&last); line++)
    g_hash_table_remove (self->painted, GINT_TO_POINTER (line));
  redraw (self);
}

static const GsPaintedParagraph *
get_painted (GsReaderView *self, const GtkTextIter *start)
{
  gpointer line = GINT_TO_POINTER (gtk_text_iter_get_line (start));
  GsPaintedParagraph *painted = g_hash_table_lookup (self->painted, line);

  if (painted != NULL)
    return painted;

  if (g_hash_table_size (self->painted) >= KEPT_PARAGRAPHS)
    g_hash_table_remove_all (self->painted);

  painted = gs_reader_paint_paragraph (GTK_TEXT_VIEW (self), start, self->text, self->claims, &self->palette);
  g_hash_table_insert (self->painted, line, painted);

  return painted;
}

/* Paints what is visible of either the text's or the margin's layer, in buffer
 * coordinates. */
static void
paint_visible (GsReaderView *self, GtkSnapshot *snapshot, const GdkRectangle *visible, gboolean marks)
{
  GtkTextIter iter;
  int y;
  int height;

  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, visible->y, NULL);
  do
    {
      const GsPaintedParagraph *painted = get_painted (self, &iter);
      GskRenderNode *node = marks ? painted->marks : painted->text;

      gtk_text_view_get_line_yrange (GTK_TEXT_VIEW (self), &iter, &y, &height);
      if (node == NULL)
        continue;

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0.f, (float) y));
      gtk_snapshot_append_node (snapshot, node);
      gtk_snapshot_restore (snapshot);
    }
  while (y + height < visible->y + visible->height && gtk_text_iter_forward_line (&iter));
}

void
gs_reader_view_prepare (GsReaderView *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkRectangle visible;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  paint_visible (self, snapshot, &visible, FALSE);
  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
}

gint64
gs_reader_view_get_top (GsReaderView *self)
{
  GdkRectangle visible;
  GtkTextIter iter;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_text_view_get_line_at_y (GTK_TEXT_VIEW (self), &iter, visible.y, NULL);

  return gs_reader_text_from_view (self->text, gtk_text_iter_get_offset (&iter));
}

static void
paint_marks_cb (GsReaderGutter *gutter, GtkSnapshot *snapshot, GsReaderView *self)
{
  GdkRectangle visible;

  if (gs_reader_claims_size (self->claims) == 0)
    return;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0.f, (float) -visible.y));
  paint_visible (self, snapshot, &visible, TRUE);
}

static void
gs_reader_view_snapshot_layer (GtkTextView *view, GtkTextViewLayer layer, GtkSnapshot *snapshot)
{
  GsReaderView *self = GS_READER_VIEW (view);
  const GsReaderClaim *active = gs_reader_claims_find (self->claims, self->active);
  GdkRectangle visible;

  if (layer != GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    return;

  gtk_text_view_get_visible_rect (view, &visible);
  if (gs_reader_claims_size (self->claims) > 0)
    paint_visible (self, snapshot, &visible, FALSE);
  gs_reader_view_paint_marks (self, snapshot, &visible);
  if (active != NULL)
    gs_reader_paint_active (view, snapshot, &visible, self->text, active, &self->palette);
}

static gboolean
hold_cb (gpointer user_data)
{
  GsReaderView *self = user_data;

  self->hold_source = 0;
  if (self->holding)
    gs_reader_view_scroll_again (self);

  return G_SOURCE_REMOVE;
}

static void
gs_reader_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GsReaderView *self = GS_READER_VIEW (widget);
  gboolean resized = width != self->width;

  if (resized)
    {
      int margin = MAX (LEAST_MARGIN, (width - gs_reader_view_measure_column (self)) / 2);

      self->width = width;
      gs_reader_gutter_set_width (self->gutter, margin - TEXT_MARGIN);
      gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self), TEXT_MARGIN);
      gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self), margin);
      g_hash_table_remove_all (self->painted);
    }

  if (self->holding && self->hold_source == 0 && (resized || height != self->height))
    self->hold_source = g_idle_add (hold_cb, self);
  if (height > self->height)
    gs_text_view_prepare_growth (GTK_TEXT_VIEW (self));
  self->height = height;

  GTK_WIDGET_CLASS (gs_reader_view_parent_class)->size_allocate (widget, width, height, baseline);
}

static void
update_palette (GsReaderView *self)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA foreground;

  self->palette.dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  if (!gtk_style_context_lookup_color (context, "accent_bg_color", &self->palette.accent))
    gdk_rgba_parse (&self->palette.accent, "#3584e4");

  gtk_style_context_get_color (context, &foreground);
  gs_reader_zones_colour (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &foreground);
}

static void
gs_reader_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GsReaderView *self = GS_READER_VIEW (widget);

  GTK_WIDGET_CLASS (gs_reader_view_parent_class)->css_changed (widget, change);

  /* Fonts and colours: the column and everything painted may differ. */
  self->width = -1;
  update_palette (self);
  drop_all (self);
  gtk_widget_queue_allocate (widget);
}

static void
style_dark_cb (GsReaderView *self)
{
  update_palette (self);
  drop_all (self);
}

static void
adjustment_changed_cb (GsReaderView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self->gutter));
}

static void
vadjustment_cb (GsReaderView *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (adjustment == self->followed)
    return;

  if (self->followed != NULL)
    g_signal_handlers_disconnect_by_func (self->followed, adjustment_changed_cb, self);
  g_set_object (&self->followed, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * gs_reader_view_set_text:
 * @self: a #GsReaderView
 * @text: valid UTF-8, copied
 * @zones: (nullable) (element-type GsZoneRecord): by start, not overlapping
 *
 * Takes the claims away.
 */
void
gs_reader_view_set_text (GsReaderView *self, const char *text, const GPtrArray *zones)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  g_autofree char *view = NULL;

  g_return_if_fail (GS_IS_READER_VIEW (self));
  g_return_if_fail (text != NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_clear_pointer (&self->active, g_free);
  gs_reader_claims_free (self->claims);
  self->claims = gs_reader_claims_new ();
  gs_reader_text_free (self->text);
  self->text = gs_reader_text_new (text);
  g_array_set_size (self->grown, 0);
  self->holding = FALSE;
  drop_all (self);

  view = gs_reader_text_make_view (self->text);
  gtk_text_buffer_set_text (buffer, view, -1);
  gs_reader_zones_apply (buffer, self->text, zones);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/**
 * gs_reader_view_get_length:
 * @self: a #GsReaderView
 *
 * Returns: code points of the article
 */
gint64
gs_reader_view_get_length (GsReaderView *self)
{
  g_return_val_if_fail (GS_IS_READER_VIEW (self), 0);

  return gs_reader_text_length (self->text);
}

/**
 * gs_reader_view_get_quote:
 * @self: a #GsReaderView
 * @start: first code point of the article
 * @end: the code point after the last
 *
 * Returns: (transfer full) (nullable): the article's text there; %NULL for an empty
 *   range or one beyond the text
 */
char *
gs_reader_view_get_quote (GsReaderView *self, gint64 start, gint64 end)
{
  g_return_val_if_fail (GS_IS_READER_VIEW (self), NULL);

  if (start < 0 || end <= start || end > gs_reader_text_length (self->text))
    return NULL;

  return gs_text_slice (gs_reader_text_get_article (self->text), start, end);
}

/**
 * gs_reader_view_set_claims:
 * @self: a #GsReaderView
 * @claims: (element-type GsClaimListing): copied as needed
 *
 * Shows a highlight for every claim. What was shown before and still is keeps its
 * painting: only paragraphs of changed claims are made anew.
 */
void
gs_reader_view_set_claims (GsReaderView *self, const GPtrArray *claims)
{
  g_return_if_fail (GS_IS_READER_VIEW (self));

  gs_reader_claims_update (self->claims, claims, drop_range, self);
}

/**
 * gs_reader_view_add_claim:
 * @self: a #GsReaderView
 * @claim: copied as needed; nothing is added when it has no place or is there already
 */
void
gs_reader_view_add_claim (GsReaderView *self, const GsClaimListing *claim)
{
  g_return_if_fail (GS_IS_READER_VIEW (self));

  if (gs_reader_claims_add (self->claims, claim))
    drop_range (claim->start, claim->end, self);
}

/**
 * gs_reader_view_remove_claim:
 * @self: a #GsReaderView
 * @claim: UUID; nothing happens when it is not there
 */
void
gs_reader_view_remove_claim (GsReaderView *self, const char *claim)
{
  const GsReaderClaim *found;

  g_return_if_fail (GS_IS_READER_VIEW (self));

  found = gs_reader_claims_find (self->claims, claim);
  if (found == NULL)
    return;

  drop_range (found->start, found->end, self);
  gs_reader_claims_remove (self->claims, claim);
}

/**
 * gs_reader_view_set_active:
 * @self: a #GsReaderView
 * @claim: (nullable): UUID of the claim that is emphasised
 */
void
gs_reader_view_set_active (GsReaderView *self, const char *claim)
{
  g_return_if_fail (GS_IS_READER_VIEW (self));

  if (g_strcmp0 (self->active, claim) == 0)
    return;

  g_free (self->active);
  self->active = g_strdup (claim);
  redraw (self);
}

/**
 * gs_reader_view_get_active:
 * @self: a #GsReaderView
 *
 * Returns: (transfer none) (nullable): UUID of the claim that is emphasised
 */
const char *
gs_reader_view_get_active (GsReaderView *self)
{
  g_return_val_if_fail (GS_IS_READER_VIEW (self), NULL);

  return self->active;
}

/**
 * gs_reader_view_get_claim_area:
 * @self: a #GsReaderView
 * @claim: UUID
 *
 * Returns: (transfer full) (element-type graphene_rect_t): rectangles of its highlight
 *   in buffer coordinates; none when it is not there
 */
GArray *
gs_reader_view_get_claim_area (GsReaderView *self, const char *claim)
{
  const GsReaderClaim *found;

  g_return_val_if_fail (GS_IS_READER_VIEW (self), NULL);

  found = gs_reader_claims_find (self->claims, claim);

  return found != NULL ? gs_reader_measure_range (GTK_TEXT_VIEW (self), self->text, found->start, found->end, NULL)
                       : g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
}

static void
gs_reader_view_finalize (GObject *object)
{
  GsReaderView *self = GS_READER_VIEW (object);

  g_clear_handle_id (&self->hold_source, g_source_remove);
  g_clear_pointer (&self->painted, g_hash_table_unref);
  g_clear_pointer (&self->claims, gs_reader_claims_free);
  g_clear_pointer (&self->text, gs_reader_text_free);
  g_clear_pointer (&self->active, g_free);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->grown, g_array_unref);
  g_clear_object (&self->zoom_css);
  g_clear_object (&self->followed);

  G_OBJECT_CLASS (gs_reader_view_parent_class)->finalize (object);
}

/* What is copied is the article's text, without the line feeds of the layout. */
static void
gs_reader_view_copy_clipboard (GtkTextView *view)
{
  GsReaderView *self = GS_READER_VIEW (view);
  g_autofree char *quote = NULL;
  gint64 start;
  gint64 end;

  if (!gs_reader_view_get_selection (self, &start, &end))
    return;

  quote = gs_reader_view_get_quote (self, start, end);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), quote);
}

static void
gs_reader_view_class_init (GsReaderViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->finalize = gs_reader_view_finalize;
  widget_class->size_allocate = gs_reader_view_size_allocate;
  widget_class->css_changed = gs_reader_view_css_changed;
  view_class->snapshot_layer = gs_reader_view_snapshot_layer;
  view_class->copy_clipboard = gs_reader_view_copy_clipboard;

  signals[MAKE_CLAIM] = g_signal_new ("make-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
  signals[CLAIM_ACTIVATED] = g_signal_new ("claim-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gs_reader_view_init (GsReaderView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);

  self->claims = gs_reader_claims_new ();
  self->text = gs_reader_text_new ("");
  self->painted = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gs_painted_paragraph_free);
  self->grown = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->zoom_css = gtk_css_provider_new ();
  self->gutter = GS_READER_GUTTER (gs_reader_gutter_new ());
  self->width = -1;

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gs_reader_zones_prepare (buffer);
  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_cursor_visible (view, TRUE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_pixels_inside_wrap (view, 6);
  gtk_text_view_set_pixels_below_lines (view, 8);
  gtk_text_view_set_top_margin (view, 18);
  gtk_text_view_set_bottom_margin (view, 48);
  gtk_text_view_set_gutter (view, GTK_TEXT_WINDOW_LEFT, GTK_WIDGET (self->gutter));

  gtk_widget_add_css_class (GTK_WIDGET (self), "reader-view");
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (self)), GTK_STYLE_PROVIDER (self->zoom_css),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gs_reader_view_add_look (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Article text"), -1);

  g_signal_connect (self->gutter, "paint", G_CALLBACK (paint_marks_cb), self);
  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (vadjustment_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_dark_cb), self,
                           G_CONNECT_SWAPPED);
  gs_reader_view_add_input (self);
}
