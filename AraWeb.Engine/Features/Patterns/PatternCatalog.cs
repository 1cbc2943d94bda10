using System.Collections.Immutable;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features.Patterns;

/// <summary>All patterns there are, by id. Adding a rule's file adds a line here, or two where its mirror image has a name.</summary>
public static class PatternCatalog
{
    private static readonly ImmutableSortedDictionary<string, PatternSpec> ById;

    static PatternCatalog()
    {
        Rules =
        [
            .. typeof(IPattern).Assembly.GetTypes()
                .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IPattern)))
                .Select(type => (IPattern)Activator.CreateInstance(type, nonPublic: true)!)
                .OrderBy(pattern => pattern.Spec.Id, StringComparer.Ordinal),
        ];
        ById = Rules
            .SelectMany(rule => rule.Mirror is { } mirror && mirror.Id != rule.Spec.Id ? new[] { rule.Spec, mirror } : [rule.Spec])
            .ToImmutableSortedDictionary(spec => spec.Id, spec => spec, StringComparer.Ordinal);
        All = [.. ById.Values.OrderBy(spec => spec.Kind).ThenBy(spec => spec.Id, StringComparer.Ordinal)];
    }

    /// <summary>What there is, by kind and then by id.</summary>
    public static IReadOnlyList<PatternSpec> All { get; }

    /// <summary>The rules that find them.</summary>
    internal static ImmutableArray<IPattern> Rules { get; }

    /// <summary>The specification of a pattern.</summary>
    /// <exception cref="InputException">No pattern has this id.</exception>
    public static PatternSpec Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return ById.TryGetValue(id.Trim().ToLowerInvariant(), out var spec)
            ? spec
            : throw new InputException("pattern", id, "The catalogue (docs/features.md) lists what there is.");
    }
}
