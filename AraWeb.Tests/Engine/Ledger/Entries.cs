using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;

namespace AraWeb.Tests.Engine.Ledger;

/// <summary>Makes entries of the ledger whose every field differs from the others.</summary>
internal static class Entries
{
    public static readonly DateTimeOffset LastBar = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A forecast of a coin, so that the bars due follow each other without a gap. Quantiles are scaled by the square root of the horizon.</summary>
    public static ForecastEntry Make(string symbol, Timeframe timeframe, DateTimeOffset lastBar, string model, params int[] horizons) => new(
        Guid.CreateVersion7(lastBar),
        Symbol.Parse(symbol),
        timeframe,
        lastBar + timeframe.Length() + TimeSpan.FromTicks(1234567),
        lastBar,
        100,
        new Provenance("csv", false, lastBar + timeframe.Length(), 750, model, "ab12", ["ewma for log-har", "two \"gaps\""]),
        [.. horizons.Select(h => Horizon(h, lastBar + (h * timeframe.Length())))])
    {
        Models = ["har", "ridge"],
        Regime = RegimeType.HighVolatility,
        Verdict = new Verdict(VerdictKind.NoEdge, "No better than the cone on \"this\" symbol."),
    };

    public static ForecastEntry Make(string symbol, DateTimeOffset lastBar, params int[] horizons) =>
        Make(symbol, Timeframe.OneDay, lastBar, "core-1", horizons);

    public static FrozenHorizon Horizon(int bars, DateTimeOffset due)
    {
        var scale = 0.01 * Math.Sqrt(bars);
        double[] z = [-1.96, -1.645, -1.282, -0.674, 0.01, 0.674, 1.282, 1.645, 1.96];
        return new FrozenHorizon(bars, due, new Quantiles(Array.ConvertAll(z, value => value * scale)), 0.001 * bars, 0.5 + (0.001 * bars), Outcome: null)
        {
            Baselines = new FrozenBaselines(0.0005 * bars, 1.1 * scale, 1.2 * scale, 1.3 * scale, bars == 2 ? double.NaN : 1.4 * scale),
        };
    }

    public static Outcome Resolved(double value) =>
        new(OutcomeState.Resolved, LastBar.AddDays(40).AddTicks(77), 100 * Math.Exp(value), value, Math.Abs(value));

    public static Outcome Void() => new(OutcomeState.Void, LastBar.AddDays(90), double.NaN, double.NaN, double.NaN);
}
