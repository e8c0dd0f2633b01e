/* gs-claim-spans.c: the passages of a claim: quotes, cues and context.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claim-spans.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-labels.h"
#include "gs-tooltip.h"

struct _GsClaimSpans
{
  GtkWidget parent_instance;

  GtkWidget *list;
  GtkWidget *add; /* a box of a button for each role */
  GtkWidget *hint;
  GPtrArray *spans; /* GsSpanRecord, in the order of the rows */
  gint64 start;     /* of what is selected */
  gint64 end;
  char *selected; /* NULL: nothing */
  gboolean changed;
};

G_DEFINE_FINAL_TYPE (GsClaimSpans, gs_claim_spans, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  SHOW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void show_rows (GsClaimSpans *self);

static void
emit_changed (GsClaimSpans *self)
{
  self->changed = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static guint
count_quotes (GsClaimSpans *self)
{
  guint n = 0;

  for (guint i = 0; i < self->spans->len; i++)
    n += ((const GsSpanRecord *) self->spans->pdata[i])->role == GS_SPAN_QUOTE;

  return n;
}

static guint
index_of (GtkWidget *row)
{
  return (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

static GsClaimSpans *
self_of (GtkWidget *row)
{
  return GS_CLAIM_SPANS (gtk_widget_get_ancestor (row, GS_TYPE_CLAIM_SPANS));
}

static void
remove_clicked_cb (GtkWidget *row)
{
  GsClaimSpans *self = self_of (row);

  g_ptr_array_remove_index (self->spans, index_of (row));
  show_rows (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  emit_changed (self);
}

static void
take_selection (GsClaimSpans *self, GsSpanRecord *span)
{
  span->start = self->start;
  span->end = self->end;
  g_free (span->exact);
  span->exact = g_strdup (self->selected);
  span->orphaned = FALSE;
}

/* Resizes the passage to what is selected. */
static void
resize_clicked_cb (GtkWidget *row)
{
  GsClaimSpans *self = self_of (row);

  if (self->selected == NULL)
    return;

  take_selection (self, self->spans->pdata[index_of (row)]);
  show_rows (self);
  emit_changed (self);
}

static void
add_clicked_cb (GsClaimSpans *self, GtkWidget *button)
{
  GsSpanRecord *span;

  if (self->selected == NULL)
    return;

  span = gs_record_append (self->spans, &gs_span_type);
  span->role = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "role"));
  take_selection (self, span);
  show_rows (self);
  emit_changed (self);
}

static void
row_activated_cb (GsClaimSpans *self, GtkListBoxRow *row)
{
  const GsSpanRecord *span = self->spans->pdata[index_of (GTK_WIDGET (row))];

  g_signal_emit (self, signals[SHOW], 0, span->start, span->end);
}

static GtkWidget *
new_button (const char *icon, const char *tooltip, GCallback callback, GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gs_tooltip_set (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_swapped (button, "clicked", callback, row);

  return button;
}

static GtkWidget *
new_row (GsClaimSpans *self, const GsSpanRecord *span)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *remove;
  GtkWidget *resize;
  g_autofree char *text = g_strdelimit (g_strdup (span->exact != NULL ? span->exact : ""), "\n", ' ');

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gs_tooltip_when_cut (row);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               span->orphaned ? _ ("Place lost") : gs_label (&gs_span_roles, span->role));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !span->orphaned);

  resize = new_button ("object-flip-horizontal-symbolic", _ ("Put Where the Selection Is"),
                       G_CALLBACK (resize_clicked_cb), row);
  gtk_widget_set_sensitive (resize, self->selected != NULL);
  g_object_set_data (G_OBJECT (row), "resize", resize);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), resize);

  remove = new_button ("list-remove-symbolic", _ ("Remove Passage"), G_CALLBACK (remove_clicked_cb), row);
  /* A claim stands somewhere. */
  gtk_widget_set_sensitive (remove, span->role != GS_SPAN_QUOTE || count_quotes (self) > 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), remove);

  return row;
}

static void
show_rows (GsClaimSpans *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; i < self->spans->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (self, self->spans->pdata[i]));
  gtk_widget_set_visible (self->list, self->spans->len > 0);
}

/**
 * gs_claim_spans_set:
 * @self: a #GsClaimSpans
 * @spans: (nullable) (element-type GsSpanRecord): what to show; copied
 *
 * Does not emit "changed".
 */
void
gs_claim_spans_set (GsClaimSpans *self, const GPtrArray *spans)
{
  g_return_if_fail (GS_IS_CLAIM_SPANS (self));

  self->changed = FALSE;
  g_ptr_array_set_size (self->spans, 0);
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    g_ptr_array_add (self->spans, gs_record_copy (&gs_span_type, spans->pdata[i]));
  show_rows (self);
}

/**
 * gs_claim_spans_is_changed:
 * @self: a #GsClaimSpans
 *
 * Returns: whether the analyst has changed what was set
 */
gboolean
gs_claim_spans_is_changed (GsClaimSpans *self)
{
  g_return_val_if_fail (GS_IS_CLAIM_SPANS (self), FALSE);

  return self->changed;
}

/**
 * gs_claim_spans_get:
 * @self: a #GsClaimSpans
 *
 * Returns: (transfer full) (element-type GsSpanRecord): the passages as they are now;
 *   those added have no UUID
 */
GPtrArray *
gs_claim_spans_get (GsClaimSpans *self)
{
  GPtrArray *spans = gs_record_array_new (&gs_span_type);

  g_return_val_if_fail (GS_IS_CLAIM_SPANS (self), spans);

  for (guint i = 0; i < self->spans->len; i++)
    g_ptr_array_add (spans, gs_record_copy (&gs_span_type, self->spans->pdata[i]));

  return spans;
}

/**
 * gs_claim_spans_set_selection:
 * @self: a #GsClaimSpans
 * @start: first code point of what is selected in the article
 * @end: the code point after the last
 * @text: (nullable): what stands there; %NULL when nothing is selected
 */
void
gs_claim_spans_set_selection (GsClaimSpans *self, gint64 start, gint64 end, const char *text)
{
  g_return_if_fail (GS_IS_CLAIM_SPANS (self));

  self->start = start;
  self->end = end;
  g_free (self->selected);
  self->selected = g_strdup (text);

  gtk_widget_set_sensitive (self->add, text != NULL);
  gtk_widget_set_visible (self->hint, text == NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_sensitive (g_object_get_data (G_OBJECT (row), "resize"), text != NULL);
}

static void
gs_claim_spans_dispose (GObject *object)
{
  GsClaimSpans *self = GS_CLAIM_SPANS (object);

  g_clear_pointer (&self->list, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  g_clear_pointer (&self->hint, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_claim_spans_parent_class)->dispose (object);
}

static void
gs_claim_spans_finalize (GObject *object)
{
  GsClaimSpans *self = GS_CLAIM_SPANS (object);

  g_ptr_array_unref (self->spans);
  g_free (self->selected);

  G_OBJECT_CLASS (gs_claim_spans_parent_class)->finalize (object);
}

static void
gs_claim_spans_class_init (GsClaimSpansClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gs_claim_spans_dispose;
  object_class->finalize = gs_claim_spans_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW] = g_signal_new ("show-place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);
}

static void
add_role (GsClaimSpans *self, GsSpanRole role, const char *label, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gs_tooltip_set (button, tooltip);
  g_object_set_data (G_OBJECT (button), "role", GINT_TO_POINTER ((int) role));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->add), button);
}

static void
gs_claim_spans_init (GsClaimSpans *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->spans = gs_record_array_new (&gs_span_type);

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Passages"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));

  self->add = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->add, "linked");
  gtk_box_set_homogeneous (GTK_BOX (self->add), TRUE);
  add_role (self, GS_SPAN_QUOTE, _ ("Add Quote"), _ ("The selection says the same"));
  add_role (self, GS_SPAN_CUE, _ ("Add Cue"), _ ("The selection says who says it"));
  add_role (self, GS_SPAN_CONTEXT, _ ("Add Context"), _ ("The selection helps to understand it"));
  gs_tooltip_let_cut (self->add);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));

  self->hint = gtk_label_new (_ ("Select in the article what is to be added."));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0.0f);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_set_parent (self->hint, GTK_WIDGET (self));
  gs_claim_spans_set_selection (self, 0, 0, NULL);
  show_rows (self);
}
