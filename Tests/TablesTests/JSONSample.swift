/// A small report in canonical form, to change and read.
enum JSONSample {
  /// One fact, one statement with one row, one evaluation; the numbers are texts to put in.
  static func report(
    id: String = "0123456789abcdef", value: String = "1871.38", yuan: String = "18713800",
    label: String = "收入总计", score: String = "9.90", schema: String = "juesuan-report/2"
  ) -> [UInt8] {
    Array(
      """
      { "schema": "\(schema)",
        "report": { "id": "\(id)", "key": "云岭县水利局/2024/department_final_accounts", "title": null,
          "institution": "云岭县水利局", "fiscalYear": 2024, "kind": "department_final_accounts",
          "layout": { "id": "common", "score": 0.50, "seen": [] },
          "source": { "file": "a.txt", "format": "txt", "encoding": "UTF-8", "sha256": "\(id)",
            "bytes": 12, "pages": null } },
        "overview": { "functions": [], "divisions": [ { "name": "办公室", "source": { "block": 1 } } ] },
        "facts": [
          { "id": "f1", "concept": "income.total", "aspect": "actual", "dimensions": { "fund": "fiscal" },
            "value": \(value), "unit": "CNY_10K", "yuan": \(yuan), "label": "\(label)", "reason": null,
            "trust": { "grade": "read", "structure": "printed" },
            "source": { "block": 3, "start": 0, "end": 4, "text": "\(label)", "line": 7 }, "rule": "r" } ],
        "statements": [
          { "id": "income", "title": "收入决算表", "unit": "CNY_10K", "listedOnly": false, "empty": false,
            "pages": [1, 2], "columns": [ { "id": "total", "label": "合计" } ],
            "rows": [ { "code": "205", "label": "教育支出", "level": 1, "side": null,
              "values": { "total": \(value) },
              "sources": { "label": { "block": 4 }, "total": { "block": 4, "text": "x" } } } ],
            "source": { "block": 4 } } ],
        "performance": [
          { "scope": "project", "name": "培训", "supervisingDepartment": null, "implementingUnit": null,
            "unit": "CNY_10K",
            "funds": [ { "id": "total", "label": "年度资金总额", "initialBudget": 5.00,
              "annualBudget": 5.00, "executed": 4.99, "weight": 10, "executionRate": 99.80,
              "score": \(score), "sources": {} } ],
            "goals": [], "indicators": [], "total": null, "sources": {}, "source": { "block": 5 } } ],
        "glossary": [], "checks": [], "suspects": [],
        "remarks": [
          { "id": "reason.missing", "severity": "warning",
            "message": { "zh": "没有写原因", "en": "no reason" },
            "source": { "block": 7, "start": 2, "end": 6, "text": "原因是。", "line": 9 } } ],
        "doubtful": [
          { "id": "d1", "reason": "open_fund", "value": 12.50, "unit": null, "label": "支出合计",
            "readings": [ { "concept": "expenditure.total", "aspect": null,
              "dimensions": { "fund": "fiscal" } } ], "section": null,
            "source": { "block": 6, "start": 0, "end": 5, "text": "12.50", "page": 4 } } ],
        "unmapped": [],
        "coverage": { "figures": 4, "mapped": 3, "explained": 0, "doubtful": 1, "unmapped": 0 }, "notes": [] }
      """.utf8)
  }
}
