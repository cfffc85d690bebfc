import ReportModel

/// One class, category or item of the government's classification of income and expenditure.
package struct ClassificationItem: Sendable, Equatable {
  /// Three digits for a class (类), five for a category (款), seven for a functional item (项).
  package var code: String
  /// The name that the classification gives it.
  package var name: String
  /// Whether the edition it stands in is the one in force; a retired name stays an alias.
  package var isCurrent: Bool
  /// Whether code and name were read off published documents.
  package var isVerified: Bool
  /// Of a retired name, the last year whose edition has it.
  package var lastYear: Int?
  /// Of a retired name, the one that took its place; nil where its code was given up.
  package var successor: String?

  /// An item with all it tells.
  package init(code: String, name: String, isCurrent: Bool, isVerified: Bool) {
    self.code = code
    self.name = name
    self.isCurrent = isCurrent
    self.isVerified = isVerified
  }
}

/// A classification to look codes and names up in.
package struct Classification: Sendable {
  /// All items, in the order of the file.
  package let items: [ClassificationItem]
  /// Per name in matching form, the items that bear it.
  private let byName: [ExactText: [Int]]
  private let byCode: [String: [Int]]

  /// A classification of these items; without any it knows nothing.
  package init(_ items: [ClassificationItem] = []) {
    self.items = items
    byName = Dictionary(grouping: items.indices) { ExactText(Self.key(items[$0].name)) }
    byCode = Dictionary(grouping: items.indices) { items[$0].code }
  }

  /// Names of the classes (类), retired ones too.
  package var classNames: [String] {
    items.filter { $0.code.utf8.count == 3 }.map { Self.key($0.name) }
  }

  /// Names of categories and items (款, 项).
  package var itemNames: [String] {
    Set(items.filter { $0.code.utf8.count > 3 }.map { ExactText(Self.key($0.name)) }).map(\.text)
  }

  /// The names that a code stands for, the one in force first; empty where the code is unknown.
  package func names(of code: String) -> [String] {
    (byCode[code] ?? []).map { items[$0] }.sorted { $0.isCurrent && !$1.isCurrent }.map {
      Self.key($0.name)
    }
  }

  /// The items that bore exactly this name before another took its place; none where some item bears it still.
  package func renamed(_ name: String) -> [ClassificationItem] {
    let named = (byName[ExactText(name)] ?? []).map { items[$0] }
    return named.contains(where: \.isCurrent) ? [] : named.filter { $0.successor != nil }
  }

  /// Whether the code with its name in force was read off published documents.
  package func isVerified(_ code: String) -> Bool {
    (byCode[code] ?? []).contains { items[$0].isCurrent && items[$0].isVerified }
  }

  /// The item that a path of names leads to («教育支出/普通教育/小学教育»), each name being of the level
  /// below the one before; nil where it leads to none or to several.
  package func item(path: [String]) -> ClassificationItem? {
    guard let last = path.last else { return nil }
    var found = candidates(last)
    for (depth, name) in path.dropLast().reversed().enumerated() {
      let parents = Set(candidates(name).map { items[$0].code })
      found = found.filter { index in
        let code = items[index].code.utf8
        let length = code.count - 2 * (depth + 1)
        return length >= 3 && parents.contains(String(Substring(code.prefix(length))))
      }
    }
    if path.count == 1, let index = classNamed(last) { return items[index] }
    let codes = Set(found.map { items[$0].code })
    guard codes.count == 1, let index = found.first else { return nil }
    return items[index]
  }

  /// The codes that bear a name, ascending; a name may be printed without its «支出», too. Of editions that give it
  /// several codes the one in force.
  package func codes(of name: String) -> [String] {
    let found = candidates(name).map { items[$0] }
    let current = found.filter(\.isCurrent)
    return Set((current.isEmpty ? found : current).map(\.code)).sorted()
  }

  /// A name alone is a class's before it is that of a category («卫生健康» is the class 卫生健康支出).
  private func classNamed(_ name: String) -> Int? {
    ((byName[ExactText(name)] ?? []) + (byName[ExactText(name + "支出")] ?? [])).first {
      items[$0].code.utf8.count == 3
    }
  }

  /// A class may be printed without its «支出» («社会保障和就业(类)»).
  private func candidates(_ name: String) -> [Int] {
    byName[ExactText(name)] ?? byName[ExactText(name + "支出")] ?? []
  }

  /// Brackets and marks in half width, as texts are matched.
  private static func key(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 == 0xEF || $0 == 0x20 }) else { return name }
    var key = ""
    for scalar in name.unicodeScalars where scalar != " " {
      switch scalar {
      case "（": key.append("(")
      case "）": key.append(")")
      case "，": key.append(",")
      default: key.unicodeScalars.append(scalar)
      }
    }
    return key
  }
}
