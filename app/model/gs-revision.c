/* gs-revision.c: an article whose text has changed.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-revision.h"

#include <string.h>

#include "gs-anchor.h"

/* "pages.warc#3" is a part of "pages.warc". */
static gboolean
is_same_file (const char *a, const char *b)
{
  const char *hash = a != NULL ? strrchr (a, '#') : NULL;
  gsize n = hash != NULL ? (gsize) (hash - a) + 1 : 0;

  return n > 0 && b != NULL && strncmp (a, b, n) == 0;
}

/**
 * gs_revision_follows:
 * @before: an article that is there
 * @newer: one that has the same canonical URL
 *
 * Returns: whether @newer is a later version of @before
 */
gboolean
gs_revision_follows (const GsArticleRecord *before, const GsArticleRecord *newer)
{
  g_return_val_if_fail (before != NULL && newer != NULL, FALSE);

  if (is_same_file (before->path, newer->path))
    return before->retrieved != NULL && newer->retrieved != NULL && strcmp (before->retrieved, newer->retrieved) < 0;

  return before->retrieved == NULL || newer->retrieved == NULL || strcmp (before->retrieved, newer->retrieved) <= 0;
}

static void
take_text (char **into, const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  g_free (*into);
  *into = g_strdup (value);
}

/* A day that an analyst gave is better than what a page says of itself. */
static void
take_day (GsArticleRecord *record, const GsArticleRecord *newer)
{
  if (newer->published_basis == GS_BASIS_NONE || record->published_basis == GS_BASIS_ANALYST)
    return;

  take_text (&record->published_lo, newer->published_lo);
  take_text (&record->published_hi, newer->published_hi);
  record->published_basis = newer->published_basis;
}

static void
take_lists (GsArticleRecord *record, const GsArticleRecord *newer)
{
  g_autoptr (GsArticleRecord) copy = gs_record_copy (&gs_article_type, newer);
  GPtrArray *zones = record->zones;
  GPtrArray *pages = record->pages;

  record->zones = copy->zones;
  copy->zones = zones;
  record->pages = copy->pages;
  copy->pages = pages;
}

/**
 * gs_revision_merge:
 * @before: the article that is there
 * @newer: the new version; what it does not say stays as it was
 *
 * Returns: (transfer full): @before with text, zones, original and metadata of @newer
 */
GsArticleRecord *
gs_revision_merge (const GsArticleRecord *before, const GsArticleRecord *newer)
{
  GsArticleRecord *record;

  g_return_val_if_fail (before != NULL && newer != NULL, NULL);

  record = gs_record_copy (&gs_article_type, before);
  take_text (&record->title, newer->title);
  take_text (&record->language, newer->language);
  take_text (&record->path, newer->path);
  take_text (&record->outlet, newer->outlet);
  take_text (&record->agency, newer->agency);
  take_text (&record->byline, newer->byline);
  take_text (&record->retrieved, newer->retrieved);
  take_text (&record->media_type, newer->media_type);
  take_text (&record->sha256, newer->sha256);
  take_text (&record->extractor, newer->extractor);
  take_text (&record->note, newer->note);
  take_day (record, newer);
  take_lists (record, newer);
  g_free (record->text);
  record->text = g_strdup (newer->text);
  g_clear_pointer (&record->original, g_bytes_unref);
  if (newer->original != NULL)
    record->original = g_bytes_ref (newer->original);

  return record;
}

/* A cue without a place in the text is only its words. */
static void
move_cue (GsHopRecord *hop, const GsText *before, const GsText *after)
{
  GsSpanRecord *span;

  if (hop->cue_end <= hop->cue_start)
    return;

  span = gs_record_new (&gs_span_type);
  span->start = hop->cue_start;
  span->end = hop->cue_end;
  if (gs_anchor_describe (before, span) && gs_anchor_resolve (after, span))
    {
      hop->cue_start = span->start;
      hop->cue_end = span->end;
    }
  else
    {
      hop->cue_start = 0;
      hop->cue_end = 0;
    }
  gs_record_free (&gs_span_type, span);
}

/**
 * gs_revision_move_claim:
 * @claim: a claim of the article
 * @before: the text its places are in
 * @after: the text they shall be in
 *
 * A span that is found describes itself anew, so that the next revision has the words
 * around it that stand there now.
 *
 * Returns: how many of its spans are orphaned now
 */
guint
gs_revision_move_claim (GsClaimRecord *claim, const char *before, const char *after)
{
  g_autoptr (GsText) from = NULL;
  g_autoptr (GsText) to = NULL;
  guint orphaned = 0;

  g_return_val_if_fail (claim != NULL && before != NULL && after != NULL, 0);

  from = gs_text_new (before);
  to = gs_text_new (after);
  for (guint i = 0; i < claim->spans->len; i++)
    {
      GsSpanRecord *span = claim->spans->pdata[i];

      if (gs_anchor_resolve (to, span))
        gs_anchor_describe (to, span);
      else
        orphaned++;
    }
  for (guint i = 0; i < claim->hops->len; i++)
    move_cue (claim->hops->pdata[i], from, to);

  return orphaned;
}
