namespace AraWeb.Configuration;

/// <summary>Where bars come from. Section <c>Data</c>.</summary>
internal sealed class ProvidersOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Data";

    /// <summary>
    /// Folder of CSV files whose bars are kept up to date, best with sub-folders stocks, etf, index, crypto, forex. A relative path counts from the content
    /// root. Null, the default, means none.
    /// </summary>
    public string? CsvFolder { get; set; }

    /// <summary>The simulated market, bound from <see cref="DemoOptions.Section"/>.</summary>
    public DemoOptions Demo { get; } = new();
}
