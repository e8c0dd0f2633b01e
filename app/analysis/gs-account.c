/* gs-account.c: what the rules look at in a claim.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-account.h"

#include <math.h>
#include <string.h>

#include "gs-account-words.h"
#include "gs-time.h"

/**
 * gs_account_fold:
 * @text: (nullable): a text
 *
 * Returns: (transfer full) (nullable): @text as rules compare it: trimmed, in Unicode
 *   normalization form KD, case folded; %NULL if it is blank
 */
char *
gs_account_fold (const char *text)
{
  g_autofree char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  g_autofree char *normal = NULL;

  if (trimmed == NULL || *trimmed == '\0')
    return NULL;

  normal = g_utf8_normalize (trimmed, -1, G_NORMALIZE_ALL);

  return g_utf8_casefold (normal != NULL ? normal : trimmed, -1);
}

/**
 * gs_account_share:
 * @a: sorted texts
 * @b: sorted texts
 *
 * Returns: whether one text stands in both
 */
gboolean
gs_account_share (char *const *a, char *const *b)
{
  while (*a != NULL && *b != NULL)
    {
      int order = strcmp (*a, *b);

      if (order == 0)
        return TRUE;
      if (order < 0)
        a++;
      else
        b++;
    }

  return FALSE;
}

/* Slots ------------------------------------------------------------------------- */

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Sorted, each once. */
static char **
take_texts (GPtrArray *texts)
{
  guint kept = 0;

  g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    {
      if (kept > 0 && strcmp (texts->pdata[i], texts->pdata[kept - 1]) == 0)
        g_free (texts->pdata[i]);
      else
        texts->pdata[kept++] = texts->pdata[i];
    }
  g_ptr_array_set_free_func (texts, NULL);
  g_ptr_array_set_size (texts, (int) kept);
  g_ptr_array_add (texts, NULL);

  return (char **) g_ptr_array_free (texts, FALSE);
}

/* "(unknown)": in brackets stands what the article does not say. */
static gboolean
is_unstated (const char *folded)
{
  return *folded == '(' && g_str_has_suffix (folded, ")");
}

/* "Iran; Russia" in one slot are two. */
static void
add_entities (GPtrArray *texts, const GsSlotRecord *slot, gboolean named)
{
  g_auto (GStrv) parts = g_strsplit (slot->entity != NULL ? slot->entity
                                     : slot->text != NULL ? slot->text
                                                          : "",
                                     ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *folded = gs_account_fold (parts[i]);

      if (folded != NULL && !is_unstated (folded))
        g_ptr_array_add (texts, named ? g_strconcat (slot->name, "=", folded, NULL) : g_steal_pointer (&folded));
    }
}

static void
take_slots (GsAccount *self, const GPtrArray *slots)
{
  struct
  {
    const char *name;
    char ***texts;
  } known[] = {
    { "action", &self->actions }, { "actor", &self->actors },
    { "object", &self->objects }, { "recipient", &self->recipients },
    { "place", &self->places },   { "extent", &self->extents },
    { NULL, &self->others },
  };

  for (guint k = 0; k < G_N_ELEMENTS (known); k++)
    {
      GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

      for (guint i = 0; i < slots->len; i++)
        {
          const GsSlotRecord *slot = slots->pdata[i];
          gboolean other = TRUE;

          if (slot->name == NULL)
            continue;
          for (guint j = 0; known[j].name != NULL; j++)
            other = other && strcmp (slot->name, known[j].name) != 0;
          if (known[k].name != NULL ? strcmp (slot->name, known[k].name) == 0 : other)
            add_entities (texts, slot, known[k].name == NULL);
          /* A qualifier guards even when nothing is entered for it. */
          if (strcmp (slot->name, "outcome") == 0 || strcmp (slot->name, "extent") == 0)
            self->qualified = TRUE;
        }
      *known[k].texts = take_texts (texts);
    }
}

/* Times and quantities ------------------------------------------------------------ */

static void
take_times (GsAccount *self, const GPtrArray *times)
{
  double first = GS_ACCOUNT_UNBOUNDED, last = -GS_ACCOUNT_UNBOUNDED;

  self->has_event = times->len > 0;
  for (guint i = 0; i < times->len; i++)
    {
      const GsTimeRecord *time = times->pdata[i];
      guint32 lo, hi;
      double from, to;

      gs_time_days (time, &lo, &hi);
      from = lo > 0 ? lo : -GS_ACCOUNT_UNBOUNDED;
      to = hi < G_MAXUINT32 ? hi : GS_ACCOUNT_UNBOUNDED;
      first = MIN (first, from);
      last = MAX (last, to);
      if (time->kind == GS_TIME_ONSET && !self->has_onset)
        {
          self->has_onset = TRUE;
          self->onset_first = from;
          self->onset_last = to;
        }
      self->has_event = self->has_event && (time->kind == GS_TIME_EVENT || time->kind == GS_TIME_STATE);
      self->is_event = self->has_event && time->kind == GS_TIME_EVENT;
    }

  /* A time that is unbounded on both sides says nothing, unless it is "never". */
  self->has_time = times->len > 0
                   && (first > -GS_ACCOUNT_UNBOUNDED || last < GS_ACCOUNT_UNBOUNDED
                       || ((const GsTimeRecord *) times->pdata[0])->kind == GS_TIME_UNIVERSAL);
  self->first = self->has_time ? first : 0;
  self->last = self->has_time ? last : 0;
}

/* An open bound belongs to the interval only almost. */
static double
bound (double value, gboolean open, double side)
{
  if (isnan (value))
    return -side;

  return open ? nextafter (value, side) : value;
}

static void
take_quantities (GsAccount *self, const GPtrArray *quantities)
{
  self->quantities = g_new0 (GsAccountQuantity, quantities->len);
  self->n_quantities = quantities->len;
  for (guint i = 0; i < quantities->len; i++)
    {
      const GsQuantityRecord *from = quantities->pdata[i];
      GsAccountQuantity *to = &self->quantities[i];

      to->unit = gs_account_fold (from->unit);
      to->measure = gs_account_fold (from->measure);
      to->lo = bound (from->lo, from->lo_open, GS_ACCOUNT_UNBOUNDED);
      to->hi = bound (from->hi, from->hi_open, -GS_ACCOUNT_UNBOUNDED);
      to->amount = gs_account_amount (from->hedge);
      if (to->amount == 0)
        to->amount = gs_account_amount (from->text);
    }
}

static void
take_chain (GsAccount *self, const GPtrArray *hops)
{
  GPtrArray *chain = g_ptr_array_new ();

  for (guint i = 0; i < hops->len; i++)
    {
      const GsHopRecord *hop = hops->pdata[i];

      if (hop->resolves_to != NULL || hop->source != NULL)
        g_ptr_array_add (chain, g_strdup (hop->resolves_to != NULL ? hop->resolves_to : hop->source));
    }
  g_ptr_array_add (chain, NULL);
  self->chain = (char **) g_ptr_array_free (chain, FALSE);
}

static void
take_utterance (GsAccount *self, const char *lo, const char *hi)
{
  guint32 unused;

  if (!gs_date_days (lo, &self->uttered_first, &self->uttered_last))
    self->uttered_first = 0;
  if (!gs_date_days (hi, &unused, &self->uttered_last) && self->uttered_first == 0)
    self->uttered_last = 0;
}

/**
 * gs_account_new:
 * @claim: a claim
 *
 * Returns: (transfer full): what the rules look at in it
 */
GsAccount *
gs_account_new (const GsClaimRecord *claim)
{
  GsAccount *self = g_new0 (GsAccount, 1);

  self->uuid = g_strdup (claim->uuid);
  self->article = g_strdup (claim->article);
  self->question = g_strdup (claim->question);
  self->stance = claim->stance;
  self->certainty = claim->certainty;
  self->status = claim->status;
  self->value = gs_account_fold (claim->value);
  self->ladder = gs_account_fold (claim->ladder);
  self->stage_lo = claim->stage_lo;
  self->stage_hi = claim->stage_hi;
  self->scope = gs_account_words_of (claim->scope);
  take_slots (self, claim->slots);
  take_times (self, claim->times);
  take_quantities (self, claim->quantities);
  take_chain (self, claim->hops);
  take_utterance (self, claim->uttered_lo, claim->uttered_hi);

  return self;
}

/**
 * gs_account_free:
 * @self: (nullable) (transfer full): an account
 */
void
gs_account_free (GsAccount *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_quantities; i++)
    {
      g_free (self->quantities[i].unit);
      g_free (self->quantities[i].measure);
    }
  g_free (self->quantities);
  g_free (self->question);
  g_free (self->value);
  g_free (self->ladder);
  g_strfreev (self->scope);
  g_strfreev (self->actions);
  g_strfreev (self->actors);
  g_strfreev (self->objects);
  g_strfreev (self->recipients);
  g_strfreev (self->places);
  g_strfreev (self->extents);
  g_strfreev (self->others);
  g_strfreev (self->chain);
  g_free (self->uuid);
  g_free (self->article);
  g_free (self);
}

/**
 * gs_account_of_claim:
 * @shared: what several claims say; must outlive what is returned
 * @uuid: of one of them
 * @article: (nullable): UUID of its article
 * @uttered_lo: (nullable): first day on which it may have been said
 * @uttered_hi: (nullable): last day
 *
 * Returns: (transfer full): the claim's account, as gs_account_new() makes it of the whole claim;
 *   to be freed with gs_account_of_claim_free()
 */
GsAccount *
gs_account_of_claim (const GsAccount *shared,
                     const char *uuid,
                     const char *article,
                     const char *uttered_lo,
                     const char *uttered_hi)
{
  GsAccount *self = g_memdup2 (shared, sizeof *shared);

  self->uuid = g_strdup (uuid);
  self->article = g_strdup (article);
  take_utterance (self, uttered_lo, uttered_hi);

  return self;
}

/**
 * gs_account_of_claim_free:
 * @self: (transfer full): an account that gs_account_of_claim() has made
 */
void
gs_account_of_claim_free (GsAccount *self)
{
  g_free (self->uuid);
  g_free (self->article);
  g_free (self);
}
