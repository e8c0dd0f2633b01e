/* gs-cli-workspace.h: the workspace a command works on.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-cli.h"
#include "gs-workspace.h"

G_BEGIN_DECLS

GsWorkspace *gs_cli_open    (GsCli               *self,
                             gboolean             to_write,
                             int                 *status);
/* For reading, and for keeping what was worked out where that can be. */
GsWorkspace *gs_cli_open_best (GsCli             *self,
                               int               *status);
char        *gs_cli_resolve (GsCli               *self,
                             GsWorkspace         *workspace,
                             const GsRecordType  *type,
                             const char          *id,
                             int                 *status);
char        *gs_cli_name_of (GsWorkspace         *workspace,
                             const GsRecordType  *type,
                             const char          *uuid);
gboolean     gs_cli_perform (GsCli               *self,
                             GsWorkspace         *workspace,
                             GsAction            *action,
                             int                 *status);
gboolean     gs_cli_word    (GsCli               *self,
                             const GsWordList    *words,
                             const char          *option,
                             const char          *nick,
                             int                 *value,
                             int                 *status);

G_END_DECLS
