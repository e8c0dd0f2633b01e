/* gs-db-check-derived.c: is what is kept beside the records true of them?
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-db-check-private.h"

/* Counts of claims by what they have, as they should be. */
#define TRUE_TALLY                                                                                                \
  "SELECT 'article' AS what, article AS id, count(*) AS n FROM claim WHERE article IS NOT NULL GROUP BY article " \
  "UNION ALL SELECT 'tag', tag, count(DISTINCT claim) FROM claim_tag GROUP BY tag "                               \
  "UNION ALL SELECT 'source', source, count(DISTINCT claim) FROM claim_hop WHERE source IS NOT NULL GROUP BY source "

#define OWNER                                                                          \
  "CASE t.what WHEN 'article' THEN (SELECT uuid FROM article AS x WHERE x.id = t.id) " \
  "WHEN 'tag' THEN (SELECT uuid FROM tag AS x WHERE x.id = t.id) "                     \
  "WHEN 'source' THEN (SELECT uuid FROM source AS x WHERE x.id = t.id) END"

/* How often one source relays another, in all and on each question, as it should be. */
#define TRUE_RELAYS                                                                                              \
  "SELECT 0 AS question, outer_source, inner_source, count(*) AS n FROM claim_relay GROUP BY 2, 3 UNION ALL "    \
  "SELECT c.question, r.outer_source, r.inner_source, count(*) FROM claim_relay AS r JOIN claim AS c ON c.id = " \
  "r.claim WHERE c.question IS NOT NULL GROUP BY 1, 2, 3"
#define RELAYS "SELECT question, outer_source, inner_source, n FROM relay"

static const char *const queries[] = {
  /* Totals. */
  "SELECT 'The count of ' || t.what || ' says ' || t.n || ', but there are ' || r.n || '.' FROM tally AS t JOIN ("
  "SELECT 'annotators' AS what, (SELECT count(*) FROM annotator) AS n UNION ALL SELECT 'tags', (SELECT count(*) FROM "
  "tag) UNION ALL SELECT 'sources', (SELECT count(*) FROM source) UNION ALL SELECT 'questions', (SELECT count(*) FROM "
  "question) UNION ALL SELECT 'articles', (SELECT count(*) FROM article) UNION ALL SELECT 'claims', (SELECT count(*) "
  "FROM claim) UNION ALL SELECT 'links', (SELECT count(*) FROM link)) AS r ON r.what = t.what "
  "WHERE t.id = 0 AND t.n <> r.n",

  /* The same by runs of row numbers. */
  "SELECT 'The rows of ' || r.what || ' are not counted as they lie.' FROM (SELECT 'articles' AS what, id >> 10 AS "
  "number, count(*) AS n FROM article GROUP BY 2 UNION ALL SELECT 'claims', id >> 10, count(*) FROM claim GROUP BY 2) "
  "AS r LEFT JOIN part AS p ON p.what = r.what AND p.number = r.number WHERE p.n IS NOT r.n",
  "SELECT 'The rows of ' || p.what || ' are not counted as they lie.' FROM part AS p WHERE p.n <> 0 AND NOT EXISTS ("
  "SELECT 1 FROM article WHERE p.what = 'articles' AND id >= p.number << 10 AND id < (p.number + 1) << 10) AND NOT "
  "EXISTS (SELECT 1 FROM claim WHERE p.what = 'claims' AND id >= p.number << 10 AND id < (p.number + 1) << 10)",

  /* Claims an article, tag or source has: too many or too few said, or not said at all. */
  "SELECT 'The claim count of ' || t.what || ' ' || coalesce (" OWNER
  ", t.id) || ' says ' || t.n || ', but it has ' || "
  "coalesce (r.n, 0) || '.' FROM tally AS t LEFT JOIN (" TRUE_TALLY ") AS r ON r.what = t.what AND r.id = t.id "
  "WHERE t.id <> 0 AND t.n <> coalesce (r.n, 0)",
  "SELECT 'The claim count of ' || t.what || ' ' || coalesce (" OWNER ", t.id) || ' is missing.' "
  "FROM (" TRUE_TALLY ") AS t WHERE NOT EXISTS (SELECT 1 FROM tally AS y WHERE y.what = t.what AND y.id = t.id)",

  /* The board of questions. */
  "SELECT 'The counts of question ' || q.uuid || ' are not those of its claims.' FROM question AS q "
  "LEFT JOIN question_stat AS s ON s.question = q.id LEFT JOIN (SELECT question, count(*) AS claims, "
  "sum (stance = 'asserts') AS asserted, sum (stance = 'denies') AS denied, "
  "count(DISTINCT CASE WHEN stance = 'asserts' THEN lower (trim (value)) END) AS answers "
  "FROM claim WHERE question IS NOT NULL GROUP BY question) AS r ON r.question = q.id "
  "WHERE s.question IS NULL OR s.exclusive <> q.exclusive OR s.claims <> coalesce (r.claims, 0) OR "
  "s.asserted <> coalesce (r.asserted, 0) OR s.denied <> coalesce (r.denied, 0) OR s.answers <> coalesce (r.answers, "
  "0)",

  /* Links by question. */
  "SELECT 'Link ' || l.uuid || ' is not found by the question of its claim.' FROM link AS l LEFT JOIN claim AS c "
  "ON c.id = l.a LEFT JOIN link_question AS w ON w.link = l.id WHERE w.question IS NOT c.question",
  "SELECT 'A link is found by a question, but is not there.' FROM link_question WHERE link NOT IN (SELECT id FROM "
  "link)",

  /* Who relays whom. */
  "SELECT DISTINCT 'It is not counted right how often ' || coalesce (o.name, o.uuid, d.outer_source) || ' relays ' || "
  "coalesce (i.name, i.uuid, d.inner_source) || '.' FROM (SELECT * FROM (SELECT * FROM (" TRUE_RELAYS ") EXCEPT " RELAYS
  ") UNION ALL SELECT * FROM (" RELAYS " EXCEPT SELECT * FROM (" TRUE_RELAYS "))) AS d "
  "LEFT JOIN source AS o ON o.id = d.outer_source LEFT JOIN source AS i ON i.id = d.inner_source",

  /* Which articles are to be compared with the others. */
  "SELECT 'Article ' || a.uuid || ' is not compared with the others, and not noted.' FROM article AS a JOIN "
  "article_index AS i ON i.id = a.id LEFT JOIN sketch AS s ON s.article = i.id WHERE i.body IS NOT NULL AND "
  "s.body IS NOT i.body AND a.id NOT IN (SELECT article FROM sketch_due)",

  /* What the rules of contradiction compare. */
  "SELECT 'The standpoint of claim ' || c.uuid || ' is missing.' FROM claim AS c WHERE NOT EXISTS (SELECT 1 FROM "
  "claim_standpoint AS m JOIN standpoint AS s ON s.id = m.standpoint WHERE m.claim = c.id) "
  "AND c.id NOT IN (SELECT claim FROM claim_due)",
  "SELECT 'A standpoint says that ' || s.n || ' claims take it, but it has ' || count(m.claim) || '.' FROM standpoint "
  "AS s LEFT JOIN claim_standpoint AS m ON m.standpoint = s.id GROUP BY s.id HAVING s.n <> count(m.claim)",
  "SELECT 'A standpoint is found under a key, but is not there.' FROM standpoint_key WHERE standpoint NOT IN "
  "(SELECT id FROM standpoint)",

  /* Paths of tags. */
  "SELECT 'The path of tag ' || t.uuid || ' is “' || coalesce (t.path, '') || '”, which is not where it stands.' "
  "FROM tag AS t LEFT JOIN tag AS p ON p.id = t.parent "
  "WHERE t.path IS NOT CASE WHEN p.id IS NULL THEN t.name ELSE p.path || '/' || t.name END",
  "SELECT 'Two tags have the path “' || path || '”: ' || group_concat (uuid, ', ') || '.' FROM tag GROUP BY path "
  "HAVING count(*) > 1",

  /* What is indexed, against what is there. */
  "SELECT 'Claim ' || p.uuid || ' is not listed as it is.' FROM (SELECT c.uuid, v.* FROM claim AS c JOIN claim_place "
  "AS "
  "v ON v.id = c.id) AS p LEFT JOIN claim_index AS i ON i.id = p.id WHERE i.id IS NULL OR i.article IS NOT p.article "
  "OR "
  "i.start IS NOT p.start OR i.\"end\" IS NOT p.\"end\" OR i.label IS NOT p.label OR i.summary IS NOT p.summary OR "
  "i.quote IS NOT p.quote",
  "SELECT 'The search index holds a claim that is not there.' FROM claim_index WHERE id NOT IN (SELECT id FROM claim)",
  "SELECT 'Article ' || a.uuid || ' is not indexed as it is.' FROM article AS a LEFT JOIN article_index AS i "
  "ON i.id = a.id WHERE i.id IS NULL OR i.title IS NOT a.title OR i.body IS NOT "
  "(SELECT body FROM revision WHERE article = a.id ORDER BY number DESC LIMIT 1)",
  "SELECT 'The search index holds an article that is not there.' FROM article_index WHERE id NOT IN "
  "(SELECT id FROM article)",
  "SELECT 'Article ' || a.uuid || ' is not in the search index.' FROM article AS a WHERE id NOT IN "
  "(SELECT id FROM article_fts_docsize)",
  "SELECT 'Claim ' || c.uuid || ' is not in the search index.' FROM claim AS c WHERE id NOT IN "
  "(SELECT id FROM claim_fts_docsize)",
};

/* Compares every word of the index with the texts. FTS5 does so by a command
 * that looks like a write, and tells of a difference as of damage. */
static gboolean
check_words (GsDbConnection *db, GPtrArray *findings, const char *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)", table, table);
  g_autoptr (GError) damage = NULL;

  if (db->read_only || gs_db_run (db, &damage, sql, ""))
    return TRUE;

  if (!g_error_matches (damage, GS_DB_ERROR, GS_DB_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&damage));
      return FALSE;
    }
  g_ptr_array_add (findings, g_strdup_printf ("The search index of %s does not agree with their texts.",
                                              g_str_has_prefix (table, "claim") ? "claims" : "articles"));

  return TRUE;
}

gboolean
gs_db_check_derived (GsDbConnection *db, GPtrArray *findings, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      if (!gs_db_check_collect (db, findings, queries[i], error))
        return FALSE;
    }

  return check_words (db, findings, "article_fts", error) && check_words (db, findings, "claim_fts", error);
}
