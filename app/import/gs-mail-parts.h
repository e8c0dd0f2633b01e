/* gs-mail-parts.h: what a message consists of.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gmime/gmime.h>

#include "gs-intake.h"

G_BEGIN_DECLS

typedef struct
{
  GMimePart *html; /* (transfer none): the first of its kind that is no attachment */
  GMimePart *text;
  GString   *attached; /* names, types and sizes */
  guint      n_attached;
  guint      n_parts;
} GsMailParts;

/* @parts: all zero. FALSE with GS_ERROR_LIMIT. */
gboolean gs_mail_parts_find  (GsMailParts  *parts,
                              GsIntake    *intake,
                              GMimeMessage *message,
                              GError      **error);
void     gs_mail_parts_clear (GsMailParts  *parts);

/* (transfer full): what is in it, without its transfer encoding and, where it
 * is text in a charset that the message names, in UTF-8. */
GBytes  *gs_mail_part_bytes  (GMimePart    *part);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsMailParts, gs_mail_parts_clear)

G_END_DECLS
