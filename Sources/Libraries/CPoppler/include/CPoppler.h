/* Glyphs and ruling lines of the pages of a PDF (poppler). Nothing of poppler is visible here. */
#ifndef CPOPPLER_H
#define CPOPPLER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cpop_document cpop_document;

enum {
  CPOP_OK = 0,
  CPOP_DAMAGED = 1,
  /* A password is needed to read it. */
  CPOP_ENCRYPTED = 2,
  CPOP_NO_MEMORY = 3,
  /* A page holds more than the limits allow, or took too long. */
  CPOP_LIMIT = 4
};

/* Points from the top-left corner of the page as it is seen. */
typedef struct {
  float x0, y0, x1, y1;
  float baseline;
  float size;
  uint32_t code;
  /* 0, 1, 2, 3 quarter turns of the text on the seen page. */
  uint32_t turn;
  /* What the page's or a cell's clip leaves of it: its middle is shown, lies beyond the end of what is
     shown of its line, or the line itself is not shown. */
  uint32_t clip;
  /* 1 for the first of a text object. */
  uint32_t begins;
  /* 0xRRGGBB, or CPOP_NO_COLOR where it has several or nobody knows. */
  uint32_t color;
  /* 1 where nothing of it is painted: it only clips, or lets pass what is under it. */
  uint32_t unpainted;
} cpop_glyph;

#define CPOP_NO_COLOR 0xFFFFFFFFu

enum { CPOP_SHOWN = 0, CPOP_CLIPPED_ALONG = 1, CPOP_CLIPPED_ACROSS = 2 };

/* A horizontal or vertical line, as far as it is shown: x0 == x1 or y0 == y1. */
typedef struct {
  float x0, y0, x1, y1;
} cpop_segment;

/* A box that was painted, as far as it is shown; a shape of another form or of many colours as the box around
   it, without colour and not covering. */
typedef struct {
  float x0, y0, x1, y1;
  /* How many glyphs had been drawn before it. */
  uint32_t glyphs_before;
  uint32_t color;
  /* 1 where nothing under it is seen. */
  uint32_t covers;
  /* 1 for a picture. */
  uint32_t is_image;
} cpop_box;

typedef struct {
  float width, height;
  const cpop_glyph *glyphs;
  size_t glyph_count;
  const cpop_segment *segments;
  size_t segment_count;
  const cpop_box *boxes;
  size_t box_count;
  size_t image_count;
} cpop_page;

/* `bytes` must outlive the document. NULL and a status where it cannot be opened. */
cpop_document *cpop_open(const uint8_t *bytes, size_t length, int32_t *status);
int32_t cpop_page_count(const cpop_document *document);
/* Reads page 1 … count; what `page` points to is valid until the next call. */
int32_t cpop_read_page(cpop_document *document, int32_t number, cpop_page *page);
void cpop_close(cpop_document *document);

/* A page as a picture: `bytes` is a lossless WebP, released with cpop_release_image. */
typedef struct {
  uint8_t *bytes;
  size_t length;
} cpop_image;

/* Draws page 1 … count, which must have been read, in four greys, `width` pixels wide. Patterns and
   shadings are left out. */
int32_t cpop_draw_page(cpop_document *document, int32_t number, int32_t width, cpop_image *image);
void cpop_release_image(cpop_image *image);

#ifdef __cplusplus
}
#endif
#endif
