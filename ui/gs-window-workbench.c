/* gs-window-workbench.c: what a window shows of a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-window-private.h"

#include "gs-accessible.h"
#include "gs-settings.h"
#include "gs-tooltip.h"

static const char *
current_page (GsWindow *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->pages);

  return name != NULL ? name : "articles";
}

static gboolean
is_comparing (GsWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->conflicts_stack), "compare") == 0;
}

/* The page that is shown, where it has panes that fold. */
static GsFoldingPage *
folding_page (GsWindow *self)
{
  const char *page = current_page (self);

  if (g_str_equal (page, "articles"))
    return GS_FOLDING_PAGE (self->articles);
  if (g_str_equal (page, "sources"))
    return GS_FOLDING_PAGE (self->sources);
  if (g_str_equal (page, "conflicts") && !is_comparing (self))
    return GS_FOLDING_PAGE (self->conflicts);

  return NULL;
}

static gboolean
can_go_back (GsWindow *self)
{
  GsFoldingPage *page;

  if (self->workspace == NULL || self->pages == NULL)
    return FALSE;

  page = folding_page (self);
  if (page == NULL)
    return g_str_equal (current_page (self), "conflicts");

  return gs_folding_page_can_go_back (page);
}

void
gs_window_update_back (GsWindow *self)
{
  gboolean can = can_go_back (self);

  gtk_widget_set_visible (self->back, can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", can);
}

static void
go_back (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsWindow *self = GS_WINDOW (widget);
  GsFoldingPage *page = folding_page (self);

  if (page != NULL)
    gs_folding_page_go_back (page);
  else
    gtk_stack_set_visible_child_name (self->conflicts_stack, "board");
}

static void
page_changed_cb (GsWindow *self)
{
  /* While the pages are being built, nobody has chosen one. */
  if (self->pages == NULL)
    return;

  gs_window_update_back (self);
  if (self->remembers && self->workspace != NULL)
    gs_settings_set_string ("page", current_page (self));
}

/* Asked for by the analyst, who goes on in the text. */
void
gs_window_open_claim (GsWindow *self, const char *article, const char *claim)
{
  gs_window_show_article (self, article, claim);
  gtk_widget_grab_focus (GTK_WIDGET (self->articles));
}

static void
compare_closed_cb (GsWindow *self)
{
  gtk_stack_set_visible_child_name (self->conflicts_stack, "board");
}

/* Whatever the file names as a handler. */
static GtkBuilderScope *
make_scope (void)
{
  GtkBuilderScope *scope = gtk_builder_cscope_new ();

  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), gs_window_update_back);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), page_changed_cb);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), gs_window_open_claim);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), gs_window_show_pair);
  gtk_builder_cscope_add_callback (GTK_BUILDER_CSCOPE (scope), compare_closed_cb);

  return scope;
}

static void
folded_cb (GsWindow *self)
{
  gs_claims_page_set_folded (self->claims, self->folded);
}

static void
build_pages (GsWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GtkBuilderScope) scope = make_scope ();
  g_autoptr (GError) error = NULL;

  g_type_ensure (GS_TYPE_ARTICLES_PAGE);
  g_type_ensure (GS_TYPE_CLAIMS_PAGE);
  g_type_ensure (GS_TYPE_SOURCES_PAGE);
  g_type_ensure (GS_TYPE_CONFLICTS_PAGE);
  g_type_ensure (GS_TYPE_COMPARE_PAGE);
  g_type_ensure (GS_TYPE_TIMELINE_PAGE);
  gtk_builder_set_scope (builder, scope);
  gtk_builder_set_current_object (builder, G_OBJECT (self));
  if (!gtk_builder_add_from_resource (builder, "/org/gainsay/Gainsay/ui/gs-workbench.ui", &error))
    g_error ("%s", error->message);

  self->articles = GS_ARTICLES_PAGE (gtk_builder_get_object (builder, "articles"));
  self->claims = GS_CLAIMS_PAGE (gtk_builder_get_object (builder, "claims"));
  self->sources = GS_SOURCES_PAGE (gtk_builder_get_object (builder, "sources"));
  self->conflicts_stack = GTK_STACK (gtk_builder_get_object (builder, "conflicts_stack"));
  self->conflicts = GS_CONFLICTS_PAGE (gtk_builder_get_object (builder, "conflicts"));
  self->compare = GS_COMPARE_PAGE (gtk_builder_get_object (builder, "compare"));
  self->timeline = GS_TIMELINE_PAGE (gtk_builder_get_object (builder, "timeline"));
  self->pages = ADW_VIEW_STACK (gtk_builder_get_object (builder, "pages"));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->pages), "workbench");

  g_object_bind_property (self, "folded", self->articles, "folded", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "folded", self->sources, "folded", G_BINDING_SYNC_CREATE);
  g_object_bind_property (self, "folded", self->conflicts, "folded", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self, "notify::folded", G_CALLBACK (folded_cb), self, 0);
  folded_cb (self);
  adw_view_switcher_title_set_stack (self->switcher_title, self->pages);
  adw_view_switcher_bar_set_stack (self->switcher_bar, self->pages);
  gs_accessible_name_once (GTK_WIDGET (self->pages));
  gs_tooltip_when_cut (GTK_WIDGET (self->pages));
  gs_tooltip_let_cut (GTK_WIDGET (self->compare));
  gs_tooltip_let_cut (GTK_WIDGET (self->timeline));
}

/* The pages are built when the first workspace comes, and stay. */
void
gs_window_give_workspace (GsWindow *self)
{
  if (self->pages == NULL && self->workspace == NULL)
    return;
  gs_window_complete (self);
  if (self->pages == NULL)
    build_pages (self);

  gtk_stack_set_visible_child_name (self->conflicts_stack, "board");
  gs_articles_page_set_workspace (self->articles, self->workspace);
  gs_claims_page_set_workspace (self->claims, self->workspace);
  gs_sources_page_set_workspace (self->sources, self->workspace);
  gs_conflicts_page_set_workspace (self->conflicts, self->workspace);
  gs_compare_page_set_workspace (self->compare, self->workspace);
  gs_timeline_page_set_workspace (self->timeline, self->workspace);
  gs_search_popover_set_workspace (self->search, self->workspace);
  gs_import_bar_set_workspace (self->import_bar, self->workspace);
}

/**
 * gs_window_class_install_workbench:
 * @widget_class: class of the window
 */
void
gs_window_class_install_workbench (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_back);
}

/**
 * gs_window_show_page:
 * @self: a #GsWindow
 * @page: its name in the view switcher: "articles", "claims", "sources", "conflicts", "timeline"
 *
 * Returns: whether there is such a page
 */
gboolean
gs_window_show_page (GsWindow *self, const char *page)
{
  g_return_val_if_fail (GS_IS_WINDOW (self), FALSE);

  if (self->pages == NULL || adw_view_stack_get_child_by_name (self->pages, page) == NULL)
    return FALSE;

  adw_view_stack_set_visible_child_name (self->pages, page);

  return TRUE;
}

/**
 * gs_window_show_sources:
 * @self: a #GsWindow
 * @view: "source", "relays" or "origins"
 */
void
gs_window_show_sources (GsWindow *self, const char *view)
{
  g_return_if_fail (GS_IS_WINDOW (self));

  gs_window_show_page (self, "sources");
  gs_sources_page_show_view (self->sources, view);
}

/**
 * gs_window_show_origins:
 * @self: a #GsWindow
 * @question: UUID
 */
void
gs_window_show_origins (GsWindow *self, const char *question)
{
  g_return_if_fail (GS_IS_WINDOW (self));

  gs_window_show_page (self, "sources");
  gs_sources_page_show_origins (self->sources, question);
}

/**
 * gs_window_show_article:
 * @self: a #GsWindow
 * @article: UUID
 * @claim: (nullable): UUID of a claim to scroll to
 *
 * Returns at once; the text follows.
 */
void
gs_window_show_article (GsWindow *self, const char *article, const char *claim)
{
  g_return_if_fail (GS_IS_WINDOW (self));
  g_return_if_fail (article != NULL);

  gs_window_show_page (self, "articles");
  gs_articles_page_show_article (self->articles, article, claim);
}

/**
 * gs_window_edit_claim:
 * @self: a #GsWindow
 * @article: UUID
 * @claim: UUID of a claim in it
 *
 * Returns at once; the text and the editor follow.
 */
void
gs_window_edit_claim (GsWindow *self, const char *article, const char *claim)
{
  g_return_if_fail (GS_IS_WINDOW (self));
  g_return_if_fail (article != NULL && claim != NULL);

  gs_window_show_article (self, article, claim);
  gs_articles_page_edit_claim (self->articles, claim);
}

/**
 * gs_window_show_pair:
 * @self: a #GsWindow
 * @question: UUID
 * @link: (nullable): the pair; %NULL for the first undecided one
 *
 * Returns at once; the pair follows.
 */
void
gs_window_show_pair (GsWindow *self, const char *question, const char *link)
{
  g_return_if_fail (GS_IS_WINDOW (self));
  g_return_if_fail (question != NULL);

  gs_compare_page_show_pair (self->compare, question, link);
  gtk_stack_set_visible_child_name (self->conflicts_stack, "compare");
  gs_window_show_page (self, "conflicts");
}

/**
 * gs_window_is_settled:
 * @self: a #GsWindow
 *
 * Returns: whether the pages have read what they show and nothing is being imported
 */
gboolean
gs_window_is_settled (GsWindow *self)
{
  g_return_val_if_fail (GS_IS_WINDOW (self), FALSE);

  if (self->opening != NULL || gs_import_bar_is_active (self->import_bar))
    return FALSE;

  return self->pages == NULL
         || (gs_articles_page_is_settled (self->articles) && gs_claims_page_is_settled (self->claims)
             && gs_sources_page_is_settled (self->sources) && gs_conflicts_page_is_settled (self->conflicts)
             && gs_timeline_page_is_settled (self->timeline));
}
