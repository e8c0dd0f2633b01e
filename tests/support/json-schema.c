/* json-schema.c: a strict validator for the part of JSON Schema we use.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "json-schema.h"

#include <string.h>

typedef struct
{
  JsonObject *defs;
} Schemas;

static char *validate (const Schemas *schemas, JsonObject *schema, JsonNode *value, const char *path);

static gboolean
has_type (JsonNode *value, const char *type)
{
  GType held = JSON_NODE_HOLDS_VALUE (value) ? json_node_get_value_type (value) : G_TYPE_INVALID;

  if (g_str_equal (type, "object"))
    return JSON_NODE_HOLDS_OBJECT (value);
  if (g_str_equal (type, "array"))
    return JSON_NODE_HOLDS_ARRAY (value);
  if (g_str_equal (type, "string"))
    return held == G_TYPE_STRING;
  if (g_str_equal (type, "boolean"))
    return held == G_TYPE_BOOLEAN;
  if (g_str_equal (type, "integer"))
    return held == G_TYPE_INT64;
  if (g_str_equal (type, "number"))
    return held == G_TYPE_INT64 || held == G_TYPE_DOUBLE;

  g_error ("unknown type “%s” in the schema", type);
}

static char *
check_enum (JsonArray *words, JsonNode *value, const char *path)
{
  for (guint i = 0; i < json_array_get_length (words); i++)
    {
      if (json_node_equal (json_array_get_element (words, i), value))
        return NULL;
    }

  return g_strdup_printf ("%s: not one of the words", path);
}

static char *
check_items (const Schemas *schemas, JsonObject *items, JsonArray *array, const char *path)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *child = g_strdup_printf ("%s/%u", path, i);
      char *wrong = validate (schemas, items, json_array_get_element (array, i), child);

      if (wrong != NULL)
        return wrong;
    }

  return NULL;
}

static char *
check_required (JsonArray *names, JsonObject *object, const char *path)
{
  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      if (!json_object_has_member (object, json_array_get_string_element (names, i)))
        return g_strdup_printf ("%s: lacks “%s”", path, json_array_get_string_element (names, i));
    }

  return NULL;
}

static char *
check_members (const Schemas *schemas, JsonObject *properties, JsonObject *object, const char *path)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &value))
    {
      g_autofree char *child = g_strdup_printf ("%s/%s", path, name);
      char *wrong;

      /* additionalProperties is false everywhere, see check_keyword(). */
      if (!json_object_has_member (properties, name))
        return g_strdup_printf ("%s: unknown", child);

      wrong = validate (schemas, json_object_get_object_member (properties, name), value, child);
      if (wrong != NULL)
        return wrong;
    }

  return NULL;
}

static char *
check_range (const char *keyword, JsonNode *bound, JsonNode *value, const char *path)
{
  gint64 number = json_node_get_int (value);
  gint64 limit = json_node_get_int (bound);
  gboolean good = g_str_equal (keyword, "minimum") ? number >= limit : number <= limit;

  g_assert_true (json_node_get_value_type (bound) == G_TYPE_INT64);

  return good ? NULL : g_strdup_printf ("%s: out of range", path);
}

static char *
check_ref (const Schemas *schemas, const char *ref, JsonNode *value, const char *path)
{
  g_assert_true (g_str_has_prefix (ref, "#/$defs/"));
  g_assert_true (json_object_has_member (schemas->defs, ref + strlen ("#/$defs/")));

  return validate (schemas, json_object_get_object_member (schemas->defs, ref + strlen ("#/$defs/")), value, path);
}

static gboolean
is_annotation (const char *keyword)
{
  static const char *const annotations[] = {
    "$schema", "$id", "$defs", "title", "description", "contentEncoding", NULL
  };

  return g_strv_contains (annotations, keyword);
}

static char *
check_keyword (const Schemas *schemas, const char *keyword, JsonNode *argument, JsonNode *value, const char *path)
{
  if (is_annotation (keyword))
    return NULL;

  if (g_str_equal (keyword, "type"))
    return has_type (value, json_node_get_string (argument)) ? NULL : g_strdup_printf ("%s: wrong type", path);
  if (g_str_equal (keyword, "const"))
    return json_node_equal (argument, value) ? NULL : g_strdup_printf ("%s: wrong value", path);
  if (g_str_equal (keyword, "enum"))
    return check_enum (json_node_get_array (argument), value, path);
  if (g_str_equal (keyword, "$ref"))
    return check_ref (schemas, json_node_get_string (argument), value, path);
  if (g_str_equal (keyword, "items"))
    return check_items (schemas, json_node_get_object (argument), json_node_get_array (value), path);
  if (g_str_equal (keyword, "required"))
    return check_required (json_node_get_array (argument), json_node_get_object (value), path);
  if (g_str_equal (keyword, "properties"))
    return check_members (schemas, json_node_get_object (argument), json_node_get_object (value), path);
  if (g_str_equal (keyword, "minimum") || g_str_equal (keyword, "maximum"))
    return check_range (keyword, argument, value, path);
  if (g_str_equal (keyword, "pattern"))
    return g_regex_match_simple (json_node_get_string (argument), json_node_get_string (value), G_REGEX_DOLLAR_ENDONLY,
                                 0)
             ? NULL
             : g_strdup_printf ("%s: not of the form", path);

  if (g_str_equal (keyword, "additionalProperties"))
    {
      g_assert_false (json_node_get_boolean (argument));
      return NULL;
    }

  g_error ("unknown keyword “%s” in the schema", keyword);
}

static char *
validate (const Schemas *schemas, JsonObject *schema, JsonNode *value, const char *path)
{
  JsonObjectIter iter;
  const char *keyword;
  JsonNode *argument;

  /* The type comes first: the other keywords rely on it. */
  if (json_object_has_member (schema, "type"))
    {
      char *wrong = check_keyword (schemas, "type", json_object_get_member (schema, "type"), value, path);

      if (wrong != NULL)
        return wrong;
    }
  if (json_object_has_member (schema, "properties"))
    g_assert_true (json_object_has_member (schema, "additionalProperties"));

  json_object_iter_init (&iter, schema);
  while (json_object_iter_next (&iter, &keyword, &argument))
    {
      char *wrong = check_keyword (schemas, keyword, argument, value, path);

      if (wrong != NULL)
        return wrong;
    }

  return NULL;
}

char *
gs_json_schema_validate (JsonNode *schema, JsonNode *value)
{
  JsonObject *root = json_node_get_object (schema);
  Schemas schemas = { json_object_get_object_member (root, "$defs") };

  return validate (&schemas, root, value, "");
}
