/* Unicode normalization form KC, and the traditional-to-simplified table, by ICU. */
#ifndef CTK_NORMALIZE_H
#define CTK_NORMALIZE_H
#include <stddef.h>
#include <stdint.h>

/* What NFKC does to a code point that stands alone. Every other value of an entry is the code
   point of the Basic Multilingual Plane that takes its place. */
enum {
  ctk_nfkc_stable = 0,   /* stays, and nothing before it reaches over its start */
  ctk_nfkc_joins = 1,    /* may combine with what stands before it */
  ctk_nfkc_unstable = 2, /* becomes several code points, or one beyond the plane */
};

/* A segment for ctk_nfkc has at most this many bytes; its result at most this many. */
enum { ctk_nfkc_source_limit = 1024, ctk_nfkc_result_limit = 16384 };

/* Fills `entries` for the code points 0 to 0xFFFF; `count` is 65536. Returns 0, or ICU's error. */
int32_t ctk_nfkc_entries(uint16_t *entries, size_t count);

/* The entry of any one code point; ctk_nfkc_stable where ICU cannot be asked. */
uint16_t ctk_nfkc_entry(uint32_t code_point);

/* Normalizes `length` bytes of UTF-8 into `result`; ill-formed bytes become U+FFFD.
   Returns the length of the result, or -1 where a limit is passed or ICU fails. */
int32_t ctk_nfkc(const uint8_t *source, size_t length, uint8_t *result, size_t capacity);

/* Writes what ICU's transliterator «Traditional-Simplified» makes of each code point from `first`,
   one by one; the code point itself where the result is not a single one.
   Returns 0, or ICU's error. */
int32_t ctk_simplified(uint32_t first, uint32_t *results, size_t count);
#endif
