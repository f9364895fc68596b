// Invented people and places. A name is given once only, unless an edge case wants a namesake.

struct Names {
  private var taken: Set<String>
  private var random: SplitMix

  init(seed: UInt64, reserved: [String]) {
    taken = Set(reserved)
    random = SplitMix(seed: seed, stream: "姓名")
  }

  private static func characters(_ text: String) -> [String] { text.map { String($0) } }

  private static let surnames = characters(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶"
      + "阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文")
  private static let compound = ["欧阳", "司马", "上官", "诸葛", "令狐", "皇甫", "尉迟", "慕容"]
  private static let men = characters(
    "守川望山长河启明思远知秋向北其昌立冬志远文渊广田书垒占魁喜贵福堂怀谷应声兆丰春生成林海旺雪峰永昶树声云岫维垣仲耕")
  private static let women = characters(
    "玉琴秀梅晓岚雅静春燕月娥丽芸巧云桂兰淑珍雨桐若溪文婧慧敏彩霞香莲素芬佳颖书瑶念慈")
  private static let single = characters("默岚垚朗翔澜硕恺峥晟楠琪霖沁钊栋煜焱")

  /// A name nobody has yet.
  mutating func person(isWoman: Bool) -> String {
    while true {
      let surname = random.chance(2) ? random.pick(Names.compound) : random.pick(Names.surnames)
      let pool = isWoman ? Names.women : Names.men
      let given = random.chance(16) ? random.pick(Names.single) : random.pick(pool) + random.pick(pool)
      let isDoubled = given.count == 2 && given.first == given.last
      if !isDoubled, taken.insert(surname + given).inserted { return surname + given }
    }
  }

  /// A village nobody has yet, with its 村.
  mutating func village() -> String {
    while true {
      let name =
        random.pick(Self.characters("上下前后东西南北大小新老三五石杨柳榆枣梨桦松白红青黄刘张王赵马郭侯段贺麻"))
        + random.pick(
          ["家", "石", "槐", "龙", "泉", "水", "土", "崖", "桥", "岭", "官", "沙", "羊", "店", "庙", "窑", ""])
        + random.pick(["沟", "坪", "梁", "岔", "塔", "洼", "峪", "湾", "坡", "庄", "寨", "滩", "坝", "圪垛", "会", "头"])
        + "村"
      if taken.insert(name).inserted { return name }
    }
  }
}
