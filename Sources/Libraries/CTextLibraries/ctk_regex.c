#include "ctk_regex.h"

#include <limits.h>
#include <stdlib.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

struct ctk_regex {
  URegularExpression *expression;
  UText *text;
};

/* Steps of the engine, thousands at a time: about a tenth of a second. A sentence takes a few. */
enum { step_limit = 100, stack_limit = 1 << 20, pattern_limit = 4096 };

ctk_regex *ctk_regex_open(const uint8_t *pattern, size_t length, int32_t *column) {
  if (column != NULL) *column = 0;
  if (pattern == NULL || length == 0 || length > pattern_limit) return NULL;
  ctk_regex *regex = calloc(1, sizeof *regex);
  if (regex == NULL) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, (const char *)pattern, (int64_t)length, &status);
  UParseError error = {0};
  regex->expression = uregex_openUText(&source, 0, &error, &status);
  utext_close(&source);
  uregex_setTimeLimit(regex->expression, step_limit, &status);
  uregex_setStackLimit(regex->expression, stack_limit, &status);
  if (U_FAILURE(status)) {
    if (column != NULL) *column = error.offset;
    ctk_regex_close(regex);
    return NULL;
  }
  return regex;
}

int32_t ctk_regex_group(ctk_regex *regex, const char *name) {
  if (regex == NULL || name == NULL) return 0;
  UErrorCode status = U_ZERO_ERROR;
  int32_t group = uregex_groupNumberFromCName(regex->expression, name, -1, &status);
  return U_FAILURE(status) ? 0 : group;
}

int32_t ctk_regex_set_text(ctk_regex *regex, const uint8_t *text, size_t length) {
  if (regex == NULL || length > INT32_MAX) return U_ILLEGAL_ARGUMENT_ERROR;
  UErrorCode status = U_ZERO_ERROR;
  const char *bytes = text == NULL ? "" : (const char *)text;
  UText *opened = utext_openUTF8(NULL, bytes, (int64_t)length, &status);
  uregex_setUText(regex->expression, opened, &status);
  if (regex->text != NULL) utext_close(regex->text);
  regex->text = opened;
  return U_FAILURE(status) ? status : 0;
}

int32_t ctk_regex_set_stretch(ctk_regex *regex, size_t start, size_t end) {
  if (regex == NULL || start > end || end > INT32_MAX) return U_ILLEGAL_ARGUMENT_ERROR;
  UErrorCode status = U_ZERO_ERROR;
  uregex_setRegion64(regex->expression, (int64_t)start, (int64_t)end, &status);
  return U_FAILURE(status) ? status : 0;
}

int32_t ctk_regex_next(ctk_regex *regex) {
  if (regex == NULL) return ctk_regex_failed;
  UErrorCode status = U_ZERO_ERROR;
  UBool found = uregex_findNext(regex->expression, &status);
  if (U_FAILURE(status)) return ctk_regex_failed;
  return found ? ctk_regex_found : ctk_regex_none;
}

int32_t ctk_regex_range(ctk_regex *regex, int32_t group, size_t *start, size_t *end) {
  if (regex == NULL || start == NULL || end == NULL) return 0;
  UErrorCode status = U_ZERO_ERROR;
  int64_t first = uregex_start64(regex->expression, group, &status);
  int64_t last = uregex_end64(regex->expression, group, &status);
  if (U_FAILURE(status) || first < 0 || last < first) return 0;
  *start = (size_t)first;
  *end = (size_t)last;
  return 1;
}

void ctk_regex_close(ctk_regex *regex) {
  if (regex == NULL) return;
  if (regex->expression != NULL) uregex_close(regex->expression);
  if (regex->text != NULL) utext_close(regex->text);
  free(regex);
}
