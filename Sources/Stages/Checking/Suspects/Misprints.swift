internal import ReportModel

/// In which ways values are misprinted.
enum Misprints {
  /// What may have been meant, slip by slip, where this was printed.
  static func variants(of printed: Amount) -> [(Amount, Suspect.Slip)] {
    var variants: [(Amount, Suspect.Slip)] = [(printed.negated, .sign)]
    let digits = Array(String(printed.unscaled.magnitude).utf8)
    func add(_ digits: [UInt8], _ slip: Suspect.Slip) {
      guard let value = Int64(String(decoding: digits, as: UTF8.self)),
        value.magnitude != printed.unscaled.magnitude
      else {
        return
      }
      variants.append(
        (Amount(unscaled: printed.isNegative ? -value : value, scale: printed.scale), slip))
    }
    for index in digits.indices.dropLast() where digits[index] != digits[index + 1] {
      var swapped = digits
      swapped.swapAt(index, index + 1)
      add(swapped, .digitsSwapped)
    }
    for index in digits.indices where digits.count > 1 {
      var shorter = digits
      shorter.remove(at: index)
      add(shorter, .digitAdded)
    }
    for (exponent, slip) in [(1, Suspect.Slip.decimalPoint), (2, .decimalPoint), (4, .unit)] {
      if let larger = printed.scaled(byPowerOfTen: exponent) { variants.append((larger, slip)) }
      if printed.scale + exponent <= 12 {
        variants.append(
          (Amount(unscaled: printed.unscaled, scale: printed.scale + exponent), slip))
      }
    }
    for index in digits.indices where digits.count <= 12 {
      for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[index] {
        var changed = digits
        changed[index] = digit
        add(changed, .digitChanged)
      }
    }
    return variants
  }

  /// The slip that makes one value the other.
  static func slip(from printed: Amount, to wanted: Amount) -> Suspect.Slip {
    let one = Array(String(printed.unscaled.magnitude).utf8)
    let two = Array(String(wanted.unscaled.magnitude).utf8)
    if wanted.unscaled == -printed.unscaled, printed.scale == wanted.scale { return .sign }
    if Ratio(wanted) == Ratio(printed).shifted(4) || Ratio(printed) == Ratio(wanted).shifted(4) {
      return .unit
    }
    for exponent in 1...3
    where Ratio(wanted) == Ratio(printed).shifted(exponent)
      || Ratio(printed) == Ratio(wanted).shifted(exponent)
    {
      return .decimalPoint
    }
    guard wanted.isNegative == printed.isNegative, wanted.scale == printed.scale else {
      return .other
    }
    if one.count == two.count {
      let differing = one.indices.filter { one[$0] != two[$0] }
      if differing.count == 1 { return .digitChanged }
      if differing.count == 2, differing[0] + 1 == differing[1],
        one[differing[0]] == two[differing[1]], one[differing[1]] == two[differing[0]]
      {
        return .digitsSwapped
      }
    }
    if one.count + 1 == two.count, isWithout(one, two) { return .digitDropped }
    if two.count + 1 == one.count, isWithout(two, one) { return .digitAdded }
    return .other
  }

  /// Whether the shorter list is the longer one without one of its members.
  private static func isWithout(_ shorter: [UInt8], _ longer: [UInt8]) -> Bool {
    longer.indices.contains { index in
      shorter.elementsEqual(longer[..<index] + longer[(index + 1)...])
    }
  }
}

extension Suspect.Slip {
  /// The smaller, the plainer: of changes that explain as much, the plainest is told.
  var order: Int {
    switch self {
    case .digitsSwapped: 0
    case .sign: 1
    case .exchanged: 1
    case .unit: 2
    case .decimalPoint: 3
    case .digitDropped: 4
    case .digitAdded: 5
    case .digitChanged: 6
    case .column: 7
    case .other: 8
    }
  }
}
