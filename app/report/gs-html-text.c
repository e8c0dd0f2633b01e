/* gs-html-text.c: any text, carried by HTML as nothing but text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-html-private.h"

#include "gs-markup-text.h"
#include "gs-report-checks.h"

void
gs_html_raw (GsHtml *self, const char *markup)
{
  g_string_append (self->buffer.text, markup);
}

void
gs_html_text (GsHtml *self, const char *text)
{
  gs_markup_append_text (self->buffer.text, text != NULL ? text : "");
}

void
gs_html_attribute (GsHtml *self, const char *name, const char *prefix, const char *text)
{
  gs_html_raw (self, " ");
  gs_html_raw (self, name);
  gs_html_raw (self, "=\"");
  gs_html_raw (self, prefix);
  gs_html_text (self, text);
  gs_html_raw (self, "\"");
}

static void
put_element (GsHtml *self, const char *tag, const char *class, const char *text)
{
  if (class != NULL)
    gs_html_attribute (self, "class", "", class);
  gs_html_raw (self, ">");
  gs_html_text (self, text);
  gs_html_raw (self, "</");
  gs_html_raw (self, tag);
  gs_html_raw (self, ">");
}

void
gs_html_element (GsHtml *self, const char *tag, const char *class, const char *text)
{
  gs_html_raw (self, "<");
  gs_html_raw (self, tag);
  put_element (self, tag, class, text);
  gs_html_raw (self, "\n");
}

void
gs_html_quoted (GsHtml *self, const char *tag, const char *class, const char *language, const char *text)
{
  gs_html_raw (self, "<");
  gs_html_raw (self, tag);
  gs_html_raw (self, " dir=\"auto\"");
  if (gs_is_language (language))
    gs_html_attribute (self, "lang", "", language);
  put_element (self, tag, class, text);
}

void
gs_html_field (GsHtml *self, const char *name, const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  gs_html_raw (self, "<div>");
  gs_html_element (self, "dt", NULL, name);
  gs_html_quoted (self, "dd", NULL, NULL, value);
  gs_html_raw (self, "</div>\n");
}
