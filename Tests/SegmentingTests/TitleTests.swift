import DocumentModel
import Segmenting
import Testing
import ValueModel

@Suite("Title")
struct TitleTests {
  private func title(_ lines: [String]) -> ReportTitle? {
    var sample = Sample()
    for line in lines { sample.paragraph(line) }
    return Segmenter().segment(sample.normalized).title
  }

  @Test(arguments: [
    ("青河县林业局2024年度部门决算公开说明", "青河县林业局", ReportKind.departmentFinalAccounts),
    ("青河县种子站2024年度单位决算公开", "青河县种子站", .unitFinalAccounts),
    ("青河县林业局2024年部门预算公开", "青河县林业局", .departmentBudget),
    ("青河县种子站2024年单位预算", "青河县种子站", .unitBudget),
    ("青河县林业局2024年部门预算及三公经费预算", "青河县林业局", .departmentBudget),
    ("青河县林业局2024年三公经费决算公开", "青河县林业局", .threePublicStatement),
    ("关于青河县2024年财政决算的报告", "青河县", .governmentFinalAccounts),
    ("青河县XX局2024年度部门决算", "青河县XX局", .template),
    ("2024年度青河县林业局部门决算", "青河县林业局", .departmentFinalAccounts),
    ("首页>公开>青河县林业局2024年度部门决算-青河县人民政府", "青河县林业局", .departmentFinalAccounts),
  ])
  func `a title in one line names the body, the year and the kind`(
    line: String, institution: String, kind: ReportKind
  ) {
    let title = title([line, "一、概况"])
    #expect(title?.institution == institution)
    #expect(title?.fiscalYear == 2024)
    #expect(title?.kind == kind)
    #expect(title?.text == line)
  }

  @Test func `a name that the cover breaks is one where the text writes it as one`() {
    let broken = ["青河县林业和", "草原局", "2024年度部门决算", "一、概况"]
    #expect(title(broken + ["青河县林业和草原局主管林业。"])?.institution == "青河县林业和草原局")
    // Without such evidence the line above may be anything.
    #expect(title(broken + ["本局主管林业。"])?.institution == "草原局")
  }

  @Test(arguments: ["二〇二四", "二○二四", "二零二四", "二O二四", "2024"])
  func `the year may be spelt in Chinese numerals`(year: String) {
    let title = title(["青河县林业局\(year)年度部门决算"])
    #expect(title?.fiscalYear == 2024)
    #expect(title?.institution == "青河县林业局")
  }

  @Test func `a title may be split over lines`() {
    let title = title(["附件1", "青河县林业局", "2024年度", "部门决算公开", "第一部分部门概况"])
    #expect(title?.leaf == 1)
    #expect(title?.text == "青河县林业局2024年度部门决算公开")
    #expect(title?.institution == "青河县林业局")
  }

  @Test func `a line of the site above a whole title is no part of it`() {
    #expect(title(["青河县人民政府", "青河县林业局2024年度部门决算"])?.institution == "青河县林业局")
  }

  @Test func `a year left open makes a template without a year`() {
    let title = title(["青河县林业局20XX年度部门决算"])
    #expect(title?.kind == .template)
    #expect(title?.fiscalYear == nil)
    #expect(title?.institution == "青河县林业局")
  }

  @Test func `a bare title takes the kind that the text speaks of more often`() {
    let department = title(["青河县林业局2024年度决算公开", "一、部门决算", "二、部门决算", "三、单位决算"])
    #expect(department?.kind == .departmentFinalAccounts)
    let unit = title(["青河县林业局2024年度决算公开", "一、单位决算"])
    #expect(unit?.kind == .unitFinalAccounts)
    #expect(title(["青河县林业局2024年度决算公开"])?.kind == .unknown)
  }

  @Test func `a heading or a sentence is no title`() {
    #expect(title(["二、2024年度部门决算情况说明", "2024年度决算数为5.00万元。"]) == nil)
    #expect(title([]) == nil)
  }
}
