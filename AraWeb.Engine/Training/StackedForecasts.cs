using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;

namespace AraWeb.Engine.Training;

/// <summary>
/// Pools out-of-fold forecasts through time: before each fit the weights are learned anew from what the members had said of rows whose outcomes were known by
/// then, over all states and for each state of the market. Until there is evidence all weights are zero and the pooled forecast is no tilt.
/// </summary>
public sealed class StackedForecasts
{
    private readonly double[] _means;

    private StackedForecasts(TrainingPanel panel)
    {
        Panel = panel;
        _means = new double[panel.Rows.Count * panel.Horizons.Count];
        Array.Fill(_means, double.NaN);
    }

    /// <summary>The rows.</summary>
    public TrainingPanel Panel { get; }

    /// <summary>For each fit the first day of its use and [H] weights.</summary>
    public IReadOnlyList<(int Day, PoolWeights[] Weights)> Weights { get; private set; } = [];

    /// <summary>Pooled mean of a row, in forecast deviations; NaN before the first fit.</summary>
    public double MeanOf(int row, int horizon) => _means[(row * Panel.Horizons.Count) + horizon];

    /// <summary>Pools.</summary>
    /// <param name="said">What the members said.</param>
    /// <param name="settings">Priors of the weights.</param>
    public static StackedForecasts Of(OutOfFold said, StackingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(settings);
        var panel = said.Panel;
        var result = new StackedForecasts(panel);
        var log = new List<(int, PoolWeights[])>();
        var perDay = RowsPerDay(panel);
        for (var fit = 0; fit < said.Fits.Count; fit++)
        {
            var day = said.Fits[fit].Day;
            var end = fit + 1 < said.Fits.Count ? said.Fits[fit + 1].Day : panel.Closes.Count;
            var weights = new PoolWeights[panel.Horizons.Count];
            for (var h = 0; h < weights.Length; h++)
            {
                weights[h] = Learn(said, h, panel.Closes[day], perDay, settings);
                result.Pool(said, h, day, end, weights[h]);
            }

            log.Add((day, weights));
        }

        result.Weights = log;
        return result;
    }

    /// <summary>[H] weights learned from all that was known at a moment.</summary>
    /// <param name="said">What the members said.</param>
    /// <param name="moment">Outcomes that became known later do not count.</param>
    /// <param name="settings">Priors of the weights.</param>
    public static PoolWeights[] WeightsAt(OutOfFold said, DateTimeOffset moment, StackingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(settings);
        var perDay = RowsPerDay(said.Panel);
        return [.. Enumerable.Range(0, said.Panel.Horizons.Count).Select(h => Learn(said, h, moment, perDay, settings))];
    }

    private static int[] RowsPerDay(TrainingPanel panel)
    {
        var counts = new int[panel.Closes.Count];
        foreach (var day in panel.Days)
        {
            counts[day]++;
        }

        return counts;
    }

    private static PoolWeights Learn(OutOfFold said, int h, DateTimeOffset moment, int[] perDay, StackingSettings settings)
    {
        var panel = said.Panel;
        var count = said.Members.Count;
        var all = new StackingMoments(count);
        var byState = Enum.GetValues<RegimeType>().Select(_ => new StackingMoments(count)).ToArray();
        var row = new double[count];
        var usual = new double[count];
        var (daily, spread) = (new double[panel.Closes.Count], 0.0);
        for (var i = 0; i < panel.Rows.Count && panel.Rows[i].Close < moment; i++)
        {
            if (panel.Rows[i].Known > moment || !Read(said, i, h, row))
            {
                continue;
            }

            var weight = WeightOf(panel, i, h, perDay);
            var outcome = panel.TargetOf(i, h);
            all.Add(row, outcome, weight);
            var mean = row.Average(value => double.IsNaN(value) ? 0 : value);
            daily[panel.Days[i]] += weight * mean * outcome;
            spread += weight * mean * mean;
            for (var m = 0; m < count; m++)
            {
                usual[m] += weight * Math.Pow(said.Of(i, h)[m].Spread, 2);
            }

            if (panel.Rows[i].Regime is { } state)
            {
                byState[(int)state].Add(row, outcome, weight);
            }
        }

        // How far forecast times outcome varies from day to day says how much a row tells, whatever instruments have in common.
        var noise = spread > 0 ? panel.Horizons[h] * daily.Sum(value => value * value) / spread : 1;
        var weights = Stacking.Weights(all, noise, settings);
        MemberTraits[] traits = [.. said.Members.Select(RegimeRule.TraitsOf)];
        var inStates = byState.Select((moments, state) => Stacking.RegimeWeights(
            moments, noise, RegimeRule.Tilted(weights, traits, (RegimeType)state, settings.Tilt), settings)).ToArray();
        usual = [.. usual.Select(sum => all.Weight > 0 ? Math.Sqrt(sum / all.Weight) : 0)];
        var pool = new PoolWeights(weights, inStates);
        return pool with { Spreads = new SpreadWeighing(Strength(said, h, moment, perDay, pool, usual, noise, settings), usual) };
    }

    /// <summary>A second look at the same rows: would the pool have missed less, had it heeded how sure its members were?</summary>
    private static double Strength(
        OutOfFold said, int h, DateTimeOffset moment, int[] perDay, PoolWeights pool, double[] usual, double noise, StackingSettings settings)
    {
        var panel = said.Panel;
        var heeding = pool with { Spreads = new SpreadWeighing(1, usual) };
        var (products, squares) = (0.0, 0.0);
        for (var i = 0; i < panel.Rows.Count && panel.Rows[i].Close < moment; i++)
        {
            if (panel.Rows[i].Known <= moment)
            {
                var (plain, state) = (pool.Pool(said.Of(i, h), panel.Rows[i].Regime), panel.Rows[i].Regime);
                var change = heeding.Pool(said.Of(i, h), state) - plain;
                var weight = WeightOf(panel, i, h, perDay);
                products += weight * change * (panel.TargetOf(i, h) - plain);
                squares += weight * change * change;
            }
        }

        return Stacking.Strength(products, squares, noise, settings);
    }

    /// <summary>A row's share of new information: instruments of a day count together as one, overlapping horizons share their news among their days.</summary>
    private static double WeightOf(TrainingPanel panel, int row, int h, int[] perDay) => 1.0 / (perDay[panel.Days[row]] * panel.Horizons[h]);

    private void Pool(OutOfFold said, int h, int day, int end, PoolWeights weights)
    {
        var row = new double[said.Members.Count];
        for (var i = 0; i < Panel.Rows.Count; i++)
        {
            if (Panel.Days[i] >= day && Panel.Days[i] < end && Read(said, i, h, row))
            {
                _means[(i * Panel.Horizons.Count) + h] = weights.Pool(said.Of(i, h), Panel.Rows[i].Regime);
            }
        }
    }

    /// <summary>Reads what the members said; false where none said anything.</summary>
    private static bool Read(OutOfFold said, int row, int horizon, double[] means)
    {
        var any = false;
        var forecasts = said.Of(row, horizon);
        for (var m = 0; m < means.Length; m++)
        {
            means[m] = forecasts[m].Mean;
            any |= !double.IsNaN(means[m]);
        }

        return any;
    }
}
