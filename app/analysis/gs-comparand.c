/* gs-comparand.c: an article as it is compared with others.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-comparand.h"

#include <string.h>

#include "gs-main-text.h"

/* Keys: one in eight runs of words, as many facts as there are. */
#define SHINGLE_SHARE 8
#define MAX_SHINGLES 128
#define MAX_FACTS 64

/* A copy has half of the shorter text's runs of words; a shorter text than this
 * is a headline. */
#define COPY_SHARE 0.5
#define MIN_SHINGLES 20

/* Articles on one affair share what it is about; a translation leaves out and
 * adds little besides. So its numbers and dates are counted against those of
 * the one that has more. Names are not: German writes every noun like one. */
#define MIN_FACTS 4
#define FACT_SHARE 0.6
#define MIN_NAMES 4
#define NAME_SHARE 0.6
#define TRANSLATION_DAYS 31

/**
 * gs_comparand_free:
 * @self: (transfer full): a comparand
 */
void
gs_comparand_free (GsComparand *self)
{
  g_free (self->stored.article);
  g_array_unref (self->stored.keys);
  gs_sketch_free (self->sketch);
  g_free (self->language);
  g_free (self->published);
  g_free (self->created);
  g_free (self);
}

static void
add_keys (GArray *keys, const GArray *hashes, guint share, guint limit, gboolean rare)
{
  g_autoptr (GArray) sample = gs_sketch_sample (hashes, share, limit);

  for (guint i = 0; i < sample->len; i++)
    {
      gint64 key = g_array_index (sample, gint64, i);

      key = rare ? (key | 1) : (key & ~G_GINT64_CONSTANT (1));
      g_array_append_val (keys, key);
    }
}

static GArray *
keys_of (const GsSketch *sketch)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  add_keys (keys, sketch->shingles, SHINGLE_SHARE, MAX_SHINGLES, FALSE);
  add_keys (keys, sketch->numbers, 1, MAX_FACTS, TRUE);
  add_keys (keys, sketch->dates, 1, MAX_FACTS, TRUE);
  add_keys (keys, sketch->names, 1, MAX_FACTS, TRUE);

  return keys;
}

/**
 * gs_comparand_load:
 * @workspace: a workspace
 * @uuid: of an article
 * @error: %GS_ERROR_NOT_FOUND when it has gone
 *
 * Blocks. Returns: (transfer full) (nullable): what is compared of the article
 */
GsComparand *
gs_comparand_load (GsWorkspace *workspace, const char *uuid, GError **error)
{
  g_autoptr (GsArticleRecord) article = gs_workspace_load (workspace, &gs_article_type, uuid, error);
  g_autofree char *text = article != NULL ? gs_main_text (article, NULL) : NULL;
  GsComparand *self;

  if (article == NULL)
    return NULL;

  self = g_new0 (GsComparand, 1);
  self->stored.article = g_steal_pointer (&article->uuid);
  self->language = g_steal_pointer (&article->language);
  self->published = g_steal_pointer (&article->published_lo);
  self->created = g_steal_pointer (&article->created);
  /* A text without zones of its own is all there is. */
  if (text == NULL || *text == '\0')
    self->sketch = gs_sketch_new (article->text != NULL ? article->text : "", self->language, self->published);
  else
    self->sketch = gs_sketch_new (text, self->language, self->published);
  self->stored.keys = keys_of (self->sketch);

  return self;
}

/* -1, 0 or 1: whether the two are surely in one language, unknown, or surely not. */
static int
differ_in_language (const GsComparand *a, const GsComparand *b)
{
  gsize length;

  if (a->language == NULL || b->language == NULL)
    return 0;

  length = strcspn (a->language, "-_");

  return length == strcspn (b->language, "-_") && g_ascii_strncasecmp (a->language, b->language, length) == 0 ? -1 : 1;
}

/* Days between two dates that are known to the day; 0 otherwise. */
static guint
days_between (const char *a, const char *b)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *x = g_strdup_printf ("%sT00:00:00Z", a != NULL ? a : "");
  g_autofree char *y = g_strdup_printf ("%sT00:00:00Z", b != NULL ? b : "");
  g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 (x, utc);
  g_autoptr (GDateTime) to = g_date_time_new_from_iso8601 (y, utc);

  return from != NULL && to != NULL ? (guint) (ABS (g_date_time_difference (to, from)) / G_TIME_SPAN_DAY) : 0;
}

static double
share_of (gint64 shared, gint64 all)
{
  return all > 0 ? (double) shared / (double) all : 0;
}

static void
count_shared (GsDbLikeness *likeness, const GsSketch *a, const GsSketch *b)
{
  likeness->numbers = gs_sketch_shared (a->numbers, b->numbers);
  likeness->of_numbers = MAX (a->numbers->len, b->numbers->len);
  likeness->dates = gs_sketch_shared (a->dates, b->dates);
  likeness->of_dates = MAX (a->dates->len, b->dates->len);
  likeness->names = gs_sketch_shared (a->names, b->names);
  likeness->of_names = MIN (a->names->len, b->names->len);
}

static gboolean
is_copy (GsDbLikeness *likeness, const GsSketch *a, const GsSketch *b)
{
  guint shorter = MIN (a->shingles->len, b->shingles->len);

  likeness->kind = (char *) GS_KIND_COPY;
  likeness->share = share_of (gs_sketch_shared (a->shingles, b->shingles), shorter);

  return shorter >= MIN_SHINGLES && likeness->share >= COPY_SHARE;
}

static gboolean
is_translation (GsDbLikeness *likeness)
{
  gint64 facts = likeness->numbers + likeness->dates;
  gint64 of_facts = likeness->of_numbers + likeness->of_dates;

  likeness->kind = (char *) GS_KIND_TRANSLATION;
  likeness->share = share_of (facts + likeness->names, of_facts + likeness->of_names);

  return facts >= MIN_FACTS && share_of (facts, of_facts) >= FACT_SHARE && likeness->names >= MIN_NAMES
         && share_of (likeness->names, likeness->of_names) >= NAME_SHARE;
}

/* Whether @a came after @b. */
static gboolean
is_later (const GsComparand *a, const GsComparand *b)
{
  int order = a->published != NULL && b->published != NULL ? strcmp (a->published, b->published) : 0;

  if (order == 0)
    order = g_strcmp0 (a->created, b->created);
  if (order == 0)
    order = strcmp (a->stored.article, b->stored.article);

  return order > 0;
}

/**
 * gs_comparand_compare:
 * @a: an article
 * @b: another
 *
 * Any thread. Returns: (transfer full) (nullable): what the two have in common,
 *   when it is enough to call one a copy or translation of the other
 */
GsDbLikeness *
gs_comparand_compare (const GsComparand *a, const GsComparand *b)
{
  GsDbLikeness found = { 0 };
  int apart = differ_in_language (a, b);

  count_shared (&found, a->sketch, b->sketch);
  if (!(apart <= 0 && is_copy (&found, a->sketch, b->sketch))
      && !(apart > 0 && is_translation (&found) && days_between (a->published, b->published) <= TRANSLATION_DAYS))
    return NULL;

  found.kind = g_strdup (found.kind);
  found.article = g_strdup (is_later (a, b) ? a->stored.article : b->stored.article);
  found.other = g_strdup (is_later (a, b) ? b->stored.article : a->stored.article);

  return g_memdup2 (&found, sizeof found);
}
