/* gs-record.h: plain records that describe their own fields.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A record is a C struct with a table that names its fields. Storage, both
 * native report formats, gainsayctl and the undo of edits all walk that one
 * table, so that a field added to it is stored, exchanged and shown at once,
 * and none can be forgotten in one of five places.
 *
 * Records refer to each other by UUID. They hold no lock and belong to one
 * thread at a time.
 */

#pragma once

#include <glib.h>

#include "gs-words.h"

G_BEGIN_DECLS

typedef struct _GsRecordType GsRecordType;

/**
 * GsFieldKind:
 * @GS_FIELD_TEXT: `char *`, UTF-8, %NULL when absent
 * @GS_FIELD_INT: `gint64`, 0 when absent
 * @GS_FIELD_BOOL: `gboolean`
 * @GS_FIELD_NUMBER: `double`, NaN when absent
 * @GS_FIELD_WORD: `int`, an enumeration value with a #GsWordList
 * @GS_FIELD_BYTES: `GBytes *`, %NULL when absent
 * @GS_FIELD_TEXTS: `GPtrArray *` of `char *`, never %NULL
 * @GS_FIELD_REF: `char *`, the UUID of a record of the field's type, %NULL when absent
 * @GS_FIELD_REFS: `GPtrArray *` of `char *` UUIDs, an ordered set, never %NULL
 * @GS_FIELD_LIST: `GPtrArray *` of records of the field's type, owned, never %NULL
 */
typedef enum
{
  GS_FIELD_TEXT,
  GS_FIELD_INT,
  GS_FIELD_BOOL,
  GS_FIELD_NUMBER,
  GS_FIELD_WORD,
  GS_FIELD_BYTES,
  GS_FIELD_TEXTS,
  GS_FIELD_REF,
  GS_FIELD_REFS,
  GS_FIELD_LIST,
} GsFieldKind;

/**
 * GsField:
 * @name: name in files and in storage, lower case with underscores
 * @kind: how the field is held
 * @offset: where it lies in the record, in bytes
 * @words: vocabulary of a %GS_FIELD_WORD
 * @type: type of what a REF, REFS or LIST field refers to or holds
 * @required: written even when it has its default value
 */
typedef struct
{
  const char         *name;
  GsFieldKind         kind;
  gsize               offset;
  const GsWordList   *words;
  const GsRecordType *type;
  gboolean            required;
} GsField;

/**
 * GsRecordType:
 * @name: singular, as in files: "claim"
 * @plural: "claims"
 * @size: of the struct, in bytes
 * @fields: the field table
 * @n_fields: its length
 * @free: frees one record of this type, for arrays
 */
struct _GsRecordType
{
  const char    *name;
  const char    *plural;
  gsize          size;
  const GsField *fields;
  guint          n_fields;
  GDestroyNotify free;
};

gpointer       gs_record_new        (const GsRecordType *type);
gpointer       gs_record_copy       (const GsRecordType *type,
                                     gconstpointer       record);
void           gs_record_free       (const GsRecordType *type,
                                     gpointer            record);
gboolean       gs_record_equal      (const GsRecordType *type,
                                     gconstpointer       a,
                                     gconstpointer       b);
gpointer       gs_record_append     (GPtrArray          *list,
                                     const GsRecordType *type);
GPtrArray     *gs_record_array_new  (const GsRecordType *type);

const GsField *gs_record_type_find_field (const GsRecordType *type,
                                          const char         *name);
gboolean       gs_field_is_default       (const GsField      *field,
                                          gconstpointer       record);

/* Typed access to the field of a record. */
#define GS_FIELD_PTR(field, record, ctype) ((ctype *) (void *) ((char *) (record) + (field)->offset))
#define GS_FIELD_VALUE(field, record, ctype) (*(ctype const *) (const void *) ((const char *) (record) + (field)->offset))

G_END_DECLS
