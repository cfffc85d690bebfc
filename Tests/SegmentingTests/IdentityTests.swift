import DocumentModel
import Segmenting
import Testing
import ValueModel

@Suite("Identity")
struct IdentityTests {
  private func report(_ lines: [String], file: SourceName? = nil) -> SegmentedReport {
    var sample = Sample()
    for line in lines { sample.paragraph(line) }
    return Segmenter().segment(sample.normalized, source: file)
  }

  private func codes(_ report: SegmentedReport) -> [String] {
    report.findings.map(\.code.rawValue)
  }

  private let figures = ["一、收入情况", "2024年度收入5.00万元,其中:财政拨款收入5.00万元。"]

  // MARK: Institution

  @Test(arguments: [
    ("附件1:青河县林业局2024年度部门决算", "青河县林业局"),
    ("附件2青河县林业局2024年度部门决算", "青河县林业局"),
    ("【决算公开】青河县林业局2024年度部门决算", "青河县林业局"),
    ("青河县林业局关于2024年度部门决算公开的公告", "青河县林业局"),
    ("青河县人民政府关于公开青河县林业局2024年度部门决算的公告", "青河县林业局"),
    ("关于公开青河县林业局2024年度部门决算的说明", "青河县林业局"),
    ("青河县林业局部门2024年度决算", "青河县林业局"),
    ("青河县柳树乡人民政府(部门)2024年度部门决算", "青河县柳树乡人民政府"),
    ("青河县林业局(本级)2024年度部门决算", "青河县林业局(本级)"),
    ("青河县林业局机关2024年度部门决算", "青河县林业局机关"),
    ("青河县政府采购中心2024年度单位决算", "青河县政府采购中心"),
    ("青河县检察院财政拨款“三公”经费2024年决算情况", "青河县检察院"),
    ("2024年度部门决算公开(青河县林业局)", "青河县林业局"),
    ("2024年部门决算——青河县林业局", "青河县林业局"),
    ("青河县林业局2024部门决算公开", "青河县林业局"),
    ("青河县林业局部门决算公开说明", "青河县林业局"),
    ("2024年青河县林业局“三公”经费支出决算表", "青河县林业局"),
  ])
  func `the name in a title stands without what surrounds it`(line: String, name: String) {
    let report = report([line] + figures)
    #expect(report.institution == name)
    #expect(report.fiscalYear == 2024)
    #expect(codes(report).isEmpty)
  }

  @Test(arguments: [
    ["青河县林业局", "2024年度", "部门决算公开"], ["2024年度", "青河县林业局部门决算"],
    ["2024年度部门决算公开", "青河县林业局"], ["2024年度", "部门决算公开文本", "青河县林业局"],
    ["青河县林业局", "关于三公经费2024年决算的", "情况说明"],
  ])
  func `a cover may print name, year and kind in any order`(lines: [String]) {
    let report = report(lines + figures)
    #expect(report.institution == "青河县林业局")
    #expect(report.fiscalYear == 2024)
  }

  @Test func `a list of bodies below a title names none of them`() {
    let report = report(["2024年度部门决算公开", "青河县林业局", "青河县水务局", "青河县教育局"] + figures)
    #expect(report.institution == nil)
  }

  @Test(arguments: [
    "部门:青河县林业局", "编制单位:青河县林业局金额单位:万元", "填报单位(盖章):青河县林业局", "公开01表部门:青河县林业局",
    "单位名称:青河县林业局2024年度", "预算主管部门:青河县林业局",
  ])
  func `labels of the tables name the body where no title does`(line: String) {
    let report = report(["收入支出决算总表", line, "单位:万元"] + figures)
    #expect(report.institution == "青河县林业局")
    #expect(codes(report).contains("institution.from_label"))
  }

  @Test func `what labels a unit of money, a blank or a responsible office names no body`() {
    let report = report(["单位:万元", "部门名称:XX局", "牵头部门:青河县财政局"] + figures)
    #expect(report.institution == nil)
  }

  @Test func `an area in the title of a department gives way to the label`() {
    let report = report(["东山区2024年区级部门预算", "预算主管部门:东山区司法局"] + figures)
    #expect(report.institution == "东山区司法局")
  }

  @Test func `headings and sentences name the body, and that is told`() {
    let headings = report(["第一部分青河县林业局(汇总)概况", "第二部分青河县林业局2024年度部门决算情况说明"] + figures)
    #expect(headings.institution == "青河县林业局")
    #expect(codes(headings).contains("institution.from_text"))
    let sentences = report(["青河县林业局2024年度“三公”经费支出决算5.00万元。"])
    #expect(sentences.institution == "青河县林业局")
    #expect(codes(sentences).contains("institution.from_text"))
    #expect(report(["本单位2024年度收入5.00万元。"]).institution == nil)
  }

  @Test func `the file's name and its folders are asked last, and that is told`() {
    let file = SourceName(file: "03_青河县林业局_2024年部门决算.pdf", folders: ["青河县"])
    #expect(report(figures, file: file).institution == "青河县林业局")
    #expect(codes(report(figures, file: file)).contains("institution.from_file_name"))
    let folder = SourceName(file: "report.pdf", folders: ["青河县", "青河县林业局", "2024"])
    #expect(report(figures, file: folder).institution == "青河县林业局")
    #expect(codes(report(figures, file: folder)).contains("institution.from_folder"))
    #expect(report(figures, file: SourceName(file: "a.pdf", folders: ["青河县"])).institution == nil)
    #expect(report(["部门:青河县水务局"] + figures, file: file).institution == "青河县水务局")
  }

  @Test func `a title in the middle of a page is found below its navigation`() {
    let navigation = ["1.首页", "2.政务公开", "3.办事服务"]
    let report = report(navigation + ["青河县林业局2024年度部门决算公开"] + figures)
    #expect(report.title?.leaf == 3)
    #expect(report.institution == "青河县林业局")
  }

  // MARK: Year

  @Test func `a misprinted year in the title gives way to the text, and that is told`() {
    let text = [
      "一、2023年度收入决算情况", "2023年度收入决算5.00万元,比2022年增加1.00万元。", "2023年度支出决算5.00万元。",
    ]
    let report = report(["青河县林业局2022年度部门决算"] + text)
    #expect(report.fiscalYear == 2023)
    #expect(codes(report).contains("year.contradiction"))
  }

  @Test func `a misprinted year in one heading is told and the section marked`() {
    let report = report([
      "青河县林业局2024年度部门决算", "一、2022年度收入情况", "2024年度收入5.00万元。", "二、2023年支出情况",
      "2023年支出4.00万元。",
    ])
    #expect(report.fiscalYear == 2024)
    #expect(report.sectionsOfWrongYear == [1])
    #expect(codes(report) == ["year.contradiction"])
  }

  @Test func `dates of publication, other documents and years compared with are no fiscal year`() {
    #expect(report(["发布日期:2025年8月20日", "收入5.00万元,比去年增加1.00万元。"]).fiscalYear == nil)
    #expect(report(["根据《关于做好2016年决算公开工作的通知》,收入5.00万元。"]).fiscalYear == nil)
    #expect(report(["收入5.00万元,较2023年增加1.00万元。"]).fiscalYear == 2024)
  }

  @Test func `final accounts beside next year's budget are of the year of the accounts`() {
    let report = report([
      "一、2025年“三公”经费预算安排情况", "2025年预算5.00万元。", "二、2024年“三公”经费决算情况", "2024年决算4.00万元。",
    ])
    #expect(report.fiscalYear == 2024)
    #expect(report.kind == .threePublicStatement)
  }

  @Test func `the file's name gives the year where nothing else does`() {
    let report = report(["收入5.00万元。"], file: SourceName(file: "决算_2024.pdf"))
    #expect(report.fiscalYear == 2024)
    #expect(codes(report).contains("year.from_file_name"))
  }

  @Test func `a budget told with the execution of the year before is of its own year`() {
    let report = report(["青河县2024年预算执行情况和2025年预算草案的报告", "2024年收入完成5.00亿元。"])
    #expect(report.fiscalYear == 2025)
    #expect(report.institution == "青河县")
  }

  @Test func `numbers of files are no names`() {
    let lines = ["索引号733569413/2022-14202发布机构青河县教育局", "2024年改善办学条件资金预算说明"]
    #expect(report(lines + figures).institution == nil)
    #expect(report(lines + figures).title?.text == lines[1])
  }

  // MARK: Kind

  @Test(arguments: [
    (["第二部分2024年度单位决算情况说明", "2024年收入5.00万元。"], ReportKind.unitFinalAccounts),
    (["表1收支预算总表", "部门:青河县林业局", "部门支出预算表", "预算数5.00万元"], .departmentBudget),
    (["本单位2024年预算5.00万元,其中基本支出预算3.00万元,项目支出预算2.00万元。"], .unitBudget),
    (["2024年“三公”经费支出决算5.00万元,其中:公务接待费5.00万元。"], .threePublicStatement),
    (["2024年税收收入决算5.00亿元,转移支付收入决算3.00亿元。"], .governmentFinalAccounts),
    (["项目支出绩效自评表", "年初预算5.00万元,全年预算数5.00万元,完成预算100%。"], .unknown),
    (["一般公共预算财政拨款支出5.00万元。"], .unknown),
    (["青河县2024年预算执行情况和2025年预算草案的报告", "收入5.00亿元。"], .governmentBudget),
    (["青河县2024年财政决算的报告", "收入5.00亿元。"], .governmentFinalAccounts),
    (["青河县XX局2024年度部门决算", "收入XX万元。"], .template),
    (["青河县XX局2024年度部门决算", "收入5.00万元,支出4.00万元,结余1.00万元。"], .departmentFinalAccounts),
  ])
  func `the kind is told by all that a document says`(lines: [String], kind: ReportKind) {
    #expect(report(lines).kind == kind)
  }

  @Test(arguments: [
    [], ["404", "您访问的页面不存在"],
    ["青河县林业局2024年度部门决算公开", "现将有关内容予以公开。", "附件:1.青河县林业局部门决算.pdf"],
    ["全县造林工作会议召开", "会议要求造林3万亩,补助资金5.00万元。"],
    ["第一条为了规范收支,制定本法。", "第二条各级预算、决算适用本法。", "第三条罚款5万元。", "第四条其他支出。", "第五条施行。"],
  ])
  func `what has no figures of accounts is no report`(lines: [String]) {
    let report = report(lines)
    #expect(report.kind == .notAReport)
    #expect(codes(report).contains("kind.not_a_report"))
  }

  @Test(arguments: [
    ["政府采购支出总额5.00万元。"], ["青河县林业局2024年“三公”经费决算", "本单位没有“三公”经费支出。"],
    ["青河县林业局2024年度部门决算公开", "年末公务用车保有量3辆。"],
    ["青河县林业局2024年“三公”经费公开", "国内公务接待12批次,96人次。"],
  ])
  func `a part of a report, and a report of nothing, are reports`(lines: [String]) {
    #expect(report(lines).kind != .notAReport)
  }

  @Test func `figures of a table without units make a report`() {
    var sample = Sample()
    sample.paragraph("支出决算表")
    sample.guessed([["项目", "金额"], ["支出合计", "5.00"], ["基本支出", "3.00"], ["项目支出", "2.00"]])
    #expect(Segmenter().segment(sample.normalized).kind != .notAReport)
  }
}
