/* gs-kill-script.h: what the program that is to be killed does.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Before each action the child writes "begin WHAT", after it has returned
 * "done EFFECT …", a line at a time, unbuffered: once a "done" line is in the
 * pipe, no kill may take the action away.
 *
 *   done + article UUID    an article is there
 *   done + claim UUID      a claim is there
 *   done = claim UUID N    its note is now N
 *   done undo, done redo   the last action is taken away, or back
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Works on @workspace until the script ends; writes to standard output. */
int gs_kill_script_run (const char *workspace,
                        guint32     seed,
                        guint       n_actions);

G_END_DECLS
