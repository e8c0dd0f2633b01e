/* gs-similar.h: articles that are copies or translations of others.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ten papers that print one wire story are one origin. What is found is
 * proposed with its evidence; the analyst decides. All block.
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

/**
 * GsLikenessKind:
 * @GS_LIKENESS_DISTINCT: the analyst says that it is neither
 * @GS_LIKENESS_COPY: the same words, or a good part of them
 * @GS_LIKENESS_TRANSLATION: the same facts and names in another language
 */
typedef enum
{
  GS_LIKENESS_DISTINCT,
  GS_LIKENESS_COPY,
  GS_LIKENESS_TRANSLATION,
} GsLikenessKind;

/**
 * GsLikeness:
 * @article: UUID of the later one
 * @other: UUID of the earlier one, by day of publication, then by arrival
 * @article_title: (nullable): its title
 * @other_title: (nullable): its title
 * @kind: %GS_LIKENESS_COPY or %GS_LIKENESS_TRANSLATION
 * @share: of the shorter one's runs of words, or of its facts and names, that the other has: 0 to 1
 * @evidence: what speaks for it, a sentence
 */
typedef struct
{
  char          *article;
  char          *other;
  char          *article_title;
  char          *other_title;
  GsLikenessKind kind;
  double         share;
  char          *evidence;
} GsLikeness;

gboolean   gs_similar_prepare   (GsWorkspace     *workspace,
                                 gint64          *place,
                                 guint            limit,
                                 gboolean        *more,
                                 GError         **error);
GPtrArray *gs_similar_find      (GsWorkspace     *workspace,
                                 const char      *article,
                                 GError         **error);
GsAction  *gs_similar_decide    (GsWorkspace     *workspace,
                                 const char      *article,
                                 const char      *other,
                                 GsLikenessKind   kind,
                                 GError         **error);

void       gs_likeness_free     (GsLikeness      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsLikeness, gs_likeness_free)

G_END_DECLS
