using AraWeb.Engine.Providers.Chain;

namespace AraWeb.Configuration;

/// <summary>Reads the section <c>Providers</c> into what the Engine's chain is made of.</summary>
internal static class RemoteSources
{
    private static readonly (string Provider, string Section, Func<IConfiguration, RemoteSourceOptions> Bind)[] Table =
    [
        ("yahoo", YahooOptions.Section, Bind<YahooOptions>(YahooOptions.Section)),
        ("coinbase", CoinbaseOptions.Section, Bind<CoinbaseOptions>(CoinbaseOptions.Section)),
        ("kraken", KrakenOptions.Section, Bind<KrakenOptions>(KrakenOptions.Section)),
        ("binance", BinanceOptions.Section, Bind<BinanceOptions>(BinanceOptions.Section)),
        ("polygon", PolygonOptions.Section, Bind<PolygonOptions>(PolygonOptions.Section)),
        ("alphavantage", AlphaVantageOptions.Section, Bind<AlphaVantageOptions>(AlphaVantageOptions.Section)),
    ];

    /// <summary>Every provider with its section and what is set there.</summary>
    /// <exception cref="InvalidOperationException">A value is of the wrong kind.</exception>
    public static IReadOnlyList<(string Provider, string Section, RemoteSourceOptions Options)> All(IConfiguration configuration) =>
        [.. Table.Select(row => (row.Provider, row.Section, row.Bind(configuration)))];

    /// <summary>The settings of the chain. Valid options are taken for granted.</summary>
    public static MarketSettings Read(IConfiguration configuration, RemoteOptions options)
    {
        var order = options.ParseOrder();
        var sources = All(configuration)
            .Where(row => row.Options.Enabled)
            .OrderBy(row => order.Contains(row.Provider, StringComparer.Ordinal) ? order.IndexOf(row.Provider) : int.MaxValue)
            .Select(row => new MarketSource(row.Provider)
            {
                Address = row.Options.Url is { Length: > 0 } url ? new Uri(url.TrimEnd('/') + "/") : null,
                Key = row.Options.Secret,
                RequestsPerMinute = row.Options.Plan,
            });
        return new MarketSettings([.. sources], options.ParseSymbols(), options.ParseTimeframes());
    }

    private static Func<IConfiguration, RemoteSourceOptions> Bind<T>(string section)
        where T : RemoteSourceOptions, new() => configuration => configuration.GetSection(section).Get<T>() ?? new T();

    private static int IndexOf(this IReadOnlyList<string> list, string value)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == value)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
