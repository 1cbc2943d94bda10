namespace AraWeb.Engine.Prediction.Ranks;

/// <summary>How correlations of many assets are estimated for ranks.</summary>
/// <param name="HalfLife">Days after which a day counts half.</param>
/// <param name="OverlapDays">Days that each return spans.</param>
/// <param name="LeastShrinkage">Share of the mean correlation however long the history is.</param>
/// <param name="TargetDays">Effective days of history that weigh as much as the mean correlation does.</param>
internal sealed record RankCorrelationSettings(double HalfLife, int OverlapDays, double LeastShrinkage, double TargetDays);
