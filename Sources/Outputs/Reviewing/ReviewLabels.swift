/// Names of what outputs tell by ids, as the mapping files have them.
package struct ReviewLabels: Sendable {
  /// A name in both languages.
  package struct Name: Sendable, Equatable {
    package var zh: String
    package var en: String
    package init(zh: String, en: String) {
      self.zh = zh
      self.en = en
    }
  }

  /// By concept id.
  package var concepts: [String: Name]
  /// By functional code; Chinese, since there is no official English.
  package var functions: [String: String]
  /// By economic code.
  package var economic: [String: String]
  /// What a check states, by its id.
  package var checks: [String: Name]

  package init(
    concepts: [String: Name] = [:], functions: [String: String] = [:],
    economic: [String: String] = [:], checks: [String: Name] = [:]
  ) {
    self.concepts = concepts
    self.functions = functions
    self.economic = economic
    self.checks = checks
  }

  /// The name of a concept; its id where no taxonomy was given.
  func concept(_ id: String, _ language: ReviewLanguage) -> String {
    concepts[id].map { language.pick($0.zh, $0.en) } ?? id
  }

  /// A word for an id of the output's own vocabulary; the id itself where it is not known.
  static func word(_ id: String, _ language: ReviewLanguage) -> String {
    words[id].map { language.pick($0.zh, $0.en) } ?? id
  }

  private static let words: [String: Name] = [
    "actual": Name(zh: "决算数", en: "actual"),
    "initial_budget": Name(zh: "年初预算数", en: "initial budget"),
    "annual_budget": Name(zh: "全年预算数", en: "annual budget"),
    "prior_year": Name(zh: "上年数", en: "prior year"),
    "change": Name(zh: "比上年增减", en: "change"),
    "change_percent": Name(zh: "比上年增减率", en: "rate of change"),
    "budget_change": Name(zh: "比预算增减", en: "change against budget"),
    "budget_change_percent": Name(zh: "比预算增减率", en: "rate against budget"),
    "share_percent": Name(zh: "占比", en: "share"),
    "completion_percent": Name(zh: "完成预算", en: "completion"),
    "variance_percent": Name(zh: "预决算差异率", en: "variance"),
    "fiscal": Name(zh: "财政拨款", en: "fiscal appropriation"),
    "general_public_budget": Name(zh: "一般公共预算", en: "general public budget"),
    "government_fund": Name(zh: "政府性基金", en: "government funds"),
    "state_capital": Name(zh: "国有资本经营", en: "state capital"),
    "CNY": Name(zh: "元", en: "yuan"), "CNY_10K": Name(zh: "万元", en: "10k yuan"),
    "CNY_100M": Name(zh: "亿元", en: "100M yuan"), "percent": Name(zh: "%", en: "%"),
    "person": Name(zh: "人", en: "persons"), "person_time": Name(zh: "人次", en: "person-times"),
    "vehicle": Name(zh: "辆", en: "vehicles"), "batch": Name(zh: "批次", en: "batches"),
    "group": Name(zh: "个团组", en: "groups"), "set": Name(zh: "台（套）", en: "sets"),
    "unit": Name(zh: "个", en: "units"), "division": Name(zh: "个处室", en: "divisions"),
    "table": Name(zh: "张表", en: "tables"), "project": Name(zh: "个项目", en: "projects"),
    "m2": Name(zh: "平方米", en: "m²"),
    "department_final_accounts": Name(zh: "部门决算", en: "department final accounts"),
    "unit_final_accounts": Name(zh: "单位决算", en: "unit final accounts"),
    "department_budget": Name(zh: "部门预算", en: "department budget"),
    "unit_budget": Name(zh: "单位预算", en: "unit budget"),
    "three_public_statement": Name(zh: "“三公”经费公开", en: "three public expenses"),
    "government_final_accounts": Name(zh: "政府决算", en: "government final accounts"),
    "template": Name(zh: "空白模板", en: "blank template"), "unknown": Name(zh: "未明", en: "unknown"),
    "income": Name(zh: "收入", en: "Income"), "expenditure": Name(zh: "支出", en: "Expenditure"),
    "balance": Name(zh: "结转和结余", en: "Balances"),
    "income_expenditure": Name(zh: "收支总体", en: "Income and expenditure"),
    "three_public": Name(zh: "“三公”经费", en: "Three public expenses"),
    "abroad": Name(zh: "因公出国（境）", en: "Travel abroad"),
    "vehicles": Name(zh: "公务用车", en: "Vehicles"),
    "reception": Name(zh: "公务接待", en: "Reception"),
    "agency_running": Name(zh: "机关运行经费", en: "Agency running costs"),
    "procurement": Name(zh: "政府采购", en: "Procurement"),
    "assets": Name(zh: "国有资产", en: "Assets"), "headcount": Name(zh: "人员", en: "Staff"),
    "organization": Name(zh: "机构", en: "Organization"),
    "performance": Name(zh: "预算绩效", en: "Performance"),
    "pass": Name(zh: "相符", en: "holds"), "rounding": Name(zh: "四舍五入差", en: "rounding"),
    "fail": Name(zh: "不符", en: "fails"),
    "not_applicable": Name(zh: "未能核对", en: "could not be asked"),
    "error": Name(zh: "错误", en: "error"), "warning": Name(zh: "提示", en: "warning"),
    "info": Name(zh: "说明", en: "info"),
    "digits_swapped": Name(zh: "数字颠倒", en: "digits swapped"),
    "digit_dropped": Name(zh: "漏一位", en: "a digit dropped"),
    "digit_added": Name(zh: "多一位", en: "a digit added"),
    "digit_changed": Name(zh: "一位有误", en: "a digit changed"),
    "sign": Name(zh: "正负号", en: "sign"), "decimal_point": Name(zh: "小数点", en: "decimal point"),
    "exchanged": Name(zh: "与邻格互换", en: "exchanged with its neighbour"),
    "shifted_column": Name(zh: "错列", en: "shifted column"),
    "other": Name(zh: "其他", en: "other"),
    "unmapped": Name(zh: "未识别的数字", en: "unmapped figure"),
    "no_rule": Name(zh: "没有规则", en: "no rule"),
    "no_label": Name(zh: "数字前没有认识的名称", en: "no known label before it"),
    "no_unit": Name(zh: "没有单位", en: "no unit"),
    "no_percent_sign": Name(zh: "没有百分号", en: "no % sign"),
    "ambiguous": Name(zh: "有两种读法", en: "two readings"),
    "ambiguous_base": Name(zh: "比较对象不明", en: "compared with what is not clear"),
    "ambiguous_cell": Name(zh: "单元格有两种读法", en: "two readings of the cell"),
    "ambiguous_column": Name(zh: "栏目有两种读法", en: "two readings of the column"),
    "ambiguous_owner": Name(zh: "属于哪一项不明", en: "whose figure it is is not clear"),
    "initialBudget": Name(zh: "年初预算", en: "initial budget"),
    "annualBudget": Name(zh: "全年预算", en: "annual budget"),
    "executed": Name(zh: "全年执行", en: "executed"), "weight": Name(zh: "分值", en: "weight"),
    "executionRate": Name(zh: "执行率", en: "rate"), "score": Name(zh: "得分", en: "score"),
  ]
}
