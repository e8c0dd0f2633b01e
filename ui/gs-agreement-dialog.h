/* gs-agreement-dialog.h: how far annotators agree, and a walk through where they do not.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-workspace.h"

G_BEGIN_DECLS

#define GS_TYPE_AGREEMENT_DIALOG (gs_agreement_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GsAgreementDialog, gs_agreement_dialog, GS, AGREEMENT_DIALOG, AdwWindow)

GtkWidget *gs_agreement_dialog_new (GtkWindow   *parent,
                                    GsWorkspace *workspace);

G_END_DECLS
