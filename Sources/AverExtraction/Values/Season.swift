import AverModel

/// A meteorological season of the northern half of the globe.
package enum Season: String, Hashable, Sendable, CaseIterable {
  case spring = "SP"
  case summer = "SU"
  case fall = "FA"
  case winter = "WI"

  /// The first month.
  var firstMonth: Int {
    switch self {
    case .spring: 3
    case .summer: 6
    case .fall: 9
    case .winter: 12
    }
  }

  /// The season that follows, and whether its year is the next one.
  var next: (season: Season, years: Int) {
    switch self {
    case .spring: (.summer, 0)
    case .summer: (.fall, 0)
    case .fall: (.winter, 0)
    case .winter: (.spring, 1)
    }
  }

  /// The season that a day falls in; January and February belong to the year before.
  static func containing(_ day: CivilDate) -> (season: Season, year: Int) {
    switch day.month {
    case 1, 2: (.winter, day.year - 1)
    case 3...5: (.spring, day.year)
    case 6...8: (.summer, day.year)
    case 9...11: (.fall, day.year)
    default: (.winter, day.year)
    }
  }
}
