#include "budget.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <time.h>

#include <Array.h>
#include <Stream.h>

namespace {

/* Through one filter a stream up to this size is taken for eight times as much without a look: content
   streams are read twice where they are looked at. */
const Goffset harmless_content = 32 << 10;
/* No single stream of content, or of a font, unpacks to more. */
const size_t most_content = 64u << 20;
const size_t most_map = 8u << 20;
const size_t most_program = 32u << 20;
/* Reading a font without anything costs as much as so many bytes of a code map. */
const size_t bare_font = 2000;
const size_t mapped_code = 16;

std::clock_t now() {
  timespec time;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return (std::clock_t)(time.tv_sec * 1000000 + time.tv_nsec / 1000);
}

/* How much a stream unpacks to; `most` and one where it is more. */
size_t unpacked(Stream *stream, size_t most) {
  unsigned char buffer[4096];
  size_t size = 0;
  stream->reset();
  while (size <= most) {
    const int read = stream->doGetChars(sizeof buffer, buffer);
    if (read <= 0) break;
    size += (size_t)read;
  }
  stream->close();
  return std::min(size, most + 1);
}

/* Counts the codes that the ranges of a code map run over (… <20> <7E> <0020> …). */
class RangeCounter {
public:
  size_t codes = 0;

  void add(unsigned char byte) {
    if (byte == '<') {
      isHex = true;
      token.clear();
    } else if (byte == '>') {
      if (isHex && !isArray) number();
      isHex = false;
      token.clear();
    } else if (byte == '[' || byte == ']') {
      isArray = byte == '[';
      if (byte == '[' && isRange) items++;
    } else if (std::isspace(byte)) {
      if (!isHex) word();
    } else if (token.size() < 32) {
      token.push_back((char)byte);
    }
  }

private:
  std::string token;
  bool isHex = false, isArray = false, isRange = false;
  size_t items = 0;
  uint64_t first = 0;

  void number() {
    if (!isRange) return;
    uint64_t value = 0;
    for (char digit : token) {
      if (!std::isxdigit((unsigned char)digit)) continue;
      value = value << 4 | (uint64_t)(digit <= '9' ? digit - '0' : (digit & 7) + 9);
    }
    if (items % 3 == 0) first = value;
    if (items % 3 == 1 && value > first) codes += std::min<uint64_t>(value - first, 0xFFFF);
    items++;
  }

  void word() {
    if (token == "beginbfrange" || token == "begincidrange") {
      isRange = true;
      items = 0;
    } else if (token == "endbfrange" || token == "endcidrange") {
      isRange = false;
    } else if (isRange && !isArray && !token.empty()) {
      items++;
    }
    token.clear();
  }
};

}  // namespace

Budget::Budget(size_t file_size)
    : operators(std::max<size_t>(4000000, file_size * 3 / 2)),
      content(std::max<size_t>(32u << 20, std::min<size_t>(file_size, 32u << 20) * 16)),
      fonts(std::max<size_t>(64u << 20, std::min<size_t>(file_size, 32u << 20) * 16)),
      forms(20000 + file_size / 100),
      deadline(now() + 4000000 + (std::clock_t)(std::min<size_t>(file_size, 256u << 20) * 2)) {}

void Budget::take(size_t &left, size_t amount) {
  if (amount > left) throw LimitPassed();
  left -= amount;
}

void Budget::takeOperators(size_t count) { take(operators, count); }

void Budget::takeForm() { take(forms, 1); }

void Budget::takeTime() {
  if (now() > deadline) throw LimitPassed();
}

void Budget::takeContent(const Object &content) {
  if (!content.isArray()) {
    takeStream(content, content);
    return;
  }
  /* Streams only: poppler does not look into arrays within the array either. */
  for (int part = 0; part < content.arrayGetLength(); part++) {
    takeOperators(1);
    takeStream(content.arrayGetNF(part), content.arrayGet(part));
  }
}

void Budget::takeStream(const Object &entry, const Object &object) {
  if (!object.isStream()) return;
  Stream *stream = object.getStream();
  const Object filter = stream->getDict()->lookup("Filter");
  const int filters = filter.isArray() ? filter.arrayGetLength() : 1;
  const Goffset raw = stream->getBaseStream()->getLength();
  if (filters <= 1 && raw <= harmless_content) {
    take(content, (size_t)std::max<Goffset>(raw, 0) * 8);
    return;
  }
  size_t size;
  const auto known = entry.isRef() ? sizes.find(entry.getRef().num) : sizes.end();
  if (known != sizes.end()) {
    size = known->second;
  } else {
    size = unpacked(stream, most_content);
    if (size > most_content) throw LimitPassed();
    if (entry.isRef()) sizes[entry.getRef().num] = size;
  }
  take(content, size);
}

void Budget::takeFonts(Dict *resources) {
  if (resources == nullptr) return;
  const Object dictionary = resources->lookup("Font");
  if (!dictionary.isDict()) return;
  for (int index = 0; index < dictionary.dictGetLength(); index++) {
    takeTime();
    const Object &entry = dictionary.dictGetValNF(index);
    size_t cost;
    const auto known = entry.isRef() ? costs.find(entry.getRef().num) : costs.end();
    if (known != costs.end()) {
      cost = known->second;
    } else {
      cost = costOf(dictionary.dictGetVal(index));
      if (entry.isRef()) costs[entry.getRef().num] = cost;
    }
    take(fonts, cost);
  }
}

size_t Budget::costOf(const Object &font) {
  size_t cost = bare_font;
  if (!font.isDict()) return cost;
  cost += costOfMap(font.dictLookup("ToUnicode")) + costOfMap(font.dictLookup("Encoding"));
  Object described = font.copy();
  const Object descendants = font.dictLookup("DescendantFonts");
  if (descendants.isArray() && descendants.arrayGetLength() > 0) {
    described = descendants.arrayGet(0);
    if (!described.isDict()) return cost;
    cost += costOfMap(described.dictLookup("CIDToGIDMap"));
  }
  const Object subtype = described.dictLookup("Subtype");
  const Object descriptor = described.dictLookup("FontDescriptor");
  /* poppler reads the program of these to learn their encoding. */
  if (descriptor.isDict() && (subtype.isName("Type1") || subtype.isName("MMType1"))) {
    for (const char *name : {"FontFile", "FontFile3"}) {
      const Object program = descriptor.dictLookup(name);
      if (!program.isStream()) continue;
      const size_t size = unpacked(program.getStream(), most_program);
      if (size > most_program) throw LimitPassed();
      cost += size / 8;
    }
  }
  return cost;
}

size_t Budget::costOfMap(const Object &map) {
  if (!map.isStream()) return 0;
  Stream *stream = map.getStream();
  unsigned char buffer[4096];
  RangeCounter counter;
  size_t size = 0;
  stream->reset();
  while (size <= most_map) {
    const int read = stream->doGetChars(sizeof buffer, buffer);
    if (read <= 0) break;
    size += (size_t)read;
    for (int index = 0; index < read; index++) counter.add(buffer[index]);
  }
  stream->close();
  if (size > most_map) throw LimitPassed();
  return size + counter.codes * mapped_code;
}
