// What a document says about itself: its title and the unit that made it, never a person.

/// The core properties of a document (ECMA-376-2 §8).
public struct DocumentProperties: Sendable, Hashable {
  /// A day, given by the caller: no clock is read.
  public struct Day: Sendable, Hashable {
    /// The year, as 2023.
    public var year: Int
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int

    /// A day of the Gregorian calendar.
    public init(year: Int, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }

    /// Midnight of the day as W3CDTF.
    var text: String {
      "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))T00:00:00Z"
    }

    private func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
  }

  /// The document's title.
  public var title: String
  /// The unit that stands as the author.
  public var unit: String
  public var created: Day?

  /// What a document says about itself; without `created` it names no date.
  public init(title: String, unit: String, created: Day? = nil) {
    self.title = title
    self.unit = unit
    self.created = created
  }
}

extension DocumentProperties {
  /// `docProps/core.xml` and `docProps/app.xml`.
  package var parts: [Part] {
    [
      Part("/docProps/core.xml", .coreProperties, coreMarkup),
      Part("/docProps/app.xml", .extendedProperties, extendedMarkup),
    ]
  }

  private var coreMarkup: Markup {
    var children = [
      Markup("dc:title", text: title), Markup("dc:creator", text: unit),
      Markup("cp:lastModifiedBy", text: unit),
    ]
    if let created {
      for name in ["dcterms:created", "dcterms:modified"] {
        children.append(Markup(name, ["xsi:type": "dcterms:W3CDTF"], text: created.text))
      }
    }
    return Markup(
      "cp:coreProperties",
      [
        "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms": "http://purl.org/dc/terms/",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
      ], children)
  }

  private var extendedMarkup: Markup {
    Markup(
      "Properties",
      ["xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"],
      [Markup("Application", text: "Baton"), Markup("Company", text: unit)])
  }
}
