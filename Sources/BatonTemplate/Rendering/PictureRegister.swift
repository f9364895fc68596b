// The pictures of a rendering: each is kept once, however often it is shown.

import BatonDiagnostics
import Synchronization

/// A picture that was found, and what it is.
struct LoadedPicture: Sendable {
  struct Content: Sendable {
    let bytes: [UInt8]
    let format: PictureFormat
  }

  let content: Content
  /// A drawing as a bitmap.
  let bitmap: Content?
}

/// The pictures that were shown, and the one that is being shown.
struct PictureRegister {
  struct Shown {
    let picture: LoadedPicture
    let width: Int
    let height: Int
    let style: String
  }

  /// What holds pictures: a part of a place of the context.
  struct Container {
    let context: UInt32
    let share: Int
  }

  private(set) var contents: [LoadedPicture.Content] = []
  /// Image values of the data, by their number.
  var values: [Int: LoadedPicture] = [:]
  var shown: [Shown] = []
  var containers: [Container] = []
  /// The slots of paragraphs that want to know of pictures in them; `nil` before the paragraph has begun.
  var gaps: [Int?] = []

  /// The number of a content; equal ones share it.
  mutating func number(of content: LoadedPicture.Content) -> Int {
    if let known = contents.firstIndex(where: { $0.bytes == content.bytes }) { return known }
    contents.append(content)
    return contents.count - 1
  }

  mutating func removeAll() {
    contents.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    shown.removeAll(keepingCapacity: true)
    containers.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
  }
}

extension Machine {
  /// Runs an operation about pictures.
  ///
  /// - Returns: Whether it jumps.
  mutating func runPicture(_ step: Operation) throws(Fault) -> Bool {
    guard let markup = environment.dialect.pictures else { preconditionFailure("a dialect without pictures") }
    switch step.code {
    case .pictureBegin: try beginPicture(step, markup)
    case .pictureEnd: pictures.shown.removeLast()
    case .pictureValue: emitPictureValue(step.k, markup)
    case .jumpUnlessVector: return pictures.shown.last?.picture.content.format.isVector != true
    case .containerBegin:
      let share = step.k == 1 ? Int(step.c) : grids.last?.cellShare ?? 50_000
      pictures.containers.append(
        PictureRegister.Container(context: contextRegister & ~step.b | step.a, share: share))
    case .containerEnd: pictures.containers.removeLast()
    case .picturingBegin: pictures.gaps.append(nil)
    case .picturingEnd: pictures.gaps.removeLast()
    case .pictureGap:
      if !pictures.gaps.isEmpty {
        pictures.gaps[pictures.gaps.count - 1] = streams.addSlot(streams.emptyFill, at: out.count)
      }
    default: preconditionFailure("an operation that is not about pictures")
    }
    return false
  }

  private mutating func beginPicture(_ step: Operation, _ markup: PictureMarkup) throws(Fault) {
    let height = step.k & 2 == 0 ? nil : try lengthText(stack.removeLast())
    let width = step.k & 1 == 0 ? nil : try lengthText(stack.removeLast())
    let picture = try loadedPicture(stack.removeLast(), markup)
    let limit =
      pictures.containers.last.map { markup.limit($0.context, $0.share) }
      ?? markup.limit(contextRegister & ~step.b | step.a, nil)
    let own = picture.content.format
    var size = (width: own.width, height: own.height)
    let wanted = (
      width: try width.map { (text) throws(Fault) in try length(text, limit, markup) },
      height: try height.map { (text) throws(Fault) in try length(text, limit, markup) }
    )
    switch wanted {
    case (let width?, let height?): size = (width, height)
    case (let width?, nil): size = (width, scaled(own.height, by: width, over: own.width))
    case (nil, let height?): size = (scaled(own.width, by: height, over: own.height), height)
    case (nil, nil): break
    }
    if let limit, size.width > limit {
      size = (limit, scaled(size.height, by: limit, over: size.width))
    }
    pictures.shown.append(
      PictureRegister.Shown(
        picture: picture, width: max(size.width, 1), height: max(size.height, 1),
        style: markup.style(width, height)))
    if step.k & 4 != 0, let gap = pictures.gaps.last, let slot = gap {
      let fill = streams.newFill()
      streams.setFill(fill, Array(markup.paragraph.utf8))
      streams.setSlot(slot, to: fill)
    }
  }

  private func scaled(_ length: Int, by numerator: Int, over denominator: Int) -> Int {
    Int(Double(length) * Double(numerator) / Double(max(denominator, 1)) + 0.5)
  }

  /// A width or height as it is written; `nil` where nothing is.
  private mutating func lengthText(_ value: Node) throws(Fault) -> String? {
    let value = plain(value)
    if value.tag == .none || value.tag == .bool && value.integer == 0 { return nil }
    let text = try str(value)
    return text.isEmpty ? nil : text
  }

  private func length(_ text: String, _ limit: Int?, _ markup: PictureMarkup) throws(Fault) -> Int {
    switch markup.length(text) {
    case .absolute(let length): return length
    case .relative(let share): return (limit ?? 0) * share / 100_000
    case nil:
      throw Fault(
        .value, id: "bad-number", "「\(text.excerpt)」不是图片的长度", help: "写成「40mm」「120pt」「50%」，或像素数「300」")
    }
  }

  // MARK: Finding

  private mutating func loadedPicture(
    _ value: Node, _ markup: PictureMarkup
  ) throws(Fault) -> LoadedPicture {
    let value = plain(value)
    if value.tag == .string, value.flags.contains(.image), let number = Int(text(of: value).dropFirst(6)) {
      if let known = pictures.values[number] { return known }
      let image = document.images[number]
      let picture = try picture(image.bytes, "图片", markup) { image.bitmap }
      pictures.values[number] = picture
      return picture
    }
    let name = try str(value)
    if let known = environment.pictures.withLock({ $0[name] }) { return known }
    guard let bytes = try image(named: name) else {
      throw Fault(
        .value, id: "unknown-image", "没有图片「\(name.excerpt)」", help: "把图片放在模板旁边，「src」写它的文件名")
    }
    let picture = try picture(bytes, name, markup) { () throws(Fault) in
      try image(named: name.prefix { $0 != "." } + ".png")
    }
    environment.pictures.withLock { $0[name] = picture }
    return picture
  }

  private func image(named name: some StringProtocol) throws(Fault) -> [UInt8]? {
    do throws(TemplateError) {
      return try environment.loader.image(named: String(name))
    } catch {
      throw Fault(.value, id: "unknown-image", error.diagnostics.first?.message ?? "读不出图片「\(name)」")
    }
  }

  private func picture(
    _ bytes: [UInt8], _ name: String, _ markup: PictureMarkup, bitmap: () throws(Fault) -> [UInt8]?
  ) throws(Fault) -> LoadedPicture {
    guard let format = markup.format(bytes) else {
      throw Fault(.value, id: "unknown-image", "「\(name.excerpt)」不是 PNG、JPEG 或 SVG 图片")
    }
    let content = LoadedPicture.Content(bytes: bytes, format: format)
    guard format.isVector, markup.needsBitmap else { return LoadedPicture(content: content, bitmap: nil) }
    guard let twin = try bitmap(), let twinFormat = markup.format(twin), !twinFormat.isVector else {
      throw Fault(
        .value, id: "svg-without-png", "SVG 图片「\(name.excerpt)」旁边没有同名的 PNG 图片",
        help: "Word 和 WPS 的旧版本看不到 SVG，把它另存一份「.png」放在旁边")
    }
    return LoadedPicture(
      content: content, bitmap: LoadedPicture.Content(bytes: twin, format: twinFormat))
  }

  // MARK: Values

  private mutating func emitPictureValue(_ kind: UInt8, _ markup: PictureMarkup) {
    guard let shown = pictures.shown.last, let value = Instruction.PictureValue(rawValue: kind) else {
      preconditionFailure("no picture is being shown")
    }
    switch value {
    case .width: out.append(shown.width)
    case .height: out.append(shown.height)
    case .style: out.append(shown.style)
    case .address: out.append(markup.address(shown.picture.content.bytes, shown.picture.content.format))
    case .relationship: emitRelationship(to: shown.picture.bitmap ?? shown.picture.content)
    case .vectorRelationship: emitRelationship(to: shown.picture.content)
    }
  }

  private mutating func emitRelationship(to content: LoadedPicture.Content) {
    out.append(streams.relationship(to: .picture(pictures.number(of: content))))
  }
}

extension GridRegister {
  /// The part of the table that the cell which began last covers, in thousandths of a percent.
  var cellShare: Int {
    guard let table, let cell = row.lastCell else { return 100_000 / max(2, widest) }
    let total = table.widths.reduce(0, +)
    return total == 0 ? 100_000 : table.widths[cell].reduce(0, +) * 100_000 / total
  }
}
