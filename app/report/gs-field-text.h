/* gs-field-text.h: scalar fields of records as text, the same in every format.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-record.h"

G_BEGIN_DECLS

/* Readers mark the fields that came with one bit each. */
#define GS_MAX_FIELDS 64

gboolean gs_field_is_written (const GsField       *field,
                              gconstpointer        record);
char    *gs_field_to_text    (const GsField       *field,
                              gconstpointer        record,
                              GError             **error);
gboolean gs_field_from_text  (const GsField       *field,
                              gpointer             record,
                              const char          *text,
                              GError             **error);

const GsField *gs_fields_take  (const GsRecordType  *type,
                                const char          *name,
                                guint64             *seen,
                                GError             **error);
gboolean       gs_fields_check (const GsRecordType  *type,
                                guint64              seen,
                                GError             **error);

/* As much of a text from a file as a message can bear: whole characters of at
 * most 64 bytes, in memory of the calling block. */
#define GS_EXCERPT_BYTES 64
#define GS_EXCERPT(text) gs_excerpt ((char[GS_EXCERPT_BYTES + 1]) { 0 }, (text))
const char    *gs_excerpt      (char                *buffer,
                                const char          *text);

gboolean gs_check_uuid       (const char          *text,
                              GError             **error);

G_END_DECLS
