/* gs-kill.h: what the tests share that kill programs, and the programs that they kill.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-names.h"

G_BEGIN_DECLS

/* In the program to be killed. One line to standard output in one write, so
 * that a kill leaves whole lines. */
void          gs_kill_say           (const char       *format,
                                     ...) G_GNUC_PRINTF (1, 2);
/* An article of any size, so that kills fall into writes of many pages, too. (transfer full) */
char         *gs_kill_make_text     (GRand            *random,
                                     const char       *title,
                                     guint             shipment);
/* A claim on its beginning. (transfer full) */
GsClaimDraft *gs_kill_draft_claim   (GRand            *random,
                                     const char       *article,
                                     const char       *summary);

/* In the test. (transfer full) (nullable) */
char         *gs_kill_read_line     (GDataInputStream *lines);
/* What there is, by UUID or path, with its note. (transfer full) */
GHashTable   *gs_kill_state_new     (void);
/* Whether everything in @wanted is in @found, with @n_more others. */
gboolean      gs_kill_state_matches (GHashTable       *found,
                                     GHashTable       *wanted,
                                     guint             n_more);
/* What gainsayctl says of it. */
gboolean      gs_kill_is_clean      (const char       *workspace);

G_END_DECLS
