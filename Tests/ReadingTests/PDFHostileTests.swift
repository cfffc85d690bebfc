import DocumentModel
import Reading
import Testing

@Suite struct PDFHostileTests {
  private func small() -> PDFFixture {
    var pdf = PDFFixture()
    pdf.page { $0.write("说明文字。", 110, 100) }
    return pdf
  }

  private func error(_ bytes: [UInt8]) -> ReadError? {
    do throws(ReadError) {
      _ = try PDFReader.read(bytes)
      return nil
    } catch { return error }
  }

  @Test func `what only calls itself a PDF is damaged`() {
    for bytes in [[], Array("%PDF-1.4\n".utf8), [UInt8](repeating: 0, count: 5000)] {
      guard case .damaged = error(bytes) else {
        Issue.record("read: \(bytes.prefix(9))")
        return
      }
    }
  }

  @Test func `a file that was cut off before its pages is damaged`() {
    let bytes = small().bytes
    guard case .damaged = error(Array(bytes.prefix(150))) else {
      Issue.record("read")
      return
    }
  }

  @Test func `a lost cross-reference table is mended`() throws {
    let bytes = small().bytes
    let document = try PDFReader.read(Array(bytes.dropLast(12)))
    #expect(document.paragraphs() == ["说明文字。"])
  }

  @Test func `a file that needs a password is refused with a remedy`() {
    var pdf = small()
    let key = String(repeating: "5A", count: 32)
    pdf.trailer =
      "/Encrypt<</Filter/Standard/V 1/R 2/O<\(key)>/U<\(key)>/P -4>>/ID[<00112233><00112233>]"
    let error = error(pdf.bytes)
    #expect("\(String(describing: error))".contains("password"))
  }

  @Test func `a file of pictures alone asks for OCR`() {
    var pdf = PDFFixture()
    pdf.page { $0.picture() }
    pdf.page { $0.picture() }
    guard case .unsupportedFormat(_, let remedy) = error(pdf.bytes) else {
      Issue.record("read")
      return
    }
    #expect(remedy.contains("OCR"))
  }

  @Test func `a file of empty pages is empty`() {
    var pdf = PDFFixture()
    pdf.page { _ in }
    #expect(error(pdf.bytes) == .empty)
  }

  @Test(.timeLimit(.minutes(1)))
  func `forms that draw each other twice are stopped`() {
    var pdf = small()
    let levels = 40
    for level in 0..<levels {
      let body = level + 1 < levels ? "q /X Do Q q /X Do Q" : "0 0 m 9 9 l S"
      pdf.extraObjects.append(
        PDFFixture.stream(
          Array(body.utf8),
          entries: "/Type/XObject/Subtype/Form/BBox[0 0 600 800]"
            + "/Resources<</XObject<</X \(20 + level + 1) 0 R>>>>"))
    }
    pdf.resources = "/XObject<</X 20 0 R>>"
    pdf.page { $0.content = "/X Do" }
    let clock = ContinuousClock()
    let time = clock.measure {
      guard case .limitExceeded = error(pdf.bytes) else {
        Issue.record("read")
        return
      }
    }
    #expect(time < .seconds(10))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a page that saves its state without end is stopped`() {
    var pdf = PDFFixture()
    pdf.page { $0.content = String(repeating: "q ", count: 300_000) }
    guard case .limitExceeded = error(pdf.bytes) else {
      Issue.record("read")
      return
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a heap of glyphs is stopped`() {
    var pdf = PDFFixture()
    pdf.page { page in
      let text = String(repeating: "A", count: 1000)
      page.content =
        "BT /F 1 Tf 50 700 Td " + String(repeating: "(\(text)) Tj ", count: 2100) + "ET"
    }
    guard case .limitExceeded = error(pdf.bytes) else {
      Issue.record("read")
      return
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `no cut and no flipped bit brings it down`() throws {
    let bytes = small().bytes
    for end in stride(from: 0, to: bytes.count, by: 37) { _ = error(Array(bytes[..<end])) }
    for index in stride(from: 0, to: bytes.count, by: 7) {
      var changed = bytes
      changed[index] ^= UInt8(1 << (index % 8))
      _ = error(changed)
    }
  }
}
