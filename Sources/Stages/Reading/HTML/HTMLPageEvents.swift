import TextLibraries

/// Hands the events of a page on and ends the parse where a limit is passed.
final class HTMLPageEvents: MarkupElementHandler {
  /// The check of exclusive access at each event would find nothing and cost time.
  // Safe: one parser on one thread calls, and the page calls nothing that leads back here.
  @exclusivity(unchecked) private(set) var page: HTMLPage
  /// Set by the reader: makes the parse end.
  var stop: () -> Void = {}

  init(_ page: HTMLPage) { self.page = page }

  func number(ofElements name: String) -> Int? { page.number(ofElements: name) }

  func start(_ number: Int, attributes: MarkupAttributes) {
    if !page.start(number, attributes: attributes) { stop() }
  }

  func end(_ number: Int) { page.end(number) }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { page.text(bytes) }
}
