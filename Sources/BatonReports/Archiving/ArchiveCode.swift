// 档号: under which number a piece lies in the archives.

/// An archive code: `全宗号-门类代码·归档年度-期限代码-机构代码-件号`.
///
/// Source: DA/T 13-2022 §5, DA/T 22-2015 §7.3.
struct ArchiveCode: Sendable, Hashable {
  /// The part that all pieces of a year share: `0012-WS·2023`.
  let series: String
  let period: RetentionPeriod
  let office: String
  let number: Int

  /// 件号 of four digits; longer numbers stay as they are.
  var text: String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return "\(series)-\(period.code)-\(office)-\(padded)"
  }
}

/// 保管期限
enum RetentionPeriod: String, Sendable, Hashable, CaseIterable {
  case permanent = "永久"
  case thirtyYears = "30年"
  case tenYears = "10年"

  var code: String {
    switch self {
    case .permanent: "Y"
    case .thirtyYears: "D30"
    case .tenYears: "D10"
    }
  }
}
