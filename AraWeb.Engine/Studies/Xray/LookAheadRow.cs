namespace AraWeb.Engine.Studies.Xray;

/// <summary>What the X-ray of the forecast found on one series.</summary>
/// <param name="Symbol">The series.</param>
/// <param name="Bars">Its bars.</param>
/// <param name="Compared">Distributions compared: two for each date and horizon.</param>
/// <param name="Differing">How many of them were not equal to the bit.</param>
/// <param name="FirstDifference">Date, horizon and kind of the first; null when there is none.</param>
public sealed record LookAheadRow(string Symbol, int Bars, int Compared, int Differing, string? FirstDifference);
