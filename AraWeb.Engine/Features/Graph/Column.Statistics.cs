using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Graph;

/// <content>Returns and what statistics need of them.</content>
internal sealed partial class Column
{
    /// <summary>Simple return of one bar: the value over the one before, less 1.</summary>
    public Column Return() => (this / Shift(1)) - 1;

    /// <summary>Standard deviation over a year, from a variance per bar.</summary>
    public Column Annualised(double periodsPerYear) => (this * periodsPerYear).Sqrt();

    /// <summary>Skewness and excess kurtosis of the population; 0 for equal values.</summary>
    public (Column Skewness, Column Kurtosis) Moments(int length)
    {
        var moments = Windows(this, length, default(MomentWindows));
        return (moments[0], moments[1]);
    }

    /// <summary>Several functions of the last <paramref name="length"/> values of two columns, or twice of one.</summary>
    public Column[] Windows<TWindows>(Column other, int length, TWindows windows)
        where TWindows : struct, IPairWindows
    {
        Span<int> warmup = stackalloc int[windows.Outputs];
        warmup.Fill(Latest(other) + length - 1);
        return Graph.Add((windows, length), [this, other], length - 1, warmup, () => new PairWindowsKernel<TWindows>(length, windows));
    }
}
