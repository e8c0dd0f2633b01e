/* test-reference.c: the reference annotation, into a workspace and back.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read back is compared with reference.json itself, not with what the
 * loader made of it.
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "check-schemas.h"
#include "gs-reference.h"
#include "gs-test.h"
#include "gs-text.h"
#include "memory-report.h"

typedef struct
{
  char *folder;
  JsonParser *parser;
  JsonObject *root;
  GsWorkspace *workspace;
} Fixture;

static gboolean
fixture_open (Fixture *self)
{
  g_autofree char *path = gs_test_seed ("reference.json");
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return FALSE;

  self->folder = g_path_get_dirname (path);
  self->parser = json_parser_new ();
  json_parser_load_from_file (self->parser, path, &error);
  g_assert_no_error (error);
  self->root = json_node_get_object (json_parser_get_root (self->parser));

  self->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  gs_reference_load (self->workspace, self->folder, &error);
  g_assert_no_error (error);

  return TRUE;
}

static void
fixture_clear (Fixture *self)
{
  g_clear_object (&self->workspace);
  g_clear_object (&self->parser);
  g_free (self->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static gpointer
load (Fixture *self, const GsRecordType *type, const char *uuid)
{
  g_autoptr (GError) error = NULL;
  gpointer record = gs_workspace_load (self->workspace, type, uuid, &error);

  g_assert_no_error (error);

  return record;
}

static const char *
text_of (JsonObject *object, const char *name)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? json_node_get_string (node) : NULL;
}

static JsonObject *
object_of (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static gboolean
same_text (const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

/* What is compared, each with its count. */
typedef gboolean (*Check) (Fixture *self, JsonObject *json, const GsClaimRecord *claim);

static gboolean
check_quote (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  JsonObject *selector = json_object_get_object_member (json, "selector");
  const GsSpanRecord *quote = gs_claim_record_quote (claim);
  g_autoptr (GsArticleRecord) article = load (self, &gs_article_type, claim->article);
  g_autoptr (GsText) text = gs_text_new (article->text);
  g_autofree char *slice = NULL;

  if (quote == NULL || quote->orphaned || quote->start != json_object_get_int_member (selector, "start")
      || quote->end != json_object_get_int_member (selector, "end"))
    return FALSE;

  slice = gs_text_slice (text, quote->start, quote->end);

  return same_text (quote->exact, text_of (json, "quote")) && same_text (slice, quote->exact)
         && same_text (article->path, text_of (json, "file"));
}

/* The reference gives 32 code points; ours are as long, or longer. */
static gboolean
check_context (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  JsonObject *selector = json_object_get_object_member (json, "selector");
  const GsSpanRecord *quote = gs_claim_record_quote (claim);

  return g_str_has_suffix (quote->prefix != NULL ? quote->prefix : "", text_of (selector, "prefix"))
         && g_str_has_prefix (quote->suffix != NULL ? quote->suffix : "", text_of (selector, "suffix"));
}

static gboolean
check_chain (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  JsonArray *hops = json_object_get_array_member (json, "attribution");

  if (json_array_get_length (hops) != claim->hops->len)
    return FALSE;

  for (guint i = 0; i < claim->hops->len; i++)
    {
      JsonObject *from = json_array_get_object_element (hops, i);
      const GsHopRecord *hop = claim->hops->pdata[i];
      g_autoptr (GsSourceRecord) source = load (self, &gs_source_type, hop->source);
      gint64 count = json_object_has_member (from, "count") ? json_object_get_int_member (from, "count") : 0;

      if (!same_text (source->name, text_of (from, "name")) || !same_text (hop->act, text_of (from, "stance"))
          || !same_text (hop->cue, text_of (from, "cue")) || !same_text (hop->note, text_of (from, "note"))
          || hop->count != count)
        return FALSE;
    }

  return TRUE;
}

/* A cue that has a place stands there; one that stands somewhere has a place. */
static gboolean
check_cues (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  g_autoptr (GsArticleRecord) article = load (self, &gs_article_type, claim->article);
  g_autoptr (GsText) text = gs_text_new (article->text);

  for (guint i = 0; i < claim->hops->len; i++)
    {
      const GsHopRecord *hop = claim->hops->pdata[i];
      g_autofree char *slice = NULL;

      if (hop->cue == NULL)
        continue;
      if ((strstr (article->text, hop->cue) != NULL) != (hop->cue_end > 0))
        return FALSE;
      slice = hop->cue_end > 0 ? gs_text_slice (text, hop->cue_start, hop->cue_end) : g_strdup (hop->cue);
      if (!same_text (slice, hop->cue))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_polarity (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  return same_text (claim->stance == GS_STANCE_ASSERTS ? "+" : "-", text_of (json, "polarity"));
}

static gboolean
check_certainty (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  static const char *const words[] = { "CT", "PR", "PS", "U" };

  return same_text (words[claim->certainty], text_of (json, "certainty"));
}

static gboolean
check_words (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  return same_text (gs_word_to_nick (&gs_statuses, claim->status), text_of (json, "status"))
         && same_text (claim->scope, text_of (json, "scope")) && same_text (claim->note, text_of (json, "note"))
         && same_text (claim->summary, text_of (json, "paraphrase"));
}

static gboolean
same_number (JsonObject *json, const char *name, double number)
{
  JsonNode *node = json_object_get_member (json, name);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return isnan (number);

  return !(json_node_get_double (node) < number) && !(json_node_get_double (node) > number);
}

static gboolean
check_quantity (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  JsonObject *from = object_of (json, "quantity");
  const GsQuantityRecord *quantity;

  if (from == NULL)
    return claim->quantities->len == 0;
  if (claim->quantities->len != 1)
    return FALSE;

  quantity = claim->quantities->pdata[0];

  return same_number (from, "lo", quantity->lo) && same_number (from, "hi", quantity->hi)
         && same_text (quantity->unit, text_of (from, "unit")) && same_text (quantity->hedge, text_of (from, "hedge"))
         && same_text (quantity->text, text_of (from, "text")) && !quantity->lo_open && !quantity->hi_open;
}

static gboolean
check_time (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  JsonObject *from = object_of (json, "time");
  const GsTimeRecord *time;
  gboolean onset;

  if (from == NULL)
    return claim->times->len == 0;
  if (claim->times->len != 1)
    return FALSE;

  time = claim->times->pdata[0];
  onset = same_text (text_of (from, "kind"), "onset");

  return same_text (gs_word_to_nick (&gs_time_kinds, time->kind), text_of (from, "kind"))
         && same_text (time->start_lo, text_of (from, "lo"))
         && same_text (onset ? time->start_hi : time->end_hi, text_of (from, "hi"))
         && (onset ? time->end_hi : time->start_hi) == NULL && time->end_lo == NULL
         && same_text (time->anchor, text_of (from, "anchor")) && same_text (time->text, text_of (from, "text"));
}

static gboolean
check_ladder (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  JsonObject *from = object_of (json, "ladder");
  gint64 lo = from != NULL && json_object_has_member (from, "min") ? json_object_get_int_member (from, "min") : 0;
  gint64 hi = from != NULL && json_object_has_member (from, "max") ? json_object_get_int_member (from, "max") : 0;

  return same_text (claim->ladder, text_of (from, "scale")) && same_text (claim->stage, text_of (from, "label"))
         && claim->stage_lo == lo && claim->stage_hi == hi;
}

/* The values of a slot, joined again. */
static char *
join_slots (const GsClaimRecord *claim, const char *name)
{
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < claim->slots->len; i++)
    {
      const GsSlotRecord *slot = claim->slots->pdata[i];

      if (same_text (slot->name, name))
        g_string_append_printf (values, "%s%s", values->len > 0 ? "; " : "", slot->entity);
    }

  return g_string_free (g_steal_pointer (&values), FALSE);
}

static char *
join_json (JsonNode *node)
{
  g_autoptr (GString) values = g_string_new (NULL);

  if (JSON_NODE_HOLDS_VALUE (node))
    return g_strdup (json_node_get_string (node));

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    g_string_append_printf (values, "%s%s", i > 0 ? "; " : "",
                            json_array_get_string_element (json_node_get_array (node), i));

  return g_string_free (g_steal_pointer (&values), FALSE);
}

static gboolean
check_slots (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  JsonObject *slots = json_object_get_object_member (json, "slots");
  g_autoptr (GList) names = json_object_get_members (slots);
  guint n_values = 0;

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *expected = join_json (json_object_get_member (slots, l->data));
      g_autofree char *found = join_slots (claim, l->data);
      g_auto (GStrv) values = g_strsplit (expected, ";", -1);

      if (!same_text (expected, found))
        return FALSE;
      n_values += g_strv_length (values);
    }

  return claim->slots->len == n_values;
}

static char *
path_of (Fixture *self, const char *uuid)
{
  g_autoptr (GsTagRecord) tag = load (self, &gs_tag_type, uuid);
  g_autofree char *parent = tag->parent != NULL ? path_of (self, tag->parent) : NULL;

  return g_strconcat (parent != NULL ? parent : "", parent != NULL ? "/" : "", tag->name, NULL);
}

static gboolean
check_tags (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  JsonArray *tags = json_object_get_array_member (json, "tags");
  guint n = json_array_get_length (tags);
  g_autofree char *tier = g_strconcat ("tier/", text_of (json, "tier"), NULL);

  if (claim->tags->len != n + 1)
    return FALSE;

  for (guint i = 0; i < n + 1; i++)
    {
      g_autofree char *path = path_of (self, claim->tags->pdata[i]);

      if (!same_text (path, i < n ? json_array_get_string_element (tags, i) : tier))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_question (Fixture *self, JsonObject *json, const GsClaimRecord *claim)
{
  g_autoptr (GsQuestionRecord) question = load (self, &gs_question_type, claim->question);
  JsonObject *questions = json_object_get_object_member (self->root, "questions");

  return same_text (question->text, text_of (questions, text_of (json, "question")));
}

static const struct
{
  const char *what;
  Check check;
} checks[] = {
  { "claims attach at their code points with equal quotes", check_quote },
  { "claims with equal surroundings", check_context },
  { "attribution chains", check_chain },
  { "claims with every cue in its place", check_cues },
  { "polarities", check_polarity },
  { "certainties", check_certainty },
  { "status, scope, summary and note", check_words },
  { "quantities", check_quantity },
  { "times", check_time },
  { "ladders", check_ladder },
  { "slots", check_slots },
  { "tags", check_tags },
  { "questions", check_question },
};

static void
test_claims (void)
{
  g_auto (Fixture) self = { NULL };
  JsonArray *claims;
  guint n_claims;

  if (!fixture_open (&self))
    return;

  claims = json_object_get_array_member (self.root, "claims");
  n_claims = json_array_get_length (claims);
  g_assert_cmpint (gs_workspace_count (self.workspace, &gs_claim_type, NULL), ==, n_claims);

  for (guint i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      guint n_good = 0;

      for (guint j = 0; j < n_claims; j++)
        {
          JsonObject *json = json_array_get_object_element (claims, j);
          g_autofree char *uuid = gs_reference_uuid ("claim", text_of (json, "id"));
          g_autoptr (GsClaimRecord) claim = load (&self, &gs_claim_type, uuid);

          if (checks[i].check (&self, json, claim))
            n_good++;
          else
            g_test_message ("%s: not equal: %s", text_of (json, "id"), checks[i].what);
        }

      g_test_message ("%u of %u %s", n_good, n_claims, checks[i].what);
      g_assert_cmpuint (n_good, ==, n_claims);
    }
}

static void
test_affiliations (void)
{
  g_auto (Fixture) self = { NULL };
  g_autoptr (GsMemoryReport) report = NULL;
  JsonObject *affiliations;
  guint n = 0;

  if (!fixture_open (&self))
    return;

  affiliations =
    json_object_get_object_member (json_object_get_object_member (self.root, "vocabulary"), "source_affiliation");
  report = gs_memory_report_of (self.workspace, NULL);
  for (guint i = 0; i < report->records[2]->len; i++)
    {
      GsSourceRecord *source = report->records[2]->pdata[i];

      if (!json_object_has_member (affiliations, source->name))
        {
          g_assert_cmpuint (source->affiliations->len, ==, 0);
          continue;
        }

      GsAffiliationRecord *affiliation = source->affiliations->pdata[0];
      g_autoptr (GsSourceRecord) party = load (&self, &gs_source_type, affiliation->party);

      g_assert_cmpstr (party->name, ==, text_of (affiliations, source->name));
      n++;
    }

  g_test_message ("%u of %u affiliations", n, json_object_get_size (affiliations));
  g_assert_cmpuint (n, ==, json_object_get_size (affiliations));
}

static void
test_check (void)
{
  g_auto (Fixture) self = { NULL };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (!fixture_open (&self))
    return;

  findings = gs_workspace_check (self.workspace, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_export (gconstpointer data)
{
  const char *nick = data;
  g_auto (Fixture) self = { NULL };
  g_autoptr (GsMemoryReport) report = NULL;
  g_autoptr (GsMemoryReport) back = NULL;
  g_autoptr (GsWorkspace) other = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GsReportOutcome) outcome = { 99, NULL };

  if (!fixture_open (&self))
    return;

  report = gs_memory_report_of (self.workspace, NULL);
  bytes = gs_memory_report_write (report, nick);
  g_assert_cmpstr (g_str_equal (nick, "xml") ? gs_check_xml_schema (bytes) : gs_check_json_schema (bytes), ==, NULL);

  other = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  gs_report_import (other, bytes, nick, &outcome, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (outcome.n_records, >, 119 + 41 + 5);

  back = gs_memory_report_of (other, NULL);
  again = gs_memory_report_write (back, nick);
  gs_assert_bytes_equal (bytes, again);
  g_test_message ("%s: %" G_GSIZE_FORMAT " bytes, the same after import", nick, g_bytes_get_size (bytes));
}

static void
test_across (void)
{
  g_auto (Fixture) self = { NULL };
  g_autoptr (GsMemoryReport) report = NULL;
  g_autoptr (GsMemoryReport) from_xml = NULL;
  g_autoptr (GsMemoryReport) from_json = NULL;
  g_autoptr (GBytes) xml = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GBytes) again = NULL;

  if (!fixture_open (&self))
    return;

  report = gs_memory_report_of (self.workspace, NULL);
  xml = gs_memory_report_write (report, "xml");
  from_xml = gs_memory_report_read (xml, "xml", NULL);
  json = gs_memory_report_write (from_xml, "json");
  from_json = gs_memory_report_read (json, "json", NULL);
  again = gs_memory_report_write (from_json, "xml");
  gs_assert_bytes_equal (xml, again);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/claims", test_claims);
  g_test_add_func ("/reference/affiliations", test_affiliations);
  g_test_add_func ("/reference/check", test_check);
  g_test_add_data_func ("/reference/export/xml", "xml", test_export);
  g_test_add_data_func ("/reference/export/json", "json", test_export);
  g_test_add_func ("/reference/across", test_across);

  return g_test_run ();
}
