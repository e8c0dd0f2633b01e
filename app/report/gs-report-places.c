/* gs-report-places.c: do the places in a report's texts hold?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-report-places.h"

#include <glib/gi18n-lib.h>

#include "gs-anchor.h"
#include "gs-error.h"
#include "gs-text.h"

struct _GsReportPlaces
{
  GHashTable *texts; /* UUID of an article → its text */

  /* The article of the last claim: claims come by article, mostly. */
  char *uuid;
  GsText *text;
};

/**
 * gs_report_places_new:
 *
 * Returns: (transfer full): a register of articles' texts
 */
GsReportPlaces *
gs_report_places_new (void)
{
  GsReportPlaces *self = g_new0 (GsReportPlaces, 1);

  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return self;
}

/**
 * gs_report_places_free:
 * @self: (transfer full): a register
 */
void
gs_report_places_free (GsReportPlaces *self)
{
  g_hash_table_unref (self->texts);
  g_clear_pointer (&self->text, gs_text_free);
  g_free (self->uuid);
  g_free (self);
}

/**
 * gs_report_places_add:
 * @self: a register
 * @uuid: of the article in the workspace
 * @text: (nullable): its text; copied
 */
void
gs_report_places_add (GsReportPlaces *self, const char *uuid, const char *text)
{
  g_hash_table_insert (self->texts, g_strdup (uuid), g_strdup (text != NULL ? text : ""));
}

/**
 * gs_report_places_knows:
 * @self: a register
 * @uuid: of an article
 *
 * Returns: whether it was added
 */
gboolean
gs_report_places_knows (GsReportPlaces *self, const char *uuid)
{
  return g_hash_table_contains (self->texts, uuid);
}

static gboolean
check_pages (const GsArticleRecord *article, gint64 length, GError **error)
{
  gint64 last = 0;

  for (guint i = 0; i < article->pages->len; i++)
    {
      const GsPageRecord *page = article->pages->pdata[i];

      if (page->start < last || page->start > length)
        {
          g_set_error (error, GS_ERROR, GS_ERROR_INVALID,
                       _ ("the pages of article %s are out of order or begin beyond its text"), article->uuid);
          return FALSE;
        }
      last = page->start;
    }

  return TRUE;
}

/**
 * gs_report_places_check:
 * @article: an article as it came
 *
 * Returns: whether its zones and pages are in order and lie within its text; otherwise
 *   %GS_ERROR_INVALID
 */
gboolean
gs_report_places_check (const GsArticleRecord *article, GError **error)
{
  gint64 length = article->text != NULL ? g_utf8_strlen (article->text, -1) : 0;
  gint64 last = 0;

  for (guint i = 0; i < article->zones->len; i++)
    {
      const GsZoneRecord *zone = article->zones->pdata[i];

      if (zone->start < last || zone->end < zone->start || zone->end > length)
        {
          g_set_error (error, GS_ERROR, GS_ERROR_INVALID,
                       _ ("the zones of article %s overlap or reach beyond its text"), article->uuid);
          return FALSE;
        }
      last = zone->end;
    }

  return check_pages (article, length, error);
}

static GsText *
text_of (GsReportPlaces *self, const char *uuid)
{
  if (g_strcmp0 (self->uuid, uuid) != 0)
    {
      g_clear_pointer (&self->text, gs_text_free);
      g_free (self->uuid);
      self->uuid = g_strdup (uuid);
      self->text = gs_text_new (g_hash_table_lookup (self->texts, uuid));
    }

  return self->text;
}

static gboolean
stands (const GsText *text, gint64 start, gint64 end, const char *words)
{
  g_autofree char *slice = NULL;

  if (start < 0 || end < start || end > gs_text_length (text))
    return FALSE;

  slice = gs_text_slice (text, start, end);

  return words == NULL || g_str_equal (slice, words);
}

static void
mend_cue (const GsText *text, GsHopRecord *hop)
{
  if (hop->cue_end == 0 || stands (text, hop->cue_start, hop->cue_end, hop->cue))
    return;

  /* No place is better than a wrong one; the words stay. */
  hop->cue_start = 0;
  hop->cue_end = 0;
}

/**
 * gs_report_places_mend:
 * @self: a register
 * @claim: a claim whose article was added; its spans and cues are changed in place
 *
 * A span whose quote does not stand where it says is looked for; it is marked as
 * orphaned until found.
 */
void
gs_report_places_mend (GsReportPlaces *self, GsClaimRecord *claim)
{
  GsText *text = text_of (self, claim->article);

  for (guint i = 0; i < claim->spans->len; i++)
    {
      GsSpanRecord *span = claim->spans->pdata[i];

      if (span->orphaned || stands (text, span->start, span->end, span->exact))
        continue;

      span->orphaned = TRUE;
      if (span->exact != NULL && *span->exact != '\0')
        gs_anchor_resolve (text, span);
    }

  for (guint i = 0; i < claim->hops->len; i++)
    mend_cue (text, claim->hops->pdata[i]);
}
