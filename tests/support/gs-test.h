/* gs-test.h: what the tests of every room share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A fresh folder for one test, removed with everything in it at the end. */
char       *gs_test_make_folder   (void);
void        gs_test_remove_folder (char       *folder);

/* Path of a seed article or reference.json, or NULL after g_test_skip(). */
char       *gs_test_seed          (const char *name);

/* Path of a file below tests/. */
char       *gs_test_data          (const char *relative);
/* Unpacks a file below tests/ (gzip) to @path. */
void        gs_test_unpack        (const char *relative,
                                   const char *path);

/* The number in that variable of the environment. */
guint       gs_test_number        (const char *variable,
                                   guint       otherwise);

/* Contents, or a test failure that names the file. */
GBytes     *gs_test_read          (const char *path);
void        gs_test_write         (const char *path,
                                   gconstpointer data,
                                   gssize      length);

/* Runs the default main context until @condition holds or @seconds pass; a
 * test failure in the latter case. */
typedef gboolean (*GsTestCondition) (gpointer data);
void        gs_test_pump_until    (GsTestCondition condition,
                                   gpointer        data,
                                   double          seconds);

/* Waits for an asynchronous call: pass this as the callback and a
 * GAsyncResult* initialised to NULL as user data. */
void        gs_test_take_result_cb (GObject       *source,
                                    GAsyncResult  *result,
                                    gpointer       user_data);
void        gs_test_wait_result    (GAsyncResult **result,
                                    double         seconds);

G_END_DECLS
