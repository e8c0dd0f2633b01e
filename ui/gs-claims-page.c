/* gs-claims-page.c: the table of all claims.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-claims-page.h"

#include <glib/gi18n.h>

#include "gs-claims-bulk.h"
#include "gs-claims-columns.h"
#include "gs-labels.h"
#include "gs-paged-list.h"
#include "gs-panes.h"
#include "gs-picker.h"
#include "gs-settings.h"

struct _GsClaimsPage
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GsPagedList *claims;
  GtkMultiSelection *selection;
  GsListFilter *filter;
  gboolean updating; /* what is shown follows the filter, not the other way round */
  gboolean folded;

  GtkEditable *entry;
  GsPicker *question;
  GsPicker *source;
  GsPicker *tag;
  GtkDropDown *stance;
  GtkWidget *missing; /* the button of the three that follow */
  GtkCheckButton *untagged;
  GtkCheckButton *unanswering;
  GtkCheckButton *orphaned;
  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *count;
  GtkWidget *tag_button;
  GtkPopover *tag_popover;
  GtkEditable *tag_entry;
};

enum
{
  OPEN_CLAIM,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsClaimsPage, gs_claims_page, GTK_TYPE_WIDGET)

static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static gboolean
is_filtered (const GsListFilter *filter)
{
  return filter->text != NULL || filter->question != NULL || filter->source != NULL || filter->tag != NULL
         || filter->stance != NULL || filter->untagged || filter->unanswering || filter->orphaned;
}

static GtkBitset *
get_chosen (GsClaimsPage *self)
{
  return self->selection != NULL ? gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection))
                                 : gtk_bitset_new_empty ();
}

/* Where there is little room, in figures alone. */
static char *
describe_count (GsClaimsPage *self, guint n, gulong n_chosen, gboolean partial)
{
  if (self->folded)
    return n_chosen > 0 ? g_strdup_printf ("%'lu/%'u", n_chosen, n) : g_strdup_printf ("%'u%s", n, partial ? "+" : "");
  if (partial && n_chosen == 0)
    return g_strdup_printf (_ ("At least %'u claims"), n);
  if (n_chosen > 0)
    return g_strdup_printf (g_dngettext (NULL, "%'lu of %'u claim selected", "%'lu of %'u claims selected", n),
                            n_chosen, n);

  return g_strdup_printf (g_dngettext (NULL, "%'u claim", "%'u claims", n), n);
}

static void
selection_changed_cb (GsClaimsPage *self)
{
  g_autoptr (GtkBitset) chosen = get_chosen (self);
  gulong n_chosen = (gulong) gtk_bitset_get_size (chosen);
  guint n = self->claims != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->claims)) : 0;
  gboolean writable = self->workspace != NULL && !gs_workspace_is_read_only (self->workspace);
  gboolean partial = self->claims != NULL && gs_paged_list_is_partial (self->claims);
  g_autofree char *text = describe_count (self, n, n_chosen, partial);

  gtk_label_set_label (self->count, text);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "claims.open", n_chosen == 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "claims.delete", writable && n_chosen > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "claims.add-tag", writable && n_chosen > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "claims.remove-tag", writable && n_chosen > 0);
  gtk_widget_set_sensitive (self->tag_button, writable && n_chosen > 0);
}

static void
list_changed_cb (GsClaimsPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->claims));
  const char *page = n > 0 || gs_paged_list_is_loading (self->claims) ? "table"
                     : is_filtered (self->filter)                     ? "nothing"
                                                                      : "empty";

  gtk_stack_set_visible_child_name (self->stack, page);
  selection_changed_cb (self);
}

static void
gs_claims_page_apply_filter (GsClaimsPage *self)
{
  if (self->workspace == NULL)
    return;

  if (self->claims != NULL)
    gs_paged_list_set_filter (self->claims, self->filter);
  gs_settings_save_filter ("claims-filter", gs_workspace_get_path (self->workspace), self->filter);

  if (self->filter->untagged || self->filter->unanswering || self->filter->orphaned)
    gtk_widget_add_css_class (self->missing, "accent");
  else
    gtk_widget_remove_css_class (self->missing, "accent");
}

static void
filter_edited_cb (GsClaimsPage *self)
{
  const char *text;
  g_autofree char *prefix = NULL;
  guint stance;

  if (self->updating || self->filter == NULL)
    return;

  text = gtk_editable_get_text (self->entry);
  stance = gtk_drop_down_get_selected (self->stance);
  /* The last word may still be being typed. */
  prefix = *text != '\0' && !g_str_has_suffix (text, "\"") ? g_strconcat (text, "*", NULL) : g_strdup (text);

  replace (&self->filter->text, prefix);
  replace (&self->filter->question, gs_picker_get_uuid (self->question));
  replace (&self->filter->source, gs_picker_get_uuid (self->source));
  replace (&self->filter->tag, gs_picker_get_uuid (self->tag));
  replace (&self->filter->stance, stance > 0 ? gs_word_to_nick (&gs_stances, (int) stance - 1) : NULL);
  self->filter->untagged = gtk_check_button_get_active (self->untagged);
  self->filter->unanswering = gtk_check_button_get_active (self->unanswering);
  self->filter->orphaned = gtk_check_button_get_active (self->orphaned);

  gs_claims_page_apply_filter (self);
}

static void
sort_changed_cb (GsClaimsPage *self)
{
  if (self->updating || self->claims == NULL)
    return;

  gs_claims_columns_get_sort (self->view, &self->filter->order, &self->filter->descending);
  gs_claims_page_apply_filter (self);
}

/* Makes the widgets say what the filter says. */
static void
show_filter (GsClaimsPage *self)
{
  int stance = -1;

  gs_word_from_nick (&gs_stances, self->filter->stance, &stance);

  self->updating = TRUE;
  gtk_editable_set_text (self->entry, "");
  gs_picker_set_uuid (self->question, self->filter->question);
  gs_picker_set_uuid (self->source, self->filter->source);
  gs_picker_set_uuid (self->tag, self->filter->tag);
  gtk_drop_down_set_selected (self->stance, (guint) (stance + 1));
  gtk_check_button_set_active (self->untagged, self->filter->untagged);
  gtk_check_button_set_active (self->unanswering, self->filter->unanswering);
  gtk_check_button_set_active (self->orphaned, self->filter->orphaned);
  gs_claims_columns_show_sort (self->view, self->filter->order, self->filter->descending);
  self->updating = FALSE;
}

static void
clear_filters (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsClaimsPage *self = GS_CLAIMS_PAGE (widget);
  int order = self->filter->order;
  gboolean descending = self->filter->descending;

  gs_list_filter_free (self->filter);
  self->filter = gs_record_new (&gs_list_filter_type);
  self->filter->order = order;
  self->filter->descending = descending;
  show_filter (self);
  gs_claims_page_apply_filter (self);
}

static void
row_activated_cb (GsClaimsPage *self, guint position)
{
  g_autoptr (GsRow) row = g_list_model_get_item (G_LIST_MODEL (self->claims), position);
  const GsClaimListing *claim = row != NULL ? gs_row_get_record (row) : NULL;

  if (claim != NULL)
    g_signal_emit (self, signals[OPEN_CLAIM], 0, claim->article, claim->uuid);
}

static void
open_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsClaimsPage *self = GS_CLAIMS_PAGE (widget);
  g_autoptr (GtkBitset) chosen = get_chosen (self);

  if (!gtk_bitset_is_empty (chosen))
    row_activated_cb (self, gtk_bitset_get_minimum (chosen));
}

static void
delete_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsClaimsPage *self = GS_CLAIMS_PAGE (widget);
  g_autoptr (GtkBitset) chosen = get_chosen (self);

  gs_claims_bulk_delete (widget, self->workspace, self->claims, chosen);
}

static void
retag_selected (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  GsClaimsPage *self = GS_CLAIMS_PAGE (widget);
  g_autoptr (GtkBitset) chosen = get_chosen (self);
  g_autofree char *path = g_strstrip (g_strdup (gtk_editable_get_text (self->tag_entry)));

  if (*path == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->tag_entry));
      return;
    }

  gtk_popover_popdown (self->tag_popover);
  if (g_str_equal (action_name, "claims.add-tag"))
    gs_claims_bulk_add_tag (widget, self->workspace, self->claims, chosen, path);
  else
    gs_claims_bulk_remove_tag (widget, self->workspace, self->claims, chosen, path);
}

static void
show_claims (GsClaimsPage *self)
{
  self->claims = gs_paged_list_new (self->workspace, &gs_claim_listing_type, self->filter);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->claims)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->claims, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->claims, "notify::loading", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  list_changed_cb (self);
}

/* A long table is only read when it is looked at. */
static void
gs_claims_page_map (GtkWidget *widget)
{
  GsClaimsPage *self = GS_CLAIMS_PAGE (widget);

  if (self->workspace != NULL && self->claims == NULL)
    show_claims (self);

  GTK_WIDGET_CLASS (gs_claims_page_parent_class)->map (widget);
}

static void
gs_claims_page_dispose (GObject *object)
{
  GsClaimsPage *self = GS_CLAIMS_PAGE (object);
  GtkWidget *child;

  if (self->view != NULL)
    gs_claims_page_set_workspace (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;

  G_OBJECT_CLASS (gs_claims_page_parent_class)->dispose (object);
}

static void
gs_claims_page_finalize (GObject *object)
{
  gs_list_filter_free (GS_CLAIMS_PAGE (object)->filter);

  G_OBJECT_CLASS (gs_claims_page_parent_class)->finalize (object);
}

static void
gs_claims_page_class_init (GsClaimsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_claims_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = gs_claims_page_finalize;
  widget_class->map = gs_claims_page_map;

  signals[OPEN_CLAIM] = g_signal_new ("open-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "claims.open", NULL, open_selected);
  gtk_widget_class_install_action (widget_class, "claims.delete", NULL, delete_selected);
  gtk_widget_class_install_action (widget_class, "claims.add-tag", NULL, retag_selected);
  gtk_widget_class_install_action (widget_class, "claims.remove-tag", NULL, retag_selected);
  gtk_widget_class_install_action (widget_class, "claims.clear-filters", NULL, clear_filters);

  g_type_ensure (GS_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-claims-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, entry);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, question);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, source);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, tag);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, stance);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, missing);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, untagged);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, unanswering);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, orphaned);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, view);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, count);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, tag_button);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, tag_popover);
  gtk_widget_class_bind_template_child (widget_class, GsClaimsPage, tag_entry);
  gtk_widget_class_bind_template_callback (widget_class, filter_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
fill_stances (GsClaimsPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree const char **labels = gs_labels_of (&gs_stances);

  gtk_string_list_append (names, _ ("Any stance"));
  gtk_string_list_splice (names, 1, 0, (const char *const *) labels);
  gtk_drop_down_set_model (self->stance, G_LIST_MODEL (names));
}

static void
gs_claims_page_init (GsClaimsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->filter = gs_record_new (&gs_list_filter_type);
  self->updating = TRUE;
  fill_stances (self);
  gs_claims_columns_add (self->view);
  gs_panes_set_main (GTK_WIDGET (self), GTK_WIDGET (self->view));
  self->updating = FALSE;
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sort_changed_cb), self,
                           G_CONNECT_SWAPPED);
  selection_changed_cb (self);
}

/**
 * gs_claims_page_new:
 *
 * Returns: (transfer floating): the page, without a workspace
 */
GtkWidget *
gs_claims_page_new (void)
{
  return g_object_new (GS_TYPE_CLAIMS_PAGE, NULL);
}

/**
 * gs_claims_page_set_workspace:
 * @self: a #GsClaimsPage
 * @workspace: (nullable): %NULL shows nothing
 */
void
gs_claims_page_set_workspace (GsClaimsPage *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_CLAIMS_PAGE (self));

  if (self->workspace == workspace)
    return;

  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->claims);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;

  gs_picker_set_workspace (self->question, workspace);
  gs_picker_set_workspace (self->source, workspace);
  gs_picker_set_workspace (self->tag, workspace);
  gs_list_filter_free (self->filter);
  self->filter = gs_settings_load_filter ("claims-filter", gs_workspace_get_path (workspace));
  replace (&self->filter->text, NULL);
  show_filter (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_claims (self);
}

/**
 * gs_claims_page_show_claims:
 * @self: a #GsClaimsPage with a workspace
 * @question: (nullable): UUID
 * @source: (nullable): UUID
 *
 * Shows the claims on that question, with that source in their chain, and nothing else.
 */
void
gs_claims_page_show_claims (GsClaimsPage *self, const char *question, const char *source)
{
  g_return_if_fail (GS_IS_CLAIMS_PAGE (self));

  clear_filters (GTK_WIDGET (self), NULL, NULL);
  replace (&self->filter->question, question);
  replace (&self->filter->source, source);
  show_filter (self);
  gs_claims_page_apply_filter (self);
}

/**
 * gs_claims_page_set_folded:
 * @self: a #GsClaimsPage
 * @folded: whether there is room for little more than the claims themselves
 */
void
gs_claims_page_set_folded (GsClaimsPage *self, gboolean folded)
{
  g_return_if_fail (GS_IS_CLAIMS_PAGE (self));

  self->folded = folded;
  gs_claims_columns_fold (self->view, folded);
  selection_changed_cb (self);
}

/**
 * gs_claims_page_show_tag:
 * @self: a #GsClaimsPage with a workspace
 * @tag: UUID
 *
 * Shows the claims with that tag or one below it, and nothing else.
 */
void
gs_claims_page_show_tag (GsClaimsPage *self, const char *tag)
{
  g_return_if_fail (GS_IS_CLAIMS_PAGE (self));

  clear_filters (GTK_WIDGET (self), NULL, NULL);
  replace (&self->filter->tag, tag);
  show_filter (self);
  gs_claims_page_apply_filter (self);
}

/**
 * gs_claims_page_focus_filter:
 * @self: a #GsClaimsPage
 */
void
gs_claims_page_focus_filter (GsClaimsPage *self)
{
  g_return_if_fail (GS_IS_CLAIMS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * gs_claims_page_is_settled:
 * @self: a #GsClaimsPage
 *
 * Returns: whether what is to be seen has been read
 */
gboolean
gs_claims_page_is_settled (GsClaimsPage *self)
{
  g_return_val_if_fail (GS_IS_CLAIMS_PAGE (self), FALSE);

  return self->claims == NULL || !gs_paged_list_is_loading (self->claims);
}

/**
 * gs_claims_page_get_view:
 * @self: a #GsClaimsPage
 *
 * Returns: (transfer none): the table, to look at from outside
 */
GtkColumnView *
gs_claims_page_get_view (GsClaimsPage *self)
{
  g_return_val_if_fail (GS_IS_CLAIMS_PAGE (self), NULL);

  return self->view;
}
