/// Positions of quantities by key: a hash table with open addressing.
///
/// Keys are looked up thousands of times a report, and `Dictionary` would hash their 48 bytes with a
/// function made for input of any length.
struct KeyIndex {
  /// One key with the first and last link of its positions.
  struct Entry {
    var key: QuantityKey
    var first: Int32
    var last: Int32
    var count: Int
  }

  private(set) var entries: [Entry] = []
  /// Linked lists of positions, one list a key, all in one array; `next` is -1 at the end of a list.
  private var links: [(position: Int32, next: Int32)] = []
  /// The hash table: part of the hash, and the index of the entry (-1: free). Its size is a power of two,
  /// and at most half of it is taken.
  private var slots: [(hash: UInt32, entry: Int32)]
  private let factors: QuantityKey.Words

  /// An empty index with room for so many keys; it grows when there are more.
  init(expecting count: Int) {
    factors = Self.randomFactors()
    entries.reserveCapacity(count)
    links.reserveCapacity(count)
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: (0, -1), count: size)
  }

  /// Appends a position, which must be larger than all before it. Returns how many positions the key had
  /// before.
  @discardableResult
  mutating func append(_ position: Int, under key: QuantityKey) -> Int {
    let link = Int32(links.count)
    links.append((Int32(position), -1))
    let hash = hash(key)
    var slot = start(hash)
    while slots[slot].entry >= 0 {
      let entry = Int(slots[slot].entry)
      if slots[slot].hash == UInt32(truncatingIfNeeded: hash), entries[entry].key == key {
        links[Int(entries[entry].last)].next = link
        entries[entry].last = link
        entries[entry].count += 1
        return entries[entry].count - 1
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = (UInt32(truncatingIfNeeded: hash), Int32(entries.count))
    entries.append(Entry(key: key, first: link, last: link, count: 1))
    if entries.count * 2 > slots.count { grow() }
    return 0
  }

  /// Positions with such a key, ascending.
  func positions(_ key: QuantityKey) -> [Int] {
    guard let entry = entry(key) else { return [] }
    return positions(of: entry)
  }

  /// Positions of one key, ascending.
  func positions(of entry: Entry) -> [Int] {
    var positions: [Int] = []
    positions.reserveCapacity(entry.count)
    var link = entry.first
    while link >= 0 {
      positions.append(Int(links[Int(link)].position))
      link = links[Int(link)].next
    }
    return positions
  }

  /// The position with such a key that is nearest to another one; of two as near, the first.
  func nearest(_ key: QuantityKey, to position: Int) -> Int? {
    guard let entry = entry(key) else { return nil }
    var nearest = Int(links[Int(entry.first)].position)
    var link = entry.first
    while link >= 0 {
      let candidate = Int(links[Int(link)].position)
      if abs(candidate - position) < abs(nearest - position) { nearest = candidate }
      // Positions ascend, so all that follow are further away.
      if candidate >= position { break }
      link = links[Int(link)].next
    }
    return nearest
  }

  private func entry(_ key: QuantityKey) -> Entry? {
    let hash = hash(key)
    var slot = start(hash)
    while slots[slot].entry >= 0 {
      let entry = Int(slots[slot].entry)
      if slots[slot].hash == UInt32(truncatingIfNeeded: hash), entries[entry].key == key {
        return entries[entry]
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    slots = Array(repeating: (0, -1), count: slots.count * 2)
    for (number, entry) in entries.enumerated() {
      let hash = hash(entry.key)
      var slot = start(hash)
      while slots[slot].entry >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (UInt32(truncatingIfNeeded: hash), Int32(number))
    }
  }

  // MARK: Hashing

  /// The upper half of a sum of products: its lower bits depend on fewer bits of the key.
  private func hash(_ key: QuantityKey) -> UInt64 {
    let words = key.words
    // Safe: a hash; products are meant to lose their upper bits, and `start` masks the rest to the
    // slots.
    let one = words.first &* factors.first &+ words.second &* factors.second
    let two = words.third &* factors.third &+ words.fourth &* factors.fourth
    let three = words.fifth &* factors.fifth &+ words.sixth &* factors.sixth
    let sum = one &+ two &+ three &+ words.seventh &* factors.seventh
    return (sum ^ sum >> 29) &* factors.first >> 32
  }

  private func start(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  /// Different in every process, so that nobody can make a report whose keys all collide.
  private static func randomFactors() -> QuantityKey.Words {
    var state = UInt64(bitPattern: Int64(Hasher().finalize()))
    func next() -> UInt64 {
      // Safe: a generator of random numbers; overflow is how it works.
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      var mixed = (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD
      mixed ^= mixed >> 29
      return mixed | 1
    }
    return QuantityKey.Words(
      first: next(), second: next(), third: next(), fourth: next(), fifth: next(), sixth: next(),
      seventh: next())
  }
}
