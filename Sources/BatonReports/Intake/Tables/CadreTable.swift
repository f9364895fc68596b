// The columns of 「干部」, and how a row becomes a record.

import BatonAssessment

/// Table 「干部」.
enum CadreTable {
  static let id: Column<String> = .identifier("人员编号").required
  static let name: Column<String> = .text("姓名").required
  static let gender: Column<String> = .text("性别")
  static let party: Column<String> = .text("政治面貌")
  static let unitID: Column<String> = .reference("单位编号", to: .units).required
  static let post: Column<String> = .text("职务").required
  static let level: Column<Cadre.Level> = .choice("层级").required
  static let isTeamMember: Column<Bool> = .flag("班子成员").required
  static let isPrincipal: Column<Bool> = .flag("主要负责人").required
  static let identity: Column<Cadre.Identity> = .choice("身份").required
  static let status: Column<Cadre.Status> = .choice("状态").required
  static let statusBasis: Column<String> = .text("状态依据")
  static let concurrentUnitIDs: Column<[String]> = .references("兼任单位", to: .units)
  static let formerUnitID: Column<String> = .identifier("原单位编号")
  static let grade: Column<PersonalGrade> = .choice("本年等次")
  static let lastGrade: Column<PersonalGrade> = .choice("上年等次")
  static let gradeBeforeLast: Column<PersonalGrade> = .choice("前年等次")
  static let lastMeritYear: Column<Int> = .integer("最近三等功年度", in: 1000...9999)
  static let validVotes: Column<Int> = .integer("测评有效票", in: 0...Int.max)
  static let excellentVotes: Column<Int> = .integer("测评优秀票", in: 0...Int.max)
  static let monthsInPost: Column<Int> = .integer("在岗月数", in: 0...12)

  static let schema = TableSchema(
    .cadres, key: [id.spec],
    columns: [
      id.spec, name.spec, gender.spec, party.spec, unitID.spec, post.spec, level.spec, isTeamMember.spec,
      isPrincipal.spec, identity.spec, status.spec, statusBasis.spec, concurrentUnitIDs.spec,
      formerUnitID.spec, grade.spec, lastGrade.spec, gradeBeforeLast.spec, lastMeritYear.spec,
      validVotes.spec, excellentVotes.spec, monthsInPost.spec,
    ])

  /// The record of a row, or `nil` if a cell that it can't do without is missing or unreadable.
  static func record(_ row: Row) -> Cadre? {
    guard let id = row[id], let name = row[name], let unitID = row[unitID], let post = row[post],
      let level = row[level], let isTeamMember = row[isTeamMember], let isPrincipal = row[isPrincipal],
      let identity = row[identity], let status = row[status]
    else { return nil }
    return Cadre(
      id: id, name: name, gender: row[gender], party: row[party], unitID: unitID, post: post, level: level,
      isTeamMember: isTeamMember, isPrincipal: isPrincipal, identity: identity, status: status,
      statusBasis: row[statusBasis], concurrentUnitIDs: row[concurrentUnitIDs] ?? [],
      formerUnitID: row[formerUnitID], grade: row[grade], lastGrade: row[lastGrade],
      gradeBeforeLast: row[gradeBeforeLast], lastMeritYear: row[lastMeritYear], validVotes: row[validVotes],
      excellentVotes: row[excellentVotes], monthsInPost: row[monthsInPost], row: row.address)
  }
}
