/* gs-agreement.c: how far annotators agree, tag by tag.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One article is in memory at a time. Within it the edges of all spans cut the
 * text into stretches in which nobody changes their mind; each is one unit
 * that counts as often as it has code points.
 */

#include "config.h"

#include "gs-agreement.h"

#include <math.h>
#include <string.h>

#include "gs-unitizing.h"

/* The row of all claims; UUIDs of tags have 36 characters. */
#define ANY_CLAIM ""

/* What is counted for one tag. */
typedef struct
{
  char *path;
  GHashTable *pairs; /* "i j" → double[4] of two annotators */
  double coincidences[4];
  GsUnitizing *units;
  guint articles;
  guint spans;
  double edges; /* that have a counterpart */
  double n_edges;
} Tally;

/* The article at hand: for each tag, for each coder, their spans. */
typedef struct
{
  GPtrArray *coders; /* (element-type utf8): UUIDs */
  GHashTable *marks; /* tag → GPtrArray of GArray of GsStretch */
  gint64 length;
} Article;

typedef struct
{
  GsWorkspace *workspace;
  GHashTable *parents; /* tag → its parent's UUID */
  GHashTable *tallies; /* tag → Tally */
  GHashTable *names;   /* of coders: a set of UUIDs */
  guint n_articles;
  GCancellable *cancellable;
} Count;

static void
tally_free (gpointer data)
{
  Tally *tally = data;

  g_free (tally->path);
  g_hash_table_unref (tally->pairs);
  gs_unitizing_free (tally->units);
  g_free (tally);
}

static Tally *
tally_of (Count *self, const char *tag)
{
  Tally *tally = g_hash_table_lookup (self->tallies, tag);

  if (tally == NULL)
    {
      tally = g_new0 (Tally, 1);
      tally->pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      tally->units = gs_unitizing_new ();
      g_hash_table_insert (self->tallies, g_strdup (tag), tally);
    }

  return tally;
}

static double *
pair_of (Tally *tally, const char *a, const char *b)
{
  gboolean ordered = strcmp (a, b) < 0;
  g_autofree char *key = g_strconcat (ordered ? a : b, " ", ordered ? b : a, NULL);
  double *matrix = g_hash_table_lookup (tally->pairs, key);

  if (matrix == NULL)
    {
      matrix = g_new0 (double, 4);
      g_hash_table_insert (tally->pairs, g_steal_pointer (&key), matrix);
    }

  return matrix;
}

/* Marks ------------------------------------------------------------------------------- */

static int
compare_stretches (gconstpointer a, gconstpointer b)
{
  const GsStretch *one = a, *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

static void
mark (Article *article, const char *tag, guint coder, const GsSpanRecord *span)
{
  GPtrArray *marks = g_hash_table_lookup (article->marks, tag);
  const GsStretch stretch = { span->start, span->end };

  if (marks == NULL)
    {
      marks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      for (guint i = 0; i < article->coders->len; i++)
        g_ptr_array_add (marks, g_array_new (FALSE, FALSE, sizeof (GsStretch)));
      g_hash_table_insert (article->marks, g_strdup (tag), marks);
    }
  g_array_append_val ((GArray *) marks->pdata[coder], stretch);
}

static void
mark_claim (Count *self, Article *article, const GsClaimRecord *claim, guint coder)
{
  const GsSpanRecord *span = gs_claim_record_quote (claim);
  g_autoptr (GHashTable) marked = g_hash_table_new (g_str_hash, g_str_equal);

  if (span == NULL || span->orphaned || span->start < 0 || span->end <= span->start || span->end > article->length)
    return;

  mark (article, ANY_CLAIM, coder, span);
  for (guint i = 0; i < claim->tags->len; i++)
    {
      /* One below counts; a circle would not end. */
      for (const char *tag = claim->tags->pdata[i]; tag != NULL && g_hash_table_add (marked, (gpointer) tag);
           tag = g_hash_table_lookup (self->parents, tag))
        mark (article, tag, coder, span);
    }
}

/* Measuring ----------------------------------------------------------------------------- */

static gboolean
covers (const GArray *stretches, gint64 at)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      const GsStretch *stretch = &g_array_index (stretches, GsStretch, i);

      if (stretch->start > at)
        break;
      if (at < stretch->end)
        return TRUE;
    }

  return FALSE;
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return one < other ? -1 : one > other;
}

static GArray *
cuts_of (const GPtrArray *marks, gint64 length)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 zero = 0;

  g_array_append_val (cuts, zero);
  g_array_append_val (cuts, length);
  for (guint i = 0; i < marks->len; i++)
    {
      GArray *stretches = marks->pdata[i];

      g_array_sort (stretches, compare_stretches);
      for (guint j = 0; j < stretches->len; j++)
        {
          g_array_append_val (cuts, g_array_index (stretches, GsStretch, j).start);
          g_array_append_val (cuts, g_array_index (stretches, GsStretch, j).end);
        }
    }
  g_array_sort (cuts, compare_offsets);

  return cuts;
}

static void
count_unit (Tally *tally, const Article *article, const int *values, double weight)
{
  gs_alpha_add (tally->coincidences, 2, values, article->coders->len, weight);
  for (guint i = 0; i < article->coders->len; i++)
    {
      for (guint j = i + 1; j < article->coders->len; j++)
        {
          const char *a = article->coders->pdata[i], *b = article->coders->pdata[j];
          gboolean ordered = strcmp (a, b) < 0;

          pair_of (tally, a, b)[2 * values[ordered ? i : j] + values[ordered ? j : i]] += weight;
        }
    }
}

static gboolean
has_edge_near (const GArray *stretches, gint64 at, gboolean end)
{
  for (guint i = 0; i < stretches->len; i++)
    {
      const GsStretch *stretch = &g_array_index (stretches, GsStretch, i);

      if (ABS ((end ? stretch->end : stretch->start) - at) <= GS_AGREEMENT_TOLERANCE)
        return TRUE;
    }

  return FALSE;
}

static void
count_edges (Tally *tally, const GPtrArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const GArray *own = marks->pdata[i];

      tally->spans += own->len;
      for (guint j = 0; j < marks->len; j++)
        {
          for (guint k = 0; i != j && k < own->len; k++)
            {
              const GsStretch *stretch = &g_array_index (own, GsStretch, k);

              tally->edges += has_edge_near (marks->pdata[j], stretch->start, FALSE);
              tally->edges += has_edge_near (marks->pdata[j], stretch->end, TRUE);
              tally->n_edges += 2;
            }
        }
    }
}

static void
count_tag (Count *self, const Article *article, const char *tag, const GPtrArray *marks)
{
  Tally *tally = tally_of (self, tag);
  g_autoptr (GArray) cuts = cuts_of (marks, article->length);
  g_autofree int *values = g_new (int, article->coders->len);

  tally->articles++;
  for (guint i = 0; i + 1 < cuts->len; i++)
    {
      gint64 start = g_array_index (cuts, gint64, i), end = g_array_index (cuts, gint64, i + 1);

      if (end <= start)
        continue;
      for (guint j = 0; j < article->coders->len; j++)
        values[j] = covers (marks->pdata[j], start);
      count_unit (tally, article, values, (double) (end - start));
    }
  count_edges (tally, marks);
  gs_unitizing_add (tally->units, marks, article->length);
}

static guint
coder_of (Article *article, const char *author)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (article->coders, author, g_str_equal, &index))
    {
      g_ptr_array_add (article->coders, g_strdup (author));
      index = article->coders->len - 1;
    }

  return index;
}

static void
article_clear (Article *article)
{
  g_clear_pointer (&article->coders, g_ptr_array_unref);
  g_clear_pointer (&article->marks, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Article, article_clear)

/* Where nobody uses a tag all agree, on every code point. */
static void
count_unused (Count *self, const Article *article)
{
  g_autoptr (GPtrArray) unmarked = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree int *nobody = g_new0 (int, article->coders->len);
  GHashTableIter iter;
  gpointer tag;

  for (guint i = 0; i < article->coders->len; i++)
    g_ptr_array_add (unmarked, g_array_new (FALSE, FALSE, sizeof (GsStretch)));
  g_hash_table_iter_init (&iter, self->parents);
  while (g_hash_table_iter_next (&iter, &tag, NULL))
    {
      Tally *tally;

      if (g_hash_table_contains (article->marks, tag))
        continue;
      tally = tally_of (self, tag);
      count_unit (tally, article, nobody, (double) article->length);
      gs_unitizing_add (tally->units, unmarked, article->length);
    }
}

static gboolean
count_article (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  Count *self = data;
  const GsArticleRecord *from = record;
  g_autoptr (GPtrArray) claims = gs_workspace_claims_of_article (self->workspace, from->uuid, error);
  g_auto (Article) article = { 0 };
  GHashTableIter iter;
  gpointer tag, value;

  if (claims == NULL || g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  article.coders = g_ptr_array_new_with_free_func (g_free);
  article.marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  article.length = from->text != NULL ? g_utf8_strlen (from->text, -1) : 0;
  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];

      if (claim->author != NULL)
        coder_of (&article, claim->author);
    }
  if (article.coders->len < 2)
    return TRUE;

  self->n_articles++;
  for (guint i = 0; i < claims->len; i++)
    {
      const GsClaimRecord *claim = claims->pdata[i];

      if (claim->author != NULL)
        mark_claim (self, &article, claim, coder_of (&article, claim->author));
    }
  for (guint i = 0; i < article.coders->len; i++)
    g_hash_table_add (self->names, g_strdup (article.coders->pdata[i]));

  count_unused (self, &article);
  g_hash_table_iter_init (&iter, article.marks);
  while (g_hash_table_iter_next (&iter, &tag, &value))
    count_tag (self, &article, tag, value);

  return TRUE;
}

static gboolean
note_tag (const GsRecordType *type, gpointer record, gpointer data, GError **error)
{
  const GsTagRecord *tag = record;

  g_hash_table_insert (data, g_strdup (tag->uuid), g_strdup (tag->parent));

  return TRUE;
}

/* The report ------------------------------------------------------------------------------ */

static void
agreement_free (gpointer data)
{
  GsAgreement *row = data;

  g_free (row->tag);
  g_free (row->path);
  g_free (row);
}

/**
 * gs_agreement_report_free:
 * @self: (transfer full): a report
 */
void
gs_agreement_report_free (GsAgreementReport *self)
{
  g_ptr_array_unref (self->annotators);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

static double
mean_kappa (const Tally *tally)
{
  GHashTableIter iter;
  gpointer matrix;
  double sum = 0.0;
  guint n = 0;

  g_hash_table_iter_init (&iter, tally->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &matrix))
    {
      double kappa = gs_cohen_kappa (matrix, 2);

      if (isnan (kappa))
        continue;
      sum += kappa;
      n++;
    }

  return n > 0 ? sum / n : NAN;
}

static void
add_row (GsAgreementReport *report, const char *tag, const char *path, const Tally *tally)
{
  GsAgreement *row = g_new0 (GsAgreement, 1);

  row->tag = tag != NULL ? g_strdup (tag) : NULL;
  row->path = g_strdup (path);
  row->articles = tally->articles;
  row->spans = tally->spans;
  row->kappa = mean_kappa (tally);
  row->alpha = gs_alpha (tally->coincidences, 2);
  row->units = gs_unitizing_alpha (tally->units);
  row->edges = tally->n_edges > 0.0 ? tally->edges / tally->n_edges : NAN;
  g_ptr_array_add (report->rows, row);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const GsAgreement *one = *(GsAgreement *const *) a, *other = *(GsAgreement *const *) b;

  return g_strcmp0 (one->tag != NULL ? one->path : NULL, other->tag != NULL ? other->path : NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static gboolean
fill_report (Count *self, GsAgreementReport *report, const char *only, GError **error)
{
  GHashTableIter iter;
  gpointer key, value;

  report->articles = self->n_articles;
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      GsAnnotatorRecord *annotator = gs_workspace_load (self->workspace, &gs_annotator_type, key, error);

      if (annotator == NULL)
        return FALSE;
      g_ptr_array_add (report->annotators, g_strdup (annotator->name != NULL ? annotator->name : ""));
      gs_annotator_record_free (annotator);
    }
  g_ptr_array_sort (report->annotators, compare_names);

  g_hash_table_iter_init (&iter, self->tallies);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Tally *tally = value;
      GsTagListing *row;

      if (tally->articles == 0 || (only != NULL && g_strcmp0 (only, key) != 0))
        continue;
      if (g_str_equal (key, ANY_CLAIM))
        {
          add_row (report, NULL, "", tally);
          continue;
        }
      row = gs_workspace_list_row (self->workspace, &gs_tag_listing_type, key, error);
      if (row == NULL)
        return FALSE;
      add_row (report, key, row->path, tally);
      gs_record_free (&gs_tag_listing_type, row);
    }
  g_ptr_array_sort (report->rows, compare_rows);

  return TRUE;
}

/**
 * gs_agreement_report:
 * @workspace: a workspace
 * @tag: (nullable): UUID of the only tag that is asked for
 * @cancellable: (nullable): to stop with
 *
 * Blocks.
 *
 * Returns: (transfer full): the report, without rows when no article is shared; or %NULL
 *   with @error
 */
GsAgreementReport *
gs_agreement_report (GsWorkspace *workspace, const char *tag, GCancellable *cancellable, GError **error)
{
  g_autoptr (GsAgreementReport) report = NULL;
  Count self = { .workspace = workspace, .cancellable = cancellable };
  gboolean done;

  g_return_val_if_fail (GS_IS_WORKSPACE (workspace), NULL);

  self.parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.tallies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, tally_free);
  self.names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  report = g_new0 (GsAgreementReport, 1);
  report->annotators = g_ptr_array_new_with_free_func (g_free);
  report->rows = g_ptr_array_new_with_free_func (agreement_free);

  done = gs_workspace_each (workspace, &gs_tag_type, note_tag, self.parents, error)
         && gs_workspace_each (workspace, &gs_article_type, count_article, &self, error)
         && fill_report (&self, report, tag, error);

  g_hash_table_unref (self.names);
  g_hash_table_unref (self.tallies);
  g_hash_table_unref (self.parents);

  return done ? g_steal_pointer (&report) : NULL;
}
