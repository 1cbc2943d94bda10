using AraWeb.Engine.Numerics.LinearAlgebra;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// How sure a ridge model is of its mean. Ridge is the posterior mean of coefficients that are normal around zero with independent normal noise (Lindley and
/// Smith 1972); the posterior's covariance is sigma^2 (X'X + n penalty I)^-1, and that of the centre sigma^2 / n. Labels of h bars overlap with their
/// neighbours, which multiplies the variance by h at most (Hansen and Hodrick 1980); that bound is taken. Leaves out what choosing the penalty adds,
/// and what rows of one bar have in common.
/// </summary>
internal sealed class RidgePosterior
{
    private readonly Lazy<CholeskyFactor>[] _factors;

    /// <summary>Keeps what the posterior needs; factors come when first asked for.</summary>
    /// <param name="gram">[F * F] products of standardised columns per unit of weight.</param>
    /// <param name="scales">[F] standard deviations of the columns.</param>
    /// <param name="rows">Effective number of rows.</param>
    /// <param name="penalties">[H].</param>
    public RidgePosterior(double[] gram, double[] scales, double rows, double[] penalties)
    {
        (Gram, Scales, Rows) = (gram, scales, rows);

        // The same matrix was factored when the model was fitted.
        _factors = [.. penalties.Select(penalty => new Lazy<CholeskyFactor>(() => CholeskyFactor.Of(gram, scales.Length, penalty)!))];
    }

    /// <summary>[F * F].</summary>
    public double[] Gram { get; }

    /// <summary>[F].</summary>
    public double[] Scales { get; }

    /// <summary>Effective number of rows.</summary>
    public double Rows { get; }

    /// <summary>Standard deviation of the mean at a row.</summary>
    /// <param name="h">Number of the horizon.</param>
    /// <param name="fit">What was learned for it.</param>
    /// <param name="distances">[F] the row's features from their means, 0 where unknown.</param>
    /// <param name="standardised">[F] working memory.</param>
    public double DeviationOfMean(int h, LinearFit fit, ReadOnlySpan<double> distances, Span<double> standardised)
    {
        for (var j = 0; j < standardised.Length; j++)
        {
            standardised[j] = Scales[j] == 0 ? 0 : distances[j] / Scales[j];
        }

        var form = _factors[h].Value.InverseForm(standardised);
        return fit.Deviation * Math.Sqrt(fit.Horizon * (1 + form) / Rows);
    }
}
