/* gs-journey-input.c: keys and mouse through the X server.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-journey-private.h"

#include <X11/XKBlib.h>
#include <X11/Xatom.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

/* Between press and release, and between two keys: as a quick typist does. */
#define KEY_SECONDS 0.001

static gulong
window_pid (Display *display, Window window)
{
  Atom atom = XInternAtom (display, "_NET_WM_PID", False);
  Atom type;
  int format;
  gulong n_items;
  gulong rest;
  guchar *data = NULL;
  gulong pid = 0;

  if (XGetWindowProperty (display, window, atom, 0, 1, False, XA_CARDINAL, &type, &format, &n_items, &rest, &data)
        == Success
      && data != NULL && n_items == 1)
    pid = *(gulong *) (void *) data;
  if (data != NULL)
    XFree (data);

  return pid;
}

/* The program's windows that take the focus, the uppermost last. */
static GArray *
list_windows (GsJourney *self)
{
  GArray *own = g_array_new (FALSE, FALSE, sizeof (Window));
  Window root;
  Window parent;
  Window *windows = NULL;
  guint n_windows = 0;

  if (XQueryTree (self->display, DefaultRootWindow (self->display), &root, &parent, &windows, &n_windows) == 0)
    return own;

  for (guint i = 0; i < n_windows; i++)
    {
      XWindowAttributes attributes;

      if (XGetWindowAttributes (self->display, windows[i], &attributes) != 0 && attributes.map_state == IsViewable
          && !attributes.override_redirect && attributes.width > 10
          && window_pid (self->display, windows[i]) == self->pid)
        g_array_append_val (own, windows[i]);
    }
  if (windows != NULL)
    XFree (windows);

  return own;
}

Window
gs_journey_top_window (GsJourney *self)
{
  g_autoptr (GArray) windows = list_windows (self);

  return windows->len > 0 ? g_array_index (windows, Window, windows->len - 1) : None;
}

void
gs_journey_window_extents (GsJourney *self, const GsJourneyRect *about, GsJourneyRect *rect)
{
  g_autoptr (GArray) windows = list_windows (self);
  int least = G_MAXINT;

  for (guint i = 0; i < windows->len; i++)
    {
      XWindowAttributes attributes;
      int difference;

      XGetWindowAttributes (self->display, g_array_index (windows, Window, i), &attributes);
      difference = ABS (attributes.width - about->width) + ABS (attributes.height - about->height);
      if (difference > least)
        continue;

      least = difference;
      rect->x = attributes.x;
      rect->y = attributes.y;
      rect->width = attributes.width;
      rect->height = attributes.height;
    }

  g_assert_cmpint (least, <, 200);
}

void
gs_journey_focus (GsJourney *self)
{
  Window top = gs_journey_top_window (self);
  Window focused;
  int revert;

  XGetInputFocus (self->display, &focused, &revert);
  if (top != None && focused != top)
    {
      XSetInputFocus (self->display, top, RevertToParent, CurrentTime);
      XSync (self->display, False);
      gs_journey_pause (0.1);
    }
}

void
gs_journey_pause (double seconds)
{
  g_usleep ((gulong) (seconds * G_USEC_PER_SEC));
}

static void
send_code (GsJourney *self, KeyCode code, gboolean press)
{
  XTestFakeKeyEvent (self->display, code, press, CurrentTime);
  XFlush (self->display);
  gs_journey_pause (KEY_SECONDS);
}

static KeyCode
code_of (GsJourney *self, KeySym symbol)
{
  KeyCode code = XKeysymToKeycode (self->display, symbol);

  g_assert_cmpint (code, !=, 0);

  return code;
}

static KeySym
symbol_of (const char *name)
{
  static const struct
  {
    const char *name;
    KeySym symbol;
  } modifiers[] = {
    { "Control", XK_Control_L },
    { "Shift", XK_Shift_L },
    { "Alt", XK_Alt_L },
  };
  KeySym symbol;

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    {
      if (g_str_equal (modifiers[i].name, name))
        return modifiers[i].symbol;
    }

  symbol = XStringToKeysym (name);
  g_assert_cmpuint (symbol, !=, NoSymbol);

  return symbol;
}

void
gs_journey_key (GsJourney *self, const char *keys)
{
  g_auto (GStrv) names = g_strsplit (keys, "+", -1);
  guint n = g_strv_length (names);

  gs_journey_focus (self);
  for (guint i = 0; i < n; i++)
    send_code (self, code_of (self, symbol_of (names[i])), TRUE);
  for (guint i = n; i > 0; i--)
    send_code (self, code_of (self, symbol_of (names[i - 1])), FALSE);
}

void
gs_journey_type (GsJourney *self, const char *text)
{
  KeyCode shift = code_of (self, XK_Shift_L);

  gs_journey_focus (self);
  for (; *text != '\0'; text++)
    {
      /* Latin 1 key symbols are the characters themselves. */
      KeySym symbol = *text == '\n' ? XK_Return : (KeySym) (guchar) *text;
      KeyCode code = code_of (self, symbol);
      gboolean shifted = XkbKeycodeToKeysym (self->display, code, 0, 0) != symbol;

      if (shifted)
        send_code (self, shift, TRUE);
      send_code (self, code, TRUE);
      send_code (self, code, FALSE);
      if (shifted)
        send_code (self, shift, FALSE);
    }
}

void
gs_journey_move (GsJourney *self, int x, int y)
{
  XTestFakeMotionEvent (self->display, -1, x, y, CurrentTime);
  XFlush (self->display);
  gs_journey_pause (0.005);
}

void
gs_journey_button (GsJourney *self, guint button, gboolean press)
{
  XTestFakeButtonEvent (self->display, button, press, CurrentTime);
  XFlush (self->display);
  gs_journey_pause (0.01);
}

void
gs_journey_click_on (GsJourneyObject *object)
{
  GsJourney *self = object->journey;
  GsJourneyRect rect;

  gs_journey_extents (object, &rect);
  gs_journey_move (self, rect.x + rect.width / 2, rect.y + rect.height / 2);
  gs_journey_button (self, 1, TRUE);
  /* A finger stays for a moment. Once GTK 4.8 has laid out what a press changes it asks the X
   * server where the pointer is; a button that is up by then was never pressed for it. */
  gs_journey_settle (self);
  gs_journey_button (self, 1, FALSE);
  gs_journey_settle (self);
}

typedef struct
{
  GsJourney *journey;
  AtspiRole role;
  const char *name;
  GsJourneyObject *found;
} Wanted;

static gboolean
is_ready (gpointer data)
{
  Wanted *wanted = data;

  g_clear_pointer (&wanted->found, gs_journey_object_free);
  wanted->found = gs_journey_look (wanted->journey, wanted->role, wanted->name);

  return wanted->found != NULL && wanted->found->sensitive;
}

/* A button may have to wait for what was done before. */
void
gs_journey_click (GsJourney *self, AtspiRole role, const char *name)
{
  Wanted wanted = { self, role, name, NULL };
  g_autofree char *what = g_strdup_printf ("“%s” (role %d) to be ready", name != NULL ? name : "*", (int) role);

  gs_journey_wait (self, what, is_ready, &wanted);
  gs_journey_click_on (wanted.found);
  gs_journey_object_free (wanted.found);
}
