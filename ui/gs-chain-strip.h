/* gs-chain-strip.h: a chain of sources, from the publisher to the origin.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): one line, which grows shorter name by name where there
 * is little room. @names: %NULL-terminated, outermost first. */
GtkWidget *gs_chain_strip_new (const char *const *names);

G_END_DECLS
