internal import MappingModel

/// What a quantity is: concept, aspect, section and dimensions, each as a number of an ``Interner``.
/// Figures with equal keys are the same quantity.
///
/// Fourteen lanes of 32 bits, two to a word, so that keys are compared and changed by the word.
struct QuantityKey: Equatable {
  private(set) var words = Words()

  /// The lanes as seven words.
  struct Words: Equatable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0
    var fifth: UInt64 = 0
    var sixth: UInt64 = 0
    var seventh: UInt64 = 0
  }

  /// The first three lanes; the dimensions have the others.
  enum Lane: Int {
    case concept, aspect, section
  }

  /// The number in one of the first three lanes.
  subscript(lane: Lane) -> Int32 {
    get { words[lane.rawValue] }
    set { words[lane.rawValue] = newValue }
  }

  /// 0 where the dimension is absent.
  subscript(dimension: Dimension) -> Int32 {
    get { words[3 + dimension.index] }
    set { words[3 + dimension.index] = newValue }
  }

  /// Stands in a lane that may have any value in a lookup.
  static let any: Int32 = -1

  /// The same quantity in any section.
  var reportWide: QuantityKey {
    var key = self
    key[.section] = Self.any
    return key
  }

  /// The key with some lanes replaced.
  func changed(by change: KeyChange) -> QuantityKey {
    var key = self
    let (kept, given) = (change.kept.words, change.given.words)
    key.words.first = words.first & kept.first | given.first
    key.words.second = words.second & kept.second | given.second
    key.words.third = words.third & kept.third | given.third
    key.words.fourth = words.fourth & kept.fourth | given.fourth
    key.words.fifth = words.fifth & kept.fifth | given.fifth
    key.words.sixth = words.sixth & kept.sixth | given.sixth
    key.words.seventh = words.seventh & kept.seventh | given.seventh
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
        case 5: sixth
        default: seventh
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
      case 5: Self.set(newValue, lane, in: &sixth)
      default: Self.set(newValue, lane, in: &seventh)
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

/// What a reference of a formula asks for, relative to the figure that the formula is asked of: the lanes
/// that it sets; the others stay.
struct KeyChange {
  /// A mask: all bits of the lanes that stay are set.
  private(set) var kept: QuantityKey
  /// The values of the lanes that are set; zero in the others.
  private(set) var given = QuantityKey()

  /// Changes nothing.
  init() {
    kept = QuantityKey()
    for lane in [QuantityKey.Lane.concept, .aspect, .section] { kept[lane] = -1 }
    for dimension in Dimension.allCases { kept[dimension] = -1 }
  }

  /// Sets a lane.
  mutating func set(_ lane: QuantityKey.Lane, to number: Int32) {
    kept[lane] = 0
    given[lane] = number
  }

  /// Sets a dimension; 0 takes it away.
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
    case .funding: 9
    }
  }
}

/// One way in which figures are looked up: with or without a dimension left open, within a section or in
/// the whole report. Every figure is indexed once for each way that some rule uses.
struct KeyOpening: Hashable {
  /// Nil where no dimension is open.
  var dimension: Dimension?
  var isReportWide: Bool

  /// A fixed order, so that runs do not differ.
  var order: Int { ((dimension?.index ?? -1) + 1) * 2 + (isReportWide ? 1 : 0) }

  /// The key under which such a lookup finds a figure; nil where the figure lacks the dimension that is left
  /// open.
  func key(_ own: QuantityKey) -> QuantityKey? {
    var key = own
    if let dimension {
      guard own[dimension] != 0 else { return nil }
      key[dimension] = QuantityKey.any
    }
    return isReportWide ? key.reportWide : key
  }
}
