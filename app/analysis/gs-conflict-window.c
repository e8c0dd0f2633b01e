/* gs-conflict-window.c: the pairs on one question, a bounded part at a time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflict-window.h"

struct _GsConflictWindow
{
  GsWorkspace *workspace;
  GsParties *parties; /* not owned */
  GsQuestionRecord *question;
  GPtrArray *stored;     /* GsLinkRecord, on this question, by UUID */
  GHashTable *links;     /* UUID → GsLinkRecord, not owned */
  GHashTable *by_claims; /* "a b" → GsLinkRecord of the analyst, not owned */

  guint n_asserting; /* blocks */
  guint n_denying;
  gboolean whole; /* the question is one block, whose claims are read at once */

  guint row;            /* next block: asserting … */
  guint column;         /* … against denying, and against asserting */
  guint asserting_row;  /* which block is in `asserting` */
  GPtrArray *asserting; /* claims of the block's row */
  GPtrArray *denying;   /* of its column */
  GPtrArray *others;    /* asserting ones of its column */

  GArray *findings; /* of the block, best first */
  guint next;
};

static gboolean
opposes (const GsLinkRecord *link)
{
  return link->kind == GS_LINK_CONTRADICTS || link->kind == GS_LINK_TENSION;
}

static char *
key_of (const char *a, const char *b)
{
  return g_strcmp0 (a, b) < 0 ? g_strconcat (a, " ", b, NULL) : g_strconcat (b, " ", a, NULL);
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(const GsLinkRecord *const *) a)->uuid, (*(const GsLinkRecord *const *) b)->uuid);
}

static gboolean
read_links (GsConflictWindow *self, GError **error)
{
  self->stored = gs_workspace_links_on_question (self->workspace, self->question->uuid, error);
  if (self->stored == NULL)
    return FALSE;

  g_ptr_array_sort (self->stored, compare_links);
  for (guint i = 0; i < self->stored->len; i++)
    {
      GsLinkRecord *link = self->stored->pdata[i];

      g_hash_table_replace (self->links, link->uuid, link);
      if (link->origin == GS_LINK_BY_ANALYST && opposes (link) && link->a != NULL && link->b != NULL)
        g_hash_table_replace (self->by_claims, key_of (link->a, link->b), link);
    }

  return TRUE;
}

static guint
blocks (gint64 n)
{
  return (guint) ((n + GS_CONFLICT_BLOCK - 1) / GS_CONFLICT_BLOCK);
}

/**
 * gs_conflict_window_new:
 * @workspace: a #GsWorkspace
 * @parties: kept, not owned
 * @question: UUID
 *
 * Blocks. It stands before the first pair.
 *
 * Returns: (transfer full): the pairs of one question, or %NULL with @error when the
 *   question cannot be read
 */
GsConflictWindow *
gs_conflict_window_new (GsWorkspace *workspace, GsParties *parties, const char *question, GError **error)
{
  g_autoptr (GsConflictWindow) self = g_new0 (GsConflictWindow, 1);
  GsQuestionListing *row;

  self->workspace = g_object_ref (workspace);
  self->parties = parties;
  self->links = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->findings = g_array_new (FALSE, FALSE, sizeof (GsOpposition));
  self->question = gs_workspace_load (workspace, &gs_question_type, question, error);
  if (self->question == NULL || !read_links (self, error))
    return NULL;

  row = gs_workspace_list_row (workspace, &gs_question_listing_type, question, NULL);
  if (row != NULL)
    {
      self->n_asserting = blocks (row->asserted);
      self->n_denying = blocks (row->denied);
      self->whole = self->n_asserting <= 1 && self->n_denying <= 1;
    }
  gs_record_free (&gs_question_listing_type, row);

  return g_steal_pointer (&self);
}

/**
 * gs_conflict_window_free:
 * @self: (nullable) (transfer full): a window
 */
void
gs_conflict_window_free (GsConflictWindow *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->asserting, g_ptr_array_unref);
  g_clear_pointer (&self->denying, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_array_unref (self->findings);
  g_hash_table_unref (self->by_claims);
  g_hash_table_unref (self->links);
  g_clear_pointer (&self->stored, g_ptr_array_unref);
  gs_question_record_free (self->question);
  g_object_unref (self->workspace);
  g_free (self);
}

/**
 * gs_conflict_window_get_question:
 * @self: a window
 *
 * Returns: (transfer none): the question, owned by @self
 */
const GsQuestionRecord *
gs_conflict_window_get_question (GsConflictWindow *self)
{
  return self->question;
}

/* Blocks ------------------------------------------------------------------------ */

static GPtrArray *
take_stance (GPtrArray *claims, int stance)
{
  GPtrArray *taken = gs_record_array_new (&gs_claim_type);

  for (guint i = 0; i < claims->len; i++)
    {
      if (((GsClaimRecord *) claims->pdata[i])->stance == stance)
        g_ptr_array_add (taken, gs_record_copy (&gs_claim_type, claims->pdata[i]));
    }

  return taken;
}

static gboolean
read_whole (GsConflictWindow *self, GError **error)
{
  g_autoptr (GPtrArray) claims = gs_workspace_claims_on_question (self->workspace, self->question->uuid, error);

  if (claims == NULL)
    return FALSE;

  self->asserting = take_stance (claims, GS_STANCE_ASSERTS);
  self->denying = take_stance (claims, GS_STANCE_DENIES);
  self->others = g_ptr_array_ref (self->asserting);

  return TRUE;
}

/* Claims of one stance, by arrival. */
static GPtrArray *
read_block (GsConflictWindow *self, int stance, guint block, GError **error)
{
  g_autoptr (GsListFilter) filter = gs_record_new (&gs_list_filter_type);
  g_autoptr (GPtrArray) rows = NULL, claims = gs_record_array_new (&gs_claim_type);

  filter->question = g_strdup (self->question->uuid);
  filter->stance = g_strdup (gs_word_to_nick (&gs_stances, stance));
  rows = gs_workspace_list_page (self->workspace, &gs_claim_listing_type, filter, block * GS_CONFLICT_BLOCK,
                                 GS_CONFLICT_BLOCK, error);
  if (rows == NULL)
    return NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GError) local = NULL;
      const GsClaimListing *row = rows->pdata[i];
      GsClaimRecord *claim = gs_workspace_load (self->workspace, &gs_claim_type, row->uuid, &local);

      if (claim != NULL)
        g_ptr_array_add (claims, claim);
      else if (!g_error_matches (local, GS_ERROR, GS_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }

  return g_steal_pointer (&claims);
}

static gboolean
read_claims (GsConflictWindow *self, GError **error)
{
  g_array_set_size (self->findings, 0);
  self->next = 0;
  g_clear_pointer (&self->denying, g_ptr_array_unref);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  if (self->whole)
    {
      g_clear_pointer (&self->asserting, g_ptr_array_unref);
      return read_whole (self, error);
    }

  if (self->asserting == NULL || self->asserting_row != self->row)
    {
      g_clear_pointer (&self->asserting, g_ptr_array_unref);
      self->asserting = read_block (self, GS_STANCE_ASSERTS, self->row, error);
      self->asserting_row = self->row;
      if (self->asserting == NULL)
        return FALSE;
    }
  if (self->column < self->n_denying
      && (self->denying = read_block (self, GS_STANCE_DENIES, self->column, error)) == NULL)
    return FALSE;
  if (self->question->exclusive && self->column == self->row)
    self->others = g_ptr_array_ref (self->asserting);
  else if (self->question->exclusive && self->column > self->row && self->column < self->n_asserting)
    self->others = read_block (self, GS_STANCE_ASSERTS, self->column, error);

  return self->others != NULL || !self->question->exclusive || self->column < self->row
         || self->column >= self->n_asserting;
}

static void
compare_lists (GsConflictWindow *self, const GPtrArray *xs, const GPtrArray *ys)
{
  for (guint i = 0; ys != NULL && i < xs->len; i++)
    {
      /* Within one list every two once. */
      for (guint j = xs == ys ? i + 1 : 0; j < ys->len; j++)
        {
          GsOpposition finding;

          if (gs_rules_compare (self->question, self->parties, xs->pdata[i], ys->pdata[j], &finding, NULL))
            g_array_append_val (self->findings, finding);
        }
    }
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const GsOpposition *x = a, *y = b;
  int order;

  if (x->score < y->score || x->score > y->score)
    return x->score > y->score ? -1 : 1;
  if ((order = g_strcmp0 (x->a->uuid, y->a->uuid)) != 0)
    return order;
  if ((order = g_strcmp0 (x->b->uuid, y->b->uuid)) != 0)
    return order;

  return g_strcmp0 (x->rule, y->rule);
}

/* FALSE at the end, and with error. */
static gboolean
next_block (GsConflictWindow *self, GError **error)
{
  guint columns = self->question->exclusive ? MAX (self->n_asserting, self->n_denying) : self->n_denying;

  if (self->column >= columns)
    {
      self->column = 0;
      self->row++;
    }
  if (columns == 0 || self->row >= self->n_asserting || !read_claims (self, error))
    return FALSE;

  compare_lists (self, self->asserting, self->denying);
  if (self->question->exclusive)
    compare_lists (self, self->asserting, self->others);
  g_array_sort (self->findings, compare_findings);
  self->column++;

  return TRUE;
}

/**
 * gs_conflict_window_next:
 * @self: a window
 *
 * Moves on to the next pair. Blocks where the next block of claims has to be read.
 *
 * Returns: whether there is one; %FALSE at the end, and with @error
 */
gboolean
gs_conflict_window_next (GsConflictWindow *self, GError **error)
{
  self->next++;
  while (self->next > self->findings->len)
    {
      if (!next_block (self, error))
        return FALSE;
      self->next = 1;
    }

  return TRUE;
}

/* The pair it stands at ------------------------------------------------------------ */

static const GsOpposition *
current (GsConflictWindow *self)
{
  g_assert (self->next > 0 && self->next <= self->findings->len);

  return &g_array_index (self->findings, GsOpposition, self->next - 1);
}

/**
 * gs_conflict_window_dup_link:
 * @self: a window that stands at a pair
 *
 * Returns: (transfer full): UUID of the link that a verdict on the pair is stored as
 */
char *
gs_conflict_window_dup_link (GsConflictWindow *self)
{
  const GsOpposition *finding = current (self);

  return gs_pair_derive_link (finding->a->uuid, finding->b->uuid, finding->rule);
}

/**
 * gs_conflict_window_get_rule:
 * @self: a window that stands at a pair
 *
 * Returns: (transfer none): name of the rule that fired; static
 */
const char *
gs_conflict_window_get_rule (GsConflictWindow *self)
{
  return current (self)->rule;
}

/* The rule's link, or else one that the analyst has made between the two. */
static const GsLinkRecord *
find_link (GsConflictWindow *self, const GsOpposition *finding)
{
  g_autofree char *uuid = gs_pair_derive_link (finding->a->uuid, finding->b->uuid, finding->rule);
  g_autofree char *key = key_of (finding->a->uuid, finding->b->uuid);
  const GsLinkRecord *link = g_hash_table_lookup (self->links, uuid);

  return link != NULL ? link : g_hash_table_lookup (self->by_claims, key);
}

/**
 * gs_conflict_window_get_verdict:
 * @self: a window that stands at a pair
 *
 * Returns: the stored #GsVerdict, %GS_VERDICT_UNDECIDED where none is stored
 */
int
gs_conflict_window_get_verdict (GsConflictWindow *self)
{
  const GsLinkRecord *link = find_link (self, current (self));

  return link != NULL ? link->verdict : GS_VERDICT_UNDECIDED;
}

/**
 * gs_conflict_window_get_pair:
 * @self: a window that stands at a pair
 *
 * Returns: (transfer full): the pair, told in full
 */
GsPair *
gs_conflict_window_get_pair (GsConflictWindow *self)
{
  const GsOpposition *finding = current (self);
  g_autoptr (GString) addends = g_string_new (NULL);
  GsOpposition again;

  gs_rules_compare (self->question, self->parties, finding->a, finding->b, &again, addends);

  return gs_pair_from_finding (self->question, self->parties, finding, addends->str, find_link (self, finding));
}

/* A link is shown by itself if it matters and no rule finds its pair. */
static gboolean
take_linked (GsConflictWindow *self, const GsLinkRecord *link, GPtrArray *pairs, GError **error)
{
  g_autoptr (GsClaimRecord) a = NULL, b = NULL;
  GsOpposition finding;

  a = gs_workspace_load (self->workspace, &gs_claim_type, link->a, error);
  b = a != NULL ? gs_workspace_load (self->workspace, &gs_claim_type, link->b, error) : NULL;
  if (b == NULL)
    return FALSE;

  if (!gs_rules_compare (self->question, self->parties, a, b, &finding, NULL))
    g_ptr_array_add (pairs, gs_pair_from_link (self->question, self->parties, link, a, b));

  return TRUE;
}

/**
 * gs_conflict_window_get_linked:
 * @self: a window
 *
 * Blocks.
 *
 * Returns: (transfer full) (element-type GsPair): the analyst's links and confirmed
 *   verdicts on the question that stand for no pair of a rule; %NULL with @error
 */
GPtrArray *
gs_conflict_window_get_linked (GsConflictWindow *self, GError **error)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) gs_pair_free);

  for (guint i = 0; i < self->stored->len; i++)
    {
      const GsLinkRecord *link = self->stored->pdata[i];

      if (opposes (link) && link->a != NULL && link->b != NULL
          && (link->origin == GS_LINK_BY_ANALYST || link->verdict == GS_VERDICT_CONFIRMED)
          && !take_linked (self, link, pairs, error))
        return NULL;
    }

  return g_steal_pointer (&pairs);
}
