// What every environment knows to begin with.

extension Library {
  /// Jinja's filters, tests, functions and methods, and ours.
  package static let standard: Library = {
    var library = Library()
    let filters = [
      Filter.textFilters, Filter.numberFilters, Filter.markupFilters, Filter.sequenceFilters,
      Filter.selectingFilters, Filter.sortingFilters, Filter.formattingFilters, Filter.figureFilters,
      Filter.chineseTextFilters, Filter.lineFilters, Filter.rowFilters,
    ]
    for filter in filters.joined() { library.add(filter) }
    for test in [Test.valueTests, Test.comparisonTests].joined() { library.add(test) }
    for function in Function.globals { library.add(function) }
    for method in Function.textMethods { library.add(method, to: .string) }
    for method in Function.listMethods { library.add(method, to: .list) }
    for method in Function.tupleMethods { library.add(method, to: .tuple) }
    for method in Function.mappingMethods { library.add(method, to: .mapping) }
    for method in Function.integerMethods { library.add(method, to: .integer) }
    for method in Function.floatMethods { library.add(method, to: .float) }
    for method in Function.cyclerMethods { library.add(method, to: .cycler) }
    for method in Function.joinerMethods { library.add(method, to: .joiner) }
    return library
  }()
}
