/* gs-reader-places.c: how far each article has been read.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A habit of whoever reads and no fact of the investigation: it is kept in the
 * settings and not in the workspace, for the articles that were read last.
 */

#include "config.h"

#include "gs-reader-private.h"

#include "gs-settings.h"

#define KEY "article-places"
#define MOST 200

/* The code point that was read last; 0 for the beginning. */
static gint64
find (const char *article)
{
  GSettings *settings = gs_settings_get ();
  g_autoptr (GVariant) places = settings != NULL ? g_settings_get_value (settings, KEY) : NULL;
  gint64 place;
  const char *name;
  GVariantIter iter;

  if (places == NULL)
    return 0;

  g_variant_iter_init (&iter, places);
  while (g_variant_iter_next (&iter, "(&sx)", &name, &place))
    {
      if (g_str_equal (name, article))
        return place;
    }

  return 0;
}

static void
keep (const char *article, gint64 place)
{
  GSettings *settings = gs_settings_get ();
  g_autoptr (GVariant) places = NULL;
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sx)"));
  guint n = 0;
  gint64 old;
  const char *name;
  GVariantIter iter;

  if (settings == NULL || find (article) == place)
    return;

  if (place > 0)
    {
      g_variant_builder_add (&builder, "(sx)", article, place);
      n++;
    }
  places = g_settings_get_value (settings, KEY);
  g_variant_iter_init (&iter, places);
  while (n < MOST && g_variant_iter_next (&iter, "(&sx)", &name, &old))
    {
      if (g_str_equal (name, article))
        continue;
      g_variant_builder_add (&builder, "(sx)", name, old);
      n++;
    }
  g_settings_set_value (settings, KEY, g_variant_builder_end (&builder));
}

void
gs_reader_keep_place (GsReader *self)
{
  if (self->shown && self->article != NULL)
    keep (self->article, gs_reader_view_get_place (self->view));
}

static gboolean
find_place_cb (gpointer data)
{
  GsReader *self = data;
  gint64 place = self->shown ? find (self->article) : 0;

  if (place > 0 && place < gs_reader_view_get_length (self->view))
    gs_reader_view_scroll_to (self->view, place, place);

  return G_SOURCE_REMOVE;
}

void
gs_reader_find_place (GsReader *self)
{
  g_idle_add_full (G_PRIORITY_LOW, find_place_cb, g_object_ref (self), g_object_unref);
}
