/* gs-conflict-positions.c: who says what on a question, grouped by what is said.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflict-positions.h"

#include <math.h>

#include "gs-quantity.h"
#include "gs-time.h"

/* What a conflict shows of very many. */
#define MAX_VOICES 12
#define MAX_POSITIONS 200

/* By what positions differ, besides the stance. */
typedef enum
{
  BY_STANCE,
  BY_VALUE,
  BY_TIME,
  BY_QUANTITY,
  BY_STAGE,
} Dimension;

struct _GsPositions
{
  GsRules *rules;             /* not owned */
  GsStandpoints *standpoints; /* not owned */
  Dimension dimension;
  guint most;           /* claims of a position that are named */
  GPtrArray *positions; /* GsPosition */
  GHashTable *by_key;   /* what is said → GsPosition, not owned */
  GHashTable *firsts;   /* GsPosition → account it was made of, not owned */
};

/**
 * gs_position_free:
 * @position: (transfer full) (nullable): a position
 */
void
gs_position_free (GsPosition *position)
{
  if (position == NULL)
    return;

  g_free (position->value);
  g_ptr_array_unref (position->claims);
  g_ptr_array_unref (position->voices);
  g_free (position->from);
  g_free (position->to);
  g_free (position->unit);
  g_free (position->ladder);
  g_free (position->stage);
  g_free (position);
}

static Dimension
dimension_of (gboolean exclusive, const char *rule)
{
  static const struct
  {
    const char *rule;
    Dimension dimension;
  } table[] = {
    { GS_RULE_ONSET, BY_TIME },       { GS_RULE_BEFORE_FIRST, BY_TIME }, { GS_RULE_SAME_EVENT, BY_TIME },
    { GS_RULE_NUMERIC, BY_QUANTITY }, { GS_RULE_VAGUE, BY_QUANTITY },    { GS_RULE_LADDER, BY_STAGE },
  };

  if (exclusive)
    return BY_VALUE;
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      if (g_str_equal (table[i].rule, rule))
        return table[i].dimension;
    }

  return BY_STANCE;
}

/**
 * gs_positions_new:
 * @rules: kept, not owned
 * @standpoints: kept, not owned
 * @exclusive: whether only one answer to the question can be true
 * @rule: the rule that weighs most, which says by what positions differ
 * @most: claims of a position that are named, the others are counted
 *
 * Returns: (transfer full): no positions yet
 */
GsPositions *
gs_positions_new (GsRules *rules, GsStandpoints *standpoints, gboolean exclusive, const char *rule, guint most)
{
  GsPositions *self = g_new0 (GsPositions, 1);

  self->rules = rules;
  self->standpoints = standpoints;
  self->dimension = dimension_of (exclusive, rule);
  self->most = most;
  self->positions = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_position_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->firsts = g_hash_table_new (NULL, NULL);

  return self;
}

/**
 * gs_positions_free:
 * @self: (nullable) (transfer full): positions
 */
void
gs_positions_free (GsPositions *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->firsts);
  g_hash_table_unref (self->by_key);
  g_clear_pointer (&self->positions, g_ptr_array_unref);
  g_free (self);
}

/* What is said ---------------------------------------------------------------------- */

static char *
time_key (const GsAccount *account)
{
  if (!account->has_time)
    return g_strdup ("");

  return g_strdup_printf ("%d %.0f %.0f", account->has_onset,
                          account->has_onset ? account->onset_first : account->first,
                          account->has_onset ? account->onset_last : account->last);
}

/* How much: by number, or else by the words for it. */
static char *
amount_key (const GsAccount *account)
{
  const GsAccountQuantity *first = account->quantities;

  if (account->n_quantities == 0)
    return g_strjoinv (";", account->extents);

  return g_strdup_printf ("%g %g %s", first->lo, first->hi, first->unit != NULL ? first->unit : "");
}

static char *
key_of (const GsPositions *self, const GsAccount *account)
{
  g_autofree char *said = NULL;

  switch (self->dimension)
    {
    case BY_VALUE:
      said = account->value != NULL ? g_strdup (account->value) : time_key (account);
      break;

    case BY_TIME:
      said = time_key (account);
      break;

    case BY_QUANTITY:
      said = amount_key (account);
      break;

    case BY_STAGE:
      said = g_strdup_printf ("%d %d", (int) account->stage_lo, (int) account->stage_hi);
      break;

    default:
      said = g_strdup ("");
      break;
    }

  return g_strdup_printf ("%d %s", account->stance, said);
}

static char *
format_day (double day)
{
  GDate date;

  if (day <= -GS_ACCOUNT_UNBOUNDED || day >= GS_ACCOUNT_UNBOUNDED || !g_date_valid_julian ((guint32) day))
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

static void
tell_time (GsPosition *position, const GsAccount *account)
{
  position->has_time = account->has_time;
  if (!account->has_time)
    return;

  if (account->has_onset)
    position->time_kind = GS_TIME_ONSET;
  else if (account->has_event)
    position->time_kind = account->is_event ? GS_TIME_EVENT : GS_TIME_STATE;
  else
    position->time_kind = GS_TIME_UNIVERSAL;
  position->from = format_day (account->has_onset ? account->onset_first : account->first);
  position->to = format_day (account->has_onset ? account->onset_last : account->last);
}

static void
tell_quantity (GsPosition *position, const GsClaimRecord *claim)
{
  const GsQuantityRecord *quantity = claim->quantities->len > 0 ? claim->quantities->pdata[0] : NULL;

  if (quantity == NULL)
    return;

  position->has_quantity = TRUE;
  position->lo = quantity->lo;
  position->hi = quantity->hi;
  position->lo_open = quantity->lo_open;
  position->hi_open = quantity->hi_open;
  position->unit = g_strdup (quantity->unit);
}

/* What the analyst has entered as the answer, or else what differs. */
static char *
tell_value (const GsPositions *self, const GsAccount *account, const GsClaimRecord *claim)
{
  if (self->dimension == BY_STANCE)
    return NULL;
  if (self->dimension == BY_VALUE && claim->value != NULL)
    return g_strstrip (g_strdup (claim->value));
  if ((self->dimension == BY_TIME || self->dimension == BY_VALUE) && claim->times->len > 0)
    return gs_time_format (claim->times->pdata[0]);
  if (self->dimension == BY_QUANTITY && claim->quantities->len > 0)
    return gs_quantity_format (claim->quantities->pdata[0]);
  if (self->dimension == BY_QUANTITY && *account->extents != NULL)
    return g_strjoinv ("; ", account->extents);
  if (self->dimension == BY_STAGE)
    return claim->stage != NULL ? g_strdup (claim->stage) : NULL;

  return NULL;
}

static GsPosition *
position_new (const GsPositions *self, const GsAccount *account, const GsClaimRecord *claim)
{
  GsPosition *position = g_new0 (GsPosition, 1);

  position->stance = account->stance;
  position->lo = position->hi = NAN;
  position->claims = g_ptr_array_new_with_free_func (g_free);
  position->voices = g_ptr_array_new_with_free_func (g_free);
  position->value = tell_value (self, account, claim);
  tell_time (position, account);
  tell_quantity (position, claim);
  position->ladder = g_strdup (claim->ladder);
  position->stage = g_strdup (claim->stage);
  position->stage_lo = claim->stage_lo;
  position->stage_hi = claim->stage_hi;

  return position;
}

static gboolean
same_amount (const GsAccount *x, const GsAccount *y)
{
  g_autofree char *a = amount_key (x), *b = amount_key (y);

  return (x->n_quantities > 0) == (y->n_quantities > 0) && g_str_equal (a, b);
}

/* A position says only what all its claims say. @first: who said it first. */
static void
agree (GsPosition *position, const GsAccount *first, const GsAccount *account)
{
  g_autofree char *a = time_key (first), *b = time_key (account);

  if (!g_str_equal (a, b) || first->is_event != account->is_event || first->has_event != account->has_event)
    {
      position->has_time = FALSE;
      g_clear_pointer (&position->from, g_free);
      g_clear_pointer (&position->to, g_free);
    }
  if (!same_amount (first, account))
    {
      position->has_quantity = FALSE;
      position->lo = position->hi = NAN;
      g_clear_pointer (&position->unit, g_free);
    }
  if (first->stage_lo != account->stage_lo || first->stage_hi != account->stage_hi
      || g_strcmp0 (first->ladder, account->ladder) != 0)
    {
      position->stage_lo = position->stage_hi = 0;
      g_clear_pointer (&position->ladder, g_free);
      g_clear_pointer (&position->stage, g_free);
    }
}

static void
add_voice (GsPositions *self, GsPosition *position, const GsAccount *account)
{
  const char *voice = gs_parties_voice_of (gs_rules_get_parties (self->rules), account);

  if (position->voices->len < MAX_VOICES
      && !g_ptr_array_find_with_equal_func (position->voices, voice, g_str_equal, NULL))
    g_ptr_array_add (position->voices, g_strdup (voice));
}

/* (transfer none): the position that @account belongs to, made of its claim when it is
 * the first. */
static GsPosition *
find (GsPositions *self, const GsAccount *account, GError **error)
{
  g_autofree char *key = key_of (self, account);
  GsPosition *position = g_hash_table_lookup (self->by_key, key);

  if (position == NULL)
    {
      const GsStatement *first = gs_standpoints_statement (self->standpoints, account->uuid, error);

      if (first == NULL)
        return NULL;
      position = position_new (self, account, first->record);
      g_ptr_array_add (self->positions, position);
      g_hash_table_insert (self->by_key, g_steal_pointer (&key), position);
      g_hash_table_insert (self->firsts, position, (gpointer) account);
    }
  else
    agree (position, g_hash_table_lookup (self->firsts, position), account);

  add_voice (self, position, account);

  return position;
}

/**
 * gs_positions_take:
 * @self: positions
 * @standpoint: what several claims say
 * @error: why they could not be read
 *
 * Blocks.
 *
 * Returns: whether its claims were added
 */
gboolean
gs_positions_take (GsPositions *self, const GsStandpoint *standpoint, GError **error)
{
  g_autofree char *key = key_of (self, standpoint->account);
  GsPosition *position = g_hash_table_lookup (self->by_key, key);
  gboolean bare = *standpoint->account->chain == NULL;
  guint room = position != NULL ? self->most - MIN (position->claims->len, self->most) : self->most;
  const GPtrArray *members;

  /* Claims that are only counted are not read; without a source each has the voice of its article. */
  if (room == 0 && !bare)
    {
      position->count += standpoint->count;
      agree (position, g_hash_table_lookup (self->firsts, position), standpoint->account);
      add_voice (self, position, standpoint->account);
      return TRUE;
    }

  members = gs_standpoints_members (self->standpoints, standpoint, bare ? self->most : MAX (room, 1), error);
  if (members == NULL || members->len == 0)
    return members != NULL;

  for (guint i = 0; i < MIN (members->len, self->most) && (i == 0 || bare || i < room); i++)
    {
      const GsAccount *account = members->pdata[i];

      position = find (self, account, error);
      if (position == NULL)
        return FALSE;
      if (position->claims->len < self->most)
        g_ptr_array_add (position->claims, g_strdup (account->uuid));
    }
  position->count += standpoint->count;

  return TRUE;
}

/**
 * gs_positions_take_claim:
 * @self: positions
 * @statement: a claim that answers another question
 * @error: why it could not be read
 *
 * Returns: whether it was added
 */
gboolean
gs_positions_take_claim (GsPositions *self, const GsStatement *statement, GError **error)
{
  GsPosition *position = find (self, statement->account, error);

  if (position == NULL)
    return FALSE;
  position->count++;
  if (position->claims->len < self->most)
    g_ptr_array_add (position->claims, g_strdup (statement->record->uuid));

  return TRUE;
}

static int
compare_positions (gconstpointer a, gconstpointer b)
{
  const GsPosition *x = *(const GsPosition *const *) a, *y = *(const GsPosition *const *) b;

  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  if (x->stance != y->stance)
    return x->stance - y->stance;
  if (g_strcmp0 (x->value, y->value) != 0)
    return g_strcmp0 (x->value, y->value);

  return g_strcmp0 (x->claims->pdata[0], y->claims->pdata[0]);
}

static int
compare_uuids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * gs_positions_finish:
 * @self: positions
 *
 * Returns: (transfer full) (element-type GsPosition): those with most claims first;
 *   the same whatever the order in which claims were taken
 */
GPtrArray *
gs_positions_finish (GsPositions *self)
{
  for (guint i = 0; i < self->positions->len; i++)
    {
      GsPosition *position = self->positions->pdata[i];

      g_ptr_array_sort (position->claims, compare_uuids);
      g_ptr_array_sort (position->voices, compare_uuids);
    }
  g_ptr_array_sort (self->positions, compare_positions);
  if (self->positions->len > MAX_POSITIONS)
    g_ptr_array_set_size (self->positions, MAX_POSITIONS);

  return g_steal_pointer (&self->positions);
}
