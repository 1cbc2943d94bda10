using AraWeb.Engine.Ledger;

namespace AraWeb.Engine.Prediction.Replay;

/// <summary>Compares two entries value by value, numbers to the bit. Leaves out what no computation gives again: id and time of issue, and outcomes.</summary>
internal sealed class EntryComparison
{
    private static readonly string[] QuantileNames = ["q025", "q050", "q100", "q250", "q500", "q750", "q900", "q950", "q975"];

    private readonly List<string> _differences = [];

    /// <summary>Compares.</summary>
    /// <param name="frozen">As it was frozen. What older entries did not keep is passed over.</param>
    /// <param name="again">As it was made again.</param>
    public EntryComparison(ForecastEntry frozen, ForecastEntry again)
    {
        Text("symbol", frozen.Symbol, again.Symbol);
        Text("last_bar", frozen.LastBar.UtcTicks, again.LastBar.UtcTicks);
        Number("last_close", frozen.LastClose, again.LastClose);
        Text("model_version", frozen.Provenance.ModelVersion, again.Provenance.ModelVersion);
        Text("inputs_hash", frozen.Provenance.InputsHash, again.Provenance.InputsHash);
        Text("data_as_of", frozen.Provenance.DataAsOf.UtcTicks, again.Provenance.DataAsOf.UtcTicks);
        Text("bar_count", frozen.Provenance.BarCount, again.Provenance.BarCount);
        Text("fallbacks", string.Join('|', frozen.Provenance.Fallbacks), string.Join('|', again.Provenance.Fallbacks));
        if (frozen.Models.Count > 0)
        {
            Text("models", string.Join(',', frozen.Models), string.Join(',', again.Models));
            Text("regime", frozen.Regime, again.Regime);
            Text("verdict", frozen.Verdict, again.Verdict);
        }

        var horizons = again.Horizons.ToDictionary(horizon => horizon.Bars);
        foreach (var horizon in frozen.Horizons)
        {
            if (horizons.TryGetValue(horizon.Bars, out var same))
            {
                Compare(horizon, same);
            }
            else
            {
                _differences.Add($"{horizon.Bars} bars ahead: no such horizon is made");
            }
        }
    }

    /// <summary>Values that were compared.</summary>
    public int Compared { get; private set; }

    /// <summary>What differs, with both values.</summary>
    public IReadOnlyList<string> Differences => _differences;

    private void Compare(FrozenHorizon frozen, FrozenHorizon again)
    {
        var place = $"{frozen.Bars} bars ahead: ";
        Text(place + "due_bar", frozen.DueBar.UtcTicks, again.DueBar.UtcTicks);
        for (var i = 0; i < QuantileNames.Length; i++)
        {
            Number(place + QuantileNames[i], frozen.Returns.Values[i], again.Returns.Values[i]);
        }

        Number(place + "mean", frozen.Mean, again.Mean);
        Number(place + "probability_up", frozen.ProbabilityUp, again.ProbabilityUp);
        if (frozen.Baselines is { } then && again.Baselines is { } now)
        {
            Number(place + "drift_mean", then.DriftMean, now.DriftMean);
            Number(place + "drift_deviation", then.DriftDeviation, now.DriftDeviation);
            Number(place + "cone_deviation", then.ConeDeviation, now.ConeDeviation);
            Number(place + "ewma_deviation", then.EwmaDeviation, now.EwmaDeviation);
            Number(place + "har_deviation", then.HarDeviation, now.HarDeviation);
        }
    }

    // Zero has two signs of which the database keeps one, and NaN has many bits: both are one value here.
    private void Number(string name, double frozen, double again)
    {
        Compared++;
        if (frozen != again && !(double.IsNaN(frozen) && double.IsNaN(again)))
        {
            _differences.Add(FormattableString.Invariant($"{name}: {frozen:R} was frozen, {again:R} now"));
        }
    }

    private void Text<T>(string name, T frozen, T again)
    {
        Compared++;
        if (!EqualityComparer<T>.Default.Equals(frozen, again))
        {
            _differences.Add(FormattableString.Invariant($"{name}: {frozen} was frozen, {again} now"));
        }
    }
}
