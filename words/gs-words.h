/* gs-words.h: the closed vocabularies of the workbench.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every enumeration that is stored, exchanged or shown has one list of nicks
 * here. The nick is what stands in the database, in both report formats and in
 * gainsayctl's output; what people read are the labels of gs-labels.h.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GsWordList:
 * @name: name of the vocabulary, in messages
 * @nicks: %NULL-terminated nicks; the index is the enumeration value
 */
typedef struct
{
  const char         *name;
  const char * const *nicks;
} GsWordList;

const char *gs_word_to_nick   (const GsWordList *list,
                               int               value);
gboolean    gs_word_from_nick (const GsWordList *list,
                               const char       *nick,
                               int              *value);

/* In each of these the first value is the default, which files leave out. */

typedef enum
{
  GS_ZONE_BODY,
  GS_ZONE_TITLE,
  GS_ZONE_SUBHEAD,
  GS_ZONE_CAPTION,
  GS_ZONE_CREDIT,
  GS_ZONE_TEASER,
  GS_ZONE_BOILERPLATE,
} GsZoneKind;

typedef enum
{
  GS_STANCE_ASSERTS, /* polarity + of the proposition */
  GS_STANCE_DENIES,  /* polarity − */
} GsStance;

/* FactBank-style certainty, relative to the innermost source. */
typedef enum
{
  GS_CERTAINTY_CERTAIN,
  GS_CERTAINTY_PROBABLE,
  GS_CERTAINTY_POSSIBLE,
  GS_CERTAINTY_UNKNOWN,
} GsCertainty;

typedef enum
{
  GS_STATUS_REALIS,
  GS_STATUS_ONGOING,
  GS_STATUS_PLANNED,
  GS_STATUS_POSSIBLE,
  GS_STATUS_CONDITIONAL,
  GS_STATUS_HABITUAL,
  GS_STATUS_NEGATED,
  GS_STATUS_UNKNOWN,
} GsStatus;

typedef enum
{
  GS_SPAN_QUOTE,
  GS_SPAN_CUE,
  GS_SPAN_CONTEXT,
} GsSpanRole;

typedef enum
{
  GS_SOURCE_UNKNOWN,
  GS_SOURCE_PERSON,
  GS_SOURCE_OFFICE,
  GS_SOURCE_GOVERNMENT,
  GS_SOURCE_ORGANISATION,
  GS_SOURCE_OUTLET,
  GS_SOURCE_AGENCY,
  GS_SOURCE_DOCUMENT,
  GS_SOURCE_ANONYMOUS_GROUP,
  GS_SOURCE_GENERIC,
} GsSourceKind;

typedef enum
{
  GS_MODE_UNKNOWN,
  GS_MODE_DIRECT,
  GS_MODE_INDIRECT,
  GS_MODE_REPORTATIVE, /* German Konjunktiv I, Dutch "zou" */
  GS_MODE_INFERRED,
} GsHopMode;

typedef enum
{
  GS_TIME_EVENT,
  GS_TIME_ONSET,     /* "for the first time" */
  GS_TIME_STATE,
  GS_TIME_UNIVERSAL, /* "never", "since the war began" */
} GsTimeKind;

/* What a date rests on. */
typedef enum
{
  GS_BASIS_NONE,
  GS_BASIS_META,
  GS_BASIS_DATELINE,
  GS_BASIS_WEEKDAY, /* year inferred from a weekday and a day of the month */
  GS_BASIS_BOUNDS,
  GS_BASIS_ANALYST,
} GsDateBasis;

typedef enum
{
  GS_ANSWER_FREE,
  GS_ANSWER_YES_NO,
  GS_ANSWER_NUMBER,
  GS_ANSWER_DATE,
  GS_ANSWER_VALUE,
} GsAnswerKind;

typedef enum
{
  GS_LINK_CONTRADICTS,
  GS_LINK_TENSION,
  GS_LINK_DENIES,
  GS_LINK_SUPPORTS,
  GS_LINK_REFINES,
  GS_LINK_DUPLICATES,
  GS_LINK_SUPERSEDES,
  GS_LINK_CORRECTS,
  GS_LINK_EXPLAINS,
  GS_LINK_UNDERCUTS,
  GS_LINK_DERIVED_FROM,
  GS_LINK_SAME_ORIGIN,        /* of the origins of two claims, whatever the rules say */
  GS_LINK_INDEPENDENT_ORIGIN,
} GsLinkKind;

typedef enum
{
  GS_LINK_BY_ANALYST,
  GS_LINK_BY_RULE,
} GsLinkOrigin;

typedef enum
{
  GS_VERDICT_UNDECIDED,
  GS_VERDICT_CONFIRMED,
  GS_VERDICT_DISMISSED,
} GsVerdict;

typedef enum
{
  GS_CLASS_NONE,
  GS_CLASS_DISPUTE,
  GS_CLASS_SELF_CONTRADICTION,
  GS_CLASS_MIS_ATTRIBUTION,
  GS_CLASS_VOICE_UPGRADE,
  GS_CLASS_SOURCING_DIFFERS,
  GS_CLASS_OWN_VOICE, /* an article asserts what it reports somebody to deny */
} GsConflictClass;

/* ICD 203 bands, in order: 1–5, 5–20, 20–45, 45–55, 55–80, 80–95, 95–99 %. */
typedef enum
{
  GS_LIKELIHOOD_NONE,
  GS_LIKELIHOOD_ALMOST_NO_CHANCE,
  GS_LIKELIHOOD_VERY_UNLIKELY,
  GS_LIKELIHOOD_UNLIKELY,
  GS_LIKELIHOOD_EVEN,
  GS_LIKELIHOOD_LIKELY,
  GS_LIKELIHOOD_VERY_LIKELY,
  GS_LIKELIHOOD_ALMOST_CERTAIN,
} GsLikelihood;

typedef enum
{
  GS_CONFIDENCE_NONE,
  GS_CONFIDENCE_LOW,
  GS_CONFIDENCE_MODERATE,
  GS_CONFIDENCE_HIGH,
} GsConfidence;

typedef enum
{
  GS_REVIEW_DRAFT,
  GS_REVIEW_READY,
  GS_REVIEW_CHECKED,
} GsReview;

/* Admiralty reliability of a source. F is "cannot be judged". */
typedef enum
{
  GS_GRADE_NONE,
  GS_GRADE_A,
  GS_GRADE_B,
  GS_GRADE_C,
  GS_GRADE_D,
  GS_GRADE_E,
  GS_GRADE_F,
} GsGrade;

extern const GsWordList gs_zone_kinds;
extern const GsWordList gs_stances;
extern const GsWordList gs_certainties;
extern const GsWordList gs_statuses;
extern const GsWordList gs_span_roles;
extern const GsWordList gs_source_kinds;
extern const GsWordList gs_hop_modes;
extern const GsWordList gs_time_kinds;
extern const GsWordList gs_date_bases;
extern const GsWordList gs_answer_kinds;
extern const GsWordList gs_link_kinds;
extern const GsWordList gs_link_origins;
extern const GsWordList gs_verdicts;
extern const GsWordList gs_conflict_classes;
extern const GsWordList gs_likelihoods;
extern const GsWordList gs_confidences;
extern const GsWordList gs_reviews;
extern const GsWordList gs_grades;

G_END_DECLS
