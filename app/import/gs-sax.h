/* gs-sax.h: XML from anywhere, element by element.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2 without a tree. Nothing is fetched; a document type is passed over
 * where it only names one and refused where it declares anything; no entities
 * but XML's own five and characters by number.
 */

#pragma once

#include "gs-extract.h"

G_BEGIN_DECLS

/* Of one element, valid during the call only. */
typedef struct _GsSaxAttributes GsSaxAttributes;

typedef struct
{
  /* @name: local, without prefix; @ns: (nullable): URI */
  void (*start) (gpointer               data,
                 const char            *name,
                 const char            *ns,
                 const GsSaxAttributes *attributes);
  void (*end)   (gpointer               data,
                 const char            *name);
  void (*text)  (gpointer               data,
                 const char            *text,
                 gsize                  length);
} GsSaxHandler;

gboolean gs_sax_parse     (GBytes                 *bytes,
                           const GsSaxHandler     *handler,
                           gpointer                data,
                           const GsExtractLimits  *limits,
                           GError                **error);

/* (transfer full) (nullable): a value by local name, whatever its prefix. */
char    *gs_sax_attribute (const GsSaxAttributes  *attributes,
                           const char             *name);

G_END_DECLS
