/* gs-prefill-private.h: a passage being read, with what surrounds it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-prefill.h"
#include "gs-reading.h"
#include "gs-text.h"

G_BEGIN_DECLS

/**
 * GsPassage:
 * @article: where it stands
 * @text: the article's text
 * @base: code point at which the part of the text that was read begins
 * @reading: that part: the passage and what stands before and after it
 * @sentences: for each token the number of its sentence
 * @quotes: for each token the number of the quotation it stands in, 0 for none
 * @first: first token of the passage
 * @end: the token after its last
 * @reference: (nullable): day of the article, ISO 8601
 * @found: (element-type GsSuggestion): what has been found
 */
typedef struct
{
  const GsArticleRecord *article;
  GsText                *text;
  gint64                 base;
  GsReading              reading;
  guint                 *sentences;
  guint                 *quotes;
  guint                  first;
  guint                  end;
  const char            *reference;
  GPtrArray             *found;
} GsPassage;

/* gs-prefill-text.c. FALSE: no grammar for the language, or an empty passage. */
gboolean      gs_passage_init       (GsPassage             *self,
                                     const GsArticleRecord *article,
                                     gint64                 start,
                                     gint64                 end);
void          gs_passage_clear      (GsPassage             *self);
/* Adds a suggestion that rests on the tokens first..end. */
GsSuggestion *gs_passage_suggest    (GsPassage             *self,
                                     GsSuggestionKind       kind,
                                     guint                  first,
                                     guint                  end);
/* (transfer full): what stands at the tokens first..end. */
char         *gs_passage_slice      (const GsPassage       *self,
                                     guint                  first,
                                     guint                  end);
/* First token of the sentence of token @i, and the one after its last. */
guint         gs_passage_sentence   (const GsPassage       *self,
                                     guint                  i,
                                     guint                 *end);
gboolean      gs_passage_is_capital (const GsPassage       *self,
                                     guint                  i);
gboolean      gs_passage_is_mark    (const GsPassage       *self,
                                     guint                  i,
                                     const char            *marks);
/* The token at which the first entry of @lex_class in first..end stands; @end for none. */
guint         gs_passage_find       (const GsPassage       *self,
                                     guint                  first,
                                     guint                  end,
                                     GsLexClass             lex_class);

/* What the word lists know of something that happened. */
typedef struct
{
  const char *kind; /* "war" */
  const char *start; /* ISO 8601 */
  const char *end;   /* NULL: not over */
  const char *names; /* places it is told by, in all languages, separated by "|" */
} GsHappening;

/* gs-prefill-events.c: the one of that kind that the article tells of: named at
 * @near, or else most often. (nullable) */
const GsHappening *gs_happening_find (const char *kind,
                                      const char *near,
                                      const char *text,
                                      const char *reference);

void          gs_prefill_amounts    (GsPassage             *self);
void          gs_prefill_times      (GsPassage             *self);
/* @denied: (out): first token of the denial by which a source speaks, or 0. */
void          gs_prefill_chain      (GsPassage             *self,
                                     guint                 *denied);
void          gs_prefill_meaning    (GsPassage             *self,
                                     guint                  denied);

G_END_DECLS
