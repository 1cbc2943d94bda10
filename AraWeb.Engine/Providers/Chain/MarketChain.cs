using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Quality;
using AraWeb.Engine.Providers.Remote;
using AraWeb.Engine.Providers.Remote.Http;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>
/// All remote providers as one: asks them by rank and health until one answers, tells which one did and why not the first, and keeps the last good answer for
/// the time when none does. Asks again only when a new bar can be there. Safe for use by many threads.
/// </summary>
public sealed class MarketChain : IMarketDataProvider, ILatestPriceSource, IDisposable
{
    /// <summary>The name under which the bars are kept, whichever provider gave them.</summary>
    public const string ProviderName = "online";

    /// <summary>More overdue bars than this, and the next provider is asked too.</summary>
    private const int TolerableOverdue = 2;

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan FailurePause = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<RemoteProvider> _providers;
    private readonly HttpMessageHandler? _handler;
    private readonly TimeProvider _time;
    private readonly ChainMemory _memory = new();
    private readonly ChainInstruments _instruments;
    private readonly LatestPriceRace _latest;

    /// <summary>Makes the chain of the settings. It asks nobody before something is asked of it.</summary>
    /// <param name="settings">Which providers, instruments and time frames.</param>
    /// <param name="handler">Sends the requests; disposed of with the chain.</param>
    /// <param name="time">The clock.</param>
    public MarketChain(MarketSettings settings, HttpMessageHandler handler, TimeProvider time)
        : this(
            ChainBuilder.Make(settings, RemotePolicy.Default, handler, time),
            [.. settings.Symbols.Select(SymbolBook.Read)],
            settings.Timeframes,
            time)
    {
        _handler = handler;
        Streams = ChainStreams.Make(settings, _providers, time);
    }

    /// <summary>Makes a chain.</summary>
    /// <param name="providers">By rank, the first to be asked first; they are disposed of with the chain.</param>
    /// <param name="listed">Instruments that are kept up to date.</param>
    /// <param name="timeframes">Time frames that are offered, as far as providers have them.</param>
    /// <param name="time">The clock.</param>
    internal MarketChain(IReadOnlyList<RemoteProvider> providers, IReadOnlyList<MarketName> listed, IReadOnlyList<Timeframe> timeframes, TimeProvider time)
    {
        _providers = providers;
        _time = time;
        _instruments = new ChainInstruments(providers, listed, timeframes);
        _latest = new LatestPriceRace(time);
    }

    /// <summary>Names of all providers there are, in the rank that they have when nothing is set: free of keys first.</summary>
    public static IReadOnlyList<string> KnownProviders => ChainBuilder.Names;

    /// <inheritdoc/>
    public string Name => ProviderName;

    /// <inheritdoc/>
    public bool IsSimulated => false;

    /// <summary>How each provider is doing, by rank.</summary>
    public IReadOnlyList<ProviderHealth> Health => [.. _providers.Select(provider => provider.Health)];

    /// <summary>Streams of the listed instruments that have one; none runs before its reader starts it.</summary>
    public IReadOnlyList<IMarketFeed> Streams { get; } = [];

    /// <summary>Where the newest bars of each series came from, by symbol.</summary>
    public IReadOnlyList<SourceAnswer> Answers => _memory.Answers;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Instrument>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_instruments.Listed);
    }

    /// <inheritdoc/>
    public ValueTask<Instrument> FindAsync(Symbol symbol, CancellationToken cancellationToken) => _instruments.FindAsync(symbol, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Never answers with stale bars: whoever can do with them asks <see cref="AnswerAsync"/>, or the store.</remarks>
    public async ValueTask<BarSeries> ReadAsync(BarQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (answer, failure) = await AskAsync(query, cancellationToken).ConfigureAwait(false);
        return failure is null ? answer!.Bars : throw failure;
    }

    /// <summary>Bars from the first provider that answers; while none does the last good ones, marked as stale.</summary>
    /// <exception cref="UnknownSymbolException">No provider has the symbol, or this time frame of it.</exception>
    /// <exception cref="DataProviderException">No provider answers, and none ever did.</exception>
    public async ValueTask<ChainAnswer> AnswerAsync(BarQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var (answer, failure) = await AskAsync(query, cancellationToken).ConfigureAwait(false);
        return answer ?? throw failure!;
    }

    /// <inheritdoc/>
    /// <remarks>While the first provider takes its time the next one is asked as well; the first good price wins.</remarks>
    public async ValueTask<LatestPrice> LatestAsync(Symbol symbol, CancellationToken cancellationToken)
    {
        var instrument = await FindAsync(symbol, cancellationToken).ConfigureAwait(false);
        return await _latest.RunAsync(instrument.Symbol, Candidates(instrument, instrument.Timeframes[^1]), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Asks all providers that may have the bars and merges their answers; costs a request to each.</summary>
    /// <exception cref="UnknownSymbolException">No provider has the symbol, or this time frame of it.</exception>
    /// <exception cref="DataProviderException">No provider answers.</exception>
    public async ValueTask<CheckedBars> CompareAsync(BarQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var instrument = await FindAsync(query, cancellationToken).ConfigureAwait(false);
        var candidates = Candidates(instrument, query.Timeframe);
        var answers = await Task.WhenAll(candidates.Select(provider => TryAsync(provider, query, cancellationToken))).ConfigureAwait(false);
        var good = new List<int>();
        var passed = new List<PassedOver>();
        for (var i = 0; i < answers.Length; i++)
        {
            if (answers[i].Bars is { Bars.Count: > 0 })
            {
                good.Add(i);
            }
            else
            {
                passed.Add(new PassedOver(candidates[i].Name, answers[i].Failure?.Message ?? $"{candidates[i].Name} has no such bars."));
            }
        }

        if (good.Count == 0)
        {
            throw answers.Select(answer => answer.Failure).OfType<DataProviderException>().FirstOrDefault()
                ?? new DataProviderException($"No provider has {query.Timeframe.Code()} bars of {query.Symbol} in that time.", "Ask for another stretch.");
        }

        var (bars, sources, disagreement) = BarConsensus.Of([.. good.Select(i => answers[i].Bars!.Bars)]);
        var quality = QualityScore.Of(bars, answers[good[0]].Bars!.Defects, good.Count > 1 ? disagreement : [], query.AsOf ?? _time.GetUtcNow());
        return new CheckedBars(bars, sources, disagreement, [.. good.Select(i => candidates[i].Name)], passed, quality);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var provider in _providers)
        {
            provider.Dispose();
        }

        _handler?.Dispose();
    }

    private async ValueTask<Instrument> FindAsync(BarQuery query, CancellationToken cancellationToken)
    {
        var instrument = await FindAsync(query.Symbol, cancellationToken).ConfigureAwait(false);
        return instrument.Timeframes.Contains(query.Timeframe)
            ? instrument
            : throw new UnknownSymbolException(
                query.Symbol,
                $"No provider that is switched on has {query.Timeframe.Code()} bars of {query.Symbol}.",
                $"There are {string.Join(", ", instrument.Timeframes.Select(timeframe => timeframe.Code()))}.");
    }

    private async ValueTask<(ChainAnswer? Answer, DataProviderException? Failure)> AskAsync(BarQuery query, CancellationToken cancellationToken)
    {
        var instrument = await FindAsync(query, cancellationToken).ConfigureAwait(false);
        var entry = _memory.Of(instrument.Symbol, query.Timeframe);
        await entry.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = _time.GetUtcNow();
            var covers = entry.Answer is not null && (entry.From is null || (query.From is { } from && from >= entry.From));
            if (covers && now < entry.GoodUntil)
            {
                return (Cut(entry.Answer!, query), null);
            }

            if (entry.Failure is null || now >= entry.FailedUntil)
            {
                // Narrower questions would each need a memory of their own: the whole stretch from its start is asked for.
                var wide = new BarQuery(instrument.Symbol, query.Timeframe) { From = query.From };
                await AskProvidersAsync(entry, wide, instrument, cancellationToken).ConfigureAwait(false);
            }

            if (entry.Failure is null)
            {
                return (Cut(entry.Answer!, query), null);
            }

            var stale = entry.Answer is { } kept ? kept with { Source = kept.Source with { IsStale = true, PassedOver = Reasons(entry.Failure) } } : null;
            return (stale is null ? null : Cut(stale, query), entry.Failure);
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    private async ValueTask AskProvidersAsync(ChainMemory.Entry entry, BarQuery query, Instrument instrument, CancellationToken cancellationToken)
    {
        var passed = new List<PassedOver>();
        DataProviderException? first = null;
        (RemoteProvider Provider, BarSeries Bars, PassedOver[] Before)? best = null;
        foreach (var provider in Candidates(instrument, query.Timeframe))
        {
            var (fetched, failure) = await TryAsync(provider, query, cancellationToken).ConfigureAwait(false);
            if (fetched is null)
            {
                first = first is null or UnknownSymbolException ? failure : first;
                passed.Add(new PassedOver(provider.Name, failure!.Message));
                continue;
            }

            var behind = IsBehind(fetched.Bars);
            if (best is null || IsNewer(fetched.Bars, best.Value.Bars))
            {
                best = (provider, fetched.Bars, [.. passed]);
            }

            if (!behind)
            {
                break;
            }

            passed.Add(new PassedOver(provider.Name, $"{provider.Name} lacks the newest bars."));
        }

        var now = _time.GetUtcNow();
        if (best is not { } found)
        {
            entry.Failure = first ?? new DataProviderException($"No provider is switched on for {query.Symbol}.", "Switch one on in Providers.");
            entry.FailedUntil = now + FailurePause;
            return;
        }

        var source = new SourceAnswer(instrument.Symbol, query.Timeframe, found.Provider.Name, now, IsStale: false, found.Before);
        entry.Answer = new ChainAnswer(found.Bars, source);
        (entry.From, entry.GoodUntil, entry.Failure) = (query.From, GoodUntil(found.Bars, now), null);
    }

    private static async Task<(ProviderBars? Bars, DataProviderException? Failure)> TryAsync(
        RemoteProvider provider, BarQuery query, CancellationToken cancellationToken)
    {
        try
        {
            return (await provider.FetchAsync(query, cancellationToken).ConfigureAwait(false), null);
        }
        catch (DataProviderException error)
        {
            return (null, error);
        }
    }

    /// <summary>Providers that may have the bars: those in good health by rank, then those that rest, which answer without traffic that they do.</summary>
    private List<RemoteProvider> Candidates(Instrument instrument, Timeframe timeframe)
    {
        var name = RemoteProvider.NameOf(instrument);
        return
        [
            .. _providers
                .Where(provider => provider.MayHave(name, timeframe))
                .OrderBy(provider => provider.Health.State is ProviderState.Resting or ProviderState.Unavailable or ProviderState.KeyProblem),
        ];
    }

    private bool IsBehind(BarSeries bars) => bars.Count > 0 && bars.Timeframe >= Timeframe.OneHour
        && ExpectedBars.Overdue(bars, _time.GetUtcNow(), Pause(bars.Timeframe), TolerableOverdue + 1) > TolerableOverdue;

    private static bool IsNewer(BarSeries bars, BarSeries than) => bars.Count > 0 && (than.Count == 0 || bars.Times[^1] > than.Times[^1]);

    private static DateTimeOffset GoodUntil(BarSeries bars, DateTimeOffset now)
    {
        var soon = now + Pause(bars.Timeframe);
        if (bars.Count == 0)
        {
            return soon;
        }

        var calendar = TradingCalendar.For(bars.AssetClass);
        var next = calendar.BarsAfter(bars[bars.Count - 1].Time, bars.Timeframe, 1)[0];
        var closed = calendar.CloseOfBar(next, bars.Timeframe) + RemoteProvider.Settling;
        return closed > now ? closed : soon;
    }

    // How often a bar that is overdue is asked for.
    private static TimeSpan Pause(Timeframe timeframe) =>
        TimeSpan.FromTicks(Math.Clamp(timeframe.Length().Ticks / 20, ShortestPause.Ticks, LongestPause.Ticks));

    private ChainAnswer Cut(ChainAnswer answer, BarQuery query) =>
        answer with { Bars = BarSelection.Apply(answer.Bars, query, _time.GetUtcNow()) };

    private static PassedOver[] Reasons(DataProviderException failure) => [new PassedOver(ProviderName, failure.Message)];
}
