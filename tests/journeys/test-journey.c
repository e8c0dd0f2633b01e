/* test-journey.c: from two articles to a judged contradiction and back again.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What an analyst does on the first day, in the real program, by keyboard and
 * mouse. After each step gainsayctl says whether the workspace agrees.
 */

#include "config.h"

#include <string.h>

#include "gs-ctl.h"
#include "gs-journey.h"

#define TITLE_A "Ministry confirms drone delivery to the northern port"
#define SENTENCE_A "The ministry confirmed the delivery of 450 drones."
#define TEXT_A                                                                                  \
  TITLE_A "\n\n"                                                                                \
          "The ministry of trade said on Monday that it had approved the shipment. " SENTENCE_A \
          " The ship arrived in August, officials said.\n\n"                                    \
          "The opposition asked for an inquiry into the contract and its price.\n"

#define TITLE_B "Embassy rejects the reports about the northern port"
#define SENTENCE_B "No drones were delivered to the port."
#define TEXT_B   \
  TITLE_B "\n\n" \
          "The embassy answered questions on Tuesday. " SENTENCE_B " The crates held spare parts for cranes.\n"

#define QUESTION "Were drones delivered?"

/* Steps of the history: two imports, two claims, one verdict. */
#define N_ACTIONS 5

typedef struct
{
  GsJourney *journey;
  char *folder;
  char *workspace;
} Fixture;

static void
start (Fixture *fixture, const char *file)
{
  const char *arguments[] = { "--new-instance", fixture->workspace, file, NULL };

  fixture->journey = gs_journey_start (arguments);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = gs_test_make_folder ();
  fixture->workspace = gs_ctl_new_workspace (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_free (fixture->workspace);
  gs_test_remove_folder (fixture->folder);
}

typedef struct
{
  Fixture *fixture;
  guint wanted;
} Standing;

/* How many steps of the history stand. */
static gboolean
has_standing (gpointer data)
{
  Standing *standing = data;
  g_autoptr (JsonNode) history = gs_ctl_json ("history", standing->fixture->workspace, NULL);
  guint n_standing = 0;

  for (guint i = 0; i < gs_ctl_length (history); i++)
    {
      JsonObject *entry = json_node_get_object (gs_ctl_element (history, i));

      n_standing += json_object_get_boolean_member (entry, "undone") ? 0 : 1;
    }

  return n_standing == standing->wanted;
}

static void
wait_for_standing (Fixture *fixture, guint wanted)
{
  Standing standing = { fixture, wanted };
  g_autofree char *what = g_strdup_printf ("%u steps to stand", wanted);

  gs_journey_wait (fixture->journey, what, has_standing, &standing);
}

/* One step by its button. */
static void
step (Fixture *fixture, const char *button, guint wanted)
{
  gs_journey_click (fixture->journey, ATSPI_ROLE_PUSH_BUTTON, button);
  wait_for_standing (fixture, wanted);
}

static void
assert_clean (Fixture *fixture)
{
  g_autofree char *out = gs_ctl_expect (0, "check", fixture->workspace, NULL);
}

static char *
export_xml (Fixture *fixture)
{
  return gs_ctl_expect (0, "export", fixture->workspace, "--format", "xml", NULL);
}

static void
import_from_file (Fixture *fixture)
{
  g_autofree char *file = g_build_filename (fixture->folder, "a.txt", NULL);

  gs_test_write (file, TEXT_A, -1);
  start (fixture, file);
  gs_journey_wait_count (fixture->journey, fixture->workspace, "articles", 1);
}

static void
import_by_pasting (Fixture *fixture)
{
  GsJourney *journey = fixture->journey;
  g_autoptr (GsJourneyObject) view = NULL;

  gs_journey_key (journey, "Control+Shift+v");
  view = gs_journey_find (journey, ATSPI_ROLE_TEXT, "Text of the article");
  gs_journey_click_on (view);
  gs_journey_type (journey, TEXT_B);
  gs_journey_key (journey, "Control+Return");
  gs_journey_wait_count (fixture->journey, fixture->workspace, "articles", 2);
  gs_journey_wait_gone (journey, ATSPI_ROLE_TEXT, "Text of the article");
  assert_clean (fixture);
}

static GsJourneyObject *
open_article (Fixture *fixture, const char *title)
{
  gs_journey_click (fixture->journey, ATSPI_ROLE_LABEL, title);

  return gs_journey_wait_text (fixture->journey, "Article text", title);
}

/* The editor beside the text, filled in and saved by keyboard. */
static void
fill_editor (Fixture *fixture, const char *summary, const char *publisher, const char *speaker, const char *tag)
{
  GsJourney *journey = fixture->journey;

  gs_journey_fill (journey, "Summary", summary);
  gs_journey_fill (journey, "Question", QUESTION);
  gs_journey_fill (journey, "Said by 1", publisher);
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Add Source");
  gs_journey_fill (journey, "Said by 2", speaker);
  gs_journey_fill (journey, "Tags", tag);
  gs_journey_key (journey, "Return");
}

static void
claim_by_keyboard (Fixture *fixture)
{
  GsJourney *journey = fixture->journey;
  g_autoptr (GsJourneyObject) view = open_article (fixture, TITLE_A);

  gs_journey_click_on (view);
  gs_journey_key_over (view, SENTENCE_A);
  gs_journey_key (journey, "Return");
  fill_editor (fixture, "Drones were delivered", "The Courier", "Ministry of Trade", "object/drone");
  gs_journey_shot (journey, "editor");
  gs_journey_key (journey, "Control+Return");
  gs_journey_wait_count (fixture->journey, fixture->workspace, "claims", 1);
  assert_clean (fixture);
}

static void
claim_by_mouse (Fixture *fixture)
{
  GsJourney *journey = fixture->journey;
  g_autoptr (GsJourneyObject) view = open_article (fixture, TITLE_B);

  gs_journey_drag_over (view, SENTENCE_B);
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Make Claim");
  fill_editor (fixture, "Drones were delivered", "Evening Post", "Embassy", "denial");
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Denies");
  gs_journey_key (journey, "Control+Return");
  gs_journey_wait_count (fixture->journey, fixture->workspace, "claims", 2);
  assert_clean (fixture);
}

static void
check_claims (Fixture *fixture)
{
  g_autoptr (JsonNode) claims = gs_ctl_json ("claims", fixture->workspace, NULL);
  g_autoptr (JsonNode) questions = gs_ctl_json ("questions", fixture->workspace, NULL);
  JsonNode *a = gs_ctl_element (claims, 0);
  JsonNode *b = gs_ctl_element (claims, 1);

  g_assert_cmpstr (gs_ctl_text (a, "quote"), ==, SENTENCE_A);
  g_assert_cmpstr (gs_ctl_text (a, "stance"), ==, "asserts");
  g_assert_cmpstr (gs_ctl_text (a, "chain"), ==, "The Courier › Ministry of Trade");
  g_assert_cmpstr (gs_ctl_text (a, "tags"), ==, "object/drone");
  g_assert_cmpstr (gs_ctl_text (a, "question_text"), ==, QUESTION);
  g_assert_cmpstr (gs_ctl_text (b, "quote"), ==, SENTENCE_B);
  g_assert_cmpstr (gs_ctl_text (b, "stance"), ==, "denies");
  g_assert_cmpstr (gs_ctl_text (b, "chain"), ==, "Evening Post › Embassy");
  g_assert_cmpstr (gs_ctl_text (b, "tags"), ==, "denial");
  g_assert_cmpuint (gs_ctl_length (questions), ==, 1);
}

static gboolean
is_confirmed (gpointer data)
{
  Fixture *fixture = data;
  g_autoptr (JsonNode) pairs = gs_ctl_json ("conflicts", fixture->workspace, "--pairs", NULL);

  g_assert_cmpuint (gs_ctl_length (pairs), ==, 1);

  return g_str_equal (gs_ctl_text (gs_ctl_element (pairs, 0), "verdict"), "confirmed");
}

static void
judge_conflict (Fixture *fixture)
{
  GsJourney *journey = fixture->journey;
  g_autoptr (GsJourneyObject) first = NULL;
  g_autoptr (GsJourneyObject) second = NULL;

  gs_journey_key (journey, "Alt+4");
  gs_journey_click (journey, ATSPI_ROLE_LABEL, QUESTION);
  gs_journey_shot (journey, "conflict");
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Judge the Next Pair");
  first = gs_journey_wait_text (fixture->journey, "First article*", SENTENCE_A);
  second = gs_journey_wait_text (fixture->journey, "Second article*", SENTENCE_B);
  gs_journey_shot (journey, "side-by-side");
  g_assert_false (is_confirmed (fixture));
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Confirm");
  gs_journey_wait (journey, "the verdict to be stored", is_confirmed, fixture);
  wait_for_standing (fixture, N_ACTIONS);
  assert_clean (fixture);
}

static void
undo_everything (Fixture *fixture)
{
  g_autofree char *articles = NULL;
  g_autofree char *tags = NULL;

  gs_journey_key (fixture->journey, "Alt+1");
  for (guint i = N_ACTIONS; i > 0; i--)
    {
      step (fixture, "Undo", i - 1);
      assert_clean (fixture);
    }

  articles = gs_ctl_expect (0, "--json", "articles", fixture->workspace, NULL);
  tags = gs_ctl_expect (0, "--json", "tags", fixture->workspace, NULL);
  g_assert_cmpstr (articles, ==, "[]\n");
  g_assert_cmpstr (tags, ==, "[]\n");
}

static void
redo_everything (Fixture *fixture)
{
  for (guint i = 0; i < N_ACTIONS; i++)
    step (fixture, "Redo", i + 1);
  assert_clean (fixture);
}

static gboolean
has_report (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
export_report (Fixture *fixture)
{
  GsJourney *journey = fixture->journey;
  g_autofree char *path = g_build_filename (fixture->folder, "report.xml", NULL);
  g_autofree char *wanted = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GsJourneyObject) button = NULL;

  gs_journey_key (journey, "Control+e");
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Export…");
  gs_journey_settle (journey);
  gs_journey_shot (journey, "export");
  gs_journey_key (journey, "Control+a");
  gs_journey_type (journey, path);
  gs_journey_key (journey, "Return");
  gs_journey_wait (journey, "the report", has_report, path);

  wanted = export_xml (fixture);
  bytes = gs_test_read (path);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), wanted, (int) strlen (wanted));
}

static void
test_first_day (Fixture *fixture, gconstpointer data)
{
  g_autofree char *at_the_end = NULL;
  g_autofree char *again = NULL;

  import_from_file (fixture);
  import_by_pasting (fixture);
  claim_by_keyboard (fixture);
  claim_by_mouse (fixture);
  check_claims (fixture);
  judge_conflict (fixture);
  at_the_end = export_xml (fixture);

  undo_everything (fixture);
  redo_everything (fixture);
  again = export_xml (fixture);
  g_assert_cmpstr (again, ==, at_the_end);
  g_assert_true (is_confirmed (fixture));

  gs_journey_quit (fixture->journey);
  start (fixture, NULL);
  gs_journey_click (fixture->journey, ATSPI_ROLE_PUSH_BUTTON, "Undo");
  wait_for_standing (fixture, N_ACTIONS - 1);
  g_assert_false (is_confirmed (fixture));
  assert_clean (fixture);

  export_report (fixture);
  gs_journey_quit (fixture->journey);
}

/* Starts, has a window, ends. */
static void
test_smoke (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GsJourneyObject) undo = NULL;

  start (fixture, NULL);
  undo = gs_journey_find (fixture->journey, ATSPI_ROLE_PUSH_BUTTON, "Undo");
  gs_journey_quit (fixture->journey);
  assert_clean (fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/journeys/smoke", Fixture, NULL, set_up, test_smoke, tear_down);
  g_test_add ("/journeys/first-day", Fixture, NULL, set_up, test_first_day, tear_down);

  return g_test_run ();
}
