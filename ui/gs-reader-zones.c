/* gs-reader-zones.c: how the zones of an article are set in type.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reader-zones.h"

#include "gs-records.h"

typedef struct
{
  double scale;
  int weight;
  int above;
  int below;
  PangoStyle style;
  gboolean dim;
} ZoneLook;

/* By GsZoneKind. What is not the article itself stays readable, but steps
 * back. */
static const ZoneLook looks[] = {
  [GS_ZONE_BODY] = { 1.0, PANGO_WEIGHT_NORMAL, 0, 8, PANGO_STYLE_NORMAL, FALSE },
  [GS_ZONE_TITLE] = { 1.5, PANGO_WEIGHT_BOLD, 12, 12, PANGO_STYLE_NORMAL, FALSE },
  [GS_ZONE_SUBHEAD] = { 1.1, PANGO_WEIGHT_BOLD, 12, 4, PANGO_STYLE_NORMAL, FALSE },
  [GS_ZONE_CAPTION] = { 0.9, PANGO_WEIGHT_NORMAL, 2, 8, PANGO_STYLE_ITALIC, TRUE },
  [GS_ZONE_CREDIT] = { 0.85, PANGO_WEIGHT_NORMAL, 2, 8, PANGO_STYLE_NORMAL, TRUE },
  [GS_ZONE_TEASER] = { 0.85, PANGO_WEIGHT_NORMAL, 2, 8, PANGO_STYLE_NORMAL, TRUE },
  [GS_ZONE_BOILERPLATE] = { 0.85, PANGO_WEIGHT_NORMAL, 2, 8, PANGO_STYLE_NORMAL, TRUE },
};

static GtkTextTag *
find_tag (GtkTextBuffer *buffer, int kind)
{
  return gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), gs_word_to_nick (&gs_zone_kinds, kind));
}

/**
 * gs_reader_zones_prepare:
 * @buffer: gets a tag for each kind of zone; to be called once
 */
void
gs_reader_zones_prepare (GtkTextBuffer *buffer)
{
  for (int kind = GS_ZONE_TITLE; kind < (int) G_N_ELEMENTS (looks); kind++)
    {
      const ZoneLook *look = &looks[kind];

      gtk_text_buffer_create_tag (buffer, gs_word_to_nick (&gs_zone_kinds, kind), "scale", look->scale, "weight",
                                  look->weight, "style", look->style, "pixels-above-lines", look->above,
                                  "pixels-below-lines", look->below, NULL);
    }
}

/**
 * gs_reader_zones_colour:
 * @buffer: a buffer with the tags
 * @foreground: what dimmed text is a thinner version of
 */
void
gs_reader_zones_colour (GtkTextBuffer *buffer, const GdkRGBA *foreground)
{
  for (int kind = GS_ZONE_TITLE; kind < (int) G_N_ELEMENTS (looks); kind++)
    {
      GdkRGBA colour = *foreground;

      if (!looks[kind].dim)
        continue;

      colour.alpha *= GS_READER_DIMMED;
      g_object_set (find_tag (buffer, kind), "foreground-rgba", &colour, NULL);
    }
}

/**
 * gs_reader_zones_apply:
 * @buffer: a buffer with the tags, filled with @text
 * @text: a text
 * @zones: (nullable) (element-type GsZoneRecord): places in code points of the article
 */
void
gs_reader_zones_apply (GtkTextBuffer *buffer, const GsReaderText *text, const GPtrArray *zones)
{
  for (guint i = 0; zones != NULL && i < zones->len; i++)
    {
      const GsZoneRecord *zone = zones->pdata[i];
      GtkTextIter start;
      GtkTextIter end;

      if (zone->kind <= GS_ZONE_BODY || zone->kind >= (int) G_N_ELEMENTS (looks) || zone->end <= zone->start)
        continue;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, (int) gs_reader_text_to_view (text, zone->start));
      gtk_text_buffer_get_iter_at_offset (buffer, &end, (int) gs_reader_text_end_to_view (text, zone->end));
      gtk_text_buffer_apply_tag (buffer, find_tag (buffer, zone->kind), &start, &end);
    }
}

/**
 * gs_reader_zones_forget:
 * @buffer: a buffer with the tags; loses them everywhere
 */
void
gs_reader_zones_forget (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  for (int kind = GS_ZONE_BODY + 1; kind < (int) G_N_ELEMENTS (looks); kind++)
    gtk_text_buffer_remove_tag (buffer, find_tag (buffer, kind), &start, &end);
}
