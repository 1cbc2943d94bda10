namespace AraWeb.Engine.Features.Targets;

/// <summary>
/// What a model learns to forecast. The value of a row speaks of the bars after it and is known only <see cref="Horizon"/> bars later; training at a time
/// may use it only then (see <see cref="KnownAt"/>).
/// </summary>
/// <param name="Name">Name with its horizon, for example <c>return-over-volatility-5</c>.</param>
/// <param name="Values">[bars] values; NaN where the outcome is not known yet or makes no sense.</param>
/// <param name="Horizon">Bars until it is known.</param>
public sealed record TargetSeries(string Name, IReadOnlyList<double> Values, int Horizon)
{
    /// <summary>Rows whose value is known when the bar <paramref name="row"/> has closed: those before the returned one.</summary>
    public int KnownAt(int row) => Math.Max(0, Math.Min(Values.Count, row - Horizon + 1));
}
