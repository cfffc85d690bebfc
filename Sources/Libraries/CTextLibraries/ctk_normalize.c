#include "ctk_normalize.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { bmp_count = 0x10000, units_limit = 8192 };

/* ICU calls do nothing when the status is already a failure, so each use owns a fresh one. */
static const UNormalizer2 *nfkc(UErrorCode *status) {
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(status);
  return U_SUCCESS(*status) ? normalizer : NULL;
}

static uint16_t entry(const UNormalizer2 *normalizer, UChar32 code_point) {
  if (U_IS_SURROGATE(code_point) || code_point < 0 || code_point > UCHAR_MAX_VALUE)
    return ctk_nfkc_stable;
  if (!unorm2_hasBoundaryBefore(normalizer, code_point)) return ctk_nfkc_joins;

  UChar source[2];
  int32_t length = 0;
  U16_APPEND_UNSAFE(source, length, code_point);
  UChar result[64];
  UErrorCode status = U_ZERO_ERROR;
  int32_t result_length =
      unorm2_normalize(normalizer, source, length, result, 64, &status);
  if (U_FAILURE(status)) return ctk_nfkc_unstable;
  if (result_length == length && u_memcmp(source, result, length) == 0) return ctk_nfkc_stable;
  /* A replacement below 32 could be taken for a class; NFKC has none. */
  if (result_length == 1 && !U16_IS_SURROGATE(result[0]) && result[0] >= 32 &&
      unorm2_hasBoundaryBefore(normalizer, result[0]))
    return result[0];
  return ctk_nfkc_unstable;
}

/* Two thirds of the plane are ideographs, syllables and private characters, which no normalization
   form changes and none ever may (UAX #15, stability): ICU need not be asked of each. */
static int is_known_stable(UChar32 c) {
  return (c >= 0x3400 && c <= 0xA48F) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xE000 && c <= 0xF8FF);
}

int32_t ctk_nfkc_entries(uint16_t *entries, size_t count) {
  UErrorCode status = U_ZERO_ERROR;
  if (entries == NULL || count != bmp_count) return U_ILLEGAL_ARGUMENT_ERROR;
  const UNormalizer2 *normalizer = nfkc(&status);
  if (normalizer == NULL) return status;
  for (UChar32 c = 0; c < bmp_count; c++) {
    entries[c] = is_known_stable(c) ? ctk_nfkc_stable : entry(normalizer, c);
  }
  return 0;
}

uint16_t ctk_nfkc_entry(uint32_t code_point) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = nfkc(&status);
  if (normalizer == NULL || code_point > UCHAR_MAX_VALUE) return ctk_nfkc_stable;
  return entry(normalizer, (UChar32)code_point);
}

int32_t ctk_nfkc(const uint8_t *source, size_t length, uint8_t *result, size_t capacity) {
  if (source == NULL || result == NULL || length > ctk_nfkc_source_limit) return -1;
  if (capacity > ctk_nfkc_result_limit) capacity = ctk_nfkc_result_limit;

  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = nfkc(&status);
  if (normalizer == NULL) return -1;

  /* No byte of UTF-8 gives more than one UTF-16 unit. */
  UChar units[ctk_nfkc_source_limit];
  int32_t unit_count = 0;
  u_strFromUTF8WithSub(units, ctk_nfkc_source_limit, &unit_count, (const char *)source,
                       (int32_t)length, 0xFFFD, NULL, &status);
  if (U_FAILURE(status)) return -1;

  /* One unit gives at most 18 (U+FDFA, three bytes of UTF-8): 6 for each source byte. */
  UChar normalized[units_limit];
  int32_t normalized_count =
      unorm2_normalize(normalizer, units, unit_count, normalized, units_limit, &status);
  if (U_FAILURE(status)) return -1;

  int32_t result_length = 0;
  u_strToUTF8((char *)result, (int32_t)capacity, &result_length, normalized, normalized_count,
              &status);
  if (U_FAILURE(status)) return -1;
  return result_length;
}

int32_t ctk_simplified(uint32_t first, uint32_t *results, size_t count) {
  if (results == NULL || first > UCHAR_MAX_VALUE || count > UCHAR_MAX_VALUE + 1u - first)
    return U_ILLEGAL_ARGUMENT_ERROR;
  static const UChar name[] = u"Traditional-Simplified";
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator =
      utrans_openU(name, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE(status)) return status;

  for (size_t i = 0; i < count; i++) {
    UChar32 code_point = (UChar32)(first + i);
    results[i] = first + (uint32_t)i;
    if (U_IS_SURROGATE(code_point)) continue;
    UChar text[32];
    int32_t length = 0;
    U16_APPEND_UNSAFE(text, length, code_point);
    int32_t limit = length;
    utrans_transUChars(transliterator, text, &length, 32, 0, &limit, &status);
    if (U_FAILURE(status)) break;
    int32_t end = 0;
    UChar32 simplified = 0;
    if (length == 0) continue;
    U16_NEXT(text, end, length, simplified);
    if (end == length) results[i] = (uint32_t)simplified;
  }
  utrans_close(transliterator);
  return U_FAILURE(status) ? status : 0;
}
