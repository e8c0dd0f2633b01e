/* test-reader-passages.c: passages marked and lost claims placed in the reader.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-orphan-bar.h"
#include "gs-reader-view.h"
#include "gs-reader.h"

#include "gs-revision.h"
#include "gs-rezone.h"
#include "gs-ui-fixture.h"
#include "gs-ui-test.h"

#include <string.h>

typedef struct
{
  GtkWindow *window;
  GsReader *reader;
  GsReaderView *view;
  GsOrphanBar *orphans;
  GsWorkspace *workspace;
  char *article;
  char *claim;
  gboolean shown;
  int kind;
} Fixture;

static void
shown_cb (GsReader *reader, const char *article, Fixture *fixture)
{
  fixture->shown = TRUE;
}

static gboolean
is_shown (gpointer data)
{
  return ((Fixture *) data)->shown;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->workspace = gs_fixture_workspace ();
  fixture->article =
    gs_fixture_add_article (fixture->workspace, "Minister admits deliveries", "Herald", gs_fixture_text_a);
  fixture->reader = GS_READER (gs_reader_new ());
  g_signal_connect (fixture->reader, "article-shown", G_CALLBACK (shown_cb), fixture);
  fixture->window = gs_ui_test_show (GTK_WIDGET (fixture->reader), 800, 600);
  fixture->view = GS_READER_VIEW (gs_ui_test_find (GTK_WIDGET (fixture->reader), GS_TYPE_READER_VIEW));
  fixture->orphans = GS_ORPHAN_BAR (gs_ui_test_find (GTK_WIDGET (fixture->reader), GS_TYPE_ORPHAN_BAR));
  gs_reader_set_workspace (fixture->reader, fixture->workspace);
  gs_reader_show_article (fixture->reader, fixture->article, NULL);
  gs_test_pump_until (is_shown, fixture, 10.0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->window);
  gs_ui_test_settle ();
  gs_workspace_close (fixture->workspace);
  gs_ui_test_finalize (fixture->workspace);
  g_free (fixture->article);
  g_free (fixture->claim);
}

static GsArticleRecord *
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  GsArticleRecord *article = gs_workspace_load (fixture->workspace, &gs_article_type, fixture->article, &error);

  g_assert_no_error (error);

  return article;
}

/* Of the zone at the 40th code point; -1 for none. */
static int
kind_there (Fixture *fixture)
{
  g_autoptr (GsArticleRecord) article = load (fixture);

  for (guint i = 0; i < article->zones->len; i++)
    {
      const GsZoneRecord *zone = article->zones->pdata[i];

      if (zone->start <= 40 && zone->end > 40)
        return zone->kind;
    }

  return -1;
}

static gboolean
is_of_kind (gpointer data)
{
  return kind_there (data) == ((Fixture *) data)->kind;
}

static gboolean
looks_like_caption (gpointer data)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (((Fixture *) data)->view));
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "caption");
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 40);

  return gtk_text_iter_has_tag (&iter, tag);
}

static gboolean
looks_plain (gpointer data)
{
  return !looks_like_caption (data);
}

/* The paragraph at the caret is marked, shown so, and undone; the text stays. */
static void
test_zone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsArticleRecord) before = load (fixture);
  g_autoptr (GsArticleRecord) after = NULL;
  int kind = kind_there (fixture);

  gs_reader_view_place_caret (fixture->view, 40);
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.mark-zone", "s", "caption");
  fixture->kind = GS_ZONE_CAPTION;
  gs_test_pump_until (is_of_kind, fixture, 10.0);
  gs_test_pump_until (looks_like_caption, fixture, 10.0);
  after = load (fixture);
  g_assert_cmpstr (after->text, ==, before->text);
  gs_ui_test_shot (GTK_WIDGET (fixture->reader), "reader-caption");

  g_assert_true (gs_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kind_there (fixture), ==, kind);
  gs_test_pump_until (looks_plain, fixture, 10.0);
}

static gboolean
is_lost (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (gs_orphan_bar_get_claim (fixture->orphans), fixture->claim) == 0;
}

static gboolean
is_found (gpointer data)
{
  return gs_orphan_bar_get_claim (((Fixture *) data)->orphans) == NULL;
}

/* What an updated version does to a claim whose words are gone. */
static void
lose_words (Fixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GsArticleRecord) before = load (fixture);
  g_autoptr (GsArticleRecord) after = load (fixture);
  g_autoptr (GsClaimRecord) claim = gs_workspace_load (fixture->workspace, &gs_claim_type, fixture->claim, &error);
  g_autoptr (GsAction) action = gs_action_new ("Updated");
  const char *at = strstr (before->text, words);

  g_assert_nonnull (at);
  g_free (after->text);
  after->text = g_strdup_printf ("%.*ssome%s", (int) (at - before->text), before->text, at + strlen (words));
  gs_article_record_take_zones (after, g_ptr_array_new ());
  g_clear_pointer (&after->sha256, g_free);
  g_assert_cmpuint (gs_revision_move_claim (claim, before->text, after->text), ==, 1);
  gs_action_save (action, &gs_article_type, after);
  gs_action_save (action, &gs_claim_type, claim);
  g_assert_true (gs_workspace_perform (fixture->workspace, action, &error));
  g_assert_no_error (error);
}

/* A claim that has lost its place is told of, not painted, and placed by hand. */
static void
test_orphan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) area = NULL;
  g_autoptr (GsClaimRecord) placed = NULL;
  const char *there;
  g_autofree char *text = NULL;
  gint64 start;

  fixture->claim = gs_fixture_add_claim (fixture->workspace, fixture->article, "a limited number of drones",
                                         "A few drones", GS_STANCE_ASSERTS, NULL, "Minister", NULL);
  g_assert_null (gs_orphan_bar_get_claim (fixture->orphans));
  lose_words (fixture, "a limited number of");
  gs_test_pump_until (is_lost, fixture, 10.0);
  gs_ui_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->orphans)));
  area = gs_reader_view_get_claim_area (fixture->view, fixture->claim);
  g_assert_cmpuint (area->len, ==, 0);
  gs_ui_test_shot (GTK_WIDGET (fixture->reader), "reader-orphan");

  text = gs_reader_view_get_quote (fixture->view, 0, gs_reader_view_get_length (fixture->view));
  there = strstr (text, "some drones");
  g_assert_nonnull (there);
  start = g_utf8_strlen (text, there - text);
  gs_reader_view_select (fixture->view, start, start + 11);
  gtk_widget_activate_action (GTK_WIDGET (fixture->reader), "reader.place-claim", NULL);
  gs_test_pump_until (is_found, fixture, 10.0);

  placed = gs_workspace_load (fixture->workspace, &gs_claim_type, fixture->claim, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gs_claim_record_quote (placed)->exact, ==, "some drones");
  g_assert_false (gs_claim_record_quote (placed)->orphaned);
  g_assert_cmpint (gs_claim_record_quote (placed)->start, ==, start);

  g_assert_true (gs_workspace_undo (fixture->workspace, NULL, &error));
  g_assert_no_error (error);
  gs_test_pump_until (is_lost, fixture, 10.0);
}

#define ADD(name, func) g_test_add ("/reader/passages/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);
  ADD ("zone", test_zone);
  ADD ("orphan", test_orphan);

  return g_test_run ();
}
