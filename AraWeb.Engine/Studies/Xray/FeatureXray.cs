using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Features;

namespace AraWeb.Engine.Studies.Xray;

/// <summary>
/// Looks through features for knowledge of the future and other defects, on any bars. A value must be the same whether later bars are missing, others or as
/// they were; bar by bar the same as all at once (both to the last bit); unknown as long as stated; within its range and never infinite. Says nothing of
/// whether a formula is right.
/// </summary>
public static class FeatureXray
{
    private const double Tolerance = 1e-9;

    /// <summary>Examines features on a series.</summary>
    /// <param name="requests">What to examine.</param>
    /// <param name="bars">On which bars; several hundred, so that cuts fall into every stretch.</param>
    /// <param name="benchmark">[bars] closes of a second instrument, or empty.</param>
    /// <param name="cuts">How many times the series is cut short.</param>
    /// <param name="cancellationToken">Stops between two cuts.</param>
    /// <returns>One row a line.</returns>
    public static IReadOnlyList<XrayRow> Examine(
        IReadOnlyList<FeatureRequest> requests, BarSeries bars, ReadOnlyMemory<double> benchmark, int cuts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var calculator = new FeatureCalculator(requests);
        var whole = calculator.Compute(bars, benchmark.Span);
        var faults = calculator.Columns.Select(_ => new List<string>()).ToArray();
        for (var cut = 1; cut <= cuts; cut++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var length = (int)((long)bars.Count * cut / (cuts + 1));
            var part = calculator.Compute(bars.Slice(0, length), benchmark.IsEmpty ? [] : benchmark.Span[..length]);
            Compare(part, whole, length, faults, row => Invariant($"row {row} depends on bars after row {length - 1}"));
            var tampered = calculator.Compute(Tamper(bars, length), benchmark.Span);
            Compare(tampered, whole, length, faults, row => Invariant($"row {row} depends on bars after row {length - 1}"));
        }

        cancellationToken.ThrowIfCancellationRequested();
        Compare(OneByOne(calculator, bars, benchmark.Span), whole, bars.Count, faults, row => Invariant($"row {row} differs when bars come one by one"));
        var rows = new XrayRow[faults.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var known = CheckValues(calculator.Columns[i], whole[i], faults[i]);
            rows[i] = new XrayRow(calculator.Columns[i], known, bars.Count, faults[i]);
        }

        return rows;
    }

    private static FeatureMatrix OneByOne(FeatureCalculator calculator, BarSeries bars, ReadOnlySpan<double> benchmark)
    {
        var matrix = new FeatureMatrix(calculator.Columns, bars.Count);
        calculator.Begin(bars.AssetClass, bars.Timeframe);
        for (var row = 0; row < bars.Count; row++)
        {
            var values = calculator.Append(bars[row], benchmark.IsEmpty ? double.NaN : benchmark[row]);
            for (var column = 0; column < values.Length; column++)
            {
                matrix.Writable(column)[row] = values[column];
            }
        }

        return matrix;
    }

    // Another future: twice the prices, in the opposite order.
    private static BarSeries Tamper(BarSeries bars, int from)
    {
        var columns = new BarColumns(bars.Count);
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i < from ? i : bars.Count - 1 - (i - from)];
            var factor = i < from ? 1 : 2;
            columns.Set(i, new Bar(bars[i].Time, factor * bar.Open, factor * bar.High, factor * bar.Low, factor * bar.Close, factor * bar.Volume));
        }

        return BarSeries.FromColumns(bars.Symbol, bars.AssetClass, bars.Timeframe, columns);
    }

    private static void Compare(FeatureMatrix part, FeatureMatrix whole, int rows, List<string>[] faults, Func<int, string> words)
    {
        for (var column = 0; column < faults.Length; column++)
        {
            var shorter = part[column];
            var full = whole[column];
            for (var row = 0; row < rows; row++)
            {
                if (BitConverter.DoubleToInt64Bits(shorter[row]) != BitConverter.DoubleToInt64Bits(full[row]))
                {
                    faults[column].Add(words(row));
                    break;
                }
            }
        }
    }

    private static int CheckValues(FeatureColumn column, ReadOnlySpan<double> values, List<string> faults)
    {
        var known = 0;
        var first = -1;
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row];
            if (double.IsNaN(value))
            {
                continue;
            }

            known++;
            first = first < 0 ? row : first;
            if (double.IsInfinity(value) || value < column.Output.Minimum - Tolerance || value > column.Output.Maximum + Tolerance)
            {
                faults.Add(Invariant($"row {row} is {value}, outside {column.Output.Minimum} to {column.Output.Maximum}"));
                break;
            }
        }

        if (first >= 0 && first < column.Warmup)
        {
            faults.Add(Invariant($"row {first} has a value before the warm-up of {column.Warmup} rows ends"));
        }

        return known;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
