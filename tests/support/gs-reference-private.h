/* gs-reference-private.h: what the parts of the reference loader share.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "gs-reference.h"

G_BEGIN_DECLS

typedef struct
{
  GsAction *action;
  const char *seeds;
  JsonObject *root;
  char *annotator;
  GHashTable *made;  /* UUIDs of tags */
  GHashTable *texts; /* file → GsText */
} GsReferenceLoader;

/* A record with the UUID that @id gives it, and stamps. */
gpointer    gs_reference_new_record      (GsReferenceLoader   *self,
                                          const GsRecordType  *type,
                                          const char          *id);
/* @record: (transfer full). */
void        gs_reference_save_record     (GsReferenceLoader   *self,
                                          const GsRecordType  *type,
                                          gpointer             record);
/* NULL for what is absent or null. */
const char *gs_reference_text            (JsonObject          *object,
                                          const char          *name);
/* The word of ours for one of the reference; an error of the test if none. */
int         gs_reference_word            (const char          *word,
                                          const char * const   pairs[][2],
                                          const GsWordList    *words);
/* (transfer full): UUID of the tag with that path, made with its parents. */
char       *gs_reference_ensure_tag      (GsReferenceLoader   *self,
                                          const char          *path);
/* The sides of a position conflict that is about exclusive values, or NULL. */
JsonArray  *gs_reference_exclusive_sides (GsReferenceLoader   *self,
                                          const char          *question);
void        gs_reference_load_claim      (GsReferenceLoader   *self,
                                          JsonObject          *json);

G_END_DECLS
