namespace AraWeb.Tests.Engine.Features.Golden;

/// <summary>One value over <see cref="StreamBars"/> that was computed elsewhere.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Settings">Parameters as <c>name=value</c>, separated by blanks; empty for the usual ones.</param>
/// <param name="Output">Name of its output.</param>
/// <param name="Row">Which bar, 0 the oldest.</param>
/// <param name="Expected">The value there.</param>
/// <param name="Source">What computed it, as an expression a reader can type.</param>
internal sealed record PinnedValue(string Indicator, string Settings, string Output, int Row, double Expected, string Source);
