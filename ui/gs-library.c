/* gs-library.c: the list of articles.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-library.h"

#include <glib/gi18n.h>

#include "gs-article-row.h"
#include "gs-drag-out.h"
#include "gs-gradual-list.h"
#include "gs-language-choice.h"
#include "gs-paged-list.h"
#include "gs-panes.h"
#include "gs-perform.h"
#include "gs-picker.h"
#include "gs-settings.h"

struct _GsLibrary
{
  GtkWidget parent_instance;

  GsWorkspace *workspace;
  GsPagedList *articles;
  GListModel *rows; /* of the articles, as they come in */
  GtkSingleSelection *selection;
  GsListFilter *filter;
  GSimpleActionGroup *actions;
  char *chosen;
  gboolean choose_first;
  gboolean updating; /* what is shown follows the filter, not the other way round */

  GtkEditable *entry;
  GtkMenuButton *filter_button;
  GsLanguageChoice *language;
  GsPicker *tag;
  GsPicker *source;
  GsPicker *question;
  GtkStack *stack;
  GtkListView *list;
  GtkLabel *count;
};

enum
{
  ARTICLE_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GsLibrary, gs_library, GTK_TYPE_WIDGET)

static gboolean
is_filtered (GsLibrary *self)
{
  return self->filter->text != NULL || self->filter->language != NULL || self->filter->tag != NULL
         || self->filter->source != NULL || self->filter->question != NULL;
}

static void
replace (char **place, const char *text)
{
  g_free (*place);
  *place = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

static void
gs_library_choose (GsLibrary *self, const char *article, gboolean activated)
{
  if (article == NULL || (!activated && g_strcmp0 (self->chosen, article) == 0))
    return;

  replace (&self->chosen, article);
  g_signal_emit (self, signals[ARTICLE_CHOSEN], 0, article, activated);
}

static const char *
selected_uuid (GsLibrary *self)
{
  GsRow *row = self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;

  return row != NULL ? gs_row_get_uuid (row) : NULL;
}

static void
selection_changed_cb (GsLibrary *self)
{
  if (!self->updating)
    gs_library_choose (self, selected_uuid (self), FALSE);
}

static void
filters_shown_cb (GsLibrary *self)
{
  gs_language_choice_refresh (self->language);
}

static void
row_activated_cb (GsLibrary *self, guint position)
{
  g_autoptr (GsRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    gs_library_choose (self, gs_row_get_uuid (row), TRUE);
}

static void
show_count (GsLibrary *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->articles));
  g_autofree char *text = gs_paged_list_is_partial (self->articles)
                            ? g_strdup_printf (_ ("At least %'u articles"), n)
                            : g_strdup_printf (g_dngettext (NULL, "%'u article", "%'u articles", n), n);
  const char *page = n > 0 || gs_paged_list_is_loading (self->articles) ? "list"
                     : is_filtered (self)                               ? "nothing"
                                                                        : "empty";

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_label_set_label (self->count, n > 0 ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->count), n > 0);
}

/* The list has been read anew: the selection stays with its article, which
 * may have moved. */
static void
restore_selection (GsLibrary *self)
{
  guint position = self->chosen != NULL ? gs_paged_list_find (self->articles, self->chosen) : G_MAXUINT;

  self->updating = TRUE;
  if (position != G_MAXUINT)
    gs_gradual_list_reach (self->rows, position);
  gtk_single_selection_set_selected (self->selection, position);
  self->updating = FALSE;
}

static void
first_loaded_cb (GsLibrary *self, GParamSpec *pspec, GsRow *row)
{
  if (self->choose_first && gs_row_get_uuid (row) != NULL)
    {
      self->choose_first = FALSE;
      gs_library_choose (self, gs_row_get_uuid (row), FALSE);
    }
  restore_selection (self);
}

static void
list_changed_cb (GsLibrary *self)
{
  g_autoptr (GsRow) first = NULL;

  show_count (self);

  first = g_list_model_get_item (G_LIST_MODEL (self->articles), 0);
  if (first == NULL)
    return;
  g_signal_connect_object (first, "notify::loaded", G_CALLBACK (first_loaded_cb), self, G_CONNECT_SWAPPED);
  if (gs_row_get_record (first) != NULL)
    first_loaded_cb (self, NULL, first);
}

static void
gs_library_apply_filter (GsLibrary *self)
{
  if (self->articles != NULL)
    gs_paged_list_set_filter (self->articles, self->filter);
  if (self->workspace != NULL)
    gs_settings_save_filter ("library-filter", gs_workspace_get_path (self->workspace), self->filter);

  if (self->filter->language != NULL || self->filter->tag != NULL || self->filter->source != NULL
      || self->filter->question != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
}

static void
filter_edited_cb (GsLibrary *self)
{
  const char *text;
  g_autofree char *prefix = NULL;

  if (self->updating || self->filter == NULL)
    return;

  text = gtk_editable_get_text (self->entry);
  /* The last word may still be being typed. */
  prefix = *text != '\0' && !g_str_has_suffix (text, "\"") ? g_strconcat (text, "*", NULL) : g_strdup (text);

  replace (&self->filter->text, prefix);
  replace (&self->filter->language, gs_language_choice_get_code (self->language));
  replace (&self->filter->tag, gs_picker_get_uuid (self->tag));
  replace (&self->filter->source, gs_picker_get_uuid (self->source));
  replace (&self->filter->question, gs_picker_get_uuid (self->question));

  gs_library_apply_filter (self);
}

/* Makes the widgets say what the filter says. */
static void
show_filter (GsLibrary *self)
{
  self->updating = TRUE;
  gtk_editable_set_text (self->entry, "");
  gs_language_choice_set_code (self->language, self->filter->language);
  gs_picker_set_uuid (self->tag, self->filter->tag);
  gs_picker_set_uuid (self->source, self->filter->source);
  gs_picker_set_uuid (self->question, self->filter->question);
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "sort"),
                         g_variant_new_string (gs_word_to_nick (&gs_orders, self->filter->order)));
  g_action_change_state (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "descending"),
                         g_variant_new_boolean (self->filter->descending));
  self->updating = FALSE;
}

static void
sort_changed_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  GsLibrary *self = GS_LIBRARY (user_data);

  g_simple_action_set_state (action, state);
  if (g_variant_is_of_type (state, G_VARIANT_TYPE_BOOLEAN))
    self->filter->descending = g_variant_get_boolean (state);
  else
    gs_word_from_nick (&gs_orders, g_variant_get_string (state, NULL), &self->filter->order);

  if (!self->updating)
    gs_library_apply_filter (self);
}

static void
clear_filters_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GsLibrary *self = GS_LIBRARY (user_data);

  replace (&self->filter->text, NULL);
  replace (&self->filter->language, NULL);
  replace (&self->filter->tag, NULL);
  replace (&self->filter->source, NULL);
  replace (&self->filter->question, NULL);
  show_filter (self);
  gs_library_apply_filter (self);
}

static void
remove_article (GsLibrary *self, const char *uuid)
{
  GsAction *action;

  if (uuid == NULL || self->workspace == NULL || gs_workspace_is_read_only (self->workspace))
    return;

  action = gs_action_new (_ ("Remove article"));
  gs_action_delete (action, &gs_article_type, uuid);
  gs_perform (GTK_WIDGET (self), self->workspace, action, _ ("Article removed with its claims"));
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GsLibrary *self = GS_LIBRARY (user_data);

  remove_article (self, parameter != NULL ? g_variant_get_string (parameter, NULL) : selected_uuid (self));
}

static const GActionEntry action_entries[] = {
  { "sort", NULL, "s", "'natural'", sort_changed_cb },
  { "descending", NULL, NULL, "false", sort_changed_cb },
  { "clear-filters", clear_filters_cb },
  { "remove", remove_cb },
  { "remove-article", remove_cb, "s" },
};

static void
setup_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, gs_article_row_new ());
  gs_drag_out_add_item (item);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gs_article_row_set_row (GS_ARTICLE_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gs_article_row_set_row (GS_ARTICLE_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
gs_library_dispose (GObject *object)
{
  GsLibrary *self = GS_LIBRARY (object);
  GtkWidget *child;

  gs_library_set_workspace (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (gs_library_parent_class)->dispose (object);
}

static void
gs_library_finalize (GObject *object)
{
  GsLibrary *self = GS_LIBRARY (object);

  gs_list_filter_free (self->filter);
  g_free (self->chosen);

  G_OBJECT_CLASS (gs_library_parent_class)->finalize (object);
}

static void
gs_library_class_init (GsLibraryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gs_library_dispose;
  G_OBJECT_CLASS (klass)->finalize = gs_library_finalize;

  signals[ARTICLE_CHOSEN] = g_signal_new ("article-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  g_type_ensure (GS_TYPE_LANGUAGE_CHOICE);
  g_type_ensure (GS_TYPE_PICKER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-library.ui");
  gtk_widget_class_bind_template_child (widget_class, GsLibrary, entry);
  gtk_widget_class_bind_template_child (widget_class, GsLibrary, filter_button);
  gtk_widget_class_bind_template_child (widget_class, GsLibrary, language);
  gtk_widget_class_bind_template_child (widget_class, GsLibrary, tag);
  gtk_widget_class_bind_template_child (widget_class, GsLibrary, source);
  gtk_widget_class_bind_template_child (widget_class, GsLibrary, question);
  gtk_widget_class_bind_template_child (widget_class, GsLibrary, stack);
  gtk_widget_class_bind_template_child (widget_class, GsLibrary, list);
  gtk_widget_class_bind_template_child (widget_class, GsLibrary, count);
  gtk_widget_class_bind_template_callback (widget_class, filter_edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
gs_library_init (GsLibrary *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), action_entries, G_N_ELEMENTS (action_entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "library", G_ACTION_GROUP (self->actions));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->filter = gs_record_new (&gs_list_filter_type);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gs_panes_set_main (GTK_WIDGET (self), GTK_WIDGET (self->list));
}

/**
 * gs_library_new:
 *
 * Returns: (transfer floating): the list, without a workspace
 */
GtkWidget *
gs_library_new (void)
{
  return g_object_new (GS_TYPE_LIBRARY, NULL);
}

static void
show_articles (GsLibrary *self)
{
  self->articles = gs_paged_list_new (self->workspace, &gs_article_listing_type, self->filter);
  self->rows = gs_gradual_list_new (G_LIST_MODEL (self->articles), GTK_WIDGET (self->list));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, self->rows);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));

  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->articles, "items-changed", G_CALLBACK (list_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->articles, "notify::loading", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  list_changed_cb (self);
}

/**
 * gs_library_set_workspace:
 * @self: a #GsLibrary
 * @workspace: (nullable): %NULL shows nothing
 */
void
gs_library_set_workspace (GsLibrary *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_LIBRARY (self));

  if (self->workspace == workspace)
    return;

  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  g_clear_object (&self->articles);
  g_clear_pointer (&self->chosen, g_free);
  g_set_object (&self->workspace, workspace);
  if (workspace == NULL)
    return;

  gs_language_choice_set_workspace (self->language, workspace);
  gs_picker_set_workspace (self->tag, workspace);
  gs_picker_set_workspace (self->source, workspace);
  gs_picker_set_workspace (self->question, workspace);
  gs_list_filter_free (self->filter);
  self->filter = gs_settings_load_filter ("library-filter", gs_workspace_get_path (workspace));
  replace (&self->filter->text, NULL);
  show_filter (self);
  show_articles (self);
  gs_library_apply_filter (self);
}

/**
 * gs_library_select:
 * @self: a #GsLibrary
 * @article: (nullable): UUID
 *
 * Selects its row without choosing it.
 */
void
gs_library_select (GsLibrary *self, const char *article)
{
  g_return_if_fail (GS_IS_LIBRARY (self));

  replace (&self->chosen, article);
  if (self->articles != NULL)
    restore_selection (self);
}

/**
 * gs_library_choose_first:
 * @self: a #GsLibrary
 *
 * Chooses the first article as soon as the list is there, unless one is chosen already.
 */
void
gs_library_choose_first (GsLibrary *self)
{
  g_return_if_fail (GS_IS_LIBRARY (self));

  self->choose_first = self->chosen == NULL;
  if (self->articles != NULL)
    list_changed_cb (self);
}

/**
 * gs_library_focus_filter:
 * @self: a #GsLibrary
 */
void
gs_library_focus_filter (GsLibrary *self)
{
  g_return_if_fail (GS_IS_LIBRARY (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/**
 * gs_library_is_settled:
 * @self: a #GsLibrary
 *
 * Returns: whether what is to be seen has been read
 */
gboolean
gs_library_is_settled (GsLibrary *self)
{
  g_return_val_if_fail (GS_IS_LIBRARY (self), FALSE);

  return self->articles == NULL || !gs_paged_list_is_loading (self->articles);
}
