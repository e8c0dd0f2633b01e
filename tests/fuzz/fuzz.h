/* fuzz.h: the door that libFuzzer knocks at.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         length);

/* Called once, before everything else. */
int LLVMFuzzerInitialize   (int          *argc,
                            char       ***argv);
