// swift-tools-version: 6.2
import PackageDescription

// Five rooms, in the order in which one may use the other: Libraries, Models, Stages, Outputs, Running.
// Stages meet only in the models and never import each other; only Conversion knows their order.
// Tests/ArchitectureTests reads this manifest and proves it.

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
  // Stages meet in small functions of the models; a release may look into them across targets.
  .unsafeFlags(["-static-stdlib", "-cross-module-optimization"], .when(configuration: .release)),
]

let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")

/// Half of a start was the dynamic linker, with Swift's libraries; and a release runs without them.
let withSwift: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib"], .when(configuration: .release))
]

/// The folders of Sources that hold targets, from the lowest on.
enum Room: String {
  case libraries = "Libraries"
  case models = "Models"
  case stages = "Stages"
  case outputs = "Outputs"
  case running = "Running"
}

/// A target in its room.
func target(
  _ name: String, in room: Room, _ dependencies: [Target.Dependency], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/\(room.rawValue)/\(name)",
    exclude: ["README.md"], resources: resources, swiftSettings: strict)
}

/// A C or C++ target among the libraries.
func cTarget(
  _ name: String, _ dependencies: [Target.Dependency] = [], libraries: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: "Sources/Libraries/\(name)",
    exclude: ["README.md"],
    cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
    cxxSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter"])],
    linkerSettings: libraries.map { .linkedLibrary($0) })
}

/// Tests, with what all of them share.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: strict)
}

let package = Package(
  name: "juesuan",
  products: [.executable(name: "juesuan", targets: ["juesuan"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Libraries. No header of ICU, libxml2, libzip, poppler or libpq is visible beyond the C targets.
    .systemLibrary(
      name: "CLibXML2", path: "Sources/Libraries/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    cTarget(
      "CTextLibraries", ["CLibXML2"],
      libraries: ["icui18n", "icuuc", "icudata", "zip", "nettle", "yaml"]),
    target("TextLibraries", in: .libraries, ["CTextLibraries"]),
    .systemLibrary(
      name: "CPopplerSys", path: "Sources/Libraries/CPopplerSys", pkgConfig: "poppler",
      providers: [.apt(["libpoppler-private-dev", "poppler-data"])]),
    cTarget("CPoppler", ["CPopplerSys"], libraries: ["poppler", "webp"]),
    target("PDFPages", in: .libraries, ["CPoppler"]),
    // libpq is opened when a database is asked for, and never linked.
    cTarget("CLibPQ"),
    target("Files", in: .libraries, ["TextLibraries"]),
    cTarget("CChildProcess"),
    target("Processes", in: .libraries, ["Files", "CChildProcess"]),

    // Models: what the stages hand on.
    target("ValueModel", in: .models, []),
    target("DocumentModel", in: .models, ["ValueModel"]),
    target("ReportModel", in: .models, ["ValueModel"]),
    target("PlaceModel", in: .models, ["DocumentModel", "ReportModel"]),
    target("PhraseModel", in: .models, ["ValueModel"]),
    target("MappingModel", in: .models, ["PhraseModel", "ReportModel"]),

    // Stages, in their order.
    target(
      "Reading", in: .stages, ["DocumentModel", "ValueModel", "TextLibraries", "PDFPages"]),
    target("Normalizing", in: .stages, ["DocumentModel", "TextLibraries"]),
    target("Segmenting", in: .stages, ["DocumentModel", "ValueModel"]),
    target(
      "Mapping", in: .stages,
      [
        "DocumentModel", "ReportModel", "PlaceModel", "MappingModel", "PhraseModel", "ValueModel",
      ]),
    target("Checking", in: .stages, ["ReportModel", "MappingModel", "ValueModel"]),
    target(
      "Proofreading", in: .stages,
      [
        "DocumentModel", "ReportModel", "PlaceModel", "MappingModel", "ValueModel",
        "TextLibraries",
      ]),
    target("Writing", in: .stages, ["ReportModel", "ValueModel", "TextLibraries"]),

    // Outputs: what is made of the JSON. Tables alone knows the tables of databases and exports.
    target("OutputReading", in: .outputs, ["ReportModel", "ValueModel", "Writing", "Files"]),
    target("Tables", in: .outputs, ["ReportModel", "MappingModel", "OutputReading"]),
    target("SQLite", in: .outputs, ["Tables", grdb, grdbSQLite]),
    target("PostgreSQL", in: .outputs, ["Tables", "CLibPQ"]),
    target(
      "Loading", in: .outputs,
      ["Tables", "SQLite", "PostgreSQL", "OutputReading", "Writing", "Files", "TextLibraries"]),
    target(
      "Exporting", in: .outputs,
      ["Tables", "OutputReading", "Writing", "Files", "TextLibraries"]),
    target(
      "Verifying", in: .outputs,
      ["OutputReading", "Writing", "TextLibraries", "PDFPages"]),
    target(
      "Reviewing", in: .outputs,
      [
        "OutputReading", "Reading", "DocumentModel", "ReportModel", "MappingModel", "Files",
        "TextLibraries", "PDFPages", mustache,
      ], resources: [.embedInCode("Resources")]),

    // Running: what people start.
    target(
      "MappingFiles", in: .running,
      ["MappingModel", "PhraseModel", "ReportModel", "Files", "TextLibraries"]),
    target(
      "Conversion", in: .running,
      [
        "DocumentModel", "ReportModel", "MappingModel", "MappingFiles", "Reading", "Normalizing",
        "Segmenting", "Mapping", "Checking", "Proofreading", "Writing", "Files", "TextLibraries",
        "ValueModel",
      ]),
    target(
      "Authoring", in: .running,
      [
        "Conversion", "Mapping", "MappingFiles", "MappingModel", "DocumentModel", "ReportModel",
        "Writing", "Files",
      ]),
    target(
      "Proving", in: .running,
      ["Conversion", "OutputReading", "Verifying", "Files", "TextLibraries"]),
    target(
      "Workers", in: .running,
      ["Conversion", "MappingFiles", "Processes", "Files", "TextLibraries"]),

    .executableTarget(
      name: "juesuan",
      dependencies: [
        "Conversion", "Workers", "Processes", "Authoring", "MappingFiles", "MappingModel",
        "OutputReading", "Proving", "ReportModel", "Tables", "Loading", "Exporting", "Reviewing",
        "Verifying", "Writing", "Files", argumentParser,
      ],
      exclude: ["README.md"], swiftSettings: strict,
      linkerSettings: withSwift),

    .target(
      name: "TestSupport", dependencies: ["DocumentModel"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("FilesTests", ["Files"]),
    tests("ProcessesTests", ["Processes"]),
    tests("ModelTests", ["ReportModel", "ValueModel"]),
    tests("PhraseTests", ["PhraseModel", "MappingFiles", "MappingModel", "ReportModel"]),
    tests("ReadingTests", ["Reading", "DocumentModel", "ValueModel", "TextLibraries"]),
    tests("NormalizingTests", ["Normalizing", "DocumentModel", "ValueModel", "TextLibraries"]),
    tests("SegmentingTests", ["Segmenting", "DocumentModel", "ValueModel"]),
    tests(
      "MappingTests",
      [
        "Mapping", "MappingModel", "MappingFiles", "PhraseModel", "Checking", "DocumentModel",
        "ReportModel", "ValueModel",
      ]),
    tests("CheckingTests", ["Checking", "MappingModel", "ReportModel", "ValueModel"]),
    tests("OutputReadingTests", ["OutputReading", "Files", "ReportModel"]),
    tests("VerifyingTests", ["Verifying", "OutputReading"]),
    tests(
      "ReviewingTests",
      [
        "Reviewing", "OutputReading", "DocumentModel", "ValueModel", "MappingFiles",
        "MappingModel", "PDFPages",
      ]),
    tests("WritingTests", ["Writing", "ReportModel", "ValueModel"]),
    tests(
      "ConversionTests",
      [
        "Conversion", "Authoring", "Mapping", "MappingModel", "MappingFiles", "Checking",
        "DocumentModel", "OutputReading", "Proving", "ReportModel", "ValueModel", "Verifying",
        "Writing", "Files", "TextLibraries",
      ]),
    tests("WorkersTests", ["Workers", "Conversion", "MappingFiles", "Processes", "Files"]),
    tests("TablesTests", ["Tables", "OutputReading"]),
    tests(
      "LoadingTests",
      [
        "Conversion", "Tables", "SQLite", "PostgreSQL", "Loading", "Exporting", "MappingFiles",
        "MappingModel", "Files", grdb,
      ]),
    tests("ArchitectureTests", []),
    tests("CommandTests", ["juesuan"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// libFuzzer links its own main; only `make fuzz` asks for this target.
if Context.environment["JUESUAN_FUZZ"] != nil {
  package.products.append(.executable(name: "fuzz", targets: ["Fuzzing"]))
  package.targets.append(
    .executableTarget(
      name: "Fuzzing",
      dependencies: [
        "DocumentModel", "ReportModel", "ValueModel", "Reading", "Normalizing", "Mapping",
        "MappingModel", "MappingFiles", "Checking", "Conversion", "Verifying", "Files",
        "OutputReading", "TestSupport",
      ],
      path: "Tests/Fuzzing/Sources", swiftSettings: strict, linkerSettings: withSwift))
}
