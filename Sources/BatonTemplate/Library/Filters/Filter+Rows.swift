// Our filters for tables: places with ties, cells that span rows, names in the order of their strokes.

extension Filter {
  static let rowFilters: [Filter] = [rank, mergeRows, strokeSort]

  private static let attribute = Signature.Parameter.optional("attribute", [.text, .integer, .none])

  /// `名次(attribute=none, method="competition", ascending=false)`: pairs of rank and item, best first.
  private static let rank = Filter(
    "rank", "名次",
    signature: Signature(
      .list, [attribute, .optional("method", .text), .optional("ascending", .bool)], gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let path = try machine.attributePath(arguments[1]) ?? []
    let named = try machine.string(arguments[2], "method", default: "competition")
    guard let method = Standing.Method(named: named) else {
      throw Fault(.filterArgument, "没有「\(named)」这种名次", help: "可用 competition（1、1、3）或 dense（1、1、2）")
    }
    let items = try machine.items(of: machine.plain(arguments[0]))
    var keys: [[Node]] = []
    for item in items { keys.append([try machine.value(at: path, of: item)]) }
    let isAscending = try machine.flag(arguments[3])
    let order = try machine.sortedIndices(of: keys, isReversed: !isAscending, comparesItems: true)
    let ranks = try Standing.ranks(count: order.count, method) { (index) throws(Fault) in
      try machine.equals(keys[order[index]][0], keys[order[index - 1]][0])
    }
    var result: [Node] = []
    for (rank, index) in zip(ranks, order) { result.append(machine.makeTuple([.int(rank), items[index]])) }
    return machine.makeList(result)
  }

  /// `分组合并(attribute, …)`: for each row `行` and `跨行`, how many rows its cell spans, 0 where it is covered.
  ///
  /// With several attributes `跨行` is a list; a cell never spans beyond the cell before it.
  private static let mergeRows = Filter(
    "merge_rows", "分组合并", signature: Signature(.list, rest: true, gives: .list)
  ) {
    (machine, arguments) throws(Fault) in
    let attributes = try machine.given(arguments).positional
    guard !attributes.isEmpty else { throw Fault(.filterArgument, "「分组合并」要写按哪个字段合并") }
    let rows = try machine.items(of: machine.plain(arguments[0]))
    var columns: [[Node]] = []
    for attribute in attributes {
      let path = try machine.attributePath(attribute) ?? []
      var column: [Node] = []
      for row in rows { column.append(try machine.value(at: path, of: row)) }
      columns.append(column)
    }
    var spans: [[Int]] = []
    for last in columns.indices {
      spans.append(
        try Standing.spans(count: rows.count) { (index) throws(Fault) in
          for column in columns[...last] where try !machine.equals(column[index], column[index - 1]) {
            return false
          }
          return true
        })
    }
    var result: [Node] = []
    for (index, row) in rows.enumerated() {
      let own = spans.map { Node.int($0[index]) }
      let span = own.count == 1 ? own[0] : machine.makeList(own)
      let names = ["行", "跨行"].map { machine.makeString($0) }
      result.append(try machine.makeMap([(names[0], row), (names[1], span)]))
    }
    return machine.makeList(result)
  }

  /// `姓氏笔画(attribute=none, by="姓氏")`: by `姓氏` a name of two characters stands before longer ones of its
  /// surname, by `姓名` the second character counts at once.
  private static let strokeSort = Filter(
    "stroke_sort", "姓氏笔画", signature: Signature(.list, [attribute, .optional("by", .text)], gives: .list)
  ) { (machine, arguments) throws(Fault) in
    let path = try machine.attributePath(arguments[1]) ?? []
    let by = try machine.string(arguments[2], "by", default: "姓氏")
    guard by == "姓氏" || by == "姓名" else {
      throw Fault(.filterArgument, "姓氏笔画没有「\(by)」这种口径", help: "可用「姓氏」或「姓名」")
    }
    let items = try machine.items(of: machine.plain(arguments[0]))
    var names: [String] = []
    for item in items { names.append(try machine.str(try machine.value(at: path, of: item))) }
    let order = try StrokeOrder.indices(of: names, spacesShortNames: by == "姓氏")
    return machine.makeList(order.map { items[$0] })
  }
}
