namespace AraWeb.Engine.Evaluation.Reliability;

/// <summary>
/// The Brier score in parts: Murphy (1973) with the two terms within bins of Stephenson, Coelho and Jolliffe (2008), so that score = reliability - resolution +
/// uncertainty + variance within bins - covariance within bins, to rounding, however the bins are cut. Bins that hold equal forecasts have no terms within.
/// </summary>
/// <param name="Score">Mean Brier score.</param>
/// <param name="Reliability">How far the shares of events lie from the forecasts: smaller is better.</param>
/// <param name="Resolution">How far the shares of events lie apart: larger is better.</param>
/// <param name="Uncertainty">Score of the share of events in these rows as forecast: the same for all forecasts.</param>
/// <param name="VarianceWithin">Spread of the forecasts within bins.</param>
/// <param name="CovarianceWithin">What that spread says about the outcomes, twice the covariance.</param>
public sealed record BrierDecomposition(
    double Score, double Reliability, double Resolution, double Uncertainty, double VarianceWithin, double CovarianceWithin)
{
    /// <summary>Resolution that does not depend on how the bins are cut as much: with the terms within.</summary>
    public double GeneralisedResolution => Resolution - VarianceWithin + CovarianceWithin;

    /// <summary>
    /// Skill against the share of events in these same rows, which nobody knew before: a hard rival. NaN where all events came or none. Against a rival that
    /// was known, <see cref="SkillScore"/>.
    /// </summary>
    public double Skill => Uncertainty == 0 ? double.NaN : 1 - (Score / Uncertainty);

    /// <summary>Takes the score apart.</summary>
    /// <param name="probabilities">[N] forecast probabilities of the event.</param>
    /// <param name="outcomes">[N] true where it came.</param>
    /// <param name="bins">Bins of about the same number, at least 1; N bins put only equal forecasts together.</param>
    /// <returns>NaN without forecasts.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a value is not a probability.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one bin.</exception>
    public static BrierDecomposition Of(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes, int bins)
    {
        Arguments.RequireProbabilities(probabilities, nameof(probabilities));
        Arguments.RequireLength(outcomes.Length, probabilities.Length, nameof(outcomes));
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        double n = probabilities.Length;
        var share = outcomes.Count(true) / n;
        var (score, reliability, resolution, variance, covariance) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var rows in new ForecastBins(probabilities, bins).Rows)
        {
            var (forecast, events) = (0.0, 0);
            foreach (var row in rows)
            {
                forecast += probabilities[row];
                events += outcomes[row] ? 1 : 0;
            }

            forecast /= rows.Count;
            var observed = (double)events / rows.Count;
            reliability += rows.Count * (forecast - observed) * (forecast - observed);
            resolution += rows.Count * (observed - share) * (observed - share);
            foreach (var row in rows)
            {
                var outcome = outcomes[row] ? 1.0 : 0;
                score += (probabilities[row] - outcome) * (probabilities[row] - outcome);
                variance += (probabilities[row] - forecast) * (probabilities[row] - forecast);
                covariance += 2 * (outcome - observed) * (probabilities[row] - forecast);
            }
        }

        return new BrierDecomposition(score / n, reliability / n, resolution / n, share * (1 - share), variance / n, covariance / n);
    }
}
