using System.Reflection;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Architecture;

/// <summary>House rules for the tests themselves.</summary>
public sealed class TestConventionTests
{
    private static readonly string[] Categories = ["Scale", "Speed"];

    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly MethodInfo[] Tests =
    [
        .. typeof(TestConventionTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(Declared))
            .Where(method => method.IsDefined(typeof(FactAttribute), inherit: true)),
    ];

    [Fact]
    public void Tests_All_RunAlways() =>
        Findings.AssertNone(Tests.Where(test => test.GetCustomAttributes<FactAttribute>().Any(fact => fact.Skip is not null)).Select(FullName));

    [Fact]
    public void Tests_Names_SayMethodStateAndResult() =>
        Findings.AssertNone(Tests.Where(test => test.Name.Split('_') is not { Length: >= 3 } parts || parts.Any(part => part.Length == 0)).Select(FullName));

    [Fact]
    public void Tests_InPublicClasses_AreFoundByTheRunner() =>
        Findings.AssertNone(Tests.Where(test => !test.IsPublic || !test.DeclaringType!.IsVisible).Select(FullName));

    [Fact]
    public void Tests_Categories_AreThoseThatTheScriptKnows()
    {
        var unknown =
            from test in Tests
            from trait in CustomAttributeData.GetCustomAttributes(test).Concat(CustomAttributeData.GetCustomAttributes(test.DeclaringType!))
            where trait.AttributeType == typeof(TraitAttribute) && (string?)trait.ConstructorArguments[0].Value == "Category"
            where !Categories.Contains((string?)trait.ConstructorArguments[1].Value, StringComparer.Ordinal)
            select FullName(test);
        Findings.AssertNone(unknown);
        var script = Repository.Read("test.sh");
        Assert.All(Categories, category => Assert.Contains($"Category={category}", script, StringComparison.Ordinal));
    }

    private static string FullName(MethodInfo test) => $"{test.DeclaringType!.FullName}.{test.Name}";
}
