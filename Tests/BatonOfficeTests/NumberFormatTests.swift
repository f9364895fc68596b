// Which formats show dates, and which only look like it.

import Testing

@testable import BatonOffice

@Suite struct `A number format` {
  @Test(arguments: [
    ("General", NumberFormat.Kind.number), ("0.00", .number), ("0.00E+00", .number),
    ("#,##0.00;[Red](#,##0.00)", .number),
    ("0%", .percent), ("0.00%", .percent), ("0\"%\"", .number), ("yyyy-mm-dd", .date),
    ("yyyy\"年\"m\"月\"d\"日\"", .date),
    ("[$-804]aaaa", .date), ("e/m/d", .date), ("h:mm", .time), ("上午/下午h\"时\"mm\"分\"", .time),
    ("h:mm AM/PM", .time),
    ("yyyy/m/d h:mm", .dateAndTime), ("mm:ss", .time), ("mmm", .date), ("[h]:mm:ss", .duration),
    ("[Red]0", .number),
    ("0\"天\"", .number), ("\\d0", .number), ("[DBNum1][$-804]yyyy\"年\"m\"月\"", .date), ("@", .number),
    ("_-* #,##0_-", .number), ("0;yyyy", .number),
  ])
  func `is what its first section shows`(code: String, kind: NumberFormat.Kind) {
    #expect(NumberFormat(code: code).kind == kind)
  }
}
