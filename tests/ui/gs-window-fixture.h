/* gs-window-fixture.h: a window on a workspace of its own.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-ui-test.h"
#include "gs-window.h"

G_BEGIN_DECLS

typedef struct
{
  char        *folder;
  char        *path; /* of the workspace */
  GsWorkspace *workspace;
  GsWindow    *window;
} GsWindowFixture;

/* An empty workspace, shown in a window of 1366 × 768. */
void       gs_window_fixture_set_up        (GsWindowFixture *self,
                                            gconstpointer    data);
/* The same with the sample dossier in it. */
void       gs_window_fixture_set_up_sample (GsWindowFixture *self,
                                            gconstpointer    data);
void       gs_window_fixture_tear_down     (GsWindowFixture *self,
                                            gconstpointer    data);

/* Waits until the pages have read what they show. */
void       gs_window_fixture_settle        (GsWindowFixture *self);
/* The same where answers lead to no further questions. */
void       gs_window_fixture_settle_once   (GsWindowFixture *self);
/* The first widget below @root of that type, with that accessible label
 * unless @label is NULL; a test failure if there is none. */
gpointer   gs_window_find                 (gpointer         root,
                                            GType            type,
                                            const char      *label);
/* How many records of a type the workspace holds. */
gint64     gs_window_fixture_count         (GsWindowFixture *self,
                                            const GsRecordType *type);
/* UUIDs of a claim and of its article. (transfer full) */
char      *gs_window_fixture_first_claim   (GsWindowFixture *self,
                                            char           **article);
/* Activates an action of the window and waits. */
void       gs_window_fixture_act           (GsWindowFixture *self,
                                            const char      *action);
/* The articles as the library lists them. */
GListModel *gs_window_fixture_library      (GsWindowFixture *self);
gboolean   gs_window_fixture_is_enabled    (GsWindowFixture *self,
                                            GType            type,
                                            const char      *label);

/* Of a zebra and of an ape, with title and text; NULL at the end. */
extern const char *const gs_window_two_articles[];

/* Drops files of these contents on the window, and waits for the import. */
void       gs_window_fixture_drop          (GsWindowFixture *self,
                                            const char *const *contents);
/* For gs_test_pump_until(). @window: a #GsWindow. */
gboolean   gs_window_fixture_import_is_over (gpointer        window);

G_END_DECLS
