/* gs-article-load.c: an article and its claims, read without waiting.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-article-load.h"

#include <glib/gi18n.h>

/* More claims than any article has; a bound all the same. */
#define MOST_CLAIMS 1000000

typedef struct
{
  char *article;
  gboolean with_text;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->article);
  g_free (request);
}

/**
 * gs_article_load_free:
 * @self: (nullable) (transfer full): what was read
 */
void
gs_article_load_free (GsArticleLoad *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->article, gs_article_record_free);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_free (self->modified);
  g_free (self);
}

static gboolean
is_there (GsWorkspace *workspace, const char *article, char **modified, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GsArticleListing *listing = gs_workspace_list_row (workspace, &gs_article_listing_type, article, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (listing == NULL)
    {
      g_set_error_literal (error, GS_ERROR, GS_ERROR_NOT_FOUND,
                           _ ("The article is no longer in the workspace. Undo may bring it back."));
      return FALSE;
    }

  *modified = g_strdup (listing->modified);
  gs_record_free (&gs_article_listing_type, listing);

  return TRUE;
}

/**
 * gs_article_load_read:
 * @workspace: a #GsWorkspace
 * @article: UUID
 * @with_text: whether to read the article too, and not its claims only
 * @cancellable: (nullable): to give up early
 *
 * Blocks.
 *
 * Returns: (transfer full): what was read, or %NULL with %GS_ERROR_NOT_FOUND when the
 *   article is gone
 */
GsArticleLoad *
gs_article_load_read (GsWorkspace *workspace,
                      const char *article,
                      gboolean with_text,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GsArticleLoad) load = g_new0 (GsArticleLoad, 1);
  GsListFilter filter = { .article = (char *) article, .order = GS_ORDER_ARTICLE };

  if (with_text)
    {
      load->article = gs_workspace_load (workspace, &gs_article_type, article, error);
      if (load->article == NULL)
        return NULL;
      load->modified = g_strdup (load->article->modified);
    }
  else if (!is_there (workspace, article, &load->modified, error))
    {
      return NULL;
    }

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  load->claims = gs_workspace_list_page (workspace, &gs_claim_listing_type, &filter, 0, MOST_CLAIMS, error);
  if (load->claims == NULL)
    return NULL;

  return g_steal_pointer (&load);
}

/**
 * gs_article_load_show:
 * @self: what was read, with the article
 * @view: gets the text and its zones; claims are the caller's
 */
void
gs_article_load_show (const GsArticleLoad *self, GsReaderView *view)
{
  g_return_if_fail (self != NULL && self->article != NULL);

  gs_reader_view_set_text (view, self->article->text != NULL ? self->article->text : "", self->article->zones);
}

static gpointer
load_func (GsWorkspace *workspace, gpointer data, GCancellable *cancellable, GError **error)
{
  const Request *request = data;

  return gs_article_load_read (workspace, request->article, request->with_text, cancellable, error);
}

/**
 * gs_article_load_async:
 * @workspace: a #GsWorkspace
 * @article: UUID; copied
 * @with_text: whether to read the article too, and not its claims only
 * @cancellable: (nullable): to give up early
 * @callback: called when it is done, in the main context of the caller
 * @user_data: for @callback
 */
void
gs_article_load_async (GsWorkspace *workspace,
                       const char *article,
                       gboolean with_text,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->article = g_strdup (article);
  request->with_text = with_text;
  gs_workspace_call_async (workspace, load_func, request, request_free, (GDestroyNotify) gs_article_load_free,
                           cancellable, callback, user_data);
}

/**
 * gs_article_load_finish:
 * @workspace: a #GsWorkspace
 * @result: what the callback was given
 *
 * Returns: (transfer full): what was read, or %NULL with %GS_ERROR_NOT_FOUND when the
 *   article is gone
 */
GsArticleLoad *
gs_article_load_finish (GsWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return gs_workspace_call_finish (workspace, result, error);
}
