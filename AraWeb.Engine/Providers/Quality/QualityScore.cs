using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Engine.Providers.Quality;

/// <summary>
/// Scores the newest bars of a series from 0 to 1 and says why. A bar is judged by itself and the bars before it. Says nothing about whether a forecast may be
/// made: that is the forecast's own check. The thresholds are conventions, chosen so that a clean series of a liquid instrument scores 1.
/// </summary>
internal static class QualityScore
{
    /// <summary>Bars that are looked at: a year of daily bars, as for a forecast.</summary>
    public const int Window = 250;

    /// <summary>Robust deviations up to which a return is taken as it is; beyond, the score falls as one over the distance.</summary>
    private const double UsualDeviations = 8;

    /// <summary>Relative difference of closes between providers that counts as agreement: spreads and closing times differ by that much.</summary>
    private const double Tolerance = 0.005;

    /// <summary>Factor of a bar that repeats the one before it.</summary>
    private const double RepeatedFactor = 0.5;

    /// <summary>Factor of a bar without volume in a series that has one.</summary>
    private const double NoVolumeFactor = 0.7;

    /// <summary>Factor of a bar that the validator had to repair.</summary>
    private const double RepairedFactor = 0.5;

    private const int MostOverdue = 20;

    private static readonly TimeSpan LongestPatience = TimeSpan.FromHours(1);

    /// <summary>Scores a series.</summary>
    /// <param name="bars">Finished bars, oldest first.</param>
    /// <param name="defects">What the validator did to the rows; only repaired and dropped ones count.</param>
    /// <param name="disagreement">[bars] relative difference between providers, NaN where one alone has the bar; empty where one alone was asked.</param>
    /// <param name="now">The moment for which freshness is judged.</param>
    public static SeriesQuality Of(BarSeries bars, IReadOnlyList<BarDefect> defects, ReadOnlySpan<double> disagreement, DateTimeOffset now)
    {
        if (bars.Count == 0)
        {
            return new SeriesQuality(0, [new QualityPart(QualityAspect.Completeness, 0, "There are no bars.")], []);
        }

        var start = Math.Max(0, bars.Count - Window);
        var marks = new BarMarks(bars, defects, disagreement);
        var scores = new double[bars.Count - start];
        for (var i = start; i < bars.Count; i++)
        {
            scores[i - start] = marks.Outlier(i) * marks.Repeated(i) * marks.Repaired(i) * marks.Silent(i) * marks.Agreement(i);
        }

        var parts = new List<QualityPart>
        {
            Completeness(bars.Slice(start, bars.Count - start)),
            Freshness(bars, start, marks, now),
            Mean(QualityAspect.Outliers, start, marks, static (marks, i) => marks.Outlier(i), $"returns beyond {UsualDeviations} robust deviations"),
            Consistency(start, marks, defects, bars),
        };
        if (marks.HasVolume)
        {
            parts.Add(Mean(QualityAspect.Volume, start, marks, static (marks, i) => marks.Silent(i), "bars without volume"));
        }

        if (disagreement.Length > 0)
        {
            parts.Add(Mean(
                QualityAspect.Agreement,
                start,
                marks,
                static (marks, i) => marks.Agreement(i),
                $"bars on which providers differ by more than {100 * Tolerance} %"));
        }

        return new SeriesQuality(parts.Aggregate(1.0, (product, part) => product * part.Score), parts, scores);
    }

    private static QualityPart Completeness(BarSeries bars)
    {
        var missing = ExpectedBars.MissingShare(bars);
        return new QualityPart(
            QualityAspect.Completeness, 1 - missing, missing > 0 ? $"{100 * missing:F1} % of the newest bars are missing." : "No bar is missing.");
    }

    private static QualityPart Freshness(BarSeries bars, int start, BarMarks marks, DateTimeOffset now)
    {
        var patience = bars.Timeframe.Length() < LongestPatience ? bars.Timeframe.Length() : LongestPatience;
        var overdue = ExpectedBars.Overdue(bars, now, patience, MostOverdue);
        var repeated = 0;
        for (var i = start; i < bars.Count; i++)
        {
            repeated += marks.Repeated(i) < 1 ? 1 : 0;
        }

        var share = repeated / (double)(bars.Count - start);
        var words = overdue == 0 ? "The newest bar is there" : $"{(overdue == MostOverdue ? "At least " : string.Empty)}{overdue} newer bars are overdue";
        return new QualityPart(
            QualityAspect.Freshness,
            (1 - ((1 - RepeatedFactor) * share)) / (1 + overdue),
            repeated > 0 ? $"{words}; {repeated} bars repeat the one before." : words + ".");
    }

    private static QualityPart Consistency(int start, BarMarks marks, IReadOnlyList<BarDefect> defects, BarSeries bars)
    {
        var from = bars[start].Time;
        var dropped = defects.Count(defect => defect.Severity == DefectSeverity.Dropped && IsAboutPrices(defect.Kind) && defect.Time >= from);
        var repaired = 0;
        for (var i = start; i < bars.Count; i++)
        {
            repaired += marks.Repaired(i) < 1 ? 1 : 0;
        }

        var count = bars.Count - start;
        var score = (count - ((1 - RepairedFactor) * repaired)) / (count + dropped);
        return new QualityPart(
            QualityAspect.Consistency,
            score,
            dropped + repaired == 0
                ? "All four prices of every bar fit together."
                : $"{dropped} rows were left out and {repaired} repaired because their prices did not fit.");
    }

    private static QualityPart Mean(QualityAspect aspect, int start, BarMarks marks, Func<BarMarks, int, double> score, string words)
    {
        var sum = 0.0;
        var bad = 0;
        for (var i = start; i < marks.Count; i++)
        {
            var one = score(marks, i);
            sum += one;
            bad += one < 1 ? 1 : 0;
        }

        return new QualityPart(aspect, sum / (marks.Count - start), bad == 0 ? $"No {words}." : $"{bad} {words}.");
    }

    private static bool IsAboutPrices(DefectKind kind) => kind is DefectKind.UnreadablePrice or DefectKind.NonPositivePrice or DefectKind.CrossedRange
        or DefectKind.OutsideRange or DefectKind.AbsurdPrice or DefectKind.UnconfirmedJump;

    /// <summary>What is noted of each bar of a series.</summary>
    private sealed class BarMarks
    {
        private readonly double[] _outlier;
        private readonly double[] _agreement;
        private readonly bool[] _repeated;
        private readonly bool[] _repaired;
        private readonly bool[] _silent;

        public BarMarks(BarSeries bars, IReadOnlyList<BarDefect> defects, ReadOnlySpan<double> disagreement)
        {
            Count = bars.Count;
            _outlier = new double[Count];
            _agreement = new double[Count];
            _repeated = new bool[Count];
            _repaired = new bool[Count];
            _silent = new bool[Count];
            var repaired = defects
                .Where(defect => defect.Severity == DefectSeverity.Repaired && IsAboutPrices(defect.Kind))
                .Select(defect => defect.Time?.ToUnixTimeMilliseconds() ?? long.MinValue)
                .ToHashSet();
            var hasVolume = false;
            foreach (var volume in bars.Volume)
            {
                hasVolume |= volume > 0;
            }

            HasVolume = hasVolume && bars.AssetClass is not (AssetClass.Forex or AssetClass.Index);
            var scale = new PriceScale(bars.AssetClass, bars.Timeframe);
            for (var i = 0; i < Count; i++)
            {
                var before = i > 0 ? bars.Close[i - 1] : double.NaN;
                var distance = Math.Abs(Math.Log(bars.Close[i] / before)) / scale.Deviation;
                _outlier[i] = distance > UsualDeviations ? UsualDeviations / distance : 1;
                _repeated[i] = i > 0 && bars.Open[i] == bars.Open[i - 1] && bars.High[i] == bars.High[i - 1]
                    && bars.Low[i] == bars.Low[i - 1] && bars.Close[i] == bars.Close[i - 1];
                _repaired[i] = repaired.Contains(bars.Times[i]);
                _silent[i] = HasVolume && bars.Volume[i] == 0;
                _agreement[i] = i < disagreement.Length && disagreement[i] > Tolerance ? Tolerance / disagreement[i] : 1;
                scale.Add(new RawBar(bars.Times[i], bars.Open[i], bars.High[i], bars.Low[i], bars.Close[i], bars.Volume[i], Row: 0), before);
            }
        }

        public int Count { get; }

        public bool HasVolume { get; }

        public double Outlier(int i) => _outlier[i];

        public double Repeated(int i) => _repeated[i] ? RepeatedFactor : 1;

        public double Repaired(int i) => _repaired[i] ? RepairedFactor : 1;

        public double Silent(int i) => _silent[i] ? NoVolumeFactor : 1;

        public double Agreement(int i) => _agreement[i];
    }
}
