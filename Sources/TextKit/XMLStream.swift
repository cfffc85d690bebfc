import CTextKit

/// Why an XML part cannot be read.
package enum XMLStreamError: Error, Equatable {
  case malformed(line: Int)
  /// A document type declaration, which no part of an OOXML file has.
  case documentType
  case outOfMemory
}

/// One streaming parse of an XML part.
package final class XMLStream {
  private let bridge: MarkupBridge
  private let parser: OpaquePointer?

  package init(handler: any MarkupEventHandler) {
    bridge = MarkupBridge(handler)
    var callbacks = bridge.cHandler
    parser = ctk_xml_open(&callbacks)
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
    default: throw .malformed(line: Int(ctk_xml_error_line(parser)))
    }
  }
}

/// One streaming parse of an HTML page in UTF-8; broken markup is repaired.
package final class HTMLStream {
  private let bridge: MarkupBridge
  private let parser: OpaquePointer?

  package init(handler: any MarkupEventHandler) {
    bridge = MarkupBridge(handler)
    var callbacks = bridge.cHandler
    parser = ctk_html_open(&callbacks)
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
