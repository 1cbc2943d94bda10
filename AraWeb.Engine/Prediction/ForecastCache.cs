using Microsoft.Extensions.Caching.Memory;

namespace AraWeb.Engine.Prediction;

/// <summary>
/// Forecasts by the hash of their inputs. Bounded to <see cref="Capacity"/> symbols, least recently used first out; entries live a day. A forecast that
/// several callers want at once is computed once, off the caller's thread, and at most one per processor is computed at a time.
/// </summary>
public sealed class ForecastCache : IDisposable
{
    /// <summary>Forecasts kept, about 12 KB each.</summary>
    private const int Capacity = 1000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly MemoryCache _finished = new(new MemoryCacheOptions { SizeLimit = Capacity });
    private readonly Dictionary<string, Task<SymbolForecast>> _running = [];
    private readonly SemaphoreSlim _processors = new(Environment.ProcessorCount);
    private readonly Lock _gate = new();

    /// <summary>Gives the cached forecast or computes it.</summary>
    /// <param name="inputsHash">Identifies everything the computation depends on.</param>
    /// <param name="compute">Runs at most once per hash at a time; its failure is not cached.</param>
    /// <param name="cancellationToken">Ends the wait; the computation goes on for the others.</param>
    public Task<SymbolForecast> GetAsync(
        string inputsHash, Func<SymbolForecast> compute, CancellationToken cancellationToken)
    {
        if (_finished.TryGetValue(inputsHash, out SymbolForecast? finished) && finished is not null)
        {
            return Task.FromResult(finished);
        }

        Task<SymbolForecast>? task;
        lock (_gate)
        {
            if (!_running.TryGetValue(inputsHash, out task))
            {
                task = Task.Run(() => ComputeAsync(inputsHash, compute), CancellationToken.None);
                _running[inputsHash] = task;
            }
        }

        return task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _finished.Dispose();
        _processors.Dispose();
    }

    private async Task<SymbolForecast> ComputeAsync(string inputsHash, Func<SymbolForecast> compute)
    {
        await _processors.WaitAsync();
        try
        {
            var forecast = compute();
            _finished.Set(inputsHash, forecast, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
            return forecast;
        }
        finally
        {
            _processors.Release();
            lock (_gate)
            {
                _running.Remove(inputsHash);
            }
        }
    }
}
