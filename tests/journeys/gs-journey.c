/* gs-journey.c: the real program, found over the accessibility bus.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-journey-private.h"

#include <stdlib.h>

/* Between two looks at something that is awaited. */
#define LOOK_SECONDS 0.03

/* No way by Tab alone is longer: panes and fields have keys of their own. */
#define MOST_STOPS 20

#define ATTEMPTS 4

static void
fail (GsJourney *self, const char *what)
{
  gs_journey_shot (self, "failure");
  g_error ("waited %.0f s in vain: %s", GS_JOURNEY_PATIENCE, what);
}

void
gs_journey_wait (GsJourney *self, const char *what, GsTestCondition condition, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) (GS_JOURNEY_PATIENCE * G_USEC_PER_SEC);

  while (!condition (data))
    {
      if (g_get_monotonic_time () > deadline)
        fail (self, what);
      gs_journey_pause (LOOK_SECONDS);
    }
}

GsJourneyObject *
gs_journey_find (GsJourney *self, AtspiRole role, const char *name)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) (GS_JOURNEY_PATIENCE * G_USEC_PER_SEC);
  GsJourneyObject *found;

  while ((found = gs_journey_look (self, role, name)) == NULL)
    {
      if (g_get_monotonic_time () > deadline)
        {
          g_autofree char *what = g_strdup_printf ("“%s” (role %d)", name != NULL ? name : "*", (int) role);

          fail (self, what);
        }
      gs_journey_pause (LOOK_SECONDS);
    }

  return found;
}

typedef struct
{
  GsJourney *journey;
  AtspiRole role;
  const char *name;
} Wanted;

static gboolean
is_gone (gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (GsJourneyObject) found = gs_journey_look (wanted->journey, wanted->role, wanted->name);

  return found == NULL;
}

void
gs_journey_wait_gone (GsJourney *self, AtspiRole role, const char *name)
{
  Wanted wanted = { self, role, name };
  g_autofree char *what = g_strdup_printf ("“%s” to go away", name);

  gs_journey_wait (self, what, is_gone, &wanted);
}

/* What it was doing when it was asked is done when it answers; what that led
 * to, a moment and an answer later. */
void
gs_journey_settle (GsJourney *self)
{
  for (guint i = 0; i < 2; i++)
    {
      gs_journey_round_trip (self);
      gs_journey_pause (0.02);
    }
  gs_journey_round_trip (self);
}

static gboolean
is_focused (gpointer data)
{
  Wanted *wanted = data;
  g_autoptr (GsJourneyObject) found = gs_journey_look_focused (wanted->journey, wanted->role, wanted->name);

  return found != NULL;
}

void
gs_journey_wait_focus (GsJourney *self, AtspiRole role, const char *name)
{
  Wanted wanted = { self, role, name };
  g_autofree char *what = g_strdup_printf ("“%s” to have the focus", name);

  gs_journey_wait (self, what, is_focused, &wanted);
}

/* An entry that is just coming into sight may lose a key or two: whoever types
 * looks at what is there, and types again. */
void
gs_journey_write (GsJourney *self, AtspiRole role, const char *name, const char *text)
{
  for (guint attempt = 0; attempt < ATTEMPTS; attempt++)
    {
      g_autoptr (GsJourneyObject) entry = NULL;
      g_autofree char *there = NULL;

      gs_journey_wait_focus (self, role, name);
      gs_journey_settle (self);
      gs_journey_key (self, "Control+a");
      gs_journey_type (self, text);
      gs_journey_settle (self);
      entry = gs_journey_look_focused (self, role, name);
      there = entry != NULL ? gs_journey_text (entry) : NULL;
      if (g_strcmp0 (there, text) == 0)
        return;
      g_test_message ("“%s” has “%s”", name, there != NULL ? there : "");
    }

  fail (self, name);
}

void
gs_journey_tab_to (GsJourney *self, AtspiRole role, const char *name)
{
  for (guint i = 0; i < MOST_STOPS; i++)
    {
      g_autoptr (GsJourneyObject) found = gs_journey_look_focused (self, role, name);

      if (found != NULL)
        return;
      gs_journey_key (self, "Tab");
      gs_journey_settle (self);
    }

  fail (self, name);
}

void
gs_journey_fill (GsJourney *self, const char *name, const char *text)
{
  g_autoptr (GsJourneyObject) entry = gs_journey_find (self, ATSPI_ROLE_TEXT, name);

  gs_journey_click_on (entry);
  gs_journey_key (self, "Control+a");
  gs_journey_type (self, text);
  gs_journey_settle (self);
}

static gboolean
has_window (gpointer data)
{
  GsJourney *self = data;

  return (self->program != NULL || gs_journey_find_program (self)) && gs_journey_top_window (self) != None;
}

/* Windows vanish between two questions about them. */
static int
ignore_error_cb (Display *display, XErrorEvent *event)
{
  return 0;
}

GsJourney *
gs_journey_start (const char *const *arguments)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GError) error = NULL;
  GsJourney *self = g_new0 (GsJourney, 1);

  g_assert_nonnull (g_getenv ("GAINSAY"));
  g_strv_builder_add (builder, g_getenv ("GAINSAY"));
  g_strv_builder_addv (builder, (const char **) arguments);
  argv = g_strv_builder_end (builder);

  XSetErrorHandler (ignore_error_cb);
  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);

  gs_journey_connect (self);

  self->process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  self->pid = (guint) atoi (g_subprocess_get_identifier (self->process));

  gs_journey_wait (self, "the program's window", has_window, self);
  gs_journey_settle (self);

  return self;
}

static gboolean
has_ended (gpointer data)
{
  GAsyncResult **result = data;

  while (g_main_context_iteration (NULL, FALSE))
    ;

  return *result != NULL;
}

void
gs_journey_quit (GsJourney *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_async (self->process, NULL, gs_test_take_result_cb, &result);
  gs_journey_key (self, "Control+q");
  gs_journey_wait (self, "the program's end", has_ended, &result);
  g_subprocess_wait_finish (self->process, result, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (self->process));

  g_object_unref (self->bus);
  g_free (self->program);
  g_object_unref (self->process);
  XCloseDisplay (self->display);
  g_free (self);
}
