/* gs-reference.c: the reference annotation of the seed articles, as a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reference-private.h"

#include <string.h>

#include "gs-extract.h"
#include "gs-text.h"

#define STAMP "2024-06-01T09:00:00.000Z"

char *
gs_reference_uuid (const char *kind, const char *id)
{
  g_autofree char *name = g_strdup_printf ("reference:%s:%s", kind, id);
  guint8 digest[20];
  gsize length = sizeof digest;
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA1);

  g_checksum_update (sum, (const guchar *) name, -1);
  g_checksum_get_digest (sum, digest, &length);
  digest[6] = (digest[6] & 0x0f) | 0x50;
  digest[8] = (digest[8] & 0x3f) | 0x80;

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", digest[0], digest[1],
                          digest[2], digest[3], digest[4], digest[5], digest[6], digest[7], digest[8], digest[9],
                          digest[10], digest[11], digest[12], digest[13], digest[14], digest[15]);
}

gpointer
gs_reference_new_record (GsReferenceLoader *self, const GsRecordType *type, const char *id)
{
  GsHeadRecord *head = gs_record_new (type);

  head->uuid = gs_reference_uuid (type->name, id);
  head->author = g_strdup (self->annotator);
  head->created = g_strdup (STAMP);
  head->modified = g_strdup (STAMP);
  head->modified_by = g_strdup (self->annotator);

  return head;
}

void
gs_reference_save_record (GsReferenceLoader *self, const GsRecordType *type, gpointer record)
{
  gs_action_save (self->action, type, record);
  gs_record_free (type, record);
}

/* NULL for what is absent or null. */
const char *
gs_reference_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? json_node_get_string (node) : NULL;
}

/* The words of the reference for those of ours. */
int
gs_reference_word (const char *word, const char *const pairs[][2], const GsWordList *words)
{
  int value = 0;

  for (guint i = 0; pairs[i][0] != NULL; i++)
    {
      if (g_strcmp0 (word, pairs[i][0]) == 0)
        {
          g_assert_true (gs_word_from_nick (words, pairs[i][1], &value));
          return value;
        }
    }

  g_error ("the reference says “%s” for a %s", word, words->name);
}

/* Tags ------------------------------------------------------------------------- */

/* (transfer full): UUID of the tag with that path, made with its parents. */
char *
gs_reference_ensure_tag (GsReferenceLoader *self, const char *path)
{
  char *uuid = gs_reference_uuid ("tag", path);
  const char *slash = strrchr (path, '/');
  GsTagRecord *tag;

  if (!g_hash_table_add (self->made, g_strdup (uuid)))
    return uuid;

  tag = gs_reference_new_record (self, &gs_tag_type, path);
  tag->name = g_strdup (slash != NULL ? slash + 1 : path);
  if (slash != NULL)
    {
      g_autofree char *parent = g_strndup (path, (gsize) (slash - path));

      tag->parent = gs_reference_ensure_tag (self, parent);
    }
  gs_reference_save_record (self, &gs_tag_type, tag);

  return uuid;
}

static char *
path_in (JsonObject *broader, const char *root, const char *name)
{
  const char *parent = gs_reference_text (broader, name);
  g_autofree char *above = parent != NULL ? path_in (broader, root, parent) : g_strdup (root);

  return g_strconcat (above, "/", name, NULL);
}

static void
load_tree (GsReferenceLoader *self, JsonObject *broader, const char *root)
{
  g_autoptr (GList) names = json_object_get_members (broader);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *path = path_in (broader, root, l->data);

      g_free (gs_reference_ensure_tag (self, path));
    }
}

/* Sources ---------------------------------------------------------------------- */

static const char *const source_kinds[][2] = {
  { "publisher", "outlet" },
  { "outlet", "outlet" },
  { "agency", "agency" },
  { "government", "government" },
  { "anonymous-group", "anonymous-group" },
  { "anonymous", "anonymous-group" },
  { "generic", "generic" },
  { "official", "person" },
  { "spokesperson", "person" },
  { "expert", "person" },
  { NULL, NULL },
};

static void
load_parties (GsReferenceLoader *self, JsonObject *affiliations)
{
  g_autoptr (GList) names = json_object_get_members (affiliations);
  g_autoptr (GHashTable) made = g_hash_table_new (g_str_hash, g_str_equal);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *party = gs_reference_text (affiliations, l->data);
      GsSourceRecord *source;

      if (!g_hash_table_add (made, (gpointer) party))
        continue;

      source = gs_reference_new_record (self, &gs_source_type, party);
      source->kind = GS_SOURCE_GOVERNMENT;
      source->name = g_strdup (party);
      gs_reference_save_record (self, &gs_source_type, source);
    }
}

static void
load_source (GsReferenceLoader *self, JsonObject *hop, JsonObject *affiliations)
{
  const char *name = gs_reference_text (hop, "name");
  const char *party = gs_reference_text (affiliations, name);
  GsSourceRecord *source = gs_reference_new_record (self, &gs_source_type, name);

  source->kind = gs_reference_word (gs_reference_text (hop, "type"), source_kinds, &gs_source_kinds);
  source->name = g_strdup (name);
  if (party != NULL)
    {
      GsAffiliationRecord *affiliation = gs_record_append (source->affiliations, &gs_affiliation_type);

      affiliation->party = gs_reference_uuid ("source", party);
    }
  gs_reference_save_record (self, &gs_source_type, source);
}

static void
load_sources (GsReferenceLoader *self, JsonArray *claims, JsonObject *affiliations)
{
  g_autoptr (GHashTable) made = g_hash_table_new (g_str_hash, g_str_equal);

  load_parties (self, affiliations);
  for (guint i = 0; i < json_array_get_length (claims); i++)
    {
      JsonArray *hops = json_object_get_array_member (json_array_get_object_element (claims, i), "attribution");

      for (guint j = 0; j < json_array_get_length (hops); j++)
        {
          JsonObject *hop = json_array_get_object_element (hops, j);

          if (g_hash_table_add (made, (gpointer) gs_reference_text (hop, "name")))
            load_source (self, hop, affiliations);
        }
    }
}

/* Questions -------------------------------------------------------------------- */

static int
answer_kind (const char *text)
{
  static const char *const polar[] = { "Has ", "Is ", "Are ", "Does ", "Do ", "Can", "Will " };

  if (g_str_has_prefix (text, "How many "))
    return GS_ANSWER_NUMBER;
  if (g_str_has_prefix (text, "When "))
    return GS_ANSWER_DATE;
  for (guint i = 0; i < G_N_ELEMENTS (polar); i++)
    {
      if (g_str_has_prefix (text, polar[i]))
        return GS_ANSWER_YES_NO;
    }

  return GS_ANSWER_FREE;
}

/* The sides of a position conflict that is about exclusive values, or NULL. */
JsonArray *
gs_reference_exclusive_sides (GsReferenceLoader *self, const char *question)
{
  JsonArray *conflicts = json_object_get_array_member (self->root, "position_conflicts");

  for (guint i = 0; i < json_array_get_length (conflicts); i++)
    {
      JsonObject *conflict = json_array_get_object_element (conflicts, i);

      if (g_strcmp0 (gs_reference_text (conflict, "question"), question) == 0
          && g_str_has_prefix (gs_reference_text (conflict, "kind"), "exclusive"))
        return json_object_get_array_member (conflict, "sides");
    }

  return NULL;
}

static void
load_questions (GsReferenceLoader *self)
{
  JsonObject *questions = json_object_get_object_member (self->root, "questions");
  g_autoptr (GList) ids = json_object_get_members (questions);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      GsQuestionRecord *question = gs_reference_new_record (self, &gs_question_type, l->data);

      question->text = g_strdup (gs_reference_text (questions, l->data));
      question->answer = answer_kind (question->text);
      question->exclusive = gs_reference_exclusive_sides (self, l->data) != NULL;
      gs_reference_save_record (self, &gs_question_type, question);
    }
}

/* Articles --------------------------------------------------------------------- */

static gboolean
load_article (GsReferenceLoader *self, const char *file, JsonObject *doc, GError **error)
{
  g_autofree char *path = g_build_filename (self->seeds, file, NULL);
  g_autoptr (GsArticleRecord) article = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GsHeadRecord *head;
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, error))
    return FALSE;

  bytes = g_bytes_new_take (data, length);
  article = gs_extract (bytes, file, NULL, error);
  if (article == NULL)
    return FALSE;

  head = gs_reference_new_record (self, &gs_article_type, file);
  article->uuid = g_steal_pointer (&head->uuid);
  article->author = g_steal_pointer (&head->author);
  article->created = g_steal_pointer (&head->created);
  article->modified = g_steal_pointer (&head->modified);
  article->modified_by = g_steal_pointer (&head->modified_by);
  gs_record_free (&gs_article_type, head);

  if (article->path == NULL)
    article->path = g_strdup (file);
  if (article->published_lo == NULL && article->published_hi == NULL)
    {
      article->published_lo = g_strdup (gs_reference_text (doc, "assumed_date"));
      article->published_hi = g_strdup (article->published_lo);
      article->published_basis = GS_BASIS_ANALYST;
    }

  g_hash_table_insert (self->texts, g_strdup (file), gs_text_new (article->text));
  gs_action_save (self->action, &gs_article_type, article);

  return TRUE;
}

static gboolean
load_articles (GsReferenceLoader *self, GError **error)
{
  JsonObject *docs = json_object_get_object_member (self->root, "docs");
  g_autoptr (GList) files = json_object_get_members (docs);

  for (GList *l = files; l != NULL; l = l->next)
    {
      if (!load_article (self, l->data, json_object_get_object_member (docs, l->data), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
load_all (GsReferenceLoader *self, GError **error)
{
  JsonObject *vocabulary = json_object_get_object_member (self->root, "vocabulary");
  JsonArray *claims = json_object_get_array_member (self->root, "claims");
  GsAnnotatorRecord annotator = { self->annotator, (char *) "Reference" };

  gs_action_save (self->action, &gs_annotator_type, &annotator);
  load_tree (self, json_object_get_object_member (vocabulary, "object_is_a"), "object");
  load_tree (self, json_object_get_object_member (vocabulary, "place_part_of"), "place");
  load_sources (self, claims, json_object_get_object_member (vocabulary, "source_affiliation"));
  load_questions (self);
  if (!load_articles (self, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (claims); i++)
    gs_reference_load_claim (self, json_array_get_object_element (claims, i));

  return TRUE;
}

gboolean
gs_reference_load (GsWorkspace *workspace, const char *seeds, GError **error)
{
  g_autofree char *path = g_build_filename (seeds, "reference.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GsAction) action = NULL;
  g_autoptr (GHashTable) made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) gs_text_free);
  g_autofree char *annotator = gs_reference_uuid ("annotator", "reference");
  GsReferenceLoader self = { .seeds = seeds, .annotator = annotator, .made = made, .texts = texts };

  if (!json_parser_load_from_file (parser, path, error))
    return FALSE;

  self.root = json_node_get_object (json_parser_get_root (parser));
  self.action = action = gs_action_new ("Reference annotation");
  gs_action_keep_stamps (action);

  return load_all (&self, error) && gs_workspace_perform (workspace, action, error);
}
