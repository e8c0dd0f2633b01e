/* gs-compare-page.c: two claims that oppose each other, side by side.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-compare-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "gs-ask-popover.h"
#include "gs-compare-grid.h"
#include "gs-compare-load.h"
#include "gs-compare-others.h"
#include "gs-compare-side.h"
#include "gs-isolate.h"
#include "gs-judge.h"
#include "gs-labels.h"

/* Below this the articles stand one above the other. */
#define NARROW 760
/* The articles have at least so much of the page's height. */
#define ARTICLES_SHARE 0.55

struct _GsComparePage
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *failure;
  GtkLabel *question;
  GtkLabel *position;
  GtkPaned *sides;
  GsCompareSide *a;
  GsCompareSide *b;
  GtkScrolledWindow *grounds; /* what is beneath the articles */
  GsCompareGrid *grid;
  GtkLabel *explanation;
  GtkLabel *reconcile;
  GtkLabel *rule;
  GtkImage *verdict_icon;
  GtkLabel *verdict;
  GtkEditable *note;
  GtkWidget *dismiss_button;
  GsAskPopover *dismissal;
  AdwFlap *flap;
  GtkToggleButton *others_button;
  GsCompareOthers *others;
  GtkLabel *comparable;

  GsWorkspace *workspace;
  GCancellable *cancellable;
  char *question_uuid;
  GsComparison *shown; /* NULL until one has come */
};

G_DEFINE_FINAL_TYPE (GsComparePage, gs_compare_page, GTK_TYPE_WIDGET)

enum
{
  OPEN_CLAIM,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * gs_compare_page_new:
 *
 * Returns: (transfer floating): the page, without a workspace
 */
GtkWidget *
gs_compare_page_new (void)
{
  return g_object_new (GS_TYPE_COMPARE_PAGE, NULL);
}

static gboolean
has_pair (GsComparePage *self)
{
  return self->shown != NULL && self->shown->pair != NULL;
}

static void
update_actions (GsComparePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = has_pair (self) && !gs_workspace_is_read_only (self->workspace);

  gtk_widget_action_set_enabled (widget, "compare.previous", has_pair (self) && self->shown->previous != NULL);
  gtk_widget_action_set_enabled (widget, "compare.next", has_pair (self) && self->shown->next != NULL);
  gtk_widget_action_set_enabled (widget, "compare.confirm", writable);
  gtk_widget_action_set_enabled (widget, "compare.tension", writable);
  gtk_widget_action_set_enabled (widget, "compare.dismiss", writable);
  gtk_widget_action_set_enabled (widget, "compare.note", writable);
  gtk_widget_action_set_enabled (widget, "compare.others", has_pair (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), writable);
}

static void
show_line (GtkLabel *label, const char *format, const char *text)
{
  g_autofree char *line = text != NULL && *text != '\0' ? g_strdup_printf (format, text) : NULL;

  gtk_label_set_text (label, line != NULL ? line : "");
  gtk_widget_set_visible (GTK_WIDGET (label), line != NULL);
}

static gboolean
is_within (const char *part, const char *text)
{
  return part != NULL && text != NULL && strstr (text, part) != NULL;
}

/* "Onset · Dispute · 12 days apart · Score 75: 60 …, +15 …" */
static void
show_rule (GsComparePage *self, const GsPair *pair)
{
  const char *kind = gs_label (&gs_conflict_classes, pair->conflict_class);
  GString *line = g_string_new (NULL);

  g_string_append_printf (line, _ ("Rule: %s"), gs_conflicts_rule_label (pair->rule));
  if (pair->conflict_class != GS_CLASS_NONE && *kind != '\0')
    {
      g_string_append (line, " · ");
      g_string_append_printf (line, _ ("Class: %s"), kind);
    }
  if (pair->days >= 0)
    {
      gulong days = (gulong) pair->days;

      g_string_append (line, " · ");
      g_string_append_printf (line, g_dngettext (NULL, "uttered %lu day apart", "uttered %lu days apart", days), days);
    }
  if (pair->addends != NULL && *pair->addends != '\0')
    {
      g_string_append (line, " · ");
      /* Translators: a rank, and the sum it comes from. */
      g_string_append_printf (line, _ ("Score %.0f: %s"), pair->score, pair->addends);
    }

  gtk_label_set_text (self->rule, line->str);
  g_string_free (line, TRUE);
}

static void
show_verdict (GsComparePage *self, const GsPair *pair)
{
  const char *icon = "gs-undecided-symbolic";
  g_autofree char *text = NULL;

  if (pair->stale)
    {
      icon = "dialog-warning-symbolic";
      text = g_strdup (_ ("Changed since it was judged"));
    }
  else if (pair->verdict == GS_VERDICT_CONFIRMED)
    {
      icon = "emblem-ok-symbolic";
      text = g_strdup (pair->type == GS_LINK_TENSION ? _ ("Tension") : _ ("Contradiction confirmed"));
    }
  else if (pair->verdict == GS_VERDICT_DISMISSED)
    {
      icon = "action-unavailable-symbolic";
      text = pair->reason != NULL ? gs_compose (_ ("Dismissed: %s"), pair->reason) : g_strdup (_ ("Dismissed"));
    }
  else
    {
      text = g_strdup (_ ("Undecided"));
    }

  gtk_image_set_from_icon_name (self->verdict_icon, icon);
  gtk_label_set_text (self->verdict, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->verdict), text);
  gtk_editable_set_text (self->note, pair->note != NULL ? pair->note : "");
}

/* Read only while they are to be seen. */
static void
show_others (GsComparePage *self)
{
  const GsPair *pair = has_pair (self) ? self->shown->pair : NULL;
  gboolean wanted = pair != NULL && gtk_toggle_button_get_active (self->others_button);

  gs_compare_others_show (self->others, self->workspace, wanted ? pair->question : NULL, wanted ? pair->a : NULL,
                          wanted ? pair->b : NULL);
}

static void
show_pair (GsComparePage *self)
{
  const GsPair *pair = self->shown->pair;
  g_autofree char *explanation = pair != NULL ? gs_isolate_runs (pair->explanation) : NULL;
  g_autofree char *position = NULL;

  if (pair == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      update_actions (self);
      return;
    }

  position = g_strdup_printf (_ ("%u of %u"), self->shown->position + 1, self->shown->total);
  gtk_label_set_text (self->position, position);
  gtk_label_set_text (self->question, pair->question_text != NULL ? pair->question_text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->question), pair->question_text);
  gs_compare_side_show (self->a, self->shown->a, self->shown->a_article);
  gs_compare_side_show (self->b, self->shown->b, self->shown->b_article);
  gs_compare_grid_show (self->grid, self->shown->a, self->shown->b);
  show_line (self->explanation, "%s", explanation);
  /* A link of the analyst's own is explained without it. */
  show_line (self->comparable, "%s", is_within (pair->comparable, pair->explanation) ? NULL : pair->comparable);
  show_line (self->reconcile, "%s", pair->reconcile);
  show_rule (self, pair);
  show_verdict (self, pair);
  show_others (self);
  gtk_stack_set_visible_child_name (self->stack, "pair");
  update_actions (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsComparePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsComparison) comparison = gs_comparison_load_finish (GS_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || GS_WORKSPACE (source) != self->workspace)
    return;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->shown, gs_comparison_free);
  if (comparison == NULL)
    {
      adw_status_page_set_description (self->failure, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      update_actions (self);
      return;
    }

  self->shown = g_steal_pointer (&comparison);
  show_pair (self);
}

static void
cancel_loading (GsComparePage *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (GsComparePage *self, const char *link)
{
  cancel_loading (self);
  self->cancellable = g_cancellable_new ();
  gs_comparison_load_async (self->workspace, self->question_uuid, link, self->cancellable, loaded_cb,
                            g_object_ref (self));
}

/* Also after a verdict of ours, or its undoing. */
static void
workspace_changed_cb (GsComparePage *self)
{
  if (self->question_uuid != NULL)
    load (self, has_pair (self) ? self->shown->pair->link : NULL);
}

static void
forget (GsComparePage *self)
{
  cancel_loading (self);
  g_clear_pointer (&self->question_uuid, g_free);
  g_clear_pointer (&self->shown, gs_comparison_free);
  gs_compare_side_show (self->a, NULL, NULL);
  gs_compare_side_show (self->b, NULL, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  update_actions (self);
}

/**
 * gs_compare_page_set_workspace:
 * @self: a #GsComparePage
 * @workspace: (nullable): %NULL shows nothing
 */
void
gs_compare_page_set_workspace (GsComparePage *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_COMPARE_PAGE (self));

  if (self->workspace == workspace)
    return;

  forget (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * gs_compare_page_show_pair:
 * @self: a #GsComparePage
 * @question: UUID
 * @link: (nullable): the pair to begin with; %NULL for the first undecided one
 *
 * Returns at once; the pair follows.
 */
void
gs_compare_page_show_pair (GsComparePage *self, const char *question, const char *link)
{
  g_return_if_fail (GS_IS_COMPARE_PAGE (self));
  g_return_if_fail (question != NULL && self->workspace != NULL);

  if (g_strcmp0 (self->question_uuid, question) != 0)
    {
      g_clear_pointer (&self->shown, gs_comparison_free);
      g_free (self->question_uuid);
      self->question_uuid = g_strdup (question);
      update_actions (self);
    }
  load (self, link);
}

/* Each is one undoable action; the page shows it when the workspace has changed. */
static void
verdict_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsComparePage *self = GS_COMPARE_PAGE (widget);
  int kind = g_str_equal (name, "compare.tension") ? GS_LINK_TENSION : GS_LINK_CONTRADICTS;

  gs_judge_confirm (widget, self->workspace, self->shown->pair, kind, gtk_editable_get_text (self->note));
}

static void
dismiss_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsComparePage *self = GS_COMPARE_PAGE (widget);

  gs_ask_popover_ask (self->dismissal, self->dismiss_button, self->shown->pair->reason);
}

static void
dismissed_cb (GsComparePage *self, const char *reason)
{
  if (has_pair (self))
    gs_judge_dismiss (GTK_WIDGET (self), self->workspace, self->shown->pair, reason,
                      gtk_editable_get_text (self->note));
}

/* A note is kept without a verdict, too. */
static void
noted_cb (GsComparePage *self)
{
  const char *note = gtk_editable_get_text (self->note);

  if (has_pair (self) && g_strcmp0 (note, self->shown->pair->note != NULL ? self->shown->pair->note : "") != 0)
    gs_judge_note (GTK_WIDGET (self), self->workspace, self->shown->pair, note);
}

static void
note_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (GS_COMPARE_PAGE (widget)->note));
}

static void
others_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkToggleButton *button = GS_COMPARE_PAGE (widget)->others_button;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsComparePage *self = GS_COMPARE_PAGE (widget);

  load (self, g_str_equal (name, "compare.next") ? self->shown->next : self->shown->previous);
}

static void
close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
open_other_cb (GsComparePage *self, const char *article, const char *claim)
{
  g_signal_emit (self, signals[OPEN_CLAIM], 0, article, claim);
}

static void
open_cb (GsComparePage *self, GsCompareSide *side)
{
  const GsClaimDetails *details;

  if (!has_pair (self))
    return;

  details = side == self->a ? self->shown->a : self->shown->b;
  g_signal_emit (self, signals[OPEN_CLAIM], 0, details->claim->article, details->claim->uuid);
}

/* Single letters, unless something is being typed. */
static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, GsComparePage *self)
{
  const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_c, "compare.confirm" },  { GDK_KEY_t, "compare.tension" }, { GDK_KEY_d, "compare.dismiss" },
    { GDK_KEY_k, "compare.previous" }, { GDK_KEY_j, "compare.next" },    { GDK_KEY_Left, "compare.previous" },
    { GDK_KEY_Right, "compare.next" }, { GDK_KEY_n, "compare.note" },    { GDK_KEY_o, "compare.others" },
  };
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean in_text = focus != NULL && GTK_IS_TEXT_VIEW (focus);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_SHIFT_MASK)) != 0
      || (focus != NULL && GTK_IS_EDITABLE (focus)))
    return GDK_EVENT_PROPAGATE;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].key != gdk_keyval_to_lower (keyval))
        continue;
      /* The arrows belong to the caret where there is one. */
      if (in_text && (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right))
        continue;

      gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
gs_compare_page_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (GS_COMPARE_PAGE (widget)->stack), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* Why the claims oppose each other is to be read without scrolling, where
 * that leaves the articles their share. */
static void
fit_grounds (GsComparePage *self, int width, int height)
{
  int most = (int) (height * (1.0 - ARTICLES_SHARE));
  int wanted;

  gtk_widget_measure (gtk_scrolled_window_get_child (self->grounds), GTK_ORIENTATION_VERTICAL, width, NULL, &wanted,
                      NULL, NULL);
  wanted = MIN (wanted, most);
  if (gtk_scrolled_window_get_min_content_height (self->grounds) != wanted)
    gtk_scrolled_window_set_min_content_height (self->grounds, wanted);
}

/* Not a layout manager's work: the orientation depends on the width. */
static void
gs_compare_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GsComparePage *self = GS_COMPARE_PAGE (widget);
  GtkOrientation orientation = width < NARROW ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->sides)) != orientation)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (self->sides), orientation);
  fit_grounds (self, width, height);

  gtk_widget_allocate (GTK_WIDGET (self->stack), width, height, baseline, NULL);
}

static void
gs_compare_page_dispose (GObject *object)
{
  GsComparePage *self = GS_COMPARE_PAGE (object);

  cancel_loading (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  g_clear_object (&self->workspace);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_compare_page_parent_class)->dispose (object);
}

static void
gs_compare_page_finalize (GObject *object)
{
  GsComparePage *self = GS_COMPARE_PAGE (object);

  g_free (self->question_uuid);
  g_clear_pointer (&self->shown, gs_comparison_free);

  G_OBJECT_CLASS (gs_compare_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-compare-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, stack);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, failure);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, question);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, position);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, sides);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, a);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, b);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, grounds);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, grid);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, explanation);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, reconcile);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, rule);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, verdict_icon);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, verdict);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, note);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, dismiss_button);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, dismissal);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, flap);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, others_button);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, others);
  gtk_widget_class_bind_template_child (widget_class, GsComparePage, comparable);
  gtk_widget_class_bind_template_callback (widget_class, dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, noted_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_others);
  gtk_widget_class_bind_template_callback (widget_class, open_other_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
}

static void
gs_compare_page_class_init (GsComparePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gs_compare_page_dispose;
  object_class->finalize = gs_compare_page_finalize;
  widget_class->measure = gs_compare_page_measure;
  widget_class->size_allocate = gs_compare_page_size_allocate;

  signals[OPEN_CLAIM] = g_signal_new ("open-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[CLOSED] =
    g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "compare.previous", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "compare.next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "compare.confirm", NULL, verdict_action);
  gtk_widget_class_install_action (widget_class, "compare.tension", NULL, verdict_action);
  gtk_widget_class_install_action (widget_class, "compare.dismiss", NULL, dismiss_action);
  gtk_widget_class_install_action (widget_class, "compare.note", NULL, note_action);
  gtk_widget_class_install_action (widget_class, "compare.others", NULL, others_action);
  gtk_widget_class_install_action (widget_class, "compare.close", NULL, close_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "compare.close", NULL);

  g_type_ensure (GS_TYPE_ASK_POPOVER);
  g_type_ensure (GS_TYPE_COMPARE_GRID);
  g_type_ensure (GS_TYPE_COMPARE_OTHERS);
  g_type_ensure (GS_TYPE_COMPARE_SIDE);
  bind_template (widget_class);
}

static void
gs_compare_page_init (GsComparePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gs_compare_side_set_name (self->a, _ ("First article"));
  gs_compare_side_set_name (self->b, _ ("Second article"));

  /* Before the text views take the letters. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  forget (self);
}
