using System.Net;
using System.Net.Sockets;
using AraWeb.Configuration;
using AraWeb.Hosting;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Web.Hosting;

public sealed class AraApplicationTests
{
    [Fact]
    public async Task Get_Page_HasThePolicyAndTheScript()
    {
        await using var server = await AraServer.StartAsync();

        using var response = await server.Client.GetAsync(new Uri("/", UriKind.Relative));
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.All(page.Scripts, script => Assert.False(string.IsNullOrEmpty(script.Source), script.OuterHtml));
        foreach (var script in page.Scripts)
        {
            using var source = await server.Client.GetAsync(new Uri(server.Url, script.Source));
            Assert.Equal(HttpStatusCode.OK, source.StatusCode);
        }
    }

    [Fact]
    public async Task Get_ForeignHostName_IsRefused()
    {
        await using var server = await AraServer.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/symbols");
        request.Headers.Host = "attacker.example";

        using var response = await server.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task StartAsync_PortTaken_SaysSoAndTouchesNoData()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var folder = Path.Combine(Path.GetTempPath(), $"ara-never-{Guid.CreateVersion7()}");
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        await using var application = new AraApplication(
            [KeyValuePair.Create("Server:Url", (string?)url), KeyValuePair.Create("Storage:Folder", (string?)folder)]);

        var exception = await Assert.ThrowsAsync<PortTakenException>(() => application.StartAsync(CancellationToken.None));

        Assert.Contains(url, exception.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void Constructor_AddressOfTheNetwork_IsRefused()
    {
        var exception = Assert.Throws<ConfigurationException>(
            () => new AraApplication([KeyValuePair.Create("Server:Url", (string?)"http://0.0.0.0:5080")]));

        Assert.Contains("Server:Url", exception.Message, StringComparison.Ordinal);
    }
}
