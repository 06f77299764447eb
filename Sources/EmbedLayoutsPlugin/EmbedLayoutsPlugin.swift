import Foundation
import PackagePlugin

/// Writes the files of `layouts/` into a Swift source before `OpytTheme` is compiled.
@main
struct EmbedLayoutsPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let layouts = context.package.directoryURL.appending(path: "layouts")
    let output = context.pluginWorkDirectoryURL.appending(path: "BuiltInLayouts.swift")
    var inputs: [URL] = []
    let names = try FileManager.default.subpathsOfDirectory(atPath: layouts.path(percentEncoded: false))
    for name in names.sorted() where !name.hasPrefix(".") {
      inputs.append(layouts.appending(path: name))
    }
    return [
      .buildCommand(
        displayName: "Embedding the built-in layouts",
        executable: try context.tool(named: "EmbedLayouts").url,
        arguments: [layouts.path(percentEncoded: false), output.path(percentEncoded: false)],
        inputFiles: inputs, outputFiles: [output])
    ]
  }
}
