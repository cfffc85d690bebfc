/// One scalar of UTF-8 and the place behind it.
struct ReadScalar {
  let value: UInt32
  let end: Int
}

/// The scalar that begins at `position`. A byte that begins none, as it can stand where a hostile
/// caller cuts a leaf, is read as U+FFFD and one byte long.
@inline(__always)
func readScalar(_ source: borrowing Span<UInt8>, at position: Int, before end: Int) -> ReadScalar {
  let lead = source[position]
  if lead < 0x80 { return ReadScalar(value: UInt32(lead), end: position + 1) }
  let left = end - position
  if lead >= 0xE0, lead < 0xF0, left >= 3 {
    let value =
      UInt32(lead & 0x0F) << 12 | UInt32(source[position + 1] & 0x3F) << 6
      | UInt32(source[position + 2] & 0x3F)
    return ReadScalar(value: value, end: position + 3)
  }
  if lead >= 0xC2, lead < 0xE0, left >= 2 {
    let value = UInt32(lead & 0x1F) << 6 | UInt32(source[position + 1] & 0x3F)
    return ReadScalar(value: value, end: position + 2)
  }
  if lead >= 0xF0, lead < 0xF5, left >= 4 {
    let value =
      UInt32(lead & 0x07) << 18 | UInt32(source[position + 1] & 0x3F) << 12
      | UInt32(source[position + 2] & 0x3F) << 6 | UInt32(source[position + 3] & 0x3F)
    return ReadScalar(value: value, end: position + 4)
  }
  return ReadScalar(value: 0xFFFD, end: position + 1)
}
