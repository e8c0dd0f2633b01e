/* gs-stix-private.h: what the parts of the STIX writer share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-json-emit.h"
#include "gs-report-catalogue.h"
#include "gs-report-private.h"

G_BEGIN_DECLS

/* The identity of this program. */
#define GAINSAY "identity--0d9f7a3e-64b8-4f0c-8a27-c1f2c0f6be52"

typedef struct
{
  GsReportSink       parent;
  GsJsonEmit         json;
  GsReportCatalogue *catalogue;
} GsStixWriter;

/* (transfer full): "type--" and a UUID that STIX takes for one. */
char       *gs_stix_make_id         (const char          *type,
                                     const char          *uuid);
void        gs_stix_put_ref         (GsStixWriter        *self,
                                     const char          *name,
                                     const char          *type,
                                     const char          *uuid);
/* Nothing when the record that is meant has not come. */
void        gs_stix_put_known_ref   (GsStixWriter        *self,
                                     const char          *name,
                                     const GsRecordType  *target,
                                     const char          *type,
                                     const char          *uuid);
/* Opens an object with what all have in common. */
void        gs_stix_open_record     (GsStixWriter        *self,
                                     const char          *type,
                                     const GsHeadRecord  *head);
void        gs_stix_open_extension  (GsStixWriter        *self);
void        gs_stix_close_extension (GsStixWriter        *self);
/* @name, or @otherwise when there is none. */
const char *gs_stix_name_or         (const char          *name,
                                     const char          *otherwise);

void        gs_stix_put_claim       (GsStixWriter        *self,
                                     const GsClaimRecord *claim);
void        gs_stix_put_link        (GsStixWriter        *self,
                                     const GsLinkRecord  *link);

G_END_DECLS
