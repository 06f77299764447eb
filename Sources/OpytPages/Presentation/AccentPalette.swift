import Foundation
import OpytCatalogue
import OpytModel

/// One accent colour for each direction, as rules of the style sheet: the pages' own policy refuses styles within them.
/// A colour is moved towards black or white until its words are readable in light and dark.
struct AccentPalette: Sendable {
  private let classes: [DocumentID: String]
  /// As they are on light paper.
  private let colors: [DocumentID: RGB]
  /// To be put behind the theme's own style sheet.
  let css: [UInt8]

  /// For directions without a colour of their own, in turns.
  private static let fallbacks = [
    "#1d5b4c", "#7a3b69", "#a3461f", "#2d5a8c", "#6b5a12", "#8a2f3c", "#3f4a8a", "#4c6b2a",
  ]
  /// WCAG 2.1, 1.4.3, with something to spare: the theme's papers are not quite white and not quite black.
  static let wantedContrast = 5.0
  private static let lightPaper = RGB(red: 0.96, green: 0.95, blue: 0.92)
  private static let darkPaper = RGB(red: 0.15, green: 0.165, blue: 0.175)

  init(_ catalogue: Catalogue) {
    var classes: [DocumentID: String] = [:]
    var colors: [DocumentID: RGB] = [:]
    var light = ""
    var dark = ""
    for (index, id) in catalogue.directions.enumerated() {
      let written = (catalogue.graph[id].entity as? Direction)?.color?.value.text
      let color = written.flatMap(RGB.init) ?? RGB(Self.fallbacks[index % Self.fallbacks.count]) ?? .black
      let name = "accent-\(index + 1)"
      classes[id] = name
      colors[id] = color
      light += Self.rule(name, color, on: Self.lightPaper, towards: .black)
      dark += Self.rule(name, color, on: Self.darkPaper, towards: .white)
    }
    self.classes = classes
    self.colors = colors
    let all = light.isEmpty ? "" : "\n\(light)@media screen and (prefers-color-scheme: dark) {\n\(dark)}\n"
    css = Array(all.utf8)
  }

  /// The shades from the paper to a direction's accent, each as red, green and blue; of the network's own colour without a
  /// direction.
  func shades(of direction: DocumentID?, count: Int) -> [UInt8] {
    let own = direction.flatMap { colors[$0] } ?? RGB(Self.fallbacks[0]) ?? .black
    let color = own.readable(on: Self.lightPaper, towards: .black, contrast: Self.wantedContrast)
    return (0..<count).flatMap { shade in
      Self.lightPaper.mixed(with: color, share: Double(shade) / Double(max(count - 1, 1))).bytes
    }
  }

  /// The class that gives an element, and all in it, the direction's accent.
  func className(of direction: DocumentID) -> String? { classes[direction] }

  private static func rule(_ name: String, _ color: RGB, on paper: RGB, towards end: RGB) -> String {
    // The theme tints papers with the accent, and writes on them.
    let tint = paper.mixed(with: color, share: 0.1)
    let readable = color.readable(on: tint, towards: end, contrast: wantedContrast)
    return ".\(name) { --accent: \(readable.hex); }\n"
  }
}

/// A colour of the sRGB space, each part from 0 to 1.
struct RGB: Hashable, Sendable {
  let red: Double
  let green: Double
  let blue: Double

  static let black = RGB(red: 0, green: 0, blue: 0)
  static let white = RGB(red: 1, green: 1, blue: 1)

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#a3461f`
  init?(_ hex: String) {
    guard hex.utf8.count == 7, hex.hasPrefix("#"), let number = Int(hex.dropFirst(), radix: 16), number >= 0 else {
      return nil
    }
    func part(_ shift: Int) -> Double { Double(number >> shift & 0xFF) / 255 }
    self.init(red: part(16), green: part(8), blue: part(0))
  }

  var hex: String { "#" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

  /// Red, green and blue.
  var bytes: [UInt8] { [red, green, blue].map { UInt8((min(max($0, 0), 1) * 255).rounded()) } }

  func mixed(with other: RGB, share: Double) -> RGB {
    RGB(
      red: red + (other.red - red) * share, green: green + (other.green - green) * share,
      blue: blue + (other.blue - blue) * share)
  }

  /// The nearest colour on the way to `end` whose words can be read on `paper`.
  func readable(on paper: RGB, towards end: RGB, contrast: Double) -> RGB {
    var share = 0.0
    while share < 1, mixed(with: end, share: share).contrast(to: paper) < contrast { share += 0.02 }
    return mixed(with: end, share: min(share, 1))
  }

  /// WCAG 2.1, “contrast ratio”.
  func contrast(to other: RGB) -> Double {
    let (lighter, darker) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (lighter + 0.05) / (darker + 0.05)
  }

  /// WCAG 2.1, “relative luminance”.
  private var luminance: Double {
    func linear(_ part: Double) -> Double { part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
