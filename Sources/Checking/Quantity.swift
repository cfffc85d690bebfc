internal import ReportModel

/// One printed figure as formulas see it: plain numbers, so that taking one costs no counting of
/// references. What it is called in the report is its ``FigureOrigin``.
struct Quantity {
  var key: QuantityKey
  /// In ten thousand yuan for money, in the printed unit for everything else.
  var value: Ratio
  var printed: Amount
  var unit: Unit?
  /// How a printed value relates to the true one.
  var precision: Precision
  /// A field of a record; else a fact.
  var isRecord = false
  /// A day, counted: told by its text, and of no decimal system that digits could slip in.
  var isDate = false
  enum Precision {
    /// A count, a target: exactly what is printed.
    case exact
    /// Rounded to its last printed decimal.
    case printed
    /// Rounded, but zeros at the end are left out as often as not: the finest figure of the same unit
    /// in the relation tells to how many decimals.
    case trimmed
  }
}

/// Where a quantity was printed.
struct FigureOrigin {
  /// As printed.
  var label: String
  var source: SourceReference
  /// The id of the fact, or the JSON pointer of the record's field.
  var name: String
}

/// What a quantity is, as numbers of an interner: equal keys are the same quantity.
struct QuantityKey: Hashable {
  private var lanes = SIMD16<Int32>(repeating: 0)

  /// One mixed word instead of sixteen: keys are looked up thousands of times a report.
  func hash(into hasher: inout Hasher) {
    var mixed: UInt64 = 0
    for lane in 0..<12 {
      mixed = (mixed ^ UInt64(UInt32(bitPattern: lanes[lane]))) &* 0x9E37_79B9_7F4A_7C15
      mixed ^= mixed >> 29
    }
    hasher.combine(mixed)
  }

  /// The first lanes; dimensions follow.
  enum Lane: Int {
    case concept, aspect, section
  }

  subscript(lane: Lane) -> Int32 {
    get { lanes[lane.rawValue] }
    set { lanes[lane.rawValue] = newValue }
  }

  /// 0 where the dimension is absent.
  subscript(dimension: Dimension) -> Int32 {
    get { lanes[3 + dimension.index] }
    set { lanes[3 + dimension.index] = newValue }
  }

  /// What stands in a lane that is left open in a lookup.
  static let any: Int32 = -1

  func opened(_ dimension: Dimension) -> QuantityKey {
    var key = self
    key[dimension] = Self.any
    return key
  }

  var reportWide: QuantityKey {
    var key = self
    key[.section] = Self.any
    return key
  }
}

extension Dimension {
  var index: Int {
    switch self {
    case .fund: 0
    case .function: 1
    case .economic: 2
    case .vehicleUse: 3
    case .entity: 4
    case .year: 5
    case .scope: 6
    case .table: 7
    case .row: 8
    }
  }
}

/// One way in which figures are looked up: by a key in which a dimension is left open, within a section
/// or over the whole report.
struct KeyOpening: Hashable {
  /// Nil where no dimension is open.
  var dimension: Dimension?
  var isReportWide: Bool

  /// Some fixed order.
  var order: Int { ((dimension?.index ?? -1) + 1) * 2 + (isReportWide ? 1 : 0) }

  /// The key that such a look-up asks for; nil where the dimension that would be opened is absent.
  func key(_ own: QuantityKey) -> QuantityKey? {
    var key = own
    if let dimension {
      guard own[dimension] != 0 else { return nil }
      key[dimension] = QuantityKey.any
    }
    return isReportWide ? key.reportWide : key
  }
}

/// Gives every text a number, 0 being none.
struct Interner {
  private var numbers: [ExactText: Int32] = [:]
  private(set) var texts: [String] = [""]

  mutating func number(_ text: String) -> Int32 {
    let key = ExactText(text)
    if let known = numbers[key] { return known }
    let number = Int32(texts.count)
    numbers[key] = number
    texts.append(text)
    return number
  }

  /// The number of a text that is known, and one that no key has otherwise.
  func existing(_ text: String) -> Int32 { numbers[ExactText(text)] ?? -2 }

  func text(_ number: Int32) -> String {
    texts.indices.contains(Int(number)) ? texts[Int(number)] : ""
  }
}
