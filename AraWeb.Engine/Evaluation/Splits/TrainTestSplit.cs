namespace AraWeb.Engine.Evaluation.Splits;

/// <summary>Rows to learn from and rows to be judged on.</summary>
/// <param name="Train">Row numbers in ascending order.</param>
/// <param name="Test">Row numbers in ascending order, none of them in <paramref name="Train"/>.</param>
public sealed record TrainTestSplit(int[] Train, int[] Test);
