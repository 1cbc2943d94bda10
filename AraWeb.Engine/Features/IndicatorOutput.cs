namespace AraWeb.Engine.Features;

/// <summary>One line that an indicator draws.</summary>
/// <param name="Name">Short lower-case name, unique within the indicator, for example <c>signal</c>.</param>
/// <param name="Unit">How it scales.</param>
/// <param name="Minimum">No value is below; negative infinity where there is no bound.</param>
/// <param name="Maximum">No value is above; positive infinity where there is no bound.</param>
public sealed record IndicatorOutput(string Name, OutputUnit Unit, double Minimum = double.NegativeInfinity, double Maximum = double.PositiveInfinity);
