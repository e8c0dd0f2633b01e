/* gs-markup-text.c: any text, carried by HTML or XML of others as nothing but text.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-markup-text.h"

/**
 * gs_markup_can_say:
 * @c: a character
 *
 * Returns: whether it is one to read: HTML has no way to say a control character, XML
 *   forbids them, and what Unicode calls no character is in no text
 */
gboolean
gs_markup_can_say (gunichar c)
{
  return c == '\n' || c == '\t' || (c >= 0x20 && c < 0x7f)
         || (c >= 0xa0 && (c & 0xfffe) != 0xfffe && (c < 0xfdd0 || c > 0xfdef));
}

/**
 * gs_markup_append_text:
 * @markup: gets the text appended, escaped for content and for attributes in quotes
 * @text: valid UTF-8
 *
 * A character that markup cannot hold becomes U+FFFD: as many code points as before,
 * but for a carriage return before a line feed, which is left out.
 */
void
gs_markup_append_text (GString *markup, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (markup, "&amp;");
      else if (c == '<')
        g_string_append (markup, "&lt;");
      else if (c == '>')
        g_string_append (markup, "&gt;");
      else if (c == '"')
        g_string_append (markup, "&quot;");
      else if (c == '\'')
        g_string_append (markup, "&#39;");
      else if (c == '\r')
        g_string_append (markup, p[1] == '\n' ? "" : "\n");
      else if (gs_markup_can_say (c))
        g_string_append_unichar (markup, c);
      else
        g_string_append (markup, "\xef\xbf\xbd");
    }
}
