/* gs-qde-private.h: the parts of a REFI-QDA project, with empty lists and nothing said.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-qde.h"

G_BEGIN_DECLS

GsQde          *gs_qde_new           (void);
GsQdeCode      *gs_qde_code_new      (void);
GsQdeText      *gs_qde_text_new      (void);
GsQdeSelection *gs_qde_selection_new (void);
GsQdeCase      *gs_qde_case_new      (void);
GsQdeSet       *gs_qde_set_new       (void);

G_END_DECLS
