/* gs-labels.h: what the closed vocabularies are called, in the reader's language.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "gs-listings.h"
#include "gs-records.h"

G_BEGIN_DECLS

/* (transfer none): the translated label of a value, never NULL; a value that
 * the list does not know gives "". */
const char         *gs_label          (const GsWordList *list,
                                       int               value);
/* (transfer full): NULL-terminated labels in the order of the values, for a
 * GtkStringList: the position chosen is the value. */
const char        **gs_labels_of      (const GsWordList *list);
/* (transfer full): "Dutch" for "nl"; the code itself when it has no name. */
char               *gs_label_language (const char       *code);
/* (transfer container): codes of the languages that have a name. */
const char        **gs_label_languages (void);
/* (transfer full): "17 October 2022", "October 2022", "2022", or a span of
 * two; "" when both are absent. Bounds are ISO 8601 as in the records. */
char               *gs_label_dates    (const char       *lo,
                                       const char       *hi);
/* (transfer full) (nullable): "page 12", NULL where there are no pages. */
char               *gs_label_page     (const GsArticleRecord *article,
                                       gint64            offset);

G_END_DECLS
