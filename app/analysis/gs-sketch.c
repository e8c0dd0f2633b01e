/* gs-sketch.c: what a text can be recognised by.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shingling after Broder, “On the resemblance and containment of documents”
 * (1997). Of a text's shingles a sample is kept that is the same for all texts:
 * those whose hash is divisible by a number. Two samples then share about what
 * the texts share, also where one text holds only a part of the other, which
 * the smallest hashes of each would not show.
 */

#include "config.h"

#include "gs-sketch.h"

#include <math.h>
#include <string.h>

#include "gs-analysis.h"
#include "gs-lexer.h"

#define SHINGLE_WORDS 5

/* Numbers below are in every text. */
#define TELLING_NUMBER 10

/* Shorter names are often abbreviations that differ by language: VN, UN. */
#define NAME_LETTERS 4

/* FNV-1a, then the finaliser of MurmurHash3, without which the last words of a
 * run hardly reach the low bits that the sample goes by. */
#define HASH_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

static guint64
hash_more (guint64 hash, const char *bytes)
{
  for (; *bytes != '\0'; bytes++)
    hash = (hash ^ (guchar) *bytes) * G_GUINT64_CONSTANT (0x100000001b3);

  return (hash ^ 0xff) * G_GUINT64_CONSTANT (0x100000001b3);
}

static guint64
hash_end (guint64 hash)
{
  hash = (hash ^ (hash >> 33)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  hash = (hash ^ (hash >> 33)) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return hash ^ (hash >> 33);
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

static void
sort_and_thin (GArray *hashes)
{
  guint n = 0;

  g_array_sort (hashes, compare_hashes);
  for (guint i = 0; i < hashes->len; i++)
    {
      guint64 hash = g_array_index (hashes, guint64, i);

      if (n == 0 || g_array_index (hashes, guint64, n - 1) != hash)
        g_array_index (hashes, guint64, n++) = hash;
    }
  g_array_set_size (hashes, n);
}

static void
add_shingles (GArray *shingles, const GsTokens *tokens)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (const char *));

  for (guint i = 0; i < tokens->n; i++)
    {
      const GsToken *token = gs_tokens_at (tokens, i);

      if (token->kind != GS_TOKEN_MARK)
        g_array_append_val (words, token->word);
    }

  for (guint i = 0; i + SHINGLE_WORDS <= words->len; i++)
    {
      guint64 hash = HASH_START;

      for (guint k = 0; k < SHINGLE_WORDS; k++)
        hash = hash_more (hash, g_array_index (words, const char *, i + k));
      hash = hash_end (hash);
      g_array_append_val (shingles, hash);
    }
}

static void
add_word (GArray *hashes, const char *word)
{
  guint64 hash = hash_end (hash_more (HASH_START, word));

  g_array_append_val (hashes, hash);
}

static void
add_number (GArray *numbers, double value)
{
  char written[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (value) >= TELLING_NUMBER)
    add_word (numbers, g_ascii_dtostr (written, sizeof written, value));
}

/* What the grammars find: values, and dates that name one day. */
static void
add_facts (GsSketch *self, const char *text, const char *language, const char *reference)
{
  g_autoptr (GsAnalysis) analysis = gs_analyse (text, -1, language, reference);

  for (guint i = 0; i < analysis->numbers->len; i++)
    {
      const GsFinding *finding = &g_array_index (analysis->numbers, GsFinding, i);

      if (!isnan (finding->value))
        add_number (self->numbers, finding->value);
    }
  for (guint i = 0; i < analysis->dates->len; i++)
    {
      const GsFinding *finding = &g_array_index (analysis->dates, GsFinding, i);

      if (finding->from != NULL && finding->to != NULL && g_str_equal (finding->from, finding->to))
        add_word (self->dates, finding->from);
    }
}

static void
add_digits (GArray *numbers, const GsTokens *tokens)
{
  for (guint i = 0; i < tokens->n; i++)
    {
      const GsToken *token = gs_tokens_at (tokens, i);

      if (token->kind == GS_TOKEN_DIGITS && strlen (token->word) <= 15)
        add_number (numbers, g_ascii_strtod (token->word, NULL));
    }
}

/* “Müller” and “Muller” are one name. */
static char *
without_accents (const char *word)
{
  g_autofree char *apart = g_utf8_normalize (word, -1, G_NORMALIZE_NFKD);
  GString *plain = g_string_new (NULL);

  for (const char *p = apart != NULL ? apart : word; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_ismark (g_utf8_get_char (p)))
        g_string_append_unichar (plain, g_utf8_get_char (p));
    }

  return g_string_free (plain, FALSE);
}

static void
add_names (GArray *names, const GsTokens *tokens)
{
  for (guint i = 1; i < tokens->n; i++)
    {
      const GsToken *token = gs_tokens_at (tokens, i);
      g_autofree char *name = NULL;

      /* The first word of a sentence has a capital whatever it is. */
      if (token->kind != GS_TOKEN_WORD || !g_unichar_isupper (token->first) || token->end - token->start < NAME_LETTERS
          || gs_tokens_at (tokens, i - 1)->kind == GS_TOKEN_MARK)
        continue;
      name = without_accents (token->word);
      add_word (names, name);
    }
}

/**
 * gs_sketch_new:
 * @text: what an article itself says
 * @language: (nullable): BCP 47
 * @reference: (nullable): day of publication, ISO 8601, by which “yesterday” is a date
 *
 * Any thread. Returns: (transfer full): what @text can be recognised by
 */
GsSketch *
gs_sketch_new (const char *text, const char *language, const char *reference)
{
  g_autoptr (GsTokens) tokens = NULL;
  GsSketch *self = g_new (GsSketch, 1);

  g_return_val_if_fail (text != NULL, NULL);

  tokens = gs_tokens_new (text, strlen (text));
  self->shingles = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->dates = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->names = g_array_new (FALSE, FALSE, sizeof (guint64));

  add_shingles (self->shingles, tokens);
  add_names (self->names, tokens);
  if (gs_analysis_knows (language))
    add_facts (self, text, language, reference);
  else
    add_digits (self->numbers, tokens);

  sort_and_thin (self->shingles);
  sort_and_thin (self->numbers);
  sort_and_thin (self->dates);
  sort_and_thin (self->names);

  return self;
}

/**
 * gs_sketch_free:
 * @self: (transfer full): a sketch
 */
void
gs_sketch_free (GsSketch *self)
{
  g_array_unref (self->shingles);
  g_array_unref (self->numbers);
  g_array_unref (self->dates);
  g_array_unref (self->names);
  g_free (self);
}

/**
 * gs_sketch_shared:
 * @a: (element-type guint64): hashes of one sketch
 * @b: (element-type guint64): hashes of the same kind of another
 *
 * Returns: how many are in both
 */
guint
gs_sketch_shared (const GArray *a, const GArray *b)
{
  guint shared = 0;

  for (guint i = 0, k = 0; i < a->len && k < b->len;)
    {
      guint64 x = g_array_index (a, guint64, i);
      guint64 y = g_array_index (b, guint64, k);

      shared += x == y;
      i += x <= y;
      k += y <= x;
    }

  return shared;
}

/**
 * gs_sketch_sample:
 * @hashes: (element-type guint64): hashes of a sketch
 * @share: one in how many is kept; 1 for all
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type gint64): the same hashes of whatever
 *   text they are in, the smallest first, as a database holds them
 */
GArray *
gs_sketch_sample (const GArray *hashes, guint share, guint limit)
{
  GArray *sample = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < hashes->len && sample->len < limit; i++)
    {
      guint64 hash = g_array_index (hashes, guint64, i);
      gint64 mark;

      if (hash % share != 0)
        continue;
      memcpy (&mark, &hash, sizeof mark);
      g_array_append_val (sample, mark);
    }

  return sample;
}
