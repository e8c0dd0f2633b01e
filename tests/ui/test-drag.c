/* test-drag.c: what another program gets of claims and articles.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-drag-out.h"
#include "gs-window-fixture.h"

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* (transfer full) */
static char *
take (GdkContentProvider *provider, const char *mime_type)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  gboolean done = FALSE;

  gdk_content_provider_write_mime_type_async (provider, mime_type, stream, 0, NULL, written_cb, &done);
  gs_test_pump_until (is_true, &done, 10);

  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (stream)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)));
}

/* Of the first row of a list that can be dragged. */
static GdkContentProvider *
prepare (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  GdkContentProvider *provider = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        {
          g_signal_emit_by_name (controller, "prepare", 1.0, 1.0, &provider);
          return provider;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && provider == NULL;
       child = gtk_widget_get_next_sibling (child))
    provider = prepare (child);

  return provider;
}

static void
test_article (GsWindowFixture *self, gconstpointer data)
{
  GtkWidget *list = gs_window_find (self->window, GTK_TYPE_LIST_VIEW, "Articles");
  g_autoptr (GdkContentProvider) provider = prepare (list);
  g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (provider);
  g_autofree char *text = take (provider, "text/plain;charset=utf-8");

  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/plain"));
  g_assert_nonnull (strstr (text, "Jammers from Estmark reached Kaldoria"));
  g_assert_cmpuint (strlen (text), >, 1000);
}

/* All that are chosen come along. */
static void
test_claims (GsWindowFixture *self, gconstpointer data)
{
  GtkColumnView *view;
  g_autoptr (GdkContentProvider) one = NULL;
  g_autoptr (GdkContentProvider) two = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *quotes = NULL;

  gs_window_show_page (self->window, "claims");
  gs_window_fixture_settle (self);
  view = gs_window_find (self->window, GTK_TYPE_COLUMN_VIEW, NULL);
  one = prepare (GTK_WIDGET (view));
  quote = take (one, "text/plain");
  g_assert_true (g_str_has_prefix (quote, "“"));
  g_assert_nonnull (strstr (quote, "” (Rina Oakes, “Jammers from Estmark"));

  gtk_selection_model_select_range (gtk_column_view_get_model (view), 0, 2, TRUE);
  gs_ui_test_settle ();
  two = prepare (GTK_WIDGET (view));
  quotes = take (two, "text/plain;charset=utf-8");
  g_assert_true (g_str_has_prefix (quotes, quote));
  g_assert_nonnull (strstr (quotes, ")\n\n“"));
}

/* Addresses and files are offered as such; what is only a name is not. */
static void
test_uris (GsWindowFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *path;
    const char *uri;
  } places[] = {
    { "https://example.org/a?b=c", "https://example.org/a?b=c\r\n" },
    { "/srv/press cuttings/a.html", "file:///srv/press%20cuttings/a.html\r\n" },
    { "a.html", NULL },
    { "javascript:alert(1)", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GsArticleListing listing = { .uuid = (char *) "none", .path = (char *) places[i].path };
      g_autoptr (GdkContentProvider) provider = gs_drag_out_new_article (self->workspace, &listing);
      g_autoptr (GdkContentFormats) formats = gdk_content_provider_ref_formats (provider);
      g_autofree char *uri = places[i].uri != NULL ? take (provider, "text/uri-list") : NULL;

      g_assert_cmpint (gdk_content_formats_contain_mime_type (formats, "text/uri-list"), ==, places[i].uri != NULL);
      g_assert_cmpstr (uri, ==, places[i].uri);
    }
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

#define TEST(path, func) \
  g_test_add (path, GsWindowFixture, NULL, gs_window_fixture_set_up_sample, func, gs_window_fixture_tear_down)

  TEST ("/ui/drag/article", test_article);
  TEST ("/ui/drag/claims", test_claims);
  TEST ("/ui/drag/uris", test_uris);

  return g_test_run ();
}
