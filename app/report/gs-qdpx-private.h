/* gs-qdpx-private.h: what the parts of the QDPX writer share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-report-catalogue.h"
#include "gs-report-private.h"
#include "gs-zip-writer.h"

G_BEGIN_DECLS

typedef struct
{
  GsWorkspace         *workspace;
  const GsReportOptions *options; /* (nullable) */
  GCancellable        *cancellable;
  GsZipWriter         *zip;
  GString             *xml;       /* of project.qde, what has gathered */
  GsReportCatalogue   *catalogue;
  GHashTable          *claims;    /* UUIDs of those of a part; NULL: all */
  char                *title;
  GHashTable          *members;   /* UUID of a question → GString: the notes that answer it */
} GsQdpx;

/* name="value"; nothing when @value is NULL. */
void     gs_qdpx_put_attribute (GsQdpx *self, const char *name, const char *value);
void     gs_qdpx_put_element   (GsQdpx *self, const char *name, const char *text);
/* name="value", clipped: what it is the name of has the whole text elsewhere. */
void     gs_qdpx_put_name      (GsQdpx *self, const char *value);
/* Who made a record and when; @changes: who changed it and when, too. */
void     gs_qdpx_put_maker     (GsQdpx *self, const GsHeadRecord *head, gboolean changes);
gboolean gs_qdpx_is_chosen     (GsQdpx *self, const GsClaimRecord *claim);
gboolean gs_qdpx_pass          (GsQdpx *self, GError **error);

/* The parts of a project, in their order. */
void     gs_qdpx_put_users     (GsQdpx *self);
void     gs_qdpx_put_codes     (GsQdpx *self);
void     gs_qdpx_put_variables (GsQdpx *self);
void     gs_qdpx_put_cases     (GsQdpx *self);
gboolean gs_qdpx_put_sources   (GsQdpx *self, GError **error);
gboolean gs_qdpx_put_notes     (GsQdpx *self, GError **error);
/* Notes that the claim, whose note is written, answers its question. */
void     gs_qdpx_add_member    (GsQdpx *self, const GsClaimRecord *claim);
gboolean gs_qdpx_put_sets      (GsQdpx *self, GError **error);
/* What is known of an article, within its text source. */
void     gs_qdpx_put_values    (GsQdpx *self, const GsArticleRecord *article);

G_END_DECLS
