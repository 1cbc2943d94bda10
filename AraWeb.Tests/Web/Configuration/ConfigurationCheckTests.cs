using AraWeb.Configuration;
using Microsoft.Extensions.Configuration;

namespace AraWeb.Tests.Web.Configuration;

public sealed class ConfigurationCheckTests
{
    [Fact]
    public void Mistakes_NothingConfigured_None() => Assert.Empty(Mistakes());

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.1:0")]
    [InlineData("http://[::1]:9000/")]
    public void Mistakes_LoopbackUrl_None(string url) => Assert.Empty(Mistakes(("Server:Url", url)));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://192.168.1.5:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://ara.example.com")]
    [InlineData("http://localhost.example.com:5080")]
    [InlineData("https://localhost:5080")]
    [InlineData("localhost:5080")]
    [InlineData("http://localhost:5080/ara")]
    [InlineData("http://localhost:99999")]
    [InlineData("")]
    public void Mistakes_OtherUrl_NamesTheKey(string url) =>
        Assert.Contains("Server:Url", Assert.Single(Mistakes(("Server:Url", url))), StringComparison.Ordinal);

    [Fact]
    public void Mistakes_OtherServersSettings_AreRefused()
    {
        var mistakes = Mistakes(("Kestrel:Endpoints:Http:Url", "http://0.0.0.0:80"), ("urls", "http://0.0.0.0:80"));

        Assert.Equal(2, mistakes.Count);
        Assert.All(mistakes, mistake => Assert.Contains("set Server:Url", mistake, StringComparison.Ordinal));
    }

    [Fact]
    public void Mistakes_Several_AllReported()
    {
        var mistakes = Mistakes(
            ("Server:Url", "http://0.0.0.0"), ("Server:Port", "80"), ("Jobs:Enabled", "perhaps"), ("Jobs:RefreshInterval", "soon"), ("Storage:Path", "x"));

        string[] keys = ["Server:Url", "Server:Port", "Storage:Path", "Jobs:Enabled", "Jobs:RefreshInterval"];
        Assert.All(keys, key => Assert.Contains(mistakes, mistake => mistake.StartsWith(key, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("00:00:00.5")]
    [InlineData("2.00:00:00")]
    [InlineData("-00:00:05")]
    public void Mistakes_IntervalOutOfRange_NamesKeyAndRange(string interval) =>
        Assert.Contains("Jobs:RefreshInterval", Assert.Single(Mistakes(("Jobs:RefreshInterval", interval))), StringComparison.Ordinal);

    [Fact]
    public void Run_Mistakes_ThrowsWithAllOfThem()
    {
        var configuration = Configuration(("Server:Url", "nowhere"), ("Jobs:Enabled", "perhaps"));

        var exception = Assert.Throws<ConfigurationException>(() => ConfigurationCheck.Run(configuration, others: null));

        Assert.Equal(2, exception.Mistakes.Count);
        Assert.Contains("ARA_", exception.Advice, StringComparison.Ordinal);
    }

    private static List<string> Mistakes(params (string Key, string Value)[] settings) => ConfigurationCheck.Mistakes(Configuration(settings));

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
}
