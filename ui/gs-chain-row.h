/* gs-chain-row.h: one source of a chain: its name, and how it speaks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_CHAIN_ROW (gs_chain_row_get_type ())
G_DECLARE_FINAL_TYPE (GsChainRow, gs_chain_row, GS, CHAIN_ROW, GtkWidget)

/* Signals: "changed": by the analyst; "remove-me"; "move-me" (int by): up or
 * down; "dropped" (GsChainRow *other, gboolean below): put beside this one. */

GtkWidget         *gs_chain_row_new        (GsWorkspace       *workspace);
GtkWidget         *gs_chain_row_get_entry  (GsChainRow        *self);
/* @hop: (nullable): how the source speaks; copied. */
void               gs_chain_row_set        (GsChainRow        *self,
                                            const char        *name,
                                            const GsHopRecord *hop);
/* (transfer full): how the source speaks, as typed; the source not set. */
GsHopRecord       *gs_chain_row_get_hop    (GsChainRow        *self);
/* Names its parts; @number from 1. */
void               gs_chain_row_set_number (GsChainRow        *self,
                                            guint              number,
                                            guint              total);

G_END_DECLS
