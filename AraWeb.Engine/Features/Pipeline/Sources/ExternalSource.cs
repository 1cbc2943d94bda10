using AraWeb.Engine.Features.Timeframes;

namespace AraWeb.Engine.Features.Pipeline.Sources;

/// <summary>
/// The newest value of an outside series that was known when the bar closed, and its age in days. Without the series both are unknown, so that a model has
/// its place before the data come.
/// </summary>
/// <param name="name">Name of the series.</param>
/// <param name="longestAge">A value older than this is no longer used.</param>
internal sealed class ExternalSource(string name, TimeSpan longestAge) : IFeatureSource
{
    /// <inheritdoc/>
    public IEnumerable<FeatureValues> Compute(FeatureContext context)
    {
        var asOf = TimeframeAlignment.CloseTimes(context.Bars);
        var series = context.External.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.Ordinal));
        var (values, ages) = (new double[asOf.Length], new double[asOf.Length]);
        var newest = -1;
        for (var i = 0; i < asOf.Length; i++)
        {
            while (series is not null && newest + 1 < series.KnownAt.Count && series.KnownAt[newest + 1] <= asOf[i])
            {
                newest++;
            }

            var age = newest < 0 ? TimeSpan.MaxValue : TimeSpan.FromMilliseconds(asOf[i] - series!.KnownAt[newest]);
            (values[i], ages[i]) = age <= longestAge ? (series!.Values[newest], age.TotalDays) : (double.NaN, double.NaN);
        }

        return [new FeatureValues(name, values), new FeatureValues(name + "-age", ages)];
    }
}
