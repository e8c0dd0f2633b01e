/* gs-qda.h: the project of another program, gathered as our records.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Programs of qualitative analysis know users, codes, texts and coded places.
 * A reader of one of their formats gathers what it finds here, in any order;
 * what has no place with us is counted, so that the end can tell it. Then all
 * of it is fed to a sink, as a report is.
 */

#pragma once

#include "gs-report.h"
#include "gs-text.h"

G_BEGIN_DECLS

typedef struct
{
  char       *title;
  GPtrArray **records; /* one array for each of gs_workspace_types */
  GHashTable *uuids;   /* UUID → record, of all types */
  GPtrArray  *remarks; /* sentences: what had no place */
} GsQda;

GsQda   *gs_qda_new        (void);
void     gs_qda_free       (GsQda               *self);

/* Another record of @type. @uuid is made lower case and rid of braces; where
 * it is none or taken, one that follows from it and @type is used. */
gpointer gs_qda_add        (GsQda               *self,
                            const GsRecordType  *type,
                            const char          *uuid);
GPtrArray *gs_qda_list     (GsQda               *self,
                            const GsRecordType  *type);
/* A finished sentence about @n things that had no place; nothing if 0. */
void     gs_qda_remark     (GsQda               *self,
                            guint                n,
                            const char          *format,
                            ...) G_GNUC_PRINTF (3, 4);
/* The same about @n places whose words are nowhere in their text. */
void     gs_qda_remark_lost (GsQda              *self,
                            guint                n);
gboolean gs_qda_feed       (GsQda               *self,
                            GsReportSink        *sink,
                            GError             **error);

/* (transfer full): a UUID that follows from @first and the texts after it, up
 * to NULL: read twice, a project gives the same ones. */
char    *gs_qda_uuid       (const char          *first,
                            ...) G_GNUC_NULL_TERMINATED;
/* (transfer full): the last component of a tag's path, which has no slash. */
char    *gs_qda_tag_name   (const char          *name);
/* (transfer full) (nullable): "2024-01-15 10:00:00" and the like as an instant. */
char    *gs_qda_instant    (const char          *text);
/* (transfer full) (nullable): "#rrggbb" of that or "#rgb". */
char    *gs_qda_colour     (const char          *text);
/* The annotator of that name, made when there is none. NULL for a blank name. */
const char *gs_qda_annotator (GsQda             *self,
                              const char        *name);
/* @note (nullable, owned) and @text with a blank line between. */
void     gs_qda_add_note   (char               **note,
                            const char          *text);
/* An article with @text, hashed. @uuid: (nullable): one that follows from the text. */
GsArticleRecord *gs_qda_add_article (GsQda      *self,
                                     const char *uuid,
                                     const char *title,
                                     const char *text);

/* Whether a field of articles is carried as a variable of the text: what is
 * known of it, but neither the text nor what follows from the text. */
gboolean gs_qda_is_variable (const GsField     *field);

/* In what a program counts. */
typedef enum
{
  GS_QDA_CODE_POINTS,
  GS_QDA_UTF16,
  GS_QDA_BYTES,
} GsQdaUnit;

/* @offset in @unit as code points of @text; beyond its end: one more than its length. */
gint64   gs_qda_convert    (const GsText        *text,
                            GsQdaUnit            unit,
                            gint64               offset);
/* Fills @span from code points, or from where @quote stands nearest when it does
 * not stand there. @quote: (nullable): unknown, then the offsets are believed.
 * FALSE when there is no such place: the span is an orphan with the quote. */
gboolean gs_qda_place      (GsSpanRecord        *span,
                            const GsText        *text,
                            gint64               start,
                            gint64               end,
                            const char          *quote);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsQda, gs_qda_free)

G_END_DECLS
