// The clock, as the archive writes it.

internal import Foundation

/// The moment as records write it.
enum Moment {
  /// Now, in RFC 3339, to the second.
  static var now: String { Date.now.formatted(.iso8601) }
}
