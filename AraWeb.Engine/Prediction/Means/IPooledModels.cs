namespace AraWeb.Engine.Prediction.Means;

/// <summary>Pooled models by the moment at which they were in use, and by name.</summary>
public interface IPooledModels
{
    /// <summary>The version that was in use at a moment.</summary>
    /// <param name="isSimulated">Whether it is for invented prices: models of invented and of real prices never meet.</param>
    /// <param name="moment">UTC.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<PoolChoice> InUseAsync(bool isSimulated, DateTimeOffset moment, CancellationToken cancellationToken);

    /// <summary>The version that a forecast names.</summary>
    /// <param name="tag">As <see cref="LivePool.Tag"/> wrote it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<PoolChoice> FindAsync(string tag, CancellationToken cancellationToken);
}
