/* gs-reextract.c: an article read again from its own bytes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reextract.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-extract.h"
#include "gs-revision.h"

static GBytes *
bytes_of (const GsArticleRecord *article)
{
  return article->original != NULL ? g_bytes_ref (article->original)
                                   : g_bytes_new (article->text, strlen (article->text));
}

/* The analyst's day and what the record says of where it came from stay. */
static void
keep_origin (GsArticleRecord *article, const GsArticleRecord *before)
{
  g_clear_pointer (&article->path, g_free);
  g_clear_pointer (&article->retrieved, g_free);
  g_clear_pointer (&article->media_type, g_free);
  g_clear_pointer (&article->original, g_bytes_unref);
  if (before->original != NULL)
    article->original = g_bytes_ref (before->original);
}

static gboolean
says_the_same (const GsArticleRecord *a, const GsArticleRecord *b)
{
  return strcmp (a->text, b->text) == 0 && g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->byline, b->byline) == 0
         && g_strcmp0 (a->published_lo, b->published_lo) == 0;
}

static gboolean
add_claims (GsWorkspace *workspace,
            GsAction *action,
            const GsArticleRecord *before,
            const GsArticleRecord *after,
            GError **error)
{
  g_autoptr (GPtrArray) claims = gs_workspace_claims_of_article (workspace, before->uuid, error);

  for (guint i = 0; claims != NULL && i < claims->len; i++)
    {
      gs_revision_move_claim (claims->pdata[i], before->text, after->text);
      gs_action_save (action, &gs_claim_type, claims->pdata[i]);
    }

  return claims != NULL;
}

/**
 * gs_reextract_build:
 * @workspace: a workspace
 * @data: UUID of an article
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the action; %NULL without @error when nothing changes
 */
GsAction *
gs_reextract_build (GsWorkspace *workspace, gpointer data, GError **error)
{
  g_autoptr (GsArticleRecord) before = gs_workspace_load (workspace, &gs_article_type, data, error);
  g_autoptr (GsArticleRecord) read = NULL;
  g_autoptr (GsArticleRecord) after = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GsAction) action = NULL;

  if (before == NULL)
    return NULL;

  bytes = bytes_of (before);
  read = gs_extract (bytes, before->path, NULL, error);
  if (read == NULL)
    return NULL;

  keep_origin (read, before);
  after = gs_revision_merge (before, read);
  if (says_the_same (before, after))
    return NULL;

  action = gs_action_new (_ ("Read article anew"));
  gs_action_save (action, &gs_article_type, after);
  if (strcmp (before->text, after->text) != 0 && !add_claims (workspace, action, before, after, error))
    return NULL;

  return g_steal_pointer (&action);
}

/**
 * gs_reextract:
 * @workspace: a workspace
 * @article: UUID
 * @label: (out) (optional) (nullable): of the step of the history; %NULL when nothing changed
 *
 * Blocks. Zones that an analyst has set stay where the text is the same as before.
 *
 * Returns: whether it could be read; %FALSE with %GS_ERROR_NOT_FOUND, or why not
 */
gboolean
gs_reextract (GsWorkspace *workspace, const char *article, char **label, GError **error)
{
  g_return_val_if_fail (GS_IS_WORKSPACE (workspace) && article != NULL, FALSE);

  return gs_workspace_perform_built (workspace, gs_reextract_build, (gpointer) article, label, error);
}
