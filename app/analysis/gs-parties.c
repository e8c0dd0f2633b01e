/* gs-parties.c: who speaks in a claim, when, and on whose side.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-parties.h"

#include "gs-gettext.h"
#include "gs-lookup.h"
#include "gs-time.h"

/* "Press office of the ministry of the government": further up nobody is one party. */
#define MAX_DEPTH 6

typedef struct
{
  char *name;
  char *language; /* NULL if not known */
  guint32 first;  /* days of publication, 0 if not known */
  guint32 last;
} Article;

struct _GsParties
{
  GsWorkspace *workspace;
  GHashTable *sources;  /* UUID → GsSourceRecord, NULL when there is none */
  GHashTable *articles; /* UUID → Article */
  GError *failure;      /* see gs-lookup.h */
};

static void
source_free (gpointer data)
{
  gs_source_record_free (data);
}

static void
article_free (gpointer data)
{
  Article *article = data;

  g_free (article->name);
  g_free (article->language);
  g_free (article);
}

/**
 * gs_parties_new:
 * @workspace: a #GsWorkspace
 *
 * Sources and articles are read from the workspace when first asked for, which blocks,
 * and remembered.
 *
 * Returns: (transfer full): who speaks for whom
 */
GsParties *
gs_parties_new (GsWorkspace *workspace)
{
  GsParties *self = g_new0 (GsParties, 1);

  self->workspace = g_object_ref (workspace);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, source_free);
  self->articles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, article_free);

  return self;
}

/**
 * gs_parties_free:
 * @self: (nullable) (transfer full): parties
 */
void
gs_parties_free (GsParties *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->sources);
  g_hash_table_unref (self->articles);
  g_clear_error (&self->failure);
  g_object_unref (self->workspace);
  g_free (self);
}

/**
 * gs_parties_check:
 * @self: parties
 * @error: what could not be read
 *
 * Returns: whether all that was asked for up to now could be read, so that the answers hold
 */
gboolean
gs_parties_check (const GsParties *self, GError **error)
{
  return gs_lookup_check (self->failure, error);
}

/* One that cannot be read counts as one of which nothing is known, and is kept in mind. */
static const GsSourceRecord *
get_source (GsParties *self, const char *uuid)
{
  gpointer source = NULL;

  if (uuid == NULL)
    return NULL;
  if (!g_hash_table_lookup_extended (self->sources, uuid, NULL, &source))
    {
      source = gs_lookup_record (self->workspace, &gs_source_type, uuid, &self->failure);
      g_hash_table_insert (self->sources, g_strdup (uuid), source);
    }

  return source;
}

static const Article *
get_article (GsParties *self, const char *uuid)
{
  Article *article;
  GsArticleListing *row;
  GError *error = NULL;

  if (uuid == NULL)
    return NULL;
  article = g_hash_table_lookup (self->articles, uuid);
  if (article != NULL)
    return article;

  article = g_new0 (Article, 1);
  row = gs_workspace_list_row (self->workspace, &gs_article_listing_type, uuid, &error);
  gs_lookup_keep (&self->failure, error);
  if (row != NULL && row->outlet != NULL)
    article->name = g_strdup (row->outlet);
  else if (row != NULL && row->title != NULL)
    article->name = g_strdup_printf ("“%s”", row->title);
  else
    article->name = g_strdup (_ ("the article"));
  if (row != NULL)
    {
      guint32 unused;

      article->language = g_strdup (row->language);
      if (!gs_date_days (row->published_lo, &article->first, &article->last))
        article->first = 0;
      if (!gs_date_days (row->published_hi, &unused, &article->last) && article->first == 0)
        article->last = 0;
    }
  gs_record_free (&gs_article_listing_type, row);
  g_hash_table_insert (self->articles, g_strdup (uuid), article);

  return article;
}

/* UUID of the source from whom the claim comes, NULL where nobody is named. */
static const char *
innermost (const GsAccount *account)
{
  guint n = g_strv_length (account->chain);

  return n > 0 ? account->chain[n - 1] : NULL;
}

static const char *
name_voice (GsParties *self, const char *uuid, const char *in_article)
{
  const GsSourceRecord *source = get_source (self, uuid);
  const Article *article;

  if (source != NULL && source->name != NULL)
    return source->name;

  article = get_article (self, in_article);

  return article != NULL ? article->name : _ ("somebody");
}

/**
 * gs_parties_voice:
 * @self: parties
 * @claim: a claim
 *
 * Returns: (transfer none): name of the innermost source, of the article where nobody
 *   is named, or "somebody"; owned by @self
 */
const char *
gs_parties_voice (GsParties *self, const GsClaimRecord *claim)
{
  const char *source = NULL;

  for (guint i = claim->hops->len; source == NULL && i > 0; i--)
    {
      const GsHopRecord *hop = claim->hops->pdata[i - 1];

      source = hop->resolves_to != NULL ? hop->resolves_to : hop->source;
    }

  return name_voice (self, source, claim->article);
}

/**
 * gs_parties_voice_of:
 * @self: parties
 * @account: a claim's account
 *
 * Returns: (transfer none): as gs_parties_voice()
 */
const char *
gs_parties_voice_of (GsParties *self, const GsAccount *account)
{
  return name_voice (self, innermost (account), account->article);
}

/**
 * gs_parties_is_plural:
 * @self: parties
 * @account: a claim's account
 *
 * Returns: whether the voice is several people: "two officials"
 */
gboolean
gs_parties_is_plural (GsParties *self, const GsAccount *account)
{
  const GsSourceRecord *source = get_source (self, innermost (account));

  return source != NULL && (source->kind == GS_SOURCE_ANONYMOUS_GROUP || source->kind == GS_SOURCE_GENERIC);
}

/**
 * gs_parties_is_generic:
 * @self: parties
 * @account: a claim's account
 *
 * Returns: whether the one who speaks is known only in kind: "reports say"
 */
gboolean
gs_parties_is_generic (GsParties *self, const GsAccount *account)
{
  const GsSourceRecord *source = get_source (self, innermost (account));

  return source != NULL && source->kind == GS_SOURCE_GENERIC;
}

static gboolean
publishes (const GsSourceRecord *source)
{
  return source != NULL
         && (source->kind == GS_SOURCE_OUTLET || source->kind == GS_SOURCE_AGENCY
             || source->kind == GS_SOURCE_DOCUMENT);
}

/**
 * gs_parties_own_voice:
 * @self: parties
 * @account: a claim's account
 *
 * Returns: whether an article or outlet says it itself, on nobody's word
 */
gboolean
gs_parties_own_voice (GsParties *self, const GsAccount *account)
{
  for (guint i = 0; account->chain[i] != NULL; i++)
    {
      if (!publishes (get_source (self, account->chain[i])))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_one (const GsSourceRecord *source)
{
  return source != NULL && source->kind != GS_SOURCE_ANONYMOUS_GROUP && source->kind != GS_SOURCE_GENERIC;
}

/**
 * gs_parties_same_speaker:
 * @self: parties
 * @a: a claim's account
 * @b: another
 *
 * Returns: whether the same one speaks; two "officials" need not be the same ones
 */
gboolean
gs_parties_same_speaker (GsParties *self, const GsAccount *a, const GsAccount *b)
{
  const char *x = innermost (a), *y = innermost (b);

  /* The voice of one and the same article. */
  if (x == NULL && y == NULL)
    return g_strcmp0 (a->article, b->article) == 0;

  return g_strcmp0 (x, y) == 0 && is_one (get_source (self, x));
}

/* Sides ---------------------------------------------------------------------------- */

/* What is not dated holds always; so does everything when the day is not known. */
static gboolean
holds (const GsAffiliationRecord *affiliation, guint32 day)
{
  guint32 first, last, unused;

  if (day == 0)
    return TRUE;
  if (gs_date_days (affiliation->from, &first, &unused) && day < first)
    return FALSE;

  return !gs_date_days (affiliation->to, &unused, &last) || day <= last;
}

static void
add_sides (GsParties *self, const char *uuid, guint32 day, GHashTable *sides, int depth)
{
  const GsSourceRecord *source = get_source (self, uuid);

  if (source == NULL || depth > MAX_DEPTH || !g_hash_table_add (sides, (gpointer) uuid))
    return;

  add_sides (self, source->part_of, day, sides, depth + 1);
  for (guint i = 0; i < source->affiliations->len; i++)
    {
      const GsAffiliationRecord *affiliation = source->affiliations->pdata[i];

      if (holds (affiliation, day))
        add_sides (self, affiliation->party, day, sides, depth + 1);
    }
}

/* (transfer full): set of the UUIDs of all for whom the claim's speaker spoke. */
static GHashTable *
sides_of (GsParties *self, const GsAccount *account)
{
  GHashTable *sides = g_hash_table_new (g_str_hash, g_str_equal);
  guint32 first = 0, last = 0;

  gs_parties_days (self, account, &first, &last);
  add_sides (self, innermost (account), last, sides, 0);

  return sides;
}

/* Speaks for nobody else. */
static gboolean
is_alone (GsParties *self, const char *uuid)
{
  const GsSourceRecord *source = get_source (self, uuid);

  return source == NULL || (source->part_of == NULL && source->affiliations->len == 0);
}

/**
 * gs_parties_same_party:
 * @self: parties
 * @a: a claim's account
 * @b: another
 *
 * Returns: whether the same one speaks, or two who belonged to the same party when they
 *   spoke
 */
gboolean
gs_parties_same_party (GsParties *self, const GsAccount *a, const GsAccount *b)
{
  const char *x = innermost (a), *y = innermost (b);
  g_autoptr (GHashTable) ours = NULL, theirs = NULL;
  GHashTableIter iter;
  gpointer side;

  if (gs_parties_same_speaker (self, a, b))
    return TRUE;
  /* Most comparisons end here. */
  if (x == NULL || y == NULL || (is_alone (self, x) && is_alone (self, y)))
    return FALSE;

  ours = sides_of (self, a);
  theirs = sides_of (self, b);
  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &side, NULL))
    {
      if (g_hash_table_contains (theirs, side) && is_one (get_source (self, side)))
        return TRUE;
    }

  return FALSE;
}

/* Reports ----------------------------------------------------------------------------- */

/**
 * gs_parties_different_outlets:
 * @self: parties
 * @a: a claim's account
 * @b: another
 *
 * Returns: whether both are reported, by different publishers; %FALSE where either
 *   publisher is not known
 */
gboolean
gs_parties_different_outlets (GsParties *self, const GsAccount *a, const GsAccount *b)
{
  return g_strv_length (a->chain) > 1 && g_strv_length (b->chain) > 1 && g_strcmp0 (a->chain[0], b->chain[0]) != 0;
}

/**
 * gs_parties_same_report:
 * @self: parties
 * @a: a claim's account
 * @b: another
 *
 * The same outlet behind two publishers has told one story; the same publisher
 * may have told two.
 *
 * Returns: whether both come from one article, or through one outlet behind their publishers
 */
gboolean
gs_parties_same_report (GsParties *self, const GsAccount *a, const GsAccount *b)
{
  if (g_strcmp0 (a->article, b->article) == 0)
    return TRUE;

  for (guint i = 1; a->chain[0] != NULL && a->chain[i] != NULL; i++)
    {
      for (guint j = 1; b->chain[0] != NULL && b->chain[j] != NULL; j++)
        {
          if (g_str_equal (a->chain[i], b->chain[j]) && publishes (get_source (self, a->chain[i])))
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * gs_parties_days:
 * @self: parties
 * @account: a claim's account
 * @first: (out): Julian day of GDate
 * @last: (out): likewise
 *
 * Returns: whether it is known when it was uttered, or else published
 */
gboolean
gs_parties_days (GsParties *self, const GsAccount *account, guint32 *first, guint32 *last)
{
  const Article *article;

  if (account->uttered_first > 0 && account->uttered_last > 0)
    {
      *first = account->uttered_first;
      *last = account->uttered_last;
      return TRUE;
    }

  article = get_article (self, account->article);
  if (article == NULL || article->first == 0 || article->last == 0)
    return FALSE;

  *first = article->first;
  *last = article->last;

  return TRUE;
}

/**
 * gs_parties_language:
 * @self: parties
 * @account: a claim's account
 *
 * Returns: (transfer none) (nullable): code of the article's language, owned by @self
 */
const char *
gs_parties_language (GsParties *self, const GsAccount *account)
{
  const Article *article = get_article (self, account->article);

  return article != NULL ? article->language : NULL;
}
