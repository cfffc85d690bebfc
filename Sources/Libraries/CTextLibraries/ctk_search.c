#define _GNU_SOURCE
#include "ctk_search.h"

#include <string.h>

size_t ctk_find_byte(const uint8_t *bytes, size_t length, uint8_t byte) {
  const uint8_t *found = length > 0 ? memchr(bytes, byte, length) : NULL;
  return found == NULL ? length : (size_t)(found - bytes);
}

size_t ctk_find(const uint8_t *bytes, size_t length, const uint8_t *needle, size_t needle_length) {
  const uint8_t *found = length > 0 ? memmem(bytes, length, needle, needle_length) : NULL;
  return found == NULL ? length : (size_t)(found - bytes);
}
