/* gs-json-ld.c: what a web page says about itself in JSON-LD.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-json-strict.h"
#include "gs-metadata-private.h"

#include <json-glib/json-glib.h>

/* Larger ones are no metadata; deeper ones would exhaust json-glib's stack. */
#define MAX_JSON_BYTES (2 * 1024 * 1024)
#define MAX_JSON_DEPTH 64

/* Pages put anything anywhere: NULL for what is no string. */
static const char *
string_member (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* A string, or the name of a thing: {"name": …}, or the first of several. */
static const char *
name_of (JsonNode *node)
{
  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_VALUE (node))
    return json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return string_member (json_node_get_object (node), "name");
  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    {
      JsonNode *first = json_array_get_element (json_node_get_array (node), 0);

      return JSON_NODE_HOLDS_ARRAY (first) ? NULL : name_of (first);
    }

  return NULL;
}

/* (transfer full): names joined with ", ". */
static char *
names_of (JsonNode *node)
{
  GString *out;
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (name_of (node));

  out = g_string_new (NULL);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *name = JSON_NODE_HOLDS_ARRAY (element) ? NULL : name_of (element);

      if (name != NULL)
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", name);
    }

  return g_string_free (out, FALSE);
}

static gboolean
is_article_type (const char *type)
{
  static const char *const ends[] = { "Article", "Posting", "Report", "Review", "Newspaper", NULL };

  for (guint i = 0; type != NULL && ends[i] != NULL; i++)
    {
      if (g_str_has_suffix (type, ends[i]))
        return TRUE;
    }

  return FALSE;
}

/* An article has one type or several. */
static GsVoice
voice_of (JsonNode *type)
{
  GsVoice voice = GS_VOICE_NONE;
  guint n = JSON_NODE_HOLDS_ARRAY (type) ? json_array_get_length (json_node_get_array (type)) : 1;

  for (guint i = 0; i < n; i++)
    {
      JsonNode *one = JSON_NODE_HOLDS_ARRAY (type) ? json_array_get_element (json_node_get_array (type), i) : type;
      const char *name = JSON_NODE_HOLDS_VALUE (one) ? name_of (one) : NULL;

      if (is_article_type (name))
        return GS_VOICE_JSON_LD;
      /* A page is told apart from the article on it. */
      if (name != NULL && g_str_has_suffix (name, "Page"))
        voice = GS_VOICE_META;
    }

  return voice;
}

/* An article says no more of its author than the "@id" of a person who is
 * described elsewhere. */
static const char *
id_of (JsonNode *node)
{
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? string_member (json_node_get_object (node), "@id") : NULL;
}

static void
read_person (GsMetadata *self, JsonObject *thing, JsonNode *type)
{
  const char *kind = name_of (type);
  const char *id = string_member (thing, "@id");
  const char *name = string_member (thing, "name");

  if (kind != NULL && g_str_equal (kind, "Person") && id != NULL && name != NULL)
    g_hash_table_insert (self->persons, g_strdup (id), g_strdup (name));
}

static gboolean
is_organization (JsonNode *node)
{
  JsonNode *type = NULL;

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    type = json_object_get_member (json_node_get_object (node), "@type");

  return type != NULL && name_of (type) != NULL && g_str_has_suffix (name_of (type), "Organization");
}

static void
read_authors (GsMetadata *self, JsonNode *node, GsVoice voice)
{
  g_autofree char *authors = names_of (node);

  if (authors == NULL || *authors == '\0')
    {
      if (self->author_id == NULL)
        self->author_id = g_strdup (id_of (node));
      return;
    }
  gs_metadata_set (self, GS_FACT_BYLINE, is_organization (node) ? GS_VOICE_HINT : voice, authors);
}

static void
read_thing (GsMetadata *self, JsonObject *thing)
{
  JsonNode *type = json_object_get_member (thing, "@type");
  JsonNode *author = json_object_get_member (thing, "author");
  GsVoice voice = type != NULL ? voice_of (type) : GS_VOICE_NONE;

  if (type != NULL)
    read_person (self, thing, type);
  if (voice == GS_VOICE_NONE)
    return;

  gs_metadata_set (self, GS_FACT_HEADLINE, voice, name_of (json_object_get_member (thing, "headline")));
  read_authors (self, author != NULL ? author : json_object_get_member (thing, "creator"), voice);
  gs_metadata_set (self, GS_FACT_OUTLET, voice, name_of (json_object_get_member (thing, "publisher")));
  gs_metadata_set (self, GS_FACT_PUBLISHED, voice, name_of (json_object_get_member (thing, "datePublished")));
  gs_metadata_set (self, GS_FACT_URL, GS_VOICE_META, name_of (json_object_get_member (thing, "url")));
  gs_metadata_set (self, GS_FACT_LANGUAGE, GS_VOICE_META, name_of (json_object_get_member (thing, "inLanguage")));
}

/* Things stand alone, in an array, or in an @graph. */
static void
read_things (GsMetadata *self, JsonNode *node, guint depth)
{
  if (depth > 3)
    return;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonNode *graph = json_object_get_member (json_node_get_object (node), "@graph");
      JsonNode *main_entity = json_object_get_member (json_node_get_object (node), "mainEntity");

      read_thing (self, json_node_get_object (node));
      if (graph != NULL)
        read_things (self, graph, depth + 1);
      if (main_entity != NULL && JSON_NODE_HOLDS_OBJECT (main_entity))
        read_things (self, main_entity, depth + 1);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        read_things (self, json_array_get_element (array, i), depth + 1);
    }
}

/**
 * gs_metadata_add_json_ld:
 * @self: metadata
 * @json: text of a script of type application/ld+json
 * @length: bytes
 *
 * Broken, very long or deeply nested JSON says nothing.
 */
void
gs_metadata_add_json_ld (GsMetadata *self, const char *json, gsize length)
{
  g_autoptr (JsonNode) root = length <= MAX_JSON_BYTES ? gs_json_parse (json, length, MAX_JSON_DEPTH) : NULL;

  if (root != NULL)
    read_things (self, root, 0);
}
