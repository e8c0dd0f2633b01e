/* gs-json-scanner.h: JSON, pulled value by value.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strict RFC 8259 over bytes in memory, for files nobody vouches for: no
 * tree is built, numbers stay as they are written, every error names its
 * line. (json-glib 1.6 recurses without limit, keeps the last of two equal
 * keys and bends large integers.)
 *
 *     gs_json_open (&scanner, '{', error);
 *     while (gs_json_next_member (&scanner, &key, error))
 *       value = gs_json_string (&scanner, error);
 *
 * A scanner is a plain value: a copy of it is a bookmark.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Arrays and objects within each other. */
#define GS_JSON_MAX_DEPTH 64

typedef struct
{
  const char *p;
  const char *end;
  guint       line;  /* of @p, from 1 */
  guint       depth;
  gboolean    fresh; /* nothing came yet in the innermost array or object */
} GsJsonScanner;

typedef enum
{
  GS_JSON_OBJECT,
  GS_JSON_ARRAY,
  GS_JSON_STRING,
  GS_JSON_NUMBER,
  GS_JSON_BOOL,
  GS_JSON_NULL,
  GS_JSON_NOTHING, /* no value stands here */
} GsJsonKind;

gboolean   gs_json_scanner_init (GsJsonScanner  *self,
                                 const char     *data,
                                 gsize           length,
                                 GError        **error);
GsJsonKind gs_json_peek         (GsJsonScanner  *self);
gboolean   gs_json_open         (GsJsonScanner  *self,
                                 char            bracket,
                                 GError        **error);
gboolean   gs_json_next_member  (GsJsonScanner  *self,
                                 char          **key,
                                 GError        **error);
gboolean   gs_json_next_element (GsJsonScanner  *self,
                                 GError        **error);
char      *gs_json_string       (GsJsonScanner  *self,
                                 GError        **error);
char      *gs_json_literal      (GsJsonScanner  *self,
                                 GError        **error);
gboolean   gs_json_skip         (GsJsonScanner  *self,
                                 GError        **error);
gboolean   gs_json_finish       (GsJsonScanner  *self,
                                 GError        **error);

G_END_DECLS
