/* gs-lexicon.c: what the words of a language mean to the grammars.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-lexicon.h"

#include <string.h>

struct _GsLexicon
{
  const GsLocale *locale;
  GHashTable *entries; /* first word → GPtrArray of GsLexEntry */
};

static void
add_spelling (GsLexicon *self, const GsLexRow *row, const char *spelling)
{
  GsTokens *tokens = gs_tokens_new (spelling, strlen (spelling));
  GsLexEntry *entry = g_new0 (GsLexEntry, 1);
  GPtrArray *beside;

  g_assert (tokens->n > 0);
  entry->lex_class = row->lex_class;
  entry->value = row->value;
  entry->text = row->text;
  entry->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < tokens->n; i++)
    g_ptr_array_add (entry->words, g_strdup (gs_tokens_at (tokens, i)->word));
  gs_tokens_free (tokens);

  beside = g_hash_table_lookup (self->entries, entry->words->pdata[0]);
  if (beside == NULL)
    {
      beside = g_ptr_array_new ();
      g_hash_table_insert (self->entries, entry->words->pdata[0], beside);
    }
  g_ptr_array_add (beside, entry);
}

static void
add_rows (GsLexicon *self, const GsLexRow *rows)
{
  for (; rows->spellings != NULL; rows++)
    {
      g_auto (GStrv) spellings = g_strsplit (rows->spellings, "|", -1);

      for (guint i = 0; spellings[i] != NULL; i++)
        add_spelling (self, rows, spellings[i]);
    }
}

static GsLexicon *
lexicon_new (const GsLocale *locale)
{
  GsLexicon *self = g_new0 (GsLexicon, 1);

  self->locale = locale;
  self->entries = g_hash_table_new (g_str_hash, g_str_equal);
  add_rows (self, locale->words);
  add_rows (self, locale->date_words);
  add_rows (self, locale->speech_words);
  add_rows (self, locale->cue_words);
  add_rows (self, gs_locale_common);

  return self;
}

/**
 * gs_lexicon_get:
 * @language: (nullable): a BCP 47 tag, of which the primary subtag counts
 *
 * Made once and never freed. Any thread.
 *
 * Returns: (transfer none) (nullable): the lexicon, %NULL for a language that is not
 *   known
 */
const GsLexicon *
gs_lexicon_get (const char *language)
{
  static const GsLocale *const locales[] = { &gs_locale_en, &gs_locale_nl, &gs_locale_de };
  static GsLexicon *lexicons[G_N_ELEMENTS (locales)];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint i = 0; i < G_N_ELEMENTS (locales); i++)
        lexicons[i] = lexicon_new (locales[i]);
      g_once_init_leave (&made, 1);
    }

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (locales); i++)
    {
      if (g_ascii_strncasecmp (language, locales[i]->language, 2) == 0 && strchr ("-_", language[2]) != NULL)
        return lexicons[i];
    }

  return NULL;
}

/**
 * gs_lexicon_locale:
 * @self: a lexicon
 *
 * Returns: (transfer none): its locale; static
 */
const GsLocale *
gs_lexicon_locale (const GsLexicon *self)
{
  return self->locale;
}

/**
 * gs_lexicon_length:
 * @entry: an entry
 *
 * Returns: how many tokens it takes
 */
guint
gs_lexicon_length (const GsLexEntry *entry)
{
  return entry->words->len;
}

/**
 * gs_lexicon_stands:
 * @entry: an entry whose first word is that of token @i
 * @tokens: tokens of the text
 * @i: position of a token
 *
 * Returns: whether its further words follow
 */
gboolean
gs_lexicon_stands (const GsLexEntry *entry, const GsTokens *tokens, guint i)
{
  for (guint k = 1; k < entry->words->len; k++)
    {
      if (!g_str_equal (gs_tokens_at (tokens, i + k)->word, entry->words->pdata[k]))
        return FALSE;
    }

  return TRUE;
}

/**
 * gs_lexicon_look:
 * @self: a lexicon
 * @tokens: tokens of the text
 * @i: position of a token
 *
 * Returns: (transfer none) (nullable) (element-type GsLexEntry): all entries that begin
 *   with that token's word; whether they go on so, gs_lexicon_stands() tells
 */
const GPtrArray *
gs_lexicon_look (const GsLexicon *self, const GsTokens *tokens, guint i)
{
  return i < tokens->n ? g_hash_table_lookup (self->entries, gs_tokens_at (tokens, i)->word) : NULL;
}

/**
 * gs_lexicon_match:
 * @entries: (nullable) (element-type GsLexEntry): from gs_lexicon_look()
 * @tokens: tokens of the text
 * @i: position of a token
 * @lex_class: what the entry must mean
 *
 * Returns: (transfer none) (nullable): the longest of them that stands there
 */
const GsLexEntry *
gs_lexicon_match (const GPtrArray *entries, const GsTokens *tokens, guint i, GsLexClass lex_class)
{
  const GsLexEntry *best = NULL;

  for (guint k = 0; entries != NULL && k < entries->len; k++)
    {
      const GsLexEntry *entry = entries->pdata[k];

      if (entry->lex_class == lex_class && (best == NULL || entry->words->len > best->words->len)
          && gs_lexicon_stands (entry, tokens, i))
        best = entry;
    }

  return best;
}
