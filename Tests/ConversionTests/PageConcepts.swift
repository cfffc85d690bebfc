/// What the fact lists beside the page excerpts call things, in the words of the taxonomy.
enum PageConcepts {
  struct Meaning {
    var concepts: [String]
    var fund: String?
  }

  /// A page's concept name in the taxonomy; most are the same.
  static func meaning(of name: String) -> Meaning {
    if name.hasPrefix("function:") { return Meaning(concepts: ["expenditure.function"]) }
    if name.hasPrefix("vehicles.by_type.") { return Meaning(concepts: ["assets.vehicles"]) }
    return equivalents[name] ?? Meaning(concepts: [name])
  }

  private static let equivalents: [String: Meaning] = [
    "income.business": Meaning(concepts: ["income.institutional"]),
    "income.operating": Meaning(concepts: ["income.business"]),
    "income.general_public_budget_appropriation": Meaning(
      concepts: ["income.fiscal_appropriation"], fund: "general_public_budget"),
    "income.gov_fund_appropriation": Meaning(
      concepts: ["income.fiscal_appropriation"], fund: "government_fund"),
    "income.state_capital_appropriation": Meaning(
      concepts: ["income.fiscal_appropriation"], fund: "state_capital"),
    "use_of_nonfiscal_balance": Meaning(concepts: ["balance.non_fiscal_used"]),
    "surplus_distribution": Meaning(concepts: ["balance.distribution"]),
    "carryover.opening": Meaning(concepts: ["balance.opening"]),
    "carryover.closing": Meaning(concepts: ["balance.closing"]),
    "expenditure.operating": Meaning(concepts: ["expenditure.business"]),
    "expenditure.remit_superior": Meaning(concepts: ["expenditure.superior_remittance"]),
    "expenditure.subsidy_affiliated": Meaning(concepts: ["expenditure.affiliated_subsidy"]),
    "fiscal_appropriation.income_total": Meaning(concepts: ["income.total"], fund: "fiscal"),
    "fiscal_appropriation.expenditure_total": Meaning(
      concepts: ["expenditure.total"], fund: "fiscal"),
    "general_public_budget.expenditure": Meaning(
      concepts: ["expenditure.current_year"], fund: "general_public_budget"),
    "basic.personnel": Meaning(concepts: ["expenditure.basic.personnel"]),
    "basic.public": Meaning(concepts: ["expenditure.basic.public"]),
    "headcount.veteran_retired": Meaning(concepts: ["headcount.retired_cadre"]),
    "organization.offices": Meaning(concepts: ["organization.divisions"]),
    "operating_expenses": Meaning(concepts: ["agency_running.expenditure"]),
    "operating_expenses.institutions": Meaning(concepts: ["institution_running.expenditure"]),
    "operating_expenses.institutions.basic": Meaning(concepts: ["institution_running.basic"]),
    "operating_expenses.institutions.project": Meaning(concepts: ["institution_running.project"]),
    "procurement.small_micro_amount": Meaning(concepts: ["procurement.micro"]),
    "procurement.sme_amount": Meaning(concepts: ["procurement.sme"]),
    "vehicles.count": Meaning(concepts: ["vehicles.held", "assets.vehicles"]),
  ]

  static let aspects = [
    "决算": "actual", "上年": "prior_year", "预算": "initial_budget", "年初预算": "initial_budget",
    "调整预算": "annual_budget", "次年预算": "initial_budget", "change_amount": "change",
    "次年预算_vs_决算": "change", "change_percent": "change_percent",
    "次年预算_vs_决算_percent": "change_percent", "share_percent": "share_percent",
    "share_percent_prior": "share_percent", "completion_percent": "completion_percent",
    "completion_percent_adjusted": "completion_percent",
    "vs_budget_change_amount": "budget_change", "vs_budget_change_percent": "budget_change_percent",
  ]

  static let units = [
    "万元": ["CNY_10K"], "元": ["CNY"], "亿元": ["CNY_100M"], "%": ["percent"], "辆": ["vehicle"],
    "人次": ["person_time"], "批次": ["batch"], "人": ["person", "person_time"],
    "个": ["group", "unit", "division"],
  ]
}
