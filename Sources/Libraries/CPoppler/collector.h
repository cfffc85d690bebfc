/* Collects what a page shows while poppler draws it: glyphs, ruling lines, and how many pictures. */
#ifndef CPOPPLER_COLLECTOR_H
#define CPOPPLER_COLLECTOR_H

#include "CPoppler.h"
#include "budget.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <GfxFont.h>
#include <GfxState.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>

const size_t most_glyphs = 2000000;
const size_t most_segments = 400000;
/* More boxes are a drawing; what they cover is not told. */
const size_t most_boxes = 20000;
/* Paths that are filled together and looked at one by one. */
const size_t most_together = 64;
const size_t most_saved_states = 10000;
/* poppler asks whether to go on after so many operators. */
const size_t operators_between = 11;
/* Points: what lies further out is on no page, and no number of a place may overflow. */
const double farthest = 1e6;
/* Filled rectangles up to this thickness are ruling lines. */
const double thin = 3.0;
/* How far a ruling line may lean. */
const double lean = 0.6;
/* How far beyond a clip a thing may lie and still be shown: half of the thickest line. */
const double clip_reach = thin / 2;

class Collector : public OutputDev {
public:
  std::vector<cpop_glyph> glyphs;
  std::vector<cpop_segment> segments;
  std::vector<cpop_box> boxes;
  size_t images = 0;
  Budget budget;

  explicit Collector(size_t file_size) : budget(file_size) {}

  void begin() {
    operations = saved_states = 0;
    glyphs.clear();
    segments.clear();
    boxes.clear();
    images = 0;
    groups = 0;
    has_soft_mask = false;
  }

  /* Counts an operation; throws where a bound is passed. */
  void count() {
    budget.takeOperators(1);
    if (++operations % 1024 == 0) budget.takeTime();
  }

  /* Called by poppler between operators. */
  void goOn() {
    budget.takeOperators(operators_between);
    if (++operations % 1024 == 0) budget.takeTime();
  }

  void startPage(int, GfxState *, XRef *xref) override { source = xref; }

  void saveState(GfxState *) override {
    count();
    if (++saved_states > most_saved_states) throw LimitPassed();
  }
  void restoreState(GfxState *) override {
    if (saved_states > 0) saved_states--;
  }

  void beginForm(Ref form) override {
    countForm();
    if (source == nullptr || form == Ref::INVALID()) return;
    const Object content = source->fetch(form);
    if (!content.isStream()) return;
    budget.takeContent(content);
    const Object resources = content.getStream()->getDict()->lookup("Resources");
    if (resources.isDict()) budget.takeFonts(resources.getDict());
  }
  void beginTransparencyGroup(GfxState *, const double *, GfxColorSpace *, bool, bool,
                              bool) override {
    countForm();
    groups++;
  }
  void endTransparencyGroup(GfxState *) override {
    if (groups > 0) groups--;
  }
  void setSoftMask(GfxState *, const double *, bool, Function *, GfxColor *) override {
    countForm();
    has_soft_mask = true;
  }
  void clearSoftMask(GfxState *) override { has_soft_mask = false; }

  /* Patterns and shadings hold neither text nor the lines of a table, and poppler would draw them in
     thousands of pieces. */
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool tilingPatternFill(GfxState *state, Gfx *, Catalog *, GfxTilingPattern *, const double *, int,
                         int, int, int, double, double) override {
    return notePattern(state);
  }
  bool functionShadedFill(GfxState *state, GfxFunctionShading *) override {
    return notePattern(state);
  }
  bool axialShadedFill(GfxState *state, GfxAxialShading *, double, double) override {
    return notePattern(state);
  }
  bool radialShadedFill(GfxState *state, GfxRadialShading *, double, double) override {
    return notePattern(state);
  }
  bool gouraudTriangleShadedFill(GfxState *state, GfxGouraudTriangleShading *) override {
    return notePattern(state);
  }
  bool patchMeshShadedFill(GfxState *state, GfxPatchMeshShading *) override {
    return notePattern(state);
  }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }
  bool needCharCount() override { return false; }

  void beginTextObject(GfxState *) override { begins_text = true; }

  void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX,
                double originY, CharCode, int, const Unicode *u, int uLen) override {
    count();
    /* A figure of which one digit is left out is a wrong figure: the hole must be seen. */
    const Unicode hole = 0xFFFD;
    if (uLen < 1 || u == nullptr) {
      u = &hole;
      uLen = 1;
    }
    if (glyphs.size() >= most_glyphs) throw LimitPassed();
    double x1, y1, w, h;
    state->transform(x - originX, y - originY, &x1, &y1);
    state->transformDelta(dx, dy, &w, &h);
    double size = state->getTransformedFontSize();
    if (!isNear(x1) || !isNear(y1) || !isNear(x1 + w) || !isNear(y1 + h) || !isNear(size)) return;
    double ascent = 0.88, descent = -0.12;
    if (const auto &font = state->getFont()) {
      double a = font->getAscent(), d = font->getDescent();
      if (a > 0.3 && a < 1.3) ascent = a;
      if (d < 0 && d > -0.6) descent = d;
    }
    cpop_glyph glyph;
    glyph.size = (float)size;
    if (std::fabs(w) >= std::fabs(h)) {
      glyph.turn = w >= 0 ? 0 : 2;
      glyph.x0 = (float)std::min(x1, x1 + w);
      glyph.x1 = (float)std::max(x1, x1 + w);
      glyph.y0 = (float)(y1 - ascent * size);
      glyph.y1 = (float)(y1 - descent * size);
      glyph.baseline = (float)y1;
    } else {
      glyph.turn = h >= 0 ? 1 : 3;
      glyph.y0 = (float)std::min(y1, y1 + h);
      glyph.y1 = (float)std::max(y1, y1 + h);
      glyph.x0 = (float)(x1 - (h >= 0 ? -descent : ascent) * size);
      glyph.x1 = (float)(x1 + (h >= 0 ? ascent : -descent) * size);
      glyph.baseline = (float)x1;
    }
    const Clip clip(state);
    glyph.clip = clipOf(glyph, clip);
    /* Of a line that a page's end cuts, only what is shown lies within its cell. */
    if (glyph.turn % 2 == 0 && glyph.clip != CPOP_CLIPPED_ACROSS) {
      glyph.y0 = std::max(glyph.y0, (float)clip.top);
      glyph.y1 = std::min(glyph.y1, (float)clip.bottom);
    }
    look(state, glyph);
    glyph.begins = begins_text ? 1 : 0;
    begins_text = false;
    /* Several characters of one glyph (ligatures) share its box. */
    int count = std::min(uLen, 8);
    float step = (glyph.x1 - glyph.x0) / (float)count;
    for (int index = 0; index < count; index++) {
      cpop_glyph part = glyph;
      part.code = u[index];
      if (index > 0) part.begins = 0;
      if (glyph.turn == 0 && count > 1) {
        part.x0 = glyph.x0 + step * (float)index;
        part.x1 = part.x0 + step;
      }
      glyphs.push_back(part);
    }
  }

  void stroke(GfxState *state) override {
    count();
    GfxRGB rgb;
    state->getStrokeRGB(&rgb);
    if (state->getStrokeOpacity() < 0.05) return;
    const bool is_white = isWhite(rgb);
    const double half = state->getTransformedLineWidth() / 2;
    const bool is_thick = half * 2 >= thin;
    if (is_white && !is_thick) return;
    const GfxPath *path = state->getPath();
    const Clip clip(state);
    for (int i = 0; i < path->getNumSubpaths(); i++) {
      const GfxSubpath *sub = path->getSubpath(i);
      for (int j = 1; j < sub->getNumPoints(); j++) {
        if (sub->getCurve(j)) continue;
        double x0, y0, x1, y1;
        state->transform(sub->getX(j - 1), sub->getY(j - 1), &x0, &y0);
        state->transform(sub->getX(j), sub->getY(j), &x1, &y1);
        if (!is_white) addLine(x0, y0, x1, y1, clip);
        if (is_thick && (std::fabs(x1 - x0) < lean || std::fabs(y1 - y0) < lean)) {
          const bool is_flat = std::fabs(y1 - y0) < std::fabs(x1 - x0);
          const bool covers = !shinesThrough(state) && state->getStrokeOpacity() >= 0.95;
          addBox(std::min(x0, x1) - (is_flat ? 0 : half), std::min(y0, y1) - (is_flat ? half : 0),
                 std::max(x0, x1) + (is_flat ? 0 : half), std::max(y0, y1) + (is_flat ? half : 0), clip,
                 covers ? packed(rgb) : CPOP_NO_COLOR, covers, false);
        }
      }
    }
  }

  void fill(GfxState *state) override { fillPath(state); }
  void eoFill(GfxState *state) override { fillPath(state); }

  void drawImageMask(GfxState *state, Object *, Stream *stream, int width, int height, bool, bool,
                     bool inlineImg) override {
    addImage(state, false);
    noteImage(stream, width, height, inlineImg, 1, 1);
  }
  void drawImage(GfxState *state, Object *, Stream *stream, int width, int height,
                 GfxImageColorMap *map, bool, const int *mask, bool inlineImg) override {
    addImage(state, mask == nullptr);
    noteImage(stream, width, height, inlineImg, map ? map->getNumPixelComps() : 1,
              map ? map->getBits() : 8);
  }
  void drawMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool,
                       Stream *, int, int, bool, bool) override {
    addImage(state, false);
    images++;
  }
  void drawSoftMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool,
                           Stream *, int, int, GfxImageColorMap *, bool) override {
    addImage(state, false);
    images++;
  }

private:
  XRef *source = nullptr;
  size_t operations = 0, saved_states = 0;
  bool begins_text = false;
  /* Forms that are drawn as a whole: what is in them may shine through. */
  size_t groups = 0;
  bool has_soft_mask = false;

  /* What a glyph is painted with. */
  void look(GfxState *state, cpop_glyph &glyph) {
    const int mode = state->getRender() & 3;
    bool strokes = mode == 1;
    double opacity = strokes ? state->getStrokeOpacity() : state->getFillOpacity();
    glyph.unpainted = mode == 3 || opacity < 0.05 ? 1 : 0;
    glyph.color = CPOP_NO_COLOR;
    const auto &font = state->getFont();
    GfxColorSpace *space = strokes ? state->getStrokeColorSpace() : state->getFillColorSpace();
    if ((font && font->getType() == fontType3) || mode == 2 || groups > 0 || has_soft_mask ||
        opacity < 0.95 || space == nullptr || space->getMode() == csPattern) {
      return;
    }
    GfxRGB rgb;
    if (strokes) state->getStrokeRGB(&rgb);
    else state->getFillRGB(&rgb);
    glyph.color = packed(rgb);
  }

  static uint32_t packed(const GfxRGB &rgb) {
    return ((uint32_t)colToByte(rgb.r) << 16) | ((uint32_t)colToByte(rgb.g) << 8) |
           (uint32_t)colToByte(rgb.b);
  }

  void countForm() {
    count();
    budget.takeForm();
  }

  /* The box around what is shown. A clip of no extent is a slip of the program that wrote the file. */
  struct Clip {
    double left = -farthest, top = -farthest, right = farthest, bottom = farthest;

    explicit Clip(const GfxState *state) {
      double x0, y0, x1, y1;
      state->getClipBBox(&x0, &y0, &x1, &y1);
      if (!(x1 > x0 && y1 > y0)) return;
      left = x0;
      top = y0;
      right = x1;
      bottom = y1;
    }

    bool holdsX(double x) const { return x >= left && x <= right; }
    bool holdsY(double y) const { return y >= top && y <= bottom; }
  };

  /* The upper third of a line is enough to read it. Where a page's end cuts a line, either the page
     before or the page behind shows that height, and only one of them. */
  static uint32_t clipOf(const cpop_glyph &glyph, const Clip &clip) {
    bool isUpright = glyph.turn % 2 == 0;
    double height = isUpright ? 0.35 : 0.5;
    bool x = clip.holdsX((glyph.x0 + glyph.x1) / 2);
    bool y = clip.holdsY(glyph.y0 + height * (glyph.y1 - glyph.y0));
    if (!(isUpright ? y : x)) return CPOP_CLIPPED_ACROSS;
    return (isUpright ? x : y) ? CPOP_SHOWN : CPOP_CLIPPED_ALONG;
  }

  /* False for what is no number, too. */
  static bool isNear(double value) { return std::fabs(value) <= farthest; }

  static bool isWhite(const GfxRGB &rgb) {
    const GfxColorComp limit = dblToCol(0.98);
    return rgb.r >= limit && rgb.g >= limit && rgb.b >= limit;
  }

  /* Remembers what was painted, as far as it is shown. */
  void addBox(double x0, double y0, double x1, double y1, const Clip &clip, uint32_t color,
              bool covers, bool is_image) {
    if (boxes.size() >= most_boxes) return;
    x0 = std::max(x0, clip.left);
    x1 = std::min(x1, clip.right);
    y0 = std::max(y0, clip.top);
    y1 = std::min(y1, clip.bottom);
    if (!isNear(x0) || !isNear(y0) || !isNear(x1) || !isNear(y1)) return;
    if (x1 - x0 < 1 || y1 - y0 < thin) return;
    cpop_box box;
    box.x0 = (float)x0;
    box.x1 = (float)x1;
    box.y0 = (float)y0;
    box.y1 = (float)y1;
    box.glyphs_before = (uint32_t)glyphs.size();
    box.color = color;
    box.covers = covers ? 1 : 0;
    box.is_image = is_image ? 1 : 0;
    boxes.push_back(box);
  }

  bool shinesThrough(const GfxState *state) const {
    return groups > 0 || has_soft_mask || state->getFillOpacity() < 0.95 ||
           state->getBlendMode() != gfxBlendNormal;
  }

  bool notePattern(const GfxState *state) {
    const Clip clip(state);
    addBox(clip.left, clip.top, clip.right, clip.bottom, clip, CPOP_NO_COLOR, false, false);
    return true;
  }

  void addImage(const GfxState *state, bool covers) {
    double left = 0, right = 0, top = 0, bottom = 0;
    for (int corner = 0; corner < 4; corner++) {
      double x, y;
      state->transform(corner & 1, corner >> 1, &x, &y);
      left = corner == 0 ? x : std::min(left, x);
      right = corner == 0 ? x : std::max(right, x);
      top = corner == 0 ? y : std::min(top, y);
      bottom = corner == 0 ? y : std::max(bottom, y);
    }
    addBox(left, top, right, bottom, Clip(state), CPOP_NO_COLOR, covers && !shinesThrough(state),
           true);
  }

  void addLine(double x0, double y0, double x1, double y1, const Clip &clip) {
    if (!isNear(x0) || !isNear(y0) || !isNear(x1) || !isNear(y1)) return;
    if (std::max(x0, x1) < clip.left - clip_reach || std::min(x0, x1) > clip.right + clip_reach ||
        std::max(y0, y1) < clip.top - clip_reach || std::min(y0, y1) > clip.bottom + clip_reach) {
      return;
    }
    x0 = std::min(std::max(x0, clip.left - clip_reach), clip.right + clip_reach);
    x1 = std::min(std::max(x1, clip.left - clip_reach), clip.right + clip_reach);
    y0 = std::min(std::max(y0, clip.top - clip_reach), clip.bottom + clip_reach);
    y1 = std::min(std::max(y1, clip.top - clip_reach), clip.bottom + clip_reach);
    if (segments.size() >= most_segments) throw LimitPassed();
    double w = std::fabs(x1 - x0), h = std::fabs(y1 - y0);
    if (w < 1 && h < 1) return;
    cpop_segment line;
    if (h <= lean && w > h) {
      line.x0 = (float)std::min(x0, x1);
      line.x1 = (float)std::max(x0, x1);
      line.y0 = line.y1 = (float)((y0 + y1) / 2);
    } else if (w <= lean && h > w) {
      line.y0 = (float)std::min(y0, y1);
      line.y1 = (float)std::max(y0, y1);
      line.x0 = line.x1 = (float)((x0 + x1) / 2);
    } else {
      return;
    }
    segments.push_back(line);
  }

  void fillPath(GfxState *state) {
    count();
    GfxRGB rgb;
    state->getFillRGB(&rgb);
    if (state->getFillOpacity() < 0.05) return;
    const bool is_white = isWhite(rgb);
    const GfxPath *path = state->getPath();
    const Clip clip(state);
    std::vector<Extent> extents;
    for (int i = 0; i < path->getNumSubpaths(); i++) {
      const GfxSubpath *sub = path->getSubpath(i);
      if (sub->getNumPoints() < 3) continue;
      double left = 0, right = 0, top = 0, bottom = 0;
      bool isStraight = true;
      for (int j = 0; j < sub->getNumPoints(); j++) {
        if (sub->getCurve(j)) isStraight = false;
        double x, y;
        state->transform(sub->getX(j), sub->getY(j), &x, &y);
        if (j == 0) {
          left = right = x;
          top = bottom = y;
        }
        left = std::min(left, x);
        right = std::max(right, x);
        top = std::min(top, y);
        bottom = std::max(bottom, y);
      }
      extents.push_back({left, top, right, bottom, isStraight && isBox(state, sub)});
      if (!isStraight || is_white) continue;
      double w = right - left, h = bottom - top;
      if (h <= thin && w > h * 2) {
        addLine(left, (top + bottom) / 2, right, (top + bottom) / 2, clip);
      } else if (w <= thin && h > w * 2) {
        addLine((left + right) / 2, top, (left + right) / 2, bottom, clip);
      }
    }
    const bool is_plain = !shinesThrough(state) && extents.size() <= most_together;
    for (const Extent &extent : extents) {
      const bool covers = is_plain && extent.is_box && standsApart(extent, extents);
      addBox(extent.left, extent.top, extent.right, extent.bottom, clip,
             covers ? packed(rgb) : CPOP_NO_COLOR, covers, false);
    }
  }

  /* The box around one of several paths that are filled together. */
  struct Extent {
    double left, top, right, bottom;
    bool is_box;
  };

  /* Paths within each other may leave out what they enclose. */
  static bool standsApart(const Extent &one, const std::vector<Extent> &all) {
    for (const Extent &other : all) {
      if (&other != &one && other.left < one.right - lean && other.right > one.left + lean &&
          other.top < one.bottom - lean && other.bottom > one.top + lean) {
        return false;
      }
    }
    return true;
  }

  /* Whether a path of straight lines is a rectangle that stands upright. */
  static bool isBox(const GfxState *state, const GfxSubpath *sub) {
    const int count = sub->getNumPoints();
    if (count != 4 && count != 5) return false;
    for (int j = 1; j < count; j++) {
      double x0, y0, x1, y1;
      state->transform(sub->getX(j - 1), sub->getY(j - 1), &x0, &y0);
      state->transform(sub->getX(j), sub->getY(j), &x1, &y1);
      if (std::fabs(x1 - x0) > 0.1 && std::fabs(y1 - y0) > 0.1) return false;
    }
    return true;
  }

  void noteImage(Stream *stream, int width, int height, bool isInline, int components, int bits) {
    images++;
    if (!isInline || stream == nullptr || width <= 0 || height <= 0) return;
    /* The data of an inline image stands in the content stream and must be read over. */
    stream->reset();
    long long bytes = (long long)height * (((long long)width * components * bits + 7) / 8);
    for (long long i = 0; i < bytes && i < (64LL << 20); i++) {
      if (stream->getChar() == EOF) break;
    }
    stream->close();
  }
};

#endif
