using AraWeb.Configuration;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Transfer;
using AraWeb.Engine.Providers.Validation;
using AraWeb.Hosting;
using AraWeb.Tests.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AraWeb.Tests.Web.Hosting;

public sealed class ProvidersHostingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(null, null, "demo")]
    [InlineData("prices", null, "csv demo")]
    [InlineData("prices", "false", "csv")]
    public void AddProviders_Configuration_DecidesWhichThereAre(string? folder, string? demo, string expected)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "prices"));
        using var services = Services(("Data:CsvFolder", folder), ("Data:Demo:Enabled", demo));

        var names = services.GetRequiredService<IReadOnlyList<IMarketDataProvider>>().Select(provider => provider.Name);

        Assert.Equal(expected, string.Join(' ', names));
    }

    [Fact]
    public void AddProviders_UseCases_CanBeMade()
    {
        using var services = Services();

        Assert.NotNull(services.GetRequiredService<BarImport>());
        Assert.NotNull(services.GetRequiredService<BarRefresh>());
        Assert.NotNull(services.GetRequiredService<FolderValidation>());
    }

    [Fact]
    public void Options_RelativeFolder_CountsFromTheContentRoot()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "prices"));
        using var services = Services(("Data:CsvFolder", "prices"));

        Assert.Equal(Path.Combine(_folder.Path, "prices"), services.GetRequiredService<IOptions<ProvidersOptions>>().Value.CsvFolder);
    }

    [Theory]
    [InlineData("Data:CsvFolder", "nowhere", "Data:CsvFolder is '")]
    [InlineData("Data:Demo:Enabled", "false", "Data:Demo:Enabled is false and Data:CsvFolder is not set")]
    [InlineData("Data:Demo:Sead", "1", "Data:Demo:Sead is not a setting; there are Data:Demo:Enabled, Data:Demo:Seed.")]
    [InlineData("Data:Folder", "x", "Data:Folder is not a setting; there are Data:CsvFolder, Data:Demo.")]
    public void Options_Mistake_NamesTheKey(string key, string value, string words)
    {
        using var services = Services((key, value));

        var error = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<ProvidersOptions>>().Value);

        Assert.Contains(error.Failures, failure => failure.StartsWith(words, StringComparison.Ordinal));
    }

    private ServiceProvider Services(params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = _folder.Path });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(settings.Where(s => s.Value is not null).Select(s => KeyValuePair.Create(s.Key, s.Value)));
        builder.Services.AddSingleton<TimeProvider>(new ManualTime());
        builder.Services.AddSingleton<IBarStore>(new MemoryBarStore());
        builder.Services.AddProviders(builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }
}
