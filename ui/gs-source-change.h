/* gs-source-change.h: what the page of a source changes in it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

/**
 * GsSourceChange:
 * @GS_SOURCE_RENAME: its name to @a
 * @GS_SOURCE_SET_KIND: its kind to the nick @a
 * @GS_SOURCE_SET_NOTE: its note to @a
 * @GS_SOURCE_SET_WHOLE: what it is part of to the source @a, nothing when absent
 * @GS_SOURCE_ADD_ALIAS: the name @a in the language @b
 * @GS_SOURCE_SET_ALIAS: the name at the place to @a, in the language @b
 * @GS_SOURCE_REMOVE_ALIAS: the name at the place
 * @GS_SOURCE_ADD_PARTY: an affiliation to the source @a, from @b to @c
 * @GS_SOURCE_REMOVE_PARTY: the affiliation at the place
 * @GS_SOURCE_RATE: a rating of the nick @a, on the topic @b, on the basis of @c
 */
typedef enum
{
  GS_SOURCE_RENAME,
  GS_SOURCE_SET_KIND,
  GS_SOURCE_SET_NOTE,
  GS_SOURCE_SET_WHOLE,
  GS_SOURCE_ADD_ALIAS,
  GS_SOURCE_SET_ALIAS,
  GS_SOURCE_REMOVE_ALIAS,
  GS_SOURCE_ADD_PARTY,
  GS_SOURCE_REMOVE_PARTY,
  GS_SOURCE_RATE,
} GsSourceChange;

/* Returns at once; one action, with a toast that can undo it, follows. Texts
 * may be NULL. */
void gs_source_change (GtkWidget      *widget,
                       GsWorkspace    *workspace,
                       const char     *source,
                       GsSourceChange  what,
                       guint           place,
                       const char     *a,
                       const char     *b,
                       const char     *c);

G_END_DECLS
