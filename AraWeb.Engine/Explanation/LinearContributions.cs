namespace AraWeb.Engine.Explanation;

/// <summary>
/// Splits the prediction of a linear model: feature i adds coefficient times (value - mean), the Shapley value of a linear model whose features are taken as
/// independent (Lundberg and Lee 2017, corollary 1). Leaves out interactions, of which a linear model has none.
/// </summary>
public static class LinearContributions
{
    /// <summary>Splits the prediction of one row, without allocating.</summary>
    /// <param name="coefficients">[F] slopes, in units of the target per unit of the feature.</param>
    /// <param name="means">[F] the features' means in training.</param>
    /// <param name="row">[F] values; NaN counts as the mean and adds nothing.</param>
    /// <param name="contributions">[F] receives what each feature adds to <see cref="ExpectedValue"/>.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static void Explain(ReadOnlySpan<double> coefficients, ReadOnlySpan<double> means, ReadOnlySpan<double> row, Span<double> contributions)
    {
        if (means.Length != coefficients.Length || row.Length != coefficients.Length || contributions.Length != coefficients.Length)
        {
            throw new ArgumentException(
                $"{coefficients.Length} coefficients, {means.Length} means, {row.Length} values and {contributions.Length} contributions do not fit together.",
                nameof(row));
        }

        for (var i = 0; i < row.Length; i++)
        {
            contributions[i] = double.IsNaN(row[i]) ? 0 : coefficients[i] * (row[i] - means[i]);
        }
    }

    /// <summary>The prediction at the means: what contributions are counted from.</summary>
    /// <param name="intercept">The prediction where all features are zero.</param>
    /// <param name="coefficients">[F] slopes.</param>
    /// <param name="means">[F] the features' means in training.</param>
    /// <exception cref="ArgumentException">Lengths differ.</exception>
    public static double ExpectedValue(double intercept, ReadOnlySpan<double> coefficients, ReadOnlySpan<double> means)
    {
        if (means.Length != coefficients.Length)
        {
            throw new ArgumentException($"{coefficients.Length} coefficients and {means.Length} means do not fit together.", nameof(means));
        }

        var sum = intercept;
        for (var i = 0; i < means.Length; i++)
        {
            sum += coefficients[i] * means[i];
        }

        return sum;
    }
}
