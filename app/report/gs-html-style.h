/* gs-html-style.h: how the web page looks, on a screen and on paper.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

extern const char gs_html_style[];
extern const char gs_html_style_a4[];
extern const char gs_html_style_letter[];
