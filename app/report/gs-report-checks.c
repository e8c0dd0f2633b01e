/* gs-report-checks.c: may this text stand where others demand a form?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-report-checks.h"

#include <string.h>

/**
 * gs_is_instant:
 * @text: (nullable): any text
 *
 * Returns: whether it is an instant in UTC as ISO 8601 has it,
 *   "2022-10-17T06:35:00.000Z", and exists
 */
gboolean
gs_is_instant (const char *text)
{
  static const char form[] = "0000-00-00T00:00:00";
  g_autoptr (GDateTime) instant = NULL;
  gsize i;

  if (text == NULL)
    return FALSE;

  for (i = 0; form[i] != '\0'; i++)
    {
      if (form[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != form[i])
        return FALSE;
    }
  if (text[i] == '.')
    {
      gsize digits = strspn (text + i + 1, "0123456789");

      if (digits == 0)
        return FALSE;
      i += 1 + digits;
    }
  if (!g_str_equal (text + i, "Z"))
    return FALSE;
  instant = g_date_time_new_from_iso8601 (text, NULL);

  return instant != NULL;
}

/**
 * gs_is_language:
 * @text: (nullable): any text
 *
 * Returns: whether it is letters, digits and hyphens: as much of BCP 47 as readers
 *   choke on
 */
gboolean
gs_is_language (const char *text)
{
  return text != NULL && g_regex_match_simple ("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\\z", text, 0, 0);
}

/**
 * gs_is_web_address:
 * @text: (nullable): UTF-8
 *
 * Returns: whether it is http or https, with nothing in it that an IRI may not hold
 */
gboolean
gs_is_web_address (const char *text)
{
  const char *rest;

  if (text == NULL)
    return FALSE;
  if (g_ascii_strncasecmp (text, "https://", 8) == 0)
    rest = text + 8;
  else if (g_ascii_strncasecmp (text, "http://", 7) == 0)
    rest = text + 7;
  else
    return FALSE;

  for (const char *p = rest; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || !g_unichar_isprint (c) || (c < 0x80 && strchr ("<>\"{}|\\^`", (int) c) != NULL))
        return FALSE;
    }

  return *rest != '\0';
}

/**
 * gs_date_to_instant:
 * @text: (nullable): a date as precise as it is known, or an instant, ISO 8601
 *
 * Returns: (transfer full) (nullable): its first instant, in milliseconds: "2022-10" is
 *   "2022-10-01T00:00:00.000Z"; %NULL when it is neither
 */
char *
gs_date_to_instant (const char *text)
{
  static const char least[] = "0000-01-01T00:00:00.000Z";
  g_autofree char *instant = NULL;
  gsize length = text != NULL ? strlen (text) : 0;

  if (length != 4 && length != 7 && length != 10)
    {
      if (!gs_is_instant (text))
        return NULL;
      /* "…:00Z": as precise as the others. */
      return length == 20 ? g_strdup_printf ("%.19s.000Z", text) : g_strdup (text);
    }

  instant = g_strconcat (text, least + length, NULL);

  return gs_is_instant (instant) ? g_steal_pointer (&instant) : NULL;
}
