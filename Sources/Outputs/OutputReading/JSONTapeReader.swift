extension JSONTape {
  /// Writes the tape while it passes over the bytes once.
  struct Reader {
    /// What was read so far.
    private(set) var nodes: [Node] = []
    /// The byte to read next.
    private(set) var position = 0

    /// Room for so many nodes.
    init(reserving count: Int) { nodes.reserveCapacity(count) }

    /// Passes over white space.
    mutating func skipSpace(_ bytes: Span<UInt8>) {
      while position < bytes.count {
        switch bytes[position] {
        case 0x20, 0x0A, 0x0D, 0x09: position += 1
        default: return
        }
      }
    }

    /// Reads one value with all within it.
    mutating func value(_ bytes: Span<UInt8>, depth: Int) throws(OutputError) {
      skipSpace(bytes)
      guard position < bytes.count, depth < JSONTape.depthLimit else { throw failure }
      switch bytes[position] {
      case UInt8(ascii: "{"): try object(bytes, depth)
      case UInt8(ascii: "["): try array(bytes, depth)
      case UInt8(ascii: "\""): try text(bytes)
      case UInt8(ascii: "n"): try word(bytes, "null", .null)
      case UInt8(ascii: "t"): try word(bytes, "true", .yes)
      case UInt8(ascii: "f"): try word(bytes, "false", .no)
      default: try number(bytes)
      }
    }

    private var failure: OutputError { .notJSON(offset: position) }

    private mutating func open(_ kind: Kind) -> Int {
      nodes.append(Node(kind: kind, start: Int32(position), end: 0, next: 0))
      position += 1
      return nodes.count - 1
    }

    private mutating func close(_ index: Int) {
      position += 1
      nodes[index].end = Int32(position)
      nodes[index].next = Int32(nodes.count)
    }

    private mutating func object(_ bytes: Span<UInt8>, _ depth: Int) throws(OutputError) {
      let index = open(.object)
      skipSpace(bytes)
      if position < bytes.count, bytes[position] == UInt8(ascii: "}") { return close(index) }
      while true {
        skipSpace(bytes)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw failure }
        try text(bytes)
        skipSpace(bytes)
        guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else { throw failure }
        position += 1
        try value(bytes, depth: depth + 1)
        skipSpace(bytes)
        guard position < bytes.count else { throw failure }
        if bytes[position] == UInt8(ascii: "}") { return close(index) }
        guard bytes[position] == UInt8(ascii: ",") else { throw failure }
        position += 1
      }
    }

    private mutating func array(_ bytes: Span<UInt8>, _ depth: Int) throws(OutputError) {
      let index = open(.array)
      skipSpace(bytes)
      if position < bytes.count, bytes[position] == UInt8(ascii: "]") { return close(index) }
      while true {
        try value(bytes, depth: depth + 1)
        skipSpace(bytes)
        guard position < bytes.count else { throw failure }
        if bytes[position] == UInt8(ascii: "]") { return close(index) }
        guard bytes[position] == UInt8(ascii: ",") else { throw failure }
        position += 1
      }
    }

    private mutating func text(_ bytes: Span<UInt8>) throws(OutputError) {
      position += 1
      let start = position
      var kind = Kind.text
      while position < bytes.count {
        switch bytes[position] {
        case UInt8(ascii: "\""):
          leaf(kind, start)
          position += 1
          return
        case UInt8(ascii: "\\"):
          kind = .escaped
          try escape(bytes)
        case 0..<0x20: throw failure
        default: position += 1
        }
      }
      throw failure
    }

    private mutating func escape(_ bytes: Span<UInt8>) throws(OutputError) {
      position += 1
      guard position < bytes.count else { throw failure }
      switch bytes[position] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
        UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
        position += 1
      case UInt8(ascii: "u"):
        position += 1
        for _ in 0..<4 {
          guard position < bytes.count, JSONText.hexadecimal(bytes[position]) != nil else {
            throw failure
          }
          position += 1
        }
      default: throw failure
      }
    }

    private mutating func word(
      _ bytes: Span<UInt8>, _ word: StaticString, _ kind: Kind
    ) throws(OutputError) {
      let start = position
      for byte in word.utf8Start..<word.utf8Start + word.utf8CodeUnitCount {
        guard position < bytes.count, bytes[position] == byte.pointee else { throw failure }
        position += 1
      }
      leaf(kind, start)
    }

    private mutating func number(_ bytes: Span<UInt8>) throws(OutputError) {
      let start = position
      if bytes[position] == UInt8(ascii: "-") { position += 1 }
      let whole = digits(bytes)
      guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else {
        throw failure
      }
      if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
        position += 1
        guard digits(bytes) > 0 else { throw failure }
      }
      if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
        position += 1
        if position < bytes.count,
          bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
        {
          position += 1
        }
        guard digits(bytes) > 0 else { throw failure }
      }
      leaf(.number, start)
    }

    private mutating func digits(_ bytes: Span<UInt8>) -> Int {
      let start = position
      while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
      return position - start
    }

    private mutating func leaf(_ kind: Kind, _ start: Int) {
      nodes.append(
        Node(
          kind: kind, start: Int32(start), end: Int32(position), next: Int32(nodes.count + 1)))
    }
  }
}
