// What the people of a unit are called, from its head down.

struct Posts {
  struct Post {
    let title: String
    let rank: Cadre.Rank
    let isTeamMember: Bool
    let isPrincipal: Bool
  }

  /// The section-level posts of a unit, then its middle ones.
  static func posts(of unit: Unit) -> [Post] {
    (unit.isTownship ? townshipPosts(unit) : officePosts(unit)) + [middlePost(unit)]
  }

  private static func townshipPosts(_ unit: Unit) -> [Post] {
    let head = unit.office.head
    var posts = [
      Post(title: "党委书记", rank: .sectionChief, isTeamMember: true, isPrincipal: true),
      Post(title: "党委副书记、\(head)", rank: .sectionChief, isTeamMember: true, isPrincipal: true),
      Post(title: "人大主席", rank: .sectionChief, isTeamMember: true, isPrincipal: false),
    ]
    let deputies = [
      "党委副书记、政法委员", "党委委员、纪委书记", "党委委员、组织委员", "党委委员、宣传统战委员",
      "党委委员、武装部部长", "副\(head)", "副\(head)",
    ]
    let teamCount = min(unit.office.sectionCadreCount - 1, 10)
    posts += deputies.prefix(teamCount - posts.count).map {
      Post(title: $0, rank: .sectionDeputy, isTeamMember: true, isPrincipal: false)
    }
    posts += (teamCount..<unit.office.sectionCadreCount).map { _ in
      Post(title: "三级主任科员", rank: .sectionDeputy, isTeamMember: false, isPrincipal: false)
    }
    return posts
  }

  private static func officePosts(_ unit: Unit) -> [Post] {
    let office = unit.office
    let deputy = office.head == "常务副校长" ? "副校长" : "副" + office.head
    let isPartyOffice = office.series == 0
    let count = office.sectionCadreCount
    let teamCount = count >= 4 ? count - 1 : count
    let extras = ["机关党委专职副书记", "总工程师", "办公室主任（副科级）"]
    var posts: [Post] = []
    for index in 0..<count {
      let isTeamMember = index < teamCount
      let title =
        switch index {
        case 0: isPartyOffice ? office.head : "党组书记、\(office.head)"
        case 1 where count >= 5: isPartyOffice ? "常务" + deputy : "党组副书记、\(deputy)"
        case _ where !isTeamMember:
          office.staff == .institution ? "副科级干部" : index % 2 == 0 ? "一级主任科员" : "三级主任科员"
        case 4...: isPartyOffice ? extras[index % 2 * 2] : "党组成员、\(extras[index % 3])"
        default: isPartyOffice ? deputy : "党组成员、\(deputy)"
        }
      posts.append(
        Post(
          title: title, rank: index == 0 || title == "一级主任科员" ? .sectionChief : .sectionDeputy,
          isTeamMember: isTeamMember, isPrincipal: index == 0))
    }
    return posts
  }

  private static func middlePost(_ unit: Unit) -> Post {
    let title =
      switch unit.order % 4 {
      case _ where unit.isTownship: unit.order % 2 == 0 ? "党政综合办公室主任" : "乡村振兴办公室主任"
      case 0: "办公室主任"
      case 1: "综合股股长"
      case 2: "人事教育股股长"
      default: "业务股股长"
      }
    return Post(title: title, rank: .middle, isTeamMember: false, isPrincipal: false)
  }
}
