/* test-contradiction.c: two articles in two languages, one confirmed contradiction.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Once without touching the mouse and once with it, on two of the seed
 * articles where they are there, and on texts of our own elsewhere.
 */

#include "config.h"

#include <string.h>

#include "gs-ctl.h"
#include "gs-journey.h"

#define QUESTION "Were drones delivered?"
#define NOTE "Both speak of the same ship"

/* The conflicts page. */
#define CONFLICTS_KEY "Alt+4"

static const char text_nl[] =
  "Minister bevestigt de levering\n\n"
  "De minister sprak maandag met het parlement. Hij bevestigde dat er 450 drones zijn geleverd aan de haven. "
  "Over de prijs wilde hij niets zeggen.\n";
static const char text_en[] =
  "Embassy rejects the reports\n\n"
  "The embassy answered questions on Tuesday. It said that no drones were delivered to the port. "
  "The crates held spare parts for cranes.\n";

/* A claim to be made: what is looked for in the text, and who says it. */
typedef struct
{
  char *path; /* of the article's file */
  char *phrase;
  const char *publisher;
  const char *speaker;
  gboolean denies;
} Part;

typedef struct
{
  GsJourney *journey;
  char *folder;
  char *workspace;
  Part parts[2];
} Fixture;

static void
part_set (Part *self, const char *path, const char *phrase, gboolean denies)
{
  self->path = g_strdup (path);
  self->phrase = g_strdup (phrase);
  self->publisher = denies ? "Evening Post" : "The Courier";
  self->speaker = denies ? "Embassy" : "Ministry";
  self->denies = denies;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = gs_test_make_folder ();
  self->workspace = gs_ctl_new_workspace (self->folder);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 2; i++)
    {
      g_free (self->parts[i].path);
      g_free (self->parts[i].phrase);
    }
  g_free (self->workspace);
  gs_test_remove_folder (self->folder);
}

static void
use_own_texts (Fixture *self)
{
  g_autofree char *dutch = g_build_filename (self->folder, "nl.txt", NULL);
  g_autofree char *english = g_build_filename (self->folder, "en.txt", NULL);

  gs_test_write (dutch, text_nl, -1);
  gs_test_write (english, text_en, -1);
  part_set (&self->parts[0], dutch, "450 drones zijn geleverd aan de haven", FALSE);
  part_set (&self->parts[1], english, "no drones were delivered to the port", TRUE);
}

/* Seeds --------------------------------------------------------------------------- */

/* The longest stretch of @quote that an English keyboard can type. (transfer full) */
static char *
typable (const char *quote)
{
  const char *best = quote;
  gsize best_length = 0;

  for (const char *p = quote; *p != '\0';)
    {
      gsize length = strspn (p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ");

      /* Words are not cut in two. */
      while (length > 0 && p[length] != '\0' && g_ascii_isalpha (p[length - 1]))
        length--;
      if (length > best_length)
        {
          best = p;
          best_length = length;
        }
      p += MAX (length, 1);
    }

  return g_strstrip (g_strndup (best, best_length));
}

/* The first claim of that stance on the question in another file than @not. */
static JsonObject *
find_claim (JsonArray *claims, const char *question, const char *polarity, const char * not )
{
  for (guint i = 0; i < json_array_get_length (claims); i++)
    {
      JsonObject *claim = json_array_get_object_element (claims, i);
      g_autofree char *phrase = typable (json_object_get_string_member (claim, "quote"));

      if (g_strcmp0 (json_object_get_string_member_with_default (claim, "question", ""), question) == 0
          && g_str_equal (json_object_get_string_member (claim, "polarity"), polarity) && strlen (phrase) >= 24
          && g_strcmp0 (json_object_get_string_member (claim, "lang"), not ) != 0)
        return claim;
    }

  return NULL;
}

static void
use_claim (Fixture *self, guint index, JsonObject *claim)
{
  g_autofree char *phrase = typable (json_object_get_string_member (claim, "quote"));
  g_autofree char *path = gs_test_seed (json_object_get_string_member (claim, "file"));

  part_set (&self->parts[index], path, phrase, index == 1);
}

/* The first question on which two of them oppose each other. */
static void
use_seeds (Fixture *self, const char *reference)
{
  g_autoptr (GBytes) bytes = gs_test_read (reference);
  g_autoptr (JsonNode) root = gs_ctl_parse (g_bytes_get_data (bytes, NULL));
  JsonArray *claims = json_object_get_array_member (json_node_get_object (root), "claims");

  for (guint i = 0; i < json_array_get_length (claims); i++)
    {
      JsonObject *a = json_array_get_object_element (claims, i);
      const char *question = json_object_get_string_member_with_default (a, "question", "");
      JsonObject *b;

      if (find_claim (claims, question, "+", NULL) != a)
        continue;
      b = find_claim (claims, question, "-", json_object_get_string_member (a, "lang"));
      if (b != NULL)
        {
          use_claim (self, 0, a);
          use_claim (self, 1, b);
          return;
        }
    }

  g_error ("no two seed articles in different languages oppose each other");
}

static void
use_texts (Fixture *self)
{
  const char *folder = g_getenv ("GAINSAY_SEEDS");
  g_autofree char *reference = folder != NULL ? g_build_filename (folder, "reference.json", NULL) : NULL;

  if (reference != NULL && g_file_test (reference, G_FILE_TEST_EXISTS))
    use_seeds (self, reference);
  else
    use_own_texts (self);
}

/* What is seen ---------------------------------------------------------------------- */

static gboolean
is_confirmed (gpointer data)
{
  Fixture *self = data;
  g_autoptr (JsonNode) pairs = gs_ctl_json ("conflicts", self->workspace, "--pairs", NULL);

  return gs_ctl_length (pairs) == 1 && g_str_equal (gs_ctl_text (gs_ctl_element (pairs, 0), "verdict"), "confirmed");
}

static void
check_note (Fixture *self)
{
  g_autoptr (JsonNode) links = gs_ctl_json ("links", self->workspace, NULL);
  g_autoptr (JsonNode) link = NULL;
  g_autofree char *out = NULL;

  g_assert_cmpuint (gs_ctl_length (links), ==, 1);
  link = gs_ctl_json ("show", self->workspace, "link", gs_ctl_text (gs_ctl_element (links, 0), "uuid"), NULL);
  g_assert_cmpstr (gs_ctl_text (link, "note"), ==, NOTE);
  out = gs_ctl_expect (0, "check", self->workspace, NULL);
}

static void
start (Fixture *self)
{
  const char *arguments[] = { "--new-instance", self->workspace, self->parts[0].path, self->parts[1].path, NULL };

  self->journey = gs_journey_start (arguments);
  gs_journey_wait_count (self->journey, self->workspace, "articles", 2);
}

/* By keyboard ---------------------------------------------------------------------- */

typedef struct
{
  GsJourneyObject *view;
  const char *phrase;
} Selected;

static gboolean
is_selected (gpointer data)
{
  Selected *wanted = data;
  g_autofree char *selected = gs_journey_selection (wanted->view);

  return g_str_equal (selected, wanted->phrase);
}

/* Found by what it says and opened. (transfer full): the text in focus */
static GsJourneyObject *
open_by_keys (Fixture *self, const Part *part)
{
  GsJourney *journey = self->journey;
  g_autofree char *query = g_strdup_printf ("\"%s\"", part->phrase);
  GsJourneyObject *view;

  gs_journey_key (journey, "Control+k");
  gs_journey_write (journey, ATSPI_ROLE_ENTRY, "Search articles and claims", query);
  gs_journey_key (journey, "Return");
  view = gs_journey_wait_text (journey, "Article text", part->phrase);
  gs_journey_wait_focus (journey, ATSPI_ROLE_TEXT, "Article text");

  return view;
}

/* Selected by looking for it, and told who says it. */
static void
claim_by_keys (Fixture *self, const Part *part)
{
  GsJourney *journey = self->journey;
  g_autoptr (GsJourneyObject) view = open_by_keys (self, part);
  Selected selected = { view, part->phrase };

  gs_journey_key (journey, "Control+f");
  gs_journey_write (journey, ATSPI_ROLE_ENTRY, "Find in article", part->phrase);
  gs_journey_wait (journey, "what was looked for to be selected", is_selected, &selected);
  gs_journey_key (journey, "Escape");
  gs_journey_wait_focus (journey, ATSPI_ROLE_TEXT, "Article text");

  gs_journey_key (journey, "Return");
  gs_journey_wait_focus (journey, ATSPI_ROLE_TEXT, "Summary");
  gs_journey_key (journey, "Alt+q");
  gs_journey_write (journey, ATSPI_ROLE_TEXT, "Question", QUESTION);
  gs_journey_key (journey, "Alt+b");
  gs_journey_write (journey, ATSPI_ROLE_TEXT, "Said by 1", part->speaker);
  gs_journey_key (journey, part->denies ? "Alt+n" : "Alt+a");
  gs_journey_key (journey, "Control+Return");
}

static void
judge_by_keys (Fixture *self)
{
  GsJourney *journey = self->journey;

  gs_journey_key (journey, CONFLICTS_KEY);
  gs_journey_wait_focus (journey, ATSPI_ROLE_LIST_ITEM, QUESTION "*");
  gs_journey_key (journey, "Return");
  gs_journey_wait_focus (journey, ATSPI_ROLE_LIST_ITEM, "*says:*");
  gs_journey_shot (journey, "board");
  gs_journey_key (journey, "n");
  gs_journey_write (journey, ATSPI_ROLE_TEXT, "Note on this pair", NOTE);
  gs_journey_key (journey, "Return");
  gs_journey_wait_count (journey, self->workspace, "links", 1);
  g_assert_false (is_confirmed (self));
  gs_journey_wait_focus (journey, ATSPI_ROLE_LIST_ITEM, "*says:*");
  gs_journey_key (journey, "c");
  gs_journey_wait (journey, "the verdict to be stored", is_confirmed, self);
}

static void
test_keyboard (Fixture *self, gconstpointer data)
{
  use_texts (self);
  start (self);
  for (guint i = 0; i < 2; i++)
    {
      claim_by_keys (self, &self->parts[i]);
      gs_journey_wait_count (self->journey, self->workspace, "claims", i + 1);
    }
  judge_by_keys (self);
  check_note (self);
  gs_journey_quit (self->journey);
}

/* By mouse -------------------------------------------------------------------------- */

/* As the library calls it. (transfer full) */
static char *
title_of (Fixture *self, const Part *part)
{
  g_autoptr (JsonNode) articles = gs_ctl_json ("articles", self->workspace, NULL);
  g_autofree char *file = g_path_get_basename (part->path);

  for (guint i = 0; i < gs_ctl_length (articles); i++)
    {
      JsonNode *article = gs_ctl_element (articles, i);

      if (g_str_has_suffix (gs_ctl_text (article, "path"), file))
        return g_strdup (gs_ctl_text (article, "title"));
    }

  g_assert_not_reached ();
}

static void
claim_by_mouse (Fixture *self, const Part *part)
{
  GsJourney *journey = self->journey;
  g_autofree char *title = title_of (self, part);
  g_autoptr (GsJourneyObject) view = NULL;

  gs_journey_click (journey, ATSPI_ROLE_LABEL, title);
  view = gs_journey_wait_text (journey, "Article text", part->phrase);
  gs_journey_drag_over (view, part->phrase);
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Make Claim");
  gs_journey_fill (journey, "Question", QUESTION);
  gs_journey_fill (journey, "Said by 1", part->speaker);
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, part->denies ? "Denies" : "Asserts");
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Save");
}

static void
judge_by_mouse (Fixture *self)
{
  GsJourney *journey = self->journey;
  g_autoptr (GsJourneyObject) first = NULL;
  g_autoptr (GsJourneyObject) second = NULL;

  gs_journey_click (journey, ATSPI_ROLE_LABEL, "Conflicts");
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Judge the Next Pair");
  first = gs_journey_wait_text (self->journey, "First article*", self->parts[0].phrase);
  second = gs_journey_wait_text (self->journey, "Second article*", self->parts[1].phrase);
  gs_journey_shot (journey, "side-by-side");
  gs_journey_fill (journey, "Note on the verdict", NOTE);
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Confirm");
  gs_journey_wait (journey, "the verdict to be stored", is_confirmed, self);
}

static void
test_mouse (Fixture *self, gconstpointer data)
{
  use_texts (self);
  start (self);
  for (guint i = 0; i < 2; i++)
    {
      claim_by_mouse (self, &self->parts[i]);
      gs_journey_wait_count (self->journey, self->workspace, "claims", i + 1);
    }
  judge_by_mouse (self);
  check_note (self);
  gs_journey_quit (self->journey);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/journeys/contradiction/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/journeys/contradiction/mouse", Fixture, NULL, set_up, test_mouse, tear_down);

  return g_test_run ();
}
