/// The path to the current element, each name with its number among its siblings of that name.
///
/// Element names are passed as numbers; the path is put together only when a leaf needs it.
struct ElementPath {
  private struct Step {
    var element: Int
    /// Among the siblings of the same name, from 1.
    var ordinal: Int
    /// Where its children stand in `siblings`.
    var children: Int
    /// Where the path to it ends in `bytes`, once it is written.
    var end = 0
  }

  private struct Siblings {
    var element: Int
    var count: Int
  }

  /// What is written before the ordinal, by number: «/tbl».
  private var names: [[UInt8]] = []
  private var numbers: [String: Int] = [:]
  /// By number, whether the name is written without an ordinal, since there is only one of them.
  private var isSingle: [Bool] = []
  private let single: Set<String>

  private var steps: [Step] = []
  /// How many children of each name have begun, depth after depth. There are few names beside each
  /// other, and a look along a short list is the fastest way to find one; further names go where
  /// many can be found.
  private var siblings: [Siblings] = []
  private var furtherSiblings: [Int: [Int: Int]] = [:]
  private static let mostListed = 8

  /// The path of the first `written` steps; the rest is appended when a path is asked for.
  private var bytes: [UInt8]
  private var written = 0
  private let prefixLength: Int

  init(prefix: String, single: Set<String>) {
    bytes = Array(prefix.utf8)
    prefixLength = bytes.count
    self.single = single
  }

  var depth: Int { steps.count }

  /// The number that stands for a name: 0, 1, 2 … in the order in which names are told.
  mutating func number(of name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(Array("/\(name)".utf8))
    isSingle.append(single.contains(name))
    return names.count - 1
  }

  mutating func push(_ element: Int) {
    let ordinal = nextOrdinal(of: element)
    steps.append(Step(element: element, ordinal: ordinal, children: siblings.count))
  }

  mutating func pop() {
    guard let step = steps.last else { return }
    if !furtherSiblings.isEmpty { furtherSiblings[steps.count] = nil }
    siblings.removeLast(siblings.count - step.children)
    steps.removeLast()
    if written > steps.count {
      written = steps.count
      bytes.removeLast(bytes.count - (steps.last?.end ?? prefixLength))
    }
  }

  private mutating func nextOrdinal(of element: Int) -> Int {
    let first = steps.last?.children ?? 0
    var index = first
    while index < siblings.count {
      if siblings[index].element == element {
        siblings[index].count += 1
        return siblings[index].count
      }
      index += 1
    }
    if siblings.count - first < Self.mostListed {
      siblings.append(Siblings(element: element, count: 1))
      return 1
    }
    let count = furtherSiblings[steps.count]?[element] ?? 0
    furtherSiblings[steps.count, default: [:]][element] = count + 1
    return count + 1
  }

  // MARK: Writing

  /// `word/document.xml#/body/tbl[2]/tr[3]/tc[4]`.
  var text: ArraySlice<UInt8> {
    mutating get { text(depth: depth) }
  }

  /// The path to the element of this depth that the current one is within.
  mutating func text(depth: Int) -> ArraySlice<UInt8> {
    while written < depth {
      let step = steps[written]
      bytes.append(contentsOf: names[step.element])
      if !isSingle[step.element] {
        bytes.append(UInt8(ascii: "["))
        append(step.ordinal)
        bytes.append(UInt8(ascii: "]"))
      }
      steps[written].end = bytes.count
      written += 1
    }
    return bytes[..<(depth > 0 ? steps[depth - 1].end : prefixLength)]
  }

  private mutating func append(_ ordinal: Int) {
    if ordinal >= 10 { append(ordinal / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(ordinal % 10))
  }
}
