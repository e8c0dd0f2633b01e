/* gs-document.h: an article in the making: text, blocks, metadata.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Readers of formats append blocks; the classifier gives each a kind; the end
 * turns bytes into code points. Inside app/import only.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

/* More blocks than any article has. What comes after them is one body block,
 * so that memory is bounded by the size of the text alone. */
#define GS_DOCUMENT_MAX_BLOCKS 200000

typedef enum
{
  GS_BLOCK_GAP = 1 << 0,     /* a blank line before it */
  GS_BLOCK_HEADING = 1 << 1, /* marked up as one */
  GS_BLOCK_LIST = 1 << 2,    /* an item of a list */
  GS_BLOCK_FIXED = 1 << 3,   /* the format told its kind */
  GS_BLOCK_PRE = 1 << 4,     /* lines are as they stand */
} GsBlockFlags;

/* A paragraph, heading, caption … and what can be seen of it at a glance. */
typedef struct
{
  gsize start; /* bytes */
  gsize end;
  int   kind;  /* GsZoneKind */
  guint flags; /* GsBlockFlags */
  guint level; /* of a heading, 1–6 */

  guint chars; /* code points */
  guint words;
  guint letters;
  guint capitals;
  guint links;     /* code points inside links */
  gboolean final;  /* ends like a sentence */
  gboolean proper; /* begins with something other than a small letter */
} GsBlock;

typedef struct
{
  GString         *text;
  GArray          *blocks; /* GsBlock, by start */
  GsArticleRecord *article; /* metadata as it is found; pages begin at bytes */
} GsDocument;

GsDocument      *gs_document_new       (void);
void             gs_document_free      (GsDocument       *self);

/* The bytes start..end as a block, without the white space around them.
 * Returns: (nullable): the block, until the next is added; NULL when blank. */
GsBlock         *gs_document_add_block (GsDocument       *self,
                                        gsize             start,
                                        gsize             end,
                                        guint             flags);
GsBlock         *gs_document_block     (const GsDocument *self,
                                        guint             index);
/* (transfer full): the text of a block, white space made single spaces. */
char            *gs_document_block_text (const GsDocument *self,
                                        const GsBlock    *block);

/* (transfer full): the article with text and zones; ends @self. */
GsArticleRecord *gs_document_finish    (GsDocument       *self);

/* Enough words and a full stop: running text. */
gboolean         gs_block_is_prose     (const GsBlock    *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsDocument, gs_document_free)

G_END_DECLS
