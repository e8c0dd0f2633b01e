/* gs-sources-page.c: whoever speaks: a list, and the page of one of them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-sources-page.h"

#include <glib/gi18n.h>

#include "gs-labels.h"
#include "gs-origins-view.h"
#include "gs-paged-list.h"
#include "gs-paned.h"
#include "gs-panes.h"
#include "gs-relays-view.h"
#include "gs-settings.h"
#include "gs-source-details.h"
#include "gs-source-rows.h"
#include "gs-tooltip.h"

struct _GsSourcesPage
{
  GsFoldingPage parent_instance;

  GsWorkspace *workspace;
  GsPagedList *sources;
  GtkSingleSelection *selection;
  GsListFilter *filter;

  GtkStack *stack;
  GtkPaned *paned;
  GtkWidget *list_pane;
  GtkWidget *detail_pane;
  GtkEditable *entry;
  GtkDropDown *kind;
  GtkDropDown *order;
  GtkListView *list;
  GtkStack *views;
  GsSourceDetails *details;
  GsRelaysView *relays;
  GsOriginsView *origins;
};

enum
{
  PANE_LIST,
  PANE_DETAIL,
};

enum
{
  OPEN_CLAIM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsSourcesPage, gs_sources_page, GS_TYPE_FOLDING_PAGE)

static const int orders[] = { GS_ORDER_CLAIMS, GS_ORDER_TEXT, GS_ORDER_GRADE, GS_ORDER_NATURAL };

static void
gs_sources_page_arrange (GsFoldingPage *page, gboolean folded, guint depth)
{
  GsSourcesPage *self = GS_SOURCES_PAGE (page);

  gtk_widget_set_visible (self->list_pane, !folded || depth == PANE_LIST);
  gtk_widget_set_visible (self->detail_pane, !folded || depth == PANE_DETAIL);
}

static void
selected_cb (GsSourcesPage *self)
{
  GsRow *row = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
  const GsSourceListing *source = row != NULL ? gs_row_get_record (row) : NULL;

  if (source != NULL)
    {
      gs_source_details_show (self->details, source->uuid);
      gs_relays_view_choose (self->relays, source->uuid);
    }
  /* It comes a little later. */
  else if (row != NULL)
    g_signal_connect_object (row, "notify::loaded", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
}

static void
list_changed_cb (GsSourcesPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->sources));
  gboolean filtered = self->filter->text != NULL || self->filter->kind != NULL;

  gtk_stack_set_visible_child_name (self->stack, n > 0 || filtered || gs_paged_list_is_loading (self->sources)
                                                   ? "sources"
                                                   : "empty");
}

/* Enter or a click goes on to the source. */
static void
row_activated_cb (GsSourcesPage *self)
{
  gtk_stack_set_visible_child_name (self->views, "source");
  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_DETAIL);
  if (gs_folding_page_is_folded (GS_FOLDING_PAGE (self)))
    gtk_widget_child_focus (self->detail_pane, GTK_DIR_TAB_FORWARD);
}

static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
filter_edited_cb (GsSourcesPage *self)
{
  guint kind, order;

  if (self->filter == NULL || self->sources == NULL)
    return;

  kind = gtk_drop_down_get_selected (self->kind);
  order = gtk_drop_down_get_selected (self->order);
  replace (&self->filter->text, gtk_editable_get_text (self->entry));
  replace (&self->filter->kind, kind > 0 ? gs_word_to_nick (&gs_source_kinds, (int) kind - 1) : NULL);
  self->filter->order = order < G_N_ELEMENTS (orders) ? orders[order] : GS_ORDER_NATURAL;
  self->filter->descending = self->filter->order == GS_ORDER_CLAIMS;
  gs_paged_list_set_filter (self->sources, self->filter);
}

/* A node of the graph: its source is shown where the analyst goes next. */
static void
source_chosen_cb (GsSourcesPage *self, const char *source)
{
  guint position = self->sources != NULL ? gs_paged_list_find (self->sources, source) : G_MAXUINT;

  if (position != G_MAXUINT)
    gtk_single_selection_set_selected (self->selection, position);
  gs_source_details_show (self->details, source);
}

static void
show_origins_cb (GsSourcesPage *self, const char *question)
{
  gs_sources_page_show_origins (self, question);
}

static void
open_claim_cb (GsSourcesPage *self, const char *article, const char *claim)
{
  g_signal_emit (self, signals[OPEN_CLAIM], 0, article, claim);
}

static void
show_sources (GsSourcesPage *self)
{
  self->sources = gs_paged_list_new (self->workspace, &gs_source_listing_type, self->filter);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->sources)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sources, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->sources, "notify::loading", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  list_changed_cb (self);
  selected_cb (self);
}

/* A long list is only read when it is looked at. */
static void
gs_sources_page_map (GtkWidget *widget)
{
  GsSourcesPage *self = GS_SOURCES_PAGE (widget);

  if (self->workspace != NULL && self->sources == NULL)
    show_sources (self);

  GTK_WIDGET_CLASS (gs_sources_page_parent_class)->map (widget);
}

static void
gs_sources_page_dispose (GObject *object)
{
  GsSourcesPage *self = GS_SOURCES_PAGE (object);

  if (self->stack != NULL)
    gs_sources_page_set_workspace (self, NULL);
  g_clear_pointer ((GtkWidget **) &self->stack, gtk_widget_unparent);

  G_OBJECT_CLASS (gs_sources_page_parent_class)->dispose (object);
}

static void
gs_sources_page_finalize (GObject *object)
{
  gs_list_filter_free (GS_SOURCES_PAGE (object)->filter);

  G_OBJECT_CLASS (gs_sources_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (GS_TYPE_SOURCE_DETAILS);
  g_type_ensure (GS_TYPE_RELAYS_VIEW);
  g_type_ensure (GS_TYPE_ORIGINS_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-sources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, paned);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, list_pane);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, detail_pane);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, entry);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, kind);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, order);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, list);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, views);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, details);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, relays);
  gtk_widget_class_bind_template_child (widget_class, GsSourcesPage, origins);
  gtk_widget_class_bind_template_callback (widget_class, show_origins_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_claim_cb);
}

static void
gs_sources_page_class_init (GsSourcesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GsFoldingPageClass *page_class = GS_FOLDING_PAGE_CLASS (klass);

  object_class->dispose = gs_sources_page_dispose;
  object_class->finalize = gs_sources_page_finalize;
  widget_class->map = gs_sources_page_map;
  page_class->arrange = gs_sources_page_arrange;

  signals[OPEN_CLAIM] = g_signal_new ("open-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  bind_template (widget_class);
}

static void
fill_choices (GsSourcesPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) by = gtk_string_list_new (NULL);
  g_autofree const char **labels = gs_labels_of (&gs_source_kinds);

  gtk_string_list_append (kinds, _ ("Any kind"));
  gtk_string_list_splice (kinds, 1, 0, (const char *const *) labels);
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_string_list_append (by, _ ("Claims"));
  gtk_string_list_append (by, _ ("Name"));
  gtk_string_list_append (by, _ ("Reliability"));
  gtk_string_list_append (by, _ ("Age"));
  gtk_drop_down_set_model (self->order, G_LIST_MODEL (by));
}

static void
gs_sources_page_init (GsSourcesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gs_source_rows_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gs_tooltip_let_cut (GTK_WIDGET (self));
  fill_choices (self);
  self->filter = gs_record_new (&gs_list_filter_type);
  self->filter->order = GS_ORDER_CLAIMS;
  self->filter->descending = TRUE;
  gtk_list_view_set_factory (self->list, factory);
  gs_paned_free_hidden_handle (self->paned);
  gs_panes_set_main (self->list_pane, GTK_WIDGET (self->list));
  gs_settings_bind ("sources-width", self->paned, "position");
}

/**
 * gs_sources_page_set_workspace:
 * @self: a #GsSourcesPage
 * @workspace: (nullable): %NULL shows nothing
 */
void
gs_sources_page_set_workspace (GsSourcesPage *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_SOURCES_PAGE (self));

  if (self->workspace == workspace)
    return;

  gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->sources);
  g_set_object (&self->workspace, workspace);
  gs_source_details_set_workspace (self->details, workspace);
  gs_relays_view_set_workspace (self->relays, workspace);
  gs_origins_view_set_workspace (self->origins, workspace);
  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_LIST);
  if (workspace != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_sources (self);
}

/**
 * gs_sources_page_show_source:
 * @self: a #GsSourcesPage
 * @source: UUID
 *
 * Shows the page of one source, wherever it is in the list. Returns at once.
 */
void
gs_sources_page_show_source (GsSourcesPage *self, const char *source)
{
  g_return_if_fail (GS_IS_SOURCES_PAGE (self));

  source_chosen_cb (self, source);
  row_activated_cb (self);
}

/**
 * gs_sources_page_show_view:
 * @self: a #GsSourcesPage
 * @view: "source", "relays" or "origins"
 */
void
gs_sources_page_show_view (GsSourcesPage *self, const char *view)
{
  g_return_if_fail (GS_IS_SOURCES_PAGE (self));

  gtk_stack_set_visible_child_name (self->views, view);
  gs_folding_page_go_to (GS_FOLDING_PAGE (self), PANE_DETAIL);
}

/**
 * gs_sources_page_show_origins:
 * @self: a #GsSourcesPage
 * @question: UUID
 *
 * Shows from how many independent origins the claims on it come.
 */
void
gs_sources_page_show_origins (GsSourcesPage *self, const char *question)
{
  g_return_if_fail (GS_IS_SOURCES_PAGE (self));

  gs_sources_page_show_view (self, "origins");
  gs_origins_view_show (self->origins, question);
}

/**
 * gs_sources_page_is_settled:
 * @self: a #GsSourcesPage
 *
 * Returns: whether what is to be seen has been read
 */
gboolean
gs_sources_page_is_settled (GsSourcesPage *self)
{
  g_return_val_if_fail (GS_IS_SOURCES_PAGE (self), FALSE);

  return (self->sources == NULL || !gs_paged_list_is_loading (self->sources))
         && gs_source_details_is_settled (self->details) && gs_relays_view_is_settled (self->relays)
         && gs_origins_view_is_settled (self->origins);
}
