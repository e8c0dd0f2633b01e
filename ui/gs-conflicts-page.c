/* gs-conflicts-page.c: the board of questions on which accounts oppose each other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts-page.h"

#include <glib/gi18n.h>

#include "gs-conflict-detail.h"
#include "gs-conflict-rows.h"
#include "gs-list-box.h"
#include "gs-notify.h"
#include "gs-paned.h"
#include "gs-panes.h"
#include "gs-settings.h"

/* How many are read at once; more when the end is scrolled to. */
#define CONFLICTS_PAGE 100

struct _GsConflictsPage
{
  GsFoldingPage parent_instance;

  GsWorkspace *workspace;
  GPtrArray *conflicts;  /* GsConflict, one a row */
  GCancellable *listing; /* of the reading of the list */
  GsConflictFilter filter;
  gboolean more_conflicts;
  gboolean outdated; /* to be read when the page comes into view */

  GtkStack *stack;
  GtkPaned *paned;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkListBox *list;
  GsConflictDetail *detail;
  GtkToggleButton *undecided;
  GtkToggleButton *cross_language;
  GtkToggleButton *self_contradiction;
  GtkDropDown *rule;
};

/* What the list can be narrowed to. */
static const char *const rules[] = {
  GS_RULE_POLARITY,        GS_RULE_POLARITY_SCOPE,   GS_RULE_ONSET,       GS_RULE_BEFORE_FIRST,
  GS_RULE_SAME_EVENT,      GS_RULE_NUMERIC,          GS_RULE_VAGUE,       GS_RULE_LADDER,
  GS_RULE_EXCLUSIVE_VALUE, GS_RULE_OPPOSITE_ANSWERS, GS_RULE_ATTRIBUTION, GS_RULE_VOICE_UPGRADE,
};

enum
{
  PANE_LIST,
  PANE_DETAIL,
};

enum
{
  COMPARE,
  OPEN_CLAIM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsConflictsPage, gs_conflicts_page, GS_TYPE_FOLDING_PAGE)

static void
empty_list (GsConflictsPage *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_ptr_array_set_size (self->conflicts, 0);
}

static void
gs_conflicts_page_arrange (GsFoldingPage *page, gboolean folded, guint depth)
{
  GsConflictsPage *self = GS_CONFLICTS_PAGE (page);

  gtk_widget_set_visible (self->list_pane, !folded || depth == PANE_LIST);
  gtk_widget_set_visible (self->detail_pane, !folded || depth == PANE_DETAIL);
}

static const GsConflict *
get_conflict (GsConflictsPage *self, GtkListBoxRow *row)
{
  int index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  return index >= 0 && (guint) index < self->conflicts->len ? self->conflicts->pdata[index] : NULL;
}

static void
row_selected_cb (GsConflictsPage *self, GtkListBoxRow *row)
{
  const GsConflict *conflict = get_conflict (self, row);

  if (conflict != NULL)
    gs_conflict_detail_show (self->detail, conflict);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), conflict != NULL);
}

/* Enter or a click goes on to the positions. */
static void
row_activated_cb (GsConflictsPage *self, GtkListBoxRow *row)
{
  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_DETAIL);
  if (gs_folding_page_is_folded (GS_FOLDING_PAGE (self)))
    gtk_widget_child_focus (self->detail_pane, GTK_DIR_TAB_FORWARD);
}

/* By key, and so on to what keys judge. */
static gboolean
entered_cb (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  GsConflictsPage *self = GS_CONFLICTS_PAGE (user_data);

  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_DETAIL);
  gs_conflict_detail_focus_pairs (self->detail);

  return GDK_EVENT_STOP;
}

/* Before the row takes Enter for a click. */
static void
add_enter_key (GsConflictsPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcut *enter = gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Return|KP_Enter"),
                                         gtk_callback_action_new (entered_cb, self, NULL));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), enter);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
compare_cb (GsConflictsPage *self, const char *question, const char *link)
{
  g_signal_emit (self, signals[COMPARE], 0, question, link);
}

static void
open_claim (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  const char *article;
  const char *claim;

  g_variant_get (parameter, "(&s&s)", &article, &claim);
  g_signal_emit (widget, signals[OPEN_CLAIM], 0, article, claim);
}

/* On to the next question further down on which pairs wait for a verdict. */
static void
exhausted_cb (GsConflictsPage *self)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);
  int after = chosen != NULL ? gtk_list_box_row_get_index (chosen) : -1;

  for (guint i = (guint) (after + 1); i < self->conflicts->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (((const GsConflict *) self->conflicts->pdata[i])->undecided > 0
          && gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          gtk_list_box_select_row (self->list, row);
          gs_conflict_detail_judge_next (self->detail);
          return;
        }
    }

  gs_notify (GTK_WIDGET (self), _ ("No pair is undecided from here on"));
}

/* Filters ------------------------------------------------------------------------- */

static const char *
get_rule (GsConflictsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->rule);

  return chosen > 0 && chosen <= G_N_ELEMENTS (rules) ? rules[chosen - 1] : NULL;
}

static gboolean
is_filtered (GsConflictsPage *self)
{
  return self->filter.cross_language || self->filter.self_contradiction || self->filter.undecided
         || get_rule (self) != NULL;
}

static gboolean
has_rule (const GsConflict *conflict, const char *rule)
{
  for (guint i = 0; conflict->rules != NULL && i < conflict->rules->len; i++)
    {
      if (g_str_equal (conflict->rules->pdata[i], rule))
        return TRUE;
    }

  return g_strcmp0 (conflict->kind, rule) == 0;
}

/* The database knows the other filters; a rule is looked for in what has come. */
static gboolean
filter_row (GtkListBoxRow *row, gpointer user_data)
{
  GsConflictsPage *self = user_data;
  const GsConflict *conflict = get_conflict (self, row);
  const char *rule = get_rule (self);

  return rule == NULL || conflict == NULL || has_rule (conflict, rule);
}

static void
choose_first (GsConflictsPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && filter_row (row, self))
    return;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL && !filter_row (row, self); i++)
    ;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), row != NULL);
}

static void
rule_changed_cb (GsConflictsPage *self)
{
  /* The list of rules is given up with the page, too. */
  if (self->workspace == NULL)
    return;

  gtk_list_box_invalidate_filter (self->list);
  choose_first (self);
}

static void ask_for_conflicts (GsConflictsPage *self);

static void
filter_changed_cb (GsConflictsPage *self)
{
  self->filter.undecided = gtk_toggle_button_get_active (self->undecided);
  self->filter.cross_language = gtk_toggle_button_get_active (self->cross_language);
  self->filter.self_contradiction = gtk_toggle_button_get_active (self->self_contradiction);
  if (self->workspace == NULL)
    return;

  self->outdated = TRUE;
  ask_for_conflicts (self);
}

static void
fill_rules (GsConflictsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("All rules"));
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    gtk_string_list_append (names, gs_conflicts_rule_label (rules[i]));
  gtk_drop_down_set_model (self->rule, G_LIST_MODEL (names));
}

/* Reading -------------------------------------------------------------------------- */

typedef struct
{
  GsConflictFilter filter;
  guint offset;
} Wanted;

static gpointer
read_conflicts (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  Wanted *wanted = data;

  return gs_conflicts_list (workspace, &wanted->filter, wanted->offset, CONFLICTS_PAGE, error);
}

static GtkWidget *
make_row (gconstpointer conflict)
{
  return gs_conflict_row_new (conflict);
}

static void
append_conflicts (GsConflictsPage *self, GPtrArray *conflicts)
{
  while (conflicts->len > 0)
    {
      GsConflict *conflict = g_ptr_array_steal_index (conflicts, 0);

      g_ptr_array_add (self->conflicts, conflict);
      gtk_list_box_append (self->list, gs_conflict_row_new (conflict));
    }
}

/* The question that is shown is chosen again, wherever it is now. */
static void
choose_shown (GsConflictsPage *self)
{
  const char *question = gs_conflict_detail_get_question (self->detail);

  for (guint i = 0; i < self->conflicts->len; i++)
    {
      if (g_strcmp0 (((const GsConflict *) self->conflicts->pdata[i])->question, question) == 0)
        gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
    }
}

static void
update_conflicts (GsConflictsPage *self, GPtrArray *conflicts)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL;
  GtkListBoxRow *chosen;

  gs_list_box_update (self->list, self->conflicts, conflicts, (GEqualFunc) gs_conflict_equal, make_row);
  self->outdated = FALSE;
  if (focused && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == NULL)
    gs_panes_want (self->list_pane);

  chosen = gtk_list_box_get_selected_row (self->list);
  if (chosen != NULL)
    gs_conflict_detail_refresh (self->detail, get_conflict (self, chosen));
  else
    choose_shown (self);
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

  self->more_conflicts = conflicts->len == CONFLICTS_PAGE;
  if (self->outdated)
    update_conflicts (self, conflicts);
  else
    append_conflicts (self, conflicts);
  choose_first (self);
  gtk_stack_set_visible_child_name (self->stack, self->conflicts->len > 0 || is_filtered (self) ? "board" : "empty");
  gs_panes_ready (self->list_pane);
}

static void
ask_for_conflicts (GsConflictsPage *self)
{
  Wanted *wanted = g_new0 (Wanted, 1);

  wanted->filter = self->filter;
  wanted->offset = self->outdated ? 0 : self->conflicts->len;
  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  gs_workspace_call_async (self->workspace, read_conflicts, wanted, g_free, (GDestroyNotify) g_ptr_array_unref,
                           self->listing, conflicts_read_cb, g_object_ref (self));
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

  G_OBJECT_CLASS (gs_conflicts_page_parent_class)->finalize (object);
}

static void
gs_conflicts_page_class_init (GsConflictsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GsFoldingPageClass *page_class = GS_FOLDING_PAGE_CLASS (klass);

  object_class->dispose = gs_conflicts_page_dispose;
  object_class->finalize = gs_conflicts_page_finalize;
  widget_class->map = gs_conflicts_page_map;
  page_class->arrange = gs_conflicts_page_arrange;

  signals[COMPARE] = g_signal_new ("compare", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  signals[OPEN_CLAIM] = g_signal_new ("open-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "conflicts.open-claim", "(ss)", open_claim);
  g_type_ensure (GS_TYPE_CONFLICT_DETAIL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-conflicts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, paned);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, list);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, undecided);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, cross_language);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, self_contradiction);
  gtk_widget_class_bind_template_child (widget_class, GsConflictsPage, rule);
  gtk_widget_class_bind_template_callback (widget_class, list_edge_reached_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_cb);
  gtk_widget_class_bind_template_callback (widget_class, exhausted_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rule_changed_cb);
}

static void
gs_conflicts_page_init (GsConflictsPage *self)
{
  self->conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_conflict_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_rules (self);
  gtk_list_box_set_filter_func (self->list, filter_row, self, NULL);
  gs_paned_free_hidden_handle (self->paned);
  add_enter_key (self);
  gs_panes_set_main (self->list_pane, GTK_WIDGET (self->list));
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
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  empty_list (self);
  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_LIST);

  g_set_object (&self->workspace, workspace);
  gs_conflict_detail_set_workspace (self->detail, workspace);
  if (workspace == NULL)
    return;

  g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
  workspace_changed_cb (self);
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

  return self->listing == NULL && gs_conflict_detail_is_settled (self->detail);
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

  return gs_conflict_detail_get_question (self->detail);
}
