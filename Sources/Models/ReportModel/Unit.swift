package import ValueModel

/// The unit a figure is printed in.
package enum Unit: String, Sendable, CaseIterable {
  case yuan = "CNY"
  case tenThousandYuan = "CNY_10K"
  case hundredMillionYuan = "CNY_100M"
  case percent, person
  case personTime = "person_time"
  case vehicle, batch, group, set, unit, division, table, project
  case squareMetre = "m2"

  /// Power of ten that leads to yuan; nil where the unit is not money.
  package var yuanExponent: Int? {
    switch self {
    case .yuan: 0
    case .tenThousandYuan: 4
    case .hundredMillionYuan: 8
    case .percent, .person, .personTime, .vehicle, .batch, .group, .set, .unit, .division, .table,
      .project, .squareMetre:
      nil
    }
  }
}

extension Amount {
  /// The same amount in yuan, exact; nil where the unit is not money, or it would not fit.
  package func inYuan(printedIn unit: Unit) -> Amount? {
    guard let exponent = unit.yuanExponent else { return nil }
    return scaled(byPowerOfTen: exponent)
  }
}

extension MoneyWord {
  /// The unit that the word stands for; nil where outputs have none.
  package var unit: Unit? {
    switch self {
    case .hundredMillion: .hundredMillionYuan
    case .tenThousand: .tenThousandYuan
    case .thousand: nil
    case .yuan: .yuan
    }
  }
}
