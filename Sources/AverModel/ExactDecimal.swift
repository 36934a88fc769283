/// A decimal number that is never a binary fraction: `significand × 10^exponent`.
///
/// Values are kept in lowest terms (no trailing zero in the significand), so that equal numbers are
/// equal values: `1.50` is `15 × 10^-1`, `3 billion` is `3 × 10^9`.
public struct ExactDecimal: Hashable, Sendable {
  /// The signed digits.
  public let significand: Int64
  /// The power of ten.
  public let exponent: Int

  /// Creates a number; trailing zeros move into the exponent.
  public init(significand: Int64, exponent: Int = 0) {
    var digits = significand
    var power = exponent
    if digits == 0 {
      power = 0
    } else {
      while digits % 10 == 0 {
        digits /= 10
        power += 1
      }
    }
    self.significand = digits
    self.exponent = power
  }

  /// Creates a whole number.
  public init(_ whole: Int) { self.init(significand: Int64(whole)) }

  /// Reads digits with an optional sign, decimal point and exponent, such as `-12.50` or `1e9`.
  ///
  /// - Returns: nil if `text` is not such a number or has more digits than fit in 63 bits.
  public init?(_ text: some StringProtocol) {
    var significand: Int64 = 0
    var exponent = 0
    var hasDigits = false
    var hasPoint = false
    var isNegative = false
    var bytes = Array(text.utf8)[...]
    if let sign = bytes.first, sign == 0x2D || sign == 0x2B {
      isNegative = sign == 0x2D
      bytes = bytes.dropFirst()
    }
    while let byte = bytes.first {
      if byte >= 0x30, byte <= 0x39 {
        let (product, overflow) = significand.multipliedReportingOverflow(by: 10)
        let (sum, carry) = product.addingReportingOverflow(Int64(byte - 0x30))
        guard !overflow, !carry else { return nil }
        significand = sum
        hasDigits = true
        if hasPoint { exponent -= 1 }
      } else if byte == 0x2E, !hasPoint {
        hasPoint = true
      } else if byte | 0x20 == 0x65, hasDigits {
        guard let power = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)),
          (-64...64).contains(power)
        else { return nil }
        exponent += power
        break
      } else {
        return nil
      }
      bytes = bytes.dropFirst()
    }
    guard hasDigits else { return nil }
    self.init(significand: isNegative ? -significand : significand, exponent: exponent)
  }

  /// Whether the number is 0.
  public var isZero: Bool { significand == 0 }

  /// The product; nil if its digits do not fit in 63 bits.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    return overflow ? nil : ExactDecimal(significand: product, exponent: exponent + other.exponent)
  }

  /// The sum; nil if its digits do not fit in 63 bits.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    if isZero { return other }
    if other.isZero { return self }
    let power = min(exponent, other.exponent)
    guard let left = scaled(to: power), let right = other.scaled(to: power) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(significand: sum, exponent: power)
  }

  /// The whole number it is; nil if it has a fraction or does not fit.
  public var wholeNumber: Int? {
    guard exponent >= 0 else { return nil }
    return scaled(to: 0).map { Int($0) }
  }

  private func scaled(to power: Int) -> Int64? {
    var digits = significand
    var difference = exponent - power
    guard difference <= 18 || digits == 0 else { return nil }
    while difference > 0 {
      let (product, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      digits = product
      difference -= 1
    }
    return digits
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number written out, as JSON takes it: `13000000000`, `-12.5`.
  public var description: String {
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let point = digits.count + exponent
    if point > 0 {
      let split = digits.index(digits.startIndex, offsetBy: point)
      return sign + digits[..<split] + "." + digits[split...]
    }
    return sign + "0." + String(repeating: "0", count: -point) + digits
  }
}

extension ExactDecimal: Comparable {
  /// Orders by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let power = min(left.exponent, right.exponent)
    guard let first = left.scaled(to: power), let second = right.scaled(to: power) else {
      // Only the number with the higher exponent can fail to scale, and it is the larger in size.
      let signs = (left.significand.signum(), right.significand.signum())
      return (signs.0, Int(signs.0) * left.exponent) < (signs.1, Int(signs.1) * right.exponent)
    }
    return first < second
  }
}
