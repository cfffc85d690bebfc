import Checking
import Glibc
import Mapping
import MappingFiles
import MappingModel

/// The loader of mapping files: the first byte says which file the input stands for.
enum MappingFuzzing {
  static func run(_ bytes: [UInt8]) {
    let folder = FuzzFolder.scratch
    let files = [
      "layouts/common.yaml", "taxonomy.yaml", "checks/x.yaml", "classification/functional.tsv",
    ]
    let chosen = Int(bytes.first ?? 0) % (files.count + 1)
    for (name, content) in FuzzFolder.smallest { write(Array(content.utf8), folder + "/" + name) }
    let input = Array(bytes.dropFirst())
    if chosen < files.count { write(input, folder + "/" + files[chosen]) }
    write(input, folder + "/case.yaml")
    do throws(MappingError) {
      _ = try MappingSet.load(from: folder)
    } catch {
      require(!error.message.isEmpty, "an error without words")
    }
    _ = try? CheckFiles.rules(in: folder, namedChecks: ReportChecker.namedChecks)
    _ = try? MappingCase.read(folder + "/case.yaml")
  }

  private static func write(_ bytes: [UInt8], _ path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { fatalError("cannot write \(path)") }
    defer { close(descriptor) }
    require(Glibc.write(descriptor, bytes, bytes.count) == bytes.count, "the disk is full")
  }
}

/// Where the files of targets stand.
enum FuzzFolder {
  /// The project's own mapping files.
  static let mappings = getenv("JUESUAN_MAPPINGS").map { String(cString: $0) } ?? "Mappings"

  /// A folder in memory, made anew for each process.
  static let scratch: String = {
    let folder = "/dev/shm/juesuan-fuzz-\(getpid())"
    for path in ["", "/layouts", "/checks", "/classification"] {
      mkdir(folder + path, 0o700)
    }
    return folder
  }()

  /// The smallest set of files that loads.
  static let smallest = [
    ("taxonomy.yaml", "income.total: { kind: money, zh: 收入 }\n"),
    (
      "layouts/common.yaml",
      "id: common\nsections:\n  - id: a\n    headings: [收入]\n    labels:\n      income.total: [收入]\n"
    ),
    ("checks/x.yaml", "checks: []\n"),
    ("classification/functional.tsv", "201\t一般公共服务支出\n"),
    ("classification/economic.tsv", "301\t工资福利支出\n"),
  ]
}
