/* gs-pair-list-private.h: what the parts of the list of pairs share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-ask-popover.h"
#include "gs-conflicts.h"
#include "gs-pair-list.h"

G_BEGIN_DECLS

struct _GsPairList
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GCancellable *reading;
  char *question;
  GPtrArray *pairs; /* GsPair, one a row */
  char *wanted;     /* link of the pair to be chosen when it has been read */
  gboolean anew;    /* what comes replaces what is there */
  gboolean more;
  gboolean focus_wanted; /* when the pairs have been read */
  gboolean next_wanted; /* the next open pair is to be chosen when it has been read */

  GtkFlowBox *tools;
  GtkListBox *list;
  GsAskPopover *dismissal;
  GsAskPopover *annotation;
};

/* gs-pair-list.c */
/* −1 when none is chosen. */
int           gs_pair_list_get_chosen    (GsPairList *self);
const GsPair *gs_pair_list_get_pair      (GsPairList *self);
/* Of the chosen pair, until it is read anew. */
void          gs_pair_list_remember_note (GsPairList *self,
                                          const char *note);
void          gs_pair_list_choose        (GsPairList *self,
                                          int         index,
                                          gboolean    focus);

/* gs-pair-list-triage.c */
void          gs_pair_list_class_install_triage (GtkWidgetClass *widget_class);
void          gs_pair_list_init_triage          (GsPairList     *self);
void          gs_pair_list_update_actions       (GsPairList     *self);
void          gs_pair_list_dismissed_cb         (GsPairList     *self,
                                                 const char     *reason);
void          gs_pair_list_noted_cb             (GsPairList     *self,
                                                 const char     *note);

G_END_DECLS
