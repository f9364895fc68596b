import ArgumentParser

@main
struct BatonSample: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "baton-sample")
}
