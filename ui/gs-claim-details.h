/* gs-claim-details.h: a claim with what it refers to, by name.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-workspace.h"

G_BEGIN_DECLS

typedef struct
{
  GsClaimRecord    *claim;
  GsArticleRecord  *article;  /* (nullable): not asked for */
  GsQuestionRecord *question; /* (nullable): the claim answers none */
  GPtrArray        *sources;  /* char *, NULL-terminated: names, outermost first */
  GPtrArray        *tags;     /* char *, NULL-terminated: paths */
  int               grade;    /* GsGrade of the innermost source */
} GsClaimDetails;

/* Blocks. GS_ERROR_NOT_FOUND when there is no such claim. */
GsClaimDetails *gs_claim_details_read (GsWorkspace    *workspace,
                                       const char     *claim,
                                       gboolean        with_article,
                                       GError        **error);
void            gs_claim_details_free (GsClaimDetails *self);

/* GsGrade: the latest that is for no topic. */
int             gs_source_grade       (const GsSourceRecord *source);

/* (transfer full): the values on one line, as they are typed. */
char           *gs_claim_format_quantities (const GsClaimRecord *claim);
char           *gs_claim_format_times      (const GsClaimRecord *claim);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsClaimDetails, gs_claim_details_free)

G_END_DECLS
