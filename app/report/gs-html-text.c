/* gs-html-text.c: any text, carried by HTML as nothing but text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-html-private.h"

#include "gs-report-checks.h"

void
gs_html_raw (GsHtml *self, const char *markup)
{
  g_string_append (self->buffer.text, markup);
}

/* HTML has no way to say a control character, and XML forbids them. */
static gboolean
is_sayable (gunichar c)
{
  return c == '\n' || c == '\t' || (c >= 0x20 && c < 0x7f)
         || (c >= 0xa0 && (c & 0xfffe) != 0xfffe && (c < 0xfdd0 || c > 0xfdef));
}

void
gs_html_text (GsHtml *self, const char *text)
{
  GString *html = self->buffer.text;

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (html, "&amp;");
      else if (c == '<')
        g_string_append (html, "&lt;");
      else if (c == '>')
        g_string_append (html, "&gt;");
      else if (c == '"')
        g_string_append (html, "&quot;");
      else if (c == '\'')
        g_string_append (html, "&#39;");
      else if (c == '\r')
        g_string_append (html, p[1] == '\n' ? "" : "\n");
      else if (is_sayable (c))
        g_string_append_unichar (html, c);
      else
        g_string_append (html, "\xef\xbf\xbd");
    }
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
