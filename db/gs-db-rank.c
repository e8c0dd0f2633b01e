/* gs-db-rank.c: how well a row answers a full-text query.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * FTS5's own bm25() weighs each word by how rare it is, for which it counts
 * every row that has it, however few are to be ranked: seconds, where a
 * million claims have it. All words of a query must occur anyway, so what
 * remains of bm25 without that weight ranks as well, and asks only of the row.
 */

#include "config.h"

#include "gs-db-private.h"

/* As bm25() has them: how fast repetition stops to count, and how much length does. */
#define K1 1.2
#define B 0.75

/* Times that each phrase occurs, weighted by column. */
static int
count_phrases (const Fts5ExtensionApi *api, Fts5Context *context, int n_values, sqlite3_value **values, double *counts)
{
  int n = 0;
  int code = api->xInstCount (context, &n);

  for (int i = 0; code == SQLITE_OK && i < n; i++)
    {
      int phrase, column, offset;

      code = api->xInst (context, i, &phrase, &column, &offset);
      if (code == SQLITE_OK)
        counts[phrase] += column < n_values ? sqlite3_value_double (values[column]) : 1.0;
    }

  return code;
}

static int
get_length (const Fts5ExtensionApi *api, Fts5Context *context, double *relative)
{
  sqlite3_int64 rows = 0, tokens = 0;
  int length = 0;
  int code = api->xRowCount (context, &rows);

  if (code == SQLITE_OK)
    code = api->xColumnTotalSize (context, -1, &tokens);
  if (code == SQLITE_OK)
    code = api->xColumnSize (context, -1, &length);
  *relative = tokens > 0 ? (double) length * (double) rows / (double) tokens : 1.0;

  return code;
}

/* gs_rank (table, weight of each column…): the lower the better, as bm25(). */
static void
rank_func (const Fts5ExtensionApi *api,
           Fts5Context *context,
           sqlite3_context *result,
           int n_values,
           sqlite3_value **values)
{
  int n_phrases = api->xPhraseCount (context);
  g_autofree double *counts = g_new0 (double, MAX (n_phrases, 1));
  double relative = 1.0, score = 0.0;
  int code = count_phrases (api, context, n_values, values, counts);

  if (code == SQLITE_OK)
    code = get_length (api, context, &relative);
  if (code != SQLITE_OK)
    {
      sqlite3_result_error_code (result, code);
      return;
    }

  for (int i = 0; i < n_phrases; i++)
    score += counts[i] * (K1 + 1.0) / (counts[i] + K1 * (1.0 - B + B * relative));
  sqlite3_result_double (result, -score);
}

/**
 * gs_db_rank_register:
 * @self: a connection that is being opened
 *
 * Makes gs_rank() known to it, an auxiliary function of FTS5, and what a word is.
 *
 * Returns: whether that was done
 */
gboolean
gs_db_rank_register (GsDbConnection *self, GError **error)
{
  fts5_api *api = NULL;
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (self->handle, "SELECT fts5 (?1)", -1, &statement, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_bind_pointer (statement, 1, &api, "fts5_api_ptr", NULL);
  if (code == SQLITE_OK)
    sqlite3_step (statement);
  code = sqlite3_finalize (statement);
  if (code == SQLITE_OK)
    code = api != NULL ? api->xCreateFunction (api, "gs_rank", NULL, rank_func, NULL) : SQLITE_ERROR;
  if (code == SQLITE_OK)
    code = gs_db_words_register (api);
  if (code == SQLITE_OK)
    return TRUE;

  gs_db_set_error (self, code, error);

  return FALSE;
}
