// Fills the posts of every unit, and puts the people the edge cases are about where they belong.

extension Cadre {
  /// Somebody an edge case needs, and where: the unit's key, the place among its posts.
  private struct Edge {
    let unit: String
    let post: Int
    let name: String
    var isWoman = false
    var status = Status.onPost
  }

  private static let edges = [
    Edge(unit: "公安局", post: 3, name: "王建国"),
    Edge(unit: "圪坨坪乡", post: 4, name: "王建国"),
    Edge(unit: "组织部", post: 2, name: "卫其昌"),
    Edge(unit: "阳坡镇", post: 5, name: "褚向北"),
    Edge(unit: "财政局", post: 1, name: "王堃"),
    Edge(unit: "妇联", post: 0, name: "赵玥宁", isWoman: true),
    Edge(unit: "政府办", post: 1, name: "欧阳守川"),
    Edge(unit: "宣传部", post: 2, name: "司马岚", isWoman: true),
    Edge(unit: "政法委", post: 2, name: "阿依古丽·买买提", isWoman: true),
    Edge(unit: "应急局", post: 0, name: "李默"),
    Edge(unit: "城关镇", post: 6, name: "张三岭"),
    Edge(unit: "城关镇", post: 8, name: "田富"),
    Edge(unit: "城关镇", post: 9, name: "田大利"),
    Edge(unit: "纪委", post: 1, name: "郑思远"),
    Edge(unit: "组织部", post: 1, name: "冯知秋", isWoman: true),
    Edge(unit: "政府办", post: 6, name: "刘一凡", status: .probation),
    Edge(unit: "应急局", post: 4, name: "陈立冬", status: .longLeave),
    Edge(unit: "公安局", post: 5, name: "孙长河", status: .caseOpen),
    Edge(unit: "财政局", post: 3, name: "周启明", status: .warned),
    Edge(unit: "公安局", post: 6, name: "吴望山", status: .demerit),
    Edge(unit: "住建局", post: 5, name: "高立本", status: .graveDemerit),
    Edge(unit: "文物中心", post: 2, name: "蒋若溪", isWoman: true, status: .longLeave),
    Edge(unit: "纪委", post: 6, name: "何广田", status: .retired),
    Edge(unit: "宣传部", post: 4, name: "吕春生", status: .transferred),
  ]

  static let edgeNames = edges.map(\.name)

  static func roster(of units: [Unit], plan: SampleCounty, names: inout Names) -> [Cadre] {
    var random = SplitMix(seed: plan.seed, stream: "干部")
    var cadres: [Cadre] = []
    for (index, unit) in units.enumerated() {
      for (place, post) in Posts.posts(of: unit).enumerated() {
        let isWoman = random.chance(24)
        cadres.append(
          Cadre(
            id: "P" + fourDigits(cadres.count + 1), unit: index, name: names.person(isWoman: isWoman),
            isWoman: isWoman, party: place > 0 && random.chance(5) ? "群众" : "中共党员", post: post.title,
            rank: post.rank, isTeamMember: post.isTeamMember, isPrincipal: post.isPrincipal,
            staff: unit.office.staff))
        if let edge = edges.first(where: { $0.unit == unit.office.key && $0.post == place }) {
          cadres[cadres.count - 1].become(edge)
        }
      }
    }
    cadres.settleNamesakes(units: units)
    cadres.settleMoves(units: units, plan: plan)
    return cadres
  }

  private mutating func become(_ edge: Edge) {
    name = edge.name
    isWoman = edge.isWoman
    if edge.status == .probation {
      rank = .other
      post = "一级科员"
    }
    if edge.status == .retired || edge.status == .transferred || edge.status == .longLeave {
      isTeamMember = false
    }
    status = edge.status
    statusBasis = edge.status.basis
    monthsOnPost = edge.status.monthsOnPost
  }
}

extension Cadre.Status {
  /// The paper a status other than 在岗 rests on.
  fileprivate var basis: String? {
    switch self {
    case .onPost: nil
    case .probation: "录用审批表（6月报到）"
    case .longLeave: "请假审批单及考勤汇总"
    case .caseOpen: "立案决定书（尚未结案）"
    case .warned: "党内警告处分决定"
    case .demerit: "政务记过处分决定"
    case .graveDemerit: "政务记大过处分决定"
    case .transferred: "调动通知（10月）"
    case .retired: "退休审批表（9月）"
    }
  }

  fileprivate var monthsOnPost: Int {
    switch self {
    case .probation: 6
    case .longLeave: 4
    case .transferred, .retired: 9
    default: 12
    }
  }
}

extension [Cadre] {
  /// Where a county lacks the second namesake's unit, somebody in its last township takes the name.
  fileprivate mutating func settleNamesakes(units: [Unit]) {
    guard count(where: { $0.name == "王建国" }) == 1,
      let index = lastIndex(where: { $0.unit == units.count - 1 && $0.rank == .sectionDeputy })
    else { return }
    self[index].name = "王建国"
    self[index].isWoman = false
  }

  /// The dual post, the transfer in midyear, the merits already won.
  fileprivate mutating func settleMoves(units: [Unit], plan: SampleCounty) {
    for index in indices {
      switch self[index].name {
      case "卫其昌":
        self[index].secondUnit = units.firstIndex { $0.office.key == "直工委" }
        if self[index].secondUnit != nil { self[index].post = "副部长、县直工委书记（兼）" }
      case "褚向北":
        self[index].formerUnit = units.firstIndex { $0.office.key == "应急局" }
      case "阿依古丽·买买提":
        self[index].party = "中共党员"
      case "冯知秋":
        self[index].meritYear = plan.year - 1
      default: break
      }
    }
  }
}

/// A number of four digits: 0007.
func fourDigits(_ number: Int) -> String { number < 1000 ? "0" + threeDigits(number) : "\(number)" }
