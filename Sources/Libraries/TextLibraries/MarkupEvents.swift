import CTextLibraries

/// What an XML or HTML parse tells, element by name; buffers are borrowed for the call.
package protocol MarkupEventHandler: AnyObject {
  /// An element begins. `attributes` looks a value up by local name.
  func start(_ name: String, attributes: MarkupAttributes)
  func end(_ name: String)
  /// UTF-8 text; one run may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The same events for a handler that numbers the element names itself, so that no event has to carry
/// a string.
package protocol MarkupElementHandler: AnyObject {
  /// The handler's own number (not negative) for elements of this name. Return nil to ignore them;
  /// their events are not delivered. May be asked again for the same name.
  func number(ofElements name: String) -> Int?
  /// An element of that number begins. `attributes` looks a value up by local name.
  func start(_ element: Int, attributes: MarkupAttributes)
  func end(_ element: Int)
  /// UTF-8 text; one run may come in several pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Translates numbers back to names, for handlers that are not in a hurry.
final class NamedElements: MarkupElementHandler {
  private let handler: any MarkupEventHandler
  private var names: [String] = []
  private var numbers: [String: Int] = [:]

  init(_ handler: any MarkupEventHandler) { self.handler = handler }

  func number(ofElements name: String) -> Int? {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  func start(_ element: Int, attributes: MarkupAttributes) {
    handler.start(names[element], attributes: attributes)
  }

  func end(_ element: Int) { handler.end(names[element]) }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { handler.text(bytes) }
}

/// Hands the events of a C parser on.
final class MarkupBridge {
  private let handler: any MarkupElementHandler

  init(_ handler: any MarkupElementHandler) { self.handler = handler }

  /// The C callbacks with this bridge as their context, which outlives the parser.
  var cHandler: ctk_sax_handler {
    ctk_sax_handler(
      // Safe: a stream holds its bridge and closes the parser in its deinit, so the bridge outlives
      // every callback; what C hands over is read within the callback only.
      context: Unmanaged.passUnretained(self).toOpaque(),
      element: { context, name in
        guard let context, let name else { return -1 }
        return Unmanaged<MarkupBridge>.fromOpaque(context)._withUnsafeGuaranteedRef {
          Int32($0.handler.number(ofElements: String(cString: name)) ?? -1)
        }
      },
      start: { context, element, attributes, count in
        guard let context else { return }
        Unmanaged<MarkupBridge>.fromOpaque(context)._withUnsafeGuaranteedRef {
          $0.handler.start(
            Int(element), attributes: MarkupAttributes(attributes, count: Int(count)))
        }
      },
      end: { context, element in
        guard let context else { return }
        Unmanaged<MarkupBridge>.fromOpaque(context)._withUnsafeGuaranteedRef {
          $0.handler.end(Int(element))
        }
      },
      text: { context, bytes, length in
        guard let context, let bytes else { return }
        // Safe: chars and bytes have one layout, and C gives the length of what it lends.
        bytes.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
          Unmanaged<MarkupBridge>.fromOpaque(context)._withUnsafeGuaranteedRef {
            $0.handler.text(UnsafeBufferPointer(start: bytes, count: length))
          }
        }
      })
  }
}
