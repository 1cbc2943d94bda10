using AraWeb.Engine.Registry;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Registry;

/// <summary>A registry in a folder of its own, and cards for it.</summary>
internal sealed class RegistrySample : IDisposable
{
    public static readonly RegistryLimits Limits = new(10_000, 20_000);

    private readonly TempFolder _folder = new();

    public RegistrySample()
    {
        Key = SigningKey.Create();
        Keys = new TestModelKeys(Key);
        Registry = new ModelRegistry(Folder, Keys, Limits, Time);
    }

    public string Folder => Path.Combine(_folder.Path, "models");

    public string Outside => _folder.Path;

    public SigningKey Key { get; }

    public TestModelKeys Keys { get; }

    public ManualTime Time { get; } = new();

    public ModelRegistry Registry { get; }

    public static string[] Features { get; } = ["momentum", "volatility"];

    public static byte[] File { get; } = "what a model wrote"u8.ToArray();

    public static ModelDraft Draft(string id = "ridge-1d") => new(
        id,
        "ridge",
        "ara",
        new DateOnly(2015, 1, 2),
        new DateOnly(2024, 12, 31),
        2516,
        new string('a', 64),
        Features,
        [1, 5],
        "log return divided by forecast deviation",
        [new ModelMetric("mean_squared_error", 1, 0.99, 0.95, 1.03, 0.95, 500, 500, "zero", 1.0)],
        50,
        null,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["folds"] = "5" });

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public void Dispose()
    {
        Keys.Dispose();
        Key.Dispose();
        _folder.Dispose();
    }
}
