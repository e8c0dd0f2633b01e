/* gs-xml-fields.h: how fields stand in the XML of a report.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-record.h"

G_BEGIN_DECLS

#define GS_XML_ITEM "item" /* of a TEXTS field */
#define GS_XML_REF "ref"   /* of a REFS field */

/* Values of a fixed form are attributes. Free text is not: an attribute
 * cannot say that it is escaped. */
static inline gboolean
gs_xml_field_is_attribute (const GsField *field)
{
  switch (field->kind)
    {
    case GS_FIELD_TEXT:
      /* The one text that is required is a record's own UUID. */
      return field->required;

    case GS_FIELD_INT:
    case GS_FIELD_BOOL:
    case GS_FIELD_NUMBER:
    case GS_FIELD_WORD:
    case GS_FIELD_REF:
      return TRUE;

    case GS_FIELD_BYTES:
    case GS_FIELD_TEXTS:
    case GS_FIELD_REFS:
    case GS_FIELD_LIST:
    default:
      return FALSE;
    }
}

G_END_DECLS
