internal import AverModel
