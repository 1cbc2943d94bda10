using AraWeb.Engine.Prediction.Means;

namespace AraWeb.Tests.Engine.Prediction.Means;

/// <summary>One pooled model, in use for real or for simulated prices from a moment on.</summary>
internal sealed class FixedPools(LivePool pool, bool isSimulated, DateTimeOffset from) : IPooledModels
{
    public ValueTask<PoolChoice> InUseAsync(bool simulated, DateTimeOffset moment, CancellationToken cancellationToken) =>
        ValueTask.FromResult(simulated == isSimulated && moment >= from ? new PoolChoice(pool, string.Empty) : PoolChoice.None("none was in use"));

    public ValueTask<PoolChoice> FindAsync(string tag, CancellationToken cancellationToken) =>
        ValueTask.FromResult(tag == pool.Tag ? new PoolChoice(pool, string.Empty) : PoolChoice.None($"there is no {tag}"));
}
