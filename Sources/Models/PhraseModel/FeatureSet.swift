/// A set of a lexicon's features, one bit each. Sets are compared and joined for every phrase and every
/// frame, so that they are four words and no hashed set.
package struct FeatureSet: Hashable, Sendable {
  /// More features than a lexicon may have.
  package static let capacity = 256
  private var bits: SIMD4<UInt64>

  /// The empty set.
  package init() { bits = .zero }

  /// The set of one feature by its number.
  package init(_ index: Int) {
    bits = .zero
    insert(index)
  }

  private init(bits: SIMD4<UInt64>) { self.bits = bits }

  /// Whether nothing is in it.
  package var isEmpty: Bool { bits == .zero }

  /// How many features it holds.
  package var count: Int {
    (0..<4).reduce(0) { $0 + bits[$1].nonzeroBitCount }
  }

  /// Adds a feature by its number.
  package mutating func insert(_ index: Int) {
    precondition(index >= 0 && index < Self.capacity, "a feature's number is one of the lexicon's")
    bits[index / 64] |= 1 << UInt64(index % 64)
  }

  /// Whether it holds a feature.
  package func contains(_ index: Int) -> Bool { bits[index / 64] >> UInt64(index % 64) & 1 == 1 }

  /// Whether all of it is in the other.
  package func isSubset(of other: FeatureSet) -> Bool { bits & other.bits == bits }

  /// Whether the two have nothing in common.
  package func isDisjoint(with other: FeatureSet) -> Bool { bits & other.bits == .zero }

  /// Both together.
  package func union(_ other: FeatureSet) -> FeatureSet { FeatureSet(bits: bits | other.bits) }

  /// What both hold.
  package func intersection(_ other: FeatureSet) -> FeatureSet {
    FeatureSet(bits: bits & other.bits)
  }

  /// What the other does not hold.
  package func subtracting(_ other: FeatureSet) -> FeatureSet {
    FeatureSet(bits: bits & ~other.bits)
  }

  /// The numbers in it, ascending.
  package var indices: [Int] {
    var result: [Int] = []
    for word in 0..<4 {
      var rest = bits[word]
      while rest != 0 {
        result.append(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return result
  }
}
