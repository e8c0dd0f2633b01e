/* gs-reader.c: the pane that shows one article and the claims made from it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-private.h"

#include <glib/gi18n.h>

#include "gs-article-load.h"
#include "gs-claim-factory.h"
#include "gs-notify.h"
#include "gs-row.h"
#include "gs-tooltip.h"

G_DEFINE_FINAL_TYPE (GsReader, gs_reader, GTK_TYPE_WIDGET)

enum
{
  MAKE_CLAIM,
  CLAIM_ACTIVATED,
  CLAIM_REACHED,
  ARTICLE_SHOWN,
  ARTICLE_WANTED,
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * gs_reader_new:
 * Returns: (transfer floating): the pane, without a workspace
 */
GtkWidget *
gs_reader_new (void)
{
  return g_object_new (GS_TYPE_READER, NULL);
}

static GtkSingleSelection *
get_selection_model (GsReader *self)
{
  return GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
}

guint
gs_reader_find_claim (GsReader *self, const char *claim)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->claims));

  for (guint i = 0; claim != NULL && i < n; i++)
    {
      g_autoptr (GsRow) row = g_list_model_get_item (G_LIST_MODEL (self->claims), i);

      if (g_strcmp0 (gs_row_get_uuid (row), claim) == 0)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

void
gs_reader_update_actions (GsReader *self)
{
  gint64 start;
  gint64 end;
  const char *const resizing[] = { "reader.extend-end", "reader.reduce-end", "reader.extend-start",
                                   "reader.reduce-start" };
  gboolean has_claims = self->shown && g_list_model_get_n_items (G_LIST_MODEL (self->claims)) > 0;
  gboolean can_write = self->shown && self->workspace != NULL && !gs_workspace_is_read_only (self->workspace);
  gboolean can_make = can_write && gs_reader_view_get_selection (self->view, &start, &end);
  gboolean can_resize = can_write && gs_reader_view_get_active (self->view) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (resizing); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), resizing[i], can_resize);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.make-claim", can_make);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.mark-zone", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.reextract", can_write);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.place-claim", can_make);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.find", self->shown);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.next-claim", has_claims);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "reader.previous-claim", has_claims);
}

/* Says which claim is emphasised, to the eye and to screen readers. */
static void
update_description (GsReader *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->claims));
  guint at = gs_reader_find_claim (self, gs_reader_view_get_active (self->view));
  g_autofree char *position = NULL;
  g_autofree char *text = NULL;

  if (at != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (GsRow) row = g_list_model_get_item (G_LIST_MODEL (self->claims), at);

      text = gs_claim_describe (gs_row_get_record (row));
      position = g_strdup_printf (_ ("%u of %u"), at + 1, n);
    }
  else
    {
      position = n == 0 ? g_strdup (_ ("No claims"))
                        : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u claim", "%u claims", n), n);
    }

  gtk_label_set_text (self->position, position);
  gtk_label_set_text (self->description, text != NULL ? text : "");
  gtk_revealer_set_reveal_child (self->footer, text != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : position, -1);
  gtk_single_selection_set_selected (get_selection_model (self), at);
  gs_reader_update_actions (self);
  if (at != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
}

void
gs_reader_go_to_claim (GsReader *self, const char *claim)
{
  guint at = gs_reader_find_claim (self, claim);
  g_autoptr (GsRow) row = NULL;
  const GsClaimListing *listing;

  if (at == GTK_INVALID_LIST_POSITION)
    return;

  row = g_list_model_get_item (G_LIST_MODEL (self->claims), at);
  listing = gs_row_get_record (row);
  gs_reader_view_set_active (self->view, listing->uuid);
  if (!gs_orphan_bar_show_claim (self->orphans, claim) && listing->end > listing->start)
    {
      gs_reader_view_place_caret (self->view, listing->start);
      gs_reader_view_scroll_to (self->view, listing->start, listing->end);
    }
  update_description (self);
}

/* Takes the rows over from @load. */
static void
take_claims (GsReader *self, GsArticleLoad *load)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) listings = g_steal_pointer (&load->claims);
  g_autoptr (GPtrArray) placed = g_ptr_array_new ();

  for (guint i = 0; i < listings->len; i++)
    {
      const GsClaimListing *listing = listings->pdata[i];

      if (!listing->orphaned)
        g_ptr_array_add (placed, listings->pdata[i]);
    }
  gs_reader_view_set_claims (self->view, placed);
  gs_orphan_bar_set_claims (self->orphans, listings);
  g_ptr_array_set_free_func (listings, NULL);
  for (guint i = 0; i < listings->len; i++)
    g_ptr_array_add (rows, gs_row_new (&gs_claim_listing_type, listings->pdata[i]));

  g_list_store_splice (self->claims, 0, g_list_model_get_n_items (G_LIST_MODEL (self->claims)), rows->pdata, rows->len);
  if (gs_reader_find_claim (self, gs_reader_view_get_active (self->view)) == GTK_INVALID_LIST_POSITION)
    gs_reader_view_set_active (self->view, NULL);
  update_description (self);
}

static void
show_failure (GsReader *self, const GError *error)
{
  self->shown = FALSE;
  adw_status_page_set_description (self->failure, error->message);
  gtk_stack_set_visible_child_name (self->stack, "failed");
  gtk_widget_set_visible (self->bar, FALSE);
  gs_reader_update_actions (self);
}

/* Of an article that is there already, only what is new is shown anew. */
static void
take_article (GsReader *self, const GsArticleRecord *article)
{
  const char *text = article->text != NULL ? article->text : "";
  gint64 caret = gs_reader_view_get_caret (self->view);
  g_autofree char *before = gs_reader_view_get_quote (self->view, 0, gs_reader_view_get_length (self->view));
  gboolean again = self->reread && self->shown;

  self->reread = FALSE;
  self->shown = TRUE;
  g_free (self->modified);
  self->modified = g_strdup (article->modified);
  if (again && g_strcmp0 (before, text) == 0)
    {
      gs_reader_view_set_zones (self->view, article->zones);
      return;
    }

  gs_find_bar_reset (self->find);
  g_list_store_remove_all (self->claims);
  gs_reader_view_set_text (self->view, text, article->zones);
  if (again)
    gs_reader_view_place_caret (self->view, MIN (caret, gs_reader_view_get_length (self->view)));
}

static void reread (GsReader *self);

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GsReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GsArticleLoad) load = gs_article_load_finish (GS_WORKSPACE (source), result, &error);
  g_autofree char *claim = NULL;
  gboolean fresh;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || GS_WORKSPACE (source) != self->workspace)
    return;

  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  if (load == NULL)
    {
      show_failure (self, error);
      return;
    }

  if (load->article == NULL && g_strcmp0 (load->modified, self->modified) != 0)
    {
      /* Its zones or its text are others now. */
      reread (self);
      return;
    }
  fresh = load->article != NULL && !self->reread;
  if (load->article != NULL)
    {
      take_article (self, load->article);
      gtk_stack_set_visible_child_name (self->stack, "article");
      gtk_widget_set_visible (self->bar, TRUE);
    }
  take_claims (self, load);
  gs_reader_update_actions (self);

  claim = g_steal_pointer (&self->wanted_claim);
  if (claim != NULL)
    gs_reader_go_to_claim (self, claim);
  else if (fresh)
    gs_reader_find_place (self);
  if (self->focus_wanted)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gs_similar_bar_show (self->similar, self->workspace, self->article);
  if (load->article != NULL)
    g_signal_emit (self, signals[ARTICLE_SHOWN], 0, self->article);
}

static void
cancel_loading (GsReader *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (GsReader *self, gboolean with_text)
{
  /* A claim reading must not overtake the text it belongs to. */
  with_text = with_text || !self->shown;
  cancel_loading (self);
  self->cancellable = g_cancellable_new ();
  gs_article_load_async (self->workspace, self->article, with_text, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
reread (GsReader *self)
{
  self->reread = TRUE;
  load (self, TRUE);
}

static void
workspace_changed_cb (GsReader *self)
{
  if (self->article != NULL)
    load (self, FALSE);
}

static void
show_empty (GsReader *self)
{
  gs_reader_keep_place (self);
  cancel_loading (self);
  gs_claim_resize_flush (self->resize);
  self->shown = FALSE;
  g_clear_pointer (&self->article, g_free);
  g_clear_pointer (&self->wanted_claim, g_free);
  g_list_store_remove_all (self->claims);
  gs_reader_view_set_text (self->view, "", NULL);
  gs_find_bar_reset (self->find);
  gs_similar_bar_show (self->similar, self->workspace, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
  gtk_widget_set_visible (self->bar, FALSE);
  update_description (self);
  gs_reader_update_actions (self);
}

/**
 * gs_reader_set_workspace:
 * @self: a #GsReader
 * @workspace: (nullable): clears the pane when it is another
 */
void
gs_reader_set_workspace (GsReader *self, GsWorkspace *workspace)
{
  g_return_if_fail (GS_IS_READER (self));

  if (self->workspace == workspace)
    return;

  show_empty (self);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    g_signal_connect_object (workspace, "changed", G_CALLBACK (workspace_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * gs_reader_show_article:
 * @self: a #GsReader
 * @article: (nullable): UUID; %NULL for the empty page
 * @claim: (nullable): UUID of a claim to scroll to and emphasise
 * Returns at once. Showing what is shown already keeps the place.
 */
void
gs_reader_show_article (GsReader *self, const char *article, const char *claim)
{
  g_return_if_fail (GS_IS_READER (self));
  g_return_if_fail (article == NULL || self->workspace != NULL);

  if (article == NULL)
    {
      show_empty (self);
      return;
    }

  if (g_strcmp0 (self->article, article) == 0)
    {
      if (self->shown && gs_reader_find_claim (self, claim) != GTK_INVALID_LIST_POSITION)
        {
          gs_reader_go_to_claim (self, claim);
        }
      else if (claim != NULL)
        {
          /* Made just now, perhaps, and not read yet. */
          g_free (self->wanted_claim);
          self->wanted_claim = g_strdup (claim);
          load (self, FALSE);
        }
      return;
    }

  gs_reader_keep_place (self);
  gs_claim_resize_flush (self->resize);
  g_free (self->article);
  self->article = g_strdup (article);
  g_free (self->wanted_claim);
  self->wanted_claim = g_strdup (claim);
  self->shown = FALSE;
  gs_reader_update_actions (self);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "article") != 0)
    {
      gtk_spinner_start (self->spinner);
      gtk_stack_set_visible_child_name (self->stack, "loading");
    }
  load (self, TRUE);
}

/**
 * gs_reader_get_article:
 * @self: a #GsReader
 * Returns: (transfer none) (nullable): UUID of the article shown or being loaded
 */
const char *
gs_reader_get_article (GsReader *self)
{
  g_return_val_if_fail (GS_IS_READER (self), NULL);

  return self->article;
}

/**
 * gs_reader_get_selection:
 * @self: a #GsReader
 * @start: (out): first code point of the article
 * @end: (out): the code point after the last
 * Returns: %FALSE when nothing is selected
 */
gboolean
gs_reader_get_selection (GsReader *self, gint64 *start, gint64 *end)
{
  g_return_val_if_fail (GS_IS_READER (self), FALSE);

  return self->shown && gs_reader_view_get_selection (self->view, start, end);
}

/**
 * gs_reader_get_quote:
 * @self: a #GsReader
 * @start: first code point of the article
 * @end: the code point after the last
 * Returns: (transfer full) (nullable): the text there; %NULL for a range that is not shown
 */
char *
gs_reader_get_quote (GsReader *self, gint64 start, gint64 end)
{
  g_return_val_if_fail (GS_IS_READER (self), NULL);

  return self->shown ? gs_reader_view_get_quote (self->view, start, end) : NULL;
}

void
gs_reader_make_claim (GsReader *self, gint64 start, gint64 end)
{
  if (self->shown && !gs_workspace_is_read_only (self->workspace))
    g_signal_emit (self, signals[MAKE_CLAIM], 0, self->article, start, end);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
claim_activated_cb (GsReader *self, const char *claim)
{
  update_description (self);
  g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, claim);
}

static void
list_activated_cb (GsReader *self, guint position)
{
  g_autoptr (GsRow) row = g_list_model_get_item (G_LIST_MODEL (self->claims), position);

  gs_reader_go_to_claim (self, gs_row_get_uuid (row));
  g_signal_emit (self, signals[CLAIM_ACTIVATED], 0, gs_row_get_uuid (row));
}

static gboolean
gs_reader_grab_focus (GtkWidget *widget)
{
  GsReader *self = GS_READER (widget);

  /* The text takes it when it is there. */
  self->focus_wanted = !self->shown && self->article != NULL;

  return self->shown && gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
show_other_cb (GsReader *self, const char *article)
{
  g_signal_emit (self, signals[ARTICLE_WANTED], 0, article);
}

static void
gs_reader_dispose (GObject *object)
{
  GsReader *self = GS_READER (object);
  GtkWidget *child;

  cancel_loading (self);
  g_clear_pointer (&self->resize, gs_claim_resize_free);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, workspace_changed_cb, self);
  g_clear_object (&self->workspace);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (gs_reader_parent_class)->dispose (object);
}

static void
gs_reader_finalize (GObject *object)
{
  GsReader *self = GS_READER (object);

  g_clear_object (&self->claims);
  g_free (self->article);
  g_free (self->modified);
  g_free (self->wanted_claim);

  G_OBJECT_CLASS (gs_reader_parent_class)->finalize (object);
}

static void
gs_reader_class_init (GsReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gs_reader_dispose;
  object_class->finalize = gs_reader_finalize;
  widget_class->grab_focus = gs_reader_grab_focus;

  signals[MAKE_CLAIM] = g_signal_new ("make-claim", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64);
  signals[CLAIM_ACTIVATED] = g_signal_new ("claim-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                           NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLAIM_REACHED] = g_signal_new ("claim-reached", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ARTICLE_SHOWN] = g_signal_new ("article-shown", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  signals[ARTICLE_WANTED] = g_signal_new ("article-wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);

  gs_reader_class_install_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (GS_TYPE_FIND_BAR);
  g_type_ensure (GS_TYPE_SIMILAR_BAR);
  g_type_ensure (GS_TYPE_ORPHAN_BAR);
  g_type_ensure (GS_TYPE_READER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gainsay/Gainsay/ui/gs-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, GsReader, bar);
  gtk_widget_class_bind_template_child (widget_class, GsReader, find);
  gtk_widget_class_bind_template_child (widget_class, GsReader, orphans);
  gtk_widget_class_bind_template_child (widget_class, GsReader, similar);
  gtk_widget_class_bind_template_child (widget_class, GsReader, stack);
  gtk_widget_class_bind_template_child (widget_class, GsReader, spinner);
  gtk_widget_class_bind_template_child (widget_class, GsReader, failure);
  gtk_widget_class_bind_template_child (widget_class, GsReader, view);
  gtk_widget_class_bind_template_child (widget_class, GsReader, revealer);
  gtk_widget_class_bind_template_child (widget_class, GsReader, list);
  gtk_widget_class_bind_template_child (widget_class, GsReader, position);
  gtk_widget_class_bind_template_child (widget_class, GsReader, footer);
  gtk_widget_class_bind_template_child (widget_class, GsReader, description);
  gtk_widget_class_bind_template_callback_full (widget_class, "make_claim_cb", G_CALLBACK (gs_reader_make_claim));
  gtk_widget_class_bind_template_callback (widget_class, claim_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_other_cb);
}

/* Both ends of a selection are marks, which move without one as well. */
static void
mark_set_cb (GsReader *self, const GtkTextIter *place, GtkTextMark *mark, GtkTextBuffer *buffer)
{
  if (mark == gtk_text_buffer_get_insert (buffer) || mark == gtk_text_buffer_get_selection_bound (buffer))
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
gs_reader_init (GsReader *self)
{
  GtkSingleSelection *selection;
  g_autoptr (GtkListItemFactory) factory = gs_claim_factory_new ();
  g_autoptr (GMenuModel) menu = gs_reader_make_menu ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gs_tooltip_let_cut (self->bar);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Article"), -1);

  self->resize = gs_claim_resize_new (GTK_WIDGET (self));
  self->claims = g_list_store_new (GS_TYPE_ROW);
  selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->claims)));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_list_view_set_factory (self->list, factory);

  gs_find_bar_set_view (self->find, self->view);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), menu);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "notify::has-selection",
                           G_CALLBACK (gs_reader_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "mark-set", G_CALLBACK (mark_set_cb),
                           self, G_CONNECT_SWAPPED);
  show_empty (self);
}
