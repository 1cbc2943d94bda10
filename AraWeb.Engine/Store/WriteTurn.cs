namespace AraWeb.Engine.Store;

/// <summary>A writer's turn at a database; ends when disposed.</summary>
internal readonly struct WriteTurn(SemaphoreSlim gate) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose() => gate.Release();
}
