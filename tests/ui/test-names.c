/* test-names.c: everything has a name, and search finds it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflicts-page.h"
#include "gs-reader.h"
#include "gs-search-popover.h"
#include "gs-window-fixture.h"

static void
hit_cb (GsSearchPopover *search, const char *article, const char *claim, char **place)
{
  g_free (*place);
  *place = g_strdup (article);
}

static void
test_search (GsWindowFixture *self, gconstpointer data)
{
  GtkEditable *entry;
  GtkListView *list;
  g_autofree char *article = NULL;

  gs_window_fixture_act (self, "win.search");
  entry = gs_window_find (self->window, GTK_TYPE_SEARCH_ENTRY, "Search articles and claims");
  list = gs_window_find (self->window, GTK_TYPE_LIST_VIEW, "Search results");
  g_signal_connect (gs_window_find (self->window, GS_TYPE_SEARCH_POPOVER, NULL), "hit-chosen", G_CALLBACK (hit_cb),
                    &article);

  gtk_editable_set_text (entry, "embar");
  g_signal_emit_by_name (entry, "search-changed");
  gs_window_fixture_settle (self);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list))), >, 1);
  gs_ui_test_shot (gs_window_find (self->window, GS_TYPE_SEARCH_POPOVER, NULL), "search");
  g_signal_emit_by_name (entry, "activate");
  gs_window_fixture_settle (self);
  g_assert_nonnull (article);

  /* What no query language would take is a search without hits. */
  gs_window_fixture_act (self, "win.search");
  gtk_editable_set_text (entry, "\"( AND * NEAR/ ^");
  g_signal_emit_by_name (entry, "search-changed");
  gs_window_fixture_settle (self);

  /* GTK 4.8 asks the surface of a popover that went with its window for the pointer, for a tooltip. */
  gtk_popover_popdown (gs_window_find (self->window, GS_TYPE_SEARCH_POPOVER, NULL));
  gs_window_fixture_settle (self);
}

static gboolean
has_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && *gtk_label_get_label (GTK_LABEL (widget)) != '\0')
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (has_text (child))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_named (GtkWidget *widget)
{
  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* The button inside a menu button says that it is labelled by it, whether that
 * has a name or not; other inner parts have the name of what they are part of. */
static gboolean
is_named_with_parents (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (has_text (widget))
    return TRUE;
  if (GTK_IS_TEXT (widget) || GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent))
    return is_named (parent);

  /* Scrolled windows and their like are stops of the keyboard, not things. */
  return is_named (widget) || GTK_IS_SCROLLED_WINDOW (widget) || GTK_IS_VIEWPORT (widget);
}

/* GTK 4.8 says both, one after the other. The image that labels a button has
 * nothing to say. */
static gboolean
is_named_twice (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && !has_text (widget))
    return FALSE;

  return gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
         && gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
check_names (GtkWidget *widget, GString *nameless)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (gtk_widget_get_focusable (widget) && !is_named_with_parents (widget)
      && !gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS))
    {
      g_string_append (nameless, "\n ");
      for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
        g_string_append_printf (nameless, " %s", G_OBJECT_TYPE_NAME (w));
    }
  if (is_named_twice (widget))
    {
      g_string_append (nameless, "\n twice:");
      for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
        g_string_append_printf (nameless, " %s", G_OBJECT_TYPE_NAME (w));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_names (child, nameless);
}

static void
test_names (GsWindowFixture *self, gconstpointer data)
{
  const char *const pages[] = { "articles", "claims", "conflicts", "timeline" };
  g_autoptr (GString) nameless = g_string_new (NULL);
  g_autofree char *article = NULL;
  g_autofree char *claim = gs_window_fixture_first_claim (self, &article);

  gs_window_show_article (self->window, article, claim);
  gs_window_fixture_settle (self);
  g_signal_emit_by_name (gs_window_find (self->window, GS_TYPE_READER, NULL), "claim-activated", claim);
  gs_window_fixture_settle (self);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gs_window_show_page (self->window, pages[i]);
      gs_window_fixture_settle (self);
      gs_ui_test_shot (GTK_WIDGET (self->window), pages[i]);
      check_names (GTK_WIDGET (self->window), nameless);
    }
  gs_window_show_pair (self->window,
                       gs_conflicts_page_get_question (gs_window_find (self->window, GS_TYPE_CONFLICTS_PAGE, NULL)),
                       NULL);
  gs_window_fixture_settle (self);
  check_names (GTK_WIDGET (self->window), nameless);

  g_assert_cmpstr (nameless->str, ==, "");
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) \
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, gs_window_fixture_tear_down)

  TEST ("/ui/search", test_search);
  TEST ("/ui/names", test_names);

  return g_test_run ();
}
