/* gs-window-private.h: what the parts of the window share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-articles-page.h"
#include "gs-backup-keeper.h"
#include "gs-claims-page.h"
#include "gs-compare-page.h"
#include "gs-conflicts-page.h"
#include "gs-import-bar.h"
#include "gs-search-popover.h"
#include "gs-sources-page.h"
#include "gs-timeline-page.h"
#include "gs-tour-bar.h"
#include "gs-window.h"

G_BEGIN_DECLS

struct _GsWindow
{
  AdwApplicationWindow parent_instance;

  GsWorkspace *workspace;
  char *path; /* of what is open or being opened */
  GCancellable *opening;
  GAsyncResult *opened; /* (nullable): waits for the first frame */
  guint taking; /* source that takes it; 0 for none */
  gboolean drawn; /* the window has been seen */
  GPtrArray *waiting_paths; /* to import once the workspace is open */
  guint switcher_idle; /* source that updates the switcher; 0 for none */
  gboolean folded;
  gboolean narrow;
  gboolean remembers; /* size and page are kept for the next start */
  GsBackupKeeper *keeper; /* (nullable) */
  gboolean follows_settings; /* of backups */

  AdwToastOverlay *toasts;
  AdwHeaderBar *header;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewSwitcherBar *switcher_bar;
  GtkWidget *back;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkMenuButton *search_button;
  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
  GMenu *recent_menu;
  GtkRevealer *read_only;
  GtkLabel *read_only_label;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwViewStack *pages; /* this and the next six: NULL before the first workspace */
  GsArticlesPage *articles;
  GsClaimsPage *claims;
  GsSourcesPage *sources;
  GtkStack *conflicts_stack;
  GsConflictsPage *conflicts;
  GsComparePage *compare;
  GsTimelinePage *timeline;
  GsImportBar *import_bar;
  GsSearchPopover *search;
  GsTourBar *tour; /* (nullable): nobody has asked for it yet */
};

/* gs-window.c */
/* Makes what opens over the window; once it has been seen, or needs it. */
void gs_window_complete              (GsWindow       *self);
/* @name: "welcome", "opening" or "workbench". */
void gs_window_show_stage            (GsWindow       *self,
                                      const char     *name);

/* gs-window-workbench.c */
void gs_window_class_install_workbench (GtkWidgetClass *widget_class);
/* Hands it to all that show it; builds the pages for the first one. */
void gs_window_give_workspace        (GsWindow       *self);
void gs_window_update_back           (GsWindow       *self);
/* Asked for by the analyst, who goes on in the text. */
void gs_window_open_claim            (GsWindow       *self,
                                      const char     *article,
                                      const char     *claim);

/* gs-window-tour.c */
void gs_window_class_install_tour    (GtkWidgetClass *widget_class);

/* gs-window-frame.c */
void gs_window_class_install_frame   (GtkWidgetClass *widget_class);
void gs_window_update_annotator      (GsWindow       *self);

/* gs-window-actions.c */
void gs_window_class_install_actions (GtkWidgetClass *widget_class);
void gs_window_update_actions        (GsWindow       *self);

/* gs-window-files.c */
/* Has what has been opened shown as soon as nothing is more urgent. */
void gs_window_take_opened           (GsWindow       *self);
void gs_window_choose_new            (GsWindow       *self);
void gs_window_choose_open           (GsWindow       *self);
/* Asks which page to fetch; @address: (nullable): to begin with. */
void gs_window_ask_address           (GsWindow       *self,
                                      const char     *address);
void gs_window_choose_import         (GsWindow       *self,
                                      gboolean        folder);
/* Asks for another workspace and shows what merging it would do. */
void gs_window_choose_merge          (GsWindow       *self);
void gs_window_add_drop_target       (GsWindow       *self);
/* Opens in this window, or in a new one if this one is taken. */
void gs_window_open_beside           (GsWindow       *self,
                                      const char     *path);
void gs_window_make_and_open         (GsWindow       *self,
                                      const char     *path);

/* gs-window-folders.c */
typedef void (*GsWindowPathFunc)     (GsWindow       *self,
                                      const char     *path);
/* Whether files come through portals, each without its folder. */
gboolean gs_window_is_confined       (void);
/* @path: of a workspace that came so. */
void gs_window_ask_folder            (GsWindow       *self,
                                      const char     *path,
                                      GsWindowPathFunc func);
void gs_window_take_folder           (GsWindow       *self,
                                      const char     *folder,
                                      const char     *name,
                                      GsWindowPathFunc func);
void gs_window_ask_new               (GsWindow       *self);

/* gs-window-backups.c */
/* From when a workspace is shown until gs_window_stop_backups(). */
void gs_window_keep_backups          (GsWindow       *self);
void gs_window_stop_backups          (GsWindow       *self);
void gs_window_choose_copy           (GsWindow       *self);
/* Says why @path cannot be opened, and what can be done about it. */
void gs_window_offer_rescue          (GsWindow       *self,
                                      const char     *path,
                                      const GError   *error);

G_END_DECLS
