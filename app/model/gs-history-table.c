/* gs-history-table.c: the history as a table for other programs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-history-table.h"

#include <json-glib/json-glib.h>

#include "gs-csv-cells.h"

/**
 * gs_history_to_csv:
 * @history: (element-type GsHistoryListing): steps
 *
 * Returns: (transfer full): id, instant, annotator, label and whether it was undone
 */
char *
gs_history_to_csv (const GPtrArray *history)
{
  GString *csv = g_string_new ("id,at,annotator,label,undone\r\n");

  for (guint i = 0; i < history->len; i++)
    {
      const GsHistoryListing *step = history->pdata[i];

      g_string_append_printf (csv, "%" G_GINT64_FORMAT, step->id);
      gs_csv_append_cell (csv, step->at, FALSE);
      gs_csv_append_cell (csv, step->annotator, FALSE);
      gs_csv_append_cell (csv, step->label, FALSE);
      g_string_append (csv, step->undone ? ",yes\r\n" : ",no\r\n");
    }

  return g_string_free (csv, FALSE);
}

static void
add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/**
 * gs_history_to_json:
 * @history: (element-type GsHistoryListing): steps
 *
 * Returns: (transfer full): an array with an object for each step
 */
char *
gs_history_to_json (const GPtrArray *history)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < history->len; i++)
    {
      const GsHistoryListing *step = history->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_int_value (builder, step->id);
      add_text (builder, "label", step->label);
      add_text (builder, "at", step->at);
      add_text (builder, "annotator", step->annotator);
      json_builder_set_member_name (builder, "undone");
      json_builder_add_boolean_value (builder, step->undone);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);

  return json_generator_to_data (generator, NULL);
}
