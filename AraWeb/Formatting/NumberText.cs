using System.Globalization;

namespace AraWeb.Formatting;

/// <summary>
/// Numbers as people read them here: thin-space groups that do not break, a true minus sign, an en dash for what is unknown. Fixed decimals, so that a column
/// aligns. Prices have their own rule in <see cref="PriceFormat"/>; no localisation.
/// </summary>
internal static class NumberText
{
    /// <summary>What stands for NaN and missing values.</summary>
    public const string Unknown = "–";

    /// <summary>U+2212.</summary>
    public const string Minus = "\u2212";

    /// <summary>U+202F, a thin space that does not break: between groups and before a unit.</summary>
    public const string ThinSpace = "\u202F";

    private static readonly NumberFormatInfo Format = new()
    {
        NegativeSign = Minus,
        NumberGroupSeparator = ThinSpace,
        NumberGroupSizes = [3],
    };

    /// <summary>A number with fixed decimals: <c>−1 234.50</c>.</summary>
    public static string Fixed(double value, int decimals)
    {
        if (!double.IsFinite(value))
        {
            return Unknown;
        }

        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0d : rounded).ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), Format);
    }

    /// <summary>A number with fixed decimals and its sign, except zero: <c>+1.50</c>.</summary>
    public static string Signed(double value, int decimals)
    {
        var text = Fixed(value, decimals);
        return Math.Round(value, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" + text : text;
    }

    /// <summary>A count: <c>1 240</c>.</summary>
    public static string Count(long value) => value.ToString("N0", Format);

    /// <summary>A count with what is counted, in one or in many: <c>1 outcome</c>, <c>1 240 outcomes</c>.</summary>
    public static string Count(long value, string one) => $"{Count(value)} {one}{(value == 1 ? string.Empty : "s")}";

    /// <summary>A return (0.0084) in per cent with sign and two digits: <c>+0.84 %</c>.</summary>
    public static string Return(double share) => Percent(Signed(share * 100, 2));

    /// <summary>A log return as the simple return a reader expects, in per cent with sign and two digits.</summary>
    public static string LogReturn(double logReturn) => Return(Math.Exp(logReturn) - 1);

    /// <summary>A share (0.913) in per cent with one digit and no sign: <c>91.3 %</c>.</summary>
    public static string Share(double share) => Percent(Fixed(share * 100, 1));

    /// <summary>A probability as whole per cent; near the ends <c>&lt; 1 %</c> and <c>&gt; 99 %</c>, never 0 or 100 but for certainty itself.</summary>
    public static string Probability(double probability) => probability switch
    {
        double.NaN => Unknown,
        > 0 and < 0.01 => "<" + ThinSpace + Percent("1"),
        > 0.99 and < 1 => ">" + ThinSpace + Percent("99"),
        _ => Percent(Fixed(probability * 100, 0)),
    };

    private static string Percent(string number) => number == Unknown ? number : number + ThinSpace + "%";
}
