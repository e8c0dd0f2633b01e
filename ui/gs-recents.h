/* gs-recents.h: names used lately, each a number key away.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_RECENTS (gs_recents_get_type ())
G_DECLARE_FINAL_TYPE (GsRecents, gs_recents, GS, RECENTS, GtkWidget)

/* Signal "picked" (char *name, GtkWidget *entry): by a click, then entry is
 * NULL, or by a number key in an empty entry. */

typedef enum
{
  GS_RECENTS_TAGS,
  GS_RECENTS_SOURCES,
  GS_RECENTS_GIVEN, /* what gs_recents_set_names() says, one to a line */
} GsRecentsKind;

GtkWidget *gs_recents_new       (GsRecentsKind       kind);
void       gs_recents_set_kind  (GsRecents          *self,
                                 GsRecentsKind       kind);
/* Reads what the claims changed last were given. @workspace: (nullable). */
void       gs_recents_read      (GsRecents          *self,
                                 GsWorkspace        *workspace);
/* At most nine are shown. */
void       gs_recents_set_names (GsRecents          *self,
                                 const char * const *names);
/* Number keys in @entry, while it is empty, pick a name. */
void       gs_recents_add_entry (GsRecents          *self,
                                 GtkWidget          *entry);

G_END_DECLS
