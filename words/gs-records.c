/* gs-records.c: the field tables of the records.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-records.h"

/* One line a field: record struct, member, kind. */
#define TEXT(S, m)                                              \
  {                                                             \
#m, GS_FIELD_TEXT, G_STRUCT_OFFSET(S, m), NULL, NULL, FALSE \
  }
#define TEXT_REQUIRED(S, m)                                    \
  {                                                            \
#m, GS_FIELD_TEXT, G_STRUCT_OFFSET(S, m), NULL, NULL, TRUE \
  }
#define INT(S, m)                                              \
  {                                                            \
#m, GS_FIELD_INT, G_STRUCT_OFFSET(S, m), NULL, NULL, FALSE \
  }
#define INT_REQUIRED(S, m)                                    \
  {                                                           \
#m, GS_FIELD_INT, G_STRUCT_OFFSET(S, m), NULL, NULL, TRUE \
  }
#define BOOL(S, m)                                              \
  {                                                             \
#m, GS_FIELD_BOOL, G_STRUCT_OFFSET(S, m), NULL, NULL, FALSE \
  }
#define NUMBER(S, m)                                              \
  {                                                               \
#m, GS_FIELD_NUMBER, G_STRUCT_OFFSET(S, m), NULL, NULL, FALSE \
  }
#define BYTES(S, m)                                              \
  {                                                              \
#m, GS_FIELD_BYTES, G_STRUCT_OFFSET(S, m), NULL, NULL, FALSE \
  }
#define TEXTS(S, m)                                              \
  {                                                              \
#m, GS_FIELD_TEXTS, G_STRUCT_OFFSET(S, m), NULL, NULL, FALSE \
  }
#define WORD(S, m, w)                                           \
  {                                                             \
#m, GS_FIELD_WORD, G_STRUCT_OFFSET(S, m), &(w), NULL, FALSE \
  }
#define WORD_REQUIRED(S, m, w)                                 \
  {                                                            \
#m, GS_FIELD_WORD, G_STRUCT_OFFSET(S, m), &(w), NULL, TRUE \
  }
#define REF(S, m, t)                                           \
  {                                                            \
#m, GS_FIELD_REF, G_STRUCT_OFFSET(S, m), NULL, &(t), FALSE \
  }
#define REFS(S, m, t)                                           \
  {                                                             \
#m, GS_FIELD_REFS, G_STRUCT_OFFSET(S, m), NULL, &(t), FALSE \
  }
#define LIST(S, m, t)                                           \
  {                                                             \
#m, GS_FIELD_LIST, G_STRUCT_OFFSET(S, m), NULL, &(t), FALSE \
  }

#define HEAD(S)                                                                                       \
  TEXT_REQUIRED (S, uuid), REF (S, author, gs_annotator_type), TEXT (S, created), TEXT (S, modified), \
    REF (S, modified_by, gs_annotator_type)

#define RECORD_TYPE(symbol, S, label, labels)                                                     \
  static void symbol##_free_one (gpointer record)                                                 \
  {                                                                                               \
    gs_record_free (&gs_##symbol##_type, record);                                                 \
  }                                                                                               \
  const GsRecordType gs_##symbol##_type = {                                                       \
    label, labels, sizeof (S), symbol##_fields, G_N_ELEMENTS (symbol##_fields), symbol##_free_one \
  }

static const GsField annotator_fields[] = {
  TEXT_REQUIRED (GsAnnotatorRecord, uuid),
  TEXT (GsAnnotatorRecord, name),
};
RECORD_TYPE (annotator, GsAnnotatorRecord, "annotator", "annotators");

static const GsField tag_fields[] = {
  HEAD (GsTagRecord),         REF (GsTagRecord, parent, gs_tag_type), TEXT (GsTagRecord, name),
  TEXT (GsTagRecord, colour), TEXT (GsTagRecord, description),
};
RECORD_TYPE (tag, GsTagRecord, "tag", "tags");

static const GsField alias_fields[] = {
  TEXT (GsAliasRecord, language),
  TEXT (GsAliasRecord, name),
};
RECORD_TYPE (alias, GsAliasRecord, "alias", "aliases");

static const GsField affiliation_fields[] = {
  REF (GsAffiliationRecord, party, gs_source_type),
  TEXT (GsAffiliationRecord, from),
  TEXT (GsAffiliationRecord, to),
};
RECORD_TYPE (affiliation, GsAffiliationRecord, "affiliation", "affiliations");

static const GsField rating_fields[] = {
  WORD (GsRatingRecord, grade, gs_grades),
  TEXT (GsRatingRecord, topic),
  TEXT (GsRatingRecord, basis),
  TEXT (GsRatingRecord, at),
};
RECORD_TYPE (rating, GsRatingRecord, "rating", "ratings");

static const GsField source_fields[] = {
  HEAD (GsSourceRecord),
  WORD_REQUIRED (GsSourceRecord, kind, gs_source_kinds),
  TEXT (GsSourceRecord, name),
  REF (GsSourceRecord, part_of, gs_source_type),
  TEXT (GsSourceRecord, note),
  LIST (GsSourceRecord, aliases, gs_alias_type),
  LIST (GsSourceRecord, affiliations, gs_affiliation_type),
  LIST (GsSourceRecord, ratings, gs_rating_type),
};
RECORD_TYPE (source, GsSourceRecord, "source", "sources");

static const GsField question_fields[] = {
  HEAD (GsQuestionRecord),
  TEXT (GsQuestionRecord, text),
  WORD (GsQuestionRecord, answer, gs_answer_kinds),
  BOOL (GsQuestionRecord, exclusive),
  TEXTS (GsQuestionRecord, ladder),
  TEXT (GsQuestionRecord, note),
};
RECORD_TYPE (question, GsQuestionRecord, "question", "questions");

static const GsField zone_fields[] = {
  WORD_REQUIRED (GsZoneRecord, kind, gs_zone_kinds),
  INT_REQUIRED (GsZoneRecord, start),
  INT_REQUIRED (GsZoneRecord, end),
};
RECORD_TYPE (zone, GsZoneRecord, "zone", "zones");

static const GsField page_fields[] = {
  TEXT (GsPageRecord, label),
  INT_REQUIRED (GsPageRecord, start),
};
RECORD_TYPE (page, GsPageRecord, "page", "pages");

static const GsField article_fields[] = {
  HEAD (GsArticleRecord),
  TEXT (GsArticleRecord, title),
  TEXT (GsArticleRecord, language),
  TEXT (GsArticleRecord, url),
  TEXT (GsArticleRecord, path),
  TEXT (GsArticleRecord, outlet),
  TEXT (GsArticleRecord, agency),
  TEXT (GsArticleRecord, byline),
  TEXT (GsArticleRecord, published_lo),
  TEXT (GsArticleRecord, published_hi),
  WORD (GsArticleRecord, published_basis, gs_date_bases),
  TEXT (GsArticleRecord, retrieved),
  REF (GsArticleRecord, translation_of, gs_article_type),
  BOOL (GsArticleRecord, machine_translated),
  REF (GsArticleRecord, near_duplicate_of, gs_article_type),
  TEXTS (GsArticleRecord, unlike),
  TEXT (GsArticleRecord, media_type),
  TEXT (GsArticleRecord, sha256),
  TEXT (GsArticleRecord, extractor),
  TEXT (GsArticleRecord, note),
  TEXT (GsArticleRecord, text),
  LIST (GsArticleRecord, zones, gs_zone_type),
  LIST (GsArticleRecord, pages, gs_page_type),
  BYTES (GsArticleRecord, original),
};
RECORD_TYPE (article, GsArticleRecord, "article", "articles");

static const GsField span_fields[] = {
  TEXT_REQUIRED (GsSpanRecord, uuid), WORD (GsSpanRecord, role, gs_span_roles),
  INT_REQUIRED (GsSpanRecord, start), INT_REQUIRED (GsSpanRecord, end),
  TEXT (GsSpanRecord, exact),         TEXT (GsSpanRecord, prefix),
  TEXT (GsSpanRecord, suffix),        BOOL (GsSpanRecord, orphaned),
};
RECORD_TYPE (span, GsSpanRecord, "span", "spans");

static const GsField hop_fields[] = {
  REF (GsHopRecord, source, gs_source_type),
  TEXT (GsHopRecord, act),
  WORD (GsHopRecord, mode, gs_hop_modes),
  INT (GsHopRecord, count),
  TEXT (GsHopRecord, date),
  TEXT (GsHopRecord, cue),
  INT (GsHopRecord, cue_start),
  INT (GsHopRecord, cue_end),
  REF (GsHopRecord, resolves_to, gs_source_type),
  TEXT (GsHopRecord, note),
};
RECORD_TYPE (hop, GsHopRecord, "hop", "hops");

static const GsField slot_fields[] = {
  TEXT (GsSlotRecord, name),
  TEXT (GsSlotRecord, entity),
  TEXT (GsSlotRecord, text),
  TEXT (GsSlotRecord, language),
};
RECORD_TYPE (slot, GsSlotRecord, "slot", "slots");

static const GsField quantity_fields[] = {
  TEXT (GsQuantityRecord, measure), NUMBER (GsQuantityRecord, lo),    NUMBER (GsQuantityRecord, hi),
  BOOL (GsQuantityRecord, lo_open), BOOL (GsQuantityRecord, hi_open), TEXT (GsQuantityRecord, unit),
  TEXT (GsQuantityRecord, hedge),   TEXT (GsQuantityRecord, text),
};
RECORD_TYPE (quantity, GsQuantityRecord, "quantity", "quantities");

static const GsField time_fields[] = {
  WORD_REQUIRED (GsTimeRecord, kind, gs_time_kinds),
  TEXT (GsTimeRecord, start_lo),
  TEXT (GsTimeRecord, start_hi),
  TEXT (GsTimeRecord, end_lo),
  TEXT (GsTimeRecord, end_hi),
  TEXT (GsTimeRecord, anchor),
  TEXT (GsTimeRecord, text),
};
RECORD_TYPE (time, GsTimeRecord, "time", "times");

static const GsField claim_fields[] = {
  HEAD (GsClaimRecord),
  REF (GsClaimRecord, article, gs_article_type),
  REF (GsClaimRecord, question, gs_question_type),
  TEXT (GsClaimRecord, summary),
  WORD_REQUIRED (GsClaimRecord, stance, gs_stances),
  WORD (GsClaimRecord, certainty, gs_certainties),
  WORD (GsClaimRecord, status, gs_statuses),
  TEXT (GsClaimRecord, scope),
  TEXT (GsClaimRecord, value),
  TEXT (GsClaimRecord, ladder),
  INT (GsClaimRecord, stage_lo),
  INT (GsClaimRecord, stage_hi),
  TEXT (GsClaimRecord, stage),
  TEXT (GsClaimRecord, uttered_lo),
  TEXT (GsClaimRecord, uttered_hi),
  INT (GsClaimRecord, credibility),
  WORD (GsClaimRecord, likelihood, gs_likelihoods),
  WORD (GsClaimRecord, confidence, gs_confidences),
  WORD (GsClaimRecord, review, gs_reviews),
  TEXT (GsClaimRecord, note),
  LIST (GsClaimRecord, spans, gs_span_type),
  LIST (GsClaimRecord, hops, gs_hop_type),
  LIST (GsClaimRecord, slots, gs_slot_type),
  LIST (GsClaimRecord, quantities, gs_quantity_type),
  LIST (GsClaimRecord, times, gs_time_type),
  REFS (GsClaimRecord, tags, gs_tag_type),
};
RECORD_TYPE (claim, GsClaimRecord, "claim", "claims");

static const GsField link_fields[] = {
  HEAD (GsLinkRecord),
  REF (GsLinkRecord, a, gs_claim_type),
  REF (GsLinkRecord, b, gs_claim_type),
  WORD_REQUIRED (GsLinkRecord, kind, gs_link_kinds),
  WORD (GsLinkRecord, origin, gs_link_origins),
  TEXT (GsLinkRecord, rule),
  WORD (GsLinkRecord, conflict_class, gs_conflict_classes),
  NUMBER (GsLinkRecord, score),
  TEXT (GsLinkRecord, explanation),
  WORD_REQUIRED (GsLinkRecord, verdict, gs_verdicts),
  TEXT (GsLinkRecord, reason),
  TEXT (GsLinkRecord, judged),
  TEXT (GsLinkRecord, note),
};
RECORD_TYPE (link, GsLinkRecord, "link", "links");

const GsRecordType *const gs_workspace_types[] = {
  &gs_annotator_type, &gs_tag_type, &gs_source_type, &gs_question_type, &gs_article_type, &gs_claim_type, &gs_link_type,
};
const guint gs_n_workspace_types = G_N_ELEMENTS (gs_workspace_types);

/**
 * gs_annotator_record_free:
 * @record: (transfer full) (nullable): a record
 */
void
gs_annotator_record_free (GsAnnotatorRecord *record)
{
  gs_record_free (&gs_annotator_type, record);
}

/**
 * gs_tag_record_free:
 * @record: (transfer full) (nullable): a record
 */
void
gs_tag_record_free (GsTagRecord *record)
{
  gs_record_free (&gs_tag_type, record);
}

/**
 * gs_source_record_free:
 * @record: (transfer full) (nullable): a record
 */
void
gs_source_record_free (GsSourceRecord *record)
{
  gs_record_free (&gs_source_type, record);
}

/**
 * gs_question_record_free:
 * @record: (transfer full) (nullable): a record
 */
void
gs_question_record_free (GsQuestionRecord *record)
{
  gs_record_free (&gs_question_type, record);
}

/**
 * gs_article_record_free:
 * @record: (transfer full) (nullable): a record
 */
void
gs_article_record_free (GsArticleRecord *record)
{
  gs_record_free (&gs_article_type, record);
}

/**
 * gs_claim_record_free:
 * @record: (transfer full) (nullable): a record
 */
void
gs_claim_record_free (GsClaimRecord *record)
{
  gs_record_free (&gs_claim_type, record);
}

/**
 * gs_link_record_free:
 * @record: (transfer full) (nullable): a record
 */
void
gs_link_record_free (GsLinkRecord *record)
{
  gs_record_free (&gs_link_type, record);
}

/**
 * gs_article_record_page_at:
 * @article: an article
 * @offset: into its text, in code points
 *
 * Returns: (transfer none) (nullable): the label of the page of the document on which that
 *   stands, the last of those that begin there; %NULL where the document has no pages
 */
const char *
gs_article_record_page_at (const GsArticleRecord *article, gint64 offset)
{
  guint first = 0;
  guint end;

  g_return_val_if_fail (article != NULL, NULL);

  end = article->pages->len;
  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (((const GsPageRecord *) article->pages->pdata[middle])->start <= offset)
        first = middle + 1;
      else
        end = middle;
    }

  return first > 0 ? ((const GsPageRecord *) article->pages->pdata[first - 1])->label : NULL;
}

/**
 * gs_claim_record_quote:
 * @claim: a claim
 *
 * Returns: (transfer none) (nullable): the first span of role quote, the claim's place in its article
 */
const GsSpanRecord *
gs_claim_record_quote (const GsClaimRecord *claim)
{
  g_return_val_if_fail (claim != NULL, NULL);

  for (guint i = 0; i < claim->spans->len; i++)
    {
      const GsSpanRecord *span = claim->spans->pdata[i];

      if (span->role == GS_SPAN_QUOTE)
        return span;
    }

  return NULL;
}
