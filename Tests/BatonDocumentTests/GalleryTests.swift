// Every template of the gallery renders in every format, and nothing in it is without a counterpart in Word.

import BatonDiagnostics
import BatonDocument
import BatonOffice
import BatonTemplate
import BatonXML
import Foundation
import Testing

@Suite struct GalleryTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Templates").standardizedFileURL

  private static let names: [String] = {
    let files =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "gallery").path)) ?? []
    return files.filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()
  }()

  @Test func `there are such templates`() { #expect(Self.names.count >= 18) }

  @Test(arguments: names)
  func `a template of the gallery is a page and a document`(name: String) throws {
    let environment = DocumentEnvironment(
      loader: GalleryLoader(folder: Self.folder), theme: try theme, undefined: .strict)
    let template = try environment.template(named: "\(name).html")
    #expect(template.warnings.isEmpty)
    var reader = JSONReader()
    let file = try Data(contentsOf: Self.folder.appending(path: "gallery/\(name).json"))
    let values = try reader.document(from: Source(name: "\(name).json", bytes: Array(file)))
    let properties = DocumentProperties(title: name, unit: "县委组织部")
    let page = try template.render(values, as: .html, properties: properties)
    #expect(String(decoding: page, as: UTF8.self).hasPrefix("<!DOCTYPE html>"))
    let word = try template.render(values, as: .flatOPC, properties: properties)
    _ = try XMLTree(parsing: Source(name: "\(name).xml", bytes: word), as: .document)
  }
}

/// The gallery's templates and images, and the layouts that they extend.
private struct GalleryLoader: Loader {
  let folder: URL

  func source(named name: String) throws(TemplateError) -> Source? {
    try image(named: name).map { Source(name: name, bytes: $0) }
  }

  func image(named name: String) throws(TemplateError) -> [UInt8]? {
    for path in ["gallery/\(name)", name] {
      if let file = try? Data(contentsOf: folder.appending(path: path)) { return Array(file) }
    }
    return nil
  }
}
