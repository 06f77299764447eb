// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "opyt",
  products: [.executable(name: "opyt", targets: ["opyt"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Only `make docs` uses it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // System libraries: a module map and a shim header each, nothing else.
    .systemLibrary(name: "CMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "LibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
    .systemLibrary(name: "CTurboJPEG", pkgConfig: "libturbojpeg", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CLibPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CLibWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"])]),
    .systemLibrary(name: "CLibStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(name: "POSIXShims"),
    .systemLibrary(name: "CByteMasks"),
    .systemLibrary(name: "CJemalloc", pkgConfig: "jemalloc", providers: [.apt(["libjemalloc-dev"])]),
    // Memory for libcmark-gfm's trees.
    .target(name: "CMarkArena"),

    // The rooms. Each may import only what stands above it; "The house" in OpytSite's documentation shows the way through.
    .target(name: "OpytText", dependencies: ["CByteMasks"]),
    .target(name: "OpytDiagnostics", dependencies: ["OpytText"]),
    .target(name: "OpytMarkup", dependencies: ["OpytText", "OpytDiagnostics", "CMarkGFM", "CMarkArena", "CLibYAML"]),
    .target(name: "OpytModel", dependencies: ["OpytText", "OpytDiagnostics", "OpytMarkup"]),
    .target(name: "OpytLayout", dependencies: ["OpytText", "OpytDiagnostics"]),
    .target(name: "OpytTheme", plugins: ["EmbedLayoutsPlugin"]),
    .target(name: "OpytFiles", dependencies: ["OpytText", "OpytDiagnostics", "POSIXShims"]),
    .target(
      name: "OpytMedia", dependencies: ["OpytText", "OpytDiagnostics", "CTurboJPEG", "CLibPNG", "CLibWebP"]),
    .target(name: "OpytAudit", dependencies: ["OpytText", "OpytDiagnostics", "OpytFiles", "LibXML2"]),
    .target(
      name: "OpytNetwork",
      dependencies: ["OpytText", "OpytDiagnostics", "OpytMarkup", "OpytModel", "OpytFiles", "OpytMedia", "CLibIDN2"]),
    .target(name: "OpytCatalogue", dependencies: ["OpytText", "OpytModel"]),
    .target(name: "OpytSearch", dependencies: ["OpytText", "CLibStemmer"]),
    .target(
      name: "OpytPages",
      dependencies: [
        "OpytText", "OpytDiagnostics", "OpytMarkup", "OpytModel", "OpytLayout", "OpytTheme", "OpytFiles", "OpytNetwork",
        "OpytCatalogue", "OpytSearch",
      ]),
    .target(
      name: "OpytOutputs",
      dependencies: [
        "OpytText", "OpytDiagnostics", "OpytMarkup", "OpytModel", "OpytLayout", "OpytNetwork",
        "OpytMedia", "OpytCatalogue", "OpytPages", "LibXML2",
      ]),
    .target(
      name: "OpytSite",
      dependencies: [
        "OpytText", "OpytDiagnostics", "OpytMarkup", "OpytModel", "OpytLayout", "OpytTheme", "OpytFiles", "OpytMedia",
        "OpytNetwork", "OpytCatalogue", "OpytSearch", "OpytPages", "OpytOutputs", "OpytAudit",
      ]),
    .executableTarget(
      name: "opyt",
      dependencies: [
        "OpytText", "OpytDiagnostics", "OpytFiles", "OpytModel", "OpytSite", "CJemalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // The built-in layouts are the files of `layouts/`, embedded so that one binary is all there is to install.
    .executableTarget(name: "EmbedLayouts"),
    .plugin(
      name: "EmbedLayoutsPlugin", capability: .buildTool(), dependencies: ["EmbedLayouts"],
      path: "Sources/EmbedLayoutsPlugin"),

    // Part of `make benchmark`.
    .executableTarget(name: "RebuildBenchmark", dependencies: ["OpytSite"], path: "Tests/Benchmarks/Rebuild"),

    // What tests of several rooms have in common.
    .target(name: "SampleTexts", path: "Tests/SampleTexts"),

    .testTarget(name: "OpytTextTests", dependencies: ["OpytText", "SampleTexts"]),
    .testTarget(name: "OpytDiagnosticsTests", dependencies: ["OpytDiagnostics"], exclude: ["Golden"]),
    .testTarget(
      name: "OpytMarkupTests", dependencies: ["OpytText", "OpytDiagnostics", "OpytMarkup", "SampleTexts"],
      exclude: ["Golden"]),
    .testTarget(
      name: "OpytModelTests", dependencies: ["OpytDiagnostics", "OpytMarkup", "OpytModel", "SampleTexts"]),
    .testTarget(name: "OpytLayoutTests", dependencies: ["OpytText", "OpytDiagnostics", "OpytLayout", "SampleTexts"]),
    .testTarget(name: "OpytMediaTests", dependencies: ["OpytDiagnostics", "OpytMedia"]),
    .testTarget(name: "OpytThemeTests", dependencies: ["OpytTheme"]),
    .testTarget(name: "OpytSearchTests", dependencies: ["OpytText", "OpytSearch", "SampleTexts"]),
    .testTarget(
      name: "OpytNetworkTests",
      dependencies: [
        "OpytText", "OpytDiagnostics", "OpytMarkup", "OpytModel", "OpytFiles", "OpytNetwork", "SampleTexts",
      ]),
    .testTarget(
      name: "OpytSiteTests",
      dependencies: [
        "OpytText", "OpytDiagnostics", "OpytMarkup", "OpytModel", "OpytLayout", "OpytTheme", "OpytFiles", "OpytNetwork",
        "OpytMedia", "OpytCatalogue", "OpytSearch", "OpytPages", "OpytOutputs", "OpytAudit", "OpytSite", "opyt",
        "SampleTexts",
      ], exclude: ["Fixtures", "Golden"]),
  ],
  swiftLanguageModes: [.v6]
)

// For `make fuzz` the package is what strangers' bytes go through, and the promises that are tried on it. libFuzzer brings
// a main of its own, so that no other program can be there.
if Context.environment["OPYT_FUZZ"] != nil {
  let fuzzed = ["OpytText", "OpytDiagnostics", "OpytMarkup", "OpytModel", "OpytLayout", "OpytMedia", "OpytNetwork"]
  package.products = []
  package.targets.removeAll { target in
    target.type != .system && !(fuzzed + ["OpytFiles", "CMarkArena"]).contains(target.name)
  }
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: fuzzed.map { .init(stringLiteral: $0) }, path: "Tests/Fuzzing",
      exclude: ["Corpus", "run", "README.md"]))
}

// The compiler keeps the doors between the rooms: a file imports what it uses, and a room passes on nothing of another
// unless it says so (`public import`, `package import`).
for target in package.targets where [.regular, .executable, .test].contains(target.type) {
  target.swiftSettings = [
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
  ]
}
