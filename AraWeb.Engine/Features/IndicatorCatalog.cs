using System.Collections.Immutable;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features;

/// <summary>All indicators there are, by id. Adding a file under Indicators adds a line here.</summary>
public static class IndicatorCatalog
{
    private static readonly ImmutableSortedDictionary<string, IIndicator> ById = typeof(IIndicator).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IIndicator)))
        .Select(type => (IIndicator)Activator.CreateInstance(type, nonPublic: true)!)
        .ToImmutableSortedDictionary(indicator => indicator.Spec.Id, indicator => indicator, StringComparer.Ordinal);

    /// <summary>What there is, by family and then by id.</summary>
    public static IReadOnlyList<IndicatorSpec> All { get; } =
        [.. ById.Values.Select(indicator => indicator.Spec).OrderBy(spec => spec.Family).ThenBy(spec => spec.Id, StringComparer.Ordinal)];

    /// <summary>The specification of an indicator.</summary>
    /// <exception cref="InputException">No indicator has this id.</exception>
    public static IndicatorSpec Find(string id) => Indicator(id).Spec;

    /// <summary>The specification of an indicator; null where no indicator has this id.</summary>
    public static IndicatorSpec? FindOrDefault(string id) => ById.GetValueOrDefault(id)?.Spec;

    internal static IIndicator Indicator(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return ById.TryGetValue(id.Trim().ToLowerInvariant(), out var indicator)
            ? indicator
            : throw new InputException("indicator", id, "The catalogue (docs/indicators.md, GET /api/v1/indicators) lists what there is.");
    }
}
