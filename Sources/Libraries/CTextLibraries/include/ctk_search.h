/* Search in bytes. */
#ifndef CTK_SEARCH_H
#define CTK_SEARCH_H
#include <stddef.h>
#include <stdint.h>

/* Where a byte, or a run of bytes (not empty), first stands; `length` where it is not there. */
size_t ctk_find_byte(const uint8_t *bytes, size_t length, uint8_t byte);
size_t ctk_find(const uint8_t *bytes, size_t length, const uint8_t *needle, size_t needle_length);
#endif
