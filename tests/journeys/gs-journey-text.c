/* gs-journey-text.c: selecting text with keys and with the mouse.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-journey-private.h"

#include <stdlib.h>
#include <string.h>

/* What lies on the edge of a view: scroll bars, handles that resize. */
#define EDGE 20

/* Nearer to each other, two clicks may be taken for a double click. */
#define APART 12

/* A hand on a mouse may slip. */
#define ATTEMPTS 3

/* Turns of the wheel, after which the end of any article is in sight. */
#define MOST_TURNS 60

/* Buttons, as X numbers them. */
enum
{
  LEFT = 1,
  WHEEL_DOWN = 5
};

char *
gs_journey_text (GsJourneyObject *object)
{
  int length = gs_journey_get_number (object->journey, object->path, "Text", "CharacterCount");
  g_autoptr (GVariant) reply =
    gs_journey_call (object->journey, object->path, "Text", "GetText", g_variant_new ("(ii)", 0, length), "(s)");
  char *content = NULL;

  if (reply != NULL)
    g_variant_get (reply, "(s)", &content);

  /* It may have gone since it was found. */
  return content != NULL ? content : g_strdup ("");
}

char *
gs_journey_selection (GsJourneyObject *object)
{
  g_autoptr (GVariant) range =
    gs_journey_call (object->journey, object->path, "Text", "GetSelection", g_variant_new ("(i)", 0), "(ii)");
  g_autoptr (GVariant) reply = NULL;
  char *selected = NULL;
  int start = 0;
  int end = 0;

  if (range != NULL)
    g_variant_get (range, "(ii)", &start, &end);
  if (end <= start)
    return g_strdup ("");

  reply = gs_journey_call (object->journey, object->path, "Text", "GetText", g_variant_new ("(ii)", start, end), "(s)");
  if (reply != NULL)
    g_variant_get (reply, "(s)", &selected);

  return selected != NULL ? selected : g_strdup ("");
}

static int
caret_of (GsJourneyObject *view)
{
  return gs_journey_get_number (view->journey, view->path, "Text", "CaretOffset");
}

static int
offset_of (GsJourneyObject *view, const char *sentence)
{
  g_autofree char *content = gs_journey_text (view);
  const char *at = strstr (content, sentence);

  g_assert_nonnull (at);

  return (int) g_utf8_pointer_to_offset (content, at);
}

/* The pointer, and what it is over. */
typedef struct
{
  GsJourneyObject *view;
  GsJourneyRect rect;
  int x; /* of the last click */
  int y;
} Hand;

static void
click (Hand *hand, int x, int y)
{
  GsJourney *journey = hand->view->journey;

  gs_journey_move (journey, x, y);
  gs_journey_button (journey, LEFT, TRUE);
  gs_journey_button (journey, LEFT, FALSE);
  hand->x = x;
  hand->y = y;
}

/* At the top of the view, so that what was selected no longer is and two
 * clicks near each other are not taken for a double click. Not at the bottom:
 * there a press begins to resize the window. */
static void
click_away (Hand *hand)
{
  click (hand, hand->rect.x + hand->rect.width / 2, hand->rect.y + 1);
  gs_journey_round_trip (hand->view->journey);
}

/* Where the caret goes on a click: asked until the answer stays the same,
 * since the question may overtake the click. */
static int
click_at (Hand *hand, int x, int y)
{
  int caret;
  int before = -1;

  if (abs (x - hand->x) < APART && abs (y - hand->y) < APART)
    click_away (hand);
  click (hand, x, y);
  for (caret = -2; caret != before; caret = caret_of (hand->view))
    {
      before = caret;
      gs_journey_round_trip (hand->view->journey);
      gs_journey_pause (0.01);
    }

  return caret;
}

static int
bottom_of (const Hand *hand)
{
  return hand->rect.y + hand->rect.height - EDGE;
}

/* Turns the wheel until @offset is in sight. */
static void
scroll_to (Hand *hand, int offset)
{
  GsJourney *journey = hand->view->journey;

  for (guint i = 0;
       i < MOST_TURNS && click_at (hand, hand->rect.x + hand->rect.width - EDGE, bottom_of (hand)) < offset; i++)
    {
      gs_journey_button (journey, WHEEL_DOWN, TRUE);
      gs_journey_button (journey, WHEEL_DOWN, FALSE);
      gs_journey_settle (journey);
    }
}

/* A point at which a click puts the caret at @offset. */
static gboolean
feel_for (Hand *hand, int offset, int *found_x, int *found_y)
{
  int left = hand->rect.x + EDGE;
  int right = hand->rect.x + hand->rect.width - EDGE;
  int above = hand->rect.y + EDGE;
  int row = bottom_of (hand);

  /* The first row that ends at or behind it … */
  while (row - above > 2)
    {
      int middle = (above + row) / 2;

      if (click_at (hand, right, middle) >= offset)
        row = middle;
      else
        above = middle;
    }
  /* … and then along it: the caret moves to the right with the mouse. */
  while (right - left > 1)
    {
      int middle = (left + right) / 2;
      int caret = click_at (hand, middle, row);

      if (caret == offset)
        {
          *found_x = middle;
          *found_y = row;
          return TRUE;
        }
      if (caret < offset)
        left = middle;
      else
        right = middle;
    }

  return FALSE;
}

static gboolean
drag (GsJourneyObject *view, int start, int end)
{
  GsJourney *journey = view->journey;
  Hand hand = { view, { 0 }, -1, -1 };
  int x0;
  int y0;
  int x1;
  int y1;

  gs_journey_extents (view, &hand.rect);
  scroll_to (&hand, end);
  if (!feel_for (&hand, end, &x1, &y1) || !feel_for (&hand, start, &x0, &y0))
    return FALSE;

  click_away (&hand);
  gs_journey_move (journey, x0, y0);
  gs_journey_button (journey, LEFT, TRUE);
  /* A drag is a drag after some way. */
  for (int i = 1; i <= 8; i++)
    gs_journey_move (journey, x0 + (x1 - x0) * i / 8, y0 + (y1 - y0) * i / 8);
  gs_journey_settle (journey);
  gs_journey_button (journey, LEFT, FALSE);
  gs_journey_settle (journey);

  return TRUE;
}

void
gs_journey_drag_over (GsJourneyObject *view, const char *sentence)
{
  int start = offset_of (view, sentence);
  int end = start + (int) g_utf8_strlen (sentence, -1);

  for (guint attempt = 0; attempt < ATTEMPTS; attempt++)
    {
      g_autofree char *selected = NULL;

      if (!drag (view, start, end))
        continue;

      selected = gs_journey_selection (view);
      if (g_str_equal (selected, sentence))
        return;
      g_test_message ("the mouse selected “%s”", selected);
    }

  gs_journey_shot (view->journey, "failure");
  g_error ("the mouse does not get hold of “%s”", sentence);
}

typedef struct
{
  GsJourneyObject *view;
  const char *sentence;
} Selected;

static gboolean
is_selected (gpointer data)
{
  const Selected *wanted = data;
  g_autofree char *selected = gs_journey_selection (wanted->view);

  return g_str_equal (selected, wanted->sentence);
}

void
gs_journey_key_over (GsJourneyObject *view, const char *sentence)
{
  GsJourney *journey = view->journey;
  Selected wanted = { view, sentence };
  g_autofree char *what = g_strdup_printf ("“%s” to be selected", sentence);
  int start = offset_of (view, sentence);
  int length = (int) g_utf8_strlen (sentence, -1);

  gs_journey_key (journey, "Control+Home");
  for (int i = 0; i < start; i++)
    gs_journey_key (journey, "Right");
  for (int i = 0; i < length; i++)
    gs_journey_key (journey, "Shift+Right");

  /* A busy program takes them one by one. */
  gs_journey_wait (journey, what, is_selected, &wanted);
}
