using System.Runtime.InteropServices;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Numerics;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Training;

/// <summary>
/// Rows of many instruments in time: what was known at the close of a bar, and what came. A row is one bar of one instrument; rows of a day stand together.
/// An outcome is not part of what was known: <see cref="RowsKnownBy"/> says which may be learned from.
/// </summary>
public sealed class TrainingPanel
{
    internal TrainingPanel(
        IReadOnlyList<Symbol> symbols, IReadOnlyList<string> featureNames, IReadOnlyList<int> horizons, PanelRow[] rows, double[] features, double[] targets,
        double[] deviations)
    {
        (Symbols, FeatureNames, Horizons, Rows) = (symbols, featureNames, horizons, rows);
        (Features, Targets, Deviations) = (features, targets, deviations);
        var closes = new List<DateTimeOffset>();
        Days = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            if (i == 0 || rows[i].Close != rows[i - 1].Close)
            {
                closes.Add(rows[i].Close);
            }

            Days[i] = closes.Count - 1;
        }

        Closes = closes;
        Before = new int[rows.Length];
        var last = new int[symbols.Count];
        Array.Fill(last, -1);
        for (var i = 0; i < rows.Length; i++)
        {
            Before[i] = last[rows[i].Symbol];
            last[rows[i].Symbol] = i;
        }
    }

    /// <summary>The instruments.</summary>
    public IReadOnlyList<Symbol> Symbols { get; }

    /// <summary>[F] names of the columns.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>[H] bars ahead.</summary>
    public IReadOnlyList<int> Horizons { get; }

    /// <summary>[N] the rows, ascending by close.</summary>
    public IReadOnlyList<PanelRow> Rows { get; }

    /// <summary>[D] distinct closes, ascending.</summary>
    public IReadOnlyList<DateTimeOffset> Closes { get; }

    /// <summary>[N] position of each row's close among <see cref="Closes"/>.</summary>
    public int[] Days { get; }

    /// <summary>[N] position of the same instrument's row before; -1 where there is none.</summary>
    public int[] Before { get; }

    /// <summary>[N * F] row-major values; NaN means unknown.</summary>
    internal double[] Features { get; }

    /// <summary>[N * H] row-major log returns over the horizon divided by the forecast standard deviation; NaN where the outcome has not come.</summary>
    internal double[] Targets { get; }

    /// <summary>[N * H] row-major forecast standard deviations of the log return over the horizon.</summary>
    internal double[] Deviations { get; }

    /// <summary>Threads that may work on it at once.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>[F] what was known at a row.</summary>
    public ReadOnlySpan<double> FeaturesOf(int row) => Features.AsSpan(row * FeatureNames.Count, FeatureNames.Count);

    /// <summary>What was known at a row and at the same instrument's rows before it, the oldest first.</summary>
    /// <param name="row">The row.</param>
    /// <param name="bars">How many rows at most; there are fewer where the instrument's history begins.</param>
    /// <param name="room">[bars * F] is written to.</param>
    public ReadOnlySpan<double> WindowOf(int row, int bars, Span<double> room)
    {
        if (bars == 1)
        {
            return FeaturesOf(row);
        }

        var width = FeatureNames.Count;
        var start = bars;
        for (; start > 0 && row >= 0; row = Before[row])
        {
            start--;
            FeaturesOf(row).CopyTo(room[(start * width)..]);
        }

        return room[(start * width)..(bars * width)];
    }

    /// <summary>Outcome of a row, in forecast deviations; NaN where it has not come.</summary>
    public double TargetOf(int row, int horizon) => Targets[(row * Horizons.Count) + horizon];

    /// <summary>Forecast standard deviation of a row's log return over a horizon.</summary>
    public double DeviationOf(int row, int horizon) => Deviations[(row * Horizons.Count) + horizon];

    /// <summary>
    /// The same rows seen among their day: each feature as its rank among the instruments of that close, from -0.5 to 0.5, and each outcome as the normal score
    /// of its rank. What sets one instrument apart from the others is easier to learn where what moved them all, and how wildly, is taken away.
    /// </summary>
    public TrainingPanel Relative() => new(
        Symbols, FeatureNames, Horizons, (PanelRow[])Rows,
        Ranked(Features, FeatureNames.Count, share => share - 0.5), Ranked(Targets, Horizons.Count, share => Normal.InvCDF(0, 1, share)), Deviations)
    {
        Threads = Threads,
    };

    /// <summary>The same rows with outcomes dealt out anew among the instruments of each day: nothing is left to learn of who comes first.</summary>
    /// <param name="seed">Chance.</param>
    public TrainingPanel Shuffled(int seed)
    {
        var random = new Random(seed);
        var shuffled = (double[])Targets.Clone();
        for (var start = 0; start < Days.Length;)
        {
            var end = start;
            while (end < Days.Length && Days[end] == Days[start])
            {
                end++;
            }

            for (var i = end - 1; i > start; i--)
            {
                var other = random.Next(start, i + 1);
                for (var h = 0; h < Horizons.Count; h++)
                {
                    var (a, b) = ((i * Horizons.Count) + h, (other * Horizons.Count) + h);
                    (shuffled[a], shuffled[b]) = (shuffled[b], shuffled[a]);
                }
            }

            start = end;
        }

        return WithTargets(shuffled);
    }

    /// <summary>
    /// Rows whose every outcome was known at a moment, of every n-th day: horizons overlap, so days in between say little new.
    /// </summary>
    /// <param name="moment">Nothing that became known later counts.</param>
    /// <param name="stride">1 takes every day.</param>
    public int[] RowsKnownBy(DateTimeOffset moment, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        var known = new List<int>();
        for (var i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].Known <= moment && Days[i] % stride == 0)
            {
                known.Add(i);
            }
        }

        return [.. known];
    }

    /// <summary>Rows to learn from, as models take them.</summary>
    /// <param name="rows">Positions of rows with known outcomes, ascending.</param>
    /// <param name="moment">When they are learned from: older rows weigh less.</param>
    /// <param name="halfLife">Age at which a row counts half.</param>
    public TrainingSet ToTrainingSet(ReadOnlySpan<int> rows, DateTimeOffset moment, TimeSpan halfLife)
    {
        var (width, horizons) = (FeatureNames.Count, Horizons.Count);
        var features = new double[rows.Length * width];
        var targets = new double[rows.Length * horizons];
        var weights = new double[rows.Length];
        var bars = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            FeaturesOf(rows[i]).CopyTo(features.AsSpan(i * width));
            Targets.AsSpan(rows[i] * horizons, horizons).CopyTo(targets.AsSpan(i * horizons));
            bars[i] = Days[rows[i]];
            weights[i] = Math.Pow(0.5, (moment - Rows[rows[i]].Close) / halfLife);
        }

        return new TrainingSet(FeatureNames, Horizons, features, targets, weights)
        {
            Bars = bars,
            Threads = Threads,
            History = new FeatureHistory(Features, Before),
            HistoryRows = rows.ToArray(),
        };
    }

    private TrainingPanel WithTargets(double[] targets) => new(Symbols, FeatureNames, Horizons, (PanelRow[])Rows, Features, targets, Deviations)
    {
        Threads = Threads,
    };

    /// <summary>[N * width] the score of each value's rank within its day and column; NaN stays.</summary>
    private double[] Ranked(double[] values, int width, Func<double, double> score)
    {
        var ranked = new double[values.Length];
        int[] starts = [.. Enumerable.Range(0, Days.Length).Where(i => i == 0 || Days[i] != Days[i - 1]), Days.Length];
        Parallel.For(0, starts.Length - 1, new ParallelOptions { MaxDegreeOfParallelism = Threads }, day =>
        {
            var (rows, column) = (new List<int>(), new List<double>());
            for (var c = 0; c < width; c++)
            {
                rows.Clear();
                column.Clear();
                for (var i = starts[day]; i < starts[day + 1]; i++)
                {
                    ranked[(i * width) + c] = double.NaN;
                    if (values[(i * width) + c] is var value && !double.IsNaN(value))
                    {
                        rows.Add(i);
                        column.Add(value);
                    }
                }

                var ranks = RankCorrelation.Ranks(CollectionsMarshal.AsSpan(column));
                for (var k = 0; k < ranks.Length; k++)
                {
                    ranked[(rows[k] * width) + c] = score((ranks[k] - 0.5) / ranks.Length);
                }
            }
        });
        return ranked;
    }
}
