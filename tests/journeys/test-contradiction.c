/* test-contradiction.c: two articles in two languages, one confirmed contradiction.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Once without touching the mouse and once with it, on texts of our own and,
 * where they are there, on two of the seed articles.
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
  char *file; /* name of the article's file */
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
  char *paths[2];
  Part parts[2];
} Fixture;

static void
part_set (Part *self, const char *file, const char *phrase, gboolean denies)
{
  self->file = g_strdup (file);
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
      g_free (self->paths[i]);
      g_free (self->parts[i].file);
      g_free (self->parts[i].phrase);
    }
  g_free (self->workspace);
  gs_test_remove_folder (self->folder);
}

static void
use_own_texts (Fixture *self)
{
  self->paths[0] = g_build_filename (self->folder, "nl.txt", NULL);
  self->paths[1] = g_build_filename (self->folder, "en.txt", NULL);
  gs_test_write (self->paths[0], text_nl, -1);
  gs_test_write (self->paths[1], text_en, -1);
  part_set (&self->parts[0], "nl.txt", "450 drones zijn geleverd aan de haven", FALSE);
  part_set (&self->parts[1], "en.txt", "no drones were delivered to the port", TRUE);
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
  const char *file = json_object_get_string_member (claim, "file");
  g_autofree char *phrase = typable (json_object_get_string_member (claim, "quote"));
  g_autofree char *seed = gs_test_seed (file);

  part_set (&self->parts[index], file, phrase, index == 1);
  self->paths[index] = g_steal_pointer (&seed);
}

/* FALSE after skipping the test. */
static gboolean
use_seeds (Fixture *self)
{
  g_autofree char *path = gs_test_seed ("reference.json");
  g_autoptr (GBytes) bytes = path != NULL ? gs_test_read (path) : NULL;
  g_autoptr (JsonNode) root = bytes != NULL ? gs_ctl_parse (g_bytes_get_data (bytes, NULL)) : NULL;
  JsonArray *claims;

  if (root == NULL)
    return FALSE;

  claims = json_object_get_array_member (json_node_get_object (root), "claims");
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
          return TRUE;
        }
    }

  g_error ("no two seed articles in different languages oppose each other");
}

/* What is seen ---------------------------------------------------------------------- */

typedef struct
{
  Fixture *fixture;
  const char *listing;
  guint wanted;
} Count;

static gboolean
has_count (gpointer data)
{
  Count *count = data;
  g_autoptr (JsonNode) rows = gs_ctl_json (count->listing, count->fixture->workspace, NULL);

  return gs_ctl_length (rows) == count->wanted;
}

static void
wait_for_count (Fixture *self, const char *listing, guint wanted)
{
  Count count = { self, listing, wanted };
  g_autofree char *what = g_strdup_printf ("%u %s in the workspace", wanted, listing);

  gs_journey_wait (self->journey, what, has_count, &count);
}

typedef struct
{
  Fixture *fixture;
  const char *name;
  const char *phrase;
} Shown;

static gboolean
is_shown (gpointer data)
{
  Shown *shown = data;
  g_autoptr (AtspiAccessible) view = gs_journey_look (shown->fixture->journey, ATSPI_ROLE_TEXT, shown->name);
  g_autofree char *text = view != NULL ? gs_journey_text (view) : NULL;

  return text != NULL && strstr (text, shown->phrase) != NULL;
}

static AtspiAccessible *
wait_for_text (Fixture *self, const char *name, const char *phrase)
{
  Shown shown = { self, name, phrase };

  gs_journey_wait (self->journey, phrase, is_shown, &shown);

  return gs_journey_find (self->journey, ATSPI_ROLE_TEXT, name);
}

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
  const char *arguments[] = { "--new-instance", self->workspace, self->paths[0], self->paths[1], NULL };

  self->journey = gs_journey_start (arguments);
  wait_for_count (self, "articles", 2);
}

/* By keyboard ---------------------------------------------------------------------- */

static void
fill_by_keys (Fixture *self, const char *field, const char *text)
{
  gs_journey_tab_to (self->journey, ATSPI_ROLE_TEXT, field);
  gs_journey_key (self->journey, "Control+a");
  gs_journey_type (self->journey, text);
  gs_journey_settle (self->journey);
}

typedef struct
{
  AtspiAccessible *view;
  const char *phrase;
} Selected;

static gboolean
is_selected (gpointer data)
{
  Selected *wanted = data;
  g_autofree char *selected = gs_journey_selection (wanted->view);

  return g_str_equal (selected, wanted->phrase);
}

/* Found by what it says, selected, and told who says it. */
static void
claim_by_keys (Fixture *self, const Part *part)
{
  GsJourney *journey = self->journey;
  g_autofree char *query = g_strdup_printf ("\"%s\"", part->phrase);
  g_autoptr (AtspiAccessible) view = NULL;
  Selected selected = { NULL, part->phrase };

  gs_journey_key (journey, "Control+k");
  gs_journey_settle (journey);
  gs_journey_type (journey, query);
  gs_journey_settle (journey);
  gs_journey_key (journey, "Return");
  view = wait_for_text (self, "Article text", part->phrase);

  gs_journey_tab_to (journey, ATSPI_ROLE_TEXT, "Article text");
  gs_journey_key (journey, "Control+f");
  gs_journey_settle (journey);
  gs_journey_type (journey, part->phrase);
  selected.view = view;
  gs_journey_wait (journey, "what was looked for to be selected", is_selected, &selected);
  gs_journey_key (journey, "Escape");
  gs_journey_settle (journey);

  gs_journey_key (journey, "Return");
  fill_by_keys (self, "Question", QUESTION);
  fill_by_keys (self, "Said by 1", part->speaker);
  if (part->denies)
    {
      gs_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, "Denies");
      gs_journey_key (journey, "space");
    }
  gs_journey_key (journey, "Control+Return");
}

static void
judge_by_keys (Fixture *self)
{
  GsJourney *journey = self->journey;
  g_autofree char *pair = g_strdup_printf ("%s*", self->parts[0].speaker);

  gs_journey_key (journey, CONFLICTS_KEY);
  gs_journey_tab_to (journey, ATSPI_ROLE_LIST_ITEM, pair);
  gs_journey_shot (journey, "board");
  gs_journey_key (journey, "n");
  gs_journey_settle (journey);
  gs_journey_type (journey, NOTE);
  gs_journey_key (journey, "Return");
  wait_for_count (self, "links", 1);
  gs_journey_settle (journey);
  g_assert_false (is_confirmed (self));
  gs_journey_key (journey, "c");
  gs_journey_wait (journey, "the verdict to be stored", is_confirmed, self);
}

static void
go_by_keys (Fixture *self)
{
  start (self);
  for (guint i = 0; i < 2; i++)
    {
      claim_by_keys (self, &self->parts[i]);
      wait_for_count (self, "claims", i + 1);
    }
  judge_by_keys (self);
  check_note (self);
  gs_journey_quit (self->journey);
}

static void
test_keyboard (Fixture *self, gconstpointer data)
{
  use_own_texts (self);
  go_by_keys (self);
}

static void
test_keyboard_seeds (Fixture *self, gconstpointer data)
{
  if (use_seeds (self))
    go_by_keys (self);
}

/* By mouse -------------------------------------------------------------------------- */

static void
claim_by_mouse (Fixture *self, const Part *part, const char *title)
{
  GsJourney *journey = self->journey;
  g_autoptr (AtspiAccessible) view = NULL;

  gs_journey_click (journey, ATSPI_ROLE_LABEL, title);
  view = wait_for_text (self, "Article text", part->phrase);
  gs_journey_drag_over (journey, view, part->phrase);
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Make Claim");
  gs_journey_fill (journey, "Question", QUESTION);
  gs_journey_fill (journey, "Said by 1", part->speaker);
  if (part->denies)
    gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Denies");
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Save");
}

static void
judge_by_mouse (Fixture *self)
{
  GsJourney *journey = self->journey;
  g_autoptr (AtspiAccessible) first = NULL;
  g_autoptr (AtspiAccessible) second = NULL;

  gs_journey_click (journey, ATSPI_ROLE_LABEL, "Conflicts");
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Judge the Next Pair");
  first = wait_for_text (self, "First article*", self->parts[0].phrase);
  second = wait_for_text (self, "Second article*", self->parts[1].phrase);
  gs_journey_shot (journey, "side-by-side");
  gs_journey_fill (journey, "Note on the verdict", NOTE);
  gs_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, "Confirm");
  gs_journey_wait (journey, "the verdict to be stored", is_confirmed, self);
}

static void
test_mouse (Fixture *self, gconstpointer data)
{
  const char *const titles[] = { "Minister bevestigt de levering", "Embassy rejects the reports" };

  use_own_texts (self);
  start (self);
  for (guint i = 0; i < 2; i++)
    {
      claim_by_mouse (self, &self->parts[i], titles[i]);
      wait_for_count (self, "claims", i + 1);
    }
  judge_by_mouse (self);
  check_note (self);
  gs_journey_quit (self->journey);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  /* As in test-journey.c: what vanishes while it is asked is only warned of. */
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);

  g_test_add ("/journeys/contradiction/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/journeys/contradiction/keyboard-seeds", Fixture, NULL, set_up, test_keyboard_seeds, tear_down);
  g_test_add ("/journeys/contradiction/mouse", Fixture, NULL, set_up, test_mouse, tear_down);

  return g_test_run ();
}
