// The floor of a build: read every source, turn its body into HTML with libcmark-gfm, write one page for it. Nothing else.
//
//   cc -O2 floor.c -lcmark-gfm -lcmark-gfm-extensions -lpthread -o floor
//   floor CONTENT OUTPUT

#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FRAME_BYTES = 4096, MAXIMUM_THREADS = 64, OPTIONS = CMARK_OPT_FOOTNOTES };

static const char *extension_names[] = {"table", "strikethrough", "tasklist", "autolink"};
static char **sources;
static size_t source_count;
static atomic_size_t next_source;
static size_t content_length;
static const char *output_folder;
static char frame[FRAME_BYTES];
static pthread_mutex_t parsing = PTHREAD_MUTEX_INITIALIZER;

static void fail(const char *path) {
  fprintf(stderr, "floor: %s: %s\n", path, strerror(errno));
  exit(1);
}

// The same place below the output folder.
static char *output_path(const char *path, const char *suffix) {
  char *result;
  if (asprintf(&result, "%s%s%s", output_folder, path + content_length, suffix) < 0) fail(path);
  return result;
}

static int visit(const char *path, const struct stat *info, int type, struct FTW *walk) {
  (void)info, (void)walk;
  if (type == FTW_D) {
    char *folder = output_path(path, "");
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) fail(folder);
    free(folder);
  } else if (type == FTW_F) {
    if ((source_count & (source_count - 1)) == 0) {
      size_t room = source_count ? 2 * source_count : 1;
      sources = realloc(sources, room * sizeof *sources);
      if (!sources) fail(path);
    }
    sources[source_count++] = strdup(path);
  }
  return 0;
}

static char *read_source(const char *path, size_t *length) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  struct stat info;
  if (file < 0 || fstat(file, &info) != 0) fail(path);
  char *bytes = malloc((size_t)info.st_size + 1);
  if (!bytes) fail(path);
  size_t filled = 0;
  ssize_t got;
  while ((got = read(file, bytes + filled, (size_t)info.st_size - filled)) > 0) filled += (size_t)got;
  if (got < 0) fail(path);
  close(file);
  bytes[filled] = 0;
  *length = filled;
  return bytes;
}

static const char *body_start(const char *source) {
  if (strncmp(source, "---\n", 4) != 0) return source;
  const char *end = strstr(source + 4, "\n---\n");
  return end ? end + 5 : source;
}

static void write_bytes(int file, const char *bytes, size_t length, const char *path) {
  while (length > 0) {
    ssize_t put = write(file, bytes, length);
    if (put < 0) fail(path);
    bytes += put;
    length -= (size_t)put;
  }
}

static void write_page(const char *source_path, const char *html) {
  char *path = output_path(source_path, ".html");
  int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) fail(path);
  write_bytes(file, frame, sizeof frame, path);
  write_bytes(file, html, strlen(html), path);
  close(file);
  free(path);
}

static char *convert(const char *text, size_t length) {
  // Parsing changes global tables of the extensions; rendering doesn't.
  pthread_mutex_lock(&parsing);
  cmark_parser *parser = cmark_parser_new(OPTIONS);
  for (size_t n = 0; n < sizeof extension_names / sizeof *extension_names; n++)
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extension_names[n]));
  cmark_parser_feed(parser, text, length);
  cmark_node *document = cmark_parser_finish(parser);
  pthread_mutex_unlock(&parsing);

  char *html = cmark_render_html(document, OPTIONS, cmark_parser_get_syntax_extensions(parser));
  cmark_node_free(document);
  cmark_parser_free(parser);
  return html;
}

static void *work(void *unused) {
  size_t index;
  while ((index = atomic_fetch_add(&next_source, 1)) < source_count) {
    size_t length;
    char *source = read_source(sources[index], &length);
    const char *body = body_start(source);
    char *html = convert(body, length - (size_t)(body - source));
    write_page(sources[index], html);
    free(html);
    free(source);
  }
  return unused;
}

int main(int count, char **arguments) {
  if (count != 3) {
    fprintf(stderr, "usage: floor CONTENT OUTPUT\n");
    return 2;
  }
  content_length = strlen(arguments[1]);
  output_folder = arguments[2];
  memset(frame, ' ', sizeof frame);
  cmark_gfm_core_extensions_ensure_registered();
  if (nftw(arguments[1], visit, 32, FTW_PHYS) != 0) fail(arguments[1]);

  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  if (cores > MAXIMUM_THREADS) cores = MAXIMUM_THREADS;
  pthread_t threads[MAXIMUM_THREADS];
  for (long n = 0; n < cores; n++)
    if (pthread_create(&threads[n], NULL, work, NULL) != 0) fail("pthread_create");
  for (long n = 0; n < cores; n++) pthread_join(threads[n], NULL);
  printf("%zu pages\n", source_count);
  return 0;
}
