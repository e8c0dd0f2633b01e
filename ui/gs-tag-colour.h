/* gs-tag-colour.h: a button that shows the colour of a tag, and chooses another.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_TAG_COLOUR (gs_tag_colour_get_type ())
G_DECLARE_FINAL_TYPE (GsTagColour, gs_tag_colour, GS, TAG_COLOUR, GtkWidget)

GtkWidget *gs_tag_colour_new    (void);
/* @tag: (nullable): shows nothing to be chosen. */
void       gs_tag_colour_show   (GsTagColour         *self,
                                 GsWorkspace         *workspace,
                                 const GsTagListing  *tag);
/* As if the colour had been chosen. */
void       gs_tag_colour_choose (GsTagColour         *self,
                                 const char          *colour);

G_END_DECLS
