#include "ctk_digest.h"

#include <nettle/sha2.h>

_Static_assert(CTK_SHA256_SIZE == SHA256_DIGEST_SIZE, "the digest's size is fixed by SHA-256");

void ctk_sha256(const uint8_t *bytes, size_t length, uint8_t digest[CTK_SHA256_SIZE]) {
  struct sha256_ctx context;
  sha256_init(&context);
  if (length > 0) sha256_update(&context, length, bytes);
  sha256_digest(&context, SHA256_DIGEST_SIZE, digest);
}
