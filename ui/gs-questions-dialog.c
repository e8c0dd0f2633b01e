/* gs-questions-dialog.c: the questions of the workspace, and who answers them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-questions-dialog.h"

#include <glib/gi18n.h>

#include "gs-paged-list.h"
#include "gs-question-form.h"
#include "gs-question-matrix.h"
#include "gs-tooltip.h"

/* Pixels. */
#define LIST_WIDTH 300

struct _GsQuestionsDialog
{
  AdwWindow parent_instance;

  AdwToastOverlay *toasts;
  AdwViewStack *stack;
  GsPagedList *questions;
  GtkSingleSelection *selection;
  GtkWidget *search;
  AdwLeaflet *panes;
  GtkWidget *back;
  GtkWidget *form;
  GtkWidget *matrix;
};

G_DEFINE_FINAL_TYPE (GsQuestionsDialog, gs_questions_dialog, ADW_TYPE_WINDOW)

enum
{
  SHOW_CLAIMS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_selected (GsQuestionsDialog *self)
{
  GsRow *row = gtk_single_selection_get_selected_item (self->selection);
  const char *uuid = row != NULL ? gs_row_get_uuid (row) : NULL;

  if (g_strcmp0 (uuid, gs_question_form_get_question (GS_QUESTION_FORM (self->form))) != 0)
    gs_question_form_show (GS_QUESTION_FORM (self->form), uuid);
}

static void
searched_cb (GsQuestionsDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GsListFilter filter = { .text = *text != '\0' ? (char *) text : NULL };

  gs_paged_list_set_filter (self->questions, &filter);
}

static void
chosen_cb (GsQuestionsDialog *self, const char *question, const char *source)
{
  g_autoptr (GsQuestionsDialog) kept = g_object_ref (self);

  gs_question_form_save (GS_QUESTION_FORM (self->form));
  gtk_window_close (GTK_WINDOW (self));
  g_signal_emit (kept, signals[SHOW_CLAIMS], 0, question, source);
}

static gboolean
close_request_cb (GsQuestionsDialog *self)
{
  gs_question_form_save (GS_QUESTION_FORM (self->form));

  return GDK_EVENT_PROPAGATE;
}

/* Where there is no room for both, the list leads to the form. */
static void
show_form (GsQuestionsDialog *self)
{
  adw_leaflet_navigate (self->panes, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
back_cb (GsQuestionsDialog *self)
{
  adw_leaflet_navigate (self->panes, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
update_back (GsQuestionsDialog *self)
{
  gtk_widget_set_visible (self->back,
                          adw_leaflet_get_folded (self->panes)
                            && g_strcmp0 (adw_leaflet_get_visible_child_name (self->panes), "form") == 0
                            && g_strcmp0 (adw_view_stack_get_visible_child_name (self->stack), "list") == 0);
}

/* Rows ------------------------------------------------------------------------ */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *text = gtk_label_new (NULL);
  GtkWidget *counts = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (text), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), 2);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gs_tooltip_when_cut (text);
  gtk_label_set_xalign (GTK_LABEL (counts), 0.0f);
  gtk_widget_add_css_class (counts, "caption");
  gtk_widget_add_css_class (counts, "dim-label");
  gtk_box_append (GTK_BOX (lines), text);
  gtk_box_append (GTK_BOX (lines), counts);
  gtk_widget_add_css_class (lines, "conflict-row");
  gtk_list_item_set_child (item, lines);
}

static void
show_row (GtkListItem *item)
{
  GtkWidget *lines = gtk_list_item_get_child (item);
  GsRow *row = gtk_list_item_get_item (item);
  const GsQuestionListing *question = row != NULL ? gs_row_get_record (row) : NULL;
  g_autofree char *counts = NULL;

  if (question == NULL || lines == NULL)
    return;

  counts = g_strdup_printf (_ ("asserted %d · denied %d"), (int) question->asserted, (int) question->denied);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (lines)), question->text);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (lines)), counts);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GsRow *row = gtk_list_item_get_item (item);

  g_signal_connect_swapped (row, "notify::loaded", G_CALLBACK (show_row), item);
  show_row (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, item);
}

/* Layout ---------------------------------------------------------------------- */

static GtkWidget *
new_list (GsQuestionsDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Questions"), -1);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (show_form), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (show_form), self);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);

  self->search = gtk_search_entry_new ();
  gtk_widget_set_margin_start (self->search, 6);
  gtk_widget_set_margin_end (self->search, 6);
  gtk_widget_set_margin_top (self->search, 6);
  gtk_widget_set_margin_bottom (self->search, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search questions"),
                                  -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (searched_cb), self);
  gtk_box_append (GTK_BOX (box), self->search);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

static GtkWidget *
new_panes (GsQuestionsDialog *self, GsWorkspace *workspace)
{
  GtkWidget *list = new_list (self);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->panes = ADW_LEAFLET (adw_leaflet_new ());
  self->form = gs_question_form_new (workspace);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->form);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_size_request (list, LIST_WIDTH, -1);
  adw_leaflet_page_set_name (adw_leaflet_append (self->panes, list), "list");
  adw_leaflet_page_set_navigatable (adw_leaflet_append (self->panes, gtk_separator_new (GTK_ORIENTATION_VERTICAL)),
                                    FALSE);
  adw_leaflet_page_set_name (adw_leaflet_append (self->panes, scroller), "form");
  adw_leaflet_set_can_navigate_back (self->panes, TRUE);
  g_signal_connect_object (self->panes, "notify::folded", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->panes, "notify::visible-child", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self->panes);
}

static void
fill (GsQuestionsDialog *self, GsWorkspace *workspace)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();
  GtkWidget *title = adw_view_switcher_title_new ();
  GtkWidget *switcher = adw_view_switcher_bar_new ();

  self->questions = gs_paged_list_new (workspace, &gs_question_listing_type, NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->questions)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_selected), self,
                           G_CONNECT_SWAPPED);
  self->stack = ADW_VIEW_STACK (adw_view_stack_new ());
  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, _ ("Back"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back"), -1);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_cb), self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), self->back);
  self->matrix = gs_question_matrix_new (workspace);
  g_signal_connect_swapped (self->matrix, "chosen", G_CALLBACK (chosen_cb), self);
  adw_view_stack_add_titled (self->stack, new_panes (self, workspace), "list", _ ("Questions"));
  adw_view_stack_add_titled (self->stack, self->matrix, "matrix", _ ("Who Answers"));
  adw_view_stack_page_set_icon_name (adw_view_stack_get_page (self->stack,
                                                              adw_view_stack_get_child_by_name (self->stack, "list")),
                                     "gs-claims-symbolic");
  adw_view_stack_page_set_icon_name (adw_view_stack_get_page (self->stack, self->matrix), "gs-conflicts-symbolic");
  adw_view_switcher_title_set_stack (ADW_VIEW_SWITCHER_TITLE (title), self->stack);
  adw_view_switcher_title_set_title (ADW_VIEW_SWITCHER_TITLE (title), _ ("Questions"));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), title);
  adw_header_bar_set_centering_policy (ADW_HEADER_BAR (bar), ADW_CENTERING_POLICY_STRICT);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  adw_view_switcher_bar_set_stack (ADW_VIEW_SWITCHER_BAR (switcher), self->stack);
  g_object_bind_property (title, "title-visible", switcher, "reveal", G_BINDING_SYNC_CREATE);
  gtk_box_append (GTK_BOX (box), switcher);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (update_back), self, G_CONNECT_SWAPPED);
  update_back (self);
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
}

/**
 * gs_questions_dialog_show_tab:
 * @self: a #GsQuestionsDialog
 * @name: "list" or "matrix"
 */
void
gs_questions_dialog_show_tab (GsQuestionsDialog *self, const char *name)
{
  g_return_if_fail (GS_IS_QUESTIONS_DIALOG (self));

  adw_view_stack_set_visible_child_name (self->stack, name);
}

/**
 * gs_questions_dialog_new:
 * @parent: (nullable): what it belongs to
 * @workspace: a workspace
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
GtkWidget *
gs_questions_dialog_new (GtkWindow *parent, GsWorkspace *workspace)
{
  GsQuestionsDialog *self = g_object_new (GS_TYPE_QUESTIONS_DIALOG, NULL);

  gtk_window_set_title (GTK_WINDOW (self), _ ("Questions"));
  gtk_window_set_default_size (GTK_WINDOW (self), 860, 640);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  fill (self, workspace);

  return GTK_WIDGET (self);
}

static void
gs_questions_dialog_dispose (GObject *object)
{
  GsQuestionsDialog *self = GS_QUESTIONS_DIALOG (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->questions);

  G_OBJECT_CLASS (gs_questions_dialog_parent_class)->dispose (object);
}

static void
gs_questions_dialog_class_init (GsQuestionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_questions_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[SHOW_CLAIMS] = g_signal_new ("show-claims", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
gs_questions_dialog_init (GsQuestionsDialog *self)
{
  g_signal_connect (self, "close-request", G_CALLBACK (close_request_cb), NULL);
}
