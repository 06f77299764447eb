/// What may stand in the quoted value of an attribute.
enum AttributeRule: Hashable {
  /// Nothing but one checked address: the value is fetched or followed.
  case address
  /// Nothing: the value is a program, a style, markup or a list of addresses.
  case nothing
  /// Any words.
  case text

  init(_ context: HTMLContext) {
    let name = context.attributeName
    if name.hasPrefix("on") || Self.closed.contains(name) || Self.animations.contains(context.elementName) {
      self = .nothing
    } else if Self.addresses.contains(name) {
      self = .address
    } else {
      self = .text
    }
  }

  /// URL attributes (HTML standard, index of attributes), and those that older browsers follow.
  private static let addresses: Set<String> = [
    "action", "background", "cite", "data", "formaction", "href", "longdesc", "manifest", "poster", "src", "xlink:href",
  ]
  private static let closed: Set<String> = [
    "archive", "classid", "codebase", "http-equiv", "imagesrcset", "ping", "srcdoc", "srcset", "style",
  ]
  /// SVG elements that write attributes, `href` among them (SVG 2, Animations).
  private static let animations: Set<String> = ["animate", "animatemotion", "animatetransform", "set"]
}
