using System.Text.RegularExpressions;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Architecture;

/// <summary>House rules that are about the text of source files.</summary>
public sealed partial class SourceConventionTests
{
    private const int WidthLimit = 160;

    private static readonly string[] Projects = ["AraWeb", "AraWeb.Engine", "AraWeb.Tests"];

    private static readonly (string Suffix, int Lines)[] Budgets = [(".razor.css", 150), (".razor.cs", 250), (".razor", 150), (".cs", 400)];

    private static IEnumerable<string> CSharp => Projects.SelectMany(project => Repository.Files(project, "*.cs"));

    private static IEnumerable<string> Product =>
        from project in new[] { "AraWeb", "AraWeb.Engine", "wwwroot" }
        from pattern in new[] { "*.cs", "*.razor", "*.js", "*.css" }
        from file in Repository.Files(project, pattern)
        select file;

    [Fact]
    public void SourceFiles_All_StayWithinTheirBudget()
    {
        var files = Projects.SelectMany(project => Repository.Files(project, "*.*"));
        Findings.AssertNone(files.Select(file => OverBudget(file, File.ReadAllLines(Repository.PathOf(file)))).OfType<string>());
    }

    [Theory]
    [InlineData("Page.razor", 151, 10)]
    [InlineData("Page.razor.cs", 251, 10)]
    [InlineData("Page.razor.css", 151, 10)]
    [InlineData("Thing.cs", 401, 10)]
    [InlineData("Thing.cs", 1, 161)]
    public void OverBudget_TooLongOrTooWide_IsSeen(string file, int lines, int width) =>
        Assert.NotNull(OverBudget(file, [.. Enumerable.Repeat(new string('x', width), lines)]));

    [Theory]
    [InlineData("Page.razor", 150)]
    [InlineData("Page.razor.cs", 250)]
    [InlineData("Thing.cs", 400)]
    [InlineData("golden.csv", 9000)]
    public void OverBudget_WithinItsBudget_IsNull(string file, int lines) =>
        Assert.Null(OverBudget(file, [.. Enumerable.Repeat(new string('x', WidthLimit), lines)]));

    [Fact]
    public void Namespaces_All_EqualTheirFolder()
    {
        var wrong =
            from file in CSharp
            let match = NamespaceLine().Match(Repository.Read(file))
            where match.Success
            let expected = Path.GetDirectoryName(file)!.Replace('/', '.')
            where match.Groups["name"].Value != expected
            select $"{file} says {match.Groups["name"].Value}";
        Findings.AssertNone(wrong);
    }

    [Fact]
    public void Namespaces_All_AreDeclared()
    {
        // Top-level statements cannot stand in a namespace, assembly attributes need none.
        var without = CSharp.Where(file =>
            Path.GetFileName(file) is not ("Program.cs" or "GlobalUsings.cs" or "AssemblyInfo.cs") && !NamespaceLine().IsMatch(Repository.Read(file)));
        Findings.AssertNone(without);
    }

    [Fact]
    public void SourceFiles_All_HoldOneTypeNamedLikeTheFile()
    {
        var wrong =
            from file in CSharp
            let types = TopLevelTypes(Repository.Read(file))
            where types.Count > 1 || (types.Count == 1 && types[0] != Path.GetFileName(file).Split('.')[0])
            select $"{file} holds {string.Join(", ", types)}";
        Findings.AssertNone(wrong);
    }

    [Theory]
    [InlineData("internal sealed class A { }\ninternal enum B { X }", 2)]
    [InlineData("public readonly record struct A(int B);\npublic delegate void C<T>();", 2)]
    [InlineData("internal static partial class A\n{\n    private sealed class Nested;\n}", 1)]
    [InlineData("/// <summary>class A</summary>\nfile sealed record B;", 1)]
    public void TopLevelTypes_Text_CountsThem(string text, int expected) => Assert.Equal(expected, TopLevelTypes(text).Count);

    [Fact]
    public void Product_SourceFiles_HoldNoUnfinishedWork()
    {
        var found =
            from file in Product
            from line in File.ReadAllLines(Repository.PathOf(file))
            where Unfinished().IsMatch(line)
            select $"{file}: {line.Trim()}";
        Findings.AssertNone(found);
    }

    [Theory]
    [InlineData("// TODO: later")]
    [InlineData("throw new NotImplementedException();")]
    [InlineData("#region Fields")]
    [InlineData("#pragma warning disable CS1591")]
    public void Unfinished_Line_IsSeen(string line) => Assert.Matches(Unfinished(), line);

    [Fact]
    public void Markup_All_HoldsNoInlineStyle()
    {
        var found =
            from file in Repository.Files("AraWeb", "*.razor")
            from line in File.ReadAllLines(Repository.PathOf(file))
            where InlineStyle().IsMatch(line)
            select $"{file}: {line.Trim()}";
        Findings.AssertNone(found);
    }

    [Theory]
    [InlineData("<div style=\"color: red\">")]
    [InlineData("<RadzenStack Style=\"width: 100%\">")]
    public void InlineStyle_Attribute_IsSeen(string line) => Assert.Matches(InlineStyle(), line);

    [Theory]
    [InlineData("<Button ButtonStyle=\"ButtonStyle.Primary\">")]
    [InlineData("<link rel=\"stylesheet\" href=\"a.css\">")]
    public void InlineStyle_OtherAttribute_IsLeftAlone(string line) => Assert.DoesNotMatch(InlineStyle(), line);

    [Fact]
    public void Folders_All_NameASubject()
    {
        var vague = CSharp.SelectMany(file => file.Split('/')[..^1]).Where(part =>
            part is "Helpers" or "Utils" or "Utilities" or "Common" or "Managers" or "Extensions" or "Misc");
        Findings.AssertNone(vague);
    }

    private static string? OverBudget(string file, string[] lines)
    {
        var budget = Budgets.FirstOrDefault(budget => file.EndsWith(budget.Suffix, StringComparison.Ordinal));
        if (budget.Suffix is null)
        {
            return null;
        }

        var wide = Array.FindIndex(lines, line => line.Length > WidthLimit);
        return lines.Length > budget.Lines ? $"{file} has {lines.Length} lines of {budget.Lines}"
            : wide >= 0 ? $"{file} line {wide + 1} has {lines[wide].Length} columns of {WidthLimit}"
            : null;
    }

    private static IReadOnlyList<string> TopLevelTypes(string text) => [.. TypeLine().Matches(text).Select(match => match.Groups["name"].Value)];

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|abstract|static|partial|readonly|ref|unsafe) )+"
        + @"(?:class|struct|interface|enum|record(?: class| struct)?|delegate \S+) (?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b|^\s*#region\b|warning disable.*\bCS1591\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"(?<![\w-])style\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineStyle();
}
