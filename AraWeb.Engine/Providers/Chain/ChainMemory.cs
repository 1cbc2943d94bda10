using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Chain;

/// <summary>
/// The newest answer of each series. Lifetime: the process; bound: <see cref="MostSeries"/>, the least recently answered go first. Each series is asked for by
/// one caller at a time.
/// </summary>
internal sealed class ChainMemory
{
    /// <summary>Series that are remembered.</summary>
    public const int MostSeries = 512;

    private readonly Lock _lock = new();
    private readonly Dictionary<(Symbol Symbol, Timeframe Timeframe), Entry> _entries = [];

    /// <summary>The newest answers, by symbol.</summary>
    public IReadOnlyList<SourceAnswer> Answers
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries.Values.Select(entry => entry.Answer?.Source).OfType<SourceAnswer>().OrderBy(source => (source.Symbol, source.Timeframe))];
            }
        }
    }

    /// <summary>The entry of a series; a new one where it is not remembered.</summary>
    public Entry Of(Symbol symbol, Timeframe timeframe)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue((symbol, timeframe), out var entry))
            {
                return entry;
            }

            if (_entries.Count >= MostSeries)
            {
                _entries.Remove(_entries.MinBy(pair => pair.Value.Answer?.Source.ReceivedAt ?? DateTimeOffset.MinValue).Key);
            }

            return _entries[(symbol, timeframe)] = new Entry();
        }
    }

    /// <summary>What is remembered of a series.</summary>
    public sealed class Entry
    {
        /// <summary>Held by whoever asks for the series. It has no wait handle, so nothing needs to be disposed of.</summary>
        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>The newest good answer, uncut.</summary>
        public ChainAnswer? Answer { get; set; }

        /// <summary>The start that was asked for then; null for all there is.</summary>
        public DateTimeOffset? From { get; set; }

        /// <summary>Until when the answer cannot change.</summary>
        public DateTimeOffset GoodUntil { get; set; }

        /// <summary>Why the newest question failed; null where it did not.</summary>
        public DataProviderException? Failure { get; set; }

        /// <summary>Until when a failed question is not repeated.</summary>
        public DateTimeOffset FailedUntil { get; set; }
    }
}
