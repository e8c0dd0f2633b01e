/* gs-conflict-window.c: the pairs on one question, a bounded part at a time.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-conflict-window.h"

#include "gs-conflict-links.h"
#include "gs-db-standpoints.h"

/* Standpoints of the question that are looked at. */
#define MOST 4000
/* Pairs of claims up to which a block is opened at once, and put in order. */
#define WHOLE 1000
/* Claims of one standpoint that are opened. */
#define MEMBERS 1000
/* Pairs of claims that are opened at a time otherwise. */
#define SLICE 64

/* Two standpoints that oppose each other. */
typedef struct
{
  const GsStandpoint *x;
  const GsStandpoint *y;
  double score;
} Front;

const GsConflictReach gs_conflict_reach_far = { 100, 400 };
const GsConflictReach gs_conflict_reach_near = { 50, GS_DB_FACING };

struct _GsConflictWindow
{
  GsWorkspace *workspace;
  GsRules *rules;             /* not owned */
  GsStandpoints *standpoints; /* not owned */
  char *question;             /* UUID, NULL for claims that answer none */
  const GsConflictReach *reach;
  gboolean cut; /* there may be more that stand against them on other questions */
  GsConflictLinks *links;

  GPtrArray *own; /* GsStandpoint, not owned: the first so many */
  guint asked;    /* how many were asked for */
  guint row;      /* next block: these … */
  guint column;   /* … against these */

  GArray *fronts; /* of the block, best first */
  guint front;    /* the one that is being opened */
  GPtrArray *xs;  /* GsAccount of its claims, not owned; NULL before it is opened */
  GPtrArray *ys;
  guint x; /* which pair is next */
  guint y;
  GArray *found; /* GsOpposition of claims, best first */
  guint next;
};

static GArray *
oppositions_new (void)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (GsOpposition));

  g_array_set_clear_func (found, gs_opposition_clear);

  return found;
}

/**
 * gs_conflict_window_new:
 * @workspace: a #GsWorkspace
 * @rules: kept, not owned
 * @standpoints: kept, not owned
 * @question: (nullable): UUID, %NULL for claims that answer no question
 * @reach: how many standpoints are compared; static
 *
 * Blocks. It stands before the first pair.
 *
 * Returns: (transfer full): the pairs of one question, or %NULL with @error when the
 *   question cannot be read
 */
GsConflictWindow *
gs_conflict_window_new (GsWorkspace *workspace,
                        GsRules *rules,
                        GsStandpoints *standpoints,
                        const char *question,
                        const GsConflictReach *reach,
                        GError **error)
{
  g_autoptr (GsConflictWindow) self = g_new0 (GsConflictWindow, 1);

  self->workspace = g_object_ref (workspace);
  self->rules = rules;
  self->standpoints = standpoints;
  self->question = g_strdup (question);
  self->reach = reach;
  self->fronts = g_array_new (FALSE, FALSE, sizeof (Front));
  self->found = oppositions_new ();
  if (question != NULL && gs_rules_get_question (rules, question) == NULL)
    {
      if (!gs_rules_check (rules, error))
        return NULL;

      /* Says that it is not there. */
      gs_question_record_free (gs_workspace_load (workspace, &gs_question_type, question, error));
      return NULL;
    }
  self->links = gs_conflict_links_new (workspace, question, error);
  if (self->links == NULL)
    return NULL;

  self->asked = self->reach->block;
  self->own = gs_standpoints_on_question (standpoints, question, self->asked, error);

  return self->own != NULL ? g_steal_pointer (&self) : NULL;
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

  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_array_unref (self->found);
  g_array_unref (self->fronts);
  gs_conflict_links_free (self->links);
  g_free (self->question);
  g_object_unref (self->workspace);
  g_free (self);
}

/* Fronts ------------------------------------------------------------------------- */

/* A pair belongs to the question that both answer, or else to that of the
 * denying or later claim, or else to the other's. */
static const char *
question_of (const GsOpposition *opposition)
{
  return opposition->b->question != NULL ? opposition->b->question : opposition->a->question;
}

static void
take_front (GsConflictWindow *self, const GsStandpoint *x, const GsStandpoint *y)
{
  g_autoptr (GArray) found = oppositions_new ();
  Front front = { x, y, 0 };

  /* To which question a pair belongs may depend on which claim came later. */
  gs_rules_compare (self->rules, x->account, y->account, FALSE, found);
  for (guint i = 0; i < found->len; i++)
    front.score = MAX (front.score, g_array_index (found, GsOpposition, i).score);
  if (found->len > 0)
    g_array_append_val (self->fronts, front);
}

static int
compare_fronts (gconstpointer a, gconstpointer b)
{
  const Front *x = a, *y = b;

  if (x->score < y->score || x->score > y->score)
    return x->score > y->score ? -1 : 1;
  if (x->x->hash != y->x->hash)
    return x->x->hash < y->x->hash ? -1 : 1;

  return x->y->hash < y->y->hash ? -1 : x->y->hash > y->y->hash;
}

static gboolean
take_facing (GsConflictWindow *self, const GsStandpoint *standpoint, GError **error)
{
  g_autoptr (GPtrArray) others =
    gs_standpoints_facing (self->standpoints, standpoint, self->reach->facing, &self->cut, error);

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const GsStandpoint *other = others->pdata[i];

      /* Of two without a question each is on the other's list. */
      if (self->question != NULL || other->account->question != NULL || standpoint->id < other->id)
        take_front (self, standpoint, other);
    }

  return others != NULL;
}

/* More of the question's standpoints, when all that are here have been seen. */
static gboolean
read_own (GsConflictWindow *self, GError **error)
{
  GPtrArray *more;

  if (self->own->len < self->asked || self->asked >= MOST || self->column + self->reach->block < self->own->len)
    return TRUE;

  more = gs_standpoints_on_question (self->standpoints, self->question, self->asked * 2, error);
  if (more == NULL)
    return FALSE;

  self->asked *= 2;
  g_ptr_array_unref (self->own);
  self->own = more;

  return TRUE;
}

/* FALSE at the end, and with error. */
static gboolean
next_block (GsConflictWindow *self, GError **error)
{
  guint n, last_row, last_column;

  g_array_set_size (self->fronts, 0);
  self->front = 0;
  if ((self->column > self->row || self->row > 0) && !read_own (self, error))
    return FALSE;
  n = self->own->len;
  if (self->row >= n)
    return FALSE;

  last_row = MIN (self->row + self->reach->block, n);
  last_column = MIN (self->column + self->reach->block, n);
  for (guint i = self->row; i < last_row; i++)
    {
      for (guint j = MAX (self->column, i + 1); self->question != NULL && j < last_column; j++)
        take_front (self, self->own->pdata[i], self->own->pdata[j]);
      if (self->column == self->row && !take_facing (self, self->own->pdata[i], error))
        return FALSE;
    }
  g_array_sort (self->fronts, compare_fronts);

  self->column = last_column;
  if (self->column >= n && (n < self->asked || self->asked >= MOST))
    self->row = self->column = last_row;

  return TRUE;
}

/* Pairs of claims ---------------------------------------------------------------------- */

static void
compare_claims (GsConflictWindow *self, const GsAccount *x, const GsAccount *y)
{
  guint before = self->found->len;

  gs_rules_compare (self->rules, x, y, FALSE, self->found);
  for (guint i = self->found->len; i > before; i--)
    {
      if (g_strcmp0 (question_of (&g_array_index (self->found, GsOpposition, i - 1)), self->question) != 0)
        g_array_remove_index (self->found, i - 1);
    }
}

static gboolean
open_front (GsConflictWindow *self, GError **error)
{
  const Front *front = &g_array_index (self->fronts, Front, self->front);

  self->x = self->y = 0;
  self->xs = gs_standpoints_members (self->standpoints, front->x, MEMBERS, error);
  self->ys = self->xs != NULL ? gs_standpoints_members (self->standpoints, front->y, MEMBERS, error) : NULL;

  return self->ys != NULL;
}

static void
close_front (GsConflictWindow *self)
{
  self->xs = self->ys = NULL;
  self->front++;
}

/* Opens at most so many pairs of claims. */
static gboolean
open_pairs (GsConflictWindow *self, guint most, GError **error)
{
  for (guint n = 0; n < most && self->front < self->fronts->len; n++)
    {
      if (self->xs == NULL && !open_front (self, error))
        return FALSE;
      if (self->y >= self->ys->len)
        {
          self->y = 0;
          self->x++;
        }
      if (self->ys->len == 0 || self->x >= self->xs->len)
        close_front (self);
      else
        compare_claims (self, self->xs->pdata[self->x], self->ys->pdata[self->y++]);
    }

  return TRUE;
}

static int
compare_found (gconstpointer a, gconstpointer b)
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

static gboolean
is_small (GsConflictWindow *self)
{
  gint64 n = 0;

  for (guint i = 0; i < self->fronts->len; i++)
    {
      const Front *front = &g_array_index (self->fronts, Front, i);

      n += MIN (front->x->count, MEMBERS) * MIN (front->y->count, MEMBERS);
    }

  return n <= WHOLE;
}

/* FALSE at the end, and with error. */
static gboolean
read_more (GsConflictWindow *self, GError **error)
{
  GError *local = NULL;

  /* That there is no pair, or none any more, is known only of what could be read. */
  if (!gs_rules_check (self->rules, error))
    return FALSE;

  g_array_set_size (self->found, 0);
  self->next = 0;
  if (self->front >= self->fronts->len && !next_block (self, error))
    return FALSE;

  /* Closing a front counts as a pair. */
  if (!open_pairs (self, self->front == 0 && self->xs == NULL && is_small (self) ? 2 * WHOLE : SLICE, &local))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  g_array_sort (self->found, compare_found);

  return TRUE;
}

/**
 * gs_conflict_window_next:
 * @self: a window
 *
 * Moves on to the next pair. Blocks where more claims have to be read.
 *
 * Returns: whether there is one; %FALSE at the end, and with @error
 */
gboolean
gs_conflict_window_next (GsConflictWindow *self, GError **error)
{
  self->next++;
  while (self->next > self->found->len)
    {
      if (!read_more (self, error))
        return FALSE;
      self->next = 1;
    }

  return gs_rules_check (self->rules, error);
}

/**
 * gs_conflict_window_is_cut:
 * @self: a window
 *
 * Returns: whether it has passed by claims on other questions that may oppose some
 */
gboolean
gs_conflict_window_is_cut (GsConflictWindow *self)
{
  return self->cut;
}

/* The pair it stands at ------------------------------------------------------------ */

/**
 * gs_conflict_window_get_opposition:
 * @self: a window that stands at a pair
 *
 * Returns: (transfer none): what was found; valid until the window moves on
 */
const GsOpposition *
gs_conflict_window_get_opposition (GsConflictWindow *self)
{
  g_assert (self->next > 0 && self->next <= self->found->len);

  return &g_array_index (self->found, GsOpposition, self->next - 1);
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
  const GsOpposition *found = gs_conflict_window_get_opposition (self);

  return gs_pair_derive_link (found->a->uuid, found->b->uuid, found->rule);
}

/**
 * gs_conflict_window_get_verdict:
 * @self: a window that stands at a pair
 * @verdict: (out): the stored #GsVerdict, %GS_VERDICT_UNDECIDED where none is stored
 * @error: why it could not be read
 *
 * Blocks.
 *
 * Returns: %FALSE with @error
 */
gboolean
gs_conflict_window_get_verdict (GsConflictWindow *self, int *verdict, GError **error)
{
  const GsLinkRecord *link;

  if (!gs_conflict_links_find (self->links, gs_conflict_window_get_opposition (self), &link, error))
    return FALSE;
  *verdict = link != NULL ? link->verdict : GS_VERDICT_UNDECIDED;

  return TRUE;
}

/**
 * gs_conflict_window_dup_stored:
 * @self: a window that stands at a pair
 * @error: why it could not be read
 *
 * Blocks.
 *
 * Returns: (transfer full): UUID of the link that is stored, or of the one that a verdict on the pair is stored
 *   as; %NULL with @error
 */
char *
gs_conflict_window_dup_stored (GsConflictWindow *self, GError **error)
{
  const GsLinkRecord *link;

  if (!gs_conflict_links_find (self->links, gs_conflict_window_get_opposition (self), &link, error))
    return NULL;

  return link != NULL ? g_strdup (link->uuid) : gs_conflict_window_dup_link (self);
}

/**
 * gs_conflict_window_get_pair:
 * @self: a window that stands at a pair
 * @error: why it could not be read
 *
 * Blocks.
 *
 * Returns: (transfer full): the pair, told in full; %NULL with @error
 */
GsPair *
gs_conflict_window_get_pair (GsConflictWindow *self, GError **error)
{
  const GsOpposition *found = gs_conflict_window_get_opposition (self);
  const GsStatement *a = gs_standpoints_statement (self->standpoints, found->a->uuid, error);
  const GsStatement *b = a != NULL ? gs_standpoints_statement (self->standpoints, found->b->uuid, error) : NULL;
  const GsLinkRecord *link;
  GsPair *pair;

  if (b == NULL || !gs_conflict_links_find (self->links, found, &link, error))
    return NULL;

  pair = gs_pair_from_opposition (self->rules, found, a->record, b->record, link);
  if (!gs_rules_check (self->rules, error))
    g_clear_pointer (&pair, gs_pair_free);

  return pair;
}

/* A link is shown by itself if it matters and no rule finds its pair. */
static gboolean
take_linked (GsConflictWindow *self, const GsLinkRecord *link, GPtrArray *pairs, GError **error)
{
  g_autoptr (GArray) found = oppositions_new ();
  const GsStatement *a = gs_standpoints_statement (self->standpoints, link->a, error);
  const GsStatement *b = a != NULL ? gs_standpoints_statement (self->standpoints, link->b, error) : NULL;

  if (b == NULL)
    return FALSE;

  gs_rules_compare (self->rules, a->account, b->account, FALSE, found);
  if (found->len == 0)
    g_ptr_array_add (pairs, gs_pair_from_link (self->rules, link, a->record, b->record));

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
  const GPtrArray *stored = gs_conflict_links_get_all (self->links);

  for (guint i = 0; i < stored->len; i++)
    {
      const GsLinkRecord *link = stored->pdata[i];

      if (gs_conflict_links_oppose (link) && link->a != NULL && link->b != NULL
          && (link->origin == GS_LINK_BY_ANALYST || link->verdict == GS_VERDICT_CONFIRMED)
          && !take_linked (self, link, pairs, error))
        return NULL;
    }

  return gs_rules_check (self->rules, error) ? g_steal_pointer (&pairs) : NULL;
}
