import OutputReading
import Testing
@testable import Verifying

@Suite("Proof of places")
struct ProofTests {
  private static let text = "收入总计１，２００.50万元，比上年减少3.5万元，无其他收入"

  private func proof(quoted: String, value: String, at range: Range<Int>? = nil) throws -> Proof {
    let bytes = Array(Self.text.utf8)
    let place: Range<Int>
    if let range {
      place = range
    } else {
      let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: quoted.utf8) }, "\(quoted)")
      place = start..<start + quoted.utf8.count
    }
    let json = """
      {"schema": "juesuan-report/2", "report": {"source": {"format": "txt", "encoding": "UTF-8"}},
       "facts": [{"value": \(value), "source": {"block": 0, "start": 0, "end": 1,
         "text": "\(quoted)", "bytes": [\(place.lowerBound), \(place.upperBound)]}}]}
      """
    return Proof.prove(try Output(Array(json.utf8)), against: bytes)
  }

  @Test func `a text that stands there and says the value is proved`() throws {
    #expect(try proof(quoted: "１，２００.50万元", value: "1200.50").proved == 1)
    #expect(try proof(quoted: "3.5万元", value: "-3.5").proved == 1)
    #expect(try proof(quoted: "无其他收入", value: "0").proved == 1)
  }

  @Test func `another value, another text and another place are told`() throws {
    #expect(try proof(quoted: "3.5万元", value: "3.51").failures.map(\.why) == [.value])
    #expect(try proof(quoted: "无其他收入", value: "1").failures.map(\.why) == [.value])
    #expect(try proof(quoted: "9.9", value: "9.9", at: 0..<3).failures.map(\.why) == [.text])
    #expect(try proof(quoted: "9.9", value: "9.9", at: 0..<9999).failures.map(\.why) == [.place])
  }

  @Test(arguments: [("1.80", 1), ("1.81", 0)])
  func `a doubtful figure is proved as a fact is`(value: String, proved: Int) throws {
    let text = "专项资金约1.80亿元"
    let json = """
      {"schema": "juesuan-report/2", "report": {"source": {"format": "txt", "encoding": "UTF-8"}},
       "doubtful": [{"id": "d1", "reason": "inexact", "value": \(value), "unit": "CNY_100M",
         "label": "专项资金", "readings": [{"concept": null, "aspect": "actual", "dimensions": {}}],
         "source": {"block": 0, "start": 5, "end": 9, "text": "1.80", "bytes": [15, 19]}}]}
      """
    let proof = Proof.prove(try Output(Array(json.utf8)), against: Array(text.utf8))
    #expect(proof.claims == 1 && proof.proved == proved)
    #expect(proof.failures.map(\.pointer) == (proved == 1 ? [] : ["/doubtful/0"]))
  }

  /// What is quoted of a line, by its first byte.
  private func why(
    _ quoted: String, in line: String, value: String, unit: String = "CNY_10K",
    yuan: String? = nil
  ) throws -> [Proof.Why] {
    let source = Array(line.utf8)
    let start = try #require(
      source.indices.first { source[$0...].starts(with: quoted.utf8) }, "\(quoted)")
    let told = yuan.map { #""yuan": \#($0), "# } ?? ""
    let json = """
      {"schema": "juesuan-report/2", "report": {"source": {"format": "txt", "encoding": "UTF-8"}},
       "facts": [{"value": \(value), "unit": "\(unit)", \(told)"source": {"block": 0, "start": 0,
         "end": 1, "text": "\(quoted)", "bytes": [\(start), \(start + quoted.utf8.count)]}}]}
      """
    return Proof.prove(try Output(Array(json.utf8)), against: source).failures.map(\.why)
  }

  @Test(arguments: [
    ("71.38万元", "收入1,871.38万元", "71.38"), ("871.38万元", "收入1,871.38万元", "871.38"),
    ("1,871.3", "收入1,871.38", "1871.3"), ("1,871", "收入1,871.38", "1871"),
    ("1,871", "收入1,871,400.00", "1871"), ("38万元", "收入1,871.38万元", "38"),
    ("71.38", "收入-71.38万元", "71.38"), ("1,234万", "收入1,234万5,600元", "1234"),
  ])
  func `a part of a number is no proof of it`(quoted: String, line: String, value: String) throws {
    #expect(try why(quoted, in: line, value: value) == [.part])
  }

  @Test(arguments: [
    ("1,871.38万元", "其中:1.收入1,871.38万元,支出2万元", "1871.38"),
    ("871.38", "12.50,871.38", "871.38"), ("600.25", "合计\t600.25\t1", "600.25"),
    ("71.38", "结余——71.38万元", "71.38"), ("1,234万5,600元", "收入1,234万5,600元", "1234.56"),
    ("3亿5,600万元", "收入3亿5,600万元", "35600"), ("𝟏𝟐.𝟓万元", "收入𝟏𝟐.𝟓万元", "12.5"),
    ("1\u{AD}2.5万元", "收入1\u{AD}2.5万元", "12.5"), ("12﹒5万元", "收入12﹒5万元", "12.5"),
  ])
  func `a whole number is one, whatever stands around it`(
    quoted: String, line: String, value: String
  ) throws {
    #expect(try why(quoted, in: line, value: value).isEmpty)
  }

  @Test func `another unit behind a number is another value`() throws {
    #expect(try why("71.38", in: "收入71.38亿元", value: "71.38") == [.part])
    #expect(try why("71.38亿元", in: "收入71.38亿元", value: "71.38") == [.value])
    #expect(try why("71.38", in: "增长71.38%", value: "71.38") == [.part])
    #expect(try why("71.38", in: "增长71.38%", value: "71.38", unit: "percent").isEmpty)
  }

  @Test func `yuan are the value in its unit`() throws {
    let line = "减少71.38万元"
    #expect(try why("71.38万元", in: line, value: "-71.38", yuan: "-713800").isEmpty)
    #expect(try why("71.38万元", in: line, value: "-71.38", yuan: "713800") == [.yuan])
    #expect(try why("71.38万元", in: line, value: "-71.38", yuan: "-7138000") == [.yuan])
    #expect(try why("3人", in: "3人", value: "3", unit: "person", yuan: "3") == [.yuan])
  }

  @Test func `values of any length are compared exactly`() {
    let same = [("9007199254740993.01", "9007199254740993.01"), ("-5", "5.00"), ("0.0", "0")]
    for (first, second) in same { #expect(PrintedDigits(first) == PrintedDigits(second)) }
    #expect(PrintedDigits("9007199254740993.01") != PrintedDigits("9007199254740993.02"))
    #expect(PrintedDigits("10") != PrintedDigits("1"))
    #expect(PrintedDigits("2024.12.31") == PrintedDigits("2024.12"))
    for text in ["", ".", "1e3", "十"] { #expect(PrintedDigits(text) == nil, "\(text)") }
  }

  @Test func `a value is told in the digits that the output has`() throws {
    #expect(try proof(quoted: "3.5万元", value: "3.510").failures.first?.found == "3.510")
  }

  @Test func `numbers as spreadsheets store them`() {
    #expect(StoredNumber.prints("32645.139999999999", as: "32645.14"))
    #expect(StoredNumber.prints("0.9669", as: "96.69%"))
    #expect(StoredNumber.prints("-5", as: "5.00"))
    #expect(!StoredNumber.prints("32645.24", as: "32645.14"))
  }

  @Test(arguments: [
    (#"<html><body><p>支出10.50万元</p></body></html>"#, #""path": "/html/body/p[1]""#, 1),
    (#"支出10.50万元"#, #""bytes": [6, 17]"#, 1),
    (#"支出10.50万元"#, #""path": "word/document.xml#/body/p[1]""#, 0),
    (#"支出10.50万元"#, #""sheet": "表", "cell": "A1""#, 0),
    (#"支出10.50万元"#, #""page": 1, "box": [0, 0, 1, 1]"#, 0),
    (#"支出10.50万元"#, #""line": 1"#, 0),
  ])
  func `places tell themselves how they are looked up, whatever the format is called`(
    source: String, place: String, proved: Int
  ) throws {
    let json = """
      {"schema": "juesuan-report/2", "report": {"source": {"format": "new", "encoding": "UTF-8"}},
       "facts": [{"value": 10.50, "source": {"block": 0, "start": 0, "end": 9, "text": "10.50万元",
         \(place)}}]}
      """
    let proof = Proof.prove(try Output(Array(json.utf8)), against: Array(source.utf8))
    #expect(proof.proved == proved)
    #expect(proof.failures.map(\.why) == (proved == 1 ? [] : [.place]))
  }
}
