/* gs-reference-claims.c: the claims of the reference annotation.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-reference-private.h"

#include <math.h>
#include <string.h>

#include "gs-anchor.h"
#include "gs-text.h"

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

      hop->source = gs_reference_uuid ("source", gs_reference_text (from, "name"));
      hop->act = g_strdup (gs_reference_text (from, "stance"));
      hop->count = integer_of (from, "count");
      hop->note = g_strdup (gs_reference_text (from, "note"));
      hop->cue = g_strdup (gs_reference_text (from, "cue"));
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
  quantity->unit = g_strdup (gs_reference_text (from, "unit"));
  quantity->hedge = g_strdup (gs_reference_text (from, "hedge"));
  quantity->text = g_strdup (gs_reference_text (from, "text"));
}

static void
load_time (JsonObject *from, GsClaimRecord *claim)
{
  GsTimeRecord *time;

  if (from == NULL)
    return;

  time = gs_record_append (claim->times, &gs_time_type);
  g_assert_true (gs_word_from_nick (&gs_time_kinds, gs_reference_text (from, "kind"), &time->kind));
  time->start_lo = g_strdup (gs_reference_text (from, "lo"));
  if (time->kind == GS_TIME_ONSET)
    time->start_hi = g_strdup (gs_reference_text (from, "hi"));
  else
    time->end_hi = g_strdup (gs_reference_text (from, "hi"));
  time->anchor = g_strdup (gs_reference_text (from, "anchor"));
  time->text = g_strdup (gs_reference_text (from, "text"));
}

static void
load_ladder (JsonObject *from, GsClaimRecord *claim)
{
  if (from == NULL)
    return;

  claim->ladder = g_strdup (gs_reference_text (from, "scale"));
  claim->stage = g_strdup (gs_reference_text (from, "label"));
  claim->stage_lo = integer_of (from, "min");
  claim->stage_hi = integer_of (from, "max");
}

static void
load_tags (GsReferenceLoader *self, JsonObject *json, GsClaimRecord *claim)
{
  JsonArray *tags = json_object_get_array_member (json, "tags");
  g_autofree char *tier = g_strconcat ("tier/", gs_reference_text (json, "tier"), NULL);

  for (guint i = 0; i < json_array_get_length (tags); i++)
    g_ptr_array_add (claim->tags, gs_reference_ensure_tag (self, json_array_get_string_element (tags, i)));
  g_ptr_array_add (claim->tags, gs_reference_ensure_tag (self, tier));
}

/* Claims that a position conflict names answer with the day they give. */
static void
load_value (GsReferenceLoader *self, JsonObject *json, GsClaimRecord *claim)
{
  JsonArray *sides = gs_reference_exclusive_sides (self, gs_reference_text (json, "question"));

  for (guint i = 0; sides != NULL && i < json_array_get_length (sides); i++)
    {
      JsonArray *side = json_array_get_array_element (sides, i);

      for (guint j = 0; j < json_array_get_length (side); j++)
        {
          if (g_strcmp0 (json_array_get_string_element (side, j), gs_reference_text (json, "id")) == 0)
            claim->value = g_strdup (gs_reference_text (object_of (json, "time"), "lo"));
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

  claim->stance = gs_reference_word (gs_reference_text (json, "polarity"), stances, &gs_stances);
  claim->certainty = gs_reference_word (gs_reference_text (json, "certainty"), certainties, &gs_certainties);
  g_assert_true (gs_word_from_nick (&gs_statuses, gs_reference_text (json, "status"), &claim->status));
}

void
gs_reference_load_claim (GsReferenceLoader *self, JsonObject *json)
{
  const char *id = gs_reference_text (json, "id");
  const char *file = gs_reference_text (json, "file");
  const GsText *text = g_hash_table_lookup (self->texts, file);
  JsonObject *selector = json_object_get_object_member (json, "selector");
  GsClaimRecord *claim = gs_reference_new_record (self, &gs_claim_type, id);
  GsSpanRecord *quote = gs_record_append (claim->spans, &gs_span_type);

  claim->article = gs_reference_uuid ("article", file);
  claim->question = gs_reference_uuid ("question", gs_reference_text (json, "question"));
  claim->summary = g_strdup (gs_reference_text (json, "paraphrase"));
  claim->scope = g_strdup (gs_reference_text (json, "scope"));
  claim->note = g_strdup (gs_reference_text (json, "note"));

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
  gs_reference_save_record (self, &gs_claim_type, claim);
}
