using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features;

/// <summary>An indicator with its parameters: all of its outputs are computed.</summary>
public sealed class FeatureRequest
{
    internal FeatureRequest(IIndicator indicator, ParameterValues values) => (Indicator, Values) = (indicator, values);

    /// <summary>Which indicator.</summary>
    public IndicatorSpec Spec => Indicator.Spec;

    /// <summary>Its parameters.</summary>
    public ParameterValues Values { get; }

    internal IIndicator Indicator { get; }

    /// <summary>Every indicator of the catalogue with its usual parameters.</summary>
    public static IReadOnlyList<FeatureRequest> Everything() => [.. IndicatorCatalog.All.Select(spec => Of(spec.Id))];

    /// <summary>An indicator with its usual parameters.</summary>
    /// <exception cref="InputException">No indicator has this id.</exception>
    public static FeatureRequest Of(string id) => Of(id, new Dictionary<string, double>(StringComparer.Ordinal));

    /// <summary>An indicator with some of its parameters replaced.</summary>
    /// <exception cref="InputException">The id or a parameter is unknown, or a value is out of range.</exception>
    public static FeatureRequest Of(string id, IReadOnlyDictionary<string, double> parameters)
    {
        var indicator = IndicatorCatalog.Indicator(id);
        return new FeatureRequest(indicator, ParameterValues.Create(indicator.Spec.Parameters, parameters));
    }

    /// <summary>Name of one of its lines: <c>rsi</c>, <c>macd.signal</c>, or with other than the usual parameters <c>macd(5,35,5).signal</c>.</summary>
    public string NameOf(IndicatorOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var settings = Values.AreDefaults ? string.Empty : $"({Values})";
        return Spec.Outputs.Length == 1 ? $"{Spec.Id}{settings}" : $"{Spec.Id}{settings}.{output.Name}";
    }
}
