using System.Text.RegularExpressions;
using AraWeb.Engine.Core;
using AraWeb.Tests.Architecture.Canary.Lower;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Architecture;

/// <summary>Holds the arrows between the areas of AraWeb.Engine.</summary>
public sealed partial class LineRuleTests
{
    private static readonly Type[] EngineTypes = typeof(Symbol).Assembly.GetTypes();

    private static readonly AreaMap CanaryMap = new("AraWeb.Tests.Architecture.Canary", ["Upper", "Side"], ["Lower"]);

    [Fact]
    public void Engine_AllTypes_UseOnlyLinesAbove() => Findings.AssertNone(LineRule.Violations(AreaMap.Engine, EngineTypes));

    [Fact]
    public void Engine_AllTypes_StandInAnAreaOfTheTable()
    {
        var strangers = EngineTypes
            .Where(type => AreaMap.Engine.AreaOf(type.Namespace) is { } area && area != AreaMap.Store && !AreaMap.Engine.Lines.ContainsKey(area))
            .Select(type => type.FullName!);
        Findings.AssertNone(strangers);
    }

    [Fact]
    public void Engine_UsingDirectives_NameOnlyLinesAbove()
    {
        var violations =
            from file in Repository.Files("AraWeb.Engine", "*.cs")
            let area = file.Split('/')[1]
            from Match match in UsingDirective().Matches(Repository.Read(file))
            let used = match.Groups["area"].Value
            where !AreaMap.Engine.Allows(area, used)
            select $"{file} uses {used}";
        Findings.AssertNone(violations);
    }

    [Fact]
    public void Document_AreaTable_EqualsTheMap()
    {
        var rows =
            from Match match in TableRow().Matches(Repository.Read("docs", "architecture.md"))
            from area in match.Groups["areas"].Value.Split(',', StringSplitOptions.TrimEntries)
            select $"{match.Groups["line"].Value} {area}";
        Assert.Equal(AreaMap.Engine.Lines.Select(pair => $"{pair.Value} {pair.Key}").Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(typeof(Canary.Upper.CallsBelow))]
    [InlineData(typeof(Canary.Upper.HoldsBelow))]
    [InlineData(typeof(Canary.Upper.InheritsBelow))]
    [InlineData(typeof(Canary.Upper.ReturnsBelow))]
    [InlineData(typeof(Canary.Upper.CatchesBelow))]
    [InlineData(typeof(Canary.Upper.MarkedByBelow))]
    [InlineData(typeof(Canary.Upper.NamesBelowInAttribute))]
    [InlineData(typeof(Canary.Upper.ConstrainedByBelow<>))]
    [InlineData(typeof(Canary.Upper.TestsForBelow))]
    [InlineData(typeof(Canary.Upper.PassesBelowAsArgument))]
    [InlineData(typeof(Canary.Side.CallsNeighbour))]
    public void Canary_ForbiddenArrow_IsSeen(Type canary) => Assert.NotEmpty(LineRule.Violations(CanaryMap, WithNested(canary)));

    [Fact]
    public void Canary_ArrowToALineAbove_IsAllowed() => Assert.Empty(LineRule.Violations(CanaryMap, WithNested(typeof(UsesAbove))));

    private static IEnumerable<Type> WithNested(Type type) =>
        type.GetNestedTypes(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Public).SelectMany(WithNested).Prepend(type);

    [GeneratedRegex(@"^\s*(?:global )?using (?:static )?(?:[\w.]+ = )?AraWeb\.Engine\.(?<area>\w+)", RegexOptions.Multiline)]
    private static partial Regex UsingDirective();

    [GeneratedRegex(@"^\| (?<line>\d+) \| (?<areas>[A-Z]\w+(?:, [A-Z]\w+)*) \|", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
