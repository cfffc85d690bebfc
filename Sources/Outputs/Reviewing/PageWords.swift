/// The words of the pages themselves.
enum PageWords {
  static func report(_ language: ReviewLanguage) -> View {
    let say = language.pick
    var words: View = [:]
    for (name, zh, en) in [
      ("index", "全部报告", "all reports"), ("search", "查找数字或名称", "find a figure or a name"),
      ("source", "原文", "Source"), ("values", "数据", "Values"), ("pages", "页面", "Pages"),
      ("text", "文字", "Text"), ("functions", "主要职能", "Functions"),
      ("divisions", "内设机构", "Divisions"), ("glossary", "名词解释", "Glossary"),
      ("suspects", "可能印错的数字", "Likely misprints"), ("mends", "可使相符的关系：", "relations mended:"),
      ("printed", "印为", "printed"), ("expected", "应为", "expected"),
      ("difference", "相差", "difference"), ("relations", "全部关系", "All relations"),
      ("pass", "相符", "hold"), ("rounding", "四舍五入", "rounding"), ("fail", "不符", "fail"),
      ("notApplicable", "未能核对", "not asked"), ("total", "总分", "Total"),
      ("goal", "预期目标", "Goal"), ("outcome", "实际完成", "Outcome"),
      (
        "doubtful", "含义只明白一部分的数字，不作为数据，也不参加核对；在原文中以点线标出。",
        "Figures of which a part of the meaning is open: they are no facts and take part in no check; a "
          + "dotted line marks them in the source."
      ),
      ("remarks", "文字问题", "Remarks on the text"),
      ("perhaps", "可能是：", "perhaps:"),
      (
        "notUnderstood", "版式未能识别：存疑的数字多于已识别的数字，请勿直接使用这些数据。",
        "The layout is not understood: more figures are doubtful than understood. Do not use these values "
          + "unseen."
      ),
      (
        "unmapped", "没有规则识别的数字，在原文中以波浪线标出。",
        "Figures that no rule took; a wavy line marks them in the source."
      ),
      (
        "keys", "j / k 或 ↓ ↑ 逐个数字 · ← → 换栏 · / 查找 · t 页面与文字 · Esc 清除",
        "j / k or ↓ ↑ next value · ← → tabs · / find · t pages or text · Esc clear"
      ),
    ] {
      words[name] = say(zh, en)
    }
    words["indicatorHeads"] = [
      say("一级 / 二级指标", "level 1 / 2"), say("三级指标", "indicator"), say("指标值", "target"),
      say("实际完成值", "result"), say("完成率", "rate"), say("分值", "weight"), say("得分", "score"),
    ].map { ["head": $0] as View }
    return words
  }

  static func index(_ language: ReviewLanguage) -> View {
    var words: View = [:]
    for (name, zh, en) in [
      ("search", "查找机构、文件", "find a body or a file"), ("all", "全部", "all"),
      ("checks", "核对", "checks"), ("someFail", "有不符", "some fail"),
      ("noneFail", "全部相符", "none fails"), ("coverage", "识别率", "coverage"),
      ("headFigures", "数字", "figures"), ("headCoverage", "识别率", "coverage"),
      ("headDoubtful", "存疑", "doubtful"), ("notUnderstood", "版式未识别", "not understood"),
      ("headUnmapped", "未识别", "unmapped"), ("headFailed", "不符", "fail"),
      ("none", "没有符合条件的报告。", "No report fits."),
      (
        "keys", "j / k 或 ↓ ↑ 选报告 · Enter 打开 · / 查找 · Esc 清除条件",
        "j / k or ↓ ↑ choose · Enter open · / find · Esc clear"
      ),
    ] {
      words[name] = language.pick(zh, en)
    }
    return words
  }
}
