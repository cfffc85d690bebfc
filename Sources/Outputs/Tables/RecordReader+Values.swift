internal import OutputReading
internal import ReportModel

extension RecordReader {
  /// The value of a column in the record that is open; nil where it is of the wrong kind.
  mutating func cell(
    _ source: borrowing Column.Value, _ type: ColumnType, _ tape: borrowing JSONTape
  ) throws(OutputError) -> ReportRows.Cell? {
    switch source {
    case .report: return report
    case .digest: return digest
    case .index(let level): return .integer(Int64(indexes[level - 1]))
    case .name: return name.map(Self.cell)
    case .member(let path): return value(at: node(path, tape), type, tape)
    case .either(let first, let second):
      var place = node(first, tape)
      if place == nil { place = node(second, tape) }
      return value(at: place, type, tape)
    case .underName(let path):
      guard let object = node(path, tape), let name else { return .null }
      let key = tape.key(Array(bytes[name]).span, in: object, from: object + 1, bytes)
      return value(at: key.map { $0 + 1 }, type, tape)
    case .yuan(let path, let unit): return yuan(node(path, tape), node(unit, tape), tape)
    case .document, .given: return .null
    }
  }

  /// The node at a path; nil where a member on the way is missing or no object.
  private mutating func node(_ path: Column.Path, _ tape: borrowing JSONTape) -> Int? {
    let level = path.level ?? records.count - 1
    var node = records[level]
    for (depth, name) in path.names.enumerated() {
      guard tape.nodes[node].kind == .object else { return nil }
      let key: Int?
      if depth == 0 {
        // No `??` here: its right side would be a closure, and copy this struct for every value.
        var found = tape.key(name.span, in: node, from: cursors[level], bytes)
        if found == nil { found = tape.key(name.span, in: node, from: node + 1, bytes) }
        if let found { cursors[level] = found }
        key = found
      } else {
        key = tape.key(name.span, in: node, from: node + 1, bytes)
      }
      guard let key else { return nil }
      node = key + 1
    }
    return node
  }

  private mutating func value(
    at node: Int?, _ type: ColumnType, _ tape: borrowing JSONTape
  ) -> ReportRows.Cell? {
    guard let node else { return .null }
    let leaf = tape.nodes[node]
    let range = Int(leaf.start)..<Int(leaf.end)
    switch (leaf.kind, type) {
    case (.null, _): return .null
    case (.text, .text): return Self.cell(range)
    case (.escaped, .text): return append { JSONText.appendDecoded(range, of: &$0) }
    case (.number, .decimal): return Self.isPlain(range, bytes) ? Self.cell(range) : nil
    case (.number, .integer): return Self.integer(range, bytes).map { .integer($0) }
    case (.yes, .boolean): return .boolean(true)
    case (.no, .boolean): return .boolean(false)
    case (.array, .json), (.object, .json):
      return append { JSONText.appendCompact(range, of: &$0) }
    default: return nil
    }
  }

  // What is called for every value is static: a method would be handed a copy of this struct.

  private static func cell(_ range: Range<Int>) -> ReportRows.Cell {
    .bytes(start: Int32(range.lowerBound), end: Int32(range.upperBound))
  }

  /// Writes behind the JSON; the cell is what was written.
  mutating func append(_ write: (inout [UInt8]) -> Void) -> ReportRows.Cell {
    let mark = bytes.count
    write(&bytes)
    return Self.cell(mark..<bytes.count)
  }

  /// A number without an exponent, as convert writes it.
  private static func isPlain(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
    for index in range where bytes[index] | 0x20 == UInt8(ascii: "e") { return false }
    return true
  }

  private static func integer(_ range: Range<Int>, _ bytes: [UInt8]) -> Int64? {
    guard let amount = Amount(parsing: bytes[range]), amount.scale == 0 else { return nil }
    return amount.unscaled
  }

  private static func unit(_ text: JSONTape.Node, _ bytes: [UInt8]) -> Unit? {
    Unit(rawValue: String(decoding: bytes[Int(text.start)..<Int(text.end)], as: UTF8.self))
  }

  private mutating func yuan(
    _ number: Int?, _ unit: Int?, _ tape: borrowing JSONTape
  ) -> ReportRows.Cell? {
    guard let number, let unit, tape.nodes[unit].kind == .text,
      let printed = Self.unit(tape.nodes[unit], bytes)
    else { return .null }
    let leaf = tape.nodes[number]
    guard leaf.kind == .number,
      let amount = Amount(parsing: bytes[Int(leaf.start)..<Int(leaf.end)])
    else { return .null }
    guard let yuan = amount.inYuan(printedIn: printed) else { return .null }
    return append { $0.append(contentsOf: yuan.description.utf8) }
  }
}

extension ColumnType {
  /// What a value of this type is, for an error message.
  var expectation: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .decimal: "a decimal number"
    case .json: "a list or an object"
    }
  }
}
