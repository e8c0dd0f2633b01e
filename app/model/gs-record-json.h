/* gs-record-json.h: any record or listing as JSON, from its field table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * As scripts get it. Reports have a form of their own (report/gs-json-writer.c).
 */

#pragma once

#include <json-glib/json-glib.h>

#include "gs-record.h"

G_BEGIN_DECLS

JsonNode *gs_record_to_json  (const GsRecordType *type,
                              gconstpointer       record);
JsonNode *gs_records_to_json (const GsRecordType *type,
                              const GPtrArray    *list);
JsonNode *gs_texts_to_json   (const GPtrArray    *texts);
void      gs_json_set_text   (JsonObject         *object,
                              const char         *name,
                              const char         *text);

G_END_DECLS
