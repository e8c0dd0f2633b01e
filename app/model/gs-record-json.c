/* gs-record-json.c: any record or listing as JSON, from its field table.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-record-json.h"

#include <math.h>

/**
 * gs_json_set_text:
 * @object: a JSON object
 * @name: the member's name
 * @text: (nullable): its text; %NULL becomes null
 */
void
gs_json_set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

/**
 * gs_texts_to_json:
 * @texts: (element-type utf8): texts
 *
 * Returns: (transfer full): a JSON array
 */
JsonNode *
gs_texts_to_json (const GPtrArray *texts)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < texts->len; i++)
    json_array_add_string_element (array, texts->pdata[i]);
  json_node_take_array (node, array);

  return node;
}

/**
 * gs_records_to_json:
 * @type: type of the records
 * @list: records or listings
 *
 * Returns: (transfer full): a JSON array of objects
 */
JsonNode *
gs_records_to_json (const GsRecordType *type, const GPtrArray *list)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < list->len; i++)
    json_array_add_element (array, gs_record_to_json (type, list->pdata[i]));
  json_node_take_array (node, array);

  return node;
}

static void
set_bytes (JsonObject *object, const char *name, GBytes *bytes)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  gconstpointer data;

  if (bytes != NULL)
    {
      data = g_bytes_get_data (bytes, &length);
      text = g_base64_encode (data, length);
    }
  gs_json_set_text (object, name, text);
}

static void
set_field (JsonObject *object, const GsField *field, gconstpointer record)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
    case GS_FIELD_REF:
      gs_json_set_text (object, field->name, GS_FIELD_VALUE (field, record, char *));
      break;

    case GS_FIELD_INT:
      json_object_set_int_member (object, field->name, GS_FIELD_VALUE (field, record, gint64));
      break;

    case GS_FIELD_BOOL:
      json_object_set_boolean_member (object, field->name, GS_FIELD_VALUE (field, record, gboolean));
      break;

    case GS_FIELD_NUMBER:
      /* JSON has no infinity; an absent bound and an absent number are null. */
      if (isfinite (GS_FIELD_VALUE (field, record, double)))
        json_object_set_double_member (object, field->name, GS_FIELD_VALUE (field, record, double));
      else
        json_object_set_null_member (object, field->name);
      break;

    case GS_FIELD_WORD:
      gs_json_set_text (object, field->name, gs_word_to_nick (field->words, GS_FIELD_VALUE (field, record, int)));
      break;

    case GS_FIELD_BYTES:
      set_bytes (object, field->name, GS_FIELD_VALUE (field, record, GBytes *));
      break;

    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
      json_object_set_member (object, field->name, gs_texts_to_json (GS_FIELD_VALUE (field, record, GPtrArray *)));
      break;

    case GS_FIELD_LIST:
      json_object_set_member (object, field->name,
                              gs_records_to_json (field->type, GS_FIELD_VALUE (field, record, GPtrArray *)));
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * gs_record_to_json:
 * @type: type of @record
 * @record: a record or listing
 *
 * Every field is there, under its name; what is absent is null, so that
 * scripts need not ask first.
 *
 * Returns: (transfer full): a JSON object
 */
JsonNode *
gs_record_to_json (const GsRecordType *type, gconstpointer record)
{
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < type->n_fields; i++)
    set_field (object, &type->fields[i], record);
  json_node_take_object (node, object);

  return node;
}
