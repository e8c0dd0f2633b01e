/* gs-conflicts-page.c: the board of questions on which accounts oppose each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts-page.h"

#include <glib/gi18n.h>

#include "gs-conflict-rows.h"
#include "gs-notify.h"
#include "gs-paned.h"
#include "gs-position-row.h"
#include "gs-settings.h"

/* How many are read at once; more when the end is scrolled to. */
#define CONFLICTS_PAGE 100
#define PAIRS_PAGE 50

struct _GsConflictsPage
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GPtrArray *conflicts;  /* GsConflict, one a row */
  GPtrArray *links;      /* UUIDs of the pairs, one a row; NULL where there is none */
  GCancellable *listing; /* of the reading of the list, of the pairs */
  GCancellable *pairing;
  char *question; /* on the right */
  gboolean more_conflicts;
  gboolean more_pairs;
  gboolean outdated; /* to be read when the page comes into view */
  gboolean folded;
  gboolean in_detail; /* the right pane is shown when folded */

  GtkStack *stack;
  GtkPaned *paned;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkListBox *list;
  GtkLabel *question_label;
  GtkLabel *kind_label;
  GtkListBox *positions;
  GtkListBox *pairs;
};

enum
{
  PROP_0,
  PROP_FOLDED,
  PROP_CAN_GO_BACK,
  N_PROPS
};

enum
{
  COMPARE,
  OPEN_CLAIM,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsConflictsPage, gs_conflicts_page, GTK_TYPE_WIDGET)

typedef struct
{
  char *question;
  guint offset;
  guint limit;
} Wanted;

static Wanted *
wanted_new (const char *question, guint offset, guint limit)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->question = g_strdup (question);
  wanted->offset = offset;
  wanted->limit = limit;

  return wanted;
}

static void
wanted_free (gpointer data)
{
  g_free (((Wanted *) data)->question);
  g_free (data);
}

static void
empty_list_box (GtkListBox *box)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (box, 0)) != NULL)
    gtk_list_box_remove (box, GTK_WIDGET (row));
}

static void
gs_conflicts_page_arrange (GsConflictsPage *self)
{
  gtk_widget_set_visible (self->list_pane, !self->folded || !self->in_detail);
  gtk_widget_set_visible (self->detail_pane, !self->folded || self->in_detail);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
}

static gpointer
read_pairs (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Wanted *wanted = data;

  return gs_conflicts_pairs (workspace, wanted->question, wanted->offset, wanted->limit, error);
}

static void
pairs_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsConflictsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pairs = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace != GS_WORKSPACE (source))
    return;

  g_clear_object (&self->pairing);
  if (pairs == NULL)
    {
      gs_notify_error (GTK_WIDGET (self), _ ("The pairs could not be read"), error);
      return;
    }

  if (self->links->len == 0)
    empty_list_box (self->pairs);
  self->more_pairs = pairs->len == PAIRS_PAGE;
  for (guint i = 0; i < pairs->len; i++)
    {
      const GsPair *pair = g_ptr_array_index (pairs, i);

      g_ptr_array_add (self->links, g_strdup (pair->link));
      gtk_list_box_append (self->pairs, gs_pair_row_new (pair));
    }
}

static void
ask_for_pairs (GsConflictsPage *self)
{
  g_clear_object (&self->pairing);
  self->pairing = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, read_pairs, wanted_new (self->question, self->links->len, PAIRS_PAGE),
                           wanted_free, (GDestroyNotify) g_ptr_array_unref, self->pairing, pairs_read_cb,
                           g_object_ref (self));
}

static void
pairs_edge_reached_cb (GsConflictsPage *self, GtkPositionType position)
{
  if (position == GTK_POS_BOTTOM && self->more_pairs && self->pairing == NULL)
    ask_for_pairs (self);
}

/* What was open stays open when the same question is read anew. */
static void
show_positions (GsConflictsPage *self, const GsConflict *conflict)
{
  g_autoptr (GPtrArray) opened = g_ptr_array_new_with_free_func (g_object_unref);
  GtkListBoxRow *row;
  gint64 most = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->positions, i)) != NULL; i++)
    {
      if (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)) && g_strcmp0 (self->question, conflict->question) == 0)
        g_ptr_array_add (opened, g_object_ref (row));
    }

  empty_list_box (self->positions);
  for (guint i = 0; i < conflict->positions->len; i++)
    most = MAX (most, ((GsPosition *) g_ptr_array_index (conflict->positions, i))->count);
  for (guint i = 0; i < conflict->positions->len; i++)
    {
      GtkWidget *position = gs_position_row_new (self->workspace, g_ptr_array_index (conflict->positions, i), most);

      gtk_list_box_append (self->positions, position);
      for (guint j = 0; j < opened->len; j++)
        {
          if (gs_position_row_equal (GS_POSITION_ROW (position), opened->pdata[j]))
            adw_expander_row_set_expanded (ADW_EXPANDER_ROW (position), TRUE);
        }
    }
}

static void
show_conflict (GsConflictsPage *self, const GsConflict *conflict)
{
  g_autofree char *kind = gs_conflict_describe (conflict);

  show_positions (self, conflict);
  g_free (self->question);
  self->question = g_strdup (conflict->question);
  gtk_label_set_label (self->question_label, conflict->text);
  gtk_label_set_label (self->kind_label, kind);

  g_cancellable_cancel (self->pairing);
  g_ptr_array_set_size (self->links, 0);
  ask_for_pairs (self);
}

static void
row_selected_cb (GsConflictsPage *self, GtkListBoxRow *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if (index >= 0 && (guint) index < self->conflicts->len)
    show_conflict (self, g_ptr_array_index (self->conflicts, index));
}

/* Enter or a click goes on to the positions. */
static void
row_activated_cb (GsConflictsPage *self, GtkListBoxRow *row)
{
  self->in_detail = TRUE;
  gs_conflicts_page_arrange (self);
  if (self->folded)
    gtk_widget_child_focus (self->detail_pane, GTK_DIR_TAB_FORWARD);
}

static void
pair_activated_cb (GsConflictsPage *self, GtkListBoxRow *row)
{
  guint index = (guint) gtk_list_box_row_get_index (row);

  if (index < self->links->len)
    g_signal_emit (self, signals[COMPARE], 0, self->question, g_ptr_array_index (self->links, index));
}

static void
judge (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsConflictsPage *self = GS_CONFLICTS_PAGE (widget);

  if (self->question != NULL)
    g_signal_emit (self, signals[COMPARE], 0, self->question, NULL);
}

static void
open_claim (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *article;
  const char *claim;

  g_variant_get (parameter, "(&s&s)", &article, &claim);
  g_signal_emit (widget, signals[OPEN_CLAIM], 0, article, claim);
}

static gpointer
read_conflicts (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Wanted *wanted = data;

  return gs_conflicts_list (workspace, NULL, wanted->offset, wanted->limit, error);
}

static void
append_conflicts (GsConflictsPage *self, GPtrArray *conflicts)
{
  GtkListBoxRow *chosen = NULL;

  while (conflicts->len > 0)
    {
      GsConflict *conflict = g_ptr_array_steal_index (conflicts, 0);
      GtkWidget *row = gs_conflict_row_new (conflict);

      g_ptr_array_add (self->conflicts, conflict);
      gtk_list_box_append (self->list, row);
      if (g_strcmp0 (conflict->question, self->question) == 0)
        chosen = GTK_LIST_BOX_ROW (row);
    }

  if (gtk_list_box_get_selected_row (self->list) == NULL)
    gtk_list_box_select_row (self->list, chosen != NULL ? chosen : gtk_list_box_get_row_at_index (self->list, 0));
}

static void
conflicts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsConflictsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) conflicts = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->workspace != GS_WORKSPACE (source))
    return;

  g_clear_object (&self->listing);
  if (conflicts == NULL)
    {
      gs_notify_error (GTK_WIDGET (self), _ ("The conflicts could not be read"), error);
      return;
    }

  if (self->outdated)
    {
      empty_list_box (self->list);
      g_ptr_array_set_size (self->conflicts, 0);
      self->outdated = FALSE;
    }
  self->more_conflicts = conflicts->len == CONFLICTS_PAGE;
  append_conflicts (self, conflicts);
  gtk_stack_set_visible_child_name (self->stack, self->conflicts->len > 0 ? "board" : "empty");
}

static void
ask_for_conflicts (GsConflictsPage *self)
{
  guint offset = self->outdated ? 0 : self->conflicts->len;

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, read_conflicts, wanted_new (NULL, offset, CONFLICTS_PAGE), wanted_free,
                           (GDestroyNotify) g_ptr_array_unref, self->listing, conflicts_read_cb, g_object_ref (self));
}

static void
list_edge_reached_cb (GsConflictsPage *self, GtkPositionType position)
{
  if (position == GTK_POS_BOTTOM && self->more_conflicts && self->listing == NULL)
    ask_for_conflicts (self);
}

/* Conflicts cost more to read than a list: only when they are looked at. */
static void
workspace_changed_cb (GsConflictsPage *self)
{
  self->outdated = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ask_for_conflicts (self);
}

static void
gs_conflicts_page_map (GtkWidget *widget)
{
  GsConflictsPage *self = GS_CONFLICTS_PAGE (widget);

  GTK_WIDGET_CLASS (gs_conflicts_page_parent_class)->map (widget);
  if (self->outdated && self->workspace != NULL)
    ask_for_conflicts (self);
}

static void
gs_conflicts_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GsConflictsPage *self = GS_CONFLICTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      self->folded = g_value_get_boolean (value);
      gs_conflicts_page_arrange (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gs_conflicts_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GsConflictsPage *self = GS_CONFLICTS_PAGE (object);

  switch (prop_id)
    {
    case PROP_FOLDED:
      g_value_set_boolean (value, self->folded);
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, self->folded && self->in_detail);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gs_conflicts_page_dispose (GObject *object)
{
  GsConflictsPage *self = GS_CONFLICTS_PAGE (object);

  if (self->stack != NULL)
    gs_conflicts_page_set_workspace (self, NULL);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_conflicts_page_parent_class)->dispose (object);
}

static void
gs_conflicts_page_finalize (GObject *object)
{
  GsConflictsPage *self = GS_CONFLICTS_PAGE (object);

  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->links);
  g_free (self->question);

  G_OBJECT_CLASS (gs_conflicts_page_parent_class)->finalize (object);
}

static void
gs_conflicts_page_class_init (GsConflictsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = gs_conflicts_page_set_property;
  object_class->get_property = gs_conflicts_page_get_property;
  object_class->dispose = gs_conflicts_page_dispose;
  object_class->finalize = gs_conflicts_page_finalize;
  widget_class->map = gs_conflicts_page_map;

  properties[PROP_FOLDED] =
    g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_GO_BACK] =
    g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  signals[OPEN_CLAIM] = g_signal_new ("open-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "conflicts.judge", NULL, judge);
  gtk_widget_class_install_action (widget_class, "conflicts.open-claim", "(ss)", open_claim);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-conflicts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, list);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, question_label);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, kind_label);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, positions);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, pairs);
  gtk_widget_class_bind_template_callback (widget_class, list_edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, pairs_edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pair_activated_cb);
}

static void
gs_conflicts_page_init (GsConflictsPage *self)
{
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_conflict_free);
  self->links = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  gs_paned_free_hidden_handle (self->paned);
  gs_settings_bind ("conflicts-width", self->paned, "position");
}

/**
 * gs_conflicts_page_new:
 *
 * Returns: (transfer floating): the page, without a workspace
 */
GtkWidget *
gs_conflicts_page_new (void)
{
  return g_object_new (GS_TYPE_CONFLICTS_PAGE, NULL);
}

/**
 * gs_conflicts_page_set_workspace:
 * @self: a #GsConflictsPage
 * @workspace: (nullable): %NULL shows nothing
 */
void
gs_conflicts_page_set_workspace (GsConflictsPage *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_CONFLICTS_PAGE (self));

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_cancellable_cancel (self->pairing);
  g_clear_object (&self->pairing);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  g_clear_pointer (&self->question, g_free);
  self->in_detail = FALSE;
  gs_conflicts_page_arrange (self);

  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;

  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  workspace_changed_cb (self);
}

/**
 * gs_conflicts_page_go_back:
 * @self: a #GsConflictsPage
 *
 * Shows the list, where one pane is shown at a time.
 */
void
gs_conflicts_page_go_back (GsConflictsPage *self)
{
  g_return_if_fail (GS_IS_CONFLICTS_PAGE (self));

  self->in_detail = FALSE;
  gs_conflicts_page_arrange (self);
}

/**
 * gs_conflicts_page_is_settled:
 * @self: a #GsConflictsPage
 *
 * Returns: whether what is to be seen has been read
 */
gboolean
gs_conflicts_page_is_settled (GsConflictsPage *self)
{
  g_return_val_if_fail (GS_IS_CONFLICTS_PAGE (self), FALSE);

  return self->listing == NULL && self->pairing == NULL;
}

/**
 * gs_conflicts_page_get_question:
 * @self: a #GsConflictsPage
 *
 * Returns: (transfer none) (nullable): UUID of the question shown on the right
 */
const char *
gs_conflicts_page_get_question (GsConflictsPage *self)
{
  g_return_val_if_fail (GS_IS_CONFLICTS_PAGE (self), NULL);

  return self->question;
}
