/* test-gradual-list.c: tests of a list that comes in over several frames.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-gradual-list.h"
#include "gs-ui-test.h"

#define MANY 1000
#define SECONDS 10.0

/* What shows the list follows what it is told, item by item. */
typedef struct
{
  GtkStringList *all;
  GListModel *list;
  GtkWindow *window;
  guint told;
} Fixture;

static void
told_cb (Fixture *fixture, guint position, guint removed, guint added)
{
  g_assert_cmpuint (position + removed, <=, fixture->told);
  fixture->told += added - removed;
  g_assert_cmpuint (fixture->told, ==, g_list_model_get_n_items (fixture->list));
}

static void
append (Fixture *fixture, guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, "row");
  texts = g_strv_builder_end (builder);
  gtk_string_list_splice (fixture->all, g_list_model_get_n_items (G_LIST_MODEL (fixture->all)), 0,
                          (const char *const *) texts);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = gtk_label_new ("list");

  fixture->all = gtk_string_list_new (NULL);
  fixture->window = gs_ui_test_show (widget, 300, 300);
  fixture->list = gs_gradual_list_new (G_LIST_MODEL (fixture->all), widget);
  g_signal_connect_swapped (fixture->list, "items-changed", G_CALLBACK (told_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->list);
  g_object_unref (fixture->all);
}

static gboolean
is_whole (gpointer data)
{
  return ((Fixture *) data)->told == MANY;
}

static void
test_growing (Fixture *fixture, gconstpointer data)
{
  append (fixture, MANY);
  g_assert_cmpuint (fixture->told, >, 0);
  g_assert_cmpuint (fixture->told, <, 100);
  gs_test_pump_until (is_whole, fixture, SECONDS);

  /* From the beginning, once it has been emptied. */
  gtk_string_list_splice (fixture->all, 0, MANY, NULL);
  g_assert_cmpuint (fixture->told, ==, 0);
  append (fixture, MANY);
  g_assert_cmpuint (fixture->told, <, 100);
  gs_test_pump_until (is_whole, fixture, SECONDS);
}

static void
test_changed_meanwhile (Fixture *fixture, gconstpointer data)
{
  append (fixture, MANY);
  gtk_string_list_splice (fixture->all, 0, MANY - 10, NULL);
  g_assert_cmpuint (fixture->told, ==, 10);
  append (fixture, MANY - 10);
  gs_test_pump_until (is_whole, fixture, SECONDS);
}

static void
test_reach (Fixture *fixture, gconstpointer data)
{
  append (fixture, MANY);
  gs_gradual_list_reach (fixture->list, 0);
  g_assert_cmpuint (fixture->told, <, 100);
  gs_gradual_list_reach (fixture->list, 500);
  g_assert_cmpuint (fixture->told, ==, MANY);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  g_test_add ("/ui/gradual-list/growing", Fixture, NULL, set_up, test_growing, tear_down);
  g_test_add ("/ui/gradual-list/changed-meanwhile", Fixture, NULL, set_up, test_changed_meanwhile, tear_down);
  g_test_add ("/ui/gradual-list/reach", Fixture, NULL, set_up, test_reach, tear_down);

  return g_test_run ();
}
