// swift-tools-version: 6.2
import PackageDescription

// One target per stage. The stages meet only in DocumentModel and ReportModel and never import each
// other; only Pipeline knows their order (Tests/ArchitectureTests proves it from this manifest).

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

/// Half of a start was the dynamic linker, with Swift's libraries; and a release runs without them.
let withSwift: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib"], .when(configuration: .release))
]

func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
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
    // The C boundary: no header of ICU, libxml2 or libzip is visible beyond it.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "CTextKit",
      dependencies: ["CLibXML2"],
      cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])],
      linkerSettings: [
        .linkedLibrary("icui18n"), .linkedLibrary("icuuc"), .linkedLibrary("icudata"),
        .linkedLibrary("zip"), .linkedLibrary("nettle"), .linkedLibrary("yaml"),
      ]),
    stage("TextKit", ["CTextKit"]),
    // poppler stands behind a boundary of its own: it is C++ and used by one reader alone.
    .systemLibrary(
      name: "CPopplerSys", pkgConfig: "poppler",
      providers: [.apt(["libpoppler-private-dev", "poppler-data"])]),
    .target(
      name: "CPoppler", dependencies: ["CPopplerSys"],
      cxxSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror", "-Wno-unused-parameter"])],
      linkerSettings: [.linkedLibrary("poppler"), .linkedLibrary("webp")]),
    stage("PageKit", ["CPoppler"]),

    // What the stages share.
    stage("DocumentModel", []),
    stage("ReportModel", []),

    // The stages, in their order.
    stage("Reading", ["DocumentModel", "TextKit", "PageKit"]),
    stage("Normalizing", ["DocumentModel", "TextKit"]),
    stage("Segmenting", ["DocumentModel"]),
    stage("Mapping", ["DocumentModel", "ReportModel"]),
    stage("Checking", ["ReportModel"]),
    stage("Emitting", ["ReportModel"]),

    // Databases and exports: projections of the JSON. Tabulating alone knows the tables.
    // libpq is opened when a database is asked for, and never linked.
    .target(name: "CLibPQ", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]),
    stage("Tabulating", ["ReportModel"]),
    stage(
      "SQLiteLoading",
      [
        "Tabulating", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    stage("PostgreSQLLoading", ["Tabulating", "CLibPQ"]),
    stage("Exporting", ["Tabulating"]),

    // Proves outputs against their sources, with means of its own.
    stage("Proving", ["TextKit", "PageKit"]),

    // Pages for people, made from outputs alone and the text of their sources.
    .target(
      name: "Reviewing",
      dependencies: [
        "ReportModel", "TextKit", .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Resources")], swiftSettings: strict),

    // Mapping files (YAML) to the values that Segmenting and Mapping are configured with.
    stage(
      "MappingFiles",
      ["Mapping", "Checking", "ReportModel", "TextKit"]),
    stage(
      "Pipeline",
      [
        "DocumentModel", "ReportModel", "TextKit", "Reading", "Normalizing", "Segmenting",
        "Mapping", "MappingFiles", "Checking", "Emitting", "Proving", "PageKit", "Reviewing",
        "Tabulating", "SQLiteLoading", "PostgreSQLLoading", "Exporting",
      ]),

    // Many reports at once: worker processes, what was done before, archives.
    .target(name: "CProcess", cSettings: [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]),
    stage("BulkConverting", ["Pipeline", "CProcess"]),
    .executableTarget(
      name: "juesuan", dependencies: ["Pipeline", "BulkConverting", "Proving", argumentParser],
      swiftSettings: strict,
      linkerSettings: withSwift),

    tests("ReadingTests", ["Reading", "DocumentModel", "TextKit"]),
    tests("NormalizingTests", ["Normalizing", "DocumentModel", "TextKit"]),
    tests("SegmentingTests", ["Segmenting", "DocumentModel"]),
    tests(
      "MappingTests", ["Mapping", "MappingFiles", "Checking", "DocumentModel", "ReportModel"]),
    tests("CheckingTests", ["Checking", "ReportModel"]),
    tests("ProvingTests", ["Proving"]),
    tests("ReviewingTests", ["Reviewing", "PageKit"]),
    tests("EmittingTests", ["Emitting", "DocumentModel", "ReportModel"]),
    tests(
      "PipelineTests",
      [
        "Pipeline", "Mapping", "MappingFiles", "Checking", "DocumentModel", "ReportModel",
        "Proving",
        "TextKit",
      ]),
    tests("BulkConvertingTests", ["BulkConverting", "Pipeline"]),
    tests("TabulatingTests", ["Tabulating"]),
    tests(
      "LoadingTests",
      [
        "Pipeline", "Tabulating", "SQLiteLoading", "PostgreSQLLoading", "Exporting",
        .product(name: "GRDB", package: "GRDB.swift"),
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
        "DocumentModel", "ReportModel", "Reading", "Normalizing", "Mapping", "MappingFiles",
        "Checking", "Pipeline", "Proving",
      ],
      path: "Tests/Fuzzing/Sources", swiftSettings: strict, linkerSettings: withSwift))
}
