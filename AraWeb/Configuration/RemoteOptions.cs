using AraWeb.Engine.Core;

namespace AraWeb.Configuration;

/// <summary>What is fetched from services on the internet. Section <c>Providers</c>. Nothing is unless one of its providers is switched on.</summary>
internal sealed class RemoteOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Providers";

    /// <summary>Time frames when none are configured.</summary>
    public const string DefaultTimeframes = "1h,1d";

    /// <summary>Symbols that are kept up to date, separated by commas, in any usual spelling.</summary>
    public string Symbols { get; set; } = string.Empty;

    /// <summary>Time frames that are fetched, separated by commas. Defaults to <see cref="DefaultTimeframes"/>.</summary>
    public string Timeframes { get; set; } = DefaultTimeframes;

    /// <summary>Providers in the order in which they are asked, separated by commas; those that are left out come after. Empty for the usual order.</summary>
    public string Order { get; set; } = string.Empty;

    /// <summary>The symbols, read.</summary>
    /// <exception cref="InputException">A name is no symbol.</exception>
    internal IReadOnlyList<Symbol> ParseSymbols() => [.. Split(Symbols).Select(Symbol.Parse)];

    /// <summary>The time frames, read.</summary>
    /// <exception cref="InputException">A code is none of a time frame.</exception>
    internal IReadOnlyList<Timeframe> ParseTimeframes() => [.. Split(Timeframes).Select(Engine.Core.Timeframes.Parse)];

    /// <summary>The names of providers, read.</summary>
    internal IReadOnlyList<string> ParseOrder() => [.. Split(Order).Select(name => name.ToLowerInvariant())];

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
