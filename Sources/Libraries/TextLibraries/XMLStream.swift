import CTextLibraries

/// Why an XML part cannot be read.
package enum XMLStreamError: Error, Equatable {
  case malformed(line: Int)
  /// A document type declaration, which no part of an OOXML file has.
  case documentType
  /// An element has more attributes than any has; `limit` is their number.
  case tooManyAttributes(limit: Int)
  /// More namespaces are open at a time than in any document; `limit` is their number.
  case tooManyNamespaces(limit: Int)
  /// The part has more elements than any has; `limit` is their number.
  case tooManyElements(limit: Int)
  /// The part is written in another encoding than UTF-8 and UTF-16.
  case foreignEncoding
  case outOfMemory
}

/// One streaming parse of an XML part.
package final class XMLStream {
  // Safe: this object alone owns the parser and closes it once; the bridge lives as long.
  private let bridge: MarkupBridge
  private let parser: OpaquePointer?

  package init(elements handler: any MarkupElementHandler) {
    bridge = MarkupBridge(handler)
    var callbacks = bridge.cHandler
    parser = ctk_xml_open(&callbacks)
  }

  package convenience init(handler: any MarkupEventHandler) {
    self.init(elements: NamedElements(handler))
  }

  deinit { ctk_xml_close(parser) }

  /// Feeds a chunk; the last one, which may be empty, with `isLast`.
  package func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = false
  ) throws(XMLStreamError) {
    guard let parser else { throw .outOfMemory }
    switch ctk_xml_feed(parser, bytes.baseAddress, bytes.count, isLast ? 1 : 0) {
    case Int32(CTK_XML_OK): return
    case Int32(CTK_XML_DOCTYPE): throw .documentType
    case Int32(CTK_XML_MEMORY): throw .outOfMemory
    case Int32(CTK_XML_ATTRIBUTES): throw .tooManyAttributes(limit: 256)
    case Int32(CTK_XML_NAMESPACES): throw .tooManyNamespaces(limit: 1024)
    case Int32(CTK_XML_ELEMENTS): throw .tooManyElements(limit: 4_000_000)
    case Int32(CTK_XML_ENCODING): throw .foreignEncoding
    default: throw .malformed(line: Int(ctk_xml_error_line(parser)))
    }
  }
}

/// One streaming parse of an HTML page in UTF-8; broken markup is repaired.
package final class HTMLStream {
  // Safe: this object alone owns the parser and closes it once; the bridge lives as long.
  private let bridge: MarkupBridge
  private let parser: OpaquePointer?

  package init(elements handler: any MarkupElementHandler) {
    bridge = MarkupBridge(handler)
    var callbacks = bridge.cHandler
    parser = ctk_html_open(&callbacks)
  }

  package convenience init(handler: any MarkupEventHandler) {
    self.init(elements: NamedElements(handler))
  }

  deinit { ctk_html_close(parser) }

  /// Feeds a chunk; false when memory is out.
  package func feed(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool = false) -> Bool {
    guard let parser else { return false }
    return ctk_html_feed(parser, bytes.baseAddress, bytes.count, isLast ? 1 : 0) == 0
  }

  /// Delivers nothing more.
  package func stop() {
    guard let parser else { return }
    ctk_html_stop(parser)
  }
}
