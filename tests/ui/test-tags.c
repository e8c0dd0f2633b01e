/* test-tags.c: tags and their colours.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-palette.h"
#include "gs-tag-colour.h"
#include "gs-tags-dialog.h"
#include "gs-window-fixture.h"

/* (nullable) (transfer full) */
static char *
stored_colour (GsWindowFixture *self, const char *path)
{
  g_autofree char *uuid = gs_workspace_resolve (self->workspace, &gs_tag_type, path, NULL);
  g_autoptr (GsTagRecord) tag = gs_workspace_load (self->workspace, &gs_tag_type, uuid, NULL);

  return g_strdup (tag->colour);
}

static GsTagColour *
show_tag (GsWindowFixture *self, const char *path, GtkWindow **window)
{
  g_autofree char *uuid = gs_workspace_resolve (self->workspace, &gs_tag_type, path, NULL);
  GsTagListing *tag = gs_workspace_list_row (self->workspace, &gs_tag_listing_type, uuid, NULL);
  GtkWidget *colour = gs_tag_colour_new ();

  *window = gs_ui_test_show (colour, 200, 100);
  gs_tag_colour_show (GS_TAG_COLOUR (colour), self->workspace, tag);
  gs_record_free (&gs_tag_listing_type, tag);

  return GS_TAG_COLOUR (colour);
}

/* Chosen, stored, shown by what shows claims, and undone. */
static void
test_choose (GsWindowFixture *self, gconstpointer data)
{
  GtkWindow *window;
  GsTagColour *colour = show_tag (self, "statement/denial", &window);
  g_autofree char *before = stored_colour (self, "statement/denial");
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  guint n;
  const GsPaletteColour *pink = &gs_palette_list (&n)[6];

  g_assert_cmpstr (before, !=, pink->value);
  gs_tag_colour_choose (colour, pink->value);
  gs_window_fixture_settle (self);
  after = stored_colour (self, "statement/denial");
  g_assert_cmpstr (after, ==, pink->value);

  gs_window_fixture_act (self, "win.undo");
  undone = stored_colour (self, "statement/denial");
  g_assert_cmpstr (undone, ==, before);
  gtk_window_destroy (window);
}

/* The popover offers them all by name, and none. */
static void
test_popover (GsWindowFixture *self, gconstpointer data)
{
  GtkWindow *window;
  GsTagColour *colour = show_tag (self, "statement/denial", &window);
  GtkMenuButton *button = GTK_MENU_BUTTON (gs_ui_test_find (GTK_WIDGET (colour), GTK_TYPE_MENU_BUTTON));
  GtkPopover *popover;
  g_autofree char *after = NULL;

  gtk_menu_button_popup (button);
  gs_ui_test_settle ();
  popover = gtk_menu_button_get_popover (button);
  gs_window_find (popover, GTK_TYPE_TOGGLE_BUTTON, "Teal");
  g_signal_emit_by_name (gs_window_find (popover, GTK_TYPE_TOGGLE_BUTTON, "No colour"), "clicked");
  gs_window_fixture_settle (self);
  after = stored_colour (self, "statement/denial");
  g_assert_null (after);
  gtk_window_destroy (window);
}

static void
chosen_cb (GtkWidget *dialog, const char *tag, char **found)
{
  *found = g_strdup (tag);
}

static void
test_dialog (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *dialog = gs_tags_dialog_new (GTK_WINDOW (self->window), self->workspace);
  GtkListView *list;
  GListModel *model;
  g_autofree char *found = NULL;
  g_autofree char *wanted = gs_workspace_resolve (self->workspace, &gs_tag_type, "statement/denial", NULL);

  g_signal_connect (dialog, "show-claims", G_CALLBACK (chosen_cb), &found);
  gtk_window_present (GTK_WINDOW (dialog));
  gs_window_fixture_settle_once (self);
  list = gs_window_find (dialog, GTK_TYPE_LIST_VIEW, "Tags");
  model = G_LIST_MODEL (gtk_list_view_get_model (list));
  g_assert_cmpuint (g_list_model_get_n_items (model), >, 5);

  gtk_editable_set_text (gs_window_find (dialog, GTK_TYPE_SEARCH_ENTRY, "Search tags"), "denial");
  g_signal_emit_by_name (gs_window_find (dialog, GTK_TYPE_SEARCH_ENTRY, "Search tags"), "search-changed");
  gs_window_fixture_settle_once (self);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1);
  gs_ui_test_shot (dialog, "tags");
  g_signal_emit_by_name (list, "activate", 0u);
  g_assert_cmpstr (found, ==, wanted);
  gs_ui_test_settle ();
}

/* Reaches the page of claims. */
static void
test_shown (GsWindowFixture *self, gconstpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GtkWidget *dialog = NULL;

  gs_window_fixture_act (self, "win.show-tags");
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GS_IS_TAGS_DIALOG (window))
        dialog = window;
    }
  g_assert_nonnull (dialog);
  g_signal_emit_by_name (gs_window_find (dialog, GTK_TYPE_LIST_VIEW, "Tags"), "activate", 0u);
  gs_window_fixture_settle (self);
  g_assert_true (gtk_widget_get_mapped (gs_window_find (self->window, GTK_TYPE_COLUMN_VIEW, NULL)));
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) \
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, gs_window_fixture_tear_down)

  TEST ("/ui/tags/choose", test_choose);
  TEST ("/ui/tags/popover", test_popover);
  TEST ("/ui/tags/dialog", test_dialog);
  TEST ("/ui/tags/shown", test_shown);

  return g_test_run ();
}
