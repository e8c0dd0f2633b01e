/* test-long-use.c: a day's work leaves the program as it was.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An analyst opens an article, reads through its claims, searches, makes a
 * claim and takes it back, looks at every page, at a pair side by side and at
 * the dialogs, and exports: five minutes' work, over and over. GAINSAY_ROUNDS
 * says how often; 96 rounds are eight hours. After the first rounds have
 * filled what caches there are, neither memory nor open files nor widgets grow.
 */

#include "config.h"

#include <malloc.h>
#include <stdlib.h>

#include "gs-report.h"
#include "gs-search-popover.h"
#include "gs-window-fixture.h"

#define ROUNDS 3
/* Until caches are full: fonts, styles, prepared statements, pages of lists. */
#define WARM_UP 3
/* In bytes: what a round may leave behind on average, and once. The history
 * grows by a step that is undone, and the dialog shows it; what pages and
 * glyphs are cached goes up and down, by 2.7 MB on a machine that was new. */
#define A_ROUND (32 * 1024)
#define ONCE (4 * 1024 * 1024)
/* Widgets of a message that is in sight at one look and not at another. */
#define A_TOAST 16
/* A library opens one now and then that it keeps. */
#define FILES 2

static const char *const pages[] = { "claims", "sources", "conflicts", "timeline", "articles" };
static const char *const dialogs[] = { "win.show-history", "win.show-questions" };
static const char *const formats[] = { "json", "html", "csv" };

typedef struct
{
  guint files;
  guint widgets;
  gsize heap; /* bytes in use */
} Holding;

static guint
count_files (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;

  return n;
}

static guint
count_widgets (GtkWidget *root)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_widgets (child);

  return n;
}

static gpointer
nothing_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static gboolean
is_settled (gpointer data)
{
  return gs_window_is_settled (data);
}

/* At speed: what was asked for has come and has been given to the widgets, and
 * nobody waits until it would be quiet for a while. */
static void
go_on (GsWindowFixture *self)
{
  for (guint i = 0; i < 2; i++)
    {
      GAsyncResult *result = NULL;

      gs_workspace_call_async (self->workspace, nothing_func, NULL, NULL, NULL, NULL, gs_test_take_result_cb, &result);
      gs_test_wait_result (&result, 20);
      g_object_unref (result);
      gs_test_pump_until (is_settled, self->window, 20);
    }
}

static void
act (GsWindowFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL));
  go_on (self);
}

static Holding
look (GsWindowFixture *self)
{
  gs_window_fixture_settle (self);

  return (Holding){ count_files (), count_widgets (GTK_WIDGET (self->window)), mallinfo2 ().uordblks };
}

static void
read_article (GsWindowFixture *self)
{
  g_autofree char *article = NULL;
  g_autofree char *claim = gs_window_fixture_first_claim (self, &article);

  gs_window_show_article (self->window, article, NULL);
  go_on (self);
  gs_window_edit_claim (self->window, article, claim);
  go_on (self);
}

static void
search (GsWindowFixture *self)
{
  GtkWidget *popover = gs_window_find (self->window, GS_TYPE_SEARCH_POPOVER, NULL);
  GtkWidget *entry = gs_window_find (popover, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_editable_set_text (GTK_EDITABLE (entry), "the");
  go_on (self);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_popover_popdown (GTK_POPOVER (popover));
  go_on (self);
}

/* A copy of the first claim, at the same place. */
static void
claim_and_undo (GsWindowFixture *self)
{
  g_autofree char *article = NULL;
  g_autofree char *uuid = gs_window_fixture_first_claim (self, &article);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsClaimRecord) claim = gs_workspace_load (self->workspace, &gs_claim_type, uuid, &error);
  g_autoptr (GsAction) action = gs_action_new ("Add Claim");

  g_assert_no_error (error);
  g_clear_pointer (&claim->uuid, g_free);
  for (guint i = 0; i < claim->spans->len; i++)
    g_clear_pointer (&((GsSpanRecord *) claim->spans->pdata[i])->uuid, g_free);
  gs_action_save (action, &gs_claim_type, claim);
  gs_workspace_perform (self->workspace, action, &error);
  g_assert_no_error (error);
  go_on (self);
  act (self, "win.undo");
}

static void
compare_pair (GsWindowFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  GsListFilter filter = { .conflicting = TRUE };

  questions = gs_workspace_list_page (self->workspace, &gs_question_listing_type, &filter, 0, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (questions->len, ==, 1);
  gs_window_show_pair (self->window, ((GsQuestionListing *) questions->pdata[0])->uuid, NULL);
  go_on (self);
  act (self, "win.back");
}

static void
look_into_dialogs (GsWindowFixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialogs); i++)
    {
      g_autoptr (GList) windows = NULL;

      act (self, dialogs[i]);
      windows = gtk_window_list_toplevels ();
      for (GList *l = windows; l != NULL; l = l->next)
        {
          if (l->data != (gpointer) self->window && gtk_widget_get_visible (l->data))
            gtk_window_destroy (l->data);
        }
      go_on (self);
    }
}

static void export(GsWindowFixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, formats[i], NULL);
      g_autoptr (GError) error = NULL;

      gs_report_export (self->path, gs_report_format_by_nick (formats[i]), NULL, path, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
work (GsWindowFixture *self)
{
  read_article (self);
  search (self);
  claim_and_undo (self);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_assert_true (gs_window_show_page (self->window, pages[i]));
      go_on (self);
      if (g_str_equal (pages[i], "conflicts"))
        compare_pair (self);
    }
  look_into_dialogs (self);
  export(self);
}

static void
test_day (GsWindowFixture *self, gconstpointer data)
{
  guint rounds = gs_test_number ("GAINSAY_ROUNDS", ROUNDS);
  Holding before = { 0 }, now = { 0 };

  for (guint round = 0; round < rounds + WARM_UP; round++)
    {
      work (self);
      now = look (self);
      g_test_message ("round %u: %u files, %u widgets, %" G_GSIZE_FORMAT " bytes in use", round, now.files, now.widgets,
                      now.heap);
      if (round + 1 == WARM_UP)
        before = now;
    }

  g_assert_cmpuint (now.files, <=, before.files + FILES);
  g_assert_cmpuint (now.widgets, <=, before.widgets + A_TOAST);
  /* Sanitizers have a heap of their own, and tell of what leaks. */
  g_assert_cmpuint (now.heap, <=, before.heap + ONCE + rounds * A_ROUND);
}

int
main (int argc, char *argv[])
{
  gs_ui_test_init (&argc, &argv);
  g_test_add ("/long-use/day", GsWindowFixture, NULL, gs_window_fixture_set_up_sample, test_day,
              gs_window_fixture_tear_down);

  return g_test_run ();
}
