/* gs-zip-writer.h: a ZIP archive, written as it comes.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Deflated, sizes after each entry, every entry dated at the beginning of the
 * format's time: the same content is the same bytes. Up to 4 GiB.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _GsZipWriter GsZipWriter;

/* @out: not closed. */
GsZipWriter *gs_zip_writer_new    (GOutputStream  *out);
void         gs_zip_writer_free   (GsZipWriter    *self);

/* Begins an entry, which ends when the next begins. */
gboolean     gs_zip_writer_begin  (GsZipWriter    *self,
                                   const char     *name,
                                   GError        **error);
/* A whole entry, not deflated: some formats want to be known by their first
 * bytes. */
gboolean     gs_zip_writer_store  (GsZipWriter    *self,
                                   const char     *name,
                                   const void     *data,
                                   gsize           length,
                                   GError        **error);
gboolean     gs_zip_writer_write  (GsZipWriter    *self,
                                   const void     *data,
                                   gsize           length,
                                   GError        **error);
/* Ends the archive. */
gboolean     gs_zip_writer_finish (GsZipWriter    *self,
                                   GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsZipWriter, gs_zip_writer_free)

G_END_DECLS
