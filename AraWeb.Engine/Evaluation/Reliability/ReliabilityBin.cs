namespace AraWeb.Engine.Evaluation.Reliability;

/// <summary>Forecasts of about the same probability, and how often the event came.</summary>
/// <param name="From">Smallest probability forecast.</param>
/// <param name="To">Largest probability forecast.</param>
/// <param name="MeanForecast">Mean probability forecast.</param>
/// <param name="Observed">Share of events that came, with Wilson's interval on the distinct days.</param>
/// <param name="Count">Forecasts.</param>
/// <param name="Days">Distinct days among them.</param>
public sealed record ReliabilityBin(double From, double To, double MeanForecast, IntervalEstimate Observed, int Count, int Days);
