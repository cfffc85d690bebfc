internal import MappingModel

/// Figures in a tree of codes, in which a parent's code is the beginning of its children's (208, 20805,
/// 2080501), or in a tree of paths («住房保障支出/住房改革支出/住房公积金»).
struct CodeTree {
  private var items: [(code: String, position: Int)] = []

  /// A tree of these figures; nil where one code is printed with two values.
  init?(_ positions: [Int], of dimension: Dimension, in table: QuantityTable) {
    var seen: [Int32: Int] = [:]
    for position in positions {
      let quantity = table.quantities[position]
      let number = quantity.key[dimension]
      if let other = seen[number] {
        guard table.quantities[other].value == quantity.value else { return nil }
        continue
      }
      seen[number] = position
      items.append((table.interner.text(number), position))
    }
  }

  /// Positions of the figures directly below a code; the classes (208) are below the empty code. A text,
  /// which unlike a table may name items beside classes without the level between them, has only classes
  /// below the empty code.
  func children(of parent: String, named name: String, isListing: Bool) -> [Int] {
    let path = name.isEmpty ? nil : Array((name + "/").utf8)
    var below = items.filter {
      Self.isBelow($0.code, parent) || path.map($0.code.utf8.starts(with:)) ?? false
    }
    if parent.isEmpty, isListing { below = below.filter { Self.isClass($0.code) } }
    let codes = Set(below.map { Array($0.code.utf8) })
    return below.filter { item in
      let code = Array(item.code.utf8)
      return !code.indices.contains { codes.contains(Array(code[..<$0])) }
    }.map(\.position)
  }

  private static func isClass(_ code: String) -> Bool {
    code.utf8.count == 3 && code.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isBelow(_ code: String, _ parent: String) -> Bool {
    code.utf8.count > parent.utf8.count && code.utf8.starts(with: parent.utf8)
  }
}
