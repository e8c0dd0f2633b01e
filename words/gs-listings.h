/* gs-listings.h: light rows for lists and tables, and what selects them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A listing is what a row of a list shows, joined and ready, so that a page
 * of rows costs one query. What is edited or exchanged is the whole record.
 */

#pragma once

#include "gs-records.h"

G_BEGIN_DECLS

/* Between the names of a chain of sources. */
#define GS_CHAIN_ARROW " › "

typedef struct
{
  gint64 id; /* row number in this file: for paging, never exchanged */
  char  *uuid;
  char  *title; /* never absent: falls back to the first words of the text */
  char  *language;
  char  *outlet;
  char  *agency;
  char  *byline;
  char  *published_lo;
  char  *published_hi;
  char  *path;
  char  *created;
  char  *modified;
  gint64 claims; /* how many */
} GsArticleListing;

typedef struct
{
  gint64 id;
  char  *uuid;
  char  *summary; /* never absent: falls back to the quote */
  char  *quote;
  char  *article;
  char  *article_title;
  char  *language;
  gint64 start; /* of the quote, code points */
  gint64 end;
  char  *question;
  char  *question_text;
  char  *value;
  int    stance;    /* GsStance */
  int    certainty; /* GsCertainty */
  int    status;    /* GsStatus */
  int    review;    /* GsReview */
  char  *chain;     /* names of the hops' sources, outermost first, joined by GS_CHAIN_ARROW */
  char  *tags;      /* paths of the tags, joined by ", " */
  char  *colour;    /* of the first tag that has one, "#rrggbb" */
  gboolean orphaned; /* its place is lost; start and end are the last known */
  char  *created;
  char  *modified;
} GsClaimListing;

/* A question with what answers it. */
typedef struct
{
  gint64   id;
  char    *uuid;
  char    *text;
  int      answer; /* GsAnswerKind */
  gboolean exclusive;
  gint64   claims;
  gint64   asserted;
  gint64   denied;
  gint64   values; /* distinct values given to it by claims that assert */
} GsQuestionListing;

typedef struct
{
  gint64 id;
  char  *uuid;
  char  *name;
  int    kind;   /* GsSourceKind */
  char  *grade;  /* latest general rating: "B" */
  gint64 claims; /* that have it among their hops */
} GsSourceListing;

typedef struct
{
  gint64 id;
  char  *uuid;
  char  *path; /* "object/drone" */
  char  *colour;
  char  *description;
  gint64 claims;
} GsTagListing;

typedef struct
{
  gint64 id;
  char  *uuid;
  int    kind;   /* GsLinkKind */
  int    origin; /* GsLinkOrigin */
  char  *a;
  char  *a_summary;
  char  *b;
  char  *b_summary;
  int    verdict; /* GsVerdict */
  char  *rule;
  char  *reason;
  char  *explanation;
} GsLinkListing;

/* What one source says on one question: the innermost of the chain counts. */
typedef struct
{
  char  *question; /* UUID */
  char  *source;   /* UUID */
  char  *source_name;
  gint64 asserted; /* claims */
  gint64 denied;
} GsMatrixCell;

/* One place where a search hit. The snippet marks the words found with
 * U+2068 … U+2069 (first strong isolate, pop): characters that no stored text
 * is asked to carry, so that a face can embolden without parsing markup. */
typedef struct
{
  char *kind; /* "article", "claim" */
  char *uuid;
  char *article; /* UUID of the article, for claims too */
  char *title;
  char *snippet;
} GsSearchHit;

/* One thing the analyst did. */
typedef struct
{
  gint64   id;
  char    *label;
  char    *at; /* instant */
  char    *annotator; /* name */
  gboolean undone;
} GsHistoryListing;

/* What became of one kind of thing when a damaged workspace was recovered. */
typedef struct
{
  char  *kind;   /* plural of a record type, or "texts" (of articles), "details" (of claims and sources), "history" */
  gint64 kept;   /* as they were */
  gint64 mended; /* there, but something in them was cut or had to be changed */
  gint64 made;   /* stand-ins for what is lost and others refer to, with what is still known of it */
  gint64 lost;   /* gone without a stand-in, as far as that is known */
} GsRecoveredListing;

/* Why a backup was made. */
typedef enum
{
  GS_BACKUP_OPENED,  /* the workspace was opened */
  GS_BACKUP_TIMED,   /* it had changed for a while */
  GS_BACKUP_UPGRADE, /* it was about to be brought up to date */
  GS_BACKUP_MERGE,   /* another one was about to be merged into it */
  GS_BACKUP_RESTORE, /* it was about to become what a backup is */
  GS_BACKUP_ASKED,   /* somebody asked for it */
} GsBackupReason;

/* One backup of a workspace. */
typedef struct
{
  char    *name;   /* of its file, which is how it is known */
  char    *path;   /* of its file, as it may be shown */
  char    *at;     /* instant */
  int      reason; /* GsBackupReason */
  gint64   size;   /* bytes */
  gint64   articles;
  gint64   claims;
  char    *title;
  gboolean elsewhere; /* of the same workspace at another place: before it was moved, or of a copy */
  gboolean broken;    /* the file can no longer be read */
} GsBackupListing;

typedef enum
{
  GS_ORDER_NATURAL,  /* in the order things came in; claims of one article by place */
  GS_ORDER_TEXT,     /* by title, summary, name or path */
  GS_ORDER_DATE,     /* articles by publication, claims by modification */
  GS_ORDER_ARTICLE,  /* claims by article and place */
  GS_ORDER_QUESTION, /* claims by question */
  GS_ORDER_LANGUAGE, /* articles by language */
  GS_ORDER_OUTLET,   /* articles by outlet */
  GS_ORDER_CLAIMS,   /* sources by how many claims they have */
  GS_ORDER_GRADE,    /* sources by reliability, those not rated last */
} GsOrder;

extern const GsWordList gs_orders;
extern const GsWordList gs_backup_reasons;

/* Which rows a list shows. Absent fields do not restrict. */
typedef struct
{
  char    *article;  /* UUID */
  char    *question; /* UUID */
  char    *tag;      /* UUID; tags below it count */
  char    *source;   /* UUID; anywhere in the chain */
  char    *language;
  char    *since; /* published or created on or after, ISO 8601 */
  char    *until;
  char    *text;  /* full-text query: words, "a phrase", prefix* */
  char    *stance; /* nick */
  char    *kind;   /* nick, of sources */
  gboolean untagged;  /* only claims without a tag */
  gboolean unanswering; /* only claims without a question */
  gboolean orphaned; /* only claims that have lost a place in their article */
  gboolean conflicting; /* only questions with opposing answers */
  gboolean dated;    /* only claims with a time */
  gboolean measured; /* only claims with a quantity */
  int      order; /* GsOrder */
  gboolean descending;
} GsListFilter;

extern const GsRecordType gs_article_listing_type;
extern const GsRecordType gs_claim_listing_type;
extern const GsRecordType gs_question_listing_type;
extern const GsRecordType gs_source_listing_type;
extern const GsRecordType gs_tag_listing_type;
extern const GsRecordType gs_link_listing_type;
extern const GsRecordType gs_search_hit_type;
extern const GsRecordType gs_history_listing_type;
extern const GsRecordType gs_recovered_listing_type;
extern const GsRecordType gs_backup_listing_type;
extern const GsRecordType gs_list_filter_type;

void gs_list_filter_free (GsListFilter *filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsListFilter, gs_list_filter_free)

G_END_DECLS
