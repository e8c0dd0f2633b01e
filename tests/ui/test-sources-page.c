/* test-sources-page.c: whoever speaks: list, page, graph and origins.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-graph-layout.h"
#include "gs-graph-view.h"
#include "gs-origins-view.h"
#include "gs-relays-view.h"
#include "gs-source-details.h"
#include "gs-sources-page.h"
#include "gs-window-fixture.h"

static GsSourcesPage *
show (GsWindowFixture *self)
{
  g_assert_true (gs_window_show_page (self->window, "sources"));
  gs_window_fixture_settle (self);

  return gs_window_find (self->window, GS_TYPE_SOURCES_PAGE, NULL);
}

static GListModel *
list (GsWindowFixture *self)
{
  return G_LIST_MODEL (gtk_list_view_get_model (gs_window_find (self->window, GTK_TYPE_LIST_VIEW, "Sources")));
}

static char *
source_named (GsWindowFixture *self, const char *name)
{
  char *uuid = gs_workspace_find_name (self->workspace, &gs_source_type, name, NULL);

  g_assert_nonnull (uuid);

  return uuid;
}

/* The name of any source that is relayed by another. */
static GsRelay *
any_relay (GsWindowFixture *self)
{
  g_autoptr (GPtrArray) relays = gs_workspace_relays (self->workspace, NULL, 1, NULL);

  g_assert_cmpuint (relays->len, ==, 1);

  return g_ptr_array_steal_index (relays, 0);
}

static void
test_list (GsWindowFixture *self, gconstpointer data)
{
  GtkEditable *entry;
  GtkDropDown *kind;
  guint all;

  show (self);
  all = g_list_model_get_n_items (list (self));
  g_assert_cmpint (all, ==, gs_window_fixture_count (self, &gs_source_type));

  kind = gs_window_find (gs_window_find (self->window, GS_TYPE_SOURCES_PAGE, NULL), GTK_TYPE_DROP_DOWN, "Kind");
  gtk_drop_down_set_selected (kind, 1 + GS_SOURCE_OUTLET);
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (list (self)), <, all);
  g_assert_cmpuint (g_list_model_get_n_items (list (self)), >, 0);

  gtk_drop_down_set_selected (kind, 0);
  entry = gs_window_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Filter sources");
  gtk_editable_set_text (entry, "nosuchsource");
  g_signal_emit_by_name (entry, "search-changed");
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (list (self)), ==, 0);
}

/* A new name is typed, found, and taken back. */
static void
test_rename (GsWindowFixture *self, gconstpointer data)
{
  GsSourcesPage *page = show (self);
  GsRelay *relay = any_relay (self);
  g_autofree char *found = NULL;
  GtkWidget *details = gs_window_find (page, GS_TYPE_SOURCE_DETAILS, NULL), *row;

  gs_sources_page_show_source (page, relay->inner);
  gs_window_fixture_settle (self);
  row = gs_ui_test_find (details, ADW_TYPE_ENTRY_ROW);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, relay->inner_name);
  gtk_editable_set_text (GTK_EDITABLE (row), "Quite Another");
  g_signal_emit_by_name (row, "apply");
  gs_window_fixture_settle (self);
  gs_ui_test_settle ();
  found = source_named (self, "Quite Another");
  g_assert_cmpstr (found, ==, relay->inner);

  gs_window_fixture_act (self, "win.undo");
  g_assert_null (gs_workspace_find_name (self->workspace, &gs_source_type, "Quite Another", NULL));
  gs_relay_free (relay);
}

static GtkWidget *
node_of (GtkWidget *graph, const char *source)
{
  for (GtkWidget *node = gtk_widget_get_first_child (graph); node != NULL; node = gtk_widget_get_next_sibling (node))
    {
      if (g_strcmp0 (g_object_get_data (G_OBJECT (node), "source"), source) == 0)
        return node;
    }

  return NULL;
}

static void
test_graph (GsWindowFixture *self, gconstpointer data)
{
  GsSourcesPage *page = show (self);
  GsRelay *relay = any_relay (self);
  GtkWidget *graph, *outer, *inner;
  graphene_rect_t a, b;
  double zoom;

  if (!gs_graph_can_lay_out ())
    {
      g_test_skip ("built without Graphviz");
      gs_relay_free (relay);
      return;
    }

  gs_sources_page_show_view (page, "relays");
  gs_window_fixture_settle (self);
  gs_ui_test_settle ();
  graph = gs_window_find (page, GS_TYPE_GRAPH_VIEW, NULL);
  outer = node_of (graph, relay->outer);
  inner = node_of (graph, relay->inner);
  g_assert_true (gtk_widget_get_child_visible (outer));
  g_assert_true (gtk_widget_compute_bounds (outer, graph, &a));
  g_assert_true (gtk_widget_compute_bounds (inner, graph, &b));
  /* Whoever is relayed stands to the right, and not upon the other. */
  g_assert_cmpfloat (a.origin.x + a.size.width, <, b.origin.x);

  g_signal_emit_by_name (inner, "clicked");
  gs_window_fixture_settle (self);
  g_assert_true (gtk_widget_has_css_class (inner, "chosen"));

  zoom = gs_graph_view_get_zoom (GS_GRAPH_VIEW (graph));
  g_assert_true (gtk_widget_activate_action (graph, "graph.zoom-in", NULL));
  g_assert_cmpfloat (gs_graph_view_get_zoom (GS_GRAPH_VIEW (graph)), >, zoom);
  g_assert_true (gtk_widget_activate_action (graph, "graph.fit", NULL));
  gs_ui_test_settle ();
  g_assert_cmpfloat (gs_graph_view_get_zoom (GS_GRAPH_VIEW (graph)), ==, zoom);
  gs_relay_free (relay);
}

/* From one node to another by the arrow keys' move of the focus. */
static void
test_graph_keys (GsWindowFixture *self, gconstpointer data)
{
  GsSourcesPage *page = show (self);
  GsRelay *relay = any_relay (self);
  GtkWidget *graph, *outer, *focus;

  if (!gs_graph_can_lay_out ())
    {
      g_test_skip ("built without Graphviz");
      gs_relay_free (relay);
      return;
    }

  gs_sources_page_show_view (page, "relays");
  gs_window_fixture_settle (self);
  gs_ui_test_settle ();
  graph = gs_window_find (page, GS_TYPE_GRAPH_VIEW, NULL);
  outer = node_of (graph, relay->outer);
  g_assert_true (gtk_widget_grab_focus (outer));
  g_assert_true (gtk_widget_child_focus (graph, GTK_DIR_RIGHT));
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus != outer);
  g_assert_true (gtk_widget_get_parent (focus) == graph);
  gs_relay_free (relay);
}

static void
test_origins (GsWindowFixture *self, gconstpointer data)
{
  GsSourcesPage *page = show (self);
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);
  g_autoptr (GPtrArray) questions = NULL;
  GtkEditable *reason;
  GtkWidget *view;
  gint64 links = gs_window_fixture_count (self, &gs_link_type);

  filter->conflicting = TRUE;
  questions = gs_workspace_list_page (self->workspace, &gs_question_listing_type, filter, 0, 1, NULL);
  g_assert_cmpuint (questions->len, ==, 1);
  gs_sources_page_show_origins (page, ((GsQuestionListing *) questions->pdata[0])->uuid);
  gs_window_fixture_settle (self);
  view = gs_window_find (page, GS_TYPE_ORIGINS_VIEW, NULL);

  /* Without a reason nothing is asserted. */
  g_assert_true (gtk_widget_activate_action (view, "origins.same", NULL));
  gs_window_fixture_settle (self);
  g_assert_cmpint (gs_window_fixture_count (self, &gs_link_type), ==, links);

  reason = gs_window_find (view, GTK_TYPE_ENTRY, "Reason");
  gtk_editable_set_text (reason, "they told me");
  g_assert_true (gtk_widget_activate_action (view, "origins.same", NULL));
  gs_window_fixture_settle (self);
  gs_ui_test_settle ();
  g_assert_cmpint (gs_window_fixture_count (self, &gs_link_type), ==, links + 1);
  gs_window_fixture_act (self, "win.undo");
  g_assert_cmpint (gs_window_fixture_count (self, &gs_link_type), ==, links);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/sources-page/" name, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, \
              gs_window_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  ADD ("list", test_list);
  ADD ("rename", test_rename);
  ADD ("graph", test_graph);
  ADD ("graph-keys", test_graph_keys);
  ADD ("origins", test_origins);

  return g_test_run ();
}
