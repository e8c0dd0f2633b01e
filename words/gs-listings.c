/* gs-listings.c: light rows for lists and tables, and what selects them.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-listings.h"

static const char *const order_nicks[] = { "natural",  "text",   "date",   "article", "question",
                                           "language", "outlet", "claims", "grade",   NULL };
const GsWordList gs_orders = { "order", order_nicks };

static const char *const backup_nicks[] = { "opened", "timed", "upgrade", "merge", "restore", "asked", NULL };
const GsWordList gs_backup_reasons = { "reason", backup_nicks };

/* One line a field: record struct, member, kind. */
#define TEXT(S, m)                                              \
  {                                                             \
#m, GS_FIELD_TEXT, G_STRUCT_OFFSET(S, m), NULL, NULL, FALSE \
  }
#define INT(S, m)                                              \
  {                                                            \
#m, GS_FIELD_INT, G_STRUCT_OFFSET(S, m), NULL, NULL, FALSE \
  }
#define BOOL(S, m)                                              \
  {                                                             \
#m, GS_FIELD_BOOL, G_STRUCT_OFFSET(S, m), NULL, NULL, FALSE \
  }
#define WORD(S, m, w)                                           \
  {                                                             \
#m, GS_FIELD_WORD, G_STRUCT_OFFSET(S, m), &(w), NULL, FALSE \
  }

#define RECORD_TYPE(symbol, S, label, labels)                                                     \
  static void symbol##_free_one (gpointer record)                                                 \
  {                                                                                               \
    gs_record_free (&gs_##symbol##_type, record);                                                 \
  }                                                                                               \
  const GsRecordType gs_##symbol##_type = {                                                       \
    label, labels, sizeof (S), symbol##_fields, G_N_ELEMENTS (symbol##_fields), symbol##_free_one \
  }

static const GsField article_listing_fields[] = {
  TEXT (GsArticleListing, uuid),         TEXT (GsArticleListing, title),        TEXT (GsArticleListing, language),
  TEXT (GsArticleListing, outlet),       TEXT (GsArticleListing, agency),       TEXT (GsArticleListing, byline),
  TEXT (GsArticleListing, published_lo), TEXT (GsArticleListing, published_hi), TEXT (GsArticleListing, path),
  TEXT (GsArticleListing, created),      TEXT (GsArticleListing, modified),     INT (GsArticleListing, claims),
};
RECORD_TYPE (article_listing, GsArticleListing, "article", "articles");

static const GsField claim_listing_fields[] = {
  TEXT (GsClaimListing, uuid),
  TEXT (GsClaimListing, summary),
  TEXT (GsClaimListing, quote),
  TEXT (GsClaimListing, article),
  TEXT (GsClaimListing, article_title),
  TEXT (GsClaimListing, language),
  INT (GsClaimListing, start),
  INT (GsClaimListing, end),
  TEXT (GsClaimListing, question),
  TEXT (GsClaimListing, question_text),
  TEXT (GsClaimListing, value),
  WORD (GsClaimListing, stance, gs_stances),
  WORD (GsClaimListing, certainty, gs_certainties),
  WORD (GsClaimListing, status, gs_statuses),
  WORD (GsClaimListing, review, gs_reviews),
  TEXT (GsClaimListing, chain),
  TEXT (GsClaimListing, tags),
  TEXT (GsClaimListing, colour),
  BOOL (GsClaimListing, orphaned),
  TEXT (GsClaimListing, created),
  TEXT (GsClaimListing, modified),
};
RECORD_TYPE (claim_listing, GsClaimListing, "claim", "claims");

static const GsField question_listing_fields[] = {
  TEXT (GsQuestionListing, uuid),
  TEXT (GsQuestionListing, text),
  WORD (GsQuestionListing, answer, gs_answer_kinds),
  BOOL (GsQuestionListing, exclusive),
  INT (GsQuestionListing, claims),
  INT (GsQuestionListing, asserted),
  INT (GsQuestionListing, denied),
  INT (GsQuestionListing, values),
};
RECORD_TYPE (question_listing, GsQuestionListing, "question", "questions");

static const GsField source_listing_fields[] = {
  TEXT (GsSourceListing, uuid),  TEXT (GsSourceListing, name),  WORD (GsSourceListing, kind, gs_source_kinds),
  TEXT (GsSourceListing, grade), INT (GsSourceListing, claims),
};
RECORD_TYPE (source_listing, GsSourceListing, "source", "sources");

static const GsField tag_listing_fields[] = {
  TEXT (GsTagListing, uuid),        TEXT (GsTagListing, path),  TEXT (GsTagListing, colour),
  TEXT (GsTagListing, description), INT (GsTagListing, claims),
};
RECORD_TYPE (tag_listing, GsTagListing, "tag", "tags");

static const GsField link_listing_fields[] = {
  TEXT (GsLinkListing, uuid),
  WORD (GsLinkListing, kind, gs_link_kinds),
  WORD (GsLinkListing, origin, gs_link_origins),
  TEXT (GsLinkListing, a),
  TEXT (GsLinkListing, a_summary),
  TEXT (GsLinkListing, b),
  TEXT (GsLinkListing, b_summary),
  WORD (GsLinkListing, verdict, gs_verdicts),
  TEXT (GsLinkListing, rule),
  TEXT (GsLinkListing, reason),
  TEXT (GsLinkListing, explanation),
};
RECORD_TYPE (link_listing, GsLinkListing, "link", "links");

static const GsField search_hit_fields[] = {
  TEXT (GsSearchHit, kind),  TEXT (GsSearchHit, uuid),    TEXT (GsSearchHit, article),
  TEXT (GsSearchHit, title), TEXT (GsSearchHit, snippet),
};
RECORD_TYPE (search_hit, GsSearchHit, "search hit", "search hits");

static const GsField history_listing_fields[] = {
  INT (GsHistoryListing, id),         TEXT (GsHistoryListing, label),  TEXT (GsHistoryListing, at),
  TEXT (GsHistoryListing, annotator), BOOL (GsHistoryListing, undone),
};
RECORD_TYPE (history_listing, GsHistoryListing, "history entry", "history");

static const GsField recovered_listing_fields[] = {
  TEXT (GsRecoveredListing, kind), INT (GsRecoveredListing, kept), INT (GsRecoveredListing, mended),
  INT (GsRecoveredListing, made),  INT (GsRecoveredListing, lost),
};
RECORD_TYPE (recovered_listing, GsRecoveredListing, "recovered kind", "recovered kinds");

static const GsField backup_listing_fields[] = {
  TEXT (GsBackupListing, name),      TEXT (GsBackupListing, path),
  TEXT (GsBackupListing, at),        WORD (GsBackupListing, reason, gs_backup_reasons),
  INT (GsBackupListing, size),       INT (GsBackupListing, articles),
  INT (GsBackupListing, claims),     TEXT (GsBackupListing, title),
  BOOL (GsBackupListing, elsewhere), BOOL (GsBackupListing, broken),
};
RECORD_TYPE (backup_listing, GsBackupListing, "backup", "backups");

static const GsField list_filter_fields[] = {
  TEXT (GsListFilter, article),
  TEXT (GsListFilter, question),
  TEXT (GsListFilter, tag),
  TEXT (GsListFilter, source),
  TEXT (GsListFilter, language),
  TEXT (GsListFilter, since),
  TEXT (GsListFilter, until),
  TEXT (GsListFilter, text),
  TEXT (GsListFilter, stance),
  TEXT (GsListFilter, kind),
  BOOL (GsListFilter, untagged),
  BOOL (GsListFilter, unanswering),
  BOOL (GsListFilter, orphaned),
  BOOL (GsListFilter, conflicting),
  BOOL (GsListFilter, dated),
  BOOL (GsListFilter, measured),
  WORD (GsListFilter, order, gs_orders),
  BOOL (GsListFilter, descending),
};
RECORD_TYPE (list_filter, GsListFilter, "list filter", "list filters");

/**
 * gs_list_filter_free:
 * @filter: (transfer full) (nullable): a filter
 */
void
gs_list_filter_free (GsListFilter *filter)
{
  gs_record_free (&gs_list_filter_type, filter);
}
