/* test-origins.c: how many independent origins stand behind what is said.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "gs-names.h"
#include "gs-origins.h"
#include "gs-reference.h"
#include "gs-test.h"

/* A case is a few lines of what is there:
 *   source NAME = KIND [part-of NAME] [of NAME [FROM..TO]]
 *   article NAME [DATE] [copy|translation NAME]
 *   claim NAME in ARTICLE: A > B > C [act]
 *   same|independent CLAIM CLAIM */
typedef struct
{
  GsWorkspace *workspace;
  char *question;
  GHashTable *named; /* "source X", "article X", "claim X" → UUID */
} Case;

static void
perform (Case *self, GsAction *action)
{
  g_autoptr (GError) error = NULL;

  gs_workspace_perform (self->workspace, action, &error);
  g_assert_no_error (error);
}

static void
save (Case *self, const GsRecordType *type, const char *name, gpointer record)
{
  g_autoptr (GsAction) action = gs_action_new ("Case");
  char *uuid = g_strdup (gs_action_save (action, type, record));

  perform (self, action);
  gs_record_free (type, record);
  g_hash_table_insert (self->named, g_strconcat (type->name, " ", name, NULL), uuid);
}

static char *
uuid_of (Case *self, const GsRecordType *type, const char *name)
{
  g_autofree char *key = g_strconcat (type->name, " ", name, NULL);
  const char *uuid = g_hash_table_lookup (self->named, key);

  if (uuid == NULL)
    g_error ("the case has no %s", key);

  return g_strdup (uuid);
}

/* What stands behind @word, up to the next blank; NULL when it does not stand there. */
static char *
after (const char *line, const char *word)
{
  g_autofree char *pattern = g_strconcat ("(?:^|\\s)", word, "\\s+([^\\s:]+)", NULL);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, line, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static void
add_source (Case *self, const char *line)
{
  GsSourceRecord *source = gs_record_new (&gs_source_type);
  g_autofree char *name = after (line, "source"), *kind = after (line, "="), *part = after (line, "part-of");
  g_autofree char *party = after (line, "of"), *dates = after (line, "during");

  source->name = g_strdup (name);
  g_assert_true (gs_word_from_nick (&gs_source_kinds, kind, &source->kind));
  source->part_of = part != NULL ? uuid_of (self, &gs_source_type, part) : NULL;
  if (party != NULL)
    {
      GsAffiliationRecord *side = gs_record_append (source->affiliations, &gs_affiliation_type);
      g_auto (GStrv) bounds = dates != NULL ? g_strsplit (dates, "..", 2) : NULL;

      side->party = uuid_of (self, &gs_source_type, party);
      side->from = bounds != NULL && *bounds[0] != '\0' ? g_strdup (bounds[0]) : NULL;
      side->to = bounds != NULL && *bounds[1] != '\0' ? g_strdup (bounds[1]) : NULL;
    }
  save (self, &gs_source_type, name, source);
}

static void
add_article (Case *self, const char *line)
{
  GsArticleRecord *article = gs_record_new (&gs_article_type);
  g_autofree char *name = after (line, "article"), *date = after (line, "on"), *outlet = after (line, "by");
  g_autofree char *copy = after (line, "copy"), *translation = after (line, "translation");

  article->title = g_strdup (name);
  article->outlet = g_strdup (outlet);
  article->text = g_strdup_printf ("This is what %s says.", name);
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, article->text, -1);
  article->published_lo = g_strdup (date);
  article->published_hi = g_strdup (date);
  article->near_duplicate_of = copy != NULL ? uuid_of (self, &gs_article_type, copy) : NULL;
  article->translation_of = translation != NULL ? uuid_of (self, &gs_article_type, translation) : NULL;
  save (self, &gs_article_type, name, article);
}

static void
add_claim (Case *self, const char *line)
{
  GsClaimRecord *claim = gs_record_new (&gs_claim_type);
  g_autofree char *name = after (line, "claim"), *article = after (line, "in"), *act = after (line, "act");
  const char *chain = strchr (line, ':');
  g_auto (GStrv) hops = g_strsplit (chain != NULL ? chain + 1 : "", ">", -1);

  claim->article = uuid_of (self, &gs_article_type, article);
  claim->question = g_strdup (self->question);
  claim->summary = g_strdup (name);
  claim->stance = strstr (line, "denying") != NULL ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  for (guint i = 0; hops[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (g_strstrip (hops[i]), " ", 2);
      g_auto (GStrv) two = g_strsplit (words[0] != NULL ? words[0] : "", "=", 2);
      GsHopRecord *hop;

      if (two[0] == NULL || *two[0] == '\0')
        continue;
      hop = gs_record_append (claim->hops, &gs_hop_type);
      hop->source = uuid_of (self, &gs_source_type, two[0]);
      hop->resolves_to = two[1] != NULL ? uuid_of (self, &gs_source_type, two[1]) : NULL;
      hop->act = hops[i + 1] == NULL ? g_strdup (act) : NULL;
    }
  save (self, &gs_claim_type, name, claim);
}

static void
add_link (Case *self, const char *line, int kind)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  GsLinkRecord *link = gs_record_new (&gs_link_type);

  link->a = uuid_of (self, &gs_claim_type, words[1]);
  link->b = uuid_of (self, &gs_claim_type, words[2]);
  link->kind = kind;
  link->reason = g_strdup ("I asked");
  save (self, &gs_link_type, line, link);
}

static void
add_line (Case *self, const char *line)
{
  if (g_str_has_prefix (line, "source "))
    add_source (self, line);
  else if (g_str_has_prefix (line, "article "))
    add_article (self, line);
  else if (g_str_has_prefix (line, "claim "))
    add_claim (self, line);
  else if (g_str_has_prefix (line, "same "))
    add_link (self, line, GS_LINK_SAME_ORIGIN);
  else if (g_str_has_prefix (line, "independent "))
    add_link (self, line, GS_LINK_INDEPENDENT_ORIGIN);
  else
    g_error ("the case says “%s”", line);
}

static void
add_lines (Case *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        add_line (self, lines[i]);
    }
}

static Case *
case_new (const char *text)
{
  Case *self = g_new0 (Case, 1);
  GsQuestionRecord *question = gs_record_new (&gs_question_type);
  g_autoptr (GError) error = NULL;

  self->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  self->named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  question->text = g_strdup ("What was delivered?");
  save (self, &gs_question_type, "it", question);
  self->question = uuid_of (self, &gs_question_type, "it");
  add_lines (self, text);

  return self;
}

static void
case_free (Case *self)
{
  g_assert_finalize_object (self->workspace);
  g_hash_table_unref (self->named);
  g_free (self->question);
  g_free (self);
}

static GsOrigins *
find (Case *self)
{
  g_autoptr (GError) error = NULL;
  GsOrigins *origins = gs_origins_on_question (self->workspace, self->question, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (origins->upper, ==, origins->origins->len);
  g_assert_cmpuint (origins->lower, <=, origins->upper);

  return origins;
}

/* "lower upper outlets" */
static char *
count (Case *self)
{
  g_autoptr (GsOrigins) origins = find (self);

  return g_strdup_printf ("%u %u %u", origins->lower, origins->upper, origins->outlets);
}

#define SOURCES                                        \
  "source VRT = outlet\nsource CNN = outlet\n"         \
  "source Fox = outlet\nsource AP = agency\n"          \
  "source US = government\nsource Iran = government\n" \
  "source Kirby = person of US\n"                      \
  "source Envoy = person of US during 2021..2022\n"    \
  "source Minister = person part-of Iran\n"            \
  "source officials = anonymous-group\n"               \
  "source staffers = anonymous-group\n"                \
  "source US-officials = anonymous-group of US\n"      \
  "source observers = anonymous-group\n"               \
  "source reports = generic\n"                         \
  "article A on 2022-08-01\narticle B on 2022-08-10\narticle C on 2022-11-01\narticle N\n"

static const struct
{
  const char *name;
  const char *lines;
  const char *expected; /* lower, upper, outlets */
} table[] = {
  { "nothing", "", "0 0 0" },
  { "one", "claim a in A: VRT > Iran", "1 1 1" },
  { "relayed", "claim a in A: VRT > Kirby\nclaim b in B: Fox > CNN > Kirby", "1 1 3" },
  { "two", "claim a in A: VRT > Iran\nclaim b in B: CNN > US", "2 2 2" },
  { "resolved", "claim a in A: VRT > officials=Kirby\nclaim b in B: CNN > US", "1 1 2" },
  { "party", "claim a in A: VRT > Kirby\nclaim b in B: CNN > US-officials\nclaim c in A: VRT > US", "1 1 2" },
  { "part", "claim a in A: VRT > Minister\nclaim b in B: CNN > Iran", "1 1 2" },
  { "party-then", "claim a in A: VRT > Envoy\nclaim b in A: VRT > US", "1 1 1" },
  { "party-dates", "claim a in N: VRT > Envoy\nclaim b in A: VRT > US", "1 2 1" },
  { "nameless", "claim a in A: VRT > officials\nclaim b in A: VRT > CNN > staffers", "1 2 2" },
  { "nameless-late", "claim a in A: VRT > officials\nclaim b in C: VRT > staffers", "2 2 1" },
  { "nameless-undated", "claim a in N: VRT > officials\nclaim b in C: VRT > staffers", "1 2 1" },
  { "nameless-elsewhere", "claim a in A: VRT > officials\nclaim b in A: CNN > staffers", "2 2 2" },
  { "nameless-alike", "claim a in A: VRT > officials\nclaim b in C: CNN > officials", "1 2 2" },
  { "nameless-relayed", "claim a in A: VRT > CNN > officials\nclaim b in B: Fox > CNN > officials", "1 1 3" },
  { "nameless-named", "claim a in A: VRT > officials\nclaim b in A: VRT > Iran", "2 2 1" },
  { "nameless-party", "claim a in A: VRT > US-officials\nclaim b in A: VRT > officials", "1 2 1" },
  /* "officials" may be of either, but the two are two. */
  { "no-bridge",
    "source Iranians = anonymous-group of Iran\nclaim a in A: VRT > US-officials\n"
    "claim b in A: VRT > officials\nclaim c in A: VRT > Iranians",
    "2 3 1" },
  { "voice", "claim a in A: CNN\nclaim b in B: VRT > Iran", "1 2 2" },
  { "voice-alone", "claim a in A: CNN\nclaim b in B: VRT", "1 2 2" },
  { "voice-again", "claim a in A: CNN\nclaim b in B: VRT > CNN", "1 1 2" },
  { "voice-nobody", "article D by CNN\nclaim a in D:\nclaim b in B: CNN", "1 1 1" },
  { "observed", "claim a in A: VRT > AP act photographs\nclaim b in B: CNN > Iran", "2 2 3" },
  { "generic", "claim a in A: VRT > reports\nclaim b in B: CNN > US\nclaim c in B: CNN > Iran", "2 3 2" },
  { "observers", "claim a in A: VRT > observers\nclaim b in B: CNN > US", "1 2 2" },
  { "republished", "article D copy A\nclaim a in A: VRT > officials\nclaim b in D: CNN > staffers", "1 1 2" },
  { "republished-named", "article D copy A\nclaim a in A: VRT > Iran\nclaim b in D: CNN > US", "2 2 2" },
  { "translated", "article D translation A\nclaim a in A: VRT > Iran\nclaim b in D: CNN", "1 1 2" },
  { "asserted", "claim a in A: VRT > Iran\nclaim b in B: CNN > US\nsame a b", "1 1 2" },
  { "independent", "claim a in A: VRT > Kirby\nclaim b in B: CNN > US\nindependent a b", "2 2 2" },
  { "independent-voice", "claim a in A: CNN\nclaim b in B: VRT > Iran\nindependent a b", "2 2 2" },
  { "independent-nameless", "claim a in A: VRT > officials\nclaim b in A: VRT > staffers\nindependent b a", "2 2 1" },
  { "last-word", "claim a in A: VRT > Iran\nclaim b in B: CNN > US\nindependent a b\nsame a b", "1 1 2" },
  { "no-chain-of-groups", "claim a in A: VRT > US\nclaim b in A: VRT > Iran\nclaim c in A: VRT > officials", "3 3 1" },
};

static void
test_table (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  Case *self = case_new (SOURCES);
  g_autofree char *counted = NULL;

  add_lines (self, table[i].lines);
  counted = count (self);
  g_assert_cmpstr (counted, ==, table[i].expected);
  case_free (self);
}

/* The order in which claims came in changes no count. */
static void
test_order (void)
{
  static const char *const lines[] = {
    "claim a in A: VRT > CNN > officials",
    "claim b in B: VRT > reports",
    "claim c in B: Fox > staffers",
    "claim d in A: VRT > staffers",
    "claim e in C: CNN",
    "claim f in A: Fox > Kirby",
    "claim g in B: CNN > US-officials",
    "claim h in N: AP",
  };
  guint n = G_N_ELEMENTS (lines);
  g_autofree char *first = NULL;

  for (guint turn = 0; turn < n; turn++)
    {
      Case *self = case_new (SOURCES);
      g_autofree char *counted = NULL;

      for (guint i = 0; i < n; i++)
        add_lines (self, lines[(turn + i * 3) % n]);
      counted = count (self);
      if (first == NULL)
        first = g_steal_pointer (&counted);
      else
        g_assert_cmpstr (counted, ==, first);
      case_free (self);
    }
}

static void
test_undo (void)
{
  Case *self = case_new (SOURCES "claim a in A: VRT > Iran\nclaim b in B: CNN > US\nsame a b\n");
  g_autofree char *asserted = count (self), *undone = NULL, *redone = NULL;
  g_autoptr (GsOrigins) origins = find (self);
  const GsOriginUnion *united = origins->unions->pdata[0];

  g_assert_cmpint (united->rule, ==, GS_UNION_ASSERTED);
  g_assert_true (united->certain);
  g_assert_nonnull (strstr (united->explanation, "I asked"));
  g_assert_true (gs_workspace_undo (self->workspace, NULL, NULL));
  undone = count (self);
  g_assert_true (gs_workspace_redo (self->workspace, NULL, NULL));
  redone = count (self);
  g_assert_cmpstr (asserted, ==, "1 1 2");
  g_assert_cmpstr (undone, ==, "2 2 2");
  g_assert_cmpstr (redone, ==, asserted);
  case_free (self);
}

static char *
join (const GPtrArray *sources)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "", ((GsOriginSource *) sources->pdata[i])->name);

  return g_string_free (names, FALSE);
}

static void
test_bottleneck (void)
{
  Case *self = case_new (SOURCES "claim a in A: VRT > CNN > officials\nclaim b in B: Fox > CNN > Kirby\n");
  g_autoptr (GsOrigins) both = find (self), three = NULL;
  g_autofree char *names = join (both->bottlenecks);

  g_assert_cmpstr (names, ==, "CNN");
  add_lines (self, "claim c in A: VRT > Iran");
  three = find (self);
  g_assert_cmpuint (three->bottlenecks->len, ==, 0);
  case_free (self);
}

static void
test_circle (void)
{
  Case *self = case_new (SOURCES "claim a in A: VRT > CNN > Fox\nclaim b in B: Fox > AP > VRT\n");
  g_autoptr (GsOrigins) circle = find (self), late = NULL, chain = NULL;
  g_autofree char *names = NULL;

  g_assert_cmpuint (circle->circles->len, ==, 1);
  names = join (circle->circles->pdata[0]);
  g_assert_cmpstr (names, ==, "VRT CNN Fox AP");
  case_free (self);

  /* Cited in August, citing in November of the next year. */
  self = case_new (SOURCES "article D on 2023-11-01\nclaim a in A: VRT > CNN\nclaim b in D: CNN > VRT\n");
  late = find (self);
  g_assert_cmpuint (late->circles->len, ==, 0);
  case_free (self);

  self = case_new (SOURCES "claim a in A: VRT > CNN > VRT > Fox\n");
  chain = find (self);
  g_assert_cmpuint (chain->circles->len, ==, 1);
  case_free (self);
}

static void
test_positions (void)
{
  Case *self =
    case_new (SOURCES "claim a in A: VRT > Iran denying\nclaim b in B: CNN > US\nclaim c in B: Fox > Kirby\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  const GsOriginCount *asserted, *denied;

  /* "denying" is no source. */
  counts = gs_origins_count (self->workspace, self->question, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, 2);
  asserted = counts->pdata[0];
  denied = counts->pdata[1];
  g_assert_cmpuint (asserted->upper, ==, 1);
  g_assert_cmpint (asserted->claims, ==, 2);
  g_assert_cmpint (denied->stance, ==, GS_STANCE_DENIES);
  g_assert_cmpuint (denied->outlets, ==, 1);
  case_free (self);
}

/* The reference ---------------------------------------------------------------------- */

static void
check_lineage (GsWorkspace *workspace, JsonObject *lineage)
{
  JsonArray *ids = json_object_get_array_member (lineage, "claims");
  JsonArray *bounds = json_object_get_array_member (lineage, "independent_origins");
  g_autoptr (GPtrArray) claims = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < json_array_get_length (ids); i++)
    g_ptr_array_add (claims, gs_reference_uuid ("claim", json_array_get_string_element (ids, i)));

  /* The claims as they are given, and as each of them finds the others. */
  for (guint i = 0; i <= claims->len; i++)
    {
      g_autoptr (GsOrigins) origins = i < claims->len ? gs_origins_of_claim (workspace, claims->pdata[i], &error)
                                                      : gs_origins_of_claims (workspace, claims, &error);

      g_assert_no_error (error);
      g_test_message ("%s: %u–%u, %u outlets, %d claims", json_object_get_string_member (lineage, "id"), origins->lower,
                      origins->upper, origins->outlets, (int) origins->claims);
      g_assert_cmpint (origins->lower, ==, json_array_get_int_element (bounds, 0));
      g_assert_cmpint (origins->upper, ==, json_array_get_int_element (bounds, 1));
      g_assert_cmpint (origins->outlets, ==, json_object_get_int_member (lineage, "outlets"));
      g_assert_cmpint (origins->claims, ==, claims->len);
    }
}

static void
test_reference (void)
{
  g_autofree char *path = gs_test_seed ("reference.json");
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autoptr (GsWorkspace) workspace = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *lineages;

  if (path == NULL)
    return;

  workspace = gs_workspace_new_in_memory (&error);
  gs_reference_load (workspace, folder, &error);
  g_assert_no_error (error);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  lineages =
    json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "lineage_expectations");
  g_assert_cmpuint (json_array_get_length (lineages), >, 0);
  for (guint i = 0; i < json_array_get_length (lineages); i++)
    check_lineage (workspace, json_array_get_object_element (lineages, i));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *path = g_strconcat ("/origins/bounds/", table[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/origins/order", test_order);
  g_test_add_func ("/origins/undo", test_undo);
  g_test_add_func ("/origins/bottleneck", test_bottleneck);
  g_test_add_func ("/origins/circle", test_circle);
  g_test_add_func ("/origins/positions", test_positions);
  g_test_add_func ("/origins/reference", test_reference);

  return g_test_run ();
}
