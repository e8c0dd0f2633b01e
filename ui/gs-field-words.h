/* gs-field-words.h: what the fields of records are called on screen.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

const char *gs_field_words (const GsField *field);

G_END_DECLS
