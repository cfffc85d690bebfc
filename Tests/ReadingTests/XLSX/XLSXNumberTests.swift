import DocumentModel
import Reading
import Testing

@Suite struct `Figures of workbooks` {
  private func expect(
    _ value: String, _ format: String, prints text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let printed = try XLSXFixture.printed(value, format)
    #expect(
      printed == text, "\(value) as \(format)", sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    ("1871.38", "1871.38"), ("1871.3800000000001", "1871.38"),
    ("1.1100000000000001E-2", "0.0111"), ("-0.5", "-0.5"), ("0", "0"), ("-0", "0"),
    ("1E3", "1000"), ("12345678901234567", "12345678901234600"), ("0.1", "0.1"),
    ("1234567890.12", "1234567890.12"), ("99999999999999.95", "100000000000000"),
    ("1.4999999999999999", "1.5"), ("00012.50", "12.5"), ("+7", "7"), ("1e-7", "0.0000001"),
    ("4.5474735088646412E-25", "4.54747350886464E-25"), ("1E+25", "1E+25"),
  ])
  func `General shows fifteen digits`(value: String, text: String) throws {
    try expect(value, "General", prints: text)
  }

  @Test(arguments: [
    ("1803.55", "0.00", "1803.55"), ("1803.5", "0.00", "1803.50"), ("1803.55", "0", "1804"),
    ("1803.55", "#,##0.00", "1,803.55"), ("1234567.891", "#,##0.00", "1,234,567.89"),
    ("999.995", "#,##0.00", "1,000.00"), ("1.0049999999999999", "0.00", "1.01"),
    ("2.675", "0.00", "2.68"), ("-2.675", "0.00", "-2.68"), ("0.5", "0", "1"),
    ("0", "#,##0.00", "0.00"), ("0", "#", ""), ("0.4", "#.0", ".4"), ("12", "#.##", "12."),
    ("-0.001", "0.00", "0.00"), ("5", "0000", "0005"), ("1234.5", ".0", "1234.5"),
    ("1234567", "#,##0,", "1,235"), ("12345.67", "#.0000,,", ".0123"),
    ("1E+15", "#,##0", "1,000,000,000,000,000"),
    ("1234652.68499999995", "#,##0.00", "1,234,652.69"), ("0.01", "#.##0", ".010"),
    ("941051630", "00000-0000", "94105-1630"), ("12345", "0!.0,", "1.2"),
    ("12345678", "0!.0000", "1234.5678"), ("3.14159", "0.0??", "3.142"), ("3", "0.0??", "3.0"),
  ])
  func `fixed formats round half away from zero`(
    value: String, format: String, text: String
  ) throws {
    try expect(value, format, prints: text)
  }

  @Test(arguments: [
    ("0.998", "0.00%", "99.80%"), ("0.9954999999999999", "0.00%", "99.55%"), ("1", "id 9", "100%"),
    ("0.12345", "id 10", "12.35%"), ("-0.05", "0.0%", "-5.0%"), ("12.5", "0.00\"%\"", "12.50%"),
  ])
  func `percent signs multiply`(value: String, format: String, text: String) throws {
    try expect(value, format, prints: text)
  }

  @Test(arguments: [
    ("1234.5", "id 43", "1,234.50"), ("-1234.5", "id 43", "-1,234.50"), ("0", "id 43", "-"),
    ("1234.5", "id 44", "¥1,234.50"),
    ("0", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", "-"),
    ("-1234.5", "#,##0.00_);[Red](#,##0.00)", "(1,234.50)"),
    ("-1234.5", "#,##0.00_ ;[Red]-#,##0.00 ", "-1,234.50"), ("-3", "id 39", "-3.00"),
    ("1234.5", "[$¥-804]#,##0.00", "¥1,234.50"), ("12.5", "0.00\"万元\"", "12.50万元"),
    ("12.5", "0.00万元", "12.50万元"), ("12.5", "\"R&D\" 0.0", "R&D 12.5"),
    ("0", "0.00;-0.00;", ""), ("0", "0.00;-0.00;\"无\"", "无"), ("-7", "-0", "--7"),
    ("250", "[>=100]0\"大\";0\"小\"", "250大"), ("25", "[>=100]0\"大\";0\"小\"", "25小"),
    ("-3.96", "[>=100]#,##0;[<=-100]-#,##0;#,##0.00", "-3.96"),
    ("5", "[>=100]0;[<=-100]0", "5"), ("12.5", "G/通用格式", "12.5"), ("7", "@", "7"),
    ("3", "[Blue]General\"次\"", "3次"),
  ])
  func `sections, colours, currencies and units`(
    value: String, format: String, text: String
  ) throws {
    try expect(value, format, prints: text)
  }

  @Test(arguments: [
    ("45657", "id 14", "2024/12/31"), ("45657", "yyyy-mm-dd", "2024-12-31"),
    ("45657", "id 31", "2024年12月31日"), ("45657", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "2024年12月31日"),
    ("45657.75", "yyyy/m/d h:mm", "2024/12/31 18:00"),
    ("45657.999999", "yyyy/m/d h:mm", "2025/1/1 0:00"),
    ("60", "yyyy-m-d", "1900-2-29"), ("59", "yyyy-m-d", "1900-2-28"),
    ("61", "yyyy-m-d", "1900-3-1"),
    ("1", "yyyy-m-d", "1900-1-1"), ("38046", "yy.mm.dd", "04.02.29"),
    ("0.7", "hh:mm AM/PM", "04:48 PM"), ("0.7", "上午/下午h\"时\"mm\"分\"", "下午4时48分"),
    ("0.70707", "hh:mm:ss.000", "16:58:10.848"), ("1.5", "[h]:mm", "36:00"),
    ("0.5", "mm:ss", "00:00"),
    ("45657", "aaaa", "星期二"), ("45657", "dddd", "Tuesday"), ("45657", "mmm", "Dec"),
    ("45657", "e\"年\"", "2024年"), ("99999999", "id 14", "99999999"), ("-1", "id 14", "-1"),
  ])
  func `dates and times`(value: String, format: String, text: String) throws {
    try expect(value, format, prints: text)
  }

  @Test func `dates may count from 1904`() throws {
    #expect(
      try XLSXFixture.printed("44195", "yyyy-m-d", properties: " date1904=\"1\"") == "2024-12-31")
  }

  @Test(arguments: [
    ("12345", "0.00E+00", "1.23E+04"), ("0.000999", "0.0E+0", "1.0E-3"),
    ("0", "0.00E+00", "0.00E+00"),
  ])
  func `exponents`(value: String, format: String, text: String) throws {
    try expect(value, format, prints: text)
  }

  @Test func `a sign that only a colour tells is not lost`() throws {
    let data = """
      <row r="1"><c r="A1" s="2"><v>-12.5</v></c><c r="B1" s="2"><v>12.5</v></c></row>
      """
    let document = try XLSXFixture.read(.init(data: data), formats: ["0.00;[Red]0.00"])
    #expect(XLSXFixture.outline(document) == ["1×2", "[-12.50|12.50]"])
    #expect(XLSXFixture.codes(document) == ["xlsx.sign_added"])
    #expect(document.findings.first?.leaf == 0)
  }

  @Test(arguments: [("# ?/?", "0.5"), ("##0.0E+0", "0.5"), ("[DBNum2]General", "0.5")])
  func `a format that is not printed here is told`(format: String, text: String) throws {
    let data = "<row r=\"1\"><c r=\"A1\" s=\"2\"><v>0.5</v></c></row>"
    let document = try XLSXFixture.read(.init(data: data), formats: [format])
    #expect(document.string(ofLeaf: 0) == text)
    #expect(XLSXFixture.codes(document) == ["xlsx.number_format"])
  }

  @Test func `a value that its format hides is told`() throws {
    let data = """
      <row r="1"><c r="A1"><v>1</v></c><c r="B1" s="2"><v>5</v></c>\
      <c r="C1" s="2"><v>0</v></c><c r="D1"><v>2</v></c></row>
      """
    let document = try XLSXFixture.read(.init(data: data), formats: [";;;"])
    #expect(XLSXFixture.outline(document) == ["1×2", "[1|2]"])
    #expect(XLSXFixture.codes(document) == ["xlsx.hidden_value"])
  }

  @Test(arguments: [
    ("甲", "@", "甲"), ("甲", "@\"（元）\"", "甲（元）"), ("  甲", "_ * 0_ ;_ * 0_ ;_ * \"-\"_ ;_ @_ ", "  甲"),
    ("甲", "0.00", "甲"), ("甲", "0;0;0;\"乙\"", "乙"), ("甲", "0.00;@", "甲"),
  ])
  func `text in a number format`(value: String, format: String, text: String) throws {
    #expect(try XLSXFixture.printed(value, format, type: "str") == text)
  }

  @Test(arguments: ["1,234", "abc", "1e", "1e99999", "--1", "."])
  func `a number that is none stays text and is told`(value: String) throws {
    let data = "<row r=\"1\"><c r=\"A1\"><v>\(value)</v></c></row>"
    let document = try XLSXFixture.read(.init(data: data))
    #expect(document.string(ofLeaf: 0) == value)
    #expect(XLSXFixture.codes(document) == ["xlsx.not_a_number"])
  }
}
