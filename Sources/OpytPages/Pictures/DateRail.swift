import OpytModel
import OpytText

/// The days of a programme on a rail of months: how they lie in the year.
struct DateRail: Sendable {
  struct Stop: Sendable {
    let day: CalendarDate
    /// «12 марта 2026 г., четверг»
    let name: String
    let url: WebAddress?
  }

  private static let rail = 30.0
  /// Days that lie nearer than this, in percents, share a mark: on a phone they would cover each other.
  private static let nearest = 9.0

  /// Nil for a single day: a rail with one stop tells nothing.
  /// - Parameters:
  ///   - stops: in the order of their days.
  ///   - month: its short name.
  static func drawing(_ stops: [Stop], name: String, month: (Int) -> String) -> Drawing? {
    guard let first = stops.first?.day, let last = stops.last?.day, first < last,
      let start = CalendarDate(year: first.year, month: first.month, day: 1)
    else { return nil }
    let ends = TimeBar.months(from: last, to: last.adding(days: 31))
    guard let end = ends.first else { return nil }
    let days = Double(end.dayNumber - start.dayNumber)
    func place(_ day: CalendarDate) -> Double { 100 * Double(day.dayNumber - start.dayNumber) / days }

    let begins = [start] + TimeBar.months(from: start, to: last)
    var marks: [Drawing.Mark] = [
      .line(.pale, Drawing.Place(0, rail), Drawing.Place(.percent(100), .units(rail)))
    ]
    // Names of months that would run into each other are left out, evenly.
    let step = (begins.count + 3) / 4
    for (index, day) in begins.enumerated() {
      let x = Drawing.Length.percent(place(day))
      marks.append(.line(.rule, Drawing.Place(x, .units(rail)), Drawing.Place(x, .units(rail + 10))))
      if index % step == 0 {
        marks.append(.words(.start, Drawing.Place(x, .units(rail)), down: 25, month(day.month)))
      }
    }
    var groups: [[Stop]] = []
    for stop in stops {
      if let group = groups.last, place(stop.day) - place(group[0].day) < nearest {
        groups[groups.count - 1].append(stop)
      } else {
        groups.append([stop])
      }
    }
    for group in groups {
      let (from, to) = (group[0].day, group[group.count - 1].day)
      let x = (place(from) + place(to)) / 2
      let label = from == to ? "\(from.day)" : "\(from.day)–\(to.day)"
      // Near an edge the numbers would be cut.
      let style: Drawing.Style = x < 5 ? .start : x > 95 ? .end : .middle
      marks.append(
        .link(
          group[0].url, name: group.map(\.name).joined(separator: "; "),
          group.map { .dot(.solid, Drawing.Place(.percent(place($0.day)), .units(rail)), radius: 7) } + [
            .words(style, Drawing.Place(.percent(x), .units(rail)), down: -13, label)
          ]))
    }
    return Drawing(name: name, size: .stretched(height: 62), marks: marks)
  }
}
