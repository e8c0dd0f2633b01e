/* gs-cli-commands.h: the commands of gainsayctl, one file each.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-cli.h"

G_BEGIN_DECLS

extern const GsCliCommand gs_cmd_agreement;
extern const GsCliCommand gs_cmd_analyse;
extern const GsCliCommand gs_cmd_articles;
extern const GsCliCommand gs_cmd_backup;
extern const GsCliCommand gs_cmd_backups;
extern const GsCliCommand gs_cmd_check;
extern const GsCliCommand gs_cmd_claim;
extern const GsCliCommand gs_cmd_claims;
extern const GsCliCommand gs_cmd_conflicts;
extern const GsCliCommand gs_cmd_export;
extern const GsCliCommand gs_cmd_extract;
extern const GsCliCommand gs_cmd_history;
extern const GsCliCommand gs_cmd_import;
extern const GsCliCommand gs_cmd_link;
extern const GsCliCommand gs_cmd_links;
extern const GsCliCommand gs_cmd_merge;
extern const GsCliCommand gs_cmd_new;
extern const GsCliCommand gs_cmd_origins;
extern const GsCliCommand gs_cmd_questions;
extern const GsCliCommand gs_cmd_redo;
extern const GsCliCommand gs_cmd_recover;
extern const GsCliCommand gs_cmd_reextract;
extern const GsCliCommand gs_cmd_restore;
extern const GsCliCommand gs_cmd_search;
extern const GsCliCommand gs_cmd_show;
extern const GsCliCommand gs_cmd_similar;
extern const GsCliCommand gs_cmd_source_merge;
extern const GsCliCommand gs_cmd_source_split;
extern const GsCliCommand gs_cmd_sources;
extern const GsCliCommand gs_cmd_tags;
extern const GsCliCommand gs_cmd_undo;
extern const GsCliCommand gs_cmd_verdict;

G_END_DECLS
