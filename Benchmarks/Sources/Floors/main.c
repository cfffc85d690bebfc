/* Usage: floors sax|read|nfkc FILE PASSES

   Prints the processor time of the shortest pass over a file, in microseconds, and the bytes that were gone through:
   sax   a DOCX or XLSX: inflate every XML part and parse it with empty handlers; a page: parse it as HTML
   read  read the file and add its bytes up
   nfkc  read the file and normalize it with ICU */
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <zip.h>

typedef struct {
  char *bytes;
  size_t length;
} buffer;

static buffer contents(const char *path) {
  buffer result = {NULL, 0};
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
    perror(path);
    exit(2);
  }
  result.length = (size_t)ftell(file);
  rewind(file);
  result.bytes = malloc(result.length + 1);
  if (result.bytes == NULL || fread(result.bytes, 1, result.length, file) != result.length) {
    perror(path);
    exit(2);
  }
  result.bytes[result.length] = 0;
  fclose(file);
  return result;
}

static void started(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespaces,
                    const xmlChar **namespace_list, int attributes, int defaulted, const xmlChar **list) {
  (void)context, (void)name, (void)prefix, (void)uri, (void)namespaces, (void)namespace_list, (void)attributes;
  (void)defaulted, (void)list;
}

static void ended(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)context, (void)name, (void)prefix, (void)uri;
}

static void text(void *context, const xmlChar *bytes, int length) { (void)context, (void)bytes, (void)length; }

static void html_started(void *context, const xmlChar *name, const xmlChar **attributes) {
  (void)context, (void)name, (void)attributes;
}

static void html_ended(void *context, const xmlChar *name) { (void)context, (void)name; }

static size_t parse_parts(const buffer *file) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t *source = zip_source_buffer_create(file->bytes, file->length, 0, &error);
  zip_t *archive = source == NULL ? NULL : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == NULL) {
    fputs("not a ZIP archive\n", stderr);
    exit(2);
  }
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = started;
  handler.endElementNs = ended;
  handler.characters = text;
  size_t total = 0;
  static char chunk[64 * 1024];
  for (zip_int64_t index = 0; index < zip_get_num_entries(archive, 0); index++) {
    const char *name = zip_get_name(archive, (zip_uint64_t)index, 0);
    if (name == NULL || strstr(name, ".xml") == NULL) {
      continue;
    }
    zip_file_t *part = zip_fopen_index(archive, (zip_uint64_t)index, 0);
    xmlParserCtxtPtr parser = xmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL);
    zip_int64_t count;
    while (part != NULL && (count = zip_fread(part, chunk, sizeof chunk)) > 0) {
      total += (size_t)count;
      xmlParseChunk(parser, chunk, (int)count, 0);
    }
    xmlParseChunk(parser, chunk, 0, 1);
    xmlFreeParserCtxt(parser);
    zip_fclose(part);
  }
  zip_discard(archive);
  return total;
}

static size_t parse_page(const buffer *file) {
  htmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = html_started;
  handler.endElement = html_ended;
  handler.characters = text;
  htmlParserCtxtPtr parser = htmlCreatePushParserCtxt(&handler, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  for (size_t offset = 0; offset < file->length; offset += 64 * 1024) {
    size_t rest = file->length - offset;
    htmlParseChunk(parser, file->bytes + offset, (int)(rest < 64 * 1024 ? rest : 64 * 1024), 0);
  }
  htmlParseChunk(parser, "", 0, 1);
  htmlFreeParserCtxt(parser);
  return file->length;
}

static size_t normalize(const buffer *file) {
  UErrorCode code = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&code);
  int32_t capacity = (int32_t)file->length + 1, length = 0;
  UChar *units = malloc((size_t)capacity * sizeof *units);
  UChar *normal = malloc((size_t)capacity * 4 * sizeof *normal);
  u_strFromUTF8WithSub(units, capacity, &length, file->bytes, (int32_t)file->length, 0xFFFD, NULL, &code);
  length = unorm2_normalize(normalizer, units, length, normal, capacity * 4, &code);
  if (U_FAILURE(code)) {
    fprintf(stderr, "ICU: %s\n", u_errorName(code));
    exit(2);
  }
  free(units);
  free(normal);
  return file->length;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double)time.tv_sec * 1e6 + (double)time.tv_nsec / 1e3;
}

int main(int count, char **arguments) {
  if (count != 4) {
    fputs("usage: floors sax|read|nfkc FILE PASSES\n", stderr);
    return 64;
  }
  double best = 0;
  size_t bytes = 0;
  unsigned long sum = 0;
  int passes = atoi(arguments[3]);
  for (int pass = 0; pass < passes; pass++) {
    double start = now();
    buffer file = contents(arguments[2]);
    if (strcmp(arguments[1], "sax") == 0) {
      bytes = memcmp(file.bytes, "PK", 2) == 0 ? parse_parts(&file) : parse_page(&file);
    } else if (strcmp(arguments[1], "nfkc") == 0) {
      bytes = normalize(&file);
    } else {
      for (size_t index = 0; index < file.length; index++) {
        sum += (unsigned char)file.bytes[index];
      }
      bytes = file.length;
    }
    free(file.bytes);
    double took = now() - start;
    if (pass == 0 || took < best) {
      best = took;
    }
  }
  printf("%.0f\t%zu\t%lu\n", best, bytes, sum & 1);
  return 0;
}
