import ArgumentParser
import Aver
import Glibc

/// Runs the command and turns what it throws into messages and exit statuses.
@main
enum Main {
  static func main() async {
    StandardStreams.prepare()
    prepareRules()
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let page = try HelpTopic.page(for: arguments) ?? CodeHelp.page(for: arguments) {
        return try ResultWriter(path: nil).write(Array(page.utf8))
      }
      var command = try RootCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      exit(finish(error).rawValue)
    }
  }

  /// Has the built-in rules made ready while the arguments are read, for the commands that surely need them.
  private static func prepareRules() {
    let arguments = CommandLine.arguments.dropFirst()
    guard let verb = arguments.first, ["annotate", "extract"].contains(verb),
      !arguments.contains(where: { $0.hasPrefix("--rules") || $0 == "--help" || $0 == "-h" })
    else { return }
    LoadedRules.prepareBuiltIn()
  }

  private static func finish(_ error: any Error) -> ExitStatus {
    if let failure = error as? CommandFailure {
      MessageLog.write(failure.message, prefix: failure.isHelp ? "" : "aver: ")
      return .misuse
    }
    if let code = error as? ExitCode { return ExitStatus(rawValue: code.rawValue) ?? .misuse }
    let message = RootCommand.fullMessage(for: error)
    guard RootCommand.exitCode(for: error).isSuccess else {
      let errorMark = "Error: "
      MessageLog.write(
        message.hasPrefix(errorMark) ? String(message.dropFirst(errorMark.count)) : message
      )
      return .misuse
    }
    do throws(CommandFailure) {
      try ResultWriter(path: nil).write(Array((message + "\n").utf8))
      return .done
    } catch {
      MessageLog.write(error.message)
      return .misuse
    }
  }
}

/// The three streams that a program starts with.
enum StandardStreams {
  /// Makes sure that each of them is there and that a closed pipe ends the program silently.
  ///
  /// A stream that the caller has closed is opened on nothing, in the direction that fails: else
  /// the next file to be opened would take its number, and results would go into it.
  static func prepare() {
    _ = signal(SIGPIPE, SIG_DFL)
    for number in Int32(0)...2 where fcntl(number, F_GETFD) < 0 {
      _ = unsafe open("/dev/null", number == 0 ? O_WRONLY : O_RDONLY)
    }
  }
}
