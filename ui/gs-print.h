/* gs-print.h: the report to read, on paper.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "gs-report.h"

G_BEGIN_DECLS

/* Whether this Gainsay can print. */
gboolean           gs_print_is_there      (void);

/* (transfer full): prints @pages, one cairo_surface_t each, laid out for @paper. */
GtkPrintOperation *gs_print_operation_new (GPtrArray              *pages,
                                           GsPaper                 paper,
                                           const char             *name);

/* Lays out the pages in a thread and then asks where to print them. Errors are told
 * in the parent; cancelling tells nothing. @options: (nullable): what was printed
 * last looked like. */
void               gs_print_report        (GtkWindow              *parent,
                                           GtkWidget              *inside,
                                           GsWorkspace            *workspace,
                                           const GsReportOptions  *options,
                                           GCancellable           *cancellable);

G_END_DECLS
