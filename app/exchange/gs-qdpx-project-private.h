/* gs-qdpx-project-private.h: what the parts of reading a REFI-QDA project share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "gs-qda.h"
#include "gs-qde.h"
#include "gs-qdpx-units.h"

G_BEGIN_DECLS

typedef struct
{
  GsQda       *qda;
  GsQde       *qde;
  GHashTable  *parts; /* of the archive; (nullable) */
  gboolean     ours;  /* Gainsay wrote it */
  GsQdpxUnits  units;
  GHashTable  *notes;     /* guid → GsQdeText */
  GHashTable  *used;      /* notes that found a place: GsQdeText, a set */
  GHashTable  *variables; /* guid → GsQdeHead */
  GHashTable **records;   /* for each of gs_workspace_types: guid → our record */
  guint        n_unread;  /* texts that are not there or not UTF-8 */
  guint        n_places;  /* that are not in their text */
  guint        n_links;
  guint        n_values;
} GsQdpxProject;

/* @guid: (nullable). NULL when nothing of that type has it. */
gpointer    gs_qdpx_find          (GsQdpxProject      *self,
                                   const GsRecordType *type,
                                   const char         *guid);
gpointer    gs_qdpx_add_record    (GsQdpxProject      *self,
                                   const GsRecordType *type,
                                   GsQdeHead          *head);
/* Who made it and when. */
void        gs_qdpx_complete      (GsQdpxProject      *self,
                                   GsHeadRecord       *record,
                                   const GsQdeHead    *head);
/* The text of a note: in the project, or in a file of the archive.
 * (transfer full) (nullable) */
char       *gs_qdpx_read_text     (GsQdpxProject      *self,
                                   const GsQdeText    *text);
void        gs_qdpx_add_tags      (GsQdpxProject      *self,
                                   GsClaimRecord      *claim,
                                   const GPtrArray    *codes);
/* (nullable): of the variable that has the value. */
const char *gs_qdpx_variable_name (GsQdpxProject      *self,
                                   const GsQdeValue   *value);

/* gs-qdpx-own.c: in a project of ours cases are sources, sets are questions and
 * notes are claims. */
void        gs_qdpx_build_own     (GsQdpxProject      *self);

G_END_DECLS
