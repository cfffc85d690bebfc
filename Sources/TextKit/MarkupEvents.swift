import CTextKit

/// What an XML or HTML parse tells; buffers are borrowed for the call.
package protocol MarkupEventHandler: AnyObject {
  /// An element begins. `attributes` looks a value up by local name.
  func start(_ name: String, attributes: MarkupAttributes)
  func end(_ name: String)
  /// UTF-8 text; one run may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The attributes of one element, valid during the call that hands them over.
package struct MarkupAttributes {
  private let pairs: UnsafePointer<UnsafePointer<CChar>?>?
  private let count: Int

  fileprivate init(_ pairs: UnsafePointer<UnsafePointer<CChar>?>?, count: Int) {
    self.pairs = pairs
    self.count = count
  }

  /// The value of an attribute by its local name; nil where it is not there.
  package subscript(name: StaticString) -> String? {
    guard let pairs else { return nil }
    for index in 0..<count {
      guard let key = pairs[index * 2], let value = pairs[index * 2 + 1] else { continue }
      if Self.equal(key, name) { return String(cString: value) }
    }
    return nil
  }

  /// Whether an attribute's value holds a word (lower-case ASCII), letter case and white space set
  /// aside; on bytes, since styles stand on every element of a page made with Word.
  package func value(of name: StaticString, contains word: StaticString) -> Bool {
    guard let pairs else { return false }
    for index in 0..<count {
      guard let key = pairs[index * 2], let value = pairs[index * 2 + 1], Self.equal(key, name)
      else { continue }
      var start = value
      while start.pointee != 0 {
        if Self.begins(start, with: word) { return true }
        start += 1
      }
    }
    return false
  }

  private static func begins(_ start: UnsafePointer<CChar>, with word: StaticString) -> Bool {
    word.withUTF8Buffer { expected in
      var position = start
      for byte in expected {
        while position.pointee == 0x20 || (0x09...0x0D).contains(position.pointee) { position += 1 }
        let found = UInt8(bitPattern: position.pointee)
        guard found == byte || (0x41...0x5A).contains(found) && found | 0x20 == byte else {
          return false
        }
        position += 1
      }
      return true
    }
  }

  private static func equal(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { expected in
      for (index, byte) in expected.enumerated() where UInt8(bitPattern: key[index]) != byte {
        return false
      }
      return key[expected.count] == 0
    }
  }
}

/// Element names recur by the thousand; each is made a string once.
final class MarkupBridge {
  let handler: any MarkupEventHandler
  /// Names by some bits of their address.
  private var names: [(pointer: UnsafeRawPointer?, name: String)]
  private static let places = 512

  init(_ handler: any MarkupEventHandler) {
    self.handler = handler
    names = Array(repeating: (nil, ""), count: Self.places)
  }

  /// libxml2 keeps names in a dictionary of the parser, so that the pointer stands for the name for
  /// as long as the parser lives.
  fileprivate func name(_ pointer: UnsafePointer<CChar>) -> String {
    let key = UnsafeRawPointer(pointer)
    let place = Int(bitPattern: key) >> 2 & (Self.places - 1)
    if names[place].pointer == key { return names[place].name }
    let name = String(cString: pointer)
    names[place] = (key, name)
    return name
  }

  /// The C callbacks with this bridge as their context.
  var cHandler: ctk_sax_handler {
    ctk_sax_handler(
      context: Unmanaged.passUnretained(self).toOpaque(),
      start: { context, name, _, attributes, count in
        guard let context, let name else { return }
        let bridge = Unmanaged<MarkupBridge>.fromOpaque(context).takeUnretainedValue()
        bridge.handler.start(
          bridge.name(name), attributes: MarkupAttributes(attributes, count: Int(count)))
      },
      end: { context, name in
        guard let context, let name else { return }
        let bridge = Unmanaged<MarkupBridge>.fromOpaque(context).takeUnretainedValue()
        bridge.handler.end(bridge.name(name))
      },
      text: { context, bytes, length in
        guard let context, let bytes else { return }
        let bridge = Unmanaged<MarkupBridge>.fromOpaque(context).takeUnretainedValue()
        bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
          bridge.handler.text(UnsafeBufferPointer(start: $0, count: length))
        }
      })
  }
}
