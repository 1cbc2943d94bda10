namespace AraWeb.Engine.Prediction.Means;

/// <summary>There are no pooled models: every forecast stands on the symbol's own trend.</summary>
public sealed class NoPooledModels : IPooledModels
{
    private static readonly PoolChoice None = PoolChoice.None("there are no pooled models here");

    /// <inheritdoc/>
    public ValueTask<PoolChoice> InUseAsync(bool isSimulated, DateTimeOffset moment, CancellationToken cancellationToken) => ValueTask.FromResult(None);

    /// <inheritdoc/>
    public ValueTask<PoolChoice> FindAsync(string tag, CancellationToken cancellationToken) => ValueTask.FromResult(None);
}
