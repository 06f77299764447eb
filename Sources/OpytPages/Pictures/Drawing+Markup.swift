import OpytText

extension Drawing {
  /// The picture as inline SVG.
  var fragment: HTMLFragment {
    var writer = Writer()
    writer.write("<svg class=\"\(style)\"")
    switch size {
    case .fixed(let width, let height):
      for (name, length) in [("width", width), ("height", height)] {
        writer.write(" \(name)=\"\(Drawing.number(Double(length) / Double(Drawing.letter)))em\"")
      }
      writer.write(" viewBox=\"0 0 \(width) \(height)\"")
    case .stretched(let height): writer.write(" width=\"100%\" height=\"\(height)\"")
    }
    // What stands in an image is not heard: a picture that leads somewhere is a group of links.
    let isGroup = !name.isEmpty && marks.contains(where: \.isLink)
    if name.isEmpty {
      writer.write(" aria-hidden=\"true\"")
    } else {
      writer.write(isGroup ? "><g role=\"group\" aria-label=\"" : " role=\"img\" aria-label=\"")
      writer.write(escaping: name)
      writer.write("\"")
    }
    writer.write(">")
    for mark in marks { writer.write(mark) }
    writer.write(isGroup ? "</g></svg>" : "</svg>")
    return HTMLFragment(trusted: writer.bytes)
  }

  private struct Writer {
    var bytes: [UInt8] = []

    mutating func write(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

    mutating func write(escaping words: String) { HTMLEscaping.append(words, to: &bytes) }

    mutating func write(_ attribute: StaticString, _ number: Double) {
      write(" \(attribute)=\"\(Drawing.number(number))\"")
    }

    mutating func write(_ attribute: StaticString, _ length: Length) {
      switch length {
      case .units(let number): write(attribute, number)
      case .percent(let number): write(" \(attribute)=\"\(Drawing.number(number))%\"")
      }
    }

    mutating func begin(_ element: StaticString, _ style: Style) { write("<\(element) class=\"\(style.rawValue)\"") }

    mutating func write(_ mark: Mark) {
      switch mark {
      case .box(let style, let place, let width, let height):
        begin("rect", style)
        write("x", place.x)
        write("y", place.y)
        write("width", width)
        write("height", height)
        write("/>")
      case .dot(let style, let place, let radius):
        begin("circle", style)
        write("cx", place.x)
        write("cy", place.y)
        write("r", radius)
        write("/>")
      case .line(let style, let from, let to):
        begin("line", style)
        write("x1", from.x)
        write("y1", from.y)
        write("x2", to.x)
        write("y2", to.y)
        write("/>")
      case .curve(let style, let from, let to, let sag):
        begin("path", style)
        write(" d=\"\(Drawing.curve(from, to, sag))\"/>")
      case .squares(let squares):
        write("<path d=\"")
        for square in squares { write("M\(square.x) \(square.y)h\(square.side)v\(square.side)h-\(square.side)z") }
        write("\"/>")
      case .words(let style, let place, let down, let words):
        begin("text", style)
        write("x", place.x)
        write("y", place.y)
        if down != 0 { write("dy", down) }
        write(">")
        write(escaping: words)
        write("</text>")
      case .link(let address, let name, let marks):
        if let address {
          write("<a href=\"")
          write(escaping: address.text)
          write("\">")
        } else {
          write("<g>")
        }
        write("<title>")
        write(escaping: name)
        write("</title>")
        for mark in marks { write(mark) }
        write(address == nil ? "</g>" : "</a>")
      }
    }
  }

  /// Two digits behind the point are finer than any screen.
  static func number(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e9 else { return "0" }
    let hundredths = Int((number * 100).rounded())
    return hundredths % 100 == 0 ? String(hundredths / 100) : String(Double(hundredths) / 100)
  }

  private static func curve(_ from: Place, _ to: Place, _ sag: Double) -> String {
    guard case .units(let x1) = from.x, case .units(let y1) = from.y, case .units(let x2) = to.x,
      case .units(let y2) = to.y
    else { return "" }
    let middle = number((x1 + x2) / 2)
    // A curve reaches three quarters of the way to where it is drawn.
    let (first, second) = (number(y1 + sag * 4 / 3), number(y2 + sag * 4 / 3))
    return "M\(number(x1)) \(number(y1))C\(middle) \(first) \(middle) \(second) \(number(x2)) \(number(y2))"
  }
}

extension Drawing.Mark {
  fileprivate var isLink: Bool {
    if case .link(.some, _, _) = self { true } else { false }
  }
}
