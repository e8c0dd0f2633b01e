/* gs-report-options.c: what a report is of and how it looks.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-report.h"

static const char *const paper_nicks[] = { "a4", "letter", NULL };
const GsWordList gs_papers = { "paper", paper_nicks };

/**
 * gs_report_options_init_copy:
 * @self: (out caller-allocates): to be cleared with gs_report_options_clear()
 * @from: (nullable): copied; %NULL: everything
 */
void
gs_report_options_init_copy (GsReportOptions *self, const GsReportOptions *from)
{
  *self = (GsReportOptions){ 0 };
  if (from == NULL)
    return;

  *self = *from;
  self->question = g_strdup (from->question);
  self->tag = g_strdup (from->tag);
  self->source = g_strdup (from->source);
  self->articles = g_strdupv (from->articles);
  self->language = g_strdup (from->language);
}

/**
 * gs_report_options_clear:
 * @self: options whose members it owns
 */
void
gs_report_options_clear (GsReportOptions *self)
{
  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->tag, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->articles, g_strfreev);
  g_clear_pointer (&self->language, g_free);
}

/**
 * gs_report_options_are_whole:
 * @self: (nullable): options
 *
 * Returns: whether a report with them leaves nothing out
 */
gboolean
gs_report_options_are_whole (const GsReportOptions *self)
{
  return self == NULL
         || (self->question == NULL && self->tag == NULL && self->source == NULL && self->articles == NULL
             && !self->judged);
}
