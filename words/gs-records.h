/* gs-records.h: the records of the workbench, to the field.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offsets into an article's text are Unicode code points, half-open.
 * Dates are ISO 8601 texts, as precise as they are known: "2022",
 * "2022-10", "2022-10-17". Instants are UTC: "2022-10-17T06:35:00Z".
 * Intervals are closed; an absent bound is unbounded.
 */

#pragma once

#include "gs-record.h"

G_BEGIN_DECLS

/* What every row that is exchanged begins with. `author` and `modified_by`
 * are annotators; `created` and `modified` are instants with milliseconds. */
#define GS_RECORD_HEAD \
  char *uuid;          \
  char *author;        \
  char *created;       \
  char *modified;      \
  char *modified_by;

/* Any record that has a head may be looked at as one of these. */
typedef struct
{
  GS_RECORD_HEAD
} GsHeadRecord;

typedef struct
{
  char *uuid;
  char *name;
} GsAnnotatorRecord;

typedef struct
{
  GS_RECORD_HEAD
  char *parent;      /* tag */
  char *name;        /* last component, no slash */
  char *colour;      /* "#rrggbb" */
  char *description;
} GsTagRecord;

typedef struct
{
  char *language; /* BCP 47, absent for any */
  char *name;
} GsAliasRecord;

typedef struct
{
  char *party; /* source */
  char *from;
  char *to;
} GsAffiliationRecord;

typedef struct
{
  int   grade; /* GsGrade */
  char *topic; /* absent: in general */
  char *basis;
  char *at;    /* instant */
} GsRatingRecord;

typedef struct
{
  GS_RECORD_HEAD
  int        kind; /* GsSourceKind */
  char      *name;
  char      *part_of; /* source */
  char      *note;
  GPtrArray *aliases;      /* GsAliasRecord */
  GPtrArray *affiliations; /* GsAffiliationRecord */
  GPtrArray *ratings;      /* GsRatingRecord, oldest first */
} GsSourceRecord;

typedef struct
{
  GS_RECORD_HEAD
  char      *text;   /* "When was the first delivery?" */
  int        answer; /* GsAnswerKind */
  gboolean   exclusive; /* only one answer can be true */
  GPtrArray *ladder;    /* names of the stages, lowest first */
  char      *note;
} GsQuestionRecord;

typedef struct
{
  int    kind; /* GsZoneKind */
  gint64 start;
  gint64 end;
} GsZoneRecord;

/* A page of the document that the text was read from. */
typedef struct
{
  char  *label; /* as it is printed: "iv", "12" */
  gint64 start; /* where it begins in the text; it ends where the next begins */
} GsPageRecord;

typedef struct
{
  GS_RECORD_HEAD
  char      *title;
  char      *language; /* BCP 47 */
  char      *url;
  char      *path; /* display name of the file it came from */
  char      *outlet;
  char      *agency;
  char      *byline;
  char      *published_lo;
  char      *published_hi;
  int        published_basis; /* GsDateBasis */
  char      *retrieved;       /* instant */
  char      *translation_of;  /* article */
  gboolean   machine_translated;
  char      *near_duplicate_of; /* article */
  GPtrArray *unlike;     /* UUIDs of articles that it is no copy or translation of, here or not */
  char      *media_type;
  char      *sha256;    /* of the original bytes, 64 hexadecimal digits */
  char      *extractor; /* name and version of what found text and zones */
  char      *note;
  char      *text;     /* never changes after import */
  GPtrArray *zones;    /* GsZoneRecord, by start, not overlapping */
  GPtrArray *pages;    /* GsPageRecord, by start; none where the original has none */
  GBytes    *original; /* absent when the text's UTF-8 is the original */
} GsArticleRecord;

typedef struct
{
  char    *uuid;
  int      role; /* GsSpanRole */
  gint64   start;
  gint64   end;
  char    *exact;
  char    *prefix;
  char    *suffix;
  gboolean orphaned; /* its place in the text is lost; start and end are the last known */
} GsSpanRecord;

typedef struct
{
  char  *source; /* source */
  char  *act;    /* "denies", "confirms", "reports" … */
  int    mode;   /* GsHopMode */
  gint64 count;  /* "four sources"; 0 unknown */
  char  *date;
  char  *cue; /* the words that attribute */
  gint64 cue_start;
  gint64 cue_end; /* 0 when the cue has no place in the text */
  char  *resolves_to; /* source */
  char  *note;
} GsHopRecord;

typedef struct
{
  char *name; /* "actor", "action", "object", "recipient", "place" … */
  char *entity;
  char *text;
  char *language;
} GsSlotRecord;

typedef struct
{
  char    *measure; /* "total", "per shipment", "planned" … */
  double   lo;
  double   hi;
  gboolean lo_open;
  gboolean hi_open;
  char    *unit;
  char    *hedge;
  char    *text;
} GsQuantityRecord;

typedef struct
{
  int   kind; /* GsTimeKind */
  char *start_lo;
  char *start_hi;
  char *end_lo;
  char *end_hi;
  char *anchor; /* "absolute", "doc-relative", "text-relative" */
  char *text;
} GsTimeRecord;

typedef struct
{
  GS_RECORD_HEAD
  char      *article;  /* article */
  char      *question; /* question */
  char      *summary;
  int        stance;    /* GsStance */
  int        certainty; /* GsCertainty */
  int        status;    /* GsStatus */
  char      *scope;
  char      *value; /* the answer to an exclusive question, in the analyst's words */
  char      *ladder; /* name of the scale */
  gint64     stage_lo; /* on the ladder, from 1; 0 absent */
  gint64     stage_hi;
  char      *stage;
  char      *uttered_lo;
  char      *uttered_hi;
  gint64     credibility; /* 1–6, 0 absent; 6 is "cannot be judged" */
  int        likelihood;  /* GsLikelihood */
  int        confidence;  /* GsConfidence */
  int        review;      /* GsReview */
  char      *note;
  GPtrArray *spans;      /* GsSpanRecord; the first of role quote is the claim's place */
  GPtrArray *hops;       /* GsHopRecord, outermost to innermost */
  GPtrArray *slots;      /* GsSlotRecord */
  GPtrArray *quantities; /* GsQuantityRecord */
  GPtrArray *times;      /* GsTimeRecord */
  GPtrArray *tags;       /* UUIDs of tags */
} GsClaimRecord;

typedef struct
{
  GS_RECORD_HEAD
  char  *a; /* claim */
  char  *b; /* claim */
  int    kind;   /* GsLinkKind */
  int    origin; /* GsLinkOrigin */
  char  *rule;
  int    conflict_class; /* GsConflictClass */
  double score;          /* a rank, never a probability */
  char  *explanation;
  int    verdict; /* GsVerdict */
  char  *reason;
  char  *judged; /* hash of what the verdict judged */
  char  *note;
} GsLinkRecord;

extern const GsRecordType gs_annotator_type;
extern const GsRecordType gs_tag_type;
extern const GsRecordType gs_source_type;
extern const GsRecordType gs_alias_type;
extern const GsRecordType gs_affiliation_type;
extern const GsRecordType gs_rating_type;
extern const GsRecordType gs_question_type;
extern const GsRecordType gs_article_type;
extern const GsRecordType gs_zone_type;
extern const GsRecordType gs_page_type;
extern const GsRecordType gs_claim_type;
extern const GsRecordType gs_span_type;
extern const GsRecordType gs_hop_type;
extern const GsRecordType gs_slot_type;
extern const GsRecordType gs_quantity_type;
extern const GsRecordType gs_time_type;
extern const GsRecordType gs_link_type;

/* The types a workspace holds, in the order in which files carry them: a
 * record refers only to types before its own, or to its own. */
extern const GsRecordType * const gs_workspace_types[];
extern const guint                gs_n_workspace_types;

void gs_annotator_record_free (GsAnnotatorRecord *record);
void gs_tag_record_free       (GsTagRecord       *record);
void gs_source_record_free    (GsSourceRecord    *record);
void gs_question_record_free  (GsQuestionRecord  *record);
void gs_article_record_free   (GsArticleRecord   *record);
void gs_claim_record_free     (GsClaimRecord     *record);
void gs_link_record_free      (GsLinkRecord      *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsAnnotatorRecord, gs_annotator_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsTagRecord, gs_tag_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsSourceRecord, gs_source_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsQuestionRecord, gs_question_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsArticleRecord, gs_article_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsClaimRecord, gs_claim_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsLinkRecord, gs_link_record_free)

const GsSpanRecord *gs_claim_record_quote (const GsClaimRecord *claim);

/* (nullable): the label of the page on which a code point of the text stands. */
const char         *gs_article_record_page_at (const GsArticleRecord *article,
                                               gint64                 offset);

G_END_DECLS
