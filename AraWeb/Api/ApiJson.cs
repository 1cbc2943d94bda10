using System.Text.Json;
using System.Text.Json.Serialization;

namespace AraWeb.Api;

/// <summary>How the API and the command line write JSON: camel case, enumerations as words, null for what is unknown.</summary>
internal static class ApiJson
{
    /// <summary>Options for callers outside a request, indented.</summary>
    public static JsonSerializerOptions Indented { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true });

    /// <summary>Applies the settings.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.RespectNullableAnnotations = true;
        options.NumberHandling = JsonNumberHandling.Strict;
        return options;
    }

    /// <summary>Null for NaN and infinities, which JSON cannot say.</summary>
    public static double? Known(double value) => double.IsFinite(value) ? value : null;
}
