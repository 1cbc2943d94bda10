namespace AraWeb.Tests.Architecture;

/// <summary>The line rule over compiled types. The same code judges the Engine and the canaries.</summary>
internal static class LineRule
{
    /// <summary>One line for each forbidden reference; empty when all is well.</summary>
    public static IReadOnlyList<string> Violations(AreaMap map, IEnumerable<Type> types) =>
    [
        .. types
            .Select(type => (Type: type, Area: map.AreaOf(type.Namespace)))
            .Where(user => user.Area is not null)
            .SelectMany(user => TypeReferences.Of(user.Type)
                .Select(used => (Type: used, Area: map.AreaOf(used.Namespace)))
                .Where(used => used.Area is not null && !map.Allows(user.Area!, used.Area))
                .Select(used => $"{user.Type.FullName} ({user.Area}) refers to {used.Type.FullName} ({used.Area})"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];
}
