/// A unit of the calendar or the clock.
package enum TimeUnit: String, Hashable, Sendable, CaseIterable {
  case second
  case minute
  case hour
  case day
  case weekend
  case week
  case fortnight
  case month
  case quarter
  case season
  case half
  case year
  case decade
  case century

  /// Whether periods of this unit hold whole days.
  var isCalendrical: Bool { self != .second && self != .minute && self != .hour }

  /// The unit as ISO 8601 writes it in a duration, and how many of these one unit is.
  var duration: (designator: String, count: Int, isClock: Bool) {
    switch self {
    case .second: ("S", 1, true)
    case .minute: ("M", 1, true)
    case .hour: ("H", 1, true)
    case .day: ("D", 1, false)
    case .weekend: ("WE", 1, false)
    case .week: ("W", 1, false)
    case .fortnight: ("W", 2, false)
    case .month: ("M", 1, false)
    case .quarter: ("Q", 1, false)
    case .season: ("SE", 1, false)
    case .half: ("M", 6, false)
    case .year: ("Y", 1, false)
    case .decade: ("Y", 10, false)
    case .century: ("Y", 100, false)
    }
  }

  /// The designator of an unknown number of units, such as `DE` of `PXDE`.
  var vagueDesignator: String {
    switch self {
    case .decade: "DE"
    case .century: "CE"
    case .fortnight: "W"
    default: duration.designator
    }
  }

  /// The next smaller unit and how many of it one unit is, where the calendar fixes the number.
  var parts: (unit: TimeUnit, count: Int)? {
    switch self {
    case .minute: (.second, 60)
    case .hour: (.minute, 60)
    case .day: (.hour, 24)
    case .week: (.day, 7)
    case .year: (.month, 12)
    default: nil
    }
  }
}
