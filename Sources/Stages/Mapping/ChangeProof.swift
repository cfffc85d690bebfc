import ReportModel

/// Whether a level, its change and the change in percent belong together.
enum ChangeProof {
  /// With the prior level = level − change: change ÷ prior = percent, within the last printed place of
  /// the percentage and of the amounts. Signs of change and percent are left out of account.
  static func fits(_ level: Amount, change: Amount, percent: Amount) -> Bool {
    let scale = max(level.scale, change.scale)
    guard let level = Int128(exactly: level.unscaled).map({ $0 * power(scale - level.scale) })
    else {
      return false
    }
    let change = Int128(change.unscaled) * power(scale - change.scale)
    let prior = level - change
    guard prior > 0 else { return false }
    let stated = Int128(percent.unscaled.magnitude) * prior
    let found = (change < 0 ? -change : change) * 100 * power(percent.scale)
    let difference = stated > found ? stated - found : found - stated
    // Half a unit of the percentage's last place, and one unit of the amounts' last place.
    return difference * 2 <= prior + 400 * power(percent.scale)
  }

  /// Whether `difference` = `first` − `second` exactly.
  static func isDifference(_ difference: Amount, of first: Amount, and second: Amount) -> Bool {
    let scale = max(difference.scale, first.scale, second.scale)
    func whole(_ amount: Amount) -> Int128 { Int128(amount.unscaled) * power(scale - amount.scale) }
    return whole(first) - whole(second) == whole(difference)
  }

  /// Whether parts add up to their whole, each rounded to its own last place.
  static func isSum(_ whole: Amount, of parts: [Amount]) -> Bool {
    let scale = parts.reduce(whole.scale) { max($0, $1.scale) }
    func scaled(_ amount: Amount) -> Int128 {
      Int128(amount.unscaled) * power(scale - amount.scale)
    }
    let difference = parts.reduce(-scaled(whole)) { $0 + scaled($1) }
    let slack = parts.reduce(power(scale - whole.scale)) { $0 + power(scale - $1.scale) }
    return (difference < 0 ? -difference : difference) * 2 < slack
  }

  /// Whether one amount may be the other, rounded to fewer places.
  static func agree(_ first: Amount, _ second: Amount) -> Bool {
    let scale = max(first.scale, second.scale)
    func whole(_ amount: Amount) -> Int128 { Int128(amount.unscaled) * power(scale - amount.scale) }
    let difference = whole(first) - whole(second)
    let step = power(scale - min(first.scale, second.scale))
    return (difference < 0 ? -difference : difference) * 2
      <= (first.scale == second.scale ? 0 : step)
  }

  private static func power(_ exponent: Int) -> Int128 {
    Int128(PowersOfTen.power(exponent))
  }
}
