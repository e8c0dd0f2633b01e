/* test-reader-view.c: selecting, finding and painting claims in a text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-view.h"

#include "gs-ui-test.h"

/* Code points 0..25 are the title; an emoji of one code point stands at 27. */
#define TEXT                                                                                                  \
  "Minister confirms drones\n"                                                                                \
  "\xe2\x80\x9c\xf0\x9f\x99\x82 We gave a limited number of drones, months before the war\xe2\x80\x9d, said " \
  "the minister. A spokesman denied it. \n"                                                                   \
  "Photo: nobody\n"

typedef struct
{
  GtkWindow *window;
  GsReaderView *view;
  gint64 made[2];
  char *activated;
} Fixture;

static void
make_cb (GsReaderView *view, gint64 start, gint64 end, Fixture *fixture)
{
  fixture->made[0] = start;
  fixture->made[1] = end;
}

static void
activated_cb (GsReaderView *view, const char *claim, Fixture *fixture)
{
  g_free (fixture->activated);
  fixture->activated = g_strdup (claim);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autoptr (GPtrArray) zones = gs_record_array_new (&gs_zone_type);
  GsZoneRecord *zone = gs_record_append (zones, &gs_zone_type);

  zone->kind = GS_ZONE_TITLE;
  zone->start = 0;
  zone->end = 24;
  fixture->view = GS_READER_VIEW (gs_reader_view_new ());
  gs_reader_view_set_text (fixture->view, TEXT, zones);
  g_signal_connect (fixture->view, "make-claim", G_CALLBACK (make_cb), fixture);
  g_signal_connect (fixture->view, "claim-activated", G_CALLBACK (activated_cb), fixture);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  fixture->window = gs_ui_test_show (scroller, 800, 600);
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  g_free (fixture->activated);
}

static void
add_claim (Fixture *fixture, const char *uuid, gint64 start, gint64 end, const char *colour)
{
  GsClaimListing listing = { .uuid = (char *) uuid, .start = start, .end = end, .colour = (char *) colour };

  gs_reader_view_add_claim (fixture->view, &listing);
}

/* Presses a key as the view's own controllers see it. */
static void
press (Fixture *fixture, const char *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));
  gboolean done = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !done; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller)
          || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;

      for (guint n = 0; n < g_list_model_get_n_items (G_LIST_MODEL (controller)) && !done; n++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), n);
          g_autofree char *text = gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_has_prefix (text, trigger))
            done =
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (fixture->view), NULL);
        }
    }
}

static void
test_selection (Fixture *fixture, gconstpointer data)
{
  g_autofree char *quote = NULL;
  gint64 start = 0;
  gint64 end = 0;

  g_assert_false (gs_reader_view_get_selection (fixture->view, &start, &end));

  /* After the emoji, "We gave". */
  gs_reader_view_select (fixture->view, 28, 35);
  g_assert_true (gs_reader_view_get_selection (fixture->view, &start, &end));
  quote = gs_reader_view_get_quote (fixture->view, start, end);
  g_assert_cmpstr (quote, ==, "We gave");

  press (fixture, "Return");
  g_assert_cmpint (fixture->made[0], ==, 28);
  g_assert_cmpint (fixture->made[1], ==, 35);
}

static void
test_sentence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sentence = NULL;
  g_autofree char *word = NULL;
  gint64 start = 0;
  gint64 end = 0;

  gs_reader_view_place_caret (fixture->view, 112);
  gs_reader_view_select_sentence (fixture->view);
  g_assert_true (gs_reader_view_get_selection (fixture->view, &start, &end));
  sentence = gs_reader_view_get_quote (fixture->view, start, end);
  g_assert_cmpstr (sentence, ==, "A spokesman denied it.");

  gs_reader_view_place_caret (fixture->view, 112);
  gs_reader_view_grow_selection (fixture->view);
  g_assert_true (gs_reader_view_get_selection (fixture->view, &start, &end));
  word = gs_reader_view_get_quote (fixture->view, start, end);
  g_assert_cmpstr (word, ==, "spokesman");
  gs_reader_view_grow_selection (fixture->view);
  g_assert_true (gs_reader_view_get_selection (fixture->view, &start, &end));
  g_assert_cmpint (end - start, ==, 22);
  gs_reader_view_shrink_selection (fixture->view);
  g_assert_true (gs_reader_view_get_selection (fixture->view, &start, &end));
  g_assert_cmpint (end - start, ==, 9);
}

static void
test_steps (Fixture *fixture, gconstpointer data)
{
  add_claim (fixture, "late", 60, 70, NULL);
  add_claim (fixture, "early", 28, 50, NULL);
  add_claim (fixture, "twin", 28, 60, NULL);

  gs_reader_view_place_caret (fixture->view, 0);
  g_assert_cmpstr (gs_reader_view_find_next (fixture->view, FALSE), ==, "early");
  g_assert_null (gs_reader_view_find_next (fixture->view, TRUE));
  gs_reader_view_set_active (fixture->view, "early");
  g_assert_cmpstr (gs_reader_view_find_next (fixture->view, FALSE), ==, "twin");
  gs_reader_view_set_active (fixture->view, "twin");
  g_assert_cmpstr (gs_reader_view_find_next (fixture->view, FALSE), ==, "late");
  g_assert_cmpstr (gs_reader_view_find_next (fixture->view, TRUE), ==, "early");
  gs_reader_view_set_active (fixture->view, "late");
  g_assert_null (gs_reader_view_find_next (fixture->view, FALSE));
  g_assert_cmpstr (gs_reader_view_find_next (fixture->view, TRUE), ==, "twin");

  /* A claim that begins where the caret stands is the next one. */
  gs_reader_view_set_active (fixture->view, NULL);
  gs_reader_view_place_caret (fixture->view, 60);
  g_assert_cmpstr (gs_reader_view_find_next (fixture->view, FALSE), ==, "late");
}

static void
test_activation (Fixture *fixture, gconstpointer data)
{
  add_claim (fixture, "outer", 28, 60, NULL);
  add_claim (fixture, "inner", 36, 52, NULL);

  gs_reader_view_place_caret (fixture->view, 40);
  press (fixture, "Return");
  g_assert_cmpstr (fixture->activated, ==, "inner");
  g_assert_cmpstr (gs_reader_view_get_active (fixture->view), ==, "inner");
  g_assert_cmpint (fixture->made[1], ==, 0);
}

/* The highlight stands where the text view itself says the characters are. */
static void
test_area (Fixture *fixture, gconstpointer data)
{
  GtkTextView *view = GTK_TEXT_VIEW (fixture->view);
  g_autoptr (GArray) area = NULL;
  g_autoptr (GArray) none = NULL;
  GtkTextIter iter;
  GdkRectangle first;
  GdkRectangle last;
  graphene_rect_t *rect;

  add_claim (fixture, "c", 28, 35, "#ff0000");
  area = gs_reader_view_get_claim_area (fixture->view, "c");
  g_assert_cmpuint (area->len, ==, 1);
  rect = &g_array_index (area, graphene_rect_t, 0);

  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, 28);
  gtk_text_view_get_iter_location (view, &iter, &first);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (view), &iter, 35);
  gtk_text_view_get_iter_location (view, &iter, &last);
  g_assert_cmpfloat_with_epsilon (rect->origin.x, first.x, 0.01);
  g_assert_cmpfloat_with_epsilon (rect->origin.x + rect->size.width, last.x, 0.01);
  g_assert_cmpfloat_with_epsilon (rect->origin.y, first.y, 0.01);
  g_assert_cmpfloat (rect->size.height, >, 5.0);

  gs_reader_view_remove_claim (fixture->view, "c");
  none = gs_reader_view_get_claim_area (fixture->view, "c");
  g_assert_cmpuint (none->len, ==, 0);
}

/* Pixels: the colour is there when the claim is, and gone when it is gone. */
static guint
count_red (Fixture *fixture)
{
  GtkWidget *widget = GTK_WIDGET (fixture->view);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guchar *pixels = NULL;
  guint n = 0;

  gs_ui_test_settle ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node,
                                         &GRAPHENE_RECT_INIT (0.f, 0.f, (float) width, (float) height));
  pixels = g_malloc ((gsize) width * (gsize) height * 4);
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  for (gsize i = 0; i < (gsize) width * (gsize) height; i++)
    {
      const guchar *p = pixels + i * 4; /* B, G, R, A */

      if (p[2] > p[1] + 20 && p[2] > p[0] + 20)
        n++;
    }

  return n;
}

static void
test_painted (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_red (fixture), ==, 0);
  add_claim (fixture, "c", 28, 60, "#ff0000");
  g_assert_cmpuint (count_red (fixture), >, 500);
  gs_reader_view_remove_claim (fixture->view, "c");
  g_assert_cmpuint (count_red (fixture), ==, 0);
}

static void
test_update (Fixture *fixture, gconstpointer data)
{
  GsClaimListing a = { .uuid = (char *) "a", .start = 28, .end = 35 };
  GsClaimListing b = { .uuid = (char *) "b", .start = 40, .end = 50 };
  GsClaimListing nowhere = { .uuid = (char *) "n" };
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_ptr_array_add (both, &a);
  g_ptr_array_add (both, &b);
  g_ptr_array_add (both, &nowhere);
  g_ptr_array_add (one, &b);
  gs_reader_view_set_claims (fixture->view, both);
  g_assert_cmpstr (gs_reader_view_claim_at (fixture->view, 30), ==, "a");
  b.start = 42;
  gs_reader_view_set_claims (fixture->view, one);
  g_assert_null (gs_reader_view_claim_at (fixture->view, 30));
  g_assert_null (gs_reader_view_claim_at (fixture->view, 41));
  g_assert_cmpstr (gs_reader_view_claim_at (fixture->view, 42), ==, "b");
}

/* Right to left, mixed with emoji: rectangles lie within the view and the
 * painting does not complain. */
static void
test_directions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) area = NULL;

  gs_reader_view_set_text (fixture->view,
                           "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d drones \xd7\xa2\xd7\x95\xd7\x9c\xd7\x9d "
                           "\xf0\x9f\x87\xae\xf0\x9f\x87\xb7\n",
                           NULL);
  add_claim (fixture, "c", 2, 16, "#ff0000");
  gs_ui_test_settle ();
  area = gs_reader_view_get_claim_area (fixture->view, "c");
  g_assert_cmpuint (area->len, >, 1);
  for (guint i = 0; i < area->len; i++)
    {
      const graphene_rect_t *rect = &g_array_index (area, graphene_rect_t, i);

      g_assert_cmpfloat (rect->size.width, >, 0.0);
      g_assert_cmpfloat (rect->origin.x, >=, 0.0);
      g_assert_cmpfloat (rect->origin.x + rect->size.width, <=, 800.0);
    }
  g_assert_cmpuint (count_red (fixture), >, 100);
}

/* A range over a break of the layout is one range of the article. */
static void
test_long_paragraph (Fixture *fixture, gconstpointer data)
{
  GString *text = g_string_new (NULL);
  g_autofree char *quote = NULL;
  g_autofree char *all = NULL;
  g_autoptr (GArray) area = NULL;
  gint64 start = 0;
  gint64 end = 0;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "%04u words. ", i);
  all = g_string_free (text, FALSE);
  gs_reader_view_set_text (fixture->view, all, NULL);
  gs_reader_view_select (fixture->view, 24, 12000);
  g_assert_true (gs_reader_view_get_selection (fixture->view, &start, &end));
  g_assert_cmpint (start, ==, 24);
  g_assert_cmpint (end, ==, 12000);
  quote = gs_reader_view_get_quote (fixture->view, start, end);
  g_assert_null (strchr (quote, '\n'));
  g_assert_true (strncmp (quote, all + 24, 11976) == 0);

  gs_reader_view_scroll_to (fixture->view, 12000, 12010);
  add_claim (fixture, "c", 24, 12000, NULL);
  gs_ui_test_settle ();
  area = gs_reader_view_get_claim_area (fixture->view, "c");
  g_assert_cmpuint (area->len, >, 50);
}

#define ADD(name, func) g_test_add ("/reader-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);

  ADD ("selection", test_selection);
  ADD ("sentence", test_sentence);
  ADD ("steps", test_steps);
  ADD ("activation", test_activation);
  ADD ("area", test_area);
  ADD ("painted", test_painted);
  ADD ("update", test_update);
  ADD ("directions", test_directions);
  ADD ("long-paragraph", test_long_paragraph);

  return g_test_run ();
}
