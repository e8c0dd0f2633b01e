/* gs-page-positions.c: which answers a question gets, and how many stand behind them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Claims are many, voices fewer, and origins fewer still: ten outlets that
 * relay one official are one. In the report of a part of the workspace only
 * the claims of that part count.
 */

#include "config.h"

#include "gs-page-private.h"

#include "gs-conflict-rules.h"
#include "gs-gettext.h"

#define MAX_VOICES 12
#define MAX_CONTESTED 16

/* Bounds of the number of origins. */
typedef struct
{
  guint lower, upper, outlets;
} Support;

typedef struct
{
  int stance;
  char *value; /* (nullable): as it was first given */
  guint64 n_claims;
  GPtrArray *voices;
  gboolean more_voices;
  GPtrArray *claims; /* UUIDs; of a part only */
  Support support;
} Position;

static void
position_free (gpointer data)
{
  Position *self = data;

  g_ptr_array_unref (self->voices);
  g_ptr_array_unref (self->claims);
  g_free (self->value);
  g_free (self);
}

/* What is told of a question before its claims. */
typedef struct
{
  gboolean exclusive;
  GPtrArray *list; /* Position */
  GHashTable *by_answer;
  GPtrArray *claims; /* UUIDs of all; of a part only, not owned */
  GsPageTimeline *timeline;
} Answers;

static void
answers_clear (Answers *self)
{
  g_hash_table_unref (self->by_answer);
  g_ptr_array_unref (self->claims);
  g_ptr_array_unref (self->list);
  gs_page_timeline_free (self->timeline);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answers, answers_clear)

static void
add_voice (Position *position, const char *voice)
{
  if (g_ptr_array_find_with_equal_func (position->voices, voice, g_str_equal, NULL))
    return;

  if (position->voices->len < MAX_VOICES)
    g_ptr_array_add (position->voices, g_strdup (voice));
  else
    position->more_voices = TRUE;
}

static char *
answer_key (int stance, const char *value)
{
  return g_strdup_printf ("%d %s", stance, value != NULL ? value : "");
}

static gboolean
add_answer (GsPage *self, const GsClaimRecord *claim, gpointer user_data, GError **error)
{
  Answers *answers = user_data;
  g_autofree char *value = answers->exclusive ? gs_account_fold (claim->value) : NULL;
  g_autofree char *answer = answer_key (claim->stance, value);
  Position *position = g_hash_table_lookup (answers->by_answer, answer);

  if (position == NULL)
    {
      position = g_new0 (Position, 1);
      position->stance = claim->stance;
      position->value = value != NULL ? g_strdup (claim->value) : NULL;
      position->voices = g_ptr_array_new_with_free_func (g_free);
      position->claims = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (answers->list, position);
      g_hash_table_insert (answers->by_answer, g_steal_pointer (&answer), position);
    }

  position->n_claims++;
  if (self->claims != NULL)
    {
      g_ptr_array_add (position->claims, g_strdup (claim->uuid));
      g_ptr_array_add (answers->claims, position->claims->pdata[position->claims->len - 1]);
    }
  add_voice (position, gs_parties_voice (self->parties, claim));
  gs_page_timeline_add (answers->timeline, self, claim);

  return TRUE;
}

static Support
support_of (const GsOrigins *origins)
{
  return (Support){ origins->lower, origins->upper, origins->outlets };
}

static gboolean
count_in_part (GsPage *self, Answers *answers, GError **error)
{
  for (guint i = 0; i < answers->list->len; i++)
    {
      Position *position = answers->list->pdata[i];
      g_autoptr (GsOrigins) origins = gs_origins_of_claims (self->workspace, position->claims, error);

      if (origins == NULL)
        return FALSE;
      position->support = support_of (origins);
    }

  return TRUE;
}

static gboolean
count_origins (GsPage *self, Answers *answers, const char *question, GError **error)
{
  g_autoptr (GPtrArray) counts = NULL;

  if (self->claims != NULL)
    return count_in_part (self, answers, error);

  counts = gs_origins_count (self->workspace, question, error);
  for (guint i = 0; counts != NULL && i < counts->len; i++)
    {
      const GsOriginCount *count = counts->pdata[i];
      g_autofree char *value = gs_account_fold (count->value);
      g_autofree char *answer = answer_key (count->stance, value);
      Position *position = g_hash_table_lookup (answers->by_answer, answer);

      if (position != NULL)
        position->support = (Support){ count->lower, count->upper, count->outlets };
    }

  return counts != NULL;
}

/* Asserted before denied, what most say first. */
static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const Position *x = *(const Position *const *) a, *y = *(const Position *const *) b;

  if (x->stance != y->stance)
    return x->stance < y->stance ? -1 : 1;

  return x->n_claims > y->n_claims ? -1 : x->n_claims < y->n_claims;
}

/* Table -------------------------------------------------------------------------- */

static GsPhrase *
tell_answer (const Position *position)
{
  GsPhrase *phrase = gs_phrase_new ();

  gs_page_stance (phrase, position->stance);
  if (position->value != NULL)
    {
      gs_phrase_say (phrase, GS_RUN_PLAIN, " ");
      gs_phrase_quote (phrase, GS_RUN_PLAIN, NULL, position->value);
    }

  return phrase;
}

static GsPhrase *
tell_voices (const Position *position)
{
  GsPhrase *phrase = gs_phrase_new ();

  for (guint i = 0; i < position->voices->len; i++)
    {
      gs_phrase_say (phrase, GS_RUN_PLAIN, i > 0 ? ", " : NULL);
      gs_phrase_quote (phrase, GS_RUN_PLAIN, NULL, position->voices->pdata[i]);
    }
  gs_phrase_say (phrase, GS_RUN_PLAIN, position->more_voices ? _ (" and others") : NULL);

  return phrase;
}

static void
put_position (GsPage *self, const Position *position)
{
  const Support *support = &position->support;
  g_autofree char *count = g_strdup_printf ("%" G_GUINT64_FORMAT, position->n_claims);
  g_autofree char *outlets = g_strdup_printf ("%u", support->outlets);
  g_autofree char *origins = support->lower == support->upper
                               ? g_strdup_printf ("%u", support->upper)
                               : g_strdup_printf ("%u–%u", support->lower, support->upper);
  GsPhrase *cells[] = { tell_answer (position), gs_phrase_of (GS_RUN_PLAIN, count),
                        gs_phrase_of (GS_RUN_PLAIN, outlets), gs_phrase_of (GS_RUN_PLAIN, origins),
                        tell_voices (position) };

  gs_page_row (self, cells, G_N_ELEMENTS (cells));
}

static void
put_table (GsPage *self, const Answers *answers)
{
  const char *heads[] = { _ ("Answer"), _ ("Claims"), _ ("Outlets"), _ ("Independent origins"), _ ("Said by") };
  static const guint widths[] = { 3, GS_COLUMN_NUMBER, GS_COLUMN_NUMBER, GS_COLUMN_NUMBER, 7 };

  gs_page_table (self, _ ("Positions"), G_N_ELEMENTS (widths), heads, widths);
  for (guint i = 0; i < answers->list->len; i++)
    put_position (self, answers->list->pdata[i]);
  self->sink->table_end (self->sink);
}

static gboolean
put_drawings (GsPage *self, const GsQuestionRecord *question, const Answers *answers, GError **error)
{
  g_autoptr (GsFigure) timeline = gs_page_timeline_draw (answers->timeline, question->text);
  g_autoptr (GsOrigins) origins = self->claims != NULL
                                    ? gs_origins_of_claims (self->workspace, answers->claims, error)
                                    : gs_origins_on_question (self->workspace, question->uuid, error);
  g_autoptr (GsFigure) chains = NULL;

  if (origins == NULL)
    return FALSE;

  chains = gs_page_chart_origins (origins, question->text);
  if (timeline != NULL)
    self->sink->figure (self->sink, timeline);
  if (chains != NULL)
    self->sink->figure (self->sink, chains);

  return TRUE;
}

/* The table of positions and what is drawn of them. @answered: (out): whether there are any. */
gboolean
gs_page_put_positions (GsPage *self, const GsQuestionRecord *question, gboolean *answered, GError **error)
{
  g_auto (Answers) answers = { .exclusive = question->exclusive,
                               .list = g_ptr_array_new_with_free_func (position_free),
                               .by_answer = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                               .claims = g_ptr_array_new (),
                               .timeline = gs_page_timeline_new () };

  if (!gs_page_each_claim (self, question->uuid, add_answer, &answers, error))
    return FALSE;

  *answered = answers.list->len > 0;
  if (!*answered)
    return TRUE;
  if (!count_origins (self, &answers, question->uuid, error))
    return FALSE;
  g_ptr_array_sort (answers.list, compare_positions);
  put_table (self, &answers);

  return put_drawings (self, question, &answers, error);
}

/* Questions in dispute ----------------------------------------------------------- */

typedef struct
{
  const GsQuestionRecord *question;
  const GsPageAnswers *answers;
} Contested;

static int
compare_contested (gconstpointer a, gconstpointer b)
{
  const Contested *x = a, *y = b;
  guint n = x->answers->asserting + x->answers->denying, m = y->answers->asserting + y->answers->denying;

  return n != m ? (n < m ? 1 : -1) : g_strcmp0 (x->question->text, y->question->text);
}

static GArray *
find_contested (GsPage *self)
{
  GPtrArray *questions = gs_report_catalogue_list (self->catalogue, &gs_question_type);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Contested));

  for (guint i = 0; i < questions->len; i++)
    {
      const GsQuestionRecord *question = questions->pdata[i];
      Contested contested = { question, g_hash_table_lookup (self->answers, question->uuid) };

      if (contested.answers != NULL && contested.answers->asserting > 0 && contested.answers->denying > 0)
        g_array_append_val (list, contested);
    }
  g_array_sort (list, compare_contested);

  return list;
}

typedef struct
{
  int stance;
  GPtrArray *claims;
} Pick;

static gboolean
pick_claim (GsPage *self, const GsClaimRecord *claim, gpointer user_data, GError **error)
{
  Pick *pick = user_data;

  if (claim->stance == pick->stance)
    g_ptr_array_add (pick->claims, g_strdup (claim->uuid));

  return TRUE;
}

static GsOrigins *
find_origins (GsPage *self, const char *question, int stance, GError **error)
{
  g_autoptr (GPtrArray) claims = NULL;
  Pick pick = { stance, NULL };

  if (self->claims == NULL)
    return gs_origins_of_position (self->workspace, question, stance, NULL, error);

  pick.claims = claims = g_ptr_array_new_with_free_func (g_free);

  return gs_page_each_claim (self, question, pick_claim, &pick, error)
           ? gs_origins_of_claims (self->workspace, claims, error)
           : NULL;
}

static GsPhrase *
tell_support (GsPage *self, const char *question, int stance, guint n_claims, GError **error)
{
  g_autoptr (GsOrigins) origins = find_origins (self, question, stance, error);
  g_autofree char *count = g_strdup_printf (ngettext ("%u claim", "%u claims", n_claims), n_claims);
  g_autofree char *support = NULL;
  GsPhrase *phrase;

  if (origins == NULL)
    return NULL;

  support = gs_origins_describe (origins->lower, origins->upper, origins->outlets);
  phrase = gs_phrase_of (GS_RUN_STRONG, count);
  gs_phrase_say (phrase, GS_RUN_PLAIN, ", ");
  gs_phrase_say (phrase, GS_RUN_PLAIN, support);

  return phrase;
}

static gboolean
put_contested (GsPage *self, const Contested *contested, GError **error)
{
  const GsQuestionRecord *question = contested->question;
  g_autoptr (GsPhrase) asserted =
    tell_support (self, question->uuid, GS_STANCE_ASSERTS, contested->answers->asserting, error);
  g_autoptr (GsPhrase) denied =
    asserted != NULL ? tell_support (self, question->uuid, GS_STANCE_DENIES, contested->answers->denying, error) : NULL;
  GsPhrase *cells[3];

  if (denied == NULL)
    return FALSE;

  cells[0] = gs_phrase_new ();
  gs_phrase_quote (cells[0], GS_RUN_PLAIN, NULL, gs_page_name (question->text));
  gs_phrase_link (cells[0], "#q-", question->uuid, NULL);
  cells[1] = g_steal_pointer (&asserted);
  cells[2] = g_steal_pointer (&denied);
  gs_page_row (self, cells, G_N_ELEMENTS (cells));

  return TRUE;
}

gboolean
gs_page_put_contested (GsPage *self, GError **error)
{
  g_autoptr (GArray) list = find_contested (self);
  const char *heads[] = { _ ("Question"), _ ("Asserted"), _ ("Denied") };
  static const guint widths[] = { 5, 4, 4 };

  if (list->len == 0)
    return TRUE;

  gs_page_table (self, _ ("Questions that are both asserted and denied"), G_N_ELEMENTS (widths), heads, widths);
  for (guint i = 0; i < MIN (list->len, MAX_CONTESTED); i++)
    {
      if (!put_contested (self, &g_array_index (list, Contested, i), error))
        return FALSE;
    }
  self->sink->table_end (self->sink);
  if (list->len > MAX_CONTESTED)
    {
      guint n = list->len - MAX_CONTESTED;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      gs_page_paragraph (self, GS_BLOCK_DIM, gs_phrase_of (GS_RUN_PLAIN, more));
    }

  return TRUE;
}
