/* gs-journey-hands.c: what assistive technology does in place of hands.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Neither key nor mouse: actions, texts and selections over the bus, on
 * objects that were found by role and name.
 */

#include "config.h"

#include "gs-journey-private.h"

#include <string.h>

/* A button that is insensitive now may not be in a moment. */
#define ATTEMPTS 100

/* Place of an action among those the object has; -1 for none. */
static int
find_action (GsJourneyObject *object, const char *action)
{
  g_autoptr (GVariant) reply =
    gs_journey_call (object->journey, object->path, "Action", "GetActions", NULL, "(a(sss))");
  g_autoptr (GVariant) actions = reply != NULL ? g_variant_get_child_value (reply, 0) : NULL;
  gsize n = actions != NULL ? g_variant_n_children (actions) : 0;

  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = NULL;

      g_variant_get_child (actions, i, "(sss)", &name, NULL, NULL);
      if (g_str_equal (name, action))
        return (int) i;
    }

  return -1;
}

void
gs_journey_act (GsJourney *self, AtspiRole role, const char *name, const char *action)
{
  for (guint attempt = 0; attempt < ATTEMPTS; attempt++)
    {
      g_autoptr (GsJourneyObject) object = gs_journey_find (self, role, name);
      int at = find_action (object, action);
      g_autoptr (GVariant) reply =
        at >= 0 ? gs_journey_call (self, object->path, "Action", "DoAction", g_variant_new ("(i)", at), "(b)") : NULL;
      gboolean done = FALSE;

      if (reply != NULL)
        g_variant_get (reply, "(b)", &done);
      if (done)
        {
          gs_journey_settle (self);
          return;
        }
      gs_journey_pause (0.1);
    }

  gs_journey_shot (self, "failure");
  g_error ("“%s” does not %s", name, action);
}

void
gs_journey_enter (GsJourney *self, AtspiRole role, const char *name, const char *text)
{
  g_autoptr (GsJourneyObject) object = gs_journey_find (self, role, name);
  g_autoptr (GVariant) reply =
    gs_journey_call (self, object->path, "EditableText", "SetTextContents", g_variant_new ("(s)", text), "(b)");
  g_autofree char *there = NULL;

  gs_journey_settle (self);
  there = gs_journey_text (object);
  if (!g_str_equal (there, text))
    gs_journey_shot (self, "failure");
  g_assert_cmpstr (there, ==, text);
}

void
gs_journey_place_caret (GsJourneyObject *view, const char *phrase)
{
  g_autofree char *content = gs_journey_text (view);
  const char *at = strstr (content, phrase);
  g_autoptr (GVariant) reply = NULL;
  int offset;

  g_assert_nonnull (at);
  offset = (int) g_utf8_pointer_to_offset (content, at);
  reply = gs_journey_call (view->journey, view->path, "Text", "SetCaretOffset", g_variant_new ("(i)", offset), "(b)");
  gs_journey_settle (view->journey);
  g_assert_cmpint (gs_journey_get_number (view->journey, view->path, "Text", "CaretOffset"), ==, offset);
}
