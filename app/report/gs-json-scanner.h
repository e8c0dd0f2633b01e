/* gs-json-scanner.h: JSON, pulled value by value.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Strict RFC 8259 for files nobody vouches for: no tree is built, numbers stay
 * as they are written, every error names its line. What is scanned is in memory,
 * or comes from a stream piece by piece. (json-glib 1.6 recurses without limit, keeps the last of two equal
 * keys and bends large integers.)
 *
 *     gs_json_open (&scanner, '{', error);
 *     while (gs_json_next_member (&scanner, &key, error))
 *       value = gs_json_string (&scanner, error);
 *
 * A scanner is a plain value: a copy of it is a bookmark, and so is what
 * gs_json_scanner_mark() gives where there is a stream.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Arrays and objects within each other. */
#define GS_JSON_MAX_DEPTH 64

/* The piece of a stream that is in memory. */
typedef struct
{
  GInputStream *in;
  char         *data;
  goffset       base;    /* of @data in the stream */
  gsize         tail;    /* bytes behind what is scanned: the rest of them is not here yet */
  guint64       n_bytes; /* read so far, the first time through */
  GError       *error;   /* why nothing more comes, if it is not the end */
} GsJsonWindow;

typedef struct
{
  const char   *p;
  const char   *end;
  guint         line;   /* of @p, from 1 */
  guint         depth;
  gboolean      fresh;  /* nothing came yet in the innermost array or object */
  GsJsonWindow *window; /* (nullable): borrowed */
  goffset       offset; /* of a mark */
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
/* The same over a stream that can seek, borrowed; at most GS_REPORT_MAX_BYTES of it. */
gboolean   gs_json_scanner_init_stream (GsJsonScanner  *self,
                                        GsJsonWindow   *window,
                                        GInputStream   *in,
                                        GError        **error);
void       gs_json_window_clear (GsJsonWindow   *window);
/* A scanner that begins where @self is, once it has returned there. */
GsJsonScanner gs_json_scanner_mark (const GsJsonScanner *self);
gboolean   gs_json_scanner_return (GsJsonScanner  *mark,
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GsJsonWindow, gs_json_window_clear)

G_END_DECLS
