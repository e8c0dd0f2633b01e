/* gs-tour.c: every page and every dialog, one after the other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-tour.h"

#include <string.h>

#include "gs-ask-popover.h"
#include "gs-conflicts-page.h"
#include "gs-merge-dialog.h"
#include "gs-preferences.h"
#include "gs-questions-dialog.h"
#include "gs-reader.h"
#include "gs-refused-dialog.h"

typedef struct
{
  GsWindowFixture *fixture;
  GsTourFunc func;
  gpointer data;
} Tour;

/* Menus and dialogs ask the workspace once, if at all. */
static void
stop_at (Tour *self, const char *stop, GtkWidget *root)
{
  if (root == GTK_WIDGET (self->fixture->window))
    gs_window_fixture_settle (self->fixture);
  else
    gs_window_fixture_settle_once (self->fixture);
  gs_ui_test_shot (root, stop);
  self->func (stop, root, self->data);
}

static GtkWidget *
window_of (Tour *self)
{
  return GTK_WIDGET (self->fixture->window);
}

/* Menu buttons of what is seen, opened one at a time. */
static void
open_menus (Tour *self, const char *stop, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_MENU_BUTTON (widget) && gtk_widget_get_sensitive (widget)
      && gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget)) != NULL)
    {
      g_autofree char *name = g_strdup_printf ("%s-menu", stop);
      GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (widget));

      gtk_menu_button_popup (GTK_MENU_BUTTON (widget));
      stop_at (self, name, GTK_WIDGET (popover));
      gtk_popover_popdown (popover);
      gs_ui_test_settle ();
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    open_menus (self, stop, child);
}

static void
unfold_all (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    unfold_all (child);
}

/* The article with the editor, the list of claims, the find bar, and everything unfolded. */
static void
tour_articles (Tour *self)
{
  g_autofree char *article = NULL;
  g_autofree char *claim = gs_window_fixture_first_claim (self->fixture, &article);
  GtkWidget *reader;

  gs_window_show_article (self->fixture->window, article, claim);
  stop_at (self, "articles", window_of (self));
  reader = gs_window_find (window_of (self), GS_TYPE_READER, NULL);
  gtk_widget_activate_action (reader, "reader.show-claims", NULL);
  gtk_widget_activate_action (reader, "reader.find", NULL);
  gs_window_edit_claim (self->fixture->window, article, claim);
  gs_window_fixture_settle (self->fixture);
  unfold_all (window_of (self));
  stop_at (self, "editor", window_of (self));
}

static void
tour_pair (Tour *self)
{
  GsConflictsPage *conflicts = gs_window_find (window_of (self), GS_TYPE_CONFLICTS_PAGE, NULL);

  gs_window_show_pair (self->fixture->window, gs_conflicts_page_get_question (conflicts), NULL);
  stop_at (self, "compare", window_of (self));
}

static void
tour_pages (Tour *self, gboolean menus)
{
  static const char *const pages[] = { "claims", "conflicts", "timeline" };
  static const char *const views[] = { "source", "relays", "origins" };

  tour_articles (self);
  if (menus)
    open_menus (self, "editor", window_of (self));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gs_window_show_page (self->fixture->window, pages[i]);
      stop_at (self, pages[i], window_of (self));
    }
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gs_window_show_sources (self->fixture->window, views[i]);
      stop_at (self, views[i], window_of (self));
    }
  tour_pair (self);
}

/* Each page of a window that has several, as its switcher shows them. */
static void
tour_views (Tour *self, const char *stop, GtkWidget *window)
{
  AdwViewStack *stack = ADW_VIEW_STACK (gs_ui_test_find (window, ADW_TYPE_VIEW_STACK));
  g_autoptr (GtkSelectionModel) views = stack != NULL ? adw_view_stack_get_pages (stack) : NULL;
  guint n = views != NULL ? g_list_model_get_n_items (G_LIST_MODEL (views)) : 0;

  for (guint i = 0; i < MAX (n, 1); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s-%u", stop, i + 1);

      if (n > 0)
        gtk_selection_model_select_item (views, i, TRUE);
      stop_at (self, name, window);
    }
}

static void
tour_dialog (Tour *self, const char *stop, GtkWidget *dialog)
{
  gtk_window_present (GTK_WINDOW (dialog));
  tour_views (self, stop, dialog);
  gtk_window_destroy (GTK_WINDOW (dialog));
  gs_ui_test_settle ();
}

/* The window that has come on top of the fixture's. */
static GtkWidget *
find_dialog (Tour *self)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (self->fixture->window)
          && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return GTK_WIDGET (window);
    }

  g_error ("no dialog has come");
}

static void
tour_actions (Tour *self)
{
  static const char *const actions[] = { "win.show-questions", "win.show-tags",     "win.show-agreement",
                                         "win.show-history",   "win.export-report", "win.paste-article",
                                         "win.import-address" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      if (!gtk_widget_activate_action (window_of (self), actions[i], NULL))
        continue;
      tour_dialog (self, actions[i] + strlen ("win."), find_dialog (self));
    }
}

static void
tour_dialogs (Tour *self)
{
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (gs_refused_file_free);
  g_autofree char *other = g_build_filename (self->fixture->folder, "other.gainsay", NULL);
  g_autoptr (GError) error = NULL;
  GtkWindow *window = GTK_WINDOW (self->fixture->window);

  tour_actions (self);
  tour_dialog (self, "preferences", gs_preferences_new (window));
  g_ptr_array_add (refused, gs_refused_file_new ("1.2", "3"));
  tour_dialog (self, "refused", gs_refused_dialog_new (window, refused));
  gs_workspace_create (other, "Test", &error);
  g_assert_no_error (error);
  tour_dialog (self, "merge", gs_merge_dialog_new (window, self->fixture->workspace, other));
}

static void
tour_welcome (Tour *self)
{
  GsWindow *window = gs_window_new (NULL, 1024, 768);

  gtk_window_present (GTK_WINDOW (window));
  gs_ui_test_settle ();
  self->func ("welcome", GTK_WIDGET (window), self->data);
  gtk_window_destroy (GTK_WINDOW (window));
  gs_ui_test_settle ();
}

void
gs_tour (GsWindowFixture *self, GsTourFunc func, gpointer data)
{
  Tour tour = { self, func, data };

  tour_welcome (&tour);
  tour_pages (&tour, TRUE);
  tour_dialogs (&tour);
}

void
gs_tour_pages (GsWindowFixture *self, int width, GsTourFunc func, gpointer data)
{
  Tour tour = { self, func, data };

  /* As far as it goes; then it folds, and goes further. */
  for (guint i = 0; i < 3; i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->window), width, 720);
      gs_ui_test_settle ();
    }
  tour_pages (&tour, FALSE);
}
