namespace AraWeb.Tests.Engine.Features.Golden;

/// <summary>A column of a reference file that one of our lines has to agree with.</summary>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Settings">Parameters as <c>name=value</c>, separated by blanks; empty for the usual ones.</param>
/// <param name="Output">Name of its output.</param>
/// <param name="Source">File of a reference; of Tulip's block files with the block's head after '#', as in <c>tulip/untest.txt#adx 5</c>.</param>
/// <param name="Column">Head of the expected column; for Tulip its number among the block's rows, from 0.</param>
internal sealed record GoldenCase(string Indicator, string Settings, string Output, string Source, string Column)
{
    /// <summary>
    /// For files that hold no full bars: which input each row or column is, by the letters o, h, l, c, v; others are filled with the close, the high or
    /// the volume, whichever there is first.
    /// </summary>
    public string Inputs { get; init; } = string.Empty;

    /// <summary>First row that is compared, where the source begins in another way that dies out; says why in <see cref="Reason"/>.</summary>
    public int From { get; init; }

    /// <summary>First row that is no longer compared; says why in <see cref="Reason"/>.</summary>
    public int Until { get; init; } = int.MaxValue;

    /// <summary>For sources of two instruments: the second one is the one that is measured, the first the benchmark.</summary>
    public bool IsSwapped { get; init; }

    /// <summary>Rows by which the source draws a value before it is known.</summary>
    public int DrawnEarlier { get; init; }

    /// <summary>Units of the last printed digit that are allowed; more than rounding only with a reason.</summary>
    public double Units { get; init; } = 0.51;

    /// <summary>Decimals that the source stands for, where it prints another number of them; with a reason.</summary>
    public int? Decimals { get; init; }

    /// <summary>Our value is the source's times this, where the source counts in another unit; with a reason.</summary>
    public double Factor { get; init; } = 1;

    /// <summary>Why this case is not compared plainly.</summary>
    public string Reason { get; init; } = string.Empty;
}
