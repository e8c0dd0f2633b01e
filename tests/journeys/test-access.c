/* test-access.c: the whole job without a mouse, and the whole job without hands.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From a new workspace to a report with a judged contradiction in it: once with
 * keys alone, once by what the accessibility tree says and does alone.
 */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gs-ctl.h"
#include "gs-journey.h"

#define QUESTION "Were drones delivered?"

/* An article and the claim that is made from it. */
typedef struct
{
  const char *title;
  const char *text;
  const char *quote;
  const char *publisher;
  const char *speaker;
  gboolean denies;
} Part;

static const Part parts[] = {
  { "Minister confirms the delivery",
    "Minister confirms the delivery\n\nThe minister spoke to parliament on Monday. He confirmed that 450 drones were "
    "delivered to the port. He would not speak of the price.\n",
    "450 drones were delivered to the port", "The Courier", "Ministry", FALSE },
  { "Embassy rejects the reports",
    "Embassy rejects the reports\n\nThe embassy answered questions on Tuesday. It said that no drones were delivered "
    "to the port. The crates held spare parts for cranes.\n",
    "no drones were delivered to the port", "Evening Post", "Embassy", TRUE },
};

typedef struct
{
  GsJourney *journey;
  char *folder;
  char *workspace;
  char *report;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  const char *arguments[] = { "--new-instance", NULL };

  self->folder = gs_test_make_folder ();
  self->workspace = g_build_filename (self->folder, "affair.gainsay", NULL);
  self->report = g_build_filename (self->folder, "report.xml", NULL);
  self->journey = gs_journey_start (arguments);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->report);
  g_free (self->workspace);
  gs_test_remove_folder (self->folder);
}

/* What has become of it ------------------------------------------------------------ */

static gboolean
is_made (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static gboolean
is_confirmed (gpointer data)
{
  Fixture *self = data;
  g_autoptr (JsonNode) pairs = gs_ctl_json ("conflicts", self->workspace, "--pairs", NULL);

  return gs_ctl_length (pairs) == 1 && g_str_equal (gs_ctl_text (gs_ctl_element (pairs, 0), "verdict"), "confirmed");
}

static gboolean
is_reported (gpointer data)
{
  Fixture *self = data;
  g_autofree char *content = NULL;

  return g_file_get_contents (self->report, &content, NULL, NULL) && strstr (content, "</gainsay-report>") != NULL;
}

/* The workspace is sound, and the report has all of it. */
static void
check_result (Fixture *self)
{
  g_autofree char *content = NULL;
  g_autofree char *out = NULL;

  gs_journey_wait (self->journey, "the report to be written", is_reported, self);
  g_assert_true (g_file_get_contents (self->report, &content, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_assert_nonnull (strstr (content, parts[i].quote));
      g_assert_nonnull (strstr (content, parts[i].publisher));
      g_assert_nonnull (strstr (content, parts[i].speaker));
    }
  g_assert_nonnull (strstr (content, "confirmed"));
  out = gs_ctl_expect (0, "check", self->workspace, NULL);
}

/* By keys --------------------------------------------------------------------------- */

/* As GTK's dialog calls it where there is a file to be made, and where there is one to be found. */
#define NEW_FILE "Name:"
#define OLD_FILE "GtkFileChooserEntry"

static gboolean
is_asking (Fixture *self, const char *entry)
{
  g_autoptr (GsJourneyObject) found = gs_journey_look_focused (self->journey, ATSPI_ROLE_TEXT, entry);

  return found != NULL;
}

/* Types a path into the dialog that asks for a file. The first Enter may be one
 * for the completion that pops up below it; after the one that counts the dialog
 * stays until it has looked for the file. */
static void
name_file_by_keys (Fixture *self, const char *entry, const char *path)
{
  gs_journey_write (self->journey, ATSPI_ROLE_TEXT, entry, path);
  for (guint i = 0; i < 2 && is_asking (self, entry); i++)
    {
      gs_journey_key (self->journey, "Return");
      for (guint k = 0; k < 20 && is_asking (self, entry); k++)
        gs_journey_settle (self->journey);
    }
}

static void
import_by_keys (Fixture *self, const Part *part, guint n)
{
  g_autofree char *name = g_strdup_printf ("%u.txt", n);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  gs_test_write (path, part->text, -1);
  gs_journey_key (self->journey, "Control+i");
  gs_journey_object_free (gs_journey_find (self->journey, ATSPI_ROLE_PUSH_BUTTON, "*Import"));
  gs_journey_settle (self->journey);
  gs_journey_key (self->journey, "Control+l");
  name_file_by_keys (self, OLD_FILE, path);
  gs_journey_wait_count (self->journey, self->workspace, "articles", n);
}

static void
claim_by_keys (Fixture *self, const Part *part, guint n)
{
  GsJourney *journey = self->journey;
  g_autofree char *query = g_strdup_printf ("\"%s\"", part->quote);
  g_autoptr (GsJourneyObject) view = NULL;

  gs_journey_key (journey, "Control+k");
  gs_journey_write (journey, ATSPI_ROLE_ENTRY, "Search articles and claims", query);
  gs_journey_key (journey, "Return");
  view = gs_journey_wait_text (journey, "Article text", part->quote);
  gs_journey_wait_focus (journey, ATSPI_ROLE_TEXT, "Article text");
  gs_journey_key_over (view, part->quote);
  gs_journey_key (journey, "Return");
  gs_journey_wait_focus (journey, ATSPI_ROLE_TEXT, "Summary");
  gs_journey_key (journey, "Alt+q");
  gs_journey_write (journey, ATSPI_ROLE_TEXT, "Question", QUESTION);
  gs_journey_key (journey, "Alt+b");
  gs_journey_write (journey, ATSPI_ROLE_TEXT, "Said by 1", part->publisher);
  gs_journey_key (journey, "Alt+r");
  gs_journey_write (journey, ATSPI_ROLE_TEXT, "Said by 2", part->speaker);
  gs_journey_key (journey, part->denies ? "Alt+n" : "Alt+a");
  gs_journey_key (journey, "Control+Return");
  gs_journey_wait_count (journey, self->workspace, "claims", n);
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  GsJourney *journey = self->journey;

  gs_journey_key (journey, "Control+n");
  name_file_by_keys (self, NEW_FILE, self->workspace);
  gs_journey_wait (journey, "the workspace to be made", is_made, self->workspace);
  gs_journey_object_free (gs_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, "Import Files…"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      import_by_keys (self, &parts[i], i + 1);
      claim_by_keys (self, &parts[i], i + 1);
    }

  gs_journey_key (journey, "Alt+4");
  gs_journey_wait_focus (journey, ATSPI_ROLE_LIST_ITEM, QUESTION "*");
  gs_journey_key (journey, "Return");
  gs_journey_wait_focus (journey, ATSPI_ROLE_LIST_ITEM, "*says:*");
  gs_journey_key (journey, "c");
  gs_journey_wait (journey, "the verdict to be stored", is_confirmed, self);

  gs_journey_key (journey, "Control+e");
  gs_journey_object_free (gs_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, "Export…"));
  gs_journey_settle (journey);
  gs_journey_key (journey, "Alt+e");
  name_file_by_keys (self, NEW_FILE, self->report);
  check_result (self);
  gs_journey_quit (journey);
}

/* By the tree ----------------------------------------------------------------------- */

static void
press (Fixture *self, const char *name)
{
  gs_journey_act (self->journey, ATSPI_ROLE_PUSH_BUTTON, name, "Click");
}

static void
name_file (Fixture *self, const char *path, const char *button)
{
  gs_journey_object_free (gs_journey_find (self->journey, ATSPI_ROLE_PUSH_BUTTON, button));
  gs_journey_enter (self->journey, ATSPI_ROLE_TEXT, NEW_FILE, path);
  press (self, button);
}

static void
import (Fixture *self, const Part *part, guint n)
{
  gs_journey_act (self->journey, ATSPI_ROLE_FRAME, "*Gainsay", "win.paste-article");
  gs_journey_enter (self->journey, ATSPI_ROLE_TEXT, "Text of the article", part->text);
  press (self, "Import");
  gs_journey_wait_count (self->journey, self->workspace, "articles", n);
}

static void
claim (Fixture *self, const Part *part, guint n)
{
  GsJourney *journey = self->journey;
  g_autoptr (GsJourneyObject) view = gs_journey_wait_text (journey, "Article text", part->quote);

  /* Selecting over the bus does not work in GTK 4.8; the reader itself can. */
  gs_journey_place_caret (view, part->quote);
  gs_journey_act (journey, ATSPI_ROLE_PANEL, "Article", "reader.select-sentence");
  press (self, "Make Claim");
  gs_journey_wait_focus (journey, ATSPI_ROLE_TEXT, "Summary");
  gs_journey_settle (journey);
  gs_journey_enter (journey, ATSPI_ROLE_TEXT, "Question", QUESTION);
  gs_journey_enter (journey, ATSPI_ROLE_TEXT, "Said by 1", part->publisher);
  press (self, "Add Source");
  gs_journey_enter (journey, ATSPI_ROLE_TEXT, "Said by 2", part->speaker);
  gs_journey_act (journey, ATSPI_ROLE_PUSH_BUTTON, part->denies ? "Denies" : "Asserts", "Click");
  press (self, "Save");
  gs_journey_wait_count (journey, self->workspace, "claims", n);
  press (self, "Close Claim Editor");
}

static void
test_tree (Fixture *self, gconstpointer data)
{
  GsJourney *journey = self->journey;

  press (self, "New Workspace…");
  name_file (self, self->workspace, "*Create");
  gs_journey_wait (journey, "the workspace to be made", is_made, self->workspace);
  gs_journey_object_free (gs_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, "Import Files…"));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      import (self, &parts[i], i + 1);
      claim (self, &parts[i], i + 1);
    }

  gs_journey_act (journey, ATSPI_ROLE_PAGE_TAB, "Conflicts", "Click");
  press (self, "Judge the Next Pair");
  press (self, "Confirm");
  gs_journey_wait (journey, "the verdict to be stored", is_confirmed, self);

  gs_journey_act (journey, ATSPI_ROLE_FRAME, "*Gainsay", "win.export-report");
  press (self, "Export…");
  name_file (self, self->report, "*Export");
  check_result (self);
  gs_journey_quit (journey);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/journeys/access/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/journeys/access/tree", Fixture, NULL, set_up, test_tree, tear_down);

  return g_test_run ();
}
