/// The path to the current element, each name with its number among its siblings of that name.
struct ElementPath {
  /// The path as text, and its length at each depth.
  private var bytes: [UInt8]
  private var ends: [Int] = []
  /// Per depth, how many children of each name have begun.
  private var siblings: [Siblings] = [Siblings()]
  private let prefixLength: Int
  /// Names written without a number, since there is only one of them.
  private let single: Set<String>

  init(prefix: String, single: Set<String>) {
    bytes = Array(prefix.utf8)
    prefixLength = bytes.count
    self.single = single
  }

  var depth: Int { ends.count }

  mutating func push(_ name: String) {
    let number = siblings[siblings.count - 1].next(name)
    bytes.append(UInt8(ascii: "/"))
    bytes.append(contentsOf: name.utf8)
    if !single.contains(name) {
      bytes.append(UInt8(ascii: "["))
      bytes.append(contentsOf: String(number).utf8)
      bytes.append(UInt8(ascii: "]"))
    }
    ends.append(bytes.count)
    siblings.append(Siblings())
  }

  mutating func pop() {
    guard ends.popLast() != nil else { return }
    siblings.removeLast()
    bytes.removeLast(bytes.count - (ends.last ?? prefixLength))
  }

  /// `word/document.xml#/body/tbl[2]/tr[3]/tc[4]`.
  var text: String { text(depth: depth) }

  /// The path to the element of this depth that the current one is within.
  func text(depth: Int) -> String {
    String(decoding: bytes[..<(depth > 0 ? ends[depth - 1] : prefixLength)], as: UTF8.self)
  }

  /// Counts elements by name. There are few names beside each other, and a look along a short list is
  /// the fastest way to find one; further names go where many can be found.
  private struct Siblings {
    private static let most = 8
    private var few: [(name: String, count: Int)] = []
    private var many: [String: Int] = [:]

    mutating func next(_ name: String) -> Int {
      for index in few.indices where few[index].name == name {
        few[index].count += 1
        return few[index].count
      }
      if few.count < Self.most {
        few.append((name, 1))
        return 1
      }
      many[name, default: 0] += 1
      return many[name, default: 0]
    }
  }
}
