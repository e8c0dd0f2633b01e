/* gs-drag-out.c: claims and articles, dragged to another program.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A claim arrives as its quotation with where it is from, an article as its text or
 * as the file or address it came from. Nothing is read before it is dropped.
 */

#include "config.h"

#include "gs-drag-out.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gs-citation.h"
#include "gs-row.h"
#include "gs-window.h"

/* More quotations than anybody reads. */
#define MOST_CLAIMS 200

#define URI_LIST "text/uri-list"

struct _GsDragOut
{
  GdkContentProvider parent_instance;

  GsWorkspace *workspace;
  GPtrArray *claims; /* (nullable): GsClaimListing */
  char *article;     /* UUID, where it has no claims */
  char *uri;         /* (nullable): of the article */
};

G_DEFINE_FINAL_TYPE (GsDragOut, gs_drag_out, GDK_TYPE_CONTENT_PROVIDER)

/* Text ------------------------------------------------------------------------ */

static GsArticleRecord *
load_article (GsWorkspace *workspace, const char *uuid, GError **error)
{
  GsArticleRecord *article = gs_workspace_load (workspace, &gs_article_type, uuid, error);

  if (article == NULL && (error == NULL || *error == NULL))
    g_set_error_literal (error, GS_ERROR, GS_ERROR_NOT_FOUND,
                         _ ("The article is no longer in the workspace. Undo may bring it back."));

  return article;
}

static char *
quote_claim (const GsClaimListing *claim, const GsArticleRecord *article)
{
  char *quote = claim->orphaned ? NULL : gs_citation_quote (article, claim->start, claim->end);

  return quote != NULL ? quote : g_strdup (claim->quote != NULL ? claim->quote : claim->summary);
}

static gpointer
read_claims (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const GsDragOut *self = data;
  g_autoptr (GsArticleRecord) article = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->claims->len; i++)
    {
      const GsClaimListing *claim = self->claims->pdata[i];
      g_autofree char *quote = NULL;

      if (article == NULL || g_strcmp0 (article->uuid, claim->article) != 0)
        {
          g_clear_pointer (&article, gs_article_record_free);
          article = load_article (workspace, claim->article, error);
        }
      if (article == NULL)
        {
          g_string_free (text, TRUE);
          return NULL;
        }
      quote = quote_claim (claim, article);
      g_string_append_printf (text, "%s%s", i > 0 ? "\n\n" : "", quote);
    }

  return g_string_free (text, FALSE);
}

static gpointer
read_article (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const GsDragOut *self = data;
  g_autoptr (GsArticleRecord) article = load_article (workspace, self->article, error);

  return article != NULL ? g_strdup (article->text != NULL ? article->text : "") : NULL;
}

/* As a content provider --------------------------------------------------------- */

static GdkContentFormats *
gs_drag_out_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  if (GS_DRAG_OUT (provider)->uri != NULL)
    gdk_content_formats_builder_add_mime_type (builder, URI_LIST);
  gdk_content_formats_builder_add_mime_type (builder, "text/plain;charset=utf-8");
  gdk_content_formats_builder_add_mime_type (builder, "text/plain");

  return gdk_content_formats_builder_free_to_formats (builder);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* @text: (transfer full) */
static void
write_text (GTask *task, char *text)
{
  GOutputStream *stream = g_object_get_data (G_OBJECT (task), "stream");

  g_object_set_data_full (G_OBJECT (task), "text", text, g_free);
  g_output_stream_write_all_async (stream, text, strlen (text), g_task_get_priority (task),
                                   g_task_get_cancellable (task), written_cb, task);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;
  char *text = gs_workspace_call_finish (GS_WORKSPACE (source), result, &error);

  if (text != NULL)
    {
      write_text (task, text);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
gs_drag_out_write_mime_type_async (GdkContentProvider *provider,
                                   const char *mime_type,
                                   GOutputStream *stream,
                                   int io_priority,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GsDragOut *self = GS_DRAG_OUT (provider);
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_priority (task, io_priority);
  g_object_set_data_full (G_OBJECT (task), "stream", g_object_ref (stream), g_object_unref);
  if (self->uri != NULL && g_str_equal (mime_type, URI_LIST))
    write_text (task, g_strconcat (self->uri, "\r\n", NULL));
  else
    gs_workspace_call_async (self->workspace, self->claims != NULL ? read_claims : read_article, self, NULL, g_free,
                             cancellable, read_cb, task);
}

static gboolean
gs_drag_out_write_mime_type_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
gs_drag_out_finalize (GObject *object)
{
  GsDragOut *self = GS_DRAG_OUT (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_free (self->article);
  g_free (self->uri);

  G_OBJECT_CLASS (gs_drag_out_parent_class)->finalize (object);
}

static void
gs_drag_out_class_init (GsDragOutClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gs_drag_out_finalize;
  provider_class->ref_formats = gs_drag_out_ref_formats;
  provider_class->write_mime_type_async = gs_drag_out_write_mime_type_async;
  provider_class->write_mime_type_finish = gs_drag_out_write_mime_type_finish;
}

static void
gs_drag_out_init (GsDragOut *self)
{
}

/**
 * gs_drag_out_new_claims:
 * @workspace: whose claims they are
 * @claims: (element-type GsClaimListing): what is dragged; copied
 *
 * Returns: (transfer full): the quotations, each with who wrote it, where and when
 */
GdkContentProvider *
gs_drag_out_new_claims (GsWorkspace *workspace, GPtrArray *claims)
{
  GsDragOut *self = g_object_new (GS_TYPE_DRAG_OUT, NULL);

  self->workspace = g_object_ref (workspace);
  self->claims = gs_record_array_new (&gs_claim_listing_type);
  for (guint i = 0; i < claims->len; i++)
    g_ptr_array_add (self->claims, gs_record_copy (&gs_claim_listing_type, claims->pdata[i]));

  return GDK_CONTENT_PROVIDER (self);
}

/* Where it came from, if another program can go there. */
static char *
make_uri (const char *path)
{
  if (path == NULL)
    return NULL;
  if (g_str_has_prefix (path, "http://") || g_str_has_prefix (path, "https://"))
    return g_strdup (path);

  return g_path_is_absolute (path) ? g_filename_to_uri (path, NULL, NULL) : NULL;
}

/**
 * gs_drag_out_new_article:
 * @workspace: whose article it is
 * @article: what is dragged; copied as needed
 *
 * Returns: (transfer full): its text, and the file or address that it came from
 */
GdkContentProvider *
gs_drag_out_new_article (GsWorkspace *workspace, const GsArticleListing *article)
{
  GsDragOut *self = g_object_new (GS_TYPE_DRAG_OUT, NULL);

  self->workspace = g_object_ref (workspace);
  self->article = g_strdup (article->uuid);
  self->uri = make_uri (article->path);

  return GDK_CONTENT_PROVIDER (self);
}

/* Rows ------------------------------------------------------------------------ */

/* (nullable): of the window that @widget is in, or that its dialog belongs to */
static GsWorkspace *
find_workspace (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  while (GTK_IS_WINDOW (root) && !GS_IS_WINDOW (root))
    root = GTK_ROOT (gtk_window_get_transient_for (GTK_WINDOW (root)));

  return GS_IS_WINDOW (root) ? gs_window_get_workspace (GS_WINDOW (root)) : NULL;
}

static GtkSelectionModel *
find_selection (GtkWidget *widget)
{
  GtkWidget *view = gtk_widget_get_ancestor (widget, GTK_TYPE_COLUMN_VIEW);

  if (view != NULL)
    return gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  view = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);

  return view != NULL ? gtk_list_view_get_model (GTK_LIST_VIEW (view)) : NULL;
}

/* The claim of @item, or all that are chosen if it is among them. */
static GPtrArray *
list_claims (GtkListItem *item)
{
  GPtrArray *claims = g_ptr_array_new ();
  GtkSelectionModel *selection = find_selection (gtk_list_item_get_child (item));
  g_autoptr (GtkBitset) chosen = NULL;
  GtkBitsetIter iter;
  guint position;

  if (selection != NULL && gtk_list_item_get_selected (item))
    chosen = gtk_selection_model_get_selection (selection);
  if (chosen == NULL || gtk_bitset_get_size (chosen) < 2)
    {
      g_ptr_array_add (claims, (gpointer) gs_row_get_record (gtk_list_item_get_item (item)));
      return claims;
    }

  for (gboolean ok = gtk_bitset_iter_init_first (&iter, chosen, &position); ok && claims->len < MOST_CLAIMS;
       ok = gtk_bitset_iter_next (&iter, &position))
    {
      g_autoptr (GsRow) row = g_list_model_get_item (G_LIST_MODEL (selection), position);
      gconstpointer claim = row != NULL ? gs_row_get_record (row) : NULL;

      if (claim != NULL)
        g_ptr_array_add (claims, (gpointer) claim);
    }

  return claims;
}

static GdkContentProvider *
prepare_item_cb (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  GsRow *row = gtk_list_item_get_item (item);
  GsWorkspace *workspace = find_workspace (gtk_list_item_get_child (item));
  g_autoptr (GPtrArray) claims = NULL;

  if (workspace == NULL || row == NULL || gs_row_get_record (row) == NULL)
    return NULL;
  if (gs_row_get_type_of (row) == &gs_article_listing_type)
    return gs_drag_out_new_article (workspace, gs_row_get_record (row));

  claims = list_claims (item);

  return gs_drag_out_new_claims (workspace, claims);
}

static GdkContentProvider *
prepare_claim_cb (GtkDragSource *source, double x, double y, const GsClaimListing *claim)
{
  GsWorkspace *workspace = find_workspace (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  g_autoptr (GPtrArray) claims = g_ptr_array_new ();

  if (workspace == NULL)
    return NULL;

  g_ptr_array_add (claims, (gpointer) claim);

  return gs_drag_out_new_claims (workspace, claims);
}

static void
begin_cb (GtkDragSource *source, GdkDrag *drag)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (widget);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static GtkDragSource *
add_source (GtkWidget *widget)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));

  return source;
}

/**
 * gs_drag_out_add_item:
 * @item: with a child; its items are #GsRow of articles or claims
 *
 * Has what the row shows be dragged; of claims, all that are chosen along with it.
 */
void
gs_drag_out_add_item (GtkListItem *item)
{
  GtkDragSource *source = add_source (gtk_list_item_get_child (item));

  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_item_cb), item, 0);
}

static void
claim_free (gpointer claim, GClosure *closure)
{
  gs_record_free (&gs_claim_listing_type, claim);
}

/**
 * gs_drag_out_add_claim:
 * @row: a row or a card
 * @claim: what it shows; copied
 *
 * Has the claim be dragged.
 */
void
gs_drag_out_add_claim (GtkWidget *row, const GsClaimListing *claim)
{
  GtkDragSource *source = add_source (row);

  g_signal_connect_data (source, "prepare", G_CALLBACK (prepare_claim_cb),
                         gs_record_copy (&gs_claim_listing_type, claim), claim_free, 0);
}
