/* gs-db-words.c: where one word ends and the next begins, for search.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * SQLite's unicode61 takes whatever stands between blanks and punctuation for a
 * word. Chinese, Japanese and Thai have no blanks, and Korean hangs its particles
 * on its words, so that a whole clause would be one word, found by nobody. Here
 * each of their characters is a word; what is typed becomes a phrase of them,
 * and is found in the middle of a sentence. All other text goes to unicode61.
 *
 * What it takes for diacritics are those of Latin and Greek. Vowel points, which
 * it would cut words at, and letters that are written in more than one way, as
 * Persian and Arabic keyboards do, and Russians their ё, are made equal here.
 *
 * It bears the name of what it wraps: a file of ours can be opened by any
 * program that knows SQLite, which would not know a name of our own.
 */

#include "config.h"

#include "gs-db-private.h"

typedef struct
{
  fts5_tokenizer plain; /* unicode61 */
  void *data;           /* for its xCreate */
} Kind;

typedef struct
{
  const Kind *kind;
  Fts5Tokenizer *plain;
} Words;

typedef int (*TokenFunc) (void *context, int flags, const char *token, int length, int start, int end);

typedef struct
{
  TokenFunc func;
  void *context;
  int shift; /* bytes before the run that is being looked at */
} Run;

/* Scripts that are written without blanks, or whose words do not end at them. */
static const struct
{
  gunichar first;
  gunichar last;
} characters[] = {
  { 0x0e01, 0x0e4e }, { 0x0e81, 0x0ecd }, { 0x1000, 0x109f },   { 0x1100, 0x11ff },   { 0x1780, 0x17d3 },
  { 0x2e80, 0x2fdf }, { 0x3005, 0x3007 }, { 0x3021, 0x3029 },   { 0x3041, 0x3096 },   { 0x309d, 0x309f },
  { 0x30a1, 0x30fa }, { 0x30fc, 0x30ff }, { 0x3105, 0x312f },   { 0x3131, 0x318e },   { 0x31a0, 0x31bf },
  { 0x31f0, 0x31ff }, { 0x3400, 0x4dbf }, { 0x4e00, 0x9fff },   { 0xa960, 0xa97f },   { 0xac00, 0xd7ff },
  { 0xf900, 0xfaff }, { 0xff66, 0xffdc }, { 0x1b000, 0x1b16f }, { 0x20000, 0x3ffff },
};

/* Letters as they are kept; 0 for those that are left out. */
static const struct
{
  gunichar first;
  gunichar last;
  gunichar kept;
} folded[] = {
  { 0x0451, 0x0451, 0x0435 }, /* Cyrillic ё */
  { 0x0591, 0x05bd, 0 },      /* Hebrew points */
  { 0x05bf, 0x05bf, 0 },      { 0x05c1, 0x05c2, 0 },      { 0x05c4, 0x05c5, 0 },      { 0x05c7, 0x05c7, 0 },
  { 0x0610, 0x061a, 0 }, /* Arabic marks, alef, yeh, kaf, teh, and the line that stretches */
  { 0x0622, 0x0623, 0x0627 }, { 0x0625, 0x0625, 0x0627 }, { 0x0629, 0x0629, 0x0647 }, { 0x0640, 0x0640, 0 },
  { 0x0649, 0x0649, 0x064a }, { 0x064b, 0x065f, 0 },      { 0x0670, 0x0670, 0 },      { 0x0671, 0x0671, 0x0627 },
  { 0x06a9, 0x06a9, 0x0643 }, { 0x06cc, 0x06cc, 0x064a }, { 0x06d6, 0x06dc, 0 },      { 0x06df, 0x06e4, 0 },
  { 0x06e7, 0x06e8, 0 },      { 0x06ea, 0x06ed, 0 },
};

/* @c as it is kept; figures are the same whichever they are written in. */
static gunichar
fold_letter (gunichar c)
{
  if (c >= 0x0660 && c <= 0x0669)
    return c - 0x0660 + '0';
  if (c >= 0x06f0 && c <= 0x06f9)
    return c - 0x06f0 + '0';

  for (guint i = 0; i < G_N_ELEMENTS (folded) && c >= folded[i].first; i++)
    {
      if (c <= folded[i].last)
        return folded[i].kept;
    }

  return c;
}

/* Whether it may have any of them, which all begin with one of a few bytes. */
static gboolean
may_fold (const char *token, int length)
{
  for (int i = 0; i < length; i++)
    {
      if ((guchar) token[i] >= 0xd1 && (guchar) token[i] <= 0xdb)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_word_of_its_own (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (characters) && c >= characters[i].first; i++)
    {
      if (c <= characters[i].last)
        return TRUE;
    }

  return FALSE;
}

/* Bytes of the character at @text that is a word of its own; 0 for any other. All of
 * them have a first byte of at least 0xe0, which most text never reaches. */
static int
measure_character (const char *text, int length)
{
  guchar lead = (guchar) *text;
  int size = lead >= 0xf0 ? 4 : 3;
  gunichar c;

  if (lead < 0xe0 || length < size)
    return 0;

  c = g_utf8_get_char_validated (text, size);

  return c < (gunichar) -2 && is_word_of_its_own (c) ? size : 0;
}

static int
word_cb (void *context, int flags, const char *token, int length, int start, int end)
{
  const Run *run = context;
  g_autoptr (GString) word = NULL;

  start += run->shift;
  end += run->shift;
  if (!may_fold (token, length))
    return run->func (run->context, flags, token, length, start, end);

  word = g_string_sized_new ((gsize) length);
  for (const char *p = token; p < token + length; p = g_utf8_next_char (p))
    {
      gunichar c = fold_letter (g_utf8_get_char (p));

      if (c != 0)
        g_string_append_unichar (word, c);
    }

  return word->len > 0 ? run->func (run->context, flags, word->str, (int) word->len, start, end) : SQLITE_OK;
}

static int
take_run (const Words *self, int flags, const char *text, int start, int end, Run *run)
{
  if (start == end)
    return SQLITE_OK;

  run->shift = start;

  return self->kind->plain.xTokenize (self->plain, run, flags, text + start, end - start, word_cb);
}

static int
words_tokenize (Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length, TokenFunc func)
{
  const Words *self = (const Words *) tokenizer;
  Run run = { func, context, 0 };
  int begun = 0; /* of the text that is not ours */
  int code = SQLITE_OK;
  int at = 0;

  while (at < length && code == SQLITE_OK)
    {
      int size = measure_character (text + at, length - at);

      if (size == 0)
        {
          at++;
          continue;
        }
      code = take_run (self, flags, text, begun, at, &run);
      if (code == SQLITE_OK)
        code = func (context, 0, text + at, size, at, at + size);
      at += size;
      begun = at;
    }

  return code == SQLITE_OK ? take_run (self, flags, text, begun, length, &run) : code;
}

/* What is left out of words must not end them. */
static GString *
list_marks (void)
{
  GString *marks = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folded); i++)
    {
      for (gunichar c = folded[i].first; folded[i].kept == 0 && c <= folded[i].last; c++)
        g_string_append_unichar (marks, c);
    }

  return marks;
}

static int
words_create (void *data, const char **arguments, int n_arguments, Fts5Tokenizer **out)
{
  Words *self = g_new0 (Words, 1);
  g_autofree const char **all = g_new0 (const char *, (gsize) n_arguments + 2);
  g_autoptr (GString) marks = list_marks ();
  int code;

  all[0] = "tokenchars";
  all[1] = marks->str;
  for (int i = 0; i < n_arguments; i++)
    all[i + 2] = arguments[i];

  self->kind = data;
  code = self->kind->plain.xCreate (self->kind->data, all, n_arguments + 2, &self->plain);
  if (code != SQLITE_OK)
    g_clear_pointer (&self, g_free);
  *out = (Fts5Tokenizer *) self;

  return code;
}

static void
words_delete (Fts5Tokenizer *tokenizer)
{
  Words *self = (Words *) tokenizer;

  self->kind->plain.xDelete (self->plain);
  g_free (self);
}

/**
 * gs_db_words_register:
 * @api: of FTS5, on a connection that is being opened
 *
 * Has that connection cut text into words as this file does.
 *
 * Returns: SQLITE_OK, or what went wrong
 */
int
gs_db_words_register (fts5_api *api)
{
  fts5_tokenizer words = { words_create, words_delete, words_tokenize };
  Kind *kind = g_new0 (Kind, 1);
  int code = api->xFindTokenizer (api, "unicode61", &kind->data, &kind->plain);

  if (code != SQLITE_OK)
    {
      g_free (kind);
      return code;
    }

  return api->xCreateTokenizer (api, "unicode61", kind, &words, g_free);
}
