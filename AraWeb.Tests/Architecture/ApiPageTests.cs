using System.Text.Json;
using System.Text.RegularExpressions;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Architecture;

/// <summary>Holds the overview of the API in the documentation against the running program.</summary>
public sealed partial class ApiPageTests
{
    [Fact]
    public async Task ApiPage_Calls_AreThoseOfTheOpenApiDocument()
    {
        await using var server = await AraServer.StartAsync();
        using var document = JsonDocument.Parse(await server.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        var served =
            from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            select $"{operation.Name.ToUpperInvariant()} {path.Name}";
        var written = CallRow().Matches(Repository.Read("docs", "api.md")).Select(match => match.Groups["call"].Value);
        Assert.Equal(served.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<call>[A-Z]+ /[^`]*)` \|", RegexOptions.Multiline)]
    private static partial Regex CallRow();
}
