using System.Globalization;
using AraWeb.Engine.Prediction;

namespace AraWeb.Components.Charts;

/// <summary>
/// A price line with the 80 % band that follows, as points of an SVG of <see cref="Width"/> by <see cref="Height"/>. Pure; no axes, no labels: the
/// numbers stand beside it as text.
/// </summary>
/// <param name="Line">Closes, oldest first.</param>
/// <param name="Band">Outline of the band, from the last close on; empty without forecast.</param>
/// <param name="Median">The median, from the last close on; empty without forecast.</param>
public sealed record SparkFan(string Line, string Band, string Median)
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 160;

    /// <summary>Height of the drawing.</summary>
    public const int Height = 40;

    private const double BandProbability = 0.8;

    // Keeps half a line's width free at the edges.
    private const double Air = 1;

    /// <summary>Computes the drawing; null with fewer than two closes.</summary>
    /// <param name="closes">Closes, oldest first.</param>
    /// <param name="forecast">What follows the last one; null while unknown.</param>
    internal static SparkFan? Of(ReadOnlySpan<double> closes, PredictionResult? forecast)
    {
        if (closes.Length < 2)
        {
            return null;
        }

        var steps = forecast?.Horizons ?? [];
        var last = closes.Length - 1;
        double[] prices = [.. closes];
        double[] lower = [prices[last], .. steps.Select(step => HorizonForecast.Price(forecast!.LastClose, step.Returns.Interval(BandProbability).Lower))];
        double[] upper = [prices[last], .. steps.Select(step => HorizonForecast.Price(forecast!.LastClose, step.Returns.Interval(BandProbability).Upper))];
        double[] median = [prices[last], .. steps.Select(step => HorizonForecast.Price(forecast!.LastClose, step.Returns.Median))];

        var least = Math.Min(prices.Min(), lower.Min());
        var most = Math.Max(prices.Max(), upper.Max());
        var right = last + steps.Count;
        var band = steps.Count == 0
            ? string.Empty
            : string.Join(' ', upper.Select((price, i) => Point(last + i, price)).Concat(lower.Select((price, i) => Point(last + i, price)).Reverse()));
        return new SparkFan(
            string.Join(' ', prices.Select((price, i) => Point(i, price))),
            band,
            steps.Count == 0 ? string.Empty : string.Join(' ', median.Select((price, i) => Point(last + i, price))));

        string Point(int position, double price)
        {
            var x = (double)position / right * Width;
            var y = most > least ? Air + ((most - price) / (most - least) * (Height - (2 * Air))) : Height / 2d;
            return string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}");
        }
    }
}
