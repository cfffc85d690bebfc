#include "ctk_charset.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

struct ctk_charset {
  UConverter *converter;
};

ctk_charset *ctk_charset_open(const char *name) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &error);
  if (U_FAILURE(error) || converter == NULL) return NULL;
  /* Stop at a bad sequence instead of writing U+FFFD for it: the caller counts and places them. */
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
  ctk_charset *charset = U_SUCCESS(error) ? malloc(sizeof *charset) : NULL;
  if (charset == NULL) {
    ucnv_close(converter);
    return NULL;
  }
  charset->converter = converter;
  return charset;
}

void ctk_charset_close(ctk_charset *charset) {
  if (charset == NULL) return;
  ucnv_close(charset->converter);
  free(charset);
}

int ctk_charset_next(ctk_charset *charset, const uint8_t *bytes, size_t length, size_t *offset,
                     uint32_t *code_point) {
  if (*offset >= length) return CTK_CHARSET_END;
  UErrorCode error = U_ZERO_ERROR;
  /* Both sets need 4 bytes at most; a short window keeps a lone call's cost constant. */
  size_t window = length - *offset < 8 ? length - *offset : 8;
  const char *start = (const char *)bytes + *offset;
  const char *source = start;
  UChar32 result = ucnv_getNextUChar(charset->converter, &source, start + window, &error);
  size_t used = (size_t)(source - start);
  *offset += used > 0 ? used : 1;
  if (U_FAILURE(error)) {
    ucnv_resetToUnicode(charset->converter);
    return CTK_CHARSET_INVALID;
  }
  *code_point = (uint32_t)result;
  return CTK_CHARSET_CHARACTER;
}

int ctk_charset_confidence(const uint8_t *bytes, int32_t length, const char *name) {
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&error);
  if (U_FAILURE(error)) return -1;
  int32_t confidence = 0;
  int32_t count = 0;
  ucsdet_setText(detector, (const char *)bytes, length, &error);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &error);
  for (int32_t i = 0; U_SUCCESS(error) && i < count; i++) {
    const char *candidate = ucsdet_getName(matches[i], &error);
    if (U_SUCCESS(error) && strcmp(candidate, name) == 0) {
      confidence = ucsdet_getConfidence(matches[i], &error);
    }
  }
  ucsdet_close(detector);
  return U_SUCCESS(error) ? (int)confidence : -1;
}
