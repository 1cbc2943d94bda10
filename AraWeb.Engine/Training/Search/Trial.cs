namespace AraWeb.Engine.Training.Search;

/// <summary>One configuration of a learner, and how it did out of fold.</summary>
/// <param name="Learner">Id of the learner.</param>
/// <param name="Values">Its parameters; empty for the usual settings.</param>
/// <param name="Stride">Days between two that were learned from: the larger, the cheaper the trial.</param>
/// <param name="Seed">Chance of the fits.</param>
/// <param name="DataHash">SHA-256 of the bars, lower-case hexadecimal.</param>
/// <param name="Gains">
/// [blocks] for each block of twenty days after the first fit, by how much saying nothing had the larger squared error, in squared forecast deviations; the
/// blocks of trials on the same data are the same.
/// </param>
/// <param name="At">When it was made.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record Trial(
    string Learner, SortedDictionary<string, double> Values, int Stride, int Seed, string DataHash, double[] Gains, DateTimeOffset At, double Seconds)
{
    /// <summary>Mean gain: out of fold, the larger the better; below zero it did worse than saying nothing.</summary>
    public double Score => Gains.Length == 0 ? double.NaN : Gains.Average();

    /// <summary>Its configuration in words.</summary>
    public string Configuration => Describe(Values);

    /// <summary>A configuration in words, the same for the same values.</summary>
    public static string Describe(IReadOnlyDictionary<string, double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0 ? "usual" : string.Join(' ', values.Select(value => FormattableString.Invariant($"{value.Key}={value.Value}")));
    }
}
