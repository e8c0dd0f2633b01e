/* gs-record.c: plain records that describe their own fields.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-record.h"

#include <math.h>

static GPtrArray *
copy_texts (const GPtrArray *texts)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (copy, g_strdup (texts->pdata[i]));

  return copy;
}

static void
free_list (const GsRecordType *type, GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    gs_record_free (type, list->pdata[i]);
  g_ptr_array_unref (list);
}

static GPtrArray *
copy_list (const GsRecordType *type, const GPtrArray *list)
{
  GPtrArray *copy = g_ptr_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    g_ptr_array_add (copy, gs_record_copy (type, list->pdata[i]));

  return copy;
}

static gboolean
texts_equal (const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_strcmp0 (a->pdata[i], b->pdata[i]) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
lists_equal (const GsRecordType *type, const GPtrArray *a, const GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!gs_record_equal (type, a->pdata[i], b->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
numbers_equal (double a, double b)
{
  /* Absent is NaN, and an absent number equals an absent number. */
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);

  return !(a < b) && !(b < a);
}

static gboolean
bytes_equal (GBytes *a, GBytes *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_bytes_equal (a, b);
}

/**
 * gs_record_new:
 * @type: a record type
 *
 * Makes a record in which every field has its default: absent texts and bytes,
 * NaN numbers, the first word of each vocabulary, empty lists.
 *
 * Returns: (transfer full): a record, to be freed with gs_record_free()
 */
gpointer
gs_record_new (const GsRecordType *type)
{
  gpointer record;

  g_return_val_if_fail (type != NULL, NULL);

  record = g_malloc0 (type->size);

  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];

      if (field->kind == GS_FIELD_NUMBER)
        *GS_FIELD_PTR (field, record, double) = NAN;
      else if (field->kind == GS_FIELD_TEXTS || field->kind == GS_FIELD_REFS)
        *GS_FIELD_PTR (field, record, GPtrArray *) = g_ptr_array_new_with_free_func (g_free);
      else if (field->kind == GS_FIELD_LIST)
        *GS_FIELD_PTR (field, record, GPtrArray *) = g_ptr_array_new ();
    }

  return record;
}

static void
copy_field (const GsField *field, gconstpointer from, gpointer to)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
    case GS_FIELD_REF:
      *GS_FIELD_PTR (field, to, char *) = g_strdup (GS_FIELD_VALUE (field, from, char *));
      break;

    case GS_FIELD_BYTES:
      {
        GBytes *bytes = GS_FIELD_VALUE (field, from, GBytes *);

        *GS_FIELD_PTR (field, to, GBytes *) = bytes != NULL ? g_bytes_ref (bytes) : NULL;
      }
      break;

    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
      *GS_FIELD_PTR (field, to, GPtrArray *) = copy_texts (GS_FIELD_VALUE (field, from, GPtrArray *));
      break;

    case GS_FIELD_LIST:
      *GS_FIELD_PTR (field, to, GPtrArray *) = copy_list (field->type, GS_FIELD_VALUE (field, from, GPtrArray *));
      break;

    case GS_FIELD_INT:
      *GS_FIELD_PTR (field, to, gint64) = GS_FIELD_VALUE (field, from, gint64);
      break;

    case GS_FIELD_NUMBER:
      *GS_FIELD_PTR (field, to, double) = GS_FIELD_VALUE (field, from, double);
      break;

    case GS_FIELD_BOOL:
    case GS_FIELD_WORD:
      *GS_FIELD_PTR (field, to, int) = GS_FIELD_VALUE (field, from, int);
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * gs_record_copy:
 * @type: type of @record
 * @record: (nullable): a record
 *
 * Returns: (transfer full) (nullable): a deep copy
 */
gpointer
gs_record_copy (const GsRecordType *type, gconstpointer record)
{
  gpointer copy;

  g_return_val_if_fail (type != NULL, NULL);

  if (record == NULL)
    return NULL;

  /* Members that stand in no field table (row numbers) are copied as they are. */
  copy = g_memdup2 (record, type->size);
  for (guint i = 0; i < type->n_fields; i++)
    copy_field (&type->fields[i], record, copy);

  return copy;
}

/**
 * gs_record_free:
 * @type: type of @record
 * @record: (transfer full) (nullable): a record
 */
void
gs_record_free (const GsRecordType *type, gpointer record)
{
  g_return_if_fail (type != NULL);

  if (record == NULL)
    return;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const GsField *field = &type->fields[i];

      if (field->kind == GS_FIELD_TEXT || field->kind == GS_FIELD_REF)
        g_free (*GS_FIELD_PTR (field, record, char *));
      else if (field->kind == GS_FIELD_BYTES)
        g_clear_pointer (GS_FIELD_PTR (field, record, GBytes *), g_bytes_unref);
      else if (field->kind == GS_FIELD_TEXTS || field->kind == GS_FIELD_REFS)
        g_ptr_array_unref (*GS_FIELD_PTR (field, record, GPtrArray *));
      else if (field->kind == GS_FIELD_LIST)
        free_list (field->type, *GS_FIELD_PTR (field, record, GPtrArray *));
    }

  g_free (record);
}

static gboolean
field_equal (const GsField *field, gconstpointer a, gconstpointer b)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
    case GS_FIELD_REF:
      return g_strcmp0 (GS_FIELD_VALUE (field, a, char *), GS_FIELD_VALUE (field, b, char *)) == 0;

    case GS_FIELD_BYTES:
      return bytes_equal (GS_FIELD_VALUE (field, a, GBytes *), GS_FIELD_VALUE (field, b, GBytes *));

    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
      return texts_equal (GS_FIELD_VALUE (field, a, GPtrArray *), GS_FIELD_VALUE (field, b, GPtrArray *));

    case GS_FIELD_LIST:
      return lists_equal (field->type, GS_FIELD_VALUE (field, a, GPtrArray *), GS_FIELD_VALUE (field, b, GPtrArray *));

    case GS_FIELD_INT:
      return GS_FIELD_VALUE (field, a, gint64) == GS_FIELD_VALUE (field, b, gint64);

    case GS_FIELD_NUMBER:
      return numbers_equal (GS_FIELD_VALUE (field, a, double), GS_FIELD_VALUE (field, b, double));

    case GS_FIELD_BOOL:
      return !GS_FIELD_VALUE (field, a, gboolean) == !GS_FIELD_VALUE (field, b, gboolean);

    case GS_FIELD_WORD:
      return GS_FIELD_VALUE (field, a, int) == GS_FIELD_VALUE (field, b, int);

    default:
      g_assert_not_reached ();
    }
}

/**
 * gs_record_equal:
 * @type: type of both
 * @a: a record
 * @b: a record
 *
 * Returns: whether all fields are equal, deeply and in order
 */
gboolean
gs_record_equal (const GsRecordType *type, gconstpointer a, gconstpointer b)
{
  g_return_val_if_fail (type != NULL, FALSE);
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  for (guint i = 0; i < type->n_fields; i++)
    {
      if (!field_equal (&type->fields[i], a, b))
        return FALSE;
    }

  return TRUE;
}

/**
 * gs_record_append:
 * @list: the array of a %GS_FIELD_LIST field
 * @type: type of its elements
 *
 * Appends a new default record to @list.
 *
 * Returns: (transfer none): the new record, owned by the record that holds @list
 */
gpointer
gs_record_append (GPtrArray *list, const GsRecordType *type)
{
  gpointer record;

  g_return_val_if_fail (list != NULL, NULL);

  record = gs_record_new (type);
  g_ptr_array_add (list, record);

  return record;
}

/**
 * gs_record_array_new:
 * @type: a record type
 *
 * Returns: (transfer full): an empty array that owns the records of @type put into it
 */
GPtrArray *
gs_record_array_new (const GsRecordType *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  return g_ptr_array_new_with_free_func (type->free);
}

/**
 * gs_field_is_default:
 * @field: a field
 * @record: a record that has it
 *
 * Returns: whether the field is absent: what files leave out unless the field is required
 */
gboolean
gs_field_is_default (const GsField *field, gconstpointer record)
{
  g_return_val_if_fail (field != NULL && record != NULL, TRUE);

  switch (field->kind)
    {
    case GS_FIELD_TEXT:
    case GS_FIELD_REF:
      return GS_FIELD_VALUE (field, record, char *) == NULL;

    case GS_FIELD_BYTES:
      return GS_FIELD_VALUE (field, record, GBytes *) == NULL;

    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
      return GS_FIELD_VALUE (field, record, GPtrArray *)->len == 0;

    case GS_FIELD_INT:
      return GS_FIELD_VALUE (field, record, gint64) == 0;

    case GS_FIELD_NUMBER:
      return isnan (GS_FIELD_VALUE (field, record, double));

    case GS_FIELD_BOOL:
    case GS_FIELD_WORD:
      return GS_FIELD_VALUE (field, record, int) == 0;

    default:
      g_assert_not_reached ();
    }
}

/**
 * gs_record_type_find_field:
 * @type: a record type
 * @name: name of a field
 *
 * Returns: (transfer none) (nullable): the field, or %NULL
 */
const GsField *
gs_record_type_find_field (const GsRecordType *type, const char *name)
{
  g_return_val_if_fail (type != NULL && name != NULL, NULL);

  for (guint i = 0; i < type->n_fields; i++)
    {
      if (g_str_equal (type->fields[i].name, name))
        return &type->fields[i];
    }

  return NULL;
}
