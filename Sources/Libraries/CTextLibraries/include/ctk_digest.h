/* SHA-256 by nettle. */
#ifndef CTK_DIGEST_H
#define CTK_DIGEST_H
#include <stddef.h>
#include <stdint.h>

#define CTK_SHA256_SIZE 32

/* Writes the SHA-256 of `length` bytes into `digest`. `bytes` may be NULL where `length` is 0. */
void ctk_sha256(const uint8_t *bytes, size_t length, uint8_t digest[CTK_SHA256_SIZE]);
#endif
