import DocumentModel
import TextLibraries

/// The rules of a page's own style sheets that change whether and how text is seen.
///
/// Read are selectors of names, classes and ids, one within another; rules with anything else are passed over,
/// and so are those for paper.
struct HTMLRules {
  /// An element as selectors name it.
  struct Name {
    var element: String
    var id: String?
    var classes: [Substring]
  }

  private struct Compound {
    var element: String?
    var id: String?
    var classes: [String] = []

    func matches(_ name: Name) -> Bool {
      (element.map { $0 == name.element } ?? true) && (id.map { $0 == name.id } ?? true)
        && classes.allSatisfy { wanted in name.classes.contains { $0 == wanted } }
    }
  }

  private struct Rule {
    var own: HTMLLook
    var important: HTMLLook
    /// The element itself last.
    var selector: [Compound]
    /// Whether each compound is the parent of the next one, and not just around it.
    var isParent: [Bool]
    var weight: Int
  }

  private static let most = 5000
  private static let mostOfOneKey = 200
  private static let mostCompounds = 8
  /// Comparisons, behind which a page is left as it is: no site's own styles take a tenth.
  private static let mostWork = 20_000_000

  private var rules: [Rule] = []
  /// By what the last compound asks for first: «#id», «.class», «element», «*».
  private var byKey: [String: [Int]] = [:]
  private var work = 0
  /// A rule that is passed over puts a colour behind some text.
  private(set) var hasOtherGrounds = false

  var isEmpty: Bool { rules.isEmpty }

  // MARK: Matching

  /// What the rules say of an element, those marked as important apart; `around` are the elements that it
  /// stands in, outermost first.
  mutating func look(
    of name: Name, around: [Name]
  ) -> (own: HTMLLook, important: HTMLLook) {
    var own = HTMLLook()
    var important = HTMLLook()
    var found = byKey["*"] ?? []
    found += byKey[name.element] ?? []
    if let id = name.id { found += byKey["#" + id] ?? [] }
    for part in name.classes { found += byKey["." + part] ?? [] }
    guard !found.isEmpty, work < Self.mostWork else { return (own, important) }
    for index in found.sorted() {
      let rule = rules[index]
      work += 1 + (rule.selector.count > 1 ? around.count : 0)
      guard Self.matches(rule, name, around) else { continue }
      own.overlay(rule.own)
      important.overlay(rule.important)
    }
    return (own, important)
  }

  private static func matches(_ rule: Rule, _ name: Name, _ around: [Name]) -> Bool {
    guard let last = rule.selector.last, last.matches(name) else { return false }
    var place = around.endIndex
    for index in rule.selector.indices.dropLast().reversed() {
      let compound = rule.selector[index]
      if rule.isParent[index] {
        guard place > 0, compound.matches(around[place - 1]) else { return false }
        place -= 1
      } else {
        guard let found = around[..<place].lastIndex(where: { compound.matches($0) }) else {
          return false
        }
        place = found
      }
    }
    return true
  }

  // MARK: Reading

  /// The rules of all style elements of a page.
  init(_ page: [UInt8]) {
    guard
      ByteSearch.first(Array("<style".utf8), in: page[...]) != nil
        || ByteSearch.first(Array("<STYLE".utf8), in: page[...]) != nil
    else { return }
    var index = page.startIndex
    while let start = page[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      if page[start...].starts(with: "<!--".utf8) {
        index = ByteSearch.first(Array("-->".utf8), in: page[start...]) ?? page.endIndex
      } else if Self.begins("style", page, at: index) {
        let tag = index
        let text = Self.content(of: "</style", page, &index)
        let attributes = String(decoding: page[tag..<text.startIndex], as: UTF8.self)
        let media = attributes.firstRange(of: "media").map { attributes[$0.upperBound...] }
        if media.map({ Self.isForScreens($0) }) ?? true { read(text) }
      } else if Self.begins("script", page, at: index) {
        _ = Self.content(of: "</script", page, &index)
      }
      if rules.count >= Self.most { break }
    }
    // The later of two rules of one weight stands above.
    let order = rules.indices.sorted { (rules[$0].weight, $0) < (rules[$1].weight, $1) }
    rules = order.map { rules[$0] }
    for (index, rule) in rules.enumerated() {
      guard let last = rule.selector.last else { continue }
      let key =
        last.id.map { "#" + $0 } ?? last.classes.first.map { "." + $0 } ?? last.element ?? "*"
      if byKey[key, default: []].count < Self.mostOfOneKey { byKey[key, default: []].append(index) }
    }
  }

  private static func begins(_ word: String, _ page: [UInt8], at start: Int) -> Bool {
    var index = start
    for byte in word.utf8 {
      guard index < page.count, page[index] | 0x20 == byte | 0x20 else { return false }
      index += 1
    }
    return true
  }

  /// What stands between the tag that begins here and its end; goes there.
  private static func content(
    of end: String, _ page: [UInt8], _ index: inout Int
  ) -> ArraySlice<UInt8> {
    let start = page[index...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? page.endIndex
    index = start
    while let next = page[index...].firstIndex(of: UInt8(ascii: "<")) {
      if begins(end, page, at: next) {
        index = next + 1
        return page[start..<next]
      }
      index = next + 1
    }
    index = page.endIndex
    return page[start...]
  }

  private mutating func read(_ text: ArraySlice<UInt8>) {
    var rest = Self.withoutComments(text)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")), rules.count < Self.most {
      let prelude = String(decoding: rest[..<open], as: UTF8.self)
      // Of a block around this one the end may be left.
      let head = prelude.split { $0 == ";" || $0 == "}" }.last.map { $0.lowercased() } ?? ""
      let selector = head.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if selector.hasPrefix("@media"), Self.isForScreens(selector.dropFirst(6)) {
        rest = rest[(open + 1)...]
        continue
      }
      let end = Self.blockEnd(rest, from: open)
      if !selector.hasPrefix("@") {
        add(selector, rest[(open + 1)..<end])
      }
      rest = rest[min(end + 1, rest.endIndex)...]
    }
  }

  /// Whether rules hold for a wide screen: not those for paper, nor for telephones.
  private static func isForScreens(_ media: some StringProtocol) -> Bool {
    let words = media.lowercased()
    if words.contains("max-width") || words.contains("not ") || words.contains("(prefers") {
      return false
    }
    return words.contains("screen") || words.contains("all") || words.contains("min-width")
  }

  /// Where the block that opens here closes.
  private static func blockEnd(_ text: ArraySlice<UInt8>, from open: Int) -> Int {
    var depth = 0
    for index in open..<text.endIndex {
      if text[index] == UInt8(ascii: "{") { depth += 1 }
      if text[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return text.endIndex
  }

  private static func withoutComments(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let start = ByteSearch.first(Array("/*".utf8), in: rest) {
      result += rest[..<start]
      guard let end = ByteSearch.first(Array("*/".utf8), in: rest[start...]) else { return result }
      rest = rest[(end + 2)...]
    }
    return result + rest
  }

  private mutating func add(_ selectors: String, _ block: ArraySlice<UInt8>) {
    // Safe: borrowed for the closure.
    let look = block.withUnsafeBufferPointer { HTMLLook.parse($0) }
    guard !look.own.saysNothing || !look.important.saysNothing else { return }
    for selector in selectors.split(separator: ",") {
      guard rules.count < Self.most,
        let (compounds, isParent) = Self.compounds(selector)
      else {
        if look.own.ground != nil { hasOtherGrounds = true }
        continue
      }
      let weight = compounds.reduce(0) {
        $0 + ($1.id == nil ? 0 : 10_000) + 100 * $1.classes.count + ($1.element == nil ? 0 : 1)
      }
      rules.append(
        Rule(
          own: look.own, important: look.important, selector: compounds, isParent: isParent,
          weight: weight))
    }
  }

  /// «div.a > p #b»; nil for what is not read here.
  private static func compounds(_ selector: Substring) -> ([Compound], [Bool])? {
    var compounds: [Compound] = []
    var isParent: [Bool] = []
    let spaced = selector.replacing(">", with: " > ")
    for word in spaced.split(separator: " ") {
      if word == ">" {
        guard let last = isParent.indices.last else { return nil }
        isParent[last] = true
        continue
      }
      guard let compound = compound(word), compounds.count < mostCompounds else { return nil }
      compounds.append(compound)
      isParent.append(false)
    }
    return compounds.isEmpty ? nil : (compounds, isParent)
  }

  private static func compound(_ word: Substring) -> Compound? {
    guard word.allSatisfy({ $0.isLetter || $0.isNumber || ".#-_*".contains($0) }) else {
      return nil
    }
    var compound = Compound()
    var part = ""
    var kind: Character = " "
    for character in word + "." {
      guard character == "." || character == "#" else {
        part.append(character)
        continue
      }
      switch kind {
      case ".": if !part.isEmpty { compound.classes.append(part) }
      case "#": compound.id = part
      default: if !part.isEmpty, part != "*" { compound.element = part }
      }
      kind = character
      part = ""
    }
    return compound
  }
}
