namespace AraWeb.Components.Controls;

/// <summary>A panel of a view that is not built yet.</summary>
/// <param name="Title">What it will show.</param>
/// <param name="Columns">Its width in columns of twelve.</param>
public sealed record PlannedPart(string Title, int Columns);
