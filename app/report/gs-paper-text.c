/* gs-paper-text.c: words of a report, broken into lines.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-paper.h"

#include <string.h>

#include "gs-markup-text.h"
#include "gs-report-checks.h"

/* What isolates words of another direction from those around them. */
#define ISOLATE "\xe2\x81\xa8"
#define POP "\xe2\x81\xa9"

static const struct
{
  double size;
  PangoWeight weight;
} faces[] = {
  [GS_FACE_TEXT] = { 9.5, PANGO_WEIGHT_NORMAL },  [GS_FACE_SMALL] = { 8.5, PANGO_WEIGHT_NORMAL },
  [GS_FACE_QUOTE] = { 9.5, PANGO_WEIGHT_NORMAL }, [GS_FACE_STRONG] = { 9.5, PANGO_WEIGHT_BOLD },
  [GS_FACE_H1] = { 20, PANGO_WEIGHT_BOLD },       [GS_FACE_H2] = { 14, PANGO_WEIGHT_BOLD },
  [GS_FACE_H3] = { 11.5, PANGO_WEIGHT_BOLD },     [GS_FACE_H4] = { 10, PANGO_WEIGHT_BOLD },
};

/**
 * gs_paper_context_new:
 *
 * One unit is a point, and nothing is fitted to the dots of a screen, so that lines
 * break alike wherever the page ends up. Of a font map of its own: any thread.
 *
 * Returns: (transfer full): what texts are laid out with
 */
PangoContext *
gs_paper_context_new (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);

  return context;
}

static void
link_clear (gpointer data)
{
  g_free (((GsPaperLink *) data)->target);
}

/* A page has no way to show a control character. */
static void
append_words (GString *text, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r' || c == 0x2028 || c == 0x2029)
        c = '\n';
      g_string_append_unichar (text, gs_markup_can_say (c) ? c : 0xfffd);
    }
}

/**
 * gs_paper_plain:
 * @words: any text
 *
 * Returns: (transfer full): it as a page can show it, on one line
 */
char *
gs_paper_plain (const char *words)
{
  GString *text = g_string_new (NULL);

  append_words (text, words);
  g_strdelimit (text->str, "\n\t", ' ');

  return g_string_free (text, FALSE);
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize start, gsize end)
{
  attribute->start_index = (guint) start;
  attribute->end_index = (guint) end;
  pango_attr_list_insert (list, attribute);
}

static void
add_colour (PangoAttrList *list, GsInk ink, gboolean behind, gsize start, gsize end)
{
  PangoColor colour;

  pango_color_parse (&colour, gs_figure_colours[ink]);
  add_attribute (list,
                 behind ? pango_attr_background_new (colour.red, colour.green, colour.blue)
                        : pango_attr_foreground_new (colour.red, colour.green, colour.blue),
                 start, end);
}

static void
add_style (PangoAttrList *list, GsRunStyle style, gsize start, gsize end)
{
  switch (style)
    {
    case GS_RUN_STRONG:
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      break;

    case GS_RUN_DIM:
      add_colour (list, GS_INK_DIM, FALSE, start, end);
      add_attribute (list, pango_attr_scale_new (0.88), start, end);
      break;

    case GS_RUN_ASSERTS:
    case GS_RUN_DENIES:
      add_colour (list, style == GS_RUN_DENIES ? GS_INK_DENIES : GS_INK_ASSERTS, FALSE, start, end);
      add_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      break;

    case GS_RUN_MARK:
      add_colour (list, GS_INK_PANEL, TRUE, start, end);
      break;

    case GS_RUN_TITLE:
      add_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
      break;

    case GS_RUN_NOTE:
      add_attribute (list, pango_attr_rise_new (3 * PANGO_SCALE), start, end);
      add_attribute (list, pango_attr_scale_new (0.7), start, end);
      break;

    case GS_RUN_PLAIN:
    default:
      break;
    }
}

static void
add_run (GsPaperText *self, GString *text, PangoAttrList *list, const GsRun *run, gboolean alone)
{
  gboolean isolated = run->foreign && !alone;
  gsize start = text->len;

  if (isolated)
    g_string_append (text, ISOLATE);
  append_words (text, run->text);
  if (isolated)
    g_string_append (text, POP);

  add_style (list, run->style, start, text->len);
  if (gs_is_language (run->language))
    add_attribute (list, pango_attr_language_new (pango_language_from_string (run->language)), start, text->len);
  if (run->target != NULL)
    {
      GsPaperLink link = { (int) start, (int) text->len, g_strdup (run->target) };

      g_array_append_val (self->links, link);
      if (*run->target != '#')
        add_colour (list, GS_INK_LINK, FALSE, start, text->len);
    }
}

/**
 * gs_paper_text_new:
 * @context: of gs_paper_context_new()
 * @face: how the words look
 * @phrase: the words
 * @width: that lines are broken at, in points
 * @at_end: numbers stand below each other's ends
 *
 * Returns: (transfer full): the words in lines
 */
GsPaperText *
gs_paper_text_new (PangoContext *context, GsFace face, const GsPhrase *phrase, double width, gboolean at_end)
{
  GsPaperText *self = g_new0 (GsPaperText, 1);
  PangoFontDescription *font = pango_font_description_from_string (GS_PAPER_FAMILIES);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean alone = phrase->runs->len == 1 && g_array_index (phrase->runs, GsRun, 0).foreign;

  self->layout = pango_layout_new (context);
  self->links = g_array_new (FALSE, TRUE, sizeof (GsPaperLink));
  g_array_set_clear_func (self->links, link_clear);
  for (guint i = 0; i < phrase->runs->len; i++)
    add_run (self, text, list, &g_array_index (phrase->runs, GsRun, i), alone);

  pango_font_description_set_absolute_size (font, faces[face].size * PANGO_SCALE);
  pango_font_description_set_weight (font, faces[face].weight);
  pango_layout_set_font_description (self->layout, font);
  pango_layout_set_attributes (self->layout, list);
  /* Only what is all somebody else's words has their direction. */
  pango_layout_set_auto_dir (self->layout, alone);
  pango_layout_set_width (self->layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, at_end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (self->layout, text->str, (int) text->len);
  pango_font_description_free (font);

  return self;
}

/**
 * gs_paper_text_free:
 * @self: (transfer full) (nullable): a text
 */
void
gs_paper_text_free (GsPaperText *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->layout);
  g_array_unref (self->links);
  g_free (self);
}
