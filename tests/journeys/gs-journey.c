/* gs-journey.c: the real program, found over the accessibility bus.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-journey-private.h"

#include <stdlib.h>
#include <string.h>

/* Between two looks at something that is awaited. */
#define LOOK_SECONDS 0.1

/* No page has more stops of the keyboard than this. */
#define MOST_STOPS 80

static gboolean
name_matches (const char *name, const char *pattern)
{
  if (pattern == NULL)
    return TRUE;
  if (g_str_has_suffix (pattern, "*"))
    return name != NULL && strncmp (name, pattern, strlen (pattern) - 1) == 0;

  return name != NULL && g_str_equal (name, pattern);
}

static gboolean
is_same (AtspiAccessible *a, AtspiAccessible *b)
{
  return g_strcmp0 (ATSPI_OBJECT (a)->path, ATSPI_OBJECT (b)->path) == 0;
}

/* Up the tree from @object to @other, or to the window when that is NULL. */
static AtspiAccessible *
find_ancestor (AtspiAccessible *object, AtspiAccessible *other)
{
  AtspiAccessible *at = g_object_ref (object);

  while (at != NULL)
    {
      AtspiAccessible *parent;
      AtspiRole role = atspi_accessible_get_role (at, NULL);

      if (other != NULL ? is_same (at, other) : role == ATSPI_ROLE_FRAME || role == ATSPI_ROLE_DIALOG)
        return at;
      if (role == ATSPI_ROLE_APPLICATION)
        break;
      parent = atspi_accessible_get_parent (at, NULL);
      g_object_unref (at);
      at = parent;
    }
  g_clear_object (&at);

  return NULL;
}

static gboolean
get_extents (AtspiAccessible *object, AtspiRect *rect)
{
  g_autoptr (AtspiComponent) component = atspi_accessible_get_component_iface (object);
  AtspiRect *extents =
    component != NULL ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL) : NULL;

  if (extents == NULL)
    return FALSE;

  *rect = *extents;
  g_free (extents);

  return rect->width > 0 && rect->height > 0;
}

/* Whether one of two is inside the other. */
static gboolean
is_related (AtspiAccessible *a, AtspiAccessible *b)
{
  g_autoptr (AtspiAccessible) above = find_ancestor (a, b);

  if (above == NULL)
    above = find_ancestor (b, a);

  return above != NULL;
}

/* GTK 4.8 says of everything that it is visible, also of what lies on a page
 * that is not on top. So the window is asked what stands at that place: in the
 * middle and near the edge, since it knows no answer for parts that have no
 * accessible object of their own. */
static gboolean
is_showing (AtspiAccessible *object)
{
  g_autoptr (AtspiAccessible) window = find_ancestor (object, NULL);
  g_autoptr (AtspiComponent) component = NULL;
  AtspiRect rect;

  if (window == NULL || !get_extents (object, &rect))
    return FALSE;
  if (is_same (window, object))
    return TRUE;

  component = atspi_accessible_get_component_iface (window);
  for (guint i = 0; i < 2; i++)
    {
      int x = rect.x + (i == 0 ? rect.width / 2 : 2);
      int y = rect.y + rect.height / 2;
      g_autoptr (AtspiAccessible) hit =
        atspi_component_get_accessible_at_point (component, x, y, ATSPI_COORD_TYPE_WINDOW, NULL);

      if (hit != NULL)
        return is_related (hit, object);
    }

  return TRUE;
}

/* Objects come and go while the tree is walked; what has gone is no error. */
static AtspiAccessible *
look_below (AtspiAccessible *object, AtspiRole role, const char *pattern)
{
  int n = atspi_accessible_get_child_count (object, NULL);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (AtspiAccessible) child = atspi_accessible_get_child_at_index (object, i, NULL);
      g_autofree char *name = NULL;
      AtspiAccessible *found;

      if (child == NULL)
        continue;

      name = atspi_accessible_get_name (child, NULL);
      if (atspi_accessible_get_role (child, NULL) == role && name_matches (name, pattern) && is_showing (child))
        return g_steal_pointer (&child);

      found = look_below (child, role, pattern);
      if (found != NULL)
        return found;
    }

  return NULL;
}

AtspiAccessible *
gs_journey_look (GsJourney *self, AtspiRole role, const char *name)
{
  return look_below (self->application, role, name);
}

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

AtspiAccessible *
gs_journey_find (GsJourney *self, AtspiRole role, const char *name)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) (GS_JOURNEY_PATIENCE * G_USEC_PER_SEC);
  AtspiAccessible *found;

  while ((found = gs_journey_look (self, role, name)) == NULL)
    {
      if (g_get_monotonic_time () > deadline)
        {
          g_autofree char *role_name = atspi_role_get_name (role);
          g_autofree char *what = g_strdup_printf ("%s “%s”", role_name, name != NULL ? name : "*");

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
  g_autoptr (AtspiAccessible) found = gs_journey_look (wanted->journey, wanted->role, wanted->name);

  return found == NULL;
}

void
gs_journey_wait_gone (GsJourney *self, AtspiRole role, const char *name)
{
  Wanted wanted = { self, role, name };
  g_autofree char *what = g_strdup_printf ("“%s” to go away", name);

  gs_journey_wait (self, what, is_gone, &wanted);
}

/* A round trip through the program's main loop, twice: what it was doing when
 * it was asked is done when it answers. */
void
gs_journey_settle (GsJourney *self)
{
  for (guint i = 0; i < 2; i++)
    {
      (void) atspi_accessible_get_child_count (self->application, NULL);
      gs_journey_pause (0.08);
    }
}

void
gs_journey_extents (GsJourney *self, AtspiAccessible *object, AtspiRect *rect)
{
  g_autoptr (AtspiAccessible) window = find_ancestor (object, NULL);
  AtspiRect inside;
  AtspiRect outside;

  g_assert_nonnull (window);
  g_assert_true (get_extents (object, rect));
  g_assert_true (get_extents (window, &inside));

  /* The program does not know where its window is on the screen; X does. The
   * window's frame is not part of what it measures. */
  gs_journey_window_extents (self, &inside, &outside);
  rect->x += outside.x + (outside.width - inside.width) / 2;
  rect->y += outside.y + (outside.height - inside.height) / 2;
}

static gboolean
has_focus (AtspiAccessible *object)
{
  g_autoptr (AtspiStateSet) states = atspi_accessible_get_state_set (object);

  return states != NULL && atspi_state_set_contains (states, ATSPI_STATE_FOCUSED);
}

void
gs_journey_tab_to (GsJourney *self, AtspiRole role, const char *name)
{
  g_autoptr (AtspiAccessible) object = NULL;

  for (guint i = 0; i < MOST_STOPS; i++)
    {
      /* Looking for it takes longer than asking it; but it may be out of
       * sight until the focus is there, and a row may be made anew. */
      if (i % 6 == 0)
        g_clear_object (&object);
      if (object == NULL)
        object = gs_journey_look (self, role, name);
      if (object != NULL && has_focus (object))
        return;
      gs_journey_key (self, "Tab");
      gs_journey_settle (self);
    }

  fail (self, name);
}

void
gs_journey_fill (GsJourney *self, const char *name, const char *text)
{
  g_autoptr (AtspiAccessible) entry = gs_journey_find (self, ATSPI_ROLE_TEXT, name);

  gs_journey_click_on (self, entry);
  gs_journey_key (self, "Control+a");
  gs_journey_type (self, text);
  gs_journey_settle (self);
}

static AtspiAccessible *
find_application (guint pid)
{
  g_autoptr (AtspiAccessible) desktop = atspi_get_desktop (0);
  int n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n; i++)
    {
      AtspiAccessible *child = atspi_accessible_get_child_at_index (desktop, i, NULL);

      if (child != NULL && atspi_accessible_get_process_id (child, NULL) == pid)
        return child;
      g_clear_object (&child);
    }

  return NULL;
}

static gboolean
has_window (gpointer data)
{
  GsJourney *self = data;

  if (self->application == NULL)
    self->application = find_application (self->pid);

  return self->application != NULL && gs_journey_top_window (self) != None;
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

  if (!atspi_is_initialized ())
    atspi_init ();
  XSetErrorHandler (ignore_error_cb);
  self->display = XOpenDisplay (NULL);
  g_assert_nonnull (self->display);

  self->process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  self->pid = (guint) atoi (g_subprocess_get_identifier (self->process));

  gs_journey_wait (self, "the program's window", has_window, self);
  /* What is remembered of the tree is not always told to have changed. */
  atspi_accessible_set_cache_mask (self->application, ATSPI_CACHE_NONE);
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

  g_clear_object (&self->application);
  g_object_unref (self->process);
  XCloseDisplay (self->display);
  g_free (self);
}
