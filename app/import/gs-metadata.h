/* gs-metadata.h: what a web page says about itself.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

typedef struct _GsMetadata GsMetadata;

GsMetadata *gs_metadata_new           (void);
void        gs_metadata_free          (GsMetadata       *self);

/* A <meta> by its name, property or itemprop. */
void        gs_metadata_add_meta      (GsMetadata       *self,
                                       const char       *name,
                                       const char       *content);
/* The text of a <script type="application/ld+json">; broken JSON is nothing. */
void        gs_metadata_add_json_ld   (GsMetadata       *self,
                                       const char       *json,
                                       gsize             length);
void        gs_metadata_add_canonical (GsMetadata       *self,
                                       const char       *url);
void        gs_metadata_add_language  (GsMetadata       *self,
                                       const char       *tag);
void        gs_metadata_add_time      (GsMetadata       *self,
                                       const char       *instant);
void        gs_metadata_add_title     (GsMetadata       *self,
                                       const char       *title);

/* The lines under the headline say who and when; less trusted than metadata. */
void        gs_metadata_add_page_author (GsMetadata     *self,
                                       const char       *byline);
void        gs_metadata_add_page_day  (GsMetadata       *self,
                                       const char       *day);
/* Whether nothing better than a guess is known so far. */
gboolean    gs_metadata_wants_author  (GsMetadata       *self);
gboolean    gs_metadata_wants_day     (GsMetadata       *self);

/* (transfer full) (nullable): a headline without the site's name: the best for
 * @rank 0, and what other voices say for higher ranks until NULL. */
char       *gs_metadata_get_headline  (GsMetadata       *self,
                                       guint             rank);

/* (nullable): what the article is about, in a sentence or two. */
const char *gs_metadata_get_description (GsMetadata     *self);

/* Whether it is said of the article, not of the page. */
gboolean    gs_metadata_knows_headline (GsMetadata      *self);

/* Fills what is still absent in @article. */
void        gs_metadata_apply         (GsMetadata       *self,
                                       GsArticleRecord  *article);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsMetadata, gs_metadata_free)

G_END_DECLS
