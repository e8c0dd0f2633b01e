/* gs-journey-private.h: what the files of the journey library share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <X11/Xlib.h>

#include "gs-journey.h"

G_BEGIN_DECLS

struct _GsJourney
{
  GSubprocess     *process;
  guint            pid;
  AtspiAccessible *application;
  Display         *display;
};

/* The program's uppermost window that takes the focus; None when there is none. */
Window gs_journey_top_window  (GsJourney *self);
/* Where the program's window of about that size lies on the screen. */
void   gs_journey_window_extents (GsJourney       *self,
                                  const AtspiRect *about,
                                  AtspiRect       *rect);
/* Gives it the focus: there is no window manager. */
void   gs_journey_focus       (GsJourney *self);
/* Where an object lies on the screen, in pixels. */
void   gs_journey_extents     (GsJourney       *self,
                               AtspiAccessible *object,
                               AtspiRect       *rect);
void   gs_journey_move        (GsJourney *self,
                               int        x,
                               int        y);
void   gs_journey_button      (GsJourney *self,
                               gboolean   press);
void   gs_journey_pause       (double     seconds);

G_END_DECLS
