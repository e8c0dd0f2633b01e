/* fuzz-corpus.c: runs a fuzz target over its corpus, as an ordinary test.
 *
 * Copyright 2026 The Gainsay authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * fuzz-corpus FOLDER FILE…. Also every prefix and every file with one byte
 * flipped at some places, so that the test keeps some of the fuzzer's curiosity.
 */

#include "config.h"

#include "fuzz.h"

#include "gs-test.h"

#define N_VARIANTS 40

static void
run_variants (const guint8 *data, gsize length)
{
  gsize step = MAX (length / N_VARIANTS, 1);

  for (gsize i = 0; i < length; i += step)
    {
      g_autofree guint8 *flipped = g_memdup2 (data, length);

      LLVMFuzzerTestOneInput (data, i);
      flipped[i] ^= (guint8) (1u << (i % 8));
      LLVMFuzzerTestOneInput (flipped, length);
    }
}

static void
run_file (const char *path)
{
  g_autoptr (GBytes) bytes = gs_test_read (path);
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  LLVMFuzzerTestOneInput (data, length);
  run_variants (data, length);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  GDir *folder;
  const char *name;
  int n_files = argc - 2;

  g_assert_cmpint (argc, >=, 2);
  folder = g_dir_open (argv[1], 0, &error);
  g_assert_no_error (error);

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);

      run_file (path);
      n_files++;
    }
  g_dir_close (folder);
  for (int i = 2; i < argc; i++)
    run_file (argv[i]);

  g_assert_cmpint (n_files, >, 0);
  g_print ("%d files\n", n_files);

  return 0;
}
