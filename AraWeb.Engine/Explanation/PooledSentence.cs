using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Features;

namespace AraWeb.Engine.Explanation;

/// <summary>A pooled forecast in plain words: direction, size, what it rests on, how uncertain it is, and what would change it. Promises nothing.</summary>
public static class PooledSentence
{
    /// <summary>Factors that a person is told of.</summary>
    public const int Told = 5;

    /// <summary>A tilt below this many deviations moves the probability of a rise by less than half a point.</summary>
    private const double Slight = 0.0125;

    /// <summary>The sentence.</summary>
    /// <param name="symbol">Whose forecast.</param>
    /// <param name="explanation">The forecast taken apart.</param>
    /// <param name="deviation">Forecast standard deviation of the log return over the horizon.</param>
    /// <param name="up">Probability of a rise.</param>
    /// <param name="regime">The market's state; null while unknown.</param>
    public static string Of(Symbol symbol, PooledExplanation explanation, double deviation, double up, RegimeType? regime)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var size = explanation.Mean * deviation;
        var state = regime is { } known ? $" in a {RegimeWords.Adjective(known)} market" : string.Empty;
        var lean = Math.Abs(explanation.Mean) < Slight
            ? $"{symbol}, next {explanation.Horizon} bars: the models lean neither way worth naming ({Percent(size)})"
            : $"{symbol}, next {explanation.Horizon} bars: the models lean {(size > 0 ? "up" : "down")} by {Percent(size)}";
        var scale = $"such a span moves {Percent(deviation, signed: false)}{state}, so a rise is {up:0 %} and a fall {1 - up:0 %} likely";
        var factors = explanation.Factors.Where(factor => factor.Contribution != 0).Take(Told).ToArray();
        if (factors.Length == 0)
        {
            return $"{lean}; {scale}. No feature moves the forecast.";
        }

        string[] parts =
        [
            $"the drift that all instruments share gives {Percent(explanation.Base * deviation)}",
            .. Part(factors, 1, "for a rise", deviation),
            .. Part(factors, -1, "for a fall", deviation),
        ];
        var largest = factors[0];
        return $"{lean}; {scale}. {Capital(string.Join("; ", parts))}. Without {FeatureLabel.Of(largest.Feature)} the forecast would be "
            + $"{Percent((explanation.Mean - largest.Contribution) * deviation)}.";
    }

    /// <summary>The features of one sign and what they add together; nothing where there is none.</summary>
    private static string[] Part(Factor[] factors, int sign, string direction, double deviation)
    {
        var chosen = factors.Where(factor => Math.Sign(factor.Contribution) == sign).ToArray();
        if (chosen.Length == 0)
        {
            return [];
        }

        string[] names = [.. chosen.Select(factor => FeatureLabel.Of(factor.Feature))];
        var list = names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
        return [$"{list} {(names.Length == 1 ? "speaks" : "speak")} {direction} ({Percent(chosen.Sum(factor => factor.Contribution) * deviation)})"];
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Percent(double logReturn, bool signed = true)
    {
        var percent = 100 * logReturn;
        return signed
            ? Math.Round(percent, 2).ToString("+0.00 '%';-0.00 '%';0.00 '%'", CultureInfo.InvariantCulture)
            : percent.ToString("0.0 '%'", CultureInfo.InvariantCulture);
    }
}
