#pragma once
#include <cmark-gfm.h>
#include <stddef.h>

#if !defined(__clang__)
#define _Nonnull
#define _Nullable
#endif

/// Memory for one parsed text, taken in large pieces and given back all at once: nodes and strings of a text live
/// exactly as long as its tree, so none of them is freed on its own.
///
/// libcmark-gfm's own arena is one for the whole process; this one belongs to whoever borrowed it.
typedef struct opyt_arena opyt_arena;

/// An empty arena, for the caller alone until it is returned. Ends the process when memory is exhausted, as libcmark-gfm
/// does.
opyt_arena *_Nonnull opyt_arena_borrow(void);

/// Gives back all that was taken from the arena. A thread keeps one small arena for its next text, until it ends.
void opyt_arena_return(opyt_arena *_Nonnull arena);

/// From here to `opyt_arena_end`, the allocator takes from this arena on this thread.
void opyt_arena_begin(opyt_arena *_Nonnull arena);
void opyt_arena_end(void);

/// Parses a text with a parser whose memory is that of the arena in use.
///
/// - Returns: `NULL` where its tree would take more than `limit` bytes: then the arena may only be returned.
cmark_node *_Nullable opyt_arena_parse(opyt_arena *_Nonnull arena, cmark_parser *_Nonnull parser,
                                       const char *_Nullable text, size_t count, size_t limit);

/// The functions for libcmark-gfm. They end the process where no arena is in use.
cmark_mem *_Nonnull opyt_arena_allocator(void);

/// How many bytes were taken from the arena, for tests.
size_t opyt_arena_size(const opyt_arena *_Nonnull arena);
