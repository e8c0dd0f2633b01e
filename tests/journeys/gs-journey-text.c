/* gs-journey-text.c: selecting text with keys and with the mouse.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-journey-private.h"

#include <string.h>

/* Steps in which the mouse feels for a place, in pixels. */
#define STEP_Y 6
#define STEP_X 2

/* What lies on the edge of a view: scroll bars, handles that resize. */
#define EDGE 20

/* A hand on a mouse may slip. */
#define ATTEMPTS 3

static AtspiText *
text_of (AtspiAccessible *object)
{
  AtspiText *text = atspi_accessible_get_text_iface (object);

  g_assert_nonnull (text);

  return text;
}

char *
gs_journey_text (AtspiAccessible *object)
{
  g_autoptr (AtspiText) text = atspi_accessible_get_text_iface (object);
  char *content = NULL;

  if (text != NULL)
    content = atspi_text_get_text (text, 0, atspi_text_get_character_count (text, NULL), NULL);

  /* It may have gone since it was found. */
  return content != NULL ? content : g_strdup ("");
}

char *
gs_journey_selection (AtspiAccessible *object)
{
  g_autoptr (AtspiText) text = text_of (object);
  AtspiRange *range;
  char *selected;

  if (atspi_text_get_n_selections (text, NULL) < 1)
    return g_strdup ("");

  range = atspi_text_get_selection (text, 0, NULL);
  g_assert_nonnull (range);
  selected = atspi_text_get_text (text, range->start_offset, range->end_offset, NULL);
  g_free (range);

  return selected;
}

static int
offset_of (AtspiAccessible *view, const char *sentence)
{
  g_autofree char *content = gs_journey_text (view);
  const char *at = strstr (content, sentence);

  g_assert_nonnull (at);

  return (int) g_utf8_pointer_to_offset (content, at);
}

static void
click (GsJourney *self, int x, int y)
{
  gs_journey_move (self, x, y);
  gs_journey_button (self, TRUE);
  gs_journey_button (self, FALSE);
}

/* At the top of the view, so that what was selected no longer is and two
 * clicks near each other are not taken for a double click. Not at the bottom:
 * there a press begins to resize the window. */
static void
click_away (GsJourney *self, AtspiAccessible *view)
{
  AtspiRect rect;

  gs_journey_extents (self, view, &rect);
  click (self, rect.x + rect.width / 2, rect.y + 1);
}

/* Where the caret goes on a click: asked until the answer stays the same,
 * since the question may overtake the click. */
static int
click_at (GsJourney *self, AtspiAccessible *view, int x, int y)
{
  g_autoptr (AtspiText) text = text_of (view);
  int caret;
  int before;

  click_away (self, view);
  click (self, x, y);
  caret = atspi_text_get_caret_offset (text, NULL);
  do
    {
      before = caret;
      gs_journey_pause (0.04);
      caret = atspi_text_get_caret_offset (text, NULL);
    }
  while (caret != before);

  return caret;
}

/* A point at which a click puts the caret at @offset. */
static gboolean
feel_for (GsJourney *self, AtspiAccessible *view, int offset, int *found_x, int *found_y)
{
  AtspiRect rect;
  int left;
  int right;
  int row;

  gs_journey_extents (self, view, &rect);
  left = rect.x + EDGE;
  right = rect.x + rect.width - EDGE;

  /* The last row that begins at or before it … */
  for (row = rect.y + EDGE; row < rect.y + rect.height - EDGE; row += STEP_Y)
    {
      if (click_at (self, view, right, row) >= offset)
        break;
    }
  /* … and then along it: the caret moves to the right with the mouse. */
  while (right - left > STEP_X)
    {
      int middle = (left + right) / 2;
      int caret = click_at (self, view, middle, row);

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
drag (GsJourney *self, AtspiAccessible *view, int start, int end)
{
  int x0;
  int y0;
  int x1;
  int y1;

  if (!feel_for (self, view, end, &x1, &y1) || !feel_for (self, view, start, &x0, &y0))
    return FALSE;

  click_away (self, view);
  gs_journey_move (self, x0, y0);
  gs_journey_button (self, TRUE);
  /* A drag is a drag after some way. */
  for (int i = 1; i <= 8; i++)
    gs_journey_move (self, x0 + (x1 - x0) * i / 8, y0 + (y1 - y0) * i / 8);
  gs_journey_button (self, FALSE);
  gs_journey_settle (self);

  return TRUE;
}

void
gs_journey_drag_over (GsJourney *self, AtspiAccessible *view, const char *sentence)
{
  int start = offset_of (view, sentence);
  int end = start + (int) g_utf8_strlen (sentence, -1);

  for (guint attempt = 0; attempt < ATTEMPTS; attempt++)
    {
      g_autofree char *selected = NULL;

      if (!drag (self, view, start, end))
        continue;

      selected = gs_journey_selection (view);
      if (g_str_equal (selected, sentence))
        return;
      g_test_message ("the mouse selected “%s”", selected);
    }

  gs_journey_shot (self, "failure");
  g_error ("the mouse does not get hold of “%s”", sentence);
}

void
gs_journey_key_over (GsJourney *self, AtspiAccessible *view, const char *sentence)
{
  int start = offset_of (view, sentence);
  int length = (int) g_utf8_strlen (sentence, -1);
  g_autofree char *selected = NULL;

  gs_journey_key (self, "Control+Home");
  for (int i = 0; i < start; i++)
    gs_journey_key (self, "Right");
  for (int i = 0; i < length; i++)
    gs_journey_key (self, "Shift+Right");
  gs_journey_settle (self);

  selected = gs_journey_selection (view);
  if (!g_str_equal (selected, sentence))
    gs_journey_shot (self, "failure");
  g_assert_cmpstr (selected, ==, sentence);
}
