/* gs-xml-pull.h: the XML of a report, pulled node by node.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libxml2's reader with what a file nobody vouches for needs: nothing is
 * fetched, nothing expanded, and every error names its line.
 */

#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

#include "gs-xml-guard.h"

G_BEGIN_DECLS

typedef struct
{
  xmlTextReaderPtr reader;
  GInputStream    *in;
  GsXmlGuard       guard;
  guint64          n_bytes;
  GError          *error; /* the first one, of the stream, the guard or the parser */
} GsXmlPull;

gboolean    gs_xml_pull_open   (GsXmlPull     *self,
                                GInputStream  *in,
                                GError       **error);
void        gs_xml_pull_clear  (GsXmlPull     *self);

/* Both return FALSE: with a new error, or having put the line before one. */
gboolean    gs_xml_fail        (GsXmlPull     *self,
                                GError       **error,
                                const char    *format,
                                ...) G_GNUC_PRINTF (3, 4);
gboolean    gs_xml_fail_at     (GsXmlPull     *self,
                                GError       **error);

/* Of the element or attribute we are at. */
const char *gs_xml_name         (GsXmlPull    *self);
gboolean    gs_xml_in_namespace (GsXmlPull    *self);
gboolean    gs_xml_is_empty     (GsXmlPull    *self);
const char *gs_xml_attribute    (GsXmlPull    *self);
gboolean    gs_xml_expect       (GsXmlPull    *self,
                                 const char   *name,
                                 GError      **error);

/* Each goes to the next one, FALSE without error after the last. */
gboolean    gs_xml_next_child     (GsXmlPull  *self,
                                   GError    **error);
gboolean    gs_xml_next_attribute (GsXmlPull  *self,
                                   GError    **error);

/* The whole content of the element we are at. */
char       *gs_xml_read_text          (GsXmlPull  *self,
                                       GError    **error);
gboolean    gs_xml_read_end           (GsXmlPull  *self,
                                       gboolean    empty,
                                       GError    **error);
gboolean    gs_xml_read_no_attributes (GsXmlPull  *self,
                                       GError    **error);
gboolean    gs_xml_read_tail          (GsXmlPull  *self,
                                       GError    **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsXmlPull, gs_xml_pull_clear)

G_END_DECLS
