using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>Which rows are learned from and which say when to stop: the last bars, and a gap before them as long as the farthest outcome.</summary>
/// <param name="Learned">Rows learned from.</param>
/// <param name="Judged">Rows that learning is stopped by.</param>
internal sealed record TrainingSplit(int[] Learned, int[] Judged)
{
    /// <summary>Fewer rows than this on either side teach nothing.</summary>
    private const int FewestRows = 20;

    /// <summary>With fewer windows than this none is left out.</summary>
    private const int Plenty = 2000;

    /// <summary>Splits.</summary>
    /// <exception cref="ModelException">Too few rows are left.</exception>
    public static TrainingSplit Of(TrainingSet data, NeuralSettings settings)
    {
        var bars = data.Bars.IsEmpty ? [.. Enumerable.Range(0, data.Count)] : data.Bars.ToArray();
        var stride = Math.Clamp(data.Count / Plenty, 1, settings.Stride);
        var taken = new HashSet<int>();
        var last = int.MinValue / 2;
        foreach (var bar in bars.Distinct())
        {
            if (bar >= last + stride)
            {
                taken.Add(bar);
                last = bar;
            }
        }

        var first = data.Count == 0 ? 0 : bars[0];
        var start = last - (int)(settings.ValidationShare * (last - first));
        int[] rows = [.. Enumerable.Range(0, data.Count).Where(row => taken.Contains(bars[row]) && data.Weights.Span[row] > 0)];
        int[] learned = [.. rows.Where(row => bars[row] < start - data.Horizons.Max())];
        int[] judged = [.. rows.Where(row => bars[row] >= start)];
        return learned.Length >= FewestRows && judged.Length >= FewestRows / 2
            ? new TrainingSplit(learned, judged)
            : throw new ModelException(
                $"{data.Count} rows leave {learned.Length} windows to learn from and {judged.Length} to stop by.", "Give a longer period or more symbols.");
    }
}
