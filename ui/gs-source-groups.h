/* gs-source-groups.h: what there is to know of a source, in rows that edit it.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "gs-source-standing.h"

G_BEGIN_DECLS

/* Each makes a group of rows, to be shown until the source changes. */
GtkWidget *gs_source_groups_names       (GsWorkspace            *workspace,
                                         const GsSourceStanding *standing);
GtkWidget *gs_source_groups_belonging   (GsWorkspace            *workspace,
                                         const GsSourceStanding *standing);
GtkWidget *gs_source_groups_reliability (GsWorkspace            *workspace,
                                         const GsSourceStanding *standing);
GtkWidget *gs_source_groups_note        (GsWorkspace            *workspace,
                                         const GsSourceStanding *standing);
/* Rows that open into claims, which activate "source.open-claim" (ss), and
 * buttons that activate "source.show-origins" (s). */
GtkWidget *gs_source_groups_said        (GsWorkspace            *workspace,
                                         const GsSourceStanding *standing);

G_END_DECLS
