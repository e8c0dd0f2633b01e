/* gs-metadata.c: what a web page says about itself.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several voices (JSON-LD, Open Graph, plain <meta>, <title>, <time>) say the
 * same things; each thing is kept from the most trustworthy voice.
 */

#include "config.h"

#include "gs-metadata.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "gs-dates.h"

/* Larger ones are no metadata; deeper ones would exhaust json-glib's stack. */
#define MAX_JSON_BYTES (2 * 1024 * 1024)
#define MAX_JSON_DEPTH 64
#define MAX_VALUE_BYTES 2000

/* Trust, least first. */
typedef enum
{
  VOICE_NONE,
  VOICE_PAGE, /* <title>, <time>, <html lang> */
  VOICE_META,
  VOICE_OPEN_GRAPH,
  VOICE_JSON_LD,
} Voice;

typedef enum
{
  FACT_HEADLINE,
  FACT_OUTLET,
  FACT_BYLINE,
  FACT_PUBLISHED,
  FACT_URL,
  FACT_LANGUAGE,
  N_FACTS,
} Fact;

struct _GsMetadata
{
  char *facts[N_FACTS];
  Voice voices[N_FACTS];
};

GsMetadata *
gs_metadata_new (void)
{
  return g_new0 (GsMetadata, 1);
}

void
gs_metadata_free (GsMetadata *self)
{
  for (guint i = 0; i < N_FACTS; i++)
    g_free (self->facts[i]);
  g_free (self);
}

/* (transfer full) (nullable): single spaces, no tags, no blank. */
static char *
clean (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, MIN (strlen (value), MAX_VALUE_BYTES));
  GString *out = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || c < 0x20)
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else
        {
          g_string_append_unichar (out, c);
        }
    }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, out->len == 0);
}

static void
set_fact (GsMetadata *self, Fact fact, Voice voice, const char *value)
{
  g_autofree char *text = value != NULL ? clean (value) : NULL;

  if (text == NULL || voice <= self->voices[fact])
    return;
  if (fact == FACT_PUBLISHED)
    {
      g_autofree char *day = gs_dates_day_of (text);

      if (day == NULL)
        return;
      g_free (text);
      text = g_steal_pointer (&day);
    }
  if (fact == FACT_URL && !g_str_has_prefix (text, "http://") && !g_str_has_prefix (text, "https://"))
    return;
  if (fact == FACT_BYLINE && (strstr (text, "://") != NULL || strlen (text) > 300))
    return;

  g_free (self->facts[fact]);
  self->facts[fact] = g_steal_pointer (&text);
  self->voices[fact] = voice;
}

void
gs_metadata_add_meta (GsMetadata *self, const char *name, const char *content)
{
  static const struct
  {
    const char *name;
    Fact fact;
    Voice voice;
  } names[] = {
    { "og:title", FACT_HEADLINE, VOICE_OPEN_GRAPH },
    { "twitter:title", FACT_HEADLINE, VOICE_META },
    { "dc.title", FACT_HEADLINE, VOICE_META },
    { "dcterms.title", FACT_HEADLINE, VOICE_META },
    { "headline", FACT_HEADLINE, VOICE_META },
    { "og:site_name", FACT_OUTLET, VOICE_OPEN_GRAPH },
    { "dc.publisher", FACT_OUTLET, VOICE_META },
    { "application-name", FACT_OUTLET, VOICE_PAGE },
    { "author", FACT_BYLINE, VOICE_META },
    { "article:author", FACT_BYLINE, VOICE_OPEN_GRAPH },
    { "dc.creator", FACT_BYLINE, VOICE_META },
    { "dcterms.creator", FACT_BYLINE, VOICE_META },
    { "parsely-author", FACT_BYLINE, VOICE_META },
    { "sailthru.author", FACT_BYLINE, VOICE_META },
    { "byl", FACT_BYLINE, VOICE_META },
    { "article:published_time", FACT_PUBLISHED, VOICE_OPEN_GRAPH },
    { "og:article:published_time", FACT_PUBLISHED, VOICE_OPEN_GRAPH },
    { "datepublished", FACT_PUBLISHED, VOICE_META },
    { "date", FACT_PUBLISHED, VOICE_META },
    { "pubdate", FACT_PUBLISHED, VOICE_META },
    { "publishdate", FACT_PUBLISHED, VOICE_META },
    { "publish-date", FACT_PUBLISHED, VOICE_META },
    { "dc.date", FACT_PUBLISHED, VOICE_META },
    { "dc.date.issued", FACT_PUBLISHED, VOICE_META },
    { "dcterms.created", FACT_PUBLISHED, VOICE_META },
    { "dcterms.issued", FACT_PUBLISHED, VOICE_META },
    { "parsely-pub-date", FACT_PUBLISHED, VOICE_META },
    { "sailthru.date", FACT_PUBLISHED, VOICE_META },
    { "cxenseparse:recs:publishtime", FACT_PUBLISHED, VOICE_META },
    { "og:url", FACT_URL, VOICE_META },
    { "og:locale", FACT_LANGUAGE, VOICE_META },
    { "content-language", FACT_LANGUAGE, VOICE_META },
    { "inlanguage", FACT_LANGUAGE, VOICE_META },
    { "dc.language", FACT_LANGUAGE, VOICE_META },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_ascii_strcasecmp (names[i].name, name) == 0)
        set_fact (self, names[i].fact, names[i].voice, content);
    }
}

void
gs_metadata_add_canonical (GsMetadata *self, const char *url)
{
  set_fact (self, FACT_URL, VOICE_OPEN_GRAPH, url);
}

void
gs_metadata_add_language (GsMetadata *self, const char *tag)
{
  set_fact (self, FACT_LANGUAGE, VOICE_OPEN_GRAPH, tag);
}

void
gs_metadata_add_time (GsMetadata *self, const char *instant)
{
  set_fact (self, FACT_PUBLISHED, VOICE_PAGE, instant);
}

void
gs_metadata_add_title (GsMetadata *self, const char *title)
{
  set_fact (self, FACT_HEADLINE, VOICE_PAGE, title);
}

static gboolean
is_shallow (const char *json, gsize length)
{
  guint depth = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (quoted && json[i] == '\\')
        i++;
      else if (json[i] == '"')
        quoted = !quoted;
      else if (!quoted && (json[i] == '{' || json[i] == '['))
        depth++;
      else if (!quoted && (json[i] == '}' || json[i] == ']') && depth > 0)
        depth--;
      if (depth > MAX_JSON_DEPTH)
        return FALSE;
    }

  return TRUE;
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
    return json_object_get_string_member_with_default (json_node_get_object (node), "name", NULL);
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
is_article_type (JsonNode *node)
{
  const char *type = name_of (node);

  return type != NULL
         && (g_str_has_suffix (type, "Article") || g_str_has_suffix (type, "BlogPosting")
             || g_str_has_suffix (type, "Report") || g_str_has_suffix (type, "WebPage"));
}

static void
read_thing (GsMetadata *self, JsonObject *thing)
{
  JsonNode *type = json_object_get_member (thing, "@type");
  g_autofree char *authors = NULL;
  Voice voice = VOICE_JSON_LD;

  if (type == NULL || !is_article_type (type))
    return;
  /* A page is told apart from the article on it. */
  if (g_str_has_suffix (name_of (type), "WebPage"))
    voice = VOICE_META;

  authors = names_of (json_object_get_member (thing, "author"));
  set_fact (self, FACT_HEADLINE, voice, name_of (json_object_get_member (thing, "headline")));
  set_fact (self, FACT_BYLINE, voice, authors);
  set_fact (self, FACT_OUTLET, voice, name_of (json_object_get_member (thing, "publisher")));
  set_fact (self, FACT_PUBLISHED, voice, name_of (json_object_get_member (thing, "datePublished")));
  set_fact (self, FACT_URL, VOICE_META, name_of (json_object_get_member (thing, "url")));
  set_fact (self, FACT_LANGUAGE, voice, name_of (json_object_get_member (thing, "inLanguage")));
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

      read_thing (self, json_node_get_object (node));
      if (graph != NULL)
        read_things (self, graph, depth + 1);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        read_things (self, json_array_get_element (array, i), depth + 1);
    }
}

void
gs_metadata_add_json_ld (GsMetadata *self, const char *json, gsize length)
{
  g_autoptr (JsonParser) parser = NULL;
  JsonNode *root;

  if (length > MAX_JSON_BYTES || !is_shallow (json, length))
    return;

  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, json, (gssize) length, NULL))
    return;
  root = json_parser_get_root (parser);
  if (root != NULL)
    read_things (self, root, 0);
}

/* "Headline - Site", "Headline | Site": the site's name goes. */
static void
drop_site_name (GsMetadata *self)
{
  static const char *const separators[] = { " | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " :: " };
  char *headline = self->facts[FACT_HEADLINE];

  if (headline == NULL || self->voices[FACT_HEADLINE] == VOICE_JSON_LD)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      char *at = g_strrstr (headline, separators[i]);
      const char *site = at != NULL ? at + strlen (separators[i]) : NULL;
      gboolean named = site != NULL && self->facts[FACT_OUTLET] != NULL
                       && g_ascii_strncasecmp (site, self->facts[FACT_OUTLET], 4) == 0;

      if (at != NULL && (named || i == 0 || self->voices[FACT_HEADLINE] == VOICE_PAGE)
          && g_utf8_strlen (headline, at - headline) >= 15 && strlen (site) < 40)
        {
          *at = '\0';
          return;
        }
    }
}

const char *
gs_metadata_get_headline (GsMetadata *self)
{
  drop_site_name (self);

  return self->facts[FACT_HEADLINE];
}

/* "nl_BE" → "nl-BE"; anything that is no tag goes. */
static char *
language_tag (const char *value)
{
  char *tag = g_strdup (value);

  g_strdelimit (tag, "_", '-');
  if (strspn (tag, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != strlen (tag)
      || strcspn (tag, "-") < 2 || strcspn (tag, "-") > 3 || strlen (tag) > 20)
    g_clear_pointer (&tag, g_free);
  for (char *at = tag; at != NULL && *at != '\0' && *at != '-'; at++)
    *at = g_ascii_tolower (*at);

  return tag;
}

static void
fill (char **place, const char *value)
{
  if (*place == NULL && value != NULL)
    *place = g_strdup (value);
}

void
gs_metadata_apply (GsMetadata *self, GsArticleRecord *article)
{
  g_autofree char *language = self->facts[FACT_LANGUAGE] != NULL ? language_tag (self->facts[FACT_LANGUAGE]) : NULL;

  fill (&article->title, gs_metadata_get_headline (self));
  fill (&article->outlet, self->facts[FACT_OUTLET]);
  fill (&article->byline, self->facts[FACT_BYLINE]);
  fill (&article->url, self->facts[FACT_URL]);
  fill (&article->language, language);
  if (article->published_lo == NULL && self->facts[FACT_PUBLISHED] != NULL)
    {
      article->published_lo = g_strdup (self->facts[FACT_PUBLISHED]);
      article->published_hi = g_strdup (self->facts[FACT_PUBLISHED]);
      article->published_basis = GS_BASIS_META;
    }
}
