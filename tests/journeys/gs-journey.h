/* gs-journey.h: the real program, driven as its users drive it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Widgets are found over the accessibility bus by role and name, which is
 * also how a screen reader finds them; keys and clicks come through the X
 * server. Every wait has a deadline, and a failure leaves a picture of the
 * screen and the tree of accessible objects.
 */

#pragma once

#include <atspi/atspi-constants.h>

#include "gs-test.h"

G_BEGIN_DECLS

/* Seconds to wait for anything that should come at once. */
#define GS_JOURNEY_PATIENCE 20.0

typedef struct _GsJourney GsJourney;
/* A widget, as a screen reader sees it. It may go while it is held. */
typedef struct _GsJourneyObject GsJourneyObject;

void             gs_journey_object_free (GsJourneyObject   *object);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsJourneyObject, gs_journey_object_free)

/* Starts the program that $GAINSAY names. @arguments: NULL-terminated. */
GsJourney       *gs_journey_start      (const char *const  *arguments);
/* Ends it by closing its window; its exit status must be 0. */
void             gs_journey_quit       (GsJourney          *self);

/* The showing object of that role and name; @name NULL for any. Waits for it:
 * a test failure when it does not come. (transfer full) */
GsJourneyObject *gs_journey_find       (GsJourney          *self,
                                        AtspiRole           role,
                                        const char         *name);
/* The same without waiting, NULL when there is none; @name may have "*" in it. */
GsJourneyObject *gs_journey_look       (GsJourney          *self,
                                        AtspiRole           role,
                                        const char         *name);
void             gs_journey_wait_gone  (GsJourney          *self,
                                        AtspiRole           role,
                                        const char         *name);

/* Waits until @condition holds; @what names it in the failure. */
void             gs_journey_wait       (GsJourney          *self,
                                        const char         *what,
                                        GsTestCondition     condition,
                                        gpointer            data);
/* Waits until the program has nothing to do for a moment. */
void             gs_journey_settle     (GsJourney          *self);

/* "Control+Shift+z", "Return", "F6": names of X key symbols. */
void             gs_journey_key        (GsJourney          *self,
                                        const char         *keys);
/* Waits until the focus is there; "*" as for gs_journey_look(). */
void             gs_journey_wait_focus (GsJourney          *self,
                                        AtspiRole           role,
                                        const char         *name);
/* What has it, if it is that; NULL otherwise. (transfer full) */
GsJourneyObject *gs_journey_look_focused (GsJourney        *self,
                                        AtspiRole           role,
                                        const char         *name);
/* Waits for the focus to be in that entry and types over what is in it. */
void             gs_journey_write      (GsJourney          *self,
                                        AtspiRole           role,
                                        const char         *name,
                                        const char         *text);
/* Presses Tab until the focus is there: the way of those who have no mouse. */
void             gs_journey_tab_to     (GsJourney          *self,
                                        AtspiRole           role,
                                        const char         *name);
void             gs_journey_type       (GsJourney          *self,
                                        const char         *text); /* ASCII */
void             gs_journey_click      (GsJourney          *self,
                                        AtspiRole           role,
                                        const char         *name);
void             gs_journey_click_on   (GsJourneyObject    *object);
/* Puts the keyboard focus there and types over what is in it. */
void             gs_journey_fill       (GsJourney          *self,
                                        const char         *name,
                                        const char         *text);

/* Text of an object, and what is selected in it. (transfer full) */
char            *gs_journey_text       (GsJourneyObject    *object);
char            *gs_journey_selection  (GsJourneyObject    *object);
/* Drags over @sentence in a text view with the mouse, which scrolls to it and
 * feels for its place by clicking: GTK 4.8 tells nobody where a character is. */
void             gs_journey_drag_over  (GsJourneyObject    *view,
                                        const char         *sentence);
/* Selects @sentence with keys alone. */
void             gs_journey_key_over   (GsJourneyObject    *view,
                                        const char         *sentence);

/* Waits until the text view of that name shows @phrase. (transfer full) */
GsJourneyObject *gs_journey_wait_text  (GsJourney          *self,
                                        const char         *name,
                                        const char         *phrase);
/* Waits until gainsayctl lists so many in that file: "claims", "links". */
void             gs_journey_wait_count (GsJourney          *self,
                                        const char         *workspace,
                                        const char         *listing,
                                        guint               wanted);

/* Without hands: an action that the object itself offers ("Click"); a text put
 * into it; its caret at the beginning of a phrase. Waits for what is to come. */
void             gs_journey_act        (GsJourney          *self,
                                        AtspiRole           role,
                                        const char         *name,
                                        const char         *action);
void             gs_journey_enter      (GsJourney          *self,
                                        AtspiRole           role,
                                        const char         *name,
                                        const char         *text);
void             gs_journey_place_caret (GsJourneyObject   *view,
                                        const char         *phrase);

/* A picture of the screen and the tree of objects, where GAINSAY_SHOTS is; of a
 * "failure" in the test's build folder, too. */
void             gs_journey_shot       (GsJourney          *self,
                                        const char         *name);

G_END_DECLS
