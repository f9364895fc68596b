// 完成时限 is a day or words (「2023年6月底前」): a day is printed as documents print days.

import BatonAssessment

/// A deadline as it is printed: `2023-06-30` becomes 2023年6月30日, words stay.
func deadlineText(_ deadline: String) -> String {
  guard let date = CalendarDate(deadline) else { return deadline }
  return "\(date.year)年\(date.month)月\(date.day)日"
}
