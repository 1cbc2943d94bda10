using System.Text.RegularExpressions;
using AraWeb.Commands;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Architecture;

/// <summary>Holds every command that the documentation tells a reader to type against the real command line.</summary>
public sealed partial class CommandPageTests
{
    [Fact]
    public void Pages_EveryCommand_IsUnderstood()
    {
        string[] pages = [.. Repository.Files("docs", "*.md"), "README.md", "CONTRIBUTING.md"];
        var commands = pages.SelectMany(page => Commands(Repository.Read(page)).Select(command => (page, command))).ToArray();
        Assert.NotEmpty(commands);
        Findings.AssertNone(commands.SelectMany(each => Mistakes(each.command).Select(mistake => $"{each.page}: ara {each.command}: {mistake}")));
    }

    [Theory]
    [InlineData("predictt AAPL")]
    [InlineData("predict AAPL --dayz 5")]
    [InlineData("evaluate nothing")]
    public void Mistakes_UnknownWord_IsSeen(string command) => Assert.NotEmpty(Mistakes(command));

    [Theory]
    [InlineData("```sh\nara data validate prices   # a report\n```", "data validate prices")]
    [InlineData("So `dotnet run --project AraWeb -- bench store` it is.", "bench store")]
    [InlineData("`ara evaluate NAME` says it", "evaluate intervals")]
    [InlineData("```sh\nara --help\n```", "--help")]
    public void Commands_Page_AreFound(string page, string expected) => Assert.Equal([expected], Commands(page));

    private static List<string> Mistakes(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. AraCommandLine.Root(words, new CommandEnvironment(TextWriter.Null, TextWriter.Null)).Parse(words).Errors.Select(error => error.Message)];
    }

    // `evaluate NAME` and `bench NAME` stand for every study; each has the same options.
    private static IEnumerable<string> Commands(string page) => Command().Matches(page)
        .Select(match => match.Groups["command"].Value.Trim()
            .Replace("evaluate NAME", "evaluate intervals", StringComparison.Ordinal)
            .Replace("bench NAME", "bench store", StringComparison.Ordinal));

    [GeneratedRegex(@"(?:^|`)(?:ara|dotnet run --project AraWeb --) (?<command>[^`#\n]*)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
