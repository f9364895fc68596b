// Which documents can't be made yet, and what they lack, document by document rather than file by file.

public import BatonAssessment

/// A kind of document that the data doesn't allow for everybody.
public struct NotPossible: Sendable, Hashable {
  public let document: DocumentName
  /// How many of it can't be made.
  public let count: Int
  /// What is wrong or missing, each once, in reading order.
  public let lacks: [IntakeFault]

  /// How many of what, and the tables or cells to look at first: 「谈话记录 348 份，缺：「谈话」表」.
  public var text: String {
    let places = lacks.prefix(3).map { fault in
      fault.cell.reference.isEmpty
        ? "「\(fault.cell.sheet)」表" : "\(fault.cell.sheet)!\(fault.cell.reference)"
    }
    let more = lacks.count > places.count ? "等 \(lacks.count) 处" : ""
    let what = places.isEmpty ? "定密的依据" : places.joined(separator: "、") + more
    return "\(document.rawValue) \(count) 份，缺：\(what)"
  }
}

extension BuildPlan {
  /// What can't be made yet, in the catalogue's order.
  public var notPossible: [NotPossible] {
    refused.grouped(by: \.kind.name).map { name, documents in
      var seen = Set<IntakeFault>()
      let lacks = documents.flatMap(\.blocking).filter { seen.insert($0).inserted }
      return NotPossible(document: name, count: documents.count, lacks: lacks)
    }
  }
}
