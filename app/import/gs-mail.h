/* gs-mail.h: e-mail messages and folders of them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-intake.h"

G_BEGIN_DECLS

/* One article: the message's best text. Headers become metadata, attachments
 * are named in the note and not read. */
gboolean gs_mail_read (GsIntake   *intake,
                       GBytes     *bytes,
                       GError    **error);

/* An article a message of an mbox folder; each message's bytes, without the
 * "From " line, are its original. */
gboolean gs_mbox_read (GsIntake   *intake,
                       GBytes     *bytes,
                       GError    **error);

#if HAVE_GMIME
#define GS_MAIL_READ gs_mail_read
#define GS_MBOX_READ gs_mbox_read
#else
#define GS_MAIL_READ NULL
#define GS_MBOX_READ NULL
#endif

G_END_DECLS
