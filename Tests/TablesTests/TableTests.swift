import Tables
import Testing

@Suite("Table definitions")
struct TableTests {
  private let tables =
    ReportTables.reportTables + [ReportTables.documents] + ReportTables.vocabularyTables

  @Test func `names are plain, unique and described in both languages`() {
    #expect(Set(tables.map(\.name)).count == tables.count)
    for table in tables {
      #expect(Set(table.columns.map(\.name)).count == table.columns.count, "\(table.name)")
      #expect(!table.zh.isEmpty && table.description.hasSuffix("."), "\(table.name)")
      for column in table.columns {
        let isPlain = column.name.utf8.allSatisfy { byte in
          (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
        }
        #expect(isPlain && !column.zh.isEmpty && !column.description.isEmpty, "\(column.name)")
      }
    }
  }

  @Test func `keys and references name columns, and parents come before children`() {
    var seen: Set<String> = []
    for table in tables {
      for name in table.key {
        let position = table.position(of: name)
        #expect(position != nil, "\(table.name).\(name)")
        if let position { #expect(!table.columns[position].isNullable) }
      }
      for reference in table.references {
        #expect(seen.contains(reference.table), "\(table.name) → \(reference.table)")
        let parent = tables.first { $0.name == reference.table }
        #expect(parent.map { Set($0.key) } == Set(reference.targetColumns))
        for name in reference.columns { #expect(table.position(of: name) != nil) }
      }
      for name in table.indexes.flatMap(\.columns) + table.searched {
        #expect(table.position(of: name) != nil, "\(table.name).\(name)")
      }
      seen.insert(table.name)
    }
  }

  @Test func `versions of a schema add what is new, to what was there`() {
    let versions = SchemaVersion.all(of: tables)
    #expect(versions.map(\.number) == [1, 2])
    #expect(versions[1].tables.map(\.name) == ["remarks", "doubtful"])
    #expect(
      versions[1].columns.map { $0.table.name + "." + $0.column.name } == [
        "reports.doubtful", "statements.fund", "statements.aspect", "facts.government_economic",
        "facts.funding", "facts.project", "facts.trust",
      ])
    #expect(versions[0].tables.count == tables.count - 2)
    #expect(versions[0].tables.allSatisfy { $0.columns.allSatisfy { $0.since == 1 } })
    for (table, column) in versions[1].columns {
      #expect(SchemaVersion.mayBeNull(column, of: table))
      #expect(!table.key.contains(column.name))
    }
  }
}
