import ArgumentParser

@main
struct RootCommand: ParsableCommand {}
