using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Graph;

/// <content>Recurrences: what is known of the past stands in a state.</content>
internal sealed partial class Column
{
    /// <summary>Exponential moving average with factor 2 / (length + 1), begun with the simple average of the first <paramref name="length"/> values.</summary>
    public Column Ema(int length) => Smooth(2.0 / (length + 1), length);

    /// <summary>Wilder's average: factor 1 / length, begun with the simple average of the first <paramref name="length"/> values.</summary>
    public Column Wilder(int length) => Smooth(1.0 / length, length);

    /// <summary>Exponential average with any factor, begun with the simple average of the first <paramref name="seedLength"/> values.</summary>
    public Column Smooth(double factor, int seedLength) =>
        Graph.Add((nameof(Smooth), factor, seedLength), [this], 0, [Warmup + seedLength - 1], () => new SmoothKernel(factor, seedLength))[0];

    /// <summary>Sum of all values since the start.</summary>
    public Column Cumulate() => Recur(default(RunningTotal));

    /// <summary>A recurrence over this column.</summary>
    public Column Recur<T>(T recurrence)
        where T : struct, IRecurrence => Recur([this], recurrence)[0];

    /// <summary>A recurrence over this column and another.</summary>
    public Column Recur<T>(Column second, T recurrence)
        where T : struct, IRecurrence => Recur([this, second], recurrence)[0];

    /// <summary>A recurrence over several columns with one or more results.</summary>
    public static Column[] Recur<T>(Column[] sources, T recurrence)
        where T : struct, IRecurrence
    {
        var ready = sources.Max(source => source.Warmup);
        Span<int> warmup = stackalloc int[recurrence.Outputs];
        for (var i = 0; i < warmup.Length; i++)
        {
            warmup[i] = ready + recurrence.LeadOf(i);
        }

        return sources[0].Graph.Add(recurrence, sources, 0, warmup, () => new RecurrenceKernel<T>(recurrence));
    }
}
