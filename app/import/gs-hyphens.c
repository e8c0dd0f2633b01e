/* gs-hyphens.c: whether a hyphen at the end of a line is part of the word.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document itself knows best: a word that stands somewhere inside a line,
 * with its hyphen or without, settles it. Otherwise a hyphen is the word's own
 * where no typesetter would have divided: after a capital, a digit or a single
 * letter, before a capital, and in Germanic languages between two vowels.
 */

#include "config.h"

#include "gs-hyphens.h"

#include <string.h>

#define MAX_WORD_BYTES 100
#define MAX_WORDS 200000

struct _GsHyphens
{
  GHashTable *words; /* as they stand inside lines, in small letters */
};

/**
 * gs_hyphens_new:
 *
 * Returns: (transfer full): a judge that has not seen a line yet
 */
GsHyphens *
gs_hyphens_new (void)
{
  GsHyphens *self = g_new0 (GsHyphens, 1);

  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * gs_hyphens_free:
 * @self: (transfer full): a judge
 */
void
gs_hyphens_free (GsHyphens *self)
{
  g_hash_table_unref (self->words);
  g_free (self);
}

static gboolean
is_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0xad;
}

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || is_hyphen (c) || c == '\'' || c == 0x2019;
}

static void
add_word (GsHyphens *self, const char *word, gsize length)
{
  if (length > 1 && length <= MAX_WORD_BYTES && g_hash_table_size (self->words) < MAX_WORDS)
    g_hash_table_add (self->words, g_utf8_strdown (word, (gssize) length));
}

/**
 * gs_hyphens_add_line:
 * @self: a judge
 * @line: UTF-8, a line of the document
 *
 * Learns its words, but for the last if that is divided.
 */
void
gs_hyphens_add_line (GsHyphens *self, const char *line)
{
  const char *word = NULL;
  gboolean divided = FALSE;

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_word_char (c))
        {
          word = word != NULL ? word : at;
          divided = is_hyphen (c);
          continue;
        }
      if (word != NULL && !divided)
        add_word (self, word, (gsize) (at - word));
      word = NULL;
    }
  if (word != NULL && !divided)
    add_word (self, word, strlen (word));
}

/* (transfer full): the word that @before ends with, the hyphen left out. */
static char *
last_word (const char *before, gunichar *hyphen)
{
  const char *end = before + strlen (before);
  const char *last = end > before ? g_utf8_find_prev_char (before, end) : NULL;
  const char *start;

  *hyphen = last != NULL ? g_utf8_get_char (last) : 0;
  if (!is_hyphen (*hyphen))
    return NULL;

  for (start = last; start > before;)
    {
      const char *previous = g_utf8_prev_char (start);

      if (!is_word_char (g_utf8_get_char (previous)))
        break;
      start = previous;
    }

  return g_strndup (start, (gsize) (last - start));
}

static char *
first_word (const char *after)
{
  const char *end = after;

  while (*end != '\0' && is_word_char (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return g_strndup (after, (gsize) (end - after));
}

static gboolean
knows (GsHyphens *self, const char *before, const char *joint, const char *after)
{
  g_autofree char *word = g_strconcat (before, joint, after, NULL);
  g_autofree char *lower = g_utf8_strdown (word, -1);

  return g_hash_table_contains (self->words, lower);
}

static gboolean
is_conjunction (const char *word)
{
  static const char *const words[] = { "en",  "of", "und",   "oder", "sowie", "bzw", "and",  "or",
                                       "och", "og", "eller", "tot",  "bis",   "to",  "resp", NULL };

  return g_strv_contains (words, word);
}

static gboolean
is_vowel (gunichar c)
{
  gunichar bare;
  gunichar rest;

  /* A diaeresis is there to part two vowels of one word. */
  if (g_unichar_decompose (c, &bare, &rest))
    {
      if (rest == 0x308)
        return FALSE;
      c = bare;
    }
  c = g_unichar_tolower (c);

  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* Dutch, German and their kin divide before a consonant, so two vowels mean
 * two words; except where a diphthong ends the syllable ("Bau-ern"). */
static gboolean
parts_vowels (const char *before, const char *after, const char *language)
{
  static const char *const languages[] = { "nl", "de", "en", "sv", "da", "no", NULL };
  static const char *const diphthongs[] = { "au", "eu", "äu", "ei", "ai", "oi", "ui", "ij", "ou", "oo", "ie", NULL };
  const char *last = g_utf8_find_prev_char (before, before + strlen (before));

  if (language == NULL || !g_strv_contains (languages, language) || last == NULL)
    return FALSE;
  if (!is_vowel (g_utf8_get_char (last)) || !is_vowel (g_utf8_get_char (after)))
    return FALSE;

  for (guint i = 0; diphthongs[i] != NULL && *after == 'e'; i++)
    {
      if (g_str_has_suffix (before, diphthongs[i]))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_own (const char *before, const char *after, const char *language)
{
  const char *last = g_utf8_find_prev_char (before, before + strlen (before));

  if (g_utf8_strlen (before, 2) < 2 || !g_unichar_islower (g_utf8_get_char (last)))
    return TRUE;

  return !g_unichar_islower (g_utf8_get_char (after)) || parts_vowels (before, after, language);
}

/**
 * gs_hyphens_judge:
 * @self: a judge that has seen the document
 * @before: the line that ends, without white space after it
 * @after: the line that follows
 * @language: (nullable): of the document, "nl"
 *
 * Returns: what becomes of the hyphen that @before ends with
 */
GsHyphen
gs_hyphens_judge (GsHyphens *self, const char *before, const char *after, const char *language)
{
  gunichar hyphen;
  g_autofree char *left = last_word (before, &hyphen);
  g_autofree char *right = first_word (after);

  if (left == NULL || *left == '\0' || *right == '\0')
    return GS_HYPHEN_NONE;
  if (hyphen == 0xad || knows (self, left, "", right))
    return GS_HYPHEN_DROP;
  if (knows (self, left, "-", right))
    return GS_HYPHEN_KEEP;
  if (is_conjunction (right))
    return GS_HYPHEN_SPACED;

  return is_own (left, right, language) ? GS_HYPHEN_KEEP : GS_HYPHEN_DROP;
}
