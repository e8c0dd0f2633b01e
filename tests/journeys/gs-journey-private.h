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
  GDBusConnection *bus;     /* of accessibility */
  char            *program; /* its name there */
  Display         *display;
};

struct _GsJourneyObject
{
  GsJourney *journey;
  char      *path;
  char      *window; /* path of the one it is in */
  gboolean   sensitive; /* when it was found */
};

/* Pixels. */
typedef struct
{
  int x;
  int y;
  int width;
  int height;
} GsJourneyRect;

/* Over the bus. Nothing fails: an object may have gone since it was found. */
void       gs_journey_connect        (GsJourney           *self);
gboolean   gs_journey_find_program   (GsJourney           *self);
/* (transfer full) (nullable); @interface without its common beginning. */
GVariant  *gs_journey_call           (GsJourney           *self,
                                      const char          *path,
                                      const char          *interface,
                                      const char          *method,
                                      GVariant            *arguments,
                                      const char          *type);
/* Paths of the children of all of them, in no order. (transfer full) */
GPtrArray *gs_journey_ask_children   (GsJourney           *self,
                                      const GPtrArray     *paths);
/* -1 when there is none. */
int        gs_journey_get_number     (GsJourney           *self,
                                      const char          *path,
                                      const char          *interface,
                                      const char          *property);
/* What the program was sent before, keys included, is done when it answers. */
void       gs_journey_round_trip     (GsJourney           *self);
/* The tree of objects, a line each. (transfer full) */
char      *gs_journey_describe       (GsJourney           *self);

/* The program's uppermost window that takes the focus; None when there is none. */
Window     gs_journey_top_window     (GsJourney           *self);
/* Where the program's window of about that size lies on the screen. */
void       gs_journey_window_extents (GsJourney           *self,
                                      const GsJourneyRect *about,
                                      GsJourneyRect       *rect);
/* Gives it the focus: there is no window manager. */
void       gs_journey_focus          (GsJourney           *self);
/* Where an object lies on the screen, in pixels. */
void       gs_journey_extents        (GsJourneyObject     *object,
                                      GsJourneyRect       *rect);
void       gs_journey_move           (GsJourney           *self,
                                      int                  x,
                                      int                  y);
void       gs_journey_button         (GsJourney           *self,
                                      guint                button,
                                      gboolean             press);
void       gs_journey_pause          (double               seconds);

G_END_DECLS
