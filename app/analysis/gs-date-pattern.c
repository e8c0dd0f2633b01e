/* gs-date-pattern.c: the rules of the grammar of dates, compiled.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "gs-date-pattern.h"

#include <string.h>

#include "gs-date-parser.h"

static GsDateNode *read_choice (const char **p);

static GsDateNode *
node_new (GsDateNodeKind kind, int what, const char *word)
{
  GsDateNode *node = g_new0 (GsDateNode, 1);

  node->kind = kind;
  node->what = what;
  node->word = word;

  return node;
}

static GsDateNode *
node_of (GsDateNodeKind kind, GsDateNode *child)
{
  GsDateNode *node = node_new (kind, 0, NULL);

  node->nodes = g_ptr_array_new ();
  g_ptr_array_add (node->nodes, child);

  return node;
}

static int
find_rule (const char *name, gsize length)
{
  for (int i = 0; gs_date_rules[i].name != NULL; i++)
    {
      if (strlen (gs_date_rules[i].name) == length && strncmp (gs_date_rules[i].name, name, length) == 0)
        return i;
    }
  g_error ("the grammar of dates has no rule “%.*s”", (int) length, name);
}

static GsDateNode *
read_name (const char **p)
{
  const char *name = *p;
  gsize length;

  while (g_ascii_isalnum (**p) || **p == '_')
    (*p)++;
  length = (gsize) (*p - name);
  g_assert (length > 0);

  if (g_ascii_islower (*name))
    return node_new (GS_DATE_NODE_RULE, find_rule (name, length), NULL);

  return node_new (GS_DATE_NODE_LEAF, gs_date_leaf_find (name, length), NULL);
}

static GsDateNode *
read_word (const char **p)
{
  const char *end = strchr (*p + 1, '"');
  const char *word = g_strndup (*p + 1, (gsize) (end - *p - 1));

  *p = end + 1;

  /* The grammar is made once and never freed. */
  return node_new (GS_DATE_NODE_WORD, 0, word);
}

static GsDateNode *
read_term (const char **p)
{
  GsDateNode *node;

  switch (**p)
    {
    case '(':
      (*p)++;
      node = read_choice (p);
      g_assert (**p == ')');
      (*p)++;
      break;
    case '"':
      node = read_word (p);
      break;
    case '_':
      (*p)++;
      node = node_new (GS_DATE_NODE_TOUCH, 0, NULL);
      break;
    case '{':
      node = node_new (GS_DATE_NODE_GUARD, (*p)[1], NULL);
      *p += 3;
      return node;
    case '@':
      node = node_new (GS_DATE_NODE_SIDE, (*p)[1] - '0', NULL);
      *p += 2;
      return node;
    default:
      node = read_name (p);
    }
  if (**p == '?')
    {
      (*p)++;
      return node_of (GS_DATE_NODE_OPTIONAL, node);
    }

  return node;
}

static GsDateNode *
read_sequence (const char **p)
{
  GsDateNode *node = node_new (GS_DATE_NODE_SEQUENCE, 0, NULL);

  node->nodes = g_ptr_array_new ();
  for (;;)
    {
      *p += strspn (*p, " ");
      if (**p == '\0' || **p == '|' || **p == ')')
        return node;
      g_ptr_array_add (node->nodes, read_term (p));
    }
}

static GsDateNode *
read_choice (const char **p)
{
  GsDateNode *node = node_of (GS_DATE_NODE_CHOICE, read_sequence (p));

  while (**p == '|')
    {
      (*p)++;
      g_ptr_array_add (node->nodes, read_sequence (p));
    }

  return node;
}

/**
 * gs_date_grammar_get:
 *
 * Compiled once and never freed; the rules are ours, so a mistake in them is a
 * programmer's. Any thread.
 *
 * Returns: (transfer none): the grammar
 */
const GsDateGrammar *
gs_date_grammar_get (void)
{
  static GsDateGrammar grammar;
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      guint n = 0;

      while (gs_date_rules[n].name != NULL)
        n++;
      grammar.n = n;
      grammar.rules = g_new0 (GsDateNode *, n);
      for (guint i = 0; i < n; i++)
        {
          const char *p = gs_date_rules[i].pattern;

          grammar.rules[i] = read_choice (&p);
          g_assert (*p == '\0');
        }
      g_once_init_leave (&made, 1);
    }

  return &grammar;
}
