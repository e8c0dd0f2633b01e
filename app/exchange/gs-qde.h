/* gs-qde.h: project.qde of a REFI-QDA project, as it stands in the file.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One pass over the XML gathers what we have a place for and counts the rest.
 * A selection may name notes and codes that come later, so records are made of
 * it afterwards (gs-qdpx-read.c).
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  char *guid;
  char *name;
  char *user;
  char *created;
  char *modifier;
  char *modified;
} GsQdeHead;

typedef struct
{
  GsQdeHead  head;
  char      *parent; /* guid of a code */
  char      *colour;
  char      *description;
  GPtrArray *notes; /* guids */
} GsQdeCode;

typedef struct
{
  GsQdeHead  head;
  char      *description;
  gint64     start;
  gint64     end;
  GPtrArray *codes; /* guids */
  GPtrArray *notes;
} GsQdeSelection;

typedef struct
{
  char *variable; /* guid */
  char *text;
} GsQdeValue;

/* A text source, a representation of one in another medium, or a note. */
typedef struct
{
  GsQdeHead  head;
  char      *description;
  char      *path; /* plainTextPath */
  char      *content;
  GPtrArray *selections; /* GsQdeSelection */
  GPtrArray *codes;
  GPtrArray *notes;
  GPtrArray *values; /* GsQdeValue */
} GsQdeText;

typedef struct
{
  GsQdeHead  head;
  char      *description;
  GPtrArray *values;
} GsQdeCase;

typedef struct
{
  GsQdeHead  head;
  char      *origin; /* guid of one end */
  char      *target;
} GsQdeLink;

typedef struct
{
  GsQdeHead  head;
  char      *description;
  GPtrArray *notes;
} GsQdeSet;

typedef struct
{
  char      *origin; /* the program */
  char      *name;
  char      *description;
  GPtrArray *users;     /* GsQdeHead */
  GPtrArray *codes;     /* GsQdeCode */
  GPtrArray *variables; /* GsQdeHead */
  GPtrArray *cases;     /* GsQdeCase */
  GPtrArray *texts;     /* GsQdeText */
  GPtrArray *notes;     /* GsQdeText */
  GPtrArray *links;     /* GsQdeLink */
  GPtrArray *sets;      /* GsQdeSet */
  guint      n_media;   /* pictures, audio, video */
  guint      n_areas;   /* selections in those and on pages */
  guint      n_graphs;
} GsQde;

/* Of a project or of a code book; GS_ERROR_UNREADABLE, GS_ERROR_LIMIT. */
GsQde *gs_qde_parse (GBytes  *bytes,
                     GError **error);
void   gs_qde_free  (GsQde   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GsQde, gs_qde_free)

G_END_DECLS
