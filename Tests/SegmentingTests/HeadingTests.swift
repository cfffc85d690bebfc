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
