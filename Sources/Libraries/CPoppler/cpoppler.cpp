#include "CPoppler.h"
#include "budget.h"
#include "collector.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <mutex>
#include <new>

#include <Error.h>
#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>

namespace {

void set_up() {
  static std::once_flag once;
  std::call_once(once, [] {
    globalParams = std::make_unique<GlobalParams>();
    setErrorCallback([](ErrorCategory, Goffset, const char *) {});
  });
}

}  // namespace

struct cpop_document {
  explicit cpop_document(size_t size) : collector(size) {}

  std::unique_ptr<PDFDoc> doc;
  Collector collector;
};

PDFDoc *cpop_pdf(cpop_document *document) { return document->doc.get(); }

/* A page's width or height as a number that can be counted with. */
static float extent(double value) {
  return std::isfinite(value) ? (float)std::max(0.0, std::min(value, farthest)) : 0.0f;
}

extern "C" cpop_document *cpop_open(const uint8_t *bytes, size_t length, int32_t *status) {
  *status = CPOP_OK;
  try {
    set_up();
    auto document = std::make_unique<cpop_document>(length);
    auto *stream = new MemStream(reinterpret_cast<char *>(const_cast<uint8_t *>(bytes)), 0,
                                 (Goffset)length, Object(objNull));
    document->doc = std::make_unique<PDFDoc>(stream);
    if (!document->doc->isOk()) {
      *status = document->doc->getErrorCode() == errEncrypted ? CPOP_ENCRYPTED : CPOP_DAMAGED;
      return nullptr;
    }
    if (document->doc->getNumPages() < 1) {
      *status = CPOP_DAMAGED;
      return nullptr;
    }
    return document.release();
  } catch (const std::bad_alloc &) {
    *status = CPOP_NO_MEMORY;
  } catch (...) {
    *status = CPOP_DAMAGED;
  }
  return nullptr;
}

extern "C" int32_t cpop_page_count(const cpop_document *document) {
  return document->doc->getNumPages();
}

extern "C" int32_t cpop_read_page(cpop_document *document, int32_t number, cpop_page *page) {
  try {
    Collector &collector = document->collector;
    collector.begin();
    Page *source = document->doc->getPage(number);
    if (source == nullptr || !source->isOk()) return CPOP_DAMAGED;
    collector.budget.takeTime();
    const Object entry = document->doc->getXRef()->fetch(source->getRef());
    const Object content = source->getContents();
    /* The reference is what tells that pages share a stream. */
    const Object &named = entry.isDict() ? entry.getDict()->lookupNF("Contents") : content;
    if (content.isArray() || !named.isRef()) {
      collector.budget.takeContent(content);
    } else {
      collector.budget.takeStream(named, content);
    }
    collector.budget.takeFonts(source->getResourceDict());
    document->doc->displayPage(
        &collector, number, 72, 72, 0, false, true, false,
        [](void *data) {
          static_cast<Collector *>(data)->goOn();
          return false;
        },
        &collector);
    bool turned = (source->getRotate() / 90) % 2 != 0;
    page->width = extent(turned ? source->getCropHeight() : source->getCropWidth());
    page->height = extent(turned ? source->getCropWidth() : source->getCropHeight());
    page->glyphs = collector.glyphs.data();
    page->glyph_count = collector.glyphs.size();
    page->segments = collector.segments.data();
    page->segment_count = collector.segments.size();
    page->boxes = collector.boxes.data();
    page->box_count = collector.boxes.size();
    page->image_count = collector.images;
    return CPOP_OK;
  } catch (const LimitPassed &) {
    return CPOP_LIMIT;
  } catch (const std::bad_alloc &) {
    return CPOP_NO_MEMORY;
  } catch (...) {
    return CPOP_DAMAGED;
  }
}

extern "C" void cpop_close(cpop_document *document) {
  try {
    delete document;
  } catch (...) {
  }
}
