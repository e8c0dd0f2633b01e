/* gs-ui-pch.h: what nearly every file of the room includes, parsed once.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#ifndef GS_UI_PCH_H
#define GS_UI_PCH_H

#include <adwaita.h>

#endif
