// swift-tools-version: 6.3;(experimentalCGen)
import PackageDescription

// The feature behind the tools version lets a plugin write C. Only C can hold the compiled rules as bytes
// to be read in place; decoding them from a Swift literal took three of sixteen milliseconds at every start.

/// Every Swift target is compiled with these: warnings stop the build, concurrency and memory
/// safety are checked in full.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A stage: a pure function from value to value.
///
/// No stage depends on another; they meet in `AverModel`, and `swift build
/// --explicit-target-dependency-import-check error` holds them to it.
func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name,
    dependencies: dependencies + ["AverTestSupport"],
    swiftSettings: strict
  )
}

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser",
  package: "swift-argument-parser"
)

let package = Package(
  name: "aver",
  products: [
    .library(name: "Aver", targets: ["Aver"]),
    .executable(name: "aver", targets: ["AverCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    // C behind opaque headers: no libxml2 or ICU header reaches Swift, where it would clash with
    // Foundation's own copy of ICU. Each is seen by one Swift target.
    .systemLibrary(
      name: "CSystemLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]
    ),
    .systemLibrary(name: "CSystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
    .systemLibrary(name: "CSystemZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CLibXML2", dependencies: ["CSystemLibXML2"]),
    .target(name: "CEncoding", dependencies: ["CSystemICU"]),
    .target(name: "CICU", dependencies: ["CSystemICU"]),
    // SQLite as an archive: a shared library would be loaded at every start.
    .target(
      name: "CSQLite",
      linkerSettings: [
        .linkedLibrary(":libsqlite3.a", .when(platforms: [.linux])),
        .linkedLibrary("m", .when(platforms: [.linux])),
        .linkedLibrary("sqlite3", .when(platforms: [.macOS])),
      ]
    ),
    // The schema, the context and the report's page, embedded.
    .target(name: "CReportFiles"),
    .target(name: "CCompression", dependencies: ["CSystemZlib"]),
    // The tagger's weights, embedded.
    .target(name: "CTaggerModel"),
    // The built-in rules, embedded: the build compiles them, so that no start of the program has to.
    .target(name: "CBuiltInRules", plugins: ["EmbedRules"]),

    // The values between the stages.
    stage("AverModel", []),

    // Rule files → a checked, compiled rule set.
    .target(name: "AverRules", dependencies: ["AverModel"], swiftSettings: strict),

    // Patterns against a slow and obvious matcher; for tests and benchmarks only.
    .target(
      name: "AverRuleFuzzing",
      dependencies: ["AverModel", "AverRules"],
      swiftSettings: strict
    ),

    // The stages, in the order in which a document passes them.
    stage("AverCleaning", ["AverModel", "AverRules", "CLibXML2", "CEncoding"]),
    stage("AverTokenization", ["AverModel", "CICU"]),
    stage("AverSyntax", ["AverModel", "CTaggerModel"]),
    stage("AverExtraction", ["AverModel", "AverRules"]),
    stage("AverLinking", ["AverModel", "AverRules"]),
    stage("AverClaims", ["AverModel"]),
    .target(
      name: "AverReports",
      dependencies: ["AverModel", "CSQLite", "CReportFiles"],
      exclude: ["Page", "Schema"],
      swiftSettings: strict
    ),

    // Compressed files and web archives, as bytes and pages.
    .target(name: "AverArchives", dependencies: ["CCompression"], swiftSettings: strict),

    // Rules with the tokenizer's own way to cut words.
    .target(
      name: "AverRuleLoading",
      dependencies: ["AverModel", "AverRules", "AverTokenization"],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "aver-embed-rules",
      dependencies: ["AverRules", "AverRuleLoading"],
      swiftSettings: strict
    ),
    .plugin(
      name: "EmbedRules",
      capability: .buildTool(),
      dependencies: ["aver-embed-rules"],
      path: "Sources/EmbedRules"
    ),

    // The library, and what stands on it.
    .target(
      name: "Aver",
      dependencies: [
        "AverModel", "AverRules", "AverRuleLoading", "AverCleaning", "AverTokenization",
        "AverSyntax", "AverExtraction", "AverLinking", "AverClaims", "AverReports",
        "CBuiltInRules",
      ],
      swiftSettings: strict
    ),
    .target(
      name: "AverEvaluation",
      dependencies: [
        "AverModel", "AverRules", "AverExtraction", "AverLinking", "AverReports", "Aver",
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "AverCommand",
      dependencies: [
        "AverModel", "AverRules", "AverRuleLoading", "AverArchives", "AverReports", "Aver",
        "AverEvaluation", argumentParser,
      ],
      swiftSettings: strict
    ),
    .executableTarget(
      name: "AverBenchmark",
      dependencies: [
        "AverModel", "AverCleaning", "AverTokenization", "AverSyntax", "AverRules",
        "AverRuleLoading", "AverRuleFuzzing", "Aver", "AverEvaluation",
      ],
      swiftSettings: strict
    ),

    // Makes Rules/en/models/tagger.model.
    .executableTarget(
      name: "aver-train-tagger",
      dependencies: ["AverModel", "AverCleaning", "AverSyntax"],
      swiftSettings: strict
    ),

    .target(
      name: "AverTestSupport",
      dependencies: ["AverModel"],
      path: "Tests/AverTestSupport",
      swiftSettings: strict
    ),
    tests("AverModelTests", ["AverModel"]),
    tests("AverRulesTests", ["AverModel", "AverRules", "AverRuleFuzzing"]),
    tests("AverCleaningTests", ["AverModel", "AverRules", "AverCleaning"]),
    tests("AverTokenizationTests", ["AverModel", "AverTokenization"]),
    tests("AverSyntaxTests", ["AverModel", "AverRules", "AverSyntax", "AverTokenization"]),
    tests("AverExtractionTests", ["AverModel", "AverRules", "AverExtraction"]),
    tests("AverLinkingTests", ["AverModel", "AverRules", "AverLinking"]),
    tests("AverClaimsTests", ["AverModel", "AverClaims"]),
    tests("AverArchivesTests", ["AverArchives"]),
    tests("AverReportsTests", ["AverModel", "AverReports"]),
    tests("AverTests", ["AverModel", "Aver", "AverRules", "AverRuleLoading"]),
    tests("AverEvaluationTests", ["AverModel", "AverRules", "Aver", "AverEvaluation"]),
    tests("AverCommandTests", ["AverModel"]),
    tests("RepositoryTests", []),
  ]
)
