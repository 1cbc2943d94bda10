using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Evaluation.Resampling;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>
/// Adds up the scores of one row of a skill table by day of issue, so that days can be drawn whole: what moved one symbol on a day moved the others too, and
/// forecasts over several bars share most of their outcome with those of the days beside them.
/// </summary>
internal sealed class SkillSums
{
    private const double Level = 0.95;

    // A thousand samples leave an end of the interval uncertain by about a thirtieth of its width.
    private const int Replications = 1000;
    private const int Seed = 1;

    private static readonly BaselineKind[] Rivals = Enum.GetValues<BaselineKind>();
    private static readonly double[] Bands = [0.5, 0.8, 0.9, 0.95];

    private readonly Dictionary<int, DaySums> _days = [];

    /// <summary>Outcomes that were scored.</summary>
    public int Resolved { get; private set; }

    /// <summary>Forecasts whose bar never came.</summary>
    public int Void { get; private set; }

    /// <summary>Forecasts whose day has not come.</summary>
    public int Pending { get; private set; }

    /// <summary>Distinct days among the resolved.</summary>
    public int Days => _days.Count;

    /// <summary>Takes one horizon.</summary>
    public void Add(OutcomeRow row)
    {
        switch (row.State)
        {
            case null:
                Pending++;
                break;
            case OutcomeState.Void:
                Void++;
                break;
            default:
                Resolved++;
                AddResolved(row);
                break;
        }
    }

    /// <summary>The figures.</summary>
    /// <param name="span">Days of issue that one forecast spans, at least one.</param>
    public SkillFigures Figures(int span)
    {
        var days = _days.OrderBy(pair => pair.Key).Select(pair => pair.Value).ToArray();
        var settings = new BootstrapSettings(Math.Max(span, Math.Cbrt(days.Length)), Replications, Seed);
        var trials = (double)days.Length / span;
        double Mean(Func<DaySums, Sum> part) => Total(days, part).Mean;
        var coverage = new CoverageShare[Bands.Length];
        for (var band = 0; band < coverage.Length; band++)
        {
            var at = band;
            coverage[band] = new CoverageShare(Bands[band], Share(Mean(day => day.Inside[at]), trials));
        }

        return new SkillFigures(
            Mean(day => day.Crps),
            Mean(day => day.Pinball),
            Mean(day => day.LogLoss),
            Mean(day => day.Brier),
            coverage,
            Share(Mean(day => day.Hits), trials),
            Mean(day => day.Rises),
            [.. Rivals.Select((_, rival) => Beside(days, rival, settings))]);
    }

    private static IntervalEstimate Share(double share, double trials) => ShareInterval.Wilson(share * trials, trials, Level);

    private static BaselineSkill Beside(DaySums[] days, int rival, BootstrapSettings settings)
    {
        var crps = Total(days, day => day.Rivals[rival].Crps);
        var brier = Total(days, day => day.Rivals[rival].Brier);
        var gain = Total(days, day => day.Rivals[rival].LogGain);
        return new BaselineSkill(
            Rivals[rival],
            crps.Count > 0 ? crps.Count : brier.Count,
            crps.Mean,
            Skill(days, day => day.Rivals[rival].OwnCrps, day => day.Rivals[rival].Crps, settings),
            gain.Mean,
            brier.Mean,
            Skill(days, day => day.Rivals[rival].OwnBrier, day => day.Rivals[rival].Brier, settings));
    }

    private static IntervalEstimate Skill(DaySums[] days, Func<DaySums, Sum> own, Func<DaySums, Sum> reference, BootstrapSettings settings)
    {
        var spoken = days.Where(day => reference(day).Count > 0).ToArray();
        var ratio = StationaryBootstrap.Ratio(
            Array.ConvertAll(spoken, day => own(day).Value), Array.ConvertAll(spoken, day => reference(day).Value), Level, settings);
        return new IntervalEstimate(1 - ratio.Estimate, 1 - ratio.Upper, 1 - ratio.Lower);
    }

    private static Sum Total(DaySums[] days, Func<DaySums, Sum> part)
    {
        var total = default(Sum);
        foreach (var day in days)
        {
            total.Add(part(day));
        }

        return total;
    }

    private void AddResolved(OutcomeRow row)
    {
        if (!_days.TryGetValue(row.Day, out var day))
        {
            _days[row.Day] = day = new DaySums(Bands.Length, Rivals.Length);
        }

        var own = HorizonScore.Of(row.Quantiles, row.ProbabilityUp, row.Return);
        day.Crps.Add(own.Crps);
        day.Pinball.Add(own.Pinball);
        day.LogLoss.Add(own.LogLoss);
        day.Brier.Add(own.Brier);
        for (var band = 0; band < Bands.Length; band++)
        {
            var lowest = Quantiles.MedianIndex - 1 - band;
            day.Inside[band].Add(row.Return >= row.Quantiles[lowest] && row.Return <= row.Quantiles[^(lowest + 1)] ? 1 : 0);
        }

        var isUp = HorizonScore.IsUp(row.Return);
        day.Hits.Add(row.ProbabilityUp > 0.5 == isUp ? 1 : 0);
        day.Rises.Add(isUp ? 1 : 0);
        for (var rival = 0; rival < Rivals.Length; rival++)
        {
            day.Rivals[rival].Add(own, HorizonScore.Of(BaselineDistribution.Of(Rivals[rival], row.Baselines), row.Return));
        }
    }

    /// <summary>A sum of finite values and their count.</summary>
    private struct Sum
    {
        public double Value;
        public int Count;

        public readonly double Mean => Count == 0 ? double.NaN : Value / Count;

        public void Add(double value)
        {
            if (double.IsFinite(value))
            {
                Value += value;
                Count++;
            }
        }

        public void Add(in Sum other)
        {
            Value += other.Value;
            Count += other.Count;
        }
    }

    private sealed class DaySums(int bands, int rivals)
    {
        public Sum Crps;
        public Sum Pinball;
        public Sum LogLoss;
        public Sum Brier;
        public Sum Hits;
        public Sum Rises;

        public Sum[] Inside { get; } = new Sum[bands];

        public RivalSums[] Rivals { get; } = [.. Enumerable.Range(0, rivals).Select(_ => new RivalSums())];
    }

    /// <summary>Only rows where both speak.</summary>
    private sealed class RivalSums
    {
        public Sum Crps;
        public Sum OwnCrps;
        public Sum Brier;
        public Sum OwnBrier;
        public Sum LogGain;

        public void Add(in HorizonScore own, in HorizonScore rival)
        {
            if (double.IsFinite(rival.Crps))
            {
                Crps.Add(rival.Crps);
                OwnCrps.Add(own.Crps);
            }

            if (double.IsFinite(rival.Brier))
            {
                Brier.Add(rival.Brier);
                OwnBrier.Add(own.Brier);
            }

            LogGain.Add(rival.LogLoss - own.LogLoss);
        }
    }
}
