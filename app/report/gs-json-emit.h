/* gs-json-emit.h: JSON of any shape, a member at a time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For the formats of others, whose shape is not that of our records. Members
 * come out in the order in which they are given. Within an array @name is NULL.
 */

#pragma once

#include "gs-report-buffer.h"

G_BEGIN_DECLS

typedef struct
{
  GsReportBuffer buffer;
  gboolean       pending; /* the next value needs a comma before it */
} GsJsonEmit;

/* @bracket: '{' or '['. */
void gs_json_emit_open   (GsJsonEmit *self,
                          const char *name,
                          char        bracket);
/* The same on a line of its own: an item of a long array. */
void gs_json_emit_item   (GsJsonEmit *self);
void gs_json_emit_close  (GsJsonEmit *self,
                          char        bracket);
/* Nothing when @text is NULL. */
void gs_json_emit_text   (GsJsonEmit *self,
                          const char *name,
                          const char *text);
/* "prefix" and @text as one. Nothing when @text is NULL. */
void gs_json_emit_id     (GsJsonEmit *self,
                          const char *name,
                          const char *prefix,
                          const char *text);
void gs_json_emit_number (GsJsonEmit *self,
                          const char *name,
                          gint64      number);
void gs_json_emit_bool   (GsJsonEmit *self,
                          const char *name,
                          gboolean    value);

/* JSON's string, with its quotes. */
void gs_json_append_text (GString    *json,
                          const char *text);

G_END_DECLS
