/// Why a formula cannot be read, and at which of its characters, from 0.
package struct FormulaError: Error, Equatable {
  /// Index of the character, in UTF-8.
  package var offset: Int
  /// What is wrong, without the place.
  package var message: String
}

extension Formula {
  /// Reads a formula.
  ///
  ///     formula    = expression comparison expression [ "if" expression comparison expression ]
  ///     comparison = "=" | "<=" | ">=" | "<" | ">"
  ///     expression = term { ("+" | "-") term }
  ///     term       = factor { ("*" | "/") factor }
  ///     factor     = digits | "(" expression ")" | reference
  ///                | ("sum" | "children" | "largest") "(" reference "," dimension ")"
  ///     reference  = [ section ":" ] ( concept | "this" ) [ "@" aspect ]
  ///                  [ "[" dimension "=" ( value | "none" ) { "," … } "]" ] [ "?" ]
  package init(parsing text: String) throws(FormulaError) {
    var parser = FormulaParser(text)
    self = try parser.formula()
  }

  /// Every concept that the formula names.
  package var concepts: [String] {
    let condition = condition.map { $0.left.references + $0.right.references } ?? []
    return (left.references + right.references + condition).compactMap(\.concept)
  }

  /// Every aspect that the formula names.
  package var aspects: [String] {
    let condition = condition.map { $0.left.references + $0.right.references } ?? []
    return (left.references + right.references + condition).compactMap(\.aspect)
  }
}

private struct FormulaParser {
  private let text: [UInt8]
  private var index = 0
  private var depth = 0
  private static let deepest = 16
  private var factors = 0
  /// No relation has a tenth of it; every sum is one level deeper, in each walk over a formula.
  private static let mostFactors = 1000

  init(_ text: String) { self.text = Array(text.utf8) }

  mutating func formula() throws(FormulaError) -> Formula {
    let left = try expression()
    let comparison = try comparison()
    var formula = Formula(left: left, comparison: comparison, right: try expression())
    if take("if ") {
      let left = try expression()
      let comparison = try self.comparison()
      formula.condition = .init(left: left, comparison: comparison, right: try expression())
    }
    skipSpace()
    guard index == text.count else { throw error("nothing is expected here any more") }
    guard let lead = formula.lead, !lead.isOptional else {
      throw error("the left side must begin with a figure that is not optional")
    }
    return formula
  }

  private mutating func comparison() throws(FormulaError) -> Formula.Comparison {
    for sign in ["<=", ">=", "=", "<", ">"] where take(sign) {
      if let comparison = Formula.Comparison(rawValue: sign) { return comparison }
    }
    throw error("expected =, <=, >=, < or >")
  }

  private mutating func expression() throws(FormulaError) -> Formula.Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw error("brackets are nested too deeply") }
    var value = try term()
    while true {
      if take("+") {
        value = .plus(value, try term())
      } else if take("-") {
        value = .minus(value, try term())
      } else {
        return value
      }
    }
  }

  private mutating func term() throws(FormulaError) -> Formula.Expression {
    var value = try factor()
    while true {
      if take("*") {
        value = .times(value, try factor())
      } else if take("/") {
        value = .over(value, try factor())
      } else {
        return value
      }
    }
  }

  private mutating func factor() throws(FormulaError) -> Formula.Expression {
    factors += 1
    guard factors <= Self.mostFactors else {
      throw error("the formula has more than \(Self.mostFactors) figures")
    }
    if take("(") {
      let value = try expression()
      guard take(")") else { throw error("expected )") }
      return value
    }
    skipSpace()
    if index < text.count, (0x30...0x39).contains(text[index]) {
      guard let number = Int(word { (0x30...0x39).contains($0) }), number <= 1_000_000 else {
        throw error("the number is too large")
      }
      return .number(number)
    }
    for name in ["sum", "children", "largest"] where take(name + "(") {
      let reference = try reference()
      guard take(",") else { throw error("expected , and a dimension") }
      let dimension = try dimension()
      guard take(")") else { throw error("expected )") }
      return switch name {
      case "sum": .sum(reference, over: dimension)
      case "children": .children(reference, over: dimension)
      default: .largest(reference, over: dimension)
      }
    }
    return .figure(try reference())
  }

  private mutating func reference() throws(FormulaError) -> Formula.Reference {
    var reference = Formula.Reference()
    var name = try self.name()
    if take(":") {
      reference.section = name
      name = try self.name()
    }
    reference.concept = name == "this" ? nil : name
    if take("@") { reference.aspect = try self.name() }
    if take("[") {
      repeat {
        let dimension = try dimension()
        guard take("=") else { throw error("expected =") }
        let value = try self.name()
        reference.dimensions[dimension] = .some(value == "none" ? nil : value)
      } while take(",")
      guard take("]") else { throw error("expected ]") }
    }
    reference.isOptional = take("?")
    return reference
  }

  private mutating func dimension() throws(FormulaError) -> Dimension {
    let name = try name()
    guard let dimension = Dimension(rawValue: name) else {
      throw error(
        "unknown dimension «\(name)»; known: "
          + Dimension.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return dimension
  }

  private mutating func name() throws(FormulaError) -> String {
    skipSpace()
    let name = word {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
        || $0 == UInt8(ascii: ".")
    }
    guard !name.isEmpty else { throw error("expected a figure") }
    return name
  }

  // MARK: Characters

  private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let start = index
    while index < text.count, isPart(text[index]) { index += 1 }
    return String(decoding: text[start..<index], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while index < text.count, text[index] == 0x20 || text[index] == 0x0A { index += 1 }
  }

  private mutating func take(_ sign: String) -> Bool {
    skipSpace()
    guard text[index...].starts(with: sign.utf8) else { return false }
    index += sign.utf8.count
    return true
  }

  private func error(_ message: String) -> FormulaError {
    FormulaError(offset: index, message: message)
  }
}
