@_exported public import AverModel
