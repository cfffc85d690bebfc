import DocumentModel
import Normalizing
import Testing
import ValueModel

/// Each rule of the matching form by the cases that it is for.
@Suite struct MatchingFormTests {
  @Test(arguments: [
    ("支出合计　１，５３７．４０万元（增长９．５％）；", "支出合计1,537.40万元(增长9.5%);"),
    ("科目：ＡＢ＝１", "科目:AB=1"),
    ("人员、公用。《办法》〔2023〕〇号", "人员、公用。《办法》〔2023〕〇号"),
  ])
  func `Wide forms become ASCII and ideographic stops stay`(text: String, form: String) {
    #expect(matchingForm(text) == form)
  }

  @Test func `Radicals become the characters that they look like`() {
    #expect(matchingForm("⻘⽯镇⼈⺠政府部⻔决算，⽤⻋") == "青石镇人民政府部门决算,用车")
  }

  @Test(arguments: [
    ("－12.5−3–4", "-12.5-3-4"), ("减少——主要", "减少--主要"), ("2023‐2024‑2025", "2023-2024-2025"),
    ("≥95％", ">=95%"), ("≤３次", "<=3次"), ("＞5＜6", ">5<6"),
  ])
  func `Dashes and comparisons have one spelling`(text: String, form: String) {
    #expect(matchingForm(text) == form)
  }

  @Test(arguments: [
    ("“三公”经费", "三公经费"), ("「三公」‘经费’", "三公经费"), ("＂甲＂\"乙\"'丙'『丁』｢戊｣", "甲乙丙丁戊"),
    ("“2024”“2025”", "2024 2025"),
  ])
  func `Quotation marks fall away but never join two figures`(text: String, form: String) {
    #expect(matchingForm(text) == form)
  }

  @Test(arguments: [
    ("因 公 出 国（境） 费", "因公出国(境)费"), ("2024 年", "2024年"), ("　 一、收入 \t", "一、收入"),
    ("12.5 3.4", "12.5 3.4"), ("12.5 \u{A0}\t　3.4", "12.5 3.4"), ("Excel  2016", "Excel 2016"),
    ("1, 537.4", "1, 537.4"), ("5， 6", "5, 6"), ("收入, 12", "收入,12"), ("98 %", "98%"),
    ("( 12 ) : 3", "(12):3"), ("决算\r\n公开", "决算公开"), (" \u{3000} ", ""), ("3 - 4", "3 - 4"),
  ])
  func `White space stays only where it parts ASCII text`(text: String, form: String) {
    #expect(matchingForm(text) == form)
  }

  @Test(arguments: [
    ("\u{FEFF}收\u{200B}入\u{AD}\u{0}合\u{2060}计\u{7F}", "收入合计"), ("1\u{200B}2", "12"),
    ("葛\u{E0100}城\u{FE00}", "葛城"),
  ])
  func `Invisible characters fall away`(text: String, form: String) {
    #expect(matchingForm(text) == form)
  }

  @Test(arguments: [
    ("財(cái)政費(fèi)", "财政费"), ("国（guó）境", "国境"), ("女(nǚ)", "女"), ("女(nu\u{308}\u{30C})", "女"),
    ("公务(hu", "公务"), ("公务(sh", "公务"), ("出国(境)费", "出国(境)费"), ("里程(km)", "里程(km)"),
    ("系统(OA)", "系统(OA)"), ("12(a)", "12(a)"), ("说明(online)", "说明"),
    ("说明(platform)", "说明(platform)"), ("合计(", "合计("), ("合计()", "合计()"), ("财 (cái) 政", "财政"),
    ("项目⒜", "项目(a)"),
  ])
  func `A reading in Pinyin behind a Han character falls away`(text: String, form: String) {
    #expect(matchingForm(text) == form)
  }

  @Test(arguments: [
    ("收入,,支出", "收入,支出"), ("收入，，，支出", "收入,支出"), ("基本，、项目", "基本、项目"), ("完成,。", "完成。"),
    ("完成， ｡", "完成。"), ("1,234,567", "1,234,567"),
  ])
  func `A comma before a comma or a stop falls away`(text: String, form: String) {
    #expect(matchingForm(text) == form)
  }

  @Test(arguments: [
    ("一、概况[bookmark: _GoBack]", "一、概况"), ("[bookmark: _Toc12]概况", "概况"),
    ("一、概况 PAGEREF _Toc25831 \\h 3", "一、概况"), ("一、概况PAGEREF _Toc25831 h 3二", "一、概况二"),
    ("一、概况PAGEREF _Toc25831", "一、概况"), ("Deleted: 甲单位", "甲单位"),
    ("[bookmark: 未完", "[bookmark:未完"), ("PAGE 3", "PAGE 3"), ("XDeleted: y", "XDeleted:y"),
    ("5[bookmark: _GoBack]6", "5 6"), ("[甲]", "[甲]"), ("［ＰＤ］", "[PD]"),
  ])
  func `Debris of word processors falls away`(text: String, form: String) {
    #expect(matchingForm(text) == form)
  }

  @Test(arguments: [
    ("①2", "①2"), ("㊿⒈5", "㊿⒈5"), ("100m²", "100m²"), ("10³", "10³"), ("合计¹", "合计"),
    ("支出¹²1.5", "支出1.5"), ("支出₁", "支出"),
    ("\u{202E}1.5", "\u{FFFC}1.5"), ("3½", "3½"), ("千分之5‰", "千分之5‰"),
    ("100㎡", "100m2"),
    ("㈠总体", "(一)总体"),
  ])
  func `No numeral of another kind becomes a digit`(text: String, form: String) {
    #expect(matchingForm(text) == form)
  }

  @Test(arguments: [
    ("\u{1112}\u{1161}\u{11AB}\u{AC00}\u{11A8}", "한각"), ("e\u{301}", "é"), ("⼀⾦", "一金"), ("⾧", "长"),
    ("\u{F9D1}\u{FA0C}", "六兀"), ("\u{2F800}", "丽"), ("Ｐe\u{301}", "Pé"),
    ("Pe\u{301} P\u{301}", "PéṔ"),
    ("＞\u{338}", "≯"), ("ｶﾞ", "ガ"), ("…", "..."), ("´", "\u{301}"),
  ])
  func `Compatibility forms are unified`(text: String, form: String) {
    #expect(Array(matchingForm(text).utf8) == Array(form.utf8))
  }

  @Test(arguments: [
    ("後勤購車費", "后勤购车费"), ("財政撥款收入總計", "财政拨款收入总计"), ("一般公共预算", "一般公共预算"),
  ])
  func `Traditional characters are simplified`(text: String, form: String) {
    #expect(matchingForm(text) == form)
  }

  @Test func `Leaves that are cut inside a character do no harm`() {
    var source = Document(text: Array("（甲，㎡\u{10FFFF}".utf8), format: .txt)
    source.leaves = (0..<source.text.count).map {
      Leaf(range: $0..<($0 + 1), locator: .path("\($0)"))
    }
    #expect(DocumentNormalizer().normalize(source).ranges.count == source.text.count)
  }
}
