/* gs-conflict-detail.c: a question in conflict: its positions and their pairs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflict-detail.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-conflict-rows.h"
#include "gs-interval-chart.h"
#include "gs-isolate.h"
#include "gs-notify.h"
#include "gs-pair-list.h"
#include "gs-placed-claims.h"
#include "gs-position-row.h"

/* More claims are not read for a picture; so many units get one of their own. */
#define MOST_PLACED 500
#define MOST_UNITS 3

struct _GsConflictDetail
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GCancellable *placing;
  GCancellable *opening; /* the rest of a conflict of which the list tells a part */
  char *question;
  gboolean judge_next; /* once the pairs are there */

  GtkWidget *scroller;
  GtkLabel *question_label;
  GtkLabel *kind_label;
  GtkListBox *positions;
  GtkBox *charts;
  GsPairList *pairs;
};

enum
{
  COMPARE,
  EXHAUSTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsConflictDetail, gs_conflict_detail, GTK_TYPE_WIDGET)

/* Charts ---------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *times;   /* GsPlacedClaim */
  GPtrArray *numbers; /* GsPlacedClaim */
} Placed;

static void
placed_free (gpointer data)
{
  Placed *placed = data;

  g_clear_pointer (&placed->times, g_ptr_array_unref);
  g_clear_pointer (&placed->numbers, g_ptr_array_unref);
  g_free (placed);
}

static gpointer
place_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Placed *placed = g_new0 (Placed, 1);

  placed->times = gs_placed_claims_read (workspace, data, GS_PLACED_IN_TIME, MOST_PLACED, NULL, error);
  if (placed->times != NULL)
    placed->numbers = gs_placed_claims_read (workspace, data, GS_PLACED_AMONG_NUMBERS, MOST_PLACED, NULL, error);
  if (placed->numbers == NULL)
    g_clear_pointer (&placed, placed_free);

  return placed;
}

static void
empty_charts (GsConflictDetail *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->charts))) != NULL)
    gtk_box_remove (self->charts, child);
  gtk_widget_set_visible (GTK_WIDGET (self->charts), FALSE);
}

/* One interval alone is nothing to compare. */
static void
add_chart (GsConflictDetail *self, GPtrArray *placed, GsAxisKind kind, const char *unit, const char *title)
{
  GtkWidget *chart = g_object_ref_sink (gs_interval_chart_new (placed, kind, unit));
  GtkWidget *box, *heading;

  if (gs_interval_chart_get_n_lanes (GS_INTERVAL_CHART (chart)) > 1)
    {
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      heading = gtk_label_new (title);
      gtk_label_set_xalign (GTK_LABEL (heading), 0.f);
      gtk_widget_add_css_class (heading, "heading");
      gtk_widget_add_css_class (chart, "card");
      gtk_box_append (GTK_BOX (box), heading);
      gtk_box_append (GTK_BOX (box), chart);
      gtk_box_append (self->charts, box);
      gtk_widget_set_visible (GTK_WIDGET (self->charts), TRUE);
    }
  g_object_unref (chart);
}

static void
add_number_charts (GsConflictDetail *self, GPtrArray *placed)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new ();

  for (guint i = 0; i < placed->len && units->len < MOST_UNITS; i++)
    {
      const char *unit = ((const GsPlacedClaim *) placed->pdata[i])->unit;
      g_autofree char *title = NULL;

      if (g_ptr_array_find_with_equal_func (units, unit != NULL ? unit : "", g_str_equal, NULL))
        continue;

      g_ptr_array_add (units, (gpointer) (unit != NULL ? unit : ""));
      /* Translators: numbers with their unit, over a diagram. */
      title = unit != NULL ? gs_compose (_ ("Numbers: %s"), unit) : g_strdup (_ ("Numbers"));
      add_chart (self, placed, GS_AXIS_NUMBERS, unit, title);
    }
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsConflictDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  Placed *placed = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (placed == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (self->workspace == GS_WORKSPACE (source))
    {
      g_clear_object (&self->placing);
      empty_charts (self);
      if (placed == NULL)
        gs_notify_error (GTK_WIDGET (self), _ ("The claims could not be read"), error);
    }
  if (placed != NULL && self->workspace == GS_WORKSPACE (source))
    {
      add_chart (self, placed->times, GS_AXIS_DAYS, NULL, _ ("Time"));
      add_number_charts (self, placed->numbers);
    }
  g_clear_pointer (&placed, placed_free);
}

static void
cancel_placing (GsConflictDetail *self)
{
  g_cancellable_cancel (self->placing);
  g_clear_object (&self->placing);
}

static void
place_claims (GsConflictDetail *self)
{
  cancel_placing (self);
  self->placing = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, place_func, g_strdup (self->question), g_free, placed_free, self->placing,
                           placed_cb, g_object_ref (self));
}

/* Positions --------------------------------------------------------------------------- */

static void
empty_positions (GsConflictDetail *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->positions, 0)) != NULL)
    gtk_list_box_remove (self->positions, GTK_WIDGET (row));
}

/* What was open stays open when the same question is read anew. */
static GPtrArray *
get_opened (GsConflictDetail *self)
{
  GPtrArray *opened = g_ptr_array_new_with_free_func (g_object_unref);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->positions, i)) != NULL; i++)
    {
      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
        g_ptr_array_add (opened, g_object_ref (row));
    }

  return opened;
}

static void
show_positions (GsConflictDetail *self, const GsConflict *conflict)
{
  g_autoptr (GPtrArray) opened = get_opened (self);
  gboolean same = g_strcmp0 (self->question, conflict->question) == 0;
  gint64 most = 0;

  empty_positions (self);
  for (guint i = 0; i < conflict->positions->len; i++)
    most = MAX (most, gs_position_weigh (conflict->positions->pdata[i]));
  for (guint i = 0; i < conflict->positions->len; i++)
    {
      GtkWidget *position = gs_position_row_new (self->workspace, conflict->positions->pdata[i], most);

      gtk_list_box_append (self->positions, position);
      for (guint j = 0; same && j < opened->len; j++)
        {
          if (gs_position_row_equal (GS_POSITION_ROW (position), opened->pdata[j]))
            adw_expander_row_set_expanded (ADW_EXPANDER_ROW (position), TRUE);
        }
    }
}

/* Of a question with many claims the list tells what it sees at first. */
static gboolean
is_part (const GsConflict *conflict)
{
  for (guint i = 0; i < conflict->positions->len; i++)
    {
      const GsPosition *position = conflict->positions->pdata[i];

      if (position->partial || position->origins_upper == 0)
        return TRUE;
    }

  return conflict->partial;
}

static gpointer
open_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return gs_conflicts_of (workspace, data, error);
}

/* Where it cannot be read, or has gone meanwhile, what is shown stays until the
 * list follows. */
static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsConflictDetail) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsConflict) conflict = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace != GS_WORKSPACE (source))
    return;

  g_clear_object (&self->opening);
  if (conflict != NULL && g_strcmp0 (conflict->question, self->question) == 0)
    {
      g_autofree char *kind = gs_conflict_describe_whole (conflict);

      show_positions (self, conflict);
      gtk_label_set_label (self->kind_label, kind);
    }
}

static void
cancel_opening (GsConflictDetail *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
}

static void
open_question (GsConflictDetail *self)
{
  self->opening = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, open_func, g_strdup (self->question), g_free,
                           (GDestroyNotify) gs_conflict_free, self->opening, opened_cb, g_object_ref (self));
}

/**
 * gs_conflict_detail_show:
 * @self: a #GsConflictDetail
 * @conflict: copied as needed
 *
 * Shows it; charts and pairs follow. What was open and chosen stays so if it is
 * the same question.
 */
void
gs_conflict_detail_show (GsConflictDetail *self, const GsConflict *conflict)
{
  g_autofree char *kind = NULL;

  g_return_if_fail (GS_IS_CONFLICT_DETAIL (self));
  g_return_if_fail (self->workspace != NULL && conflict != NULL);

  kind = gs_conflict_describe_whole (conflict);
  cancel_opening (self);
  show_positions (self, conflict);
  if (g_strcmp0 (self->question, conflict->question) != 0)
    {
      empty_charts (self);
      g_free (self->question);
      self->question = g_strdup (conflict->question);
    }
  gtk_label_set_label (self->question_label, conflict->text);
  gtk_label_set_label (self->kind_label, kind);
  if (is_part (conflict))
    open_question (self);
  place_claims (self);
  gs_pair_list_show (self->pairs, self->question);
}

/**
 * gs_conflict_detail_refresh:
 * @self: a #GsConflictDetail
 * @conflict: the one that is shown, unchanged
 *
 * Reads anew what its claims say, which may have changed without it.
 */
void
gs_conflict_detail_refresh (GsConflictDetail *self, const GsConflict *conflict)
{
  g_autoptr (GPtrArray) opened = NULL;

  g_return_if_fail (GS_IS_CONFLICT_DETAIL (self));
  g_return_if_fail (conflict != NULL && g_strcmp0 (conflict->question, self->question) == 0);

  /* A position that is closed shows nothing of them. */
  opened = get_opened (self);
  if (opened->len > 0)
    show_positions (self, conflict);
  place_claims (self);
  gs_pair_list_show (self->pairs, self->question);
}

/**
 * gs_conflict_detail_set_workspace:
 * @self: a #GsConflictDetail
 * @workspace: (nullable): another one; shows nothing
 */
void
gs_conflict_detail_set_workspace (GsConflictDetail *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_CONFLICT_DETAIL (self));

  cancel_placing (self);
  cancel_opening (self);
  empty_charts (self);
  empty_positions (self);
  g_clear_pointer (&self->question, g_free);
  g_set_object (&self->workspace, workspace);
  gs_pair_list_set_workspace (self->pairs, workspace);
}

/**
 * gs_conflict_detail_judge_next:
 * @self: a #GsConflictDetail
 *
 * Chooses the first pair without a verdict, as soon as the pairs are there.
 */
void
gs_conflict_detail_judge_next (GsConflictDetail *self)
{
  g_return_if_fail (GS_IS_CONFLICT_DETAIL (self));

  gs_pair_list_choose_next (self->pairs);
}

/**
 * gs_conflict_detail_focus_pairs:
 * @self: a #GsConflictDetail
 *
 * Puts the focus on the chosen pair, as soon as the pairs are there.
 */
void
gs_conflict_detail_focus_pairs (GsConflictDetail *self)
{
  g_return_if_fail (GS_IS_CONFLICT_DETAIL (self));

  gs_pair_list_focus (self->pairs);
}

/**
 * gs_conflict_detail_get_question:
 * @self: a #GsConflictDetail
 *
 * Returns: (transfer none) (nullable): UUID of the question shown
 */
const char *
gs_conflict_detail_get_question (GsConflictDetail *self)
{
  g_return_val_if_fail (GS_IS_CONFLICT_DETAIL (self), NULL);

  return self->question;
}

/**
 * gs_conflict_detail_is_settled:
 * @self: a #GsConflictDetail
 *
 * Returns: whether what is to be seen has been read
 */
gboolean
gs_conflict_detail_is_settled (GsConflictDetail *self)
{
  g_return_val_if_fail (GS_IS_CONFLICT_DETAIL (self), FALSE);

  return self->placing == NULL && self->opening == NULL && gs_pair_list_is_settled (self->pairs);
}

static void
compare_cb (GsConflictDetail *self, const char *link)
{
  g_signal_emit (self, signals[COMPARE], 0, self->question, link);
}

static void
exhausted_cb (GsConflictDetail *self)
{
  g_signal_emit (self, signals[EXHAUSTED], 0);
}

static void
edge_reached_cb (GsConflictDetail *self, GtkPositionType position)
{
  if (position == GTK_POS_BOTTOM)
    gs_pair_list_read_more (self->pairs);
}

static void
gs_conflict_detail_dispose (GObject *object)
{
  GsConflictDetail *self = GS_CONFLICT_DETAIL (object);

  cancel_placing (self);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->question, g_free);

  G_OBJECT_CLASS (gs_conflict_detail_parent_class)->dispose (object);
}

static void
gs_conflict_detail_class_init (GsConflictDetailClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gs_conflict_detail_dispose;
  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[EXHAUSTED] =
    g_signal_new ("exhausted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GS_TYPE_PAIR_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-conflict-detail.ui");
  gtk_widget_class_bind_template_child (widget_class, GsConflictDetail, scroller);
  gtk_widget_class_bind_template_child (widget_class, GsConflictDetail, question_label);
  gtk_widget_class_bind_template_child (widget_class, GsConflictDetail, kind_label);
  gtk_widget_class_bind_template_child (widget_class, GsConflictDetail, positions);
  gtk_widget_class_bind_template_child (widget_class, GsConflictDetail, charts);
  gtk_widget_class_bind_template_child (widget_class, GsConflictDetail, pairs);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, exhausted_cb);
  gtk_widget_class_bind_template_callback (widget_class, edge_reached_cb);
}

static void
gs_conflict_detail_init (GsConflictDetail *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
