package import FoundationEssentials

/// A JSON document as it is read back: numbers exact, members without order.
package indirect enum OutputTree: Decodable, Sendable {
  case object([String: OutputTree])
  case array([OutputTree])
  case string(String)
  case number(Decimal)
  case boolean(Bool)
  case null

  /// Reads an output; nil where it is no JSON.
  package init?(_ bytes: [UInt8]) {
    guard let tree = try? JSONDecoder().decode(OutputTree.self, from: Data(bytes)) else {
      return nil
    }
    self = tree
  }

  package init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Name.self) {
      var members: [String: OutputTree] = [:]
      for key in object.allKeys {
        members[key.stringValue] = try object.decode(OutputTree.self, forKey: key)
      }
      self = .object(members)
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var elements: [OutputTree] = []
      while !list.isAtEnd { elements.append(try list.decode(OutputTree.self)) }
      self = .array(elements)
      return
    }
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .null
    } else if let text = try? value.decode(String.self) {
      self = .string(text)
    } else if let flag = try? value.decode(Bool.self) {
      self = .boolean(flag)
    } else {
      self = .number(try value.decode(Decimal.self))
    }
  }

  private struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  package subscript(name: String) -> OutputTree? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  package var text: String? { if case .string(let text) = self { text } else { nil } }
  package var number: Decimal? { if case .number(let number) = self { number } else { nil } }
  package var elements: [OutputTree] { if case .array(let list) = self { list } else { [] } }
  package var integer: Int? { number.flatMap { Int("\($0)") } }
}
