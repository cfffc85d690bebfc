extension [UInt8] {
  /// Appends a number in decimal digits; `String` would make a text of it first.
  package mutating func append(digitsOf number: UInt64) {
    if number >= 10 { append(digitsOf: number / 10) }
    append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
