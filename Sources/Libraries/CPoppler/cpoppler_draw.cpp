#include "CPoppler.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <new>
#include <vector>

#include <GfxState.h>
#include <OutputDev.h>
#include <PDFDoc.h>
#include <Page.h>
#include <SplashOutputDev.h>
#include <splash/SplashBitmap.h>
#include <webp/encode.h>

PDFDoc *cpop_pdf(cpop_document *document);

namespace {

const int most_width = 2000;
const int most_height = 4000;
const int most_seconds = 10;
/* Pictures within the page; scans of a page have far fewer points. */
const long long most_points = 64LL << 20;
const size_t most_forms = 20000;
/* Each group within a group holds a bitmap of its own. */
const int most_open_groups = 8;

struct DrawingEnded {};

/* Draws text, lines and pictures; what costs without bound and tells nothing is left out. */
class Drawing : public SplashOutputDev {
public:
  explicit Drawing(SplashColorPtr paper)
      : SplashOutputDev(splashModeMono8, 1, false, paper),
        deadline(std::chrono::steady_clock::now() + std::chrono::seconds(most_seconds)) {
    setFontAntialias(true);
    setVectorAntialias(true);
  }

  bool isOver() const { return std::chrono::steady_clock::now() > deadline; }

  void drawChar(GfxState *state, double x, double y, double dx, double dy, double originX,
                double originY, CharCode code, int nBytes, const Unicode *u, int uLen) override {
    count();
    SplashOutputDev::drawChar(state, x, y, dx, dy, originX, originY, code, nBytes, u, uLen);
  }
  void stroke(GfxState *state) override {
    count();
    SplashOutputDev::stroke(state);
  }
  void fill(GfxState *state) override {
    count();
    SplashOutputDev::fill(state);
  }
  void eoFill(GfxState *state) override {
    count();
    SplashOutputDev::eoFill(state);
  }
  void beginTransparencyGroup(GfxState *state, const double *box, GfxColorSpace *space,
                              bool isolated, bool knockout, bool forSoftMask) override {
    if (++forms > most_forms || ++open_groups > most_open_groups) throw DrawingEnded();
    count();
    SplashOutputDev::beginTransparencyGroup(state, box, space, isolated, knockout, forSoftMask);
  }
  void endTransparencyGroup(GfxState *state) override {
    open_groups--;
    SplashOutputDev::endTransparencyGroup(state);
  }

  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool tilingPatternFill(GfxState *, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int,
                         int, int, double, double) override {
    return true;
  }
  bool functionShadedFill(GfxState *, GfxFunctionShading *) override { return true; }
  bool axialShadedFill(GfxState *, GfxAxialShading *, double, double) override { return true; }
  bool radialShadedFill(GfxState *, GfxRadialShading *, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState *, GfxGouraudTriangleShading *) override { return true; }
  bool patchMeshShadedFill(GfxState *, GfxPatchMeshShading *) override { return true; }

  void drawImageMask(GfxState *state, Object *ref, Stream *str, int width, int height, bool invert,
                     bool interpolate, bool isInline) override {
    if (affords(width, height))
      SplashOutputDev::drawImageMask(state, ref, str, width, height, invert, interpolate, isInline);
  }
  void drawImage(GfxState *state, Object *ref, Stream *str, int width, int height,
                 GfxImageColorMap *map, bool interpolate, const int *mask, bool isInline) override {
    if (affords(width, height))
      SplashOutputDev::drawImage(state, ref, str, width, height, map, interpolate, mask, isInline);
  }
  void drawMaskedImage(GfxState *state, Object *ref, Stream *str, int width, int height,
                       GfxImageColorMap *map, bool interpolate, Stream *maskStr, int maskWidth,
                       int maskHeight, bool invert, bool maskInterpolate) override {
    if (affords(width, height) && affords(maskWidth, maskHeight))
      SplashOutputDev::drawMaskedImage(state, ref, str, width, height, map, interpolate, maskStr,
                                       maskWidth, maskHeight, invert, maskInterpolate);
  }
  void drawSoftMaskedImage(GfxState *state, Object *ref, Stream *str, int width, int height,
                           GfxImageColorMap *map, bool interpolate, Stream *maskStr, int maskWidth,
                           int maskHeight, GfxImageColorMap *maskMap,
                           bool maskInterpolate) override {
    if (affords(width, height) && affords(maskWidth, maskHeight))
      SplashOutputDev::drawSoftMaskedImage(state, ref, str, width, height, map, interpolate,
                                           maskStr, maskWidth, maskHeight, maskMap,
                                           maskInterpolate);
  }

private:
  std::chrono::steady_clock::time_point deadline;
  size_t operations = 0, forms = 0;
  long long points = 0;
  int open_groups = 0;

  void count() {
    if (++operations % 256 == 0 && isOver()) throw DrawingEnded();
  }

  /* An inline image that is not drawn would leave its data in the stream as operators, so the page
     ends there. */
  bool affords(int width, int height) {
    count();
    if (width <= 0 || height <= 0) return false;
    points += (long long)width * height;
    if (points > most_points) throw DrawingEnded();
    return true;
  }
};

/* Black, two greys, white: text stays legible and the picture small. */
uint8_t quantized(uint8_t grey) { return (uint8_t)(((int)grey + 42) / 85 * 85); }

}  // namespace

extern "C" int32_t cpop_draw_page(cpop_document *document, int32_t number, int32_t width,
                                  cpop_image *image) {
  image->bytes = nullptr;
  image->length = 0;
  try {
    PDFDoc *doc = cpop_pdf(document);
    Page *page = doc->getPage(number);
    if (page == nullptr || !page->isOk()) return CPOP_DAMAGED;
    bool turned = (page->getRotate() / 90) % 2 != 0;
    double across = turned ? page->getCropHeight() : page->getCropWidth();
    double down = turned ? page->getCropWidth() : page->getCropHeight();
    if (!(across > 1) || !(down > 1)) return CPOP_DAMAGED;
    double wanted = std::min((double)std::max(width, 1), (double)most_width);
    double scale = std::min(wanted / across, most_height / down);
    SplashColor paper = {255};
    Drawing drawing(paper);
    drawing.startDoc(doc);
    try {
      doc->displayPage(
          &drawing, number, 72 * scale, 72 * scale, 0, false, true, false,
          [](void *data) { return static_cast<Drawing *>(data)->isOver(); }, &drawing);
    } catch (const DrawingEnded &) {
      return CPOP_LIMIT;
    }
    if (drawing.isOver()) return CPOP_LIMIT;
    SplashBitmap *bitmap = drawing.getBitmap();
    if (bitmap == nullptr || bitmap->getWidth() < 1 || bitmap->getHeight() < 1) return CPOP_DAMAGED;
    const int columns = bitmap->getWidth(), rows = bitmap->getHeight();
    std::vector<uint8_t> colours((size_t)columns * (size_t)rows * 3);
    for (int y = 0; y < rows; y++) {
      const uint8_t *from = bitmap->getDataPtr() + (ptrdiff_t)y * bitmap->getRowSize();
      uint8_t *to = colours.data() + (size_t)y * (size_t)columns * 3;
      for (int x = 0; x < columns; x++, to += 3) to[0] = to[1] = to[2] = quantized(from[x]);
    }
    image->length =
        WebPEncodeLosslessRGB(colours.data(), columns, rows, columns * 3, &image->bytes);
    return image->length > 0 ? CPOP_OK : CPOP_NO_MEMORY;
  } catch (const std::bad_alloc &) {
    return CPOP_NO_MEMORY;
  } catch (...) {
    return CPOP_DAMAGED;
  }
}

extern "C" void cpop_release_image(cpop_image *image) {
  WebPFree(image->bytes);
  image->bytes = nullptr;
  image->length = 0;
}
