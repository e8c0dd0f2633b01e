/* gs-columns.h: tables and records with named columns: CSV and JSON lines.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-intake.h"

G_BEGIN_DECLS

/* What a column is to an article. */
typedef enum
{
  GS_COLUMN_OTHER,
  GS_COLUMN_TITLE,
  GS_COLUMN_TEXT,
  GS_COLUMN_URL,
  GS_COLUMN_DATE,
  GS_COLUMN_LANGUAGE,
  GS_COLUMN_PUBLISHER,
  GS_COLUMN_AUTHOR,
  GS_N_COLUMNS,
} GsColumn;

GsColumn gs_column_named  (const char *name);
void     gs_columns_read  (GsIntake   *intake,
                           char      **values,
                           GBytes     *original,
                           const char *media_type);

/* An article a row, or a line; its own bytes are its original. */
gboolean gs_csv_read        (GsIntake  *intake,
                             GBytes    *bytes,
                             GError   **error);
gboolean gs_json_lines_read (GsIntake  *intake,
                             GBytes    *bytes,
                             GError   **error);

/* Whether a text is one of these, by its beginning. */
gboolean gs_csv_sniff        (const char *text,
                              gsize       length);
gboolean gs_json_lines_sniff (const char *text,
                              gsize       length);

G_END_DECLS
