using System.Reflection;
using System.Text.RegularExpressions;
using AraWeb.Engine.Providers.Validation;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Architecture;

/// <summary>What the documentation says that a machine can check: links, settings, decision records.</summary>
public sealed partial class DocumentationTests
{
    private static IReadOnlyList<string> Pages => [.. Repository.Files("docs", "*.md"), "README.md", "CONTRIBUTING.md"];

    [Fact]
    public void Links_Relative_Resolve() => Findings.AssertNone(Pages.SelectMany(page => BrokenLinks(page, Repository.Read(page))));

    [Theory]
    [InlineData("[a](no-such-page.md)")]
    [InlineData("[a](docs/faq.md#no-such-heading)")]
    [InlineData("[a](#no-such-heading)")]
    public void BrokenLinks_DeadLink_IsSeen(string text) => Assert.Single(BrokenLinks("README.md", text));

    [Fact]
    public void BrokenLinks_LiveLinks_AreLeftAlone() =>
        Assert.Empty(BrokenLinks("README.md", "## The heading\n[a](docs/faq.md#faq) [b](#the-heading) [c](https://example.org/x) [d](LICENSE)"));

    [Fact]
    public void Readme_SettingsTable_NamesEverySetting()
    {
        var settings =
            from type in typeof(Program).Assembly.GetTypes()
            where type.Namespace == "AraWeb.Configuration" && type.Name.EndsWith("Options", StringComparison.Ordinal)
            let section = (string?)type.GetField("Section")?.GetRawConstantValue()
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where section is not null && property.CanWrite
            select $"{section}:{property.Name}";
        var named = SettingRow().Matches(Repository.Read("README.md")).Select(match => match.Groups["key"].Value);
        Assert.Equal(settings.Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Decisions_EveryRecord_IsListedAndCanBeReopened()
    {
        var list = Repository.Read("docs", "decisions", "README.md");
        var records = Repository.Files("docs/decisions", "0*.md");
        Assert.NotEmpty(records);
        Findings.AssertNone(records
            .Where(record => !list.Contains($"({Path.GetFileName(record)})", StringComparison.Ordinal))
            .Select(record => $"{record} is not listed"));
        Findings.AssertNone(records
            .Where(record => !Repository.Read(record).Contains("\n## Reopen when\n", StringComparison.Ordinal))
            .Select(record => $"{record} does not say when to reopen it"));
    }

    [Fact]
    public void DataPage_DefectTable_NamesEveryDefect()
    {
        var named = DefectRow().Matches(Repository.Read("docs", "data.md")).Select(match => match.Groups["kind"].Value);
        Assert.Equal(Enum.GetNames<DefectKind>().Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> BrokenLinks(string page, string text)
    {
        foreach (Match match in Link().Matches(text))
        {
            var target = match.Groups["target"].Value.Split('#', 2);
            var path = target[0].Length == 0 ? page : Path.GetRelativePath(Repository.Root, Repository.PathOf(Path.GetDirectoryName(page)!, target[0]));
            if (!Path.Exists(Repository.PathOf(path)))
            {
                yield return $"{page}: {match.Value}";
            }
            else if (target.Length == 2 && !Anchors(path == page ? text : Repository.Read(path)).Contains(target[1], StringComparer.Ordinal))
            {
                yield return $"{page}: {match.Value} names no heading";
            }
        }
    }

    // As GitHub makes them: lower case, punctuation dropped, spaces to hyphens.
    private static IEnumerable<string> Anchors(string text) => Heading().Matches(text)
        .Select(match => match.Groups["text"].Value.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'))
        .Select(kept => string.Concat(kept).Replace(' ', '-'));

    [GeneratedRegex(@"\[[^\]\n]+\]\((?!https?:|mailto:)(?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| `(?<kind>[A-Z]\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex DefectRow();

    [GeneratedRegex(@"^\| `(?<key>[A-Z]\w+(?::\w+)+)` \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();
}
