import PhraseModel
import TestSupport
import Testing

/// Where a phrase is cut into words.
struct PhraseCutTests {
  /// «word word … of a small lexicon | phrase → words»; «?» behind what nobody knows, «~» before what is
  /// loose.
  @Test(arguments: CaseLine.list(small))
  func `fewest unknown characters win, then fewest words`(_ item: CaseLine) {
    let words = item.given[0].split(separator: " ").map(String.init)
    let lexicon = Lexicon(
      morphemes: words.map { word in
        word.hasPrefix("~")
          ? (String(word.dropFirst()), [[Feature(.nothing, "loose")]])
          : (word, [[Feature(.word, word)]])
      }, frames: [])
    #expect(
      ProjectLexicon.cut(item.given[1], by: PhraseVocabulary(lexicon: lexicon)) == item.expected)
  }

  @Test(arguments: CaseLine.list(phrases))
  func `phrases of reports`(_ item: CaseLine) {
    #expect(ProjectLexicon.words(of: item.given[0]) == item.expected)
  }

  @Test func `nothing is cut into nothing`() {
    #expect(ProjectLexicon.words(of: "") == "")
    #expect(ProjectLexicon.words(of: "\u{10FFFF}") == "\u{10FFFF}?")
  }

  @Test func `of several words of one text the one that is chosen holds`() {
    var vocabulary = PhraseVocabulary(lexicon: Lexicon())
    vocabulary.insert("收入", .label(7))
    vocabulary.insert("收入", .functionClass("收入"))
    vocabulary.insert("收", .label(8))
    let text = Array("收入".utf8)
    func cut(_ wanted: PhraseVocabulary.Word) -> [PhraseVocabulary.Word?] {
      PhraseCut.pieces(of: text, in: text.indices, by: vocabulary) {
        $0.contains(wanted) ? wanted : nil
      }.map(\.word)
    }
    #expect(cut(.label(7)) == [.label(7)])
    #expect(cut(.functionClass("收入")) == [.functionClass("收入")])
    #expect(cut(.label(8)) == [.label(8), nil])
    #expect(cut(.label(9)) == [nil])
  }

  @Test func `a part of a text is cut by itself`() {
    let text = Array("收入支出总计".utf8)
    let pieces = PhraseCut.pieces(
      of: text, in: 6..<12, by: ProjectLexicon.vocabulary, choose: PhraseComposer.morpheme)
    #expect(pieces.map(\.range) == [6..<12])
  }

  /// Time that grew with the square of the length would not end within the minute.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "公", "支", "收入", "人员", "共", "1", "(", ")", "其中:", "一、", "2024年", "因公出国", "\u{10FFFF}",
    ])
  func `a hostile phrase takes linear time`(_ part: String) {
    let count = 100_000 / part.utf8.count
    let text = Array(repeatElement(Array(part.utf8), count: count).joined())
    let pieces = PhraseCut.pieces(
      of: text, in: text.indices, by: ProjectLexicon.vocabulary, choose: PhraseComposer.morpheme)
    #expect(pieces.reduce(0) { $0 + $1.range.count } == text.count)
    let reading = PhraseComposer(ProjectLexicon.vocabulary).reading(of: text, in: text.indices)
    #expect(reading.pieces.count <= count * 2)
  }

  @Test func `bytes that are no text are unknown`() {
    let text: [UInt8] = [0xE6, 0x94, 0xFF, 0x80, 0xF0]
    let pieces = PhraseCut.pieces(
      of: text, in: text.indices, by: ProjectLexicon.vocabulary, choose: PhraseComposer.morpheme)
    #expect(pieces.map(\.range) == [0..<5])
    #expect(pieces.allSatisfy { $0.word == nil })
  }

  private static let small = """
    收入 支出 | 收入支出 → 收入 支出
    收入 支出 收入支出 | 收入支出 → 收入支出
    收 收入 入 | 收入 → 收入
    甲乙 乙丙 丙 | 甲乙丙 → 甲乙 丙
    甲乙 乙丙丁 | 甲乙丙丁 → 甲? 乙丙丁
    // One character beside text that nobody knows is no word …
    共 | 共甲 → 共甲?
    共 | 甲共 → 甲共?
    共 | 甲共乙 → 甲共乙?
    共 | 甲乙丙共丁戊己 → 甲乙丙共丁戊己?
    // … but alone or beside known text it is.
    共 | 共 → 共
    共 收入 | 共收入 → 共 收入
    共 收入 | 收入共 → 收入 共
    共 收入 | 收入共甲 → 收入 共甲?
    共 计 | 共计 → 共 计
    共 计 共计 | 共计 → 共计
    // What says nothing may be loose.
    ~的 | 甲的乙 → 甲? 的 乙?
    ~的 收入 | 甲的收入 → 甲? 的 收入
    50万 | 单价50万 → 单价? 50万
    50万 单价50万 | 单价50万 → 单价50万
    甲 | 乙丙丁 → 乙丙丁?
    """

  private static let phrases = """
    公共安全支出 → 公共安全? 支出
    公共安全 → 公共安全?
    计划生育支出 → 计划 生育? 支出
    共计支出 → 共计 支出
    本年支出合计 → 本年 支出 合计
    一般公共预算财政拨款支出决算表 → 一般公共预算财政拨款 支出 决算 表
    一般公共预算财政拨款基本支出决算表 → 一般公共预算财政拨款 基本 支出 决算 表
    财政拨款收入支出决算总表 → 财政拨款 收入支出 决算 总表
    政府性基金预算财政拨款收入支出决算表 → 政府性基金预算财政拨款 收入支出 决算 表
    国有资本经营预算财政拨款支出决算表 → 国有资本经营预算财政拨款 支出 决算 表
    三公经费支出决算表 → 三公经费 支出 决算 表
    使用非财政拨款结余 → 使用 非财政拨款 结余
    年初结转和结余 → 年初 结转和结余
    对附属单位补助支出 → 对 附属单位 补助 支出
    附属单位上缴收入 → 附属单位 上缴 收入
    上级补助收入 → 上级 补助 收入
    公务用车购置及运行维护费 → 公务用车 购置 及 运行维护 费
    因公出国(境)费 → 因公出国(境) 费
    公务用车保有量 → 公务用车 保有量
    较上年度决算支出数 → 较 上年度 决算 支出 数
    单价100万元(含)以上设备(不含车辆) → 单价100万元(含)以上设备(不含车辆)
    单位价值50万元以上通用设备 → 单位价值50万元以上通用设备
    主要负责人用车 → 主要负责人 用车
    水毁公路修复项目支出 → 水毁公路修复? 项目 支出
    预决算差异率 → 预决算差异率
    """
}
