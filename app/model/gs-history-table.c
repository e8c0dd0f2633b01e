/* gs-history-table.c: the history as a table for other programs.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-history-table.h"

#include "gs-csv-cells.h"
#include "gs-record-json.h"

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

/**
 * gs_history_to_json:
 * @history: (element-type GsHistoryListing): steps
 *
 * Returns: (transfer full): an array with an object for each step
 */
char *
gs_history_to_json (const GPtrArray *history)
{
  g_autoptr (JsonNode) node = gs_records_to_json (&gs_history_listing_type, history);

  return json_to_string (node, TRUE);
}
