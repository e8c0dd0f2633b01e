/* gs-cli-output.c: text and JSON on standard output.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-cli-output.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

/**
 * gs_cli_put:
 * @text: UTF-8
 *
 * Writes @text to standard output as it is, in UTF-8 whatever the locale.
 */
void
gs_cli_put (const char *text)
{
  /* A failure stays in the stream's error mark, which gs_cli_flush() reads. */
  (void) fputs (text, stdout);
}

/**
 * gs_cli_putf:
 * @format: as for printf()
 */
void
gs_cli_putf (const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  gs_cli_put (text);
}

/**
 * gs_cli_flush:
 *
 * Returns: whether everything put so far has been written
 */
gboolean
gs_cli_flush (void)
{
  return fflush (stdout) == 0 && !ferror (stdout);
}

/**
 * gs_cli_is_terminal:
 *
 * Returns: whether somebody looks at standard output
 */
gboolean
gs_cli_is_terminal (void)
{
  return isatty (STDOUT_FILENO) == 1;
}

/* Controls steer a terminal, line ends break a line-based reader, and
 * bidirectional overrides make a name look like another. */
static gboolean
is_unsafe (gunichar c)
{
  return g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 || (c >= 0x202a && c <= 0x202e)
         || (c >= 0x2066 && c <= 0x2069);
}

static void
append_escaped (GString *line, gunichar c)
{
  if (c == '\n')
    g_string_append (line, "\\n");
  else if (c == '\r')
    g_string_append (line, "\\r");
  else if (c == '\t')
    g_string_append (line, "\\t");
  else if (c < 0x80)
    g_string_append_printf (line, "\\x%02X", c);
  else
    g_string_append_printf (line, "\\u%04X", c);
}

/**
 * gs_cli_escape:
 * @text: bytes in any encoding, such as a file name
 *
 * Returns: (transfer full): one line of valid UTF-8 in which controls, line
 *   ends and bytes that are no UTF-8 stand as \n, \x1B, \u202E
 */
char *
gs_cli_escape (const char *text)
{
  GString *line = g_string_new (NULL);
  const char *at = text;

  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char_validated (at, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append_printf (line, "\\x%02X", (guint) (guchar) *at);
          at++;
          continue;
        }

      if (is_unsafe (c))
        append_escaped (line, c);
      else
        g_string_append_unichar (line, c);
      at = g_utf8_next_char (at);
    }

  return g_string_free (line, FALSE);
}

/**
 * gs_cli_clean_text:
 * @text: valid UTF-8 of several lines, such as an article's text
 *
 * Returns: (transfer full): the same with its line ends and tabs, other controls escaped
 */
char *
gs_cli_clean_text (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c != '\n' && c != '\t' && is_unsafe (c))
        append_escaped (clean, c);
      else
        g_string_append_unichar (clean, c);
    }

  return g_string_free (clean, FALSE);
}

/* JSON allows these as they are, but many readers of lines end a line there. */
static void
escape_line_ends (char **text)
{
  static const struct
  {
    const char *written;
    const char *escaped;
  } ends[] = { { "\xc2\x85", "\\u0085" }, { "\xe2\x80\xa8", "\\u2028" }, { "\xe2\x80\xa9", "\\u2029" } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (strstr (*text, ends[i].written) != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (*text, ends[i].written, -1);

          g_free (*text);
          *text = g_strjoinv (ends[i].escaped, parts);
        }
    }
}

/**
 * gs_cli_json_to_text:
 * @node: (transfer full): a document
 * @pretty: over several lines instead of one
 *
 * Returns: (transfer full): its text, without a line end; on one line by any
 *   reckoning when not @pretty
 */
char *
gs_cli_json_to_text (JsonNode *node, gboolean pretty)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  char *text;

  json_generator_set_root (generator, node);
  json_generator_set_pretty (generator, pretty);
  text = json_generator_to_data (generator, NULL);
  json_node_unref (node);
  escape_line_ends (&text);

  return text;
}

/**
 * gs_cli_put_json:
 * @node: (transfer full): a document
 * @pretty: over several lines instead of one
 */
void
gs_cli_put_json (JsonNode *node, gboolean pretty)
{
  g_autofree char *text = gs_cli_json_to_text (node, pretty);

  gs_cli_put (text);
  gs_cli_put ("\n");
}

/**
 * gs_cli_put_pair:
 * @name: the name of the one member
 * @value: its text
 *
 * Writes `{"name": "value"}`.
 */
void
gs_cli_put_pair (const char *name, const char *value)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  gs_json_set_text (object, name, value);
  json_node_take_object (node, object);
  gs_cli_put_json (node, FALSE);
}
