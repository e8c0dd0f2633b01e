/* gs-xml-guard.h: what the XML parser must not even see.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * An article's text may be longer than libxml2's own limits allow, so these
 * are lifted, and with them its protection against entities. The guard walks
 * the bytes on their way to the parser and refuses document types (entities
 * are declared nowhere else), tags of absurd length (attributes cost the
 * square of their number) and encodings in which it could not see these.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  int     state;
  guint   run;    /* bytes in the current tag, comment or instruction */
  char    quote;
  char    last[2];
  guint   line;
} GsXmlGuard;

void     gs_xml_guard_init (GsXmlGuard  *self);
gboolean gs_xml_guard_pass (GsXmlGuard  *self,
                            const char  *data,
                            gsize        length,
                            GError     **error);

G_END_DECLS
