// swift-tools-version: 6.2
import PackageDescription

// Fuzzes the cleaner and the reader of archives with libFuzzer and AddressSanitizer: a package of its own, because the flags of the
// sanitizers must not reach the product. Its sources are links to those of Aver.

let swift: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .unsafeFlags(["-sanitize=fuzzer,address"]),
]
let c: [CSetting] = [.unsafeFlags(["-fsanitize=fuzzer-no-link,address"])]

let link: [LinkerSetting] = [.unsafeFlags(["-sanitize=fuzzer,address", "-use-ld=lld"])]

let package = Package(
  name: "fuzz",
  targets: [
    .systemLibrary(name: "CSystemLibXML2", pkgConfig: "libxml-2.0"),
    .systemLibrary(name: "CSystemICU", pkgConfig: "icu-i18n"),
    .target(name: "CLibXML2", dependencies: ["CSystemLibXML2"], cSettings: c),
    .target(name: "CEncoding", dependencies: ["CSystemICU"], cSettings: c),
    .systemLibrary(name: "CSystemZlib", pkgConfig: "zlib"),
    .target(name: "CCompression", dependencies: ["CSystemZlib"], cSettings: c),
    .target(name: "AverArchives", dependencies: ["CCompression"], swiftSettings: swift),
    .target(name: "AverModel", swiftSettings: swift),
    .target(name: "AverRules", dependencies: ["AverModel"], swiftSettings: swift),
    .target(
      name: "AverCleaning",
      dependencies: ["AverModel", "AverRules", "CLibXML2", "CEncoding"],
      swiftSettings: swift
    ),
    // What libFuzzer offers a program with a `main` of its own.
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "FuzzCleaner",
      dependencies: ["AverModel", "AverRules", "AverCleaning", "CFuzzer"],
      swiftSettings: swift,
      linkerSettings: link
    ),
    .executableTarget(
      name: "FuzzArchives",
      dependencies: ["AverArchives", "CFuzzer"],
      swiftSettings: swift,
      linkerSettings: link
    ),
  ]
)
