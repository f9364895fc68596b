extension StrokeOrder { static let surnames = "丁12 "; static let givenNames = "一1" }
