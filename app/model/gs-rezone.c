/* gs-rezone.c: the analyst says what a block of an article is.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-rezone.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-text.h"

/**
 * gs_rezone_new:
 * @article: UUID
 * @start: first code point
 * @end: code point after the last; the same as @start for the paragraph around it
 * @kind: a #GsZoneKind
 *
 * Returns: (transfer full): the order
 */
GsRezone *
gs_rezone_new (const char *article, gint64 start, gint64 end, int kind)
{
  GsRezone *self;

  g_return_val_if_fail (article != NULL, NULL);

  self = g_new0 (GsRezone, 1);
  self->article = g_strdup (article);
  self->start = start;
  self->end = end;
  self->kind = kind;

  return self;
}

/**
 * gs_rezone_free:
 * @self: (nullable) (transfer full): an order
 */
void
gs_rezone_free (GsRezone *self)
{
  if (self == NULL)
    return;

  g_free (self->article);
  g_free (self);
}

/* Moves both ends inwards over white space; bytes. */
static gboolean
trim (const char *text, gsize *start, gsize *end)
{
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (text + *start)))
    *start = (gsize) (g_utf8_next_char (text + *start) - text);
  while (*end > *start)
    {
      const char *last = g_utf8_prev_char (text + *end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      *end = (gsize) (last - text);
    }

  return *end > *start;
}

static void
append_zone (GPtrArray *zones, const GsText *text, gint64 from, gint64 to, int kind)
{
  gsize start = gs_text_to_byte (text, from);
  gsize end = gs_text_to_byte (text, to);
  GsZoneRecord *zone;

  if (to <= from || !trim (gs_text_get (text), &start, &end))
    return;

  zone = gs_record_append (zones, &gs_zone_type);
  zone->kind = kind;
  zone->start = gs_text_from_byte (text, start);
  zone->end = gs_text_from_byte (text, end);
}

/* A zone for each paragraph of the range. */
static void
append_range (GPtrArray *zones, const GsText *text, gint64 start, gint64 end, int kind)
{
  const char *bytes = gs_text_get (text);
  gsize at = gs_text_to_byte (text, start);
  gsize stop = gs_text_to_byte (text, end);

  while (at < stop)
    {
      const char *line_end = memchr (bytes + at, '\n', stop - at);
      gsize until = line_end != NULL ? (gsize) (line_end - bytes) : stop;

      append_zone (zones, text, gs_text_from_byte (text, at), gs_text_from_byte (text, until), kind);
      at = until + 1;
    }
}

/* The paragraph around an empty range; otherwise the range without white space around. */
static gboolean
settle_range (const GsText *text, gint64 *from, gint64 *to)
{
  const char *bytes = gs_text_get (text);
  gsize length = strlen (bytes);
  gsize start = gs_text_to_byte (text, CLAMP (*from, 0, gs_text_length (text)));
  gsize end = gs_text_to_byte (text, CLAMP (*to, *from, gs_text_length (text)));

  if (*to <= *from)
    {
      while (start > 0 && bytes[start - 1] != '\n')
        start--;
      while (end < length && bytes[end] != '\n')
        end++;
    }
  if (!trim (bytes, &start, &end))
    return FALSE;

  *from = gs_text_from_byte (text, start);
  *to = gs_text_from_byte (text, end);

  return TRUE;
}

static int
compare_zones (gconstpointer a, gconstpointer b)
{
  const GsZoneRecord *x = *(const GsZoneRecord *const *) a;
  const GsZoneRecord *y = *(const GsZoneRecord *const *) b;

  return (x->start > y->start) - (x->start < y->start);
}

static void
take_title (GsArticleRecord *article, const GsText *text, gint64 start, gint64 end)
{
  g_autofree char *title = gs_text_slice (text, start, end);

  g_free (article->title);
  article->title = g_strdelimit (g_steal_pointer (&title), "\n\t", ' ');
}

/**
 * gs_article_record_take_zones:
 * @article: an article
 * @zones: (transfer full) (element-type GsZoneRecord): what takes the place of its zones
 */
void
gs_article_record_take_zones (GsArticleRecord *article, GPtrArray *zones)
{
  g_return_if_fail (article != NULL && zones != NULL);

  for (guint i = 0; i < article->zones->len; i++)
    gs_record_free (&gs_zone_type, article->zones->pdata[i]);
  g_ptr_array_unref (article->zones);
  article->zones = zones;
}

/**
 * gs_rezone_apply:
 * @self: an order
 * @article: whose zones are changed; what is left of the zones it cuts keeps its kind
 *
 * Returns: whether there was anything but white space in the range
 */
gboolean
gs_rezone_apply (const GsRezone *self, GsArticleRecord *article)
{
  g_autoptr (GsText) text = NULL;
  GPtrArray *zones;
  gint64 start;
  gint64 end;

  g_return_val_if_fail (self != NULL && article != NULL && article->text != NULL, FALSE);

  text = gs_text_new (article->text);
  start = self->start;
  end = self->end;
  if (!settle_range (text, &start, &end))
    return FALSE;

  zones = g_ptr_array_new ();
  for (guint i = 0; i < article->zones->len; i++)
    {
      const GsZoneRecord *zone = article->zones->pdata[i];

      append_zone (zones, text, zone->start, MIN (zone->end, start), zone->kind);
      append_zone (zones, text, MAX (zone->start, end), zone->end, zone->kind);
    }
  append_range (zones, text, start, end, self->kind);
  g_ptr_array_sort (zones, compare_zones);
  if (self->kind == GS_ZONE_TITLE)
    take_title (article, text, start, end);

  gs_article_record_take_zones (article, zones);

  return TRUE;
}

/**
 * gs_rezone_build:
 * @workspace: a workspace
 * @data: a #GsRezone
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the action; %NULL without @error when nothing changes
 */
GsAction *
gs_rezone_build (GsWorkspace *workspace, gpointer data, GError **error)
{
  const GsRezone *self = data;
  g_autoptr (GsArticleRecord) article = gs_workspace_load (workspace, &gs_article_type, self->article, error);
  g_autoptr (GsArticleRecord) before = NULL;
  g_autoptr (GsAction) action = NULL;

  if (article == NULL)
    return NULL;

  before = gs_record_copy (&gs_article_type, article);
  if (!gs_rezone_apply (self, article) || gs_record_equal (&gs_article_type, before, article))
    return NULL;

  action = gs_action_new (_ ("Mark what a passage is"));
  gs_action_save (action, &gs_article_type, article);

  return g_steal_pointer (&action);
}
