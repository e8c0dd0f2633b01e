/* gs-completion-entry.h: an entry that offers names the workspace knows.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_COMPLETION_ENTRY (gs_completion_entry_get_type ())
G_DECLARE_FINAL_TYPE (GsCompletionEntry, gs_completion_entry, GS, COMPLETION_ENTRY, GtkEntry)

/* Signal "picked" (char *name): a suggestion was chosen; the text is set
 * already. Names are read from the workspace when the entry gets the focus. */

GtkWidget *gs_completion_entry_new        (void);

/* @listing: gs_tag_listing_type, gs_source_listing_type or
 * gs_question_listing_type; gs_slot_type for the entities of slots.
 * @workspace: (nullable). */
void       gs_completion_entry_set_source (GsCompletionEntry  *self,
                                           GsWorkspace        *workspace,
                                           const GsRecordType *listing);

/* Offers these names instead, for tests and for short fixed lists. */
void       gs_completion_entry_set_names  (GsCompletionEntry  *self,
                                           const char * const *names);

/* (nullable): how the listing spells the name in the entry, if it is known. */
const char *gs_completion_entry_find      (GsCompletionEntry  *self,
                                           const char         *name);

G_END_DECLS
