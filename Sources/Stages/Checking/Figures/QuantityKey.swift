internal import MappingModel

/// What a quantity is, as numbers of an interner: equal keys are the same quantity.
///
/// Twelve lanes of 32 bits, two to a word.
struct QuantityKey: Equatable {
  private(set) var words = Words()

  struct Words: Equatable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0
    var fifth: UInt64 = 0
    var sixth: UInt64 = 0
  }

  /// The first lanes; dimensions follow.
  enum Lane: Int {
    case concept, aspect, section
  }

  subscript(lane: Lane) -> Int32 {
    get { words[lane.rawValue] }
    set { words[lane.rawValue] = newValue }
  }

  /// 0 where the dimension is absent.
  subscript(dimension: Dimension) -> Int32 {
    get { words[3 + dimension.index] }
    set { words[3 + dimension.index] = newValue }
  }

  /// What stands in a lane that is left open in a lookup.
  static let any: Int32 = -1

  var reportWide: QuantityKey {
    var key = self
    key[.section] = Self.any
    return key
  }

  /// The key with what a reference says in place of its own.
  func changed(by change: KeyChange) -> QuantityKey {
    var key = self
    let (kept, given) = (change.kept.words, change.given.words)
    key.words.first = words.first & kept.first | given.first
    key.words.second = words.second & kept.second | given.second
    key.words.third = words.third & kept.third | given.third
    key.words.fourth = words.fourth & kept.fourth | given.fourth
    key.words.fifth = words.fifth & kept.fifth | given.fifth
    key.words.sixth = words.sixth & kept.sixth | given.sixth
    return key
  }
}

extension QuantityKey.Words {
  subscript(lane: Int) -> Int32 {
    get {
      let word =
        switch lane >> 1 {
        case 0: first
        case 1: second
        case 2: third
        case 3: fourth
        case 4: fifth
        default: sixth
        }
      return Int32(truncatingIfNeeded: lane & 1 == 0 ? word : word >> 32)
    }
    set {
      switch lane >> 1 {
      case 0: Self.set(newValue, lane, in: &first)
      case 1: Self.set(newValue, lane, in: &second)
      case 2: Self.set(newValue, lane, in: &third)
      case 3: Self.set(newValue, lane, in: &fourth)
      case 4: Self.set(newValue, lane, in: &fifth)
      default: Self.set(newValue, lane, in: &sixth)
      }
    }
  }

  private static func set(_ value: Int32, _ lane: Int, in word: inout UInt64) {
    let bits = UInt64(UInt32(bitPattern: value))
    word =
      lane & 1 == 0
      ? word & 0xFFFF_FFFF_0000_0000 | bits : word & 0x0000_0000_FFFF_FFFF | bits << 32
  }
}

/// What a reference asks for, seen from any figure: lanes that stay as they are and lanes that it sets.
struct KeyChange {
  /// All bits of the lanes that stay.
  private(set) var kept: QuantityKey
  /// The other lanes.
  private(set) var given = QuantityKey()

  init() {
    kept = QuantityKey()
    for lane in [QuantityKey.Lane.concept, .aspect, .section] { kept[lane] = -1 }
    for dimension in Dimension.allCases { kept[dimension] = -1 }
  }

  mutating func set(_ lane: QuantityKey.Lane, to number: Int32) {
    kept[lane] = 0
    given[lane] = number
  }

  mutating func set(_ dimension: Dimension, to number: Int32) {
    kept[dimension] = 0
    given[dimension] = number
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
