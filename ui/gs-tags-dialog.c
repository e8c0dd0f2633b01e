/* gs-tags-dialog.c: the tags of the workspace and their colours.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-tags-dialog.h"

#include <glib/gi18n.h>

#include "gs-isolate.h"
#include "gs-paged-list.h"
#include "gs-tag-colour.h"
#include "gs-tooltip.h"

struct _GsTagsDialog
{
  AdwWindow parent_instance;

  GsWorkspace *workspace;
  GsPagedList *tags;
  GtkEditable *search;
  GtkStack *stack;
  AdwToastOverlay *toasts;
};

enum
{
  SHOW_CLAIMS,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsTagsDialog, gs_tags_dialog, ADW_TYPE_WINDOW)

static void
list_changed_cb (GsTagsDialog *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->tags)) > 0 || gs_paged_list_is_loading (self->tags);
  gboolean searching = *gtk_editable_get_text (self->search) != '\0';

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : searching ? "nothing" : "empty");
}

static void
searched_cb (GsTagsDialog *self)
{
  const char *text = gtk_editable_get_text (self->search);
  GsListFilter filter = { .text = *text != '\0' ? (char *) text : NULL, .order = GS_ORDER_TEXT };

  gs_paged_list_set_filter (self->tags, &filter);
}

/* Its window stays until the signal is over. */
static void
activated_cb (GsTagsDialog *self, guint position)
{
  g_autoptr (GsTagsDialog) kept = g_object_ref (self);
  g_autoptr (GsRow) row = g_list_model_get_item (G_LIST_MODEL (self->tags), position);

  if (row == NULL || gs_row_get_uuid (row) == NULL)
    return;

  g_signal_emit (self, signals[SHOW_CLAIMS], 0, gs_row_get_uuid (row));
  gtk_window_close (GTK_WINDOW (self));
}

/* Rows ------------------------------------------------------------------------ */

static GtkWidget *
label_new (gboolean dim)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0.f);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gs_tooltip_when_cut (label);
  if (dim)
    {
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines), label_new (FALSE));
  gtk_box_append (GTK_BOX (lines), label_new (TRUE));
  gtk_box_append (GTK_BOX (row), gs_tag_colour_new ());
  gtk_box_append (GTK_BOX (row), lines);
  gtk_list_item_set_child (item, row);
}

static void
show_row (GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *lines = gtk_widget_get_last_child (row);
  GsTagsDialog *self = g_object_get_data (G_OBJECT (item), "dialog");
  const GsTagListing *tag = gs_row_get_record (gtk_list_item_get_item (item));
  g_autofree char *count = NULL;
  g_autofree char *line = NULL;

  gs_tag_colour_show (GS_TAG_COLOUR (gtk_widget_get_first_child (row)), self->workspace, tag);
  if (tag == NULL)
    return;

  count = g_strdup_printf (g_dngettext (NULL, "%'lu claim", "%'lu claims", (gulong) tag->claims), (gulong) tag->claims);
  line = tag->description != NULL && *tag->description != '\0' ? gs_compose ("%s · %s", count, tag->description)
                                                               : g_strdup (count);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (lines)), tag->path);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (lines)), line);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer dialog)
{
  g_object_set_data (G_OBJECT (item), "dialog", dialog);
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::loaded", G_CALLBACK (show_row), item,
                           G_CONNECT_SWAPPED);
  show_row (item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_row, item);
}

/* Layout ---------------------------------------------------------------------- */

static GtkWidget *
list_new (GsTagsDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *list;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  list =
    gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->tags)))), factory);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tags"), -1);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);

  return scroller;
}

static GtkWidget *
status_new (const char *icon, const char *title, const char *description)
{
  return g_object_new (ADW_TYPE_STATUS_PAGE, "icon-name", icon, "title", title, "description", description, NULL);
}

static void
fill (GsTagsDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *search = gtk_search_entry_new ();

  self->search = GTK_EDITABLE (search);
  gtk_widget_set_margin_start (search, 6);
  gtk_widget_set_margin_end (search, 6);
  gtk_widget_set_margin_top (search, 6);
  gtk_widget_set_margin_bottom (search, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search tags"), -1);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (searched_cb), self);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_stack_add_named (self->stack, list_new (self), "list");
  gtk_stack_add_named (self->stack,
                       status_new ("gs-claims-symbolic", _ ("No Tags Yet"),
                                   _ ("Tags are made by typing them where a claim is edited.")),
                       "empty");
  gtk_stack_add_named (self->stack, status_new ("edit-find-symbolic", _ ("No Tag Matches"), NULL), "nothing");

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), search);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, box);
  adw_window_set_content (ADW_WINDOW (self), GTK_WIDGET (self->toasts));
  list_changed_cb (self);
}

/**
 * gs_tags_dialog_new:
 * @parent: (nullable): what it belongs to
 * @workspace: a workspace
 *
 * Returns: (transfer floating): the dialog, to be presented
 */
GtkWidget *
gs_tags_dialog_new (GtkWindow *parent, GsWorkspace *workspace)
{
  GsTagsDialog *self = g_object_new (GS_TYPE_TAGS_DIALOG, NULL);
  GsListFilter filter = { .order = GS_ORDER_TEXT };

  gtk_window_set_title (GTK_WINDOW (self), _ ("Tags"));
  gtk_window_set_default_size (GTK_WINDOW (self), 480, 560);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  self->tags = gs_paged_list_new (workspace, &gs_tag_listing_type, &filter);
  fill (self);
  g_signal_connect_object (self->tags, "items-changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tags, "notify::loading", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

static void
gs_tags_dialog_dispose (GObject *object)
{
  GsTagsDialog *self = GS_TAGS_DIALOG (object);

  g_clear_object (&self->tags);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (gs_tags_dialog_parent_class)->dispose (object);
}

static void
gs_tags_dialog_class_init (GsTagsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_tags_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  signals[SHOW_CLAIMS] = g_signal_new ("show-claims", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
gs_tags_dialog_init (GsTagsDialog *self)
{
}
