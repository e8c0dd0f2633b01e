/* gs-timeline-page.c: what is claimed about when.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same claims twice: as a picture, and as a list for those who would
 * rather read, or hear, what it shows.
 */

#include "config.h"

#include "gs-timeline-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-bar.h"
#include "gs-isolate.h"
#include "gs-labels.h"
#include "gs-notify.h"
#include "gs-panes.h"
#include "gs-timeline-view.h"

/* More are not read at once; a question narrows them down. */
#define MOST_CLAIMS 2000
#define MOST_QUESTIONS 500

struct _GsTimelinePage
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GCancellable *reading;
  GPtrArray *questions; /* char *: UUIDs; those behind the first entry of the choice */
  GPtrArray *claims;    /* GsPlacedClaim */
  char *question;       /* (nullable): all */
  gboolean outdated;    /* to be read when the page comes into view */
  gboolean filling;     /* the choice is being filled, not chosen from */

  GtkStack *stack;
  GtkStack *body;
  GtkWidget *legend;
  GtkDropDown *choice;
  GtkToggleButton *as_list;
  GtkLabel *partial;
  GtkScrolledWindow *scroller;
  GsTimelineView *view;
  GtkListBox *list;
};

enum
{
  OPEN_CLAIM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsTimelinePage, gs_timeline_page, GTK_TYPE_WIDGET)

/* Reading ---------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *questions; /* GsQuestionListing */
  GPtrArray *claims;    /* GsPlacedClaim */
  gboolean all;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->questions, g_ptr_array_unref);
  g_clear_pointer (&reading->claims, g_ptr_array_unref);
  g_free (reading);
}

static gpointer
read_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  GsListFilter filter = { .order = GS_ORDER_TEXT };
  Reading *reading = g_new0 (Reading, 1);

  reading->questions = gs_workspace_list_page (workspace, &gs_question_listing_type, &filter, 0, MOST_QUESTIONS, error);
  if (reading->questions != NULL)
    reading->claims = gs_placed_claims_read (workspace, data, GS_PLACED_IN_TIME, MOST_CLAIMS, &reading->all, error);
  if (reading->claims == NULL)
    g_clear_pointer (&reading, reading_free);

  return reading;
}

static void
fill_choice (GsTimelinePage *self, GPtrArray *questions)
{
  g_autoptr (GtkStringList) texts = gtk_string_list_new (NULL);
  guint chosen = 0;

  gtk_string_list_append (texts, _ ("All questions"));
  g_ptr_array_set_size (self->questions, 0);
  for (guint i = 0; i < questions->len; i++)
    {
      const GsQuestionListing *question = questions->pdata[i];

      gtk_string_list_append (texts, question->text);
      g_ptr_array_add (self->questions, g_strdup (question->uuid));
      if (g_strcmp0 (question->uuid, self->question) == 0)
        chosen = i + 1;
    }

  self->filling = TRUE;
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (texts));
  gtk_drop_down_set_selected (self->choice, chosen);
  self->filling = FALSE;
}

static void
fill_list (GsTimelinePage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; gtk_toggle_button_get_active (self->as_list) && i < self->claims->len; i++)
    {
      const GsPlacedClaim *claim = self->claims->pdata[i];
      GtkWidget *line = adw_action_row_new ();
      g_autofree char *details =
        gs_compose ("%s: %s · %s · %s", gs_label (&gs_time_kinds, claim->kind), claim->words,
                    claim->voice != NULL ? claim->voice : _ ("No source named"), gs_label (&gs_stances, claim->stance));

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line), claim->summary);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (line), details);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), TRUE);
      gtk_list_box_append (self->list, line);
    }
}

/* The question of a claim stands above the first one that answers it. */
static void
update_header (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  GsTimelinePage *self = user_data;
  guint index = (guint) gtk_list_box_row_get_index (row);
  const GsPlacedClaim *claim = index < self->claims->len ? self->claims->pdata[index] : NULL;
  const GsPlacedClaim *last = before != NULL && claim != NULL ? self->claims->pdata[index - 1] : NULL;
  GtkWidget *label;

  if (claim == NULL || (last != NULL && g_strcmp0 (claim->question, last->question) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (claim->question_text != NULL ? claim->question_text : _ ("No question"));
  gtk_label_set_xalign (GTK_LABEL (label), 0.f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "timeline-heading");
  gtk_list_box_row_set_header (row, label);
}

static void
show_claims (GsTimelinePage *self, Reading *reading)
{
  g_autofree char *partial =
    g_strdup_printf (_ ("These are the first %u dated claims. Choose a question to see its others."), MOST_CLAIMS);

  g_clear_pointer (&self->claims, g_ptr_array_unref);
  self->claims = g_steal_pointer (&reading->claims);
  fill_choice (self, reading->questions);
  gs_timeline_view_set_claims (self->view, self->claims);
  fill_list (self);
  gtk_label_set_text (self->partial, partial);
  gtk_widget_set_visible (GTK_WIDGET (self->partial), !reading->all);
  gtk_stack_set_visible_child_name (self->stack, self->claims->len > 0 || self->question != NULL ? "claims" : "empty");
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsTimelinePage) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (reading == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (self->workspace == GS_WORKSPACE (source))
    {
      g_clear_object (&self->reading);
      if (reading != NULL)
        show_claims (self, reading);
      else
        gs_notify_error (GTK_WIDGET (self), _ ("The claims could not be read"), error);
    }
  g_clear_pointer (&reading, reading_free);
}

static void
cancel_reading (GsTimelinePage *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
read_claims (GsTimelinePage *self)
{
  cancel_reading (self);
  self->outdated = FALSE;
  self->reading = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, read_func, g_strdup (self->question), g_free, reading_free, self->reading,
                           read_cb, g_object_ref (self));
}

static void
workspace_changed_cb (GsTimelinePage *self)
{
  self->outdated = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    read_claims (self);
}

static void
gs_timeline_page_map (GtkWidget *widget)
{
  GsTimelinePage *self = GS_TIMELINE_PAGE (widget);

  GTK_WIDGET_CLASS (gs_timeline_page_parent_class)->map (widget);
  if (self->outdated && self->workspace != NULL)
    read_claims (self);
}

/**
 * gs_timeline_page_set_workspace:
 * @self: a #GsTimelinePage
 * @workspace: (nullable): %NULL shows nothing
 */
void
gs_timeline_page_set_workspace (GsTimelinePage *self, GsWorkspace *workspace)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_return_if_fail (GS_IS_TIMELINE_PAGE (self));

  cancel_reading (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  g_clear_pointer (&self->question, g_free);
  gs_timeline_view_set_claims (self->view, none);

  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;

  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  workspace_changed_cb (self);
}

/**
 * gs_timeline_page_is_settled:
 * @self: a #GsTimelinePage
 *
 * Returns: whether what is to be seen has been read
 */
gboolean
gs_timeline_page_is_settled (GsTimelinePage *self)
{
  g_return_val_if_fail (GS_IS_TIMELINE_PAGE (self), FALSE);

  return self->reading == NULL;
}

/* Acting --------------------------------------------------------------------------- */

static void
open_claim (GsTimelinePage *self, guint position)
{
  const GsPlacedClaim *claim = position < self->claims->len ? self->claims->pdata[position] : NULL;

  if (claim != NULL)
    g_signal_emit (self, signals[OPEN_CLAIM], 0, claim->article, claim->claim);
}

static void
row_activated_cb (GsTimelinePage *self, GtkListBoxRow *row)
{
  open_claim (self, (guint) gtk_list_box_row_get_index (row));
}

static void
question_chosen_cb (GsTimelinePage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->choice);

  if (self->filling || self->workspace == NULL)
    return;

  g_free (self->question);
  self->question = chosen > 0 && chosen <= self->questions->len ? g_strdup (self->questions->pdata[chosen - 1]) : NULL;
  read_claims (self);
}

static void
as_list_cb (GsTimelinePage *self)
{
  gboolean as_list = gtk_toggle_button_get_active (self->as_list);

  fill_list (self);
  gtk_stack_set_visible_child_name (self->body, as_list ? "list" : "picture");
  gtk_widget_set_visible (self->legend, !as_list);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsTimelinePage *self = GS_TIMELINE_PAGE (widget);

  gs_timeline_view_zoom (self->view, g_str_equal (name, "timeline.zoom-in")    ? 1.4
                                     : g_str_equal (name, "timeline.zoom-out") ? 1.0 / 1.4
                                                                               : 0.0);
}

static void
draw_sample (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  int kind = GPOINTER_TO_INT (user_data);
  GsBar bar = { .x = 2, .y = 3, .width = width - 4, .height = height - 6, .kind = ABS (kind) - 1, .denied = kind < 0 };
  GdkRGBA colour;

  gs_bar_get_colour (GTK_WIDGET (area), bar.denied, &colour);
  gs_bar_draw (&bar, cr, &colour);
}

/* @sign: one more than the kind of time; negative for a denial. */
static void
add_sample (GsTimelinePage *self, int sign, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), 32);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), 18);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_sample, GINT_TO_POINTER (sign), NULL);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), area);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_append (GTK_FLOW_BOX (self->legend), box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
fill_legend (GsTimelinePage *self)
{
  GtkWidget *uttered = gtk_label_new (_ ("▴ said or printed"));

  for (int kind = GS_TIME_EVENT; kind <= GS_TIME_UNIVERSAL; kind++)
    add_sample (self, kind + 1, gs_label (&gs_time_kinds, kind));
  add_sample (self, -(GS_TIME_STATE + 1), _ ("denied"));
  gtk_label_set_xalign (GTK_LABEL (uttered), 0.0f);
  gtk_widget_add_css_class (uttered, "caption");
  gtk_flow_box_append (GTK_FLOW_BOX (self->legend), uttered);
  gtk_widget_set_focusable (gtk_widget_get_parent (uttered), FALSE);
}

static void
gs_timeline_page_dispose (GObject *object)
{
  GsTimelinePage *self = GS_TIMELINE_PAGE (object);

  if (self->stack != NULL)
    gs_timeline_page_set_workspace (self, NULL);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_timeline_page_parent_class)->dispose (object);
}

static void
gs_timeline_page_finalize (GObject *object)
{
  GsTimelinePage *self = GS_TIMELINE_PAGE (object);

  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->claims);

  G_OBJECT_CLASS (gs_timeline_page_parent_class)->finalize (object);
}

static void
gs_timeline_page_class_init (GsTimelinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gs_timeline_page_dispose;
  object_class->finalize = gs_timeline_page_finalize;
  widget_class->map = gs_timeline_page_map;

  signals[OPEN_CLAIM] = g_signal_new ("open-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-fit", NULL, zoom_action);

  g_type_ensure (GS_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-timeline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GsTimelinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, GsTimelinePage, body);
  gtk_widget_class_bind_template_child (widget_class, GsTimelinePage, legend);
  gtk_widget_class_bind_template_child (widget_class, GsTimelinePage, choice);
  gtk_widget_class_bind_template_child (widget_class, GsTimelinePage, as_list);
  gtk_widget_class_bind_template_child (widget_class, GsTimelinePage, partial);
  gtk_widget_class_bind_template_child (widget_class, GsTimelinePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, GsTimelinePage, view);
  gtk_widget_class_bind_template_child (widget_class, GsTimelinePage, list);
  gtk_widget_class_bind_template_callback (widget_class, open_claim);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, as_list_cb);
}

static void
gs_timeline_page_init (GsTimelinePage *self)
{
  self->questions = g_ptr_array_new_with_free_func (g_free);
  self->claims = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_timeline_view_set_adjustment (self->view, gtk_scrolled_window_get_vadjustment (self->scroller));
  gtk_list_box_set_header_func (self->list, update_header, self, NULL);
  fill_legend (self);
  gs_panes_set_main (GTK_WIDGET (self), GTK_WIDGET (self->view));
}
