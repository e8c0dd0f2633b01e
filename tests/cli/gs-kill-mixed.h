/* gs-kill-mixed.h: what one of two programs on one workspace does until it is killed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Steps of the history have labels of their own here, so that it can be told
 * from the outside which of them stand, whoever made, undid or redid them. One
 * line to standard output before and after each thing, unbuffered:
 *
 *   begin LABEL<tab>EFFECT   a step is about to be made, with this effect
 *   done LABEL               it was committed
 *   begin !undo, done !undo LABEL, and so with !redo
 *   begin !export, done !export PATH
 *   failed                   the other program got in between
 *
 * EFFECT is "article PATH" or "claim UUID NOTE".
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @name: beginning of everything it calls something. @folder: for the files
 * that it imports and exports. */
int gs_kill_mixed_run (const char *workspace,
                       const char *folder,
                       const char *name,
                       guint32     seed,
                       guint       n_actions);

G_END_DECLS
