/* gs-isolate.c: names of any direction within sentences of the window's.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A Persian name in an English sentence takes the figures and commas behind it
 * along to its own direction, and a sentence that begins with one begins at the
 * right. Unicode has marks against that: an isolate is laid out by itself, and
 * a mark at the beginning says which way the sentence runs. Text that runs as the
 * window does gets none.
 */

#include "config.h"

#include "gs-isolate.h"

#include <string.h>

#define BEGIN "\u2068" /* first strong isolate */
#define END "\u2069"   /* pop directional isolate */
#define LEFT_TO_RIGHT "\u200e"
#define RIGHT_TO_LEFT "\u200f"

/* As GTK decides it, whose catalogue has the word. */
static gboolean
is_right_to_left (void)
{
  return g_str_equal (g_dgettext ("gtk40", "default:LTR"), "default:RTL");
}

/* Letters from right to left lie in these blocks, and no others do. */
static gboolean
runs_right_to_left (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfeff)
         || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff);
}

/**
 * gs_begins_right_to_left:
 * @text: (nullable): UTF-8
 *
 * After rules P2 and P3 of Unicode's bidirectional algorithm, which gives a
 * paragraph the direction of its first letter.
 *
 * Returns: whether a paragraph of that text is laid out from the right
 */
gboolean
gs_begins_right_to_left (const char *text)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        return runs_right_to_left (c);
    }

  return FALSE;
}

/* Whether it has letters that run the other way than the window. */
static gboolean
runs_against (const char *text, gsize length, gboolean rtl)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (rtl ? g_unichar_isalpha (c) && !runs_right_to_left (c) : runs_right_to_left (c))
        return TRUE;
    }

  return FALSE;
}

static void
append_isolated (GString *line, const char *text, gsize length, gboolean rtl)
{
  gboolean against = runs_against (text, length, rtl);

  if (against)
    g_string_append (line, BEGIN);
  g_string_append_len (line, text, (gssize) length);
  if (against)
    g_string_append (line, END);
}

/* Pango looks into an isolate for the direction of a paragraph. */
static char *
finish (GString *line, gboolean rtl)
{
  if (strstr (line->str, BEGIN) != NULL)
    g_string_prepend (line, rtl ? RIGHT_TO_LEFT : LEFT_TO_RIGHT);

  return g_string_free (line, FALSE);
}

/**
 * gs_isolate:
 * @text: (nullable): a name, a title, a quote: anything that was not translated
 *
 * Returns: (transfer full): the text for use in a line of others; "" for %NULL
 */
char *
gs_isolate (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *line = g_string_new (NULL);
  gboolean rtl = is_right_to_left ();

  append_isolated (line, valid, strlen (valid), rtl);

  return finish (line, rtl);
}

/**
 * gs_isolate_parts:
 * @text: (nullable): names with something between them
 * @between: what stands there, as %GS_CHAIN_ARROW or ", "
 *
 * Returns: (transfer full): the same in the order of the names, whichever way each of them runs
 */
char *
gs_isolate_parts (const char *text, const char *between)
{
  GString *line = g_string_new (NULL);
  gboolean rtl = is_right_to_left ();
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  g_auto (GStrv) parts = g_strsplit (valid, between, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (line, between);
      append_isolated (line, parts[i], strlen (parts[i]), rtl);
    }

  return finish (line, rtl);
}

/* Where the letters that run against the window end; figures and signs among them belong to them, but
 * not quotation marks, since what stands behind those was put in by itself. */
static const char *
find_run_end (const char *p, gboolean rtl)
{
  const char *end = p;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean against = rtl ? g_unichar_isalpha (c) && !runs_right_to_left (c) : runs_right_to_left (c);

      if (against || g_unichar_isdigit (c))
        end = g_utf8_next_char (p);
      else if (g_unichar_isalpha (c) || (c >= 0x2018 && c <= 0x201f) || c == 0x2068 || c == 0x2069)
        break;
    }

  return end;
}

/**
 * gs_isolate_runs:
 * @text: (nullable): a sentence, of which nobody knows any more what was put into it
 *
 * Returns: (transfer full): the same, in which each run of letters that go against the
 *   window's direction keeps it to itself; "" for %NULL
 */
char *
gs_isolate_runs (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  gboolean rtl = is_right_to_left ();
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0';)
    {
      const char *end = find_run_end (p, rtl);

      /* A run begins with a letter; what stands before it does not belong to it. */
      if (end > p && runs_against (p, (gsize) (g_utf8_next_char (p) - p), rtl))
        {
          append_isolated (line, p, (gsize) (end - p), rtl);
          p = end;
        }
      else
        {
          g_string_append_len (line, p, g_utf8_next_char (p) - p);
          p = g_utf8_next_char (p);
        }
    }

  return finish (line, rtl);
}

/* The same format with marks around each "%s". */
static char *
mark_format (const char *format)
{
  GString *marked = g_string_new (NULL);

  while (*format != '\0')
    {
      gsize length = *format == '%' ? 1 + strspn (format + 1, "0123456789$'+-# .lhzjt") : 0;

      if (format[length] == '\0')
        break;
      if (length > 0 && format[length] == 's')
        g_string_append_printf (marked, BEGIN "%.*s" END, (int) length + 1, format);
      else
        g_string_append_len (marked, format, (gssize) length + 1);
      format += length + 1;
    }

  return g_string_free (marked, FALSE);
}

/* Where the isolate that begins at @p ends; there may be others within. */
static const char *
find_end (const char *p)
{
  guint depth = 0;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_str_has_prefix (p, BEGIN))
        depth++;
      else if (g_str_has_prefix (p, END) && --depth == 0)
        return p;
    }

  return NULL;
}

/**
 * gs_compose:
 * @format: as of printf(), and translated
 * @...: its arguments
 *
 * Returns: (transfer full): the sentence, in which each "%s" keeps its direction to itself
 */
char *
gs_compose (const char *format, ...)
{
  g_autofree char *marked = mark_format (format);
  g_autofree char *raw = NULL;
  g_autofree char *text = NULL;
  gboolean rtl = is_right_to_left ();
  GString *line = g_string_new (NULL);
  const char *end;
  va_list arguments;

  va_start (arguments, format);
  raw = g_strdup_vprintf (marked, arguments);
  va_end (arguments);
  text = g_utf8_make_valid (raw, -1);

  for (const char *p = text; *p != '\0';)
    {
      end = g_str_has_prefix (p, BEGIN) ? find_end (p) : NULL;
      if (end == NULL)
        {
          g_string_append_len (line, p, g_utf8_next_char (p) - p);
          p = g_utf8_next_char (p);
          continue;
        }
      p += strlen (BEGIN);
      append_isolated (line, p, (gsize) (end - p), rtl);
      p = end + strlen (END);
    }

  return finish (line, rtl);
}
