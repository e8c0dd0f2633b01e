/* gs-cli-output.h: text and JSON on standard output.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is written is valid UTF-8 whatever the locale, and what came from
 * articles or file names cannot steer the terminal.
 */

#pragma once

#include <json-glib/json-glib.h>

#include "gs-record-json.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

void      gs_cli_put           (const char         *text);
void      gs_cli_putf          (const char         *format,
                                ...) G_GNUC_PRINTF (1, 2);
gboolean  gs_cli_flush         (void);
gboolean  gs_cli_is_terminal   (void);

char     *gs_cli_escape        (const char         *text);
char     *gs_cli_clean_text    (const char         *text);

char     *gs_cli_json_to_text  (JsonNode           *node,
                                gboolean            pretty);
void      gs_cli_put_json      (JsonNode           *node,
                                gboolean            pretty);
void      gs_cli_put_pair      (const char         *name,
                                const char         *value);

void      gs_cli_put_record    (GsWorkspace        *workspace,
                                const GsRecordType *type,
                                gconstpointer       record);

G_END_DECLS
