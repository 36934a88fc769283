import ArgumentParser

/// `aver completions`: what a shell needs to complete commands and options.
struct CompletionsCommand: ParsableCommand {
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash
    case zsh
    case fish
  }

  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print a completion script for a shell.",
    discussion: """
      bash: aver completions bash > ~/.local/share/bash-completion/completions/aver
      zsh:  aver completions zsh > ~/.zsh/completions/_aver (a folder of $fpath)
      fish: aver completions fish > ~/.config/fish/completions/aver.fish
      """
  )

  @ArgumentParser.Argument(help: "The shell.")
  var shell: Shell

  func run() throws {
    let script: String =
      switch shell {
      case .bash: RootCommand.completionScript(for: .bash)
      case .zsh: RootCommand.completionScript(for: .zsh)
      case .fish: RootCommand.completionScript(for: .fish)
      }
    try ResultWriter(path: nil).writeLine(script)
  }
}
