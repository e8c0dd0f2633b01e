/* gs-json-lines.c: one JSON object a line.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-columns.h"
#include "gs-json-strict.h"

/* Rows of a table are flat. */
#define MAX_DEPTH 32
#define SNIFF_BYTES (1024 * 1024)

/* (transfer full) (nullable): the object on a line. */
static JsonObject *
parse_line (const char *line, gsize length)
{
  g_autoptr (JsonNode) root = length >= 2 && line[0] == '{' ? gs_json_parse (line, length, MAX_DEPTH) : NULL;

  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_object_ref (json_node_get_object (root)) : NULL;
}

/* The next line that is not blank, without the white space around it. */
static gboolean
next_line (const char **at, const char *end, const char **line, gsize *length)
{
  while (*at < end)
    {
      const char *newline = memchr (*at, '\n', (gsize) (end - *at));
      const char *stop = newline != NULL ? newline : end;
      const char *start = *at;

      *at = newline != NULL ? newline + 1 : end;
      while (start < stop && g_ascii_isspace (*start))
        start++;
      while (stop > start && g_ascii_isspace (stop[-1]))
        stop--;
      if (stop > start)
        {
          *line = start;
          *length = (gsize) (stop - start);
          return TRUE;
        }
    }

  return FALSE;
}

/* (transfer full) (nullable): a text, or texts in a list. */
static char *
node_text (JsonNode *node)
{
  g_autoptr (GString) joined = NULL;

  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  joined = g_string_new (NULL);
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);

      if (JSON_NODE_HOLDS_VALUE (element) && json_node_get_value_type (element) == G_TYPE_STRING)
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "", json_node_get_string (element));
    }

  return joined->len > 0 ? g_strdup (joined->str) : NULL;
}

static gboolean
has_text (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      if (gs_column_named (l->data) == GS_COLUMN_TEXT)
        return TRUE;
    }

  return FALSE;
}

/**
 * gs_json_lines_sniff:
 * @text: UTF-8, "\n" line ends
 * @length: bytes
 *
 * Returns: whether the first lines are objects with a text
 */
gboolean
gs_json_lines_sniff (const char *text, gsize length)
{
  const char *at = text;
  const char *end = text + length;
  const char *line = NULL;
  gsize line_length = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (JsonObject) object = NULL;

      if (!next_line (&at, end, &line, &line_length))
        return i > 0;
      object = line_length < SNIFF_BYTES ? parse_line (line, line_length) : NULL;
      if (object == NULL || (i == 0 && !has_text (object)))
        return FALSE;
    }

  return TRUE;
}

static void
read_article (GsIntake *intake, JsonObject *object, GBytes *original)
{
  g_autoptr (GList) names = json_object_get_members (object);
  char *values[GS_N_COLUMNS] = { NULL };

  for (GList *l = names; l != NULL; l = l->next)
    {
      GsColumn column = gs_column_named (l->data);

      if (column != GS_COLUMN_OTHER && values[column] == NULL)
        values[column] = node_text (json_object_get_member (object, l->data));
    }
  gs_columns_read (intake, values, original, "application/json");
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    g_free (values[i]);
}

/**
 * gs_json_lines_read:
 * @intake: gets an article for each line that has text
 * @bytes: lines that gs_json_lines_sniff() knows
 *
 * The line is the article's original.
 *
 * Returns: %FALSE with %GS_ERROR_LIMIT
 */
gboolean
gs_json_lines_read (GsIntake *intake, GBytes *bytes, GError **error)
{
  g_auto (GsDecoded) decoded = { 0 };
  gsize size = 0;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  const char *at;
  const char *end;
  const char *line = NULL;
  gsize length = 0;
  guint n = 0;

  gs_decode (data, size, &decoded);
  at = decoded.text;
  end = decoded.text + decoded.length;
  while (next_line (&at, end, &line, &length))
    {
      g_autoptr (JsonObject) object = parse_line (line, length);
      g_autoptr (GBytes) original = g_bytes_new (line, length);

      if (!gs_intake_may_take (intake, ++n, error))
        return FALSE;
      if (object != NULL)
        read_article (intake, object, original);
      else
        intake->left_out++;
    }

  return TRUE;
}
