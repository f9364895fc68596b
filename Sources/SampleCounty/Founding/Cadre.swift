// The people of the roster: what the table 干部 holds of each.

struct Cadre {
  enum Rank: String {
    case sectionChief = "科级正职"
    case sectionDeputy = "科级副职"
    case middle = "中层"
    case other = "其他"
  }

  enum Status: String {
    case onPost = "在岗"
    case probation = "试用期"
    case longLeave = "病事假超半年"
    case caseOpen = "立案未结"
    case warned = "警告诫勉"
    case demerit = "严重警告或记过"
    case graveDemerit = "记大过以上"
    case transferred = "调离"
    case retired = "退休"
  }

  let id: String
  /// An index into the county's units.
  var unit: Int
  var name: String
  var isWoman: Bool
  var party: String
  var post: String
  var rank: Rank
  var isTeamMember: Bool
  var isPrincipal: Bool
  var staff: Office.Staff
  var status = Status.onPost
  var statusBasis: String?
  var secondUnit: Int?
  var formerUnit: Int?
  var grade = "称职"
  var lastGrade = "称职"
  var gradeBefore = "称职"
  var meritYear: Int?
  var validBallots: Int?
  var excellentBallots: Int?
  var monthsOnPost = 12

  var isSectionLevel: Bool { rank == .sectionChief || rank == .sectionDeputy }

  /// Whether the year's assessment counts this person in the base of the quotas.
  var isCounted: Bool {
    switch status {
    case .transferred, .retired: false
    case .longLeave: staff == .institution
    default: true
    }
  }

  /// Section cadres debrief, unless the year leaves them unassessed.
  var mustDebrief: Bool { isSectionLevel && isCounted && grade != "不进行考核" }

  /// A grade as this person's staff calls it: institutions say 合格 where the civil service says 称职.
  func staffGrade(_ grade: String) -> String {
    guard staff == .institution else { return grade }
    switch grade {
    case "称职": return "合格"
    case "基本称职": return "基本合格"
    case "不称职": return "不合格"
    default: return grade
    }
  }
}
