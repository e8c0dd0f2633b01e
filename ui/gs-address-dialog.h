/* gs-address-dialog.h: a page to be fetched from the web.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GS_TYPE_ADDRESS_DIALOG (gs_address_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GsAddressDialog, gs_address_dialog, GS, ADDRESS_DIALOG, AdwWindow)

/* Signal "given" (char *address): the analyst wants this page fetched. The
 * dialog closes afterwards. */

GtkWidget *gs_address_dialog_new (GtkWindow  *parent,
                                  const char *address);

G_END_DECLS
