namespace AraWeb.Engine.Evaluation;

/// <summary>What the Diebold-Mariano test found.</summary>
/// <param name="MeanDifference">Mean of loss - rival; below zero the first forecast was better.</param>
/// <param name="StandardError">Of the mean, with the dependence of neighbouring losses.</param>
/// <param name="Statistic">Mean over standard error.</param>
/// <param name="BetterP">One-sided p-value for "the first forecast is better".</param>
/// <param name="TwoSidedP">p-value for "the forecasts differ".</param>
/// <param name="Lags">Autocovariances in the standard error.</param>
/// <param name="Count">Pairs of losses.</param>
public sealed record DieboldMarianoResult(
    double MeanDifference, double StandardError, double Statistic, double BetterP, double TwoSidedP, int Lags, int Count);
