/* gs-ui-test.c: what tests of widgets share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-ui-test.h"

#include <glib/gstdio.h>
#include <string.h>

static GtkWidget *
find_at (GtkWidget *root, gpointer address)
{
  GtkWidget *found = NULL;

  if (root == address)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_at (child, address);

  return found;
}

/* What is at that address, in which there is such a widget, and what it is in. */
static void
tell_which (gpointer address)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  g_autoptr (GString) path = g_string_new (NULL);
  GtkWidget *widget = NULL;

  for (GList *l = windows; l != NULL && widget == NULL; l = l->next)
    widget = find_at (l->data, address);
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (path, "“%s” ", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *w = widget; w != NULL; w = gtk_widget_get_parent (w))
    g_string_append_printf (path, "%s ", G_OBJECT_TYPE_NAME (w));
  g_printerr ("# %s\n", path->str);
}

/* GTK complains of sizes by the widget's address, which helps nobody. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields && (level & (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL)) != 0; i++)
    {
      const char *address = g_str_equal (fields[i].key, "MESSAGE") ? strstr (fields[i].value, " 0x") : NULL;

      if (address != NULL)
        tell_which (GSIZE_TO_POINTER (g_ascii_strtoull (address + 1, NULL, 16)));
    }

  return g_log_writer_default (level, fields, n_fields, data);
}

void
gs_ui_test_init (int *argc, char ***argv)
{
  g_autofree char *style = NULL;
  g_autoptr (GtkCssProvider) provider = NULL;

  g_log_set_writer_func (write_log, NULL, NULL);
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);

  style = g_test_build_filename (G_TEST_DIST, "..", "ui", "style.css", NULL);
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_path (provider, style);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

GtkWindow *
gs_ui_test_show (GtkWidget *widget, int width, int height)
{
  AdwWindow *window = ADW_WINDOW (adw_window_new ());

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (window, widget);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (widget);
  gs_ui_test_settle ();

  return GTK_WINDOW (window);
}

static gboolean
quiet_cb (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

void
gs_ui_test_settle (void)
{
  gboolean quiet = FALSE;

  /* Below every idle of GTK's: reached when layout and drawing are done. */
  g_timeout_add_full (G_PRIORITY_LOW, 60, quiet_cb, &quiet, NULL);
  while (!quiet)
    g_main_context_iteration (NULL, TRUE);
}

void
gs_ui_test_shot (GtkWidget *widget, const char *name)
{
  const char *folder = g_getenv ("GAINSAY_SHOTS");
  g_autofree char *path = NULL;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GtkSnapshot *snapshot;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (folder == NULL)
    return;

  gs_ui_test_settle ();
  paintable = gtk_widget_paintable_new (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_return_if_fail (node != NULL);

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0.f, 0.f, (float) width, (float) height));
  g_mkdir_with_parents (folder, 0700);
  path = g_strdup_printf ("%s/%s.png", folder, name);
  gdk_texture_save_to_png (texture, path);
}

GtkWidget *
gs_ui_test_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gs_ui_test_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
gs_ui_test_find_button (GtkWidget *root, const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root)
      && (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0
          || g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (root)), label) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = gs_ui_test_find_button (child, label);

  return found;
}

static gboolean
has_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
gs_ui_test_finalize (gpointer object)
{
  gpointer place = object;

  g_object_add_weak_pointer (G_OBJECT (object), &place);
  g_object_unref (object);
  gs_test_pump_until (has_gone, &place, 20.0);
}
