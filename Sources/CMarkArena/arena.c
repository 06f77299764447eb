#include "CMarkArena.h"
#include <pthread.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// In front of every block, to know how much of it to copy when it grows. As long as the strictest alignment.
///
/// Its last byte is 0: libcmark-gfm before 0.29.0.gfm.7 looks at the byte in front of a text that begins with `mailto:`
/// (CVE-2023-22485), and finds no letter there then, in every run.
typedef union {
  size_t size;
  max_align_t alignment;
  uint8_t bytes[sizeof(max_align_t)];
} header;

/// A piece of memory, followed by what it holds.
typedef struct piece {
  struct piece *previous;
  size_t size;
  max_align_t start[];
} piece;

struct opyt_arena {
  piece *last;
  /// The free rest of the last piece.
  uint8_t *next, *end;
  /// How much the pieces have together, and may have.
  size_t size, limit;
  /// Where to go on when that is not enough; `NULL` where the process ends then.
  jmp_buf *exhausted;
};

/// The first piece is enough for most texts; it is what a thread keeps.
static const size_t first_size = 256 * 1024;
/// Pieces grow up to this size.
static const size_t most_size = 16 * 1024 * 1024;

static _Thread_local opyt_arena *in_use = NULL;

// MARK: Pieces

static void add_piece(opyt_arena *arena, size_t size) {
  if (arena->exhausted && size > arena->limit - arena->size) longjmp(*arena->exhausted, 1);
  piece *added = malloc(sizeof(piece) + size);
  if (!added) abort();
  added->previous = arena->last;
  added->size = size;
  arena->last = added;
  arena->size += size;
  arena->next = (uint8_t *)added->start;
  arena->end = arena->next + size;
}

static size_t rounded(size_t size) { return (size + sizeof(header) - 1) & ~(sizeof(header) - 1); }

static header *header_of(void *block) { return (header *)block - 1; }

static int is_last(const opyt_arena *arena, const header *block) {
  return (const uint8_t *)(block + 1) + block->size == arena->next;
}

// MARK: The allocator

static void *take(size_t size) {
  opyt_arena *arena = in_use;
  if (!arena || size > SIZE_MAX / 4) abort();
  size_t needed = sizeof(header) + rounded(size);
  if (needed > (size_t)(arena->end - arena->next)) {
    size_t size = arena->last->size * 2;
    if (size > most_size) size = most_size;
    // The last of what there may be is given out to its end.
    if (arena->exhausted && size > arena->limit - arena->size) size = arena->limit - arena->size;
    add_piece(arena, needed > size ? needed : size);
  }
  header *block = (header *)arena->next;
  block->bytes[sizeof(header) - 1] = 0;
  block->size = rounded(size);
  arena->next += needed;
  return block + 1;
}

static void *take_zeroed(size_t count, size_t size) {
  if (size && count > SIZE_MAX / 4 / size) abort();
  return memset(take(count * size), 0, count * size);
}

static void *grow(void *old, size_t size) {
  if (!old) return take(size);
  header *block = header_of(old);
  if (size <= block->size) return old;
  opyt_arena *arena = in_use;
  if (!arena || size > SIZE_MAX / 4) abort();
  // What was taken last grows where it stands.
  size_t more = rounded(size) - block->size;
  if (is_last(arena, block) && more <= (size_t)(arena->end - arena->next)) {
    block->size += more;
    arena->next += more;
    return old;
  }
  return memcpy(take(size), old, block->size);
}

/// What was taken last is there again for the next: helpers of a moment cost nothing. The rest goes with the arena.
static void give_back(void *old) {
  if (!old || !in_use) return;
  header *block = header_of(old);
  if (is_last(in_use, block)) in_use->next = (uint8_t *)block;
}

cmark_mem *opyt_arena_allocator(void) {
  static cmark_mem allocator = {take_zeroed, grow, give_back};
  return &allocator;
}

void opyt_arena_begin(opyt_arena *arena) { in_use = arena; }
void opyt_arena_end(void) { in_use = NULL; }

// MARK: Parsing

/// libcmark-gfm knows no way back from an allocation that fails, so it is left by a jump. All that it has taken is in
/// the arena. What it leaves in its tables of the process are the characters of extensions, which no text reads that does
/// not want the extension.
cmark_node *opyt_arena_parse(opyt_arena *arena, cmark_parser *parser, const char *text, size_t count, size_t limit) {
  cmark_node *volatile root = NULL;
  jmp_buf exhausted;
  arena->limit = limit > arena->size ? limit : arena->size;
  arena->exhausted = &exhausted;
  if (setjmp(exhausted) == 0) {
    cmark_parser_feed(parser, text, count);
    root = cmark_parser_finish(parser);
  }
  arena->exhausted = NULL;
  return root;
}

// MARK: Ownership

static void destroy(void *value) {
  opyt_arena *arena = value;
  while (arena->last) {
    piece *previous = arena->last->previous;
    free(arena->last);
    arena->last = previous;
  }
  free(arena);
}

/// Where a thread keeps its spare arena, which goes when the thread ends.
static pthread_key_t spare;
static pthread_once_t spare_once = PTHREAD_ONCE_INIT;
static void make_spare(void) {
  if (pthread_key_create(&spare, destroy) != 0) abort();
}

opyt_arena *opyt_arena_borrow(void) {
  pthread_once(&spare_once, make_spare);
  opyt_arena *arena = pthread_getspecific(spare);
  if (arena) {
    pthread_setspecific(spare, NULL);
    return arena;
  }
  arena = malloc(sizeof *arena);
  if (!arena) abort();
  arena->last = NULL;
  arena->size = 0;
  arena->exhausted = NULL;
  add_piece(arena, first_size);
  return arena;
}

void opyt_arena_return(opyt_arena *arena) {
  while (arena->last->previous) {
    piece *previous = arena->last->previous;
    arena->size -= arena->last->size;
    free(arena->last);
    arena->last = previous;
  }
  arena->next = (uint8_t *)arena->last->start;
  arena->end = arena->next + arena->last->size;
  if (pthread_getspecific(spare) || pthread_setspecific(spare, arena) != 0) destroy(arena);
}

size_t opyt_arena_size(const opyt_arena *arena) {
  size_t size = (size_t)(arena->next - (const uint8_t *)arena->last->start);
  for (const piece *piece = arena->last->previous; piece; piece = piece->previous) size += piece->size;
  return size;
}
