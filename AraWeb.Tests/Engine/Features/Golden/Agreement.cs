using System.Globalization;
using AraWeb.Engine.Features;

namespace AraWeb.Tests.Engine.Features.Golden;

/// <summary>How a line compares with a reference column.</summary>
/// <param name="Case">The case.</param>
/// <param name="Compared">Rows with a value on both sides.</param>
/// <param name="Worst">Largest absolute distance.</param>
/// <param name="Fault">What is wrong; null when every row agrees.</param>
internal sealed record Agreement(GoldenCase Case, int Compared, double Worst, string? Fault)
{
    private const int ManyDigits = 10;
    private const double Relative = 1e-9;

    /// <summary>Compares.</summary>
    public static Agreement Of(GoldenCase each)
    {
        var (bars, benchmark, expected) = ReferenceColumns.Read(each);
        var calculator = new FeatureCalculator([GoldenTests.RequestOf(each.Indicator, each.Settings)]);
        var values = GoldenTests.Compute(each.Indicator, each.Settings, each.Output, calculator.Compute(bars, benchmark));
        var (compared, worst) = (0, 0.0);
        string? fault = null;
        for (var row = each.From; row < Math.Min(each.Until, expected.Length) && row + each.DrawnEarlier < values.Length; row++)
        {
            if (!double.TryParse(expected[row], NumberStyles.Float, CultureInfo.InvariantCulture, out var printed) || double.IsNaN(printed))
            {
                continue;
            }

            var ours = values[row + each.DrawnEarlier];
            var distance = Math.Abs(ours - (printed * each.Factor));
            if (!(distance <= Allowed(expected[row], printed, each)))
            {
                fault ??= string.Create(
                    CultureInfo.InvariantCulture,
                    $"{each.Indicator} {each.Settings} {each.Output} against {each.Source} '{each.Column}': row {row} is {ours:R} for {expected[row]}");
            }

            compared++;
            worst = Math.Max(worst, distance);
        }

        return new Agreement(each, compared, worst, compared == 0 ? $"{each} compares nothing" : fault);
    }

    // A double printed with twelve digits, or the rounding of the last digit that is printed.
    private static double Allowed(string text, double printed, GoldenCase each)
    {
        var digits = text.TrimStart('-', '0', '.').Split('E', 'e')[0].Count(char.IsAsciiDigit);
        var decimals = each.Decimals ?? (text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0);
        var relative = Relative * Math.Max(1, Math.Abs(printed));
        return each.Decimals is null && (each.Source.StartsWith("stock_indicators/", StringComparison.Ordinal) || digits >= ManyDigits)
            ? relative * Math.Max(1, each.Units)
            : (each.Units * Math.Pow(10, -decimals) * Math.Abs(each.Factor)) + relative;
    }
}
