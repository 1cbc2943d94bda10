using System.Text.Json;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>Numbers as the reports of studies print them.</summary>
internal static class StudyNumber
{
    /// <summary>A JSON number with six significant digits; null for NaN and infinities, which JSON does not have.</summary>
    public static JsonNode? Of(double value) => double.IsFinite(value)
        ? JsonValue.Create(double.Parse(value.ToString("G6"), System.Globalization.CultureInfo.InvariantCulture))
        : null;

    /// <summary>A JSON object of numbers by name.</summary>
    public static JsonObject Object(IEnumerable<string> names, Func<string, double> value)
    {
        var json = new JsonObject();
        foreach (var name in names)
        {
            json[name] = Of(value(name));
        }

        return json;
    }

    /// <summary>A state of the market as a key.</summary>
    public static string KeyOf(RegimeType state) => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString());

    /// <summary>A cell of a table; a dash for NaN.</summary>
    public static string Text(double value, string format) => double.IsNaN(value) ? "\u2013" : value.ToString(format);

    /// <summary>The median of the numbers that are not NaN; NaN when there are none.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(value => !double.IsNaN(value)).Order()];
        return sorted.Length == 0 ? double.NaN
            : sorted.Length % 2 == 1 ? sorted[sorted.Length / 2]
            : 0.5 * (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]);
    }
}
