/* test-templates.c: every .ui file makes what it describes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * gtk4-builder-tool knows none of our types, and calls every template of
 * theirs wrong. Here each file is given to GtkBuilder where they are there,
 * with every warning fatal.
 */

#include "config.h"

#include "gs-ui-test.h"

#define FOLDER "/org/gainsay/Gainsay/ui/"

/* (nullable): the class of a template; %NULL for a file of plain objects. */
static char *
find_class (GBytes *text)
{
  gsize size;
  const char *start = g_bytes_get_data (text, &size);
  g_autoptr (GRegex) regex = g_regex_new ("<template class=\"(\\w+)\"", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match_full (regex, start, (gssize) size, 0, 0, &match, NULL) ? g_match_info_fetch (match, 1) : NULL;
}

static void
test_template (gconstpointer data)
{
  g_autoptr (GBytes) text = g_resources_lookup_data (data, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autofree char *class_name = find_class (text);
  GObject *object;
  GType type;

  g_assert_nonnull (class_name);
  type = gtk_builder_get_type_from_name (builder, class_name);
  g_assert_true (g_type_is_a (type, GTK_TYPE_WIDGET));

  object = g_object_new (type, NULL);
  g_object_ref_sink (object);
  if (GTK_IS_WINDOW (object))
    gtk_window_destroy (GTK_WINDOW (object));
  g_object_unref (object);
  gs_ui_test_settle ();
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) names = g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  guint n = 0;

  gs_ui_test_init (&argc, &argv);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autofree char *test = g_strconcat ("/ui/templates/", names[i], NULL);

      /* These two are made with the window: test-window does. */
      if (g_str_equal (names[i], "gs-shortcuts.ui") || g_str_equal (names[i], "gs-workbench.ui"))
        continue;
      g_test_add_data_func_full (test, g_steal_pointer (&path), test_template, g_free);
      n++;
    }
  g_assert_cmpuint (n, >, 20);

  return g_test_run ();
}
