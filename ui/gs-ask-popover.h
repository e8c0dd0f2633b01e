/* gs-ask-popover.h: asks for one line of text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GS_TYPE_ASK_POPOVER (gs_ask_popover_get_type ())
G_DECLARE_FINAL_TYPE (GsAskPopover, gs_ask_popover, GS, ASK_POPOVER, GtkPopover)

/* Properties: "question", "placeholder", "button" (strings, with mnemonics in
 * the first and last); "required" (boolean: nothing is no answer).
 *
 * Signal "answered" (char *text): the popover has closed. */

/* Opens at @about, with @text (nullable) in it. */
void gs_ask_popover_ask (GsAskPopover *self,
                         GtkWidget    *about,
                         const char   *text);

G_END_DECLS
