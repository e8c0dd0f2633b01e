/* test-conflicts.c: which accounts contradict each other, and which only seem to.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "gs-conflicts.h"
#include "gs-names.h"
#include "gs-test.h"

/* A case ------------------------------------------------------------------------ */

typedef struct
{
  GsWorkspace *workspace;
  char *article[2];
  char *question;
} Case;

static void
perform (GsWorkspace *workspace, GsAction *action)
{
  g_autoptr (GError) error = NULL;

  gs_workspace_perform (workspace, action, &error);
  g_assert_no_error (error);
}

static char *
add_article (GsAction *action, const char *outlet)
{
  g_autoptr (GsArticleRecord) article = gs_record_new (&gs_article_type);

  article->outlet = g_strdup (outlet);
  article->title = g_strdup_printf ("News of %s", outlet);
  article->text = g_strdup_printf ("%s has it that something was or was not delivered.", outlet);
  article->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, article->text, -1);

  return g_strdup (gs_action_save (action, &gs_article_type, article));
}

static void
add_source (GsAction *action, GsWorkspace *workspace, const char *name, int kind, const char *part_of)
{
  g_autoptr (GsSourceRecord) source = gs_record_new (&gs_source_type);

  source->name = g_strdup (name);
  source->kind = kind;
  if (part_of != NULL)
    source->part_of = gs_names_ensure_source (workspace, action, part_of, NULL);
  gs_action_save (action, &gs_source_type, source);
}

static Case *
case_new (int answer, gboolean exclusive)
{
  Case *self = g_new0 (Case, 1);
  g_autoptr (GsAction) action = gs_action_new ("Set up");
  g_autoptr (GsQuestionRecord) question = gs_record_new (&gs_question_type);
  g_autoptr (GError) error = NULL;

  self->workspace = gs_workspace_new_in_memory (&error);
  g_assert_no_error (error);
  self->article[0] = add_article (action, "VRT");
  self->article[1] = add_article (action, "CNN");
  add_source (action, self->workspace, "Iran", GS_SOURCE_GOVERNMENT, NULL);
  add_source (action, self->workspace, "Minister", GS_SOURCE_PERSON, "Iran");
  add_source (action, self->workspace, "Envoy", GS_SOURCE_PERSON, "Iran");
  add_source (action, self->workspace, "officials", GS_SOURCE_ANONYMOUS_GROUP, NULL);
  question->text = g_strdup ("What was delivered?");
  question->answer = answer;
  question->exclusive = exclusive;
  self->question = g_strdup (gs_action_save (action, &gs_question_type, question));
  perform (self->workspace, action);

  return self;
}

static void
case_free (Case *self)
{
  g_assert_finalize_object (self->workspace);
  g_free (self->article[0]);
  g_free (self->article[1]);
  g_free (self->question);
  g_free (self);
}

/* One claim, as terse as a table needs it. */
typedef struct
{
  gboolean denies;
  const char *sources; /* "VRT>Iran" */
  int article;
  int certainty;
  int status;
  const char *value;
  const char *time;
  const char *quantity;
  const char *slot;
  const char *scope;
  const char *uttered;
} Said;

static GsClaimRecord *
claim_of (Case *self, GsAction *action, const Said *said)
{
  GsClaimRecord *claim = gs_record_new (&gs_claim_type);
  g_auto (GStrv) sources = g_strsplit (said->sources != NULL ? said->sources : "", ">", -1);
  GsSpanRecord *span = gs_record_append (claim->spans, &gs_span_type);

  claim->article = g_strdup (self->article[said->article]);
  claim->question = g_strdup (self->question);
  claim->stance = said->denies ? GS_STANCE_DENIES : GS_STANCE_ASSERTS;
  claim->certainty = said->certainty;
  claim->status = said->status;
  claim->value = g_strdup (said->value);
  claim->scope = g_strdup (said->scope);
  claim->uttered_lo = g_strdup (said->uttered);
  claim->uttered_hi = g_strdup (said->uttered);
  span->exact = g_strdup (said->article == 0 ? "VRT has it" : "CNN has it");
  span->end = 10;
  for (guint i = 0; sources[i] != NULL; i++)
    ((GsHopRecord *) gs_record_append (claim->hops, &gs_hop_type))->source =
      gs_names_ensure_source (self->workspace, action, sources[i], NULL);
  if (said->time != NULL)
    g_ptr_array_add (claim->times, gs_time_parse (said->time, NULL));
  if (said->quantity != NULL)
    g_ptr_array_add (claim->quantities, gs_quantity_parse (said->quantity, NULL));
  if (said->slot != NULL)
    ((GsSlotRecord *) gs_record_append (claim->slots, &gs_slot_type))->name = g_strdup (said->slot);

  return claim;
}

static char *
say (Case *self, const Said *said, const char *uuid)
{
  g_autoptr (GsAction) action = gs_action_new ("Say");
  g_autoptr (GsClaimRecord) claim = claim_of (self, action, said);
  char *saved;

  claim->uuid = g_strdup (uuid);
  saved = g_strdup (gs_action_save (action, &gs_claim_type, claim));
  perform (self->workspace, action);

  return saved;
}

static GPtrArray *
get_pairs (Case *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *pairs = gs_conflicts_pairs (self->workspace, self->question, 0, 1000, &error);

  g_assert_no_error (error);

  return pairs;
}

/* The rules, row by row ------------------------------------------------------------- */

typedef struct
{
  const char *name;
  int answer;
  gboolean exclusive;
  Said x;
  Said y;
  const char *rule; /* NULL: no pair */
  int type;
  int conflict_class;
  double score;
} Row;

#define DENY .denies = TRUE
#define IRAN .sources = "VRT>Iran"
#define US .sources = "CNN>US", .article = 1

static const Row rows[] = {
  { "opposite", 0, FALSE, { IRAN, DENY }, { US }, "polarity", GS_LINK_CONTRADICTS, GS_CLASS_DISPUTE, 70 },
  { "both assert", 0, FALSE, { IRAN }, { US } },
  { "both deny", 0, TRUE, { IRAN, DENY, .value = "a" }, { US, DENY, .value = "b" } },
  { "who knows denies nothing", 0, FALSE, { IRAN, DENY, .certainty = GS_CERTAINTY_UNKNOWN }, { US } },
  { "only possible",
    0,
    FALSE,
    { IRAN, DENY },
    { US, .certainty = GS_CERTAINTY_POSSIBLE },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    50 },
  { "planned",
    0,
    FALSE,
    { IRAN, DENY },
    { US, .status = GS_STATUS_PLANNED },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    55 },
  { "trap: denies an extent", 0, FALSE, { IRAN, DENY, .slot = "extent" }, { US } },
  { "trap: denies an outcome", 0, FALSE, { IRAN, DENY, .slot = "outcome" }, { US } },
  { "an extent asserted is no guard",
    0,
    FALSE,
    { IRAN, DENY },
    { US, .slot = "extent" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
  { "within the time denied",
    0,
    FALSE,
    { IRAN, DENY, .time = "universal:2022-02-24.." },
    { US, .time = "2022-08" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    80 },
  { "times overlap",
    0,
    FALSE,
    { IRAN, DENY, .time = "2022-08-15..2023" },
    { US, .time = "2022-08" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    75 },
  { "trap: denies another time than others assert", 0, FALSE, { IRAN, DENY, .time = "2021" }, { US, .time = "2022" } },
  { "one party, two times",
    0,
    FALSE,
    { IRAN, DENY, .time = "2021" },
    { .sources = "CNN>Minister", .article = 1, .time = "2022" },
    "polarity",
    GS_LINK_TENSION,
    GS_CLASS_SELF_CONTRADICTION,
    60 },
  { "trap: both times told in one article", 0, FALSE, { IRAN, DENY, .time = "2021" }, { IRAN, .time = "2022" } },
  { "one article, but the denial states its scope",
    0,
    FALSE,
    { IRAN, DENY, .time = "2021", .scope = "to Russia" },
    { IRAN, .time = "2022" },
    "polarity",
    GS_LINK_TENSION,
    GS_CLASS_SELF_CONTRADICTION,
    60 },
  { "one party, two scopes",
    0,
    FALSE,
    { IRAN, DENY, .scope = "for use in war" },
    { .sources = "CNN>Iran", .article = 1, .scope = "before the war", .uttered = "2022-11-05" },
    "polarity",
    GS_LINK_TENSION,
    GS_CLASS_MIS_ATTRIBUTION,
    55 },
  { "two parties, two scopes",
    0,
    FALSE,
    { IRAN, DENY, .scope = "a" },
    { US, .scope = "b" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    60 },
  { "colleagues",
    0,
    FALSE,
    { .sources = "VRT>Minister", DENY },
    { .sources = "CNN>Envoy", .article = 1 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_SELF_CONTRADICTION,
    80 },
  { "one speaker, one outlet",
    0,
    FALSE,
    { IRAN, DENY },
    { IRAN, .article = 1 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_SELF_CONTRADICTION,
    80 },
  { "one speaker, two outlets",
    0,
    FALSE,
    { IRAN, DENY },
    { .sources = "CNN>Iran", .article = 1 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_MIS_ATTRIBUTION,
    75 },
  { "one speaker, two outlets, two days",
    0,
    FALSE,
    { IRAN, DENY, .uttered = "2022-10-18" },
    { .sources = "CNN>Iran", .article = 1, .uttered = "2022-11-05" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_SELF_CONTRADICTION,
    80 },
  { "trap: officials need not be the same",
    0,
    FALSE,
    { .sources = "VRT>officials", DENY },
    { .sources = "VRT>officials", .article = 1 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
  { "the voice of one article",
    0,
    FALSE,
    { DENY },
    { .article = 0 },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_SELF_CONTRADICTION,
    80 },
  { "values",
    GS_ANSWER_VALUE,
    TRUE,
    { IRAN, .value = "drones" },
    { US, .value = "missiles" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    60 },
  { "the same value", GS_ANSWER_VALUE, TRUE, { IRAN, .value = " DRÖNES " }, { US, .value = "drönes" } },
  { "values of an open question", GS_ANSWER_VALUE, FALSE, { IRAN, .value = "drones" }, { US, .value = "missiles" } },
  { "no value", GS_ANSWER_VALUE, TRUE, { IRAN }, { US, .value = "missiles" } },
  { "numbers that exclude each other",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "few", .quantity = "..20 drones" },
    { US, .value = "450", .quantity = "450 drones" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    75 },
  { "numbers that overlap",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "hundreds", .quantity = "200..999 drones" },
    { US, .value = "450", .quantity = "450 drones" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    40 },
  { "numbers of different things",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "20", .quantity = "20 ships" },
    { US, .value = "450", .quantity = "450 drones" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    60 },
  { "an open bound",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "fewer", .quantity = "<450" },
    { US, .value = "450", .quantity = "450" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    75 },
  { "dates that exclude each other",
    GS_ANSWER_DATE,
    TRUE,
    { IRAN, .value = "before the war", .time = "onset:..2022-02-23" },
    { US, .value = "August", .time = "onset:2022-08" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    75 },
  { "dates that overlap",
    GS_ANSWER_DATE,
    TRUE,
    { IRAN, .value = "summer", .time = "2022-06..2022-08" },
    { US, .value = "August", .time = "2022-08" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    40 },
  { "numbers at different times",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, .value = "20", .time = "2022" },
    { US, .value = "450", .time = "2023" },
    "exclusive-value",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    45 },
  { "trap: denies another value", GS_ANSWER_NUMBER, TRUE, { IRAN, DENY, .value = "500" }, { US, .value = "450" } },
  { "denies that value",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, DENY, .value = "450" },
    { US, .value = "450" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
  { "denies any value",
    GS_ANSWER_NUMBER,
    TRUE,
    { IRAN, DENY },
    { US, .value = "450" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
  { "yes and no",
    GS_ANSWER_YES_NO,
    TRUE,
    { IRAN, DENY, .value = "no" },
    { US, .value = "yes" },
    "polarity",
    GS_LINK_CONTRADICTS,
    GS_CLASS_DISPUTE,
    70 },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  Case *self = case_new (row->answer, row->exclusive);
  g_autofree char *x = say (self, &row->x, NULL), *y = say (self, &row->y, NULL);
  g_autoptr (GPtrArray) pairs = get_pairs (self);
  g_autoptr (GsConflict) conflict = gs_conflicts_of (self->workspace, self->question, NULL);

  g_assert_cmpuint (pairs->len, ==, row->rule != NULL);
  g_assert_true ((conflict != NULL) == (row->rule != NULL));
  if (row->rule != NULL)
    {
      const GsPair *pair = pairs->pdata[0];

      g_assert_cmpstr (pair->rule, ==, row->rule);
      g_assert_cmpint (pair->type, ==, row->type);
      g_assert_cmpint (pair->conflict_class, ==, row->conflict_class);
      g_test_message ("%s", pair->addends);
      g_assert_cmpfloat (pair->score, ==, row->score);
      g_assert_true (g_uuid_string_is_valid (pair->link));
      g_assert_true (strstr (pair->explanation, "has it") != NULL);
      g_assert_true (strstr (pair->explanation, "What was delivered?") != NULL);
      g_assert_true (*pair->reconcile != '\0');
      g_assert_cmpint (pair->verdict, ==, GS_VERDICT_UNDECIDED);
      g_assert_cmpstr (conflict->kind, ==, row->rule);
      g_assert_cmpint (conflict->undecided, ==, 1);
      if (row->x.denies != row->y.denies)
        g_assert_cmpstr (pair->a, ==, row->x.denies ? y : x);
    }
  case_free (self);
}

/* The addends add up to the score, and the order of arrival changes nothing. */
static void
test_order (void)
{
  static const Said said[] = {
    { IRAN, DENY },
    { US },
    { US, .time = "2022-08" },
    { .sources = "CNN>Minister", .article = 1 },
    { IRAN, DENY, .time = "universal:2022-02-24.." },
    { .sources = "CNN>officials", .article = 1, .certainty = GS_CERTAINTY_PROBABLE },
  };
  guint n = G_N_ELEMENTS (said);
  g_autoptr (GString) first = NULL;

  for (guint turn = 0; turn < 2; turn++)
    {
      Case *self = case_new (GS_ANSWER_YES_NO, FALSE);
      g_autoptr (GString) told = g_string_new (NULL);
      g_autoptr (GPtrArray) pairs = NULL;
      double last = G_MAXDOUBLE;

      for (guint i = 0; i < n; i++)
        {
          guint which = turn == 0 ? i : n - 1 - i;
          g_autofree char *uuid = g_strdup_printf ("00000000-0000-4000-8000-%012u", which);
          g_autofree char *saved = say (self, &said[which], uuid);
        }
      pairs = get_pairs (self);
      for (guint i = 0; i < pairs->len; i++)
        {
          const GsPair *pair = pairs->pdata[i];
          g_autofree char *plain = g_strdup (pair->addends);
          g_auto (GStrv) terms = g_strsplit (plain, ", ", -1);
          double sum = 0;

          for (guint j = 0; terms[j] != NULL; j++)
            sum += g_str_has_prefix (terms[j], "−") ? -g_ascii_strtod (terms[j] + strlen ("−"), NULL)
                                                    : g_ascii_strtod (terms[j], NULL);
          g_assert_cmpfloat (sum, ==, pair->score);
          g_assert_cmpfloat (pair->score, <=, last);
          last = pair->score;
          g_string_append_printf (told, "%s %s %s %s\n", pair->a, pair->b, pair->link, pair->explanation);
        }
      if (turn == 0)
        first = g_string_new (told->str);
      else
        g_assert_cmpstr (told->str, ==, first->str);
      g_assert_cmpuint (pairs->len, ==, 8);
      case_free (self);
    }
}

/* Verdicts ---------------------------------------------------------------------------- */

static void
judge (Case *self, const GsPair *pair, int kind, int verdict, const char *reason)
{
  g_autoptr (GsAction) action = gs_action_new ("Judge");
  g_autoptr (GsLinkRecord) link = gs_pair_to_link (pair, kind, verdict, reason, NULL);

  gs_action_save (action, &gs_link_type, link);
  perform (self->workspace, action);
}

static void
change_claim (Case *self, const char *uuid, const char *value, const char *note)
{
  g_autoptr (GsAction) action = gs_action_new ("Change");
  g_autoptr (GsClaimRecord) claim = gs_workspace_load (self->workspace, &gs_claim_type, uuid, NULL);

  claim->note = g_strdup (note);
  g_free (claim->value);
  claim->value = g_strdup (value);
  gs_action_save (action, &gs_claim_type, claim);
  perform (self->workspace, action);
}

static GsPair *
find (Case *self, const char *link)
{
  g_autoptr (GError) error = NULL;
  GsPair *pair = gs_conflicts_find_pair (self->workspace, link, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (pair->link, ==, link);

  return pair;
}

static void
test_verdict (void)
{
  Case *self = case_new (GS_ANSWER_FREE, FALSE);
  g_autofree char *x = say (self, &(Said){ IRAN, DENY }, NULL), *y = say (self, &(Said){ US }, NULL);
  g_autoptr (GPtrArray) pairs = get_pairs (self);
  g_autofree char *link = g_strdup (((GsPair *) pairs->pdata[0])->link);
  g_autoptr (GError) error = NULL;
  g_autoptr (GsPair) suggested = find (self, link);
  g_autoptr (GsPair) dismissed = NULL, noted = NULL, stale = NULL, renewed = NULL, undone = NULL;
  g_autoptr (GsConflict) conflict = NULL;

  judge (self, suggested, GS_LINK_CONTRADICTS, GS_VERDICT_DISMISSED, "other drones");
  dismissed = find (self, link);
  g_assert_cmpint (dismissed->verdict, ==, GS_VERDICT_DISMISSED);
  g_assert_cmpstr (dismissed->reason, ==, "other drones");
  g_assert_false (dismissed->stale);
  conflict = gs_conflicts_of (self->workspace, self->question, &error);
  g_assert_cmpint (conflict->undecided, ==, 0);

  /* What no rule looks at does not ask again … */
  change_claim (self, x, NULL, "a remark");
  noted = find (self, link);
  g_assert_false (noted->stale);
  /* … what was judged does, and the verdict stays until then. */
  change_claim (self, x, "otherwise", NULL);
  stale = find (self, link);
  g_assert_true (stale->stale);
  g_assert_cmpint (stale->verdict, ==, GS_VERDICT_DISMISSED);
  judge (self, stale, GS_LINK_TENSION, GS_VERDICT_CONFIRMED, NULL);
  renewed = find (self, link);
  g_assert_false (renewed->stale);
  g_assert_cmpint (renewed->type, ==, GS_LINK_TENSION);

  gs_workspace_undo (self->workspace, NULL, NULL);
  undone = find (self, link);
  g_assert_true (undone->stale);
  g_assert_cmpint (undone->verdict, ==, GS_VERDICT_DISMISSED);

  g_assert_null (gs_conflicts_find_pair (self->workspace, "00000000-0000-4000-8000-000000000000", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  case_free (self);
}

/* A confirmed pair whose claims no longer oppose is not lost from sight. */
static void
test_confirmed_then_changed (void)
{
  Case *self = case_new (GS_ANSWER_VALUE, TRUE);
  g_autofree char *x = say (self, &(Said){ IRAN, .value = "a" }, NULL),
                  *y = say (self, &(Said){ US, .value = "b" }, NULL);
  g_autoptr (GPtrArray) pairs = get_pairs (self), after = NULL;
  const GsPair *pair = pairs->pdata[0];

  judge (self, pair, GS_LINK_CONTRADICTS, GS_VERDICT_CONFIRMED, NULL);
  change_claim (self, x, "b", NULL);
  after = get_pairs (self);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (((GsPair *) after->pdata[0])->stale);
  g_assert_cmpint (((GsPair *) after->pdata[0])->verdict, ==, GS_VERDICT_CONFIRMED);
  case_free (self);
}

static void
add_link (Case *self, const char *a, const char *b, int kind)
{
  g_autoptr (GsAction) action = gs_action_new ("Link");
  g_autoptr (GsLinkRecord) link = gs_record_new (&gs_link_type);

  link->a = g_strdup (a);
  link->b = g_strdup (b);
  link->kind = kind;
  gs_action_save (action, &gs_link_type, link);
  perform (self->workspace, action);
}

/* What the analyst links by hand is a pair too, once. */
static void
test_links (void)
{
  Case *self = case_new (GS_ANSWER_FREE, FALSE);
  g_autofree char *x = say (self, &(Said){ IRAN, DENY }, NULL), *y = say (self, &(Said){ US }, NULL);
  g_autofree char *z = say (self, &(Said){ US }, NULL), *alone = NULL;
  g_autofree char *question = g_strdup (self->question);
  g_autoptr (GPtrArray) on_question = NULL, all = NULL;

  g_free (self->question);
  self->question = NULL;
  alone = say (self, &(Said){ US }, NULL);
  self->question = g_steal_pointer (&question);
  add_link (self, x, y, GS_LINK_TENSION);
  add_link (self, y, z, GS_LINK_CONTRADICTS);
  add_link (self, x, z, GS_LINK_SUPPORTS);
  add_link (self, alone, z, GS_LINK_CONTRADICTS);

  on_question = get_pairs (self);
  g_assert_cmpuint (on_question->len, ==, 3); /* y–z by hand; x–y and x–z by rule */
  g_assert_cmpstr (((GsPair *) on_question->pdata[0])->rule, ==, "analyst");
  all = gs_conflicts_pairs (self->workspace, NULL, 0, 1000, NULL);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_null (((GsPair *) all->pdata[3])->question);
  case_free (self);
}

/* The board ------------------------------------------------------------------------------ */

static void
test_board (void)
{
  Case *self = case_new (GS_ANSWER_NUMBER, TRUE);
  g_autofree char *other = NULL, *seeming = NULL;
  g_autoptr (GsAction) action = gs_action_new ("Ask");
  g_autoptr (GPtrArray) conflicts = NULL, rest = NULL, none = NULL;
  g_autoptr (GError) error = NULL;
  const GsConflict *conflict;
  const GsPosition *position;
  char *own;

  seeming = gs_names_ensure_question (self->workspace, action, "Seems so?", NULL);
  other = gs_names_ensure_question (self->workspace, action, "Was it so?", NULL);
  perform (self->workspace, action);
  for (guint i = 0; i < 3; i++)
    g_free (say (self, &(Said){ US, .value = " Few " }, NULL));
  g_free (say (self, &(Said){ IRAN, .value = "few" }, NULL));
  g_free (say (self, &(Said){ IRAN, .value = "many" }, NULL));
  g_free (say (self, &(Said){ IRAN, DENY }, NULL));
  own = self->question;
  self->question = seeming;
  g_free (say (self, &(Said){ IRAN, DENY, .slot = "extent" }, NULL));
  g_free (say (self, &(Said){ US }, NULL));
  self->question = other;
  g_free (say (self, &(Said){ IRAN, DENY }, NULL));
  g_free (say (self, &(Said){ US }, NULL));
  self->question = own;

  conflicts = gs_conflicts_list (self->workspace, 0, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (conflicts->len, ==, 2);
  conflict = conflicts->pdata[0];
  g_assert_cmpstr (conflict->question, ==, own);
  g_assert_cmpstr (conflict->kind, ==, "polarity");
  g_assert_cmpuint (conflict->positions->len, ==, 3);
  position = conflict->positions->pdata[0];
  g_assert_cmpint (position->count, ==, 4);
  g_assert_cmpstr (position->value, ==, "Few");
  g_assert_cmpuint (position->claims->len, ==, 4);
  g_assert_cmpuint (position->voices->len, ==, 2);
  g_assert_cmpstr (position->voices->pdata[0], ==, "US");
  g_assert_cmpint (((GsPosition *) conflict->positions->pdata[2])->stance, ==, GS_STANCE_DENIES);
  g_assert_cmpint (conflict->undecided, ==, 4 + 5);

  rest = gs_conflicts_list (self->workspace, 1, 10, &error);
  g_assert_cmpuint (rest->len, ==, 1);
  g_assert_cmpstr (((GsConflict *) rest->pdata[0])->question, ==, other);
  none = gs_conflicts_list (self->workspace, 2, 10, &error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (gs_conflicts_of (self->workspace, "00000000-0000-4000-8000-000000000000", &error));
  g_assert_error (error, GS_ERROR, GS_ERROR_NOT_FOUND);
  case_free (self);
}

/* More claims than a block: every pair once, whatever the page, in bounded time. */
static void
test_many (void)
{
  enum
  {
    ASSERTING = 450,
    DENYING = 230
  };
  Case *self = case_new (GS_ANSWER_FREE, FALSE);
  g_autoptr (GsAction) action = gs_action_new ("Many");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) first = NULL, late = NULL, beyond = NULL;
  g_autoptr (GsConflict) conflict = NULL;
  gint64 before;

  for (guint i = 0; i < ASSERTING + DENYING; i++)
    {
      g_autoptr (GsClaimRecord) claim = claim_of (self, action, i < ASSERTING ? &(Said){ US } : &(Said){ IRAN, DENY });

      gs_action_save (action, &gs_claim_type, claim);
    }
  perform (self->workspace, action);

  before = g_get_monotonic_time ();
  first = gs_conflicts_pairs (self->workspace, self->question, 0, 50, NULL);
  g_test_message ("first 50 pairs of %d: %" G_GINT64_FORMAT " ms", ASSERTING * DENYING,
                  (g_get_monotonic_time () - before) / 1000);
  g_assert_cmpuint (first->len, ==, 50);
  beyond = gs_conflicts_pairs (self->workspace, self->question, ASSERTING * DENYING - 5, 50, NULL);
  g_assert_cmpuint (beyond->len, ==, 5);
  late = gs_conflicts_pairs (self->workspace, self->question, 0, ASSERTING * DENYING, NULL);
  g_assert_cmpuint (late->len, ==, ASSERTING * DENYING);
  for (guint i = 0; i < late->len; i++)
    g_assert_true (g_hash_table_add (seen, g_strdup (((GsPair *) late->pdata[i])->link)));

  conflict = gs_conflicts_of (self->workspace, self->question, NULL);
  g_assert_cmpint (conflict->undecided, ==, 1000);
  g_assert_cmpint (((GsPosition *) conflict->positions->pdata[0])->count, ==, ASSERTING);
  g_assert_cmpuint (((GsPosition *) conflict->positions->pdata[0])->claims->len, ==, 100);
  case_free (self);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/conflicts/rules/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/app/conflicts/order", test_order);
  g_test_add_func ("/app/conflicts/verdict", test_verdict);
  g_test_add_func ("/app/conflicts/confirmed-then-changed", test_confirmed_then_changed);
  g_test_add_func ("/app/conflicts/links", test_links);
  g_test_add_func ("/app/conflicts/board", test_board);
  g_test_add_func ("/app/conflicts/many", test_many);

  return g_test_run ();
}
