/* gs-main-text.c: an article without what stands around it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-main-text.h"

/**
 * gs_main_text:
 * @article: with text and zones
 * @zones: (optional): a #GsZoneRecord array; zones whose offsets, in code
 *   points, are into the text returned are appended to it
 *
 * What the article itself says: subheads and body, one line end between them.
 * Title, captions, credits, teasers and the page's furniture stay behind.
 * An article without zones is all body.
 *
 * Returns: (transfer full): the text, "" when the article has no body
 */
char *
gs_main_text (const GsArticleRecord *article, GPtrArray *zones)
{
  const char *at = article->text;
  GString *out;
  gint64 offset = 0; /* of @at, code points */
  gint64 length = 0; /* of @out, code points */

  if (article->zones == NULL || article->zones->len == 0)
    return g_strdup (article->text);

  out = g_string_new (NULL);
  for (guint i = 0; i < article->zones->len; i++)
    {
      const GsZoneRecord *zone = article->zones->pdata[i];
      const char *end;

      if ((zone->kind != GS_ZONE_BODY && zone->kind != GS_ZONE_SUBHEAD) || zone->start < offset)
        continue;
      if (out->len > 0)
        {
          g_string_append_c (out, '\n');
          length++;
        }
      at = g_utf8_offset_to_pointer (at, zone->start - offset);
      end = g_utf8_offset_to_pointer (at, zone->end - zone->start);
      g_string_append_len (out, at, end - at);
      if (zones != NULL)
        {
          GsZoneRecord *part = gs_record_append (zones, &gs_zone_type);

          part->kind = zone->kind;
          part->start = length;
          part->end = length + zone->end - zone->start;
        }
      length += zone->end - zone->start;
      offset = zone->end;
      at = end;
    }

  return g_string_free (out, FALSE);
}
