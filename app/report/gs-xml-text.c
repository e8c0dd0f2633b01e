/* gs-xml-text.c: any text, carried by XML.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-xml-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "gs-error.h"

/* 0, or the character at @p that XML 1.0 cannot hold. */
static gunichar
forbidden_at (const char *p)
{
  guchar first = (guchar) *p;

  if (first < 0x20)
    return first == '\t' || first == '\n' || first == '\r' ? 0 : first;

  /* U+FFFE and U+FFFF are EF BF BE and EF BF BF. */
  if (first == 0xef && (guchar) p[1] == 0xbf && (guchar) p[2] >= 0xbe)
    return g_utf8_get_char (p);

  return 0;
}

/**
 * gs_xml_text_needs_escape:
 * @text: valid UTF-8
 *
 * Returns: whether @text has characters that XML cannot hold
 */
gboolean
gs_xml_text_needs_escape (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (forbidden_at (p) != 0)
        return TRUE;
    }

  return FALSE;
}

static const char *
reference_for (char c, gboolean escaped)
{
  switch (c)
    {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      /* A bare one would be read as a line feed. */
      return "&#13;";
    case '\\':
      return escaped ? "\\\\" : NULL;
    default:
      return NULL;
    }
}

/**
 * gs_xml_text_append:
 * @xml: where the content of an element is appended
 * @text: valid UTF-8
 * @escaped: whether the element says so
 */
void
gs_xml_text_append (GString *xml, const char *text, gboolean escaped)
{
  const char *plain = text;
  const char *p = text;

  while (*p != '\0')
    {
      gunichar forbidden = forbidden_at (p);
      const char *reference = forbidden == 0 ? reference_for (*p, escaped) : NULL;

      if (forbidden == 0 && reference == NULL)
        {
          p++;
          continue;
        }

      g_string_append_len (xml, plain, p - plain);
      if (reference != NULL)
        g_string_append (xml, reference);
      else
        g_string_append_printf (xml, "\\u%04X", forbidden);
      p = g_utf8_next_char (p);
      plain = p;
    }

  g_string_append (xml, plain);
}

/* After "\u". Returns 0 if no character stands there. */
static gunichar
unescape_hex (const char *p)
{
  gunichar c = 0;

  for (int i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return 0;
      c = c * 16 + (gunichar) g_ascii_xdigit_value (p[i]);
    }

  return c >= 0xd800 && c < 0xe000 ? 0 : c;
}

/**
 * gs_xml_text_unescape:
 * @text: (inout): content of an element that says escaped="true"
 *
 * Returns: whether every backslash was one we understand; otherwise
 *   %GS_ERROR_UNREADABLE
 */
gboolean
gs_xml_text_unescape (GString *text, GError **error)
{
  char *to = text->str;

  for (const char *p = text->str; *p != '\0';)
    {
      gunichar c;

      if (*p != '\\')
        {
          *to++ = *p++;
          continue;
        }

      if (p[1] == '\\')
        {
          *to++ = '\\';
          p += 2;
          continue;
        }

      c = p[1] == 'u' ? unescape_hex (p + 2) : 0;
      if (c == 0)
        {
          g_set_error_literal (error, GS_ERROR, GS_ERROR_UNREADABLE,
                               _ ("an escaped text has a backslash that is neither \\\\ nor \\uXXXX"));
          return FALSE;
        }
      /* Six bytes become three at most. */
      to += g_unichar_to_utf8 (c, to);
      p += 6;
    }

  g_string_truncate (text, (gsize) (to - text->str));

  return TRUE;
}
