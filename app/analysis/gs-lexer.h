/* gs-lexer.h: a text as words, digits and marks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  GS_TOKEN_WORD,   /* letters */
  GS_TOKEN_DIGITS, /* ASCII digits, at most GS_TOKEN_DIGITS_MAX */
  GS_TOKEN_MARK,   /* one of anything else that is not space */
} GsTokenKind;

#define GS_TOKEN_DIGITS_MAX 300

typedef struct
{
  guint       start; /* code points, half-open */
  guint       end;
  GsTokenKind kind;
  gunichar    first;  /* its first character, as written */
  gunichar    gap;    /* the last white space before it, 0 for none */
  guint       n_gap;  /* how much white space stands before it */
  const char *word;   /* lower case; owned by the GsTokens */
} GsToken;

typedef struct
{
  GArray       *array; /* GsToken, ended by a mark with an empty word */
  guint         n;     /* without that end */
  GStringChunk *words;
} GsTokens;

GsTokens *gs_tokens_new  (const char *text,
                          gsize       length);
void      gs_tokens_free (GsTokens   *self);

/* The token at @i; beyond the text the empty mark. */
static inline const GsToken *
gs_tokens_at (const GsTokens *self,
              guint           i)
{
  return &g_array_index (self->array, GsToken, MIN (i, self->n));
}

gboolean  gs_tokens_is_mark (const GsTokens *self,
                             guint           i,
                             gunichar        mark);
/* Whether nothing stands between token @i and the one before. */
gboolean  gs_tokens_touch   (const GsTokens *self,
                             guint           i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsTokens, gs_tokens_free)

G_END_DECLS
