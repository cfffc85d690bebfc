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
    let error = error(pdf.bytes)
    guard case .limitExceeded = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a heap of glyphs is stopped`() {
    var pdf = PDFFixture()
    pdf.page { page in
      let text = String(repeating: "A", count: 1000)
      page.content =
        "BT /F 1 Tf " + String(repeating: "1 0 0 1 50 700 Tm (\(text)) Tj ", count: 2100) + "ET"
    }
    let error = error(pdf.bytes)
    guard case .limitExceeded = error else {
      Issue.record("\(String(describing: error))")
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

  @Test func `a page whose size no number holds is read`() throws {
    var pdf = small()
    let huge = "1" + String(repeating: "0", count: 60)
    pdf.page {
      $0.write("说明文字。", 110, 100)
      $0.content += " 1e30 0 0 1e30 0 0 cm 0 0 m 1e38 0 l S"
    }
    let bytes = pdf.bytes
    let text = Array("/MediaBox".utf8)
    let box = try #require(bytes.indices.first { bytes[$0...].starts(with: text) })
    let end = try #require(bytes[box...].firstIndex(of: UInt8(ascii: "]")))
    let changed = bytes[..<box] + Array("/MediaBox[0 0 \(huge) \(huge)".utf8) + bytes[end...]
    #expect(try PDFReader.read(Array(changed)).paragraphs().contains("说明文字。"))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a content that is an array of itself is no trouble`() {
    var pdf = small()
    pdf.extraObjects.append(Array("[20 0 R 20 0 R]".utf8))
    let bytes = pdf.bytes
    let text = Array("/Contents ".utf8)
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: text) }) else {
      Issue.record("no content")
      return
    }
    let end = bytes[(place + text.count)...].firstIndex { !(0x30...0x39).contains($0) } ?? place
    _ = error(Array(bytes[..<(place + text.count)] + Array("20".utf8) + bytes[end...]))
  }
}
