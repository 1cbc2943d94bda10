namespace AraWeb.Configuration;

/// <summary>The simulated market, which needs no data. Section <c>Data:Demo</c>.</summary>
internal sealed class DemoOptions
{
    /// <summary>Name of the configuration section, below that of <see cref="ProvidersOptions"/>.</summary>
    public const string Section = "Data:Demo";

    /// <summary>Seed when none is configured.</summary>
    public const int DefaultSeed = 2021;

    /// <summary>True offers the simulated instruments. Defaults to true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Chooses one of many possible markets; all prices change with it. Defaults to <see cref="DefaultSeed"/>.</summary>
    public int Seed { get; set; } = DefaultSeed;
}
