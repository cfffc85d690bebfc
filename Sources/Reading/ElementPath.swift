/// The path to the current element, each name with its number among its siblings of that name.
struct ElementPath {
  private var names: [String] = []
  private var numbers: [Int] = []
  /// Per depth, how many children of each name have begun.
  private var counts: [[String: Int]] = [[:]]
  let prefix: String
  /// Names written without a number, since there is only one of them.
  let single: Set<String>

  init(prefix: String, single: Set<String>) {
    self.prefix = prefix
    self.single = single
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
  }

  /// `word/document.xml#/body/tbl[2]/tr[3]/tc[4]`.
  var text: String {
    var text = prefix
    for (name, number) in zip(names, numbers) {
      text += "/"
      text += name
      if !single.contains(name) { text += "[\(number)]" }
    }
    return text
  }
}
