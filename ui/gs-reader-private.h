/* gs-reader-private.h: what the parts of the reader share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-claim-resize.h"
#include "gs-find-bar.h"
#include "gs-orphan-bar.h"
#include "gs-similar-bar.h"
#include "gs-reader.h"
#include "gs-reader-view.h"

G_BEGIN_DECLS

struct _GsReader
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GsFindBar *find;
  GsOrphanBar *orphans;
  GsSimilarBar *similar;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *failure;
  GsReaderView *view;
  GtkRevealer *revealer;
  GtkListView *list;
  GtkLabel *position;
  GtkRevealer *footer;
  GtkLabel *description;

  GsWorkspace *workspace;
  GCancellable *cancellable; /* of the reading under way */
  char *article;
  char *modified; /* the article as it is shown */
  gboolean shown; /* its text is in the view */
  gboolean reread; /* what is being read is shown already */
  gboolean focus_wanted;
  char *wanted_claim; /* to go to when the text is there */
  GsClaimResize *resize;
  GListStore *claims; /* GsRow of GsClaimListing, by place */
};

/* gs-reader.c */
void  gs_reader_update_actions        (GsReader       *self);
/* Its position among the claims; GTK_INVALID_LIST_POSITION. @claim: (nullable) */
guint gs_reader_find_claim            (GsReader       *self,
                                       const char     *claim);
/* Emphasises the claim and brings it into sight. */
void  gs_reader_go_to_claim           (GsReader       *self,
                                       const char     *claim);
/* Asks for a claim from these code points. */
void  gs_reader_make_claim            (GsReader       *self,
                                       gint64          start,
                                       gint64          end);

/* gs-reader-passages.c: actions, and (transfer full) a menu for them. */
void        gs_reader_mark_zone      (GtkWidget  *widget,
                                      const char *name,
                                      GVariant   *parameter);
void        gs_reader_place_claim    (GtkWidget  *widget,
                                      const char *name,
                                      GVariant   *parameter);
void        gs_reader_next_orphan    (GtkWidget  *widget,
                                      const char *name,
                                      GVariant   *parameter);
void        gs_reader_reextract      (GtkWidget  *widget,
                                      const char *name,
                                      GVariant   *parameter);
GMenuModel *gs_reader_make_menu      (void);

/* gs-reader-places.c: where the article is left, and where it was left: when lines have heights. */
void        gs_reader_keep_place     (GsReader   *self);
void        gs_reader_find_place     (GsReader   *self);

/* gs-reader-actions.c */
void  gs_reader_class_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
