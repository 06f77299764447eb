#pragma once

#include <stdint.h>

// Questions about sixty-four bytes at once, which Swift's own vectors can't answer with a bit for each byte. The first
// byte's bit is the lowest. Vectors as GCC and Clang have them ("Using Vector Instructions through Built-in Functions").

typedef uint8_t opyt_bytes __attribute__((vector_size(16), aligned(1), may_alias));

static inline uint64_t opyt_bits(opyt_bytes yes) {
#ifdef __SSE2__
    typedef char opyt_chars __attribute__((vector_size(16)));
    return (uint16_t)__builtin_ia32_pmovmskb128((opyt_chars)yes);
#else
    const opyt_bytes places = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
    const opyt_bytes bits = yes & places;
    return (uint64_t)__builtin_reduce_add(__builtin_shufflevector(bits, bits, 0, 1, 2, 3, 4, 5, 6, 7))
         | (uint64_t)__builtin_reduce_add(__builtin_shufflevector(bits, bits, 8, 9, 10, 11, 12, 13, 14, 15)) << 8;
#endif
}

#define OPYT_ALL(byte) ((opyt_bytes){} + (uint8_t)(byte))
#define OPYT_EACH(question)                                                   \
    uint64_t answer = 0;                                                      \
    for (int group = 0; group < 4; ++group) {                                 \
        const opyt_bytes b = *(const opyt_bytes *)(bytes + 16 * group);       \
        answer |= opyt_bits((opyt_bytes)(question)) << (16 * group);          \
    }                                                                         \
    return answer

/// Where a byte is this one once the other bits are gone.
static inline uint64_t opyt_mask_of(const uint8_t *bytes, uint8_t kept, uint8_t byte) {
    OPYT_EACH((b & OPYT_ALL(kept)) == OPYT_ALL(byte));
}

/// Where a byte is so much above `first` at most.
static inline uint64_t opyt_mask_of_range(const uint8_t *bytes, uint8_t first, uint8_t distance) {
    OPYT_EACH((b - OPYT_ALL(first)) <= OPYT_ALL(distance));
}


#undef OPYT_ALL
#undef OPYT_EACH
