/// The path to the current element, each name with its number among its siblings of that name.
struct ElementPath {
  private var names: [String] = []
  private var numbers: [Int] = []
  /// Per depth, how many children of each name have begun.
  private var counts: [[String: Int]] = [[:]]
  let prefix: String
  /// Names written without a number, since there is only one of them.
  let single: Set<String>
  /// The written path as far as it was asked for, and where each of its steps ends: siblings share
  /// what stands above them, which may be long.
  private var written: [UInt8]
  private var ends: [Int] = []

  init(prefix: String, single: Set<String>) {
    self.prefix = prefix
    self.single = single
    written = Array(prefix.utf8)
  }

  var depth: Int { names.count }

  mutating func push(_ name: String) {
    let number = counts[counts.count - 1][name, default: 0] + 1
    counts[counts.count - 1][name] = number
    names.append(name)
    numbers.append(number)
    counts.append([:])
  }

  mutating func pop() {
    guard !names.isEmpty else { return }
    names.removeLast()
    numbers.removeLast()
    counts.removeLast()
    if ends.count > names.count {
      ends.removeLast()
      written.removeLast(written.count - (ends.last ?? prefix.utf8.count))
    }
  }

  /// `word/document.xml#/body/tbl[2]/tr[3]/tc[4]`.
  var text: String { mutating get { text(toDepth: depth) } }

  /// The path to the element at a depth above the current one.
  mutating func text(toDepth depth: Int) -> String {
    while ends.count < depth {
      let name = names[ends.count]
      written.append(UInt8(ascii: "/"))
      written += name.utf8
      if !single.contains(name) { written += "[\(numbers[ends.count])]".utf8 }
      ends.append(written.count)
    }
    let end = depth > 0 ? ends[depth - 1] : prefix.utf8.count
    return String(decoding: written[..<end], as: UTF8.self)
  }
}
