namespace AraWeb.Engine.Evaluation.Drift;

/// <summary>
/// Ten bins of about as many rows each, and one more for unknown values. Fewer where many values are equal. Cuts are kept in single precision, as they are
/// stored, and values are compared in it: what was counted in training is counted the same later.
/// </summary>
public sealed class DecileBins
{
    /// <summary>Bins of known values at most.</summary>
    public const int Most = 10;

    private readonly float[] _cuts;

    private DecileBins(float[] cuts) => _cuts = cuts;

    /// <summary>Ascending cuts; a bin holds the values from the cut below it up to but not including the cut above.</summary>
    public IReadOnlyList<float> Cuts => _cuts;

    /// <summary>Bins, that of unknown values included; it is the last.</summary>
    public int Count => _cuts.Length + 2;

    /// <summary>Bins at the deciles of a column.</summary>
    /// <param name="column">Values in any order; NaN means unknown. The span is sorted.</param>
    public static DecileBins Of(Span<double> column)
    {
        column.Sort();

        // NaN sorts before all numbers.
        var known = column;
        while (known.Length > 0 && double.IsNaN(known[0]))
        {
            known = known[1..];
        }

        var cuts = new List<float>();
        for (var decile = 1; decile < Most && known.Length > 0; decile++)
        {
            var cut = (float)known[(int)((long)decile * known.Length / Most)];
            if (cut > (float)known[0] && (cuts.Count == 0 || cut > cuts[^1]))
            {
                cuts.Add(cut);
            }
        }

        return new DecileBins([.. cuts]);
    }

    /// <summary>Bins with cuts that were kept.</summary>
    /// <exception cref="ArgumentException">They do not ascend, or are too many.</exception>
    public static DecileBins From(float[] cuts)
    {
        ArgumentNullException.ThrowIfNull(cuts);
        for (var i = 0; i < cuts.Length; i++)
        {
            if (!float.IsFinite(cuts[i]) || (i > 0 && cuts[i] <= cuts[i - 1]) || cuts.Length >= Most)
            {
                throw new ArgumentException("Cuts are finite, ascend, and are fewer than ten.", nameof(cuts));
            }
        }

        return new DecileBins(cuts);
    }

    /// <summary>The bin of a value.</summary>
    public int BinOf(double value)
    {
        if (double.IsNaN(value))
        {
            return _cuts.Length + 1;
        }

        var (bin, single) = (0, (float)value);
        while (bin < _cuts.Length && _cuts[bin] <= single)
        {
            bin++;
        }

        return bin;
    }
}
