namespace AraWeb.Engine.Models.Baselines;

/// <summary>
/// The mean of standardised returns under a sceptical prior: normal, centred on zero. With n independent observations of unit variance the posterior mean is
/// the sample mean times n / (n + 1 / prior variance). One kernel for the streaming and the batch form.
/// </summary>
internal sealed class PosteriorMean
{
    /// <summary>
    /// Prior standard deviation of the mean per bar in standard deviations of a bar. 0.02 a day is an annual Sharpe ratio of 0.32, the order of a broad
    /// stock index.
    /// </summary>
    private const double PriorDeviation = 0.02;

    private double _sum;
    private double _weight;

    /// <summary>The posterior mean per bar, in standard deviations of a bar; zero before any observation.</summary>
    public double Value => _sum / (_weight + (1 / (PriorDeviation * PriorDeviation)));

    /// <summary>Takes a standardised return of one bar.</summary>
    public void Add(double standardizedReturn, double weight)
    {
        _sum += weight * standardizedReturn;
        _weight += weight;
    }
}
