/* gs-folding-page.h: a page whose panes lie side by side, or one behind the other.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GS_TYPE_FOLDING_PAGE (gs_folding_page_get_type ())

/* Properties: "folded" (boolean): too narrow for more than one pane at a time; "can-go-back"
 * (boolean, read-only): folded, and not at the first pane. */
G_DECLARE_DERIVABLE_TYPE (GsFoldingPage, gs_folding_page, GS, FOLDING_PAGE, GtkWidget)

struct _GsFoldingPageClass
{
  GtkWidgetClass parent_class;

  /* Shows the panes that are to be seen: all, or when folded the one of that depth. */
  void (*arrange) (GsFoldingPage *self, gboolean folded, guint depth);
  /* Leaves a pane; without it, for the first. */
  void (*go_back) (GsFoldingPage *self);
};

gboolean gs_folding_page_is_folded   (GsFoldingPage *self);
guint    gs_folding_page_get_depth   (GsFoldingPage *self);
void     gs_folding_page_go_to       (GsFoldingPage *self,
                                      guint          depth);
gboolean gs_folding_page_can_go_back (GsFoldingPage *self);
void     gs_folding_page_go_back     (GsFoldingPage *self);

G_END_DECLS
