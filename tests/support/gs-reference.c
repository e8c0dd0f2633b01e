/* gs-reference.c: the reference annotation of the seed articles, as a workspace.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reference.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "gs-anchor.h"
#include "gs-extract.h"
#include "gs-text.h"

#define STAMP "2024-06-01T09:00:00.000Z"

typedef struct
{
  GsAction *action;
  const char *seeds;
  JsonObject *root;
  char *annotator;
  GHashTable *made;  /* UUIDs of tags */
  GHashTable *texts; /* file → GsText */
} Loader;

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

static gpointer
new_record (Loader *self, const GsRecordType *type, const char *id)
{
  GsHeadRecord *head = gs_record_new (type);

  head->uuid = gs_reference_uuid (type->name, id);
  head->author = g_strdup (self->annotator);
  head->created = g_strdup (STAMP);
  head->modified = g_strdup (STAMP);
  head->modified_by = g_strdup (self->annotator);

  return head;
}

static void
save_record (Loader *self, const GsRecordType *type, gpointer record)
{
  gs_action_save (self->action, type, record);
  gs_record_free (type, record);
}

/* NULL for what is absent or null. */
static const char *
text_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? json_node_get_string (node) : NULL;
}

static double
number_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? json_node_get_double (node) : NAN;
}

static gint64
integer_of (JsonObject *object, const char *name)
{
  return json_object_has_member (object, name) ? json_object_get_int_member (object, name) : 0;
}

static JsonObject *
object_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* The words of the reference for those of ours. */
static int
word_of (const char *word, const char *const pairs[][2], const GsWordList *words)
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
static char *
ensure_tag (Loader *self, const char *path)
{
  char *uuid = gs_reference_uuid ("tag", path);
  const char *slash = strrchr (path, '/');
  GsTagRecord *tag;

  if (!g_hash_table_add (self->made, g_strdup (uuid)))
    return uuid;

  tag = new_record (self, &gs_tag_type, path);
  tag->name = g_strdup (slash != NULL ? slash + 1 : path);
  if (slash != NULL)
    {
      g_autofree char *parent = g_strndup (path, (gsize) (slash - path));

      tag->parent = ensure_tag (self, parent);
    }
  save_record (self, &gs_tag_type, tag);

  return uuid;
}

static char *
path_in (JsonObject *broader, const char *root, const char *name)
{
  const char *parent = text_of (broader, name);
  g_autofree char *above = parent != NULL ? path_in (broader, root, parent) : g_strdup (root);

  return g_strconcat (above, "/", name, NULL);
}

static void
load_tree (Loader *self, JsonObject *broader, const char *root)
{
  g_autoptr (GList) names = json_object_get_members (broader);

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *path = path_in (broader, root, l->data);

      g_free (ensure_tag (self, path));
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
load_parties (Loader *self, JsonObject *affiliations)
{
  g_autoptr (GList) names = json_object_get_members (affiliations);
  g_autoptr (GHashTable) made = g_hash_table_new (g_str_hash, g_str_equal);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *party = text_of (affiliations, l->data);
      GsSourceRecord *source;

      if (!g_hash_table_add (made, (gpointer) party))
        continue;

      source = new_record (self, &gs_source_type, party);
      source->kind = GS_SOURCE_GOVERNMENT;
      source->name = g_strdup (party);
      save_record (self, &gs_source_type, source);
    }
}

static void
load_source (Loader *self, JsonObject *hop, JsonObject *affiliations)
{
  const char *name = text_of (hop, "name");
  const char *party = text_of (affiliations, name);
  GsSourceRecord *source = new_record (self, &gs_source_type, name);

  source->kind = word_of (text_of (hop, "type"), source_kinds, &gs_source_kinds);
  source->name = g_strdup (name);
  if (party != NULL)
    {
      GsAffiliationRecord *affiliation = gs_record_append (source->affiliations, &gs_affiliation_type);

      affiliation->party = gs_reference_uuid ("source", party);
    }
  save_record (self, &gs_source_type, source);
}

static void
load_sources (Loader *self, JsonArray *claims, JsonObject *affiliations)
{
  g_autoptr (GHashTable) made = g_hash_table_new (g_str_hash, g_str_equal);

  load_parties (self, affiliations);
  for (guint i = 0; i < json_array_get_length (claims); i++)
    {
      JsonArray *hops = json_object_get_array_member (json_array_get_object_element (claims, i), "attribution");

      for (guint j = 0; j < json_array_get_length (hops); j++)
        {
          JsonObject *hop = json_array_get_object_element (hops, j);

          if (g_hash_table_add (made, (gpointer) text_of (hop, "name")))
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
static JsonArray *
exclusive_sides (Loader *self, const char *question)
{
  JsonArray *conflicts = json_object_get_array_member (self->root, "position_conflicts");

  for (guint i = 0; i < json_array_get_length (conflicts); i++)
    {
      JsonObject *conflict = json_array_get_object_element (conflicts, i);

      if (g_strcmp0 (text_of (conflict, "question"), question) == 0
          && g_str_has_prefix (text_of (conflict, "kind"), "exclusive"))
        return json_object_get_array_member (conflict, "sides");
    }

  return NULL;
}

static void
load_questions (Loader *self)
{
  JsonObject *questions = json_object_get_object_member (self->root, "questions");
  g_autoptr (GList) ids = json_object_get_members (questions);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      GsQuestionRecord *question = new_record (self, &gs_question_type, l->data);

      question->text = g_strdup (text_of (questions, l->data));
      question->answer = answer_kind (question->text);
      question->exclusive = exclusive_sides (self, l->data) != NULL;
      save_record (self, &gs_question_type, question);
    }
}

/* Articles --------------------------------------------------------------------- */

static gboolean
load_article (Loader *self, const char *file, JsonObject *doc, GError **error)
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

  head = new_record (self, &gs_article_type, file);
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
      article->published_lo = g_strdup (text_of (doc, "assumed_date"));
      article->published_hi = g_strdup (article->published_lo);
      article->published_basis = GS_BASIS_ANALYST;
    }

  g_hash_table_insert (self->texts, g_strdup (file), gs_text_new (article->text));
  gs_action_save (self->action, &gs_article_type, article);

  return TRUE;
}

static gboolean
load_articles (Loader *self, GError **error)
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

/* Claims ----------------------------------------------------------------------- */

/* How far apart two ranges are; 0 where they meet. */
static gint64
distance (gint64 a_start, gint64 a_end, gint64 b_start, gint64 b_end)
{
  return MAX (MAX (b_start - a_end, a_start - b_end), 0);
}

static void
place_cue (const GsText *text, GsHopRecord *hop, gint64 start, gint64 end)
{
  gint64 length = g_utf8_strlen (hop->cue, -1);
  gint64 nearest = G_MAXINT64;
  gint64 found;

  for (guint nth = 1; (found = gs_anchor_find (text, hop->cue, nth)) >= 0; nth++)
    {
      gint64 apart = distance (start, end, found, found + length);

      if (apart < nearest)
        {
          nearest = apart;
          hop->cue_start = found;
          hop->cue_end = found + length;
        }
    }
}

static void
load_hops (JsonObject *json, GsClaimRecord *claim, const GsText *text, const GsSpanRecord *quote)
{
  JsonArray *hops = json_object_get_array_member (json, "attribution");

  for (guint i = 0; i < json_array_get_length (hops); i++)
    {
      JsonObject *from = json_array_get_object_element (hops, i);
      GsHopRecord *hop = gs_record_append (claim->hops, &gs_hop_type);

      hop->source = gs_reference_uuid ("source", text_of (from, "name"));
      hop->act = g_strdup (text_of (from, "stance"));
      hop->count = integer_of (from, "count");
      hop->note = g_strdup (text_of (from, "note"));
      hop->cue = g_strdup (text_of (from, "cue"));
      if (hop->cue != NULL && strstr (hop->cue, "(reportative)") != NULL)
        hop->mode = GS_MODE_REPORTATIVE;
      if (hop->cue != NULL)
        place_cue (text, hop, quote->start, quote->end);
    }
}

static void
add_slots (GsClaimRecord *claim, const char *name, const char *values)
{
  g_auto (GStrv) parts = g_strsplit (values, ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      GsSlotRecord *slot = gs_record_append (claim->slots, &gs_slot_type);

      slot->name = g_strdup (name);
      slot->entity = g_strdup (g_strstrip (parts[i]));
    }
}

static void
load_slots (JsonObject *json, GsClaimRecord *claim)
{
  JsonObject *slots = json_object_get_object_member (json, "slots");
  g_autoptr (GList) names = json_object_get_members (slots);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *value = json_object_get_member (slots, l->data);
      JsonArray *list = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

      if (list == NULL)
        add_slots (claim, l->data, json_node_get_string (value));
      for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
        add_slots (claim, l->data, json_array_get_string_element (list, i));
    }
}

static void
load_quantity (JsonObject *from, GsClaimRecord *claim)
{
  GsQuantityRecord *quantity;

  if (from == NULL)
    return;

  quantity = gs_record_append (claim->quantities, &gs_quantity_type);
  quantity->lo = number_of (from, "lo");
  quantity->hi = number_of (from, "hi");
  quantity->unit = g_strdup (text_of (from, "unit"));
  quantity->hedge = g_strdup (text_of (from, "hedge"));
  quantity->text = g_strdup (text_of (from, "text"));
}

static void
load_time (JsonObject *from, GsClaimRecord *claim)
{
  GsTimeRecord *time;

  if (from == NULL)
    return;

  time = gs_record_append (claim->times, &gs_time_type);
  g_assert_true (gs_word_from_nick (&gs_time_kinds, text_of (from, "kind"), &time->kind));
  time->start_lo = g_strdup (text_of (from, "lo"));
  if (time->kind == GS_TIME_ONSET)
    time->start_hi = g_strdup (text_of (from, "hi"));
  else
    time->end_hi = g_strdup (text_of (from, "hi"));
  time->anchor = g_strdup (text_of (from, "anchor"));
  time->text = g_strdup (text_of (from, "text"));
}

static void
load_ladder (JsonObject *from, GsClaimRecord *claim)
{
  if (from == NULL)
    return;

  claim->ladder = g_strdup (text_of (from, "scale"));
  claim->stage = g_strdup (text_of (from, "label"));
  claim->stage_lo = integer_of (from, "min");
  claim->stage_hi = integer_of (from, "max");
}

static void
load_tags (Loader *self, JsonObject *json, GsClaimRecord *claim)
{
  JsonArray *tags = json_object_get_array_member (json, "tags");
  g_autofree char *tier = g_strconcat ("tier/", text_of (json, "tier"), NULL);

  for (guint i = 0; i < json_array_get_length (tags); i++)
    g_ptr_array_add (claim->tags, ensure_tag (self, json_array_get_string_element (tags, i)));
  g_ptr_array_add (claim->tags, ensure_tag (self, tier));
}

/* Claims that a position conflict names answer with the day they give. */
static void
load_value (Loader *self, JsonObject *json, GsClaimRecord *claim)
{
  JsonArray *sides = exclusive_sides (self, text_of (json, "question"));

  for (guint i = 0; sides != NULL && i < json_array_get_length (sides); i++)
    {
      JsonArray *side = json_array_get_array_element (sides, i);

      for (guint j = 0; j < json_array_get_length (side); j++)
        {
          if (g_strcmp0 (json_array_get_string_element (side, j), text_of (json, "id")) == 0)
            claim->value = g_strdup (text_of (object_of (json, "time"), "lo"));
        }
    }
}

static void
load_words (JsonObject *json, GsClaimRecord *claim)
{
  static const char *const certainties[][2] = {
    { "CT", "certain" }, { "PR", "probable" }, { "PS", "possible" }, { "U", "unknown" }, { NULL, NULL }
  };
  static const char *const stances[][2] = { { "+", "asserts" }, { "-", "denies" }, { NULL, NULL } };

  claim->stance = word_of (text_of (json, "polarity"), stances, &gs_stances);
  claim->certainty = word_of (text_of (json, "certainty"), certainties, &gs_certainties);
  g_assert_true (gs_word_from_nick (&gs_statuses, text_of (json, "status"), &claim->status));
}

static void
load_claim (Loader *self, JsonObject *json)
{
  const char *id = text_of (json, "id");
  const char *file = text_of (json, "file");
  const GsText *text = g_hash_table_lookup (self->texts, file);
  JsonObject *selector = json_object_get_object_member (json, "selector");
  GsClaimRecord *claim = new_record (self, &gs_claim_type, id);
  GsSpanRecord *quote = gs_record_append (claim->spans, &gs_span_type);

  claim->article = gs_reference_uuid ("article", file);
  claim->question = gs_reference_uuid ("question", text_of (json, "question"));
  claim->summary = g_strdup (text_of (json, "paraphrase"));
  claim->scope = g_strdup (text_of (json, "scope"));
  claim->note = g_strdup (text_of (json, "note"));

  quote->uuid = gs_reference_uuid ("span", id);
  quote->start = integer_of (selector, "start");
  quote->end = integer_of (selector, "end");
  gs_anchor_describe (text, quote);

  load_words (json, claim);
  load_ladder (object_of (json, "ladder"), claim);
  load_hops (json, claim, text, quote);
  load_slots (json, claim);
  load_quantity (object_of (json, "quantity"), claim);
  load_time (object_of (json, "time"), claim);
  load_value (self, json, claim);
  load_tags (self, json, claim);
  save_record (self, &gs_claim_type, claim);
}

static gboolean
load_all (Loader *self, GError **error)
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
    load_claim (self, json_array_get_object_element (claims, i));

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
  Loader self = { .seeds = seeds, .annotator = annotator, .made = made, .texts = texts };

  if (!json_parser_load_from_file (parser, path, error))
    return FALSE;

  self.root = json_node_get_object (json_parser_get_root (parser));
  self.action = action = gs_action_new ("Reference annotation");
  gs_action_keep_stamps (action);

  return load_all (&self, error) && gs_workspace_perform (workspace, action, error);
}
