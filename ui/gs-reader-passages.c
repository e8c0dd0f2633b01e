/* gs-reader-passages.c: what a passage is, where a lost claim belongs, and the menu of both.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-private.h"

#include <glib/gi18n.h>

#include "gs-perform.h"
#include "gs-reextract.h"
#include "gs-rezone.h"
#include "gs-row.h"

void
gs_reader_mark_zone (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsReader *self = GS_READER (widget);
  gint64 start = 0;
  gint64 end = 0;
  int kind = GS_ZONE_BODY;

  if (!gs_word_from_nick (&gs_zone_kinds, g_variant_get_string (parameter, NULL), &kind))
    return;
  if (!gs_reader_view_get_selection (self->view, &start, &end))
    start = end = gs_reader_view_get_caret (self->view);

  gs_perform_built (widget, self->workspace, gs_rezone_build, gs_rezone_new (self->article, start, end, kind),
                    (GDestroyNotify) gs_rezone_free, NULL);
}

void
gs_reader_place_claim (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsReader *self = GS_READER (widget);
  guint at = gs_reader_find_claim (self, gs_orphan_bar_get_claim (self->orphans));
  g_autoptr (GsRow) row = NULL;
  gint64 start;
  gint64 end;

  if (at == GTK_INVALID_LIST_POSITION || !gs_reader_view_get_selection (self->view, &start, &end))
    return;

  row = g_list_model_get_item (G_LIST_MODEL (self->claims), at);
  gs_claim_resize_to (self->resize, self->workspace, gs_row_get_record (row), start, end);
  gs_claim_resize_flush (self->resize);
}

void
gs_reader_next_orphan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gs_orphan_bar_go_on (GS_READER (widget)->orphans);
}

void
gs_reader_reextract (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GsReader *self = GS_READER (widget);

  gs_perform_built (widget, self->workspace, gs_reextract_build, g_strdup (self->article), g_free, NULL);
}

GMenuModel *
gs_reader_make_menu (void)
{
  g_autoptr (GMenu) kinds = g_menu_new ();
  GMenu *menu = g_menu_new ();
  static const struct
  {
    const char *nick;
    const char *label;
  } items[] = {
    { "title", N_ ("_Title") },
    { "subhead", N_ ("_Subheading") },
    { "body", N_ ("_Body Text") },
    { "caption", N_ ("_Caption") },
    { "credit", N_ ("C_redit") },
    { "teaser", N_ ("T_easer") },
    { "boilerplate", N_ ("B_oilerplate") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (items[i].label), NULL);

      g_menu_item_set_action_and_target (item, "reader.mark-zone", "s", items[i].nick);
      g_menu_append_item (kinds, item);
    }
  g_menu_append (menu, _ ("Copy as _Quotation"), "reader.copy-quotation");
  g_menu_append_submenu (menu, _ ("_Mark Passage As"), G_MENU_MODEL (kinds));
  g_menu_append (menu, _ ("_Read Article Anew"), "reader.reextract");

  return G_MENU_MODEL (menu);
}
