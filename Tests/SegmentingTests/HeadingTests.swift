import DocumentModel
import Segmenting
import Testing

@Suite("Headings")
struct HeadingTests {
  @Test func `sections nest by the kind of their numbers`() {
    let lines = outline(
      Sample.report(
        "第二部分部门决算情况说明", "五、财政拨款支出决算情况说明", "(一)总体情况", "1.支出决算总体情况", "甲。", "六、其他情况"))
    #expect(
      lines == [
        ">第二部分部门决算情况说明", ">>五、财政拨款支出决算情况说明", ">>>(一)总体情况", ">>>>1.支出决算总体情况", "- 甲。",
        ">>六、其他情况",
      ])
  }

  @Test func `a list that begins again inside a section stays in it where the outer numbers go on`()
  {
    #expect(
      parents(
        "二、决算情况说明", "(一)收入情况", "(二)支出情况", "(三)支出结构情况", "(一)基本支出情况", "1.人员经费情况",
        "(二)项目支出情况", "(四)结余情况") == [nil, 0, 0, 0, 3, 4, 3, 0])
    // Without a number that goes on nobody can tell it from a list whose own heading was lost.
    #expect(
      parents("二、决算情况说明", "(一)收入情况", "(二)支出情况", "(一)基本支出情况", "(二)项目支出情况")
        == [nil, 0, 0, 0, 0])
  }

  private func parents(_ lines: String...) -> [Int?] {
    var sample = Sample()
    for line in lines { sample.paragraph(line) }
    return Segmenter().segment(sample.normalized).sections.map(\.parent)
  }

  @Test func `a heading's parent is the nearest section of a smaller level`() {
    let sections = Segmenter().segment(
      Sample.report("一、概况", "1.机构设置", "(一)机构情况", "二、决算情况")
    ).sections
    #expect(sections.map(\.parent) == [nil, 0, 0, nil])
  }

  @Test(arguments: [
    "(一)贯彻执行有关政策。负责林业工作。",
    "1.农林水支出(类)249.48万元,占13.83%。",
    "一、财政拨款收入:指同级财政当年拨付的资金。",
    "一、《收入支出决算总表》",
    "(三)推进造林绿化",
    "二、收入决算情况说明......7",
    "一是收入情况",
  ])
  func `list entries, sentences and contents lines open no section`(line: String) {
    #expect(outline(Sample.report("第一部分概况", line)) == [">第一部分概况", "- \(line)"])
  }

  @Test(arguments: ["四、名词解释", "四、名词解释:", "四、2024年度收入决算情况说明。"])
  func `a year or a mark at the end does not make a sentence`(line: String) {
    #expect(outline(Sample.report(line)).first?.hasPrefix(">>四、") == true)
    #expect(Segmenter().segment(Sample.report(line)).sections.count == 1)
  }

  @Test(arguments: ["。", ":"])
  func `heading and text in one line are parted`(mark: String) {
    #expect(
      outline(Sample.report("(二)政府采购情况\(mark)2024年支出5.00万元。"))
        == [">>>(二)政府采购情况", "- 2024年支出5.00万元。"])
  }

  @Test func `duties stay entries even if they end as headings do`() {
    #expect(
      outline(Sample.report("一、主要职责", "(一)统计全县林业情况", "二、机构设置"))
        == [">>一、主要职责", "- (一)统计全县林业情况", ">>二、机构设置"])
    #expect(
      outline(Sample.report("一、部门职责", "(一)机构设置")) == [">>一、部门职责", ">>>(一)机构设置"])
  }

  @Test func `statements in a list are entries, but a heading stands above its table`() {
    var sample = Sample()
    sample.paragraph("第四部分部门决算报表(见附表)")
    sample.paragraph("一、收入支出决算总表")
    sample.paragraph("二、收入决算表")
    sample.paragraph("")
    sample.guessed([["项目", "金额"]])
    #expect(
      outline(sample.normalized)
        == [">第四部分部门决算报表(见附表)", "- 一、收入支出决算总表", ">>二、收入决算表", "- table 4"])
  }

  @Test func `the name of a part may stand in the next line`() {
    #expect(
      outline(Sample.report("第一部分", "", "单位概况", "一、主要职能", "第二部分", "2024年收入5.00万元。"))
        == [">第一部分单位概况", ">>一、主要职能", "- 第二部分", "- 2024年收入5.00万元。"])
  }

  @Test func `a number that the word processor draws counts as text`() {
    var sample = Sample()
    sample.paragraph("机构设置情况", numbering: "（二）")
    sample.paragraph("三、其他情况", numbering: "•")
    #expect(outline(sample.normalized) == [">>>(二)机构设置情况", ">>三、其他情况"])
  }

  @Test func `text before the first heading has a section without heading`() {
    let sections = Segmenter().segment(Sample.report("甲", "一、概况", "乙")).sections
    #expect(sections.map(\.headingLeaf) == [nil, 1])
    #expect(sections.map(\.parent) == [nil, nil])
  }

  @Test func `numbers that repeat or begin in the middle are fine`() {
    #expect(
      outline(Sample.report("三、支出情况", "二、收入情况", "二、其他情况"))
        == [">>三、支出情况", ">>二、收入情况", ">>二、其他情况"])
  }
}

@Suite("Headings in other forms")
struct HeadingFormTests {
  @Test(arguments: [
    ("第二章收入情况", ">第二章收入情况"), ("II.收入情况", ">>II.收入情况"), ("一.收入情况", ">>一.收入情况"),
    ("1、收入情况", ">>>>1、收入情况"), ("1.1收入情况", ">>>>>1.1收入情况"), ("2.1.3收入情况", ">>>>>>2.1.3收入情况"),
    ("①收入情况", ">>>>>>①收入情况"),
  ])
  func `numbers are written in many ways`(line: String, heading: String) {
    #expect(outline(Sample.report(line)) == [heading])
  }

  @Test(arguments: ["1.2亿元收入情况", "3.5万元情况", "2.1个百分点情况", "其中:1.2亿元", "①负责林业工作"])
  func `figures and entries are no headings`(line: String) {
    #expect(Segmenter().segment(Sample.report("一、概况", line)).sections.count == 1)
  }

  @Test func `a heading that the line breaks is one with the next line`() {
    let broken = ["(五)关于青河县林业局2024年度一般公共预算财政拨款支出决算情", "况说明", "2024年度支出5.00万元,其中基本支出3.00万元。"]
    #expect(
      outline(Sample.report(broken[0], broken[1], broken[2]))
        == [">>>(五)关于青河县林业局2024年度一般公共预算财政拨款支出决算情况说明", "- " + broken[2]])
    // The number of a page may stand between.
    #expect(Segmenter().segment(Sample.report(broken[0], "12", broken[1])).sections.count == 1)
  }

  @Test func `an entry of a list takes no heading of the next line`() {
    #expect(
      outline(Sample.report("一、机构设置", "2.青河县林业站", "名词解释", "(一)财政拨款收入:指当年拨付的资金。"))
        == [">>一、机构设置", "- 2.青河县林业站", ">名词解释", "- (一)财政拨款收入:指当年拨付的资金。"])
  }

  @Test func `a part whose name a cover breaks is one`() {
    #expect(
      outline(Sample.report("第二部分", "2024年度", "青河县林业局", "部门决算表", "一、收入支出决算总表")).first
        == ">第二部分2024年度青河县林业局部门决算表")
    #expect(
      outline(Sample.report("第三部分青河县林业局2024年度部门决算", "情况说明", "一、收入情况"))
        == [">第三部分青河县林业局2024年度部门决算情况说明", ">>一、收入情况"])
  }

  @Test func `a part of parts closes what stands before it`() {
    #expect(
      outline(Sample.report("一、文字部分", "第一部分名词解释", "二、表格部分", "收支总表"))
        == [">一、文字部分", ">第一部分名词解释", ">二、表格部分", "- 收支总表"])
  }

  @Test func `a heading refers to its table`() {
    #expect(outline(Sample.report("(二)收入情况说明(详见表1-3)")) == [">>>(二)收入情况说明"])
  }

  @Test(arguments: [
    ("一、收入情况2024年收入5.00万元。", ">>一、收入情况", "2024年收入5.00万元。"),
    ("(一)基本支出2024年基本支出5.00万元。", ">>>(一)基本支出", "2024年基本支出5.00万元。"),
    ("1.公务接待费。2024年支出5.00万元。", ">>>>1.公务接待费", "公务接待费。2024年支出5.00万元。"),
    ("(二)支出预算:2024年支出5.00万元。", ">>>(二)支出预算", "支出预算:2024年支出5.00万元。"),
  ])
  func `heading and text that run on are parted, and a subject stays with its text`(
    line: String, heading: String, text: String
  ) {
    #expect(outline(Sample.report(line)) == [heading, "- " + text])
  }

  @Test(arguments: [
    "1.机关运行经费:指为保障单位运行的资金,例如5.00万元。", "1.农林水支出(类)林业(款)事业机构(项):2024年支出5.00万元。",
    "(一)农林水支出2024年支出5.00万元。", "1.公务接待费支出2024年5.00万元。",
  ])
  func `definitions, items and sentences that run on are no headings`(line: String) {
    #expect(outline(Sample.report("一、概况", line)) == [">>一、概况", "- " + line])
  }

  @Test func `a short line before text or sections is a heading without a number`() {
    let lines = outline(
      Sample.report(
        "青河县林业局主要职能", "青河县林业局是主管林业工作的部门,主要职责是:", "青河县林业局机构设置", "青河县林业局设办公室、造林科,下属林业站一个。",
        "其他情况说明", "一、收入情况", "甲。"))
    #expect(
      lines == [
        ">青河县林业局主要职能", "- 青河县林业局是主管林业工作的部门,主要职责是:", ">青河县林业局机构设置",
        "- 青河县林业局设办公室、造林科,下属林业站一个。", ">其他情况说明", ">>一、收入情况", "- 甲。",
      ])
  }

  @Test func `a heading without a number stands below the numbered one and ends with it`() {
    let text = "2024年度支出5.00万元,其中基本支出3.00万元。"
    #expect(
      outline(Sample.report("二、支出情况", "支出构成情况", text, "三、其他"))
        == [">>二、支出情况", ">>>>>>支出构成情况", "- " + text, ">>三、其他"])
  }

  @Test(arguments: [
    ["收入构成情况", "44.12%"], ["教育支出", "2024年度教育支出5.00万元,比上年增加1.00万元。"],
    ["2024年度部门预算情况说明", "一、基本情况"],
  ])
  func `labels of charts, names of items and titles are no headings`(lines: [String]) {
    #expect(Segmenter().segment(Sample.report(lines[0], lines[1])).sections[0].headingLeaf != 0)
  }
}

@Suite("Contents page")
struct ContentsPageTests {
  private let body = ["第一部分概况", "一、主要职能", "甲。", "第二部分名词解释", "乙。"]
  private let sections = [
    ">第一部分概况", ">>一、主要职能", "- 甲。", ">第二部分名词解释", "- 乙。",
  ]

  private func outlineOf(_ lines: [String]) -> [String] {
    var sample = Sample()
    for line in lines { sample.paragraph(line) }
    return Array(outline(sample.normalized).suffix(5))
  }

  @Test(arguments: [["目录"], ["目", "录"], []])
  func `bare lines of a contents page open no section`(head: [String]) {
    let page = head + ["第一部分概况", "一、主要职能", "第二部分名词解释"]
    let lines = outlineOf(page + body)
    #expect(lines == sections)
    var sample = Sample()
    for line in page + body { sample.paragraph(line) }
    #expect(
      Segmenter().segment(sample.normalized).sections.filter { !$0.heading.isEmpty }.count == 3)
  }

  @Test func `a repeated heading with text under it stays`() {
    #expect(
      outline(Sample.report("一、收入情况", "甲", "一、收入情况", "乙")).filter { $0.hasPrefix(">") }.count == 2)
  }

  @Test func `lines repeat even if the first is worded differently`() {
    var sample = Sample()
    for line in ["目录", "第一部分部门概况", "一、主要职能", "第二部分名词解释"] + body { sample.paragraph(line) }
    let found = outline(sample.normalized)
    #expect(found.filter { $0 == ">>一、主要职能" }.count == 1)
    #expect(found.filter { $0 == ">第二部分名词解释" }.count == 1)
  }
}
