using System.Collections.Concurrent;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>
/// The instruments of a chain: those that are listed in the settings are known without a question, any other is looked for at the providers. Remembers what was
/// found. Lifetime: the process; bound: <see cref="MostFound"/>.
/// </summary>
internal sealed class ChainInstruments
{
    private const int MostFound = 4096;

    private readonly IReadOnlyList<RemoteProvider> _providers;
    private readonly IReadOnlyList<Timeframe> _timeframes;
    private readonly ConcurrentDictionary<Symbol, Instrument> _found = new();

    /// <summary>Makes the list.</summary>
    public ChainInstruments(IReadOnlyList<RemoteProvider> providers, IReadOnlyList<MarketName> listed, IReadOnlyList<Timeframe> timeframes)
    {
        _providers = providers;
        _timeframes = [.. timeframes.Distinct().Order()];
        Listed =
        [
            .. listed
                .DistinctBy(name => name.Symbol)
                .OrderBy(name => name.Symbol)
                .Select(name => Describe(name, name.Title, Currency(name)))
                .OfType<Instrument>(),
        ];
        foreach (var instrument in Listed)
        {
            _found[instrument.Symbol] = instrument;
        }
    }

    /// <summary>The instruments of the settings for which a provider is switched on, by symbol.</summary>
    public IReadOnlyList<Instrument> Listed { get; }

    /// <summary>One instrument, in whichever spelling.</summary>
    /// <exception cref="UnknownSymbolException">No provider has it.</exception>
    /// <exception cref="DataProviderException">No provider answers.</exception>
    public async ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var name = SymbolBook.Read(symbol);
        if (_found.TryGetValue(name.Symbol, out var known))
        {
            return known;
        }

        DataProviderException? failure = null;
        foreach (var provider in _providers.Where(provider => symbol.Venue.Length == 0 && _timeframes.Any(timeframe => provider.MayHave(name, timeframe))))
        {
            try
            {
                var found = await provider.FindAsync(symbol, cancellationToken).ConfigureAwait(false);
                if (Describe(name, found.Name, found.Currency) is { } instrument)
                {
                    if (_found.Count >= MostFound)
                    {
                        _found.Clear();
                    }

                    return _found[name.Symbol] = instrument;
                }
            }
            catch (UnknownSymbolException)
            {
                // The next provider may have it; if none does, the answer below stands for all.
            }
            catch (DataProviderException error)
            {
                failure ??= error;
            }
        }

        if (failure is not null)
        {
            throw failure;
        }

        var near = SymbolLookup.Near(symbol, Listed.Select(instrument => instrument.Symbol));
        throw new UnknownSymbolException(
            symbol,
            $"{symbol} is at no provider that is switched on.",
            near.Count > 0 ? $"Did you mean {string.Join(" or ", near)}?" : "Check the spelling, or switch on a provider of its asset class.");
    }

    // Shares whose ticker names no exchange are American.
    private static string Currency(MarketName name) => name.Quote.Length > 0 ? name.Quote
        : name.Symbol.Text.Contains('.', StringComparison.Ordinal) && SymbolBook.Write(name, Spelling.Yahoo) == name.Symbol.Text ? string.Empty
        : "USD";

    private Instrument? Describe(MarketName name, string title, string currency)
    {
        Timeframe[] timeframes = [.. _timeframes.Where(timeframe => _providers.Any(provider => provider.MayHave(name, timeframe)))];
        return timeframes.Length == 0
            ? null
            : new Instrument(name.Symbol, title, name.AssetClass, currency, MarketChain.ProviderName, IsSimulated: false, timeframes);
    }
}
