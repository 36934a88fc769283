/// The version of Aver, as records and `aver --version` write it.
public enum Version {
  /// `aver/` and the version.
  public static let tool = "aver/0.1.0"
}
