using Microsoft.Extensions.Caching.Memory;

namespace AraWeb.Engine.Regime;

/// <summary>Reports by the hash of their inputs. Bounded to <see cref="Capacity"/> symbols, least recently used first out; entries live a day.</summary>
public sealed class RegimeCache : IDisposable
{
    /// <summary>Reports kept, about 3 KB each.</summary>
    private const int Capacity = 1000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly MemoryCache _reports = new(new MemoryCacheOptions { SizeLimit = Capacity });

    /// <inheritdoc/>
    public void Dispose() => _reports.Dispose();

    /// <summary>Gives the cached report or makes it off the caller's thread; a failure is not cached.</summary>
    /// <param name="inputsHash">Identifies everything the report depends on.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task<RegimeReport> GetAsync(string inputsHash, Func<RegimeReport> make, CancellationToken cancellationToken)
    {
        if (_reports.TryGetValue(inputsHash, out RegimeReport? known) && known is not null)
        {
            return known;
        }

        var report = await Task.Run(make, cancellationToken);
        _reports.Set(inputsHash, report, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
        return report;
    }
}
