using System.Collections.Concurrent;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// Forecasts with a network on all processors: few windows at a time, each small batch within the caches of one. Safe to call from many threads; the weights
/// must not change meanwhile. From the second call of a size on it allocates nothing but what a call shares among threads.
/// </summary>
internal sealed class NetworkRunner(INetwork network, NetworkWeights weights, LaneTeam? team)
{
    /// <summary>Windows of a small batch: two of 60 bars make 120 rows, enough for the matrix product, and stay within a second cache of 1 MB.</summary>
    private const int Batch = 2;

    private readonly ConcurrentBag<ManagedEngine> _engines = [];

    /// <summary>Numbers of a window.</summary>
    public int WindowLength => network.Lengths.Steps * network.Lengths.Features;

    /// <summary>Forecasts a batch.</summary>
    /// <param name="windows">[count, steps, features] features as they are.</param>
    /// <param name="means">[count, horizons] receives the means.</param>
    /// <param name="quantiles">[count, horizons, levels] receives the quantiles; empty where they are not wanted.</param>
    public void Run(ReadOnlyMemory<float> windows, Memory<float> means, Memory<float> quantiles)
    {
        var count = windows.Length / WindowLength;
        var pieces = (count + Batch - 1) / Batch;
        if (team is null || pieces == 1)
        {
            for (var piece = 0; piece < pieces; piece++)
            {
                RunPiece(windows, means, quantiles, piece);
            }

            return;
        }

        Share(team, windows, means, quantiles, pieces);
    }

    /// <summary>Forecasts one window, or reads anything else that the network says of it.</summary>
    /// <param name="window">[steps, features] features as they are.</param>
    /// <param name="reader">Passed to <paramref name="read"/>.</param>
    /// <param name="read">Reads what it wants before engine and output are used again.</param>
    public void Read<T>(ReadOnlySpan<float> window, T reader, Action<T, ManagedEngine, NetworkOutput> read)
        where T : allows ref struct
    {
        if (!_engines.TryTake(out var engine))
        {
            engine = new ManagedEngine(weights);
        }

        read(reader, engine, Forward(engine, window));
        _engines.Add(engine);
    }

    /// <summary>By itself, since what a lambda captures is allocated where its method begins.</summary>
    private void Share(LaneTeam lanes, ReadOnlyMemory<float> windows, Memory<float> means, Memory<float> quantiles, int pieces) =>
        lanes.Run(pieces, piece => RunPiece(windows, means, quantiles, piece));

    private void RunPiece(ReadOnlyMemory<float> windows, Memory<float> means, Memory<float> quantiles, int piece)
    {
        if (!_engines.TryTake(out var engine))
        {
            engine = new ManagedEngine(weights);
        }

        var (first, last) = (piece * Batch, Math.Min((piece + 1) * Batch, windows.Length / WindowLength));
        var output = Forward(engine, windows.Span[(first * WindowLength)..(last * WindowLength)]);
        engine.Values(output.Mean).CopyTo(means.Span[(first * network.Lengths.Horizons)..]);
        if (!quantiles.IsEmpty)
        {
            engine.Values(output.Quantiles).CopyTo(quantiles.Span[(first * network.Lengths.Horizons * network.Lengths.Levels.Count)..]);
        }

        _engines.Add(engine);
    }

    private NetworkOutput Forward(ManagedEngine engine, ReadOnlySpan<float> windows)
    {
        engine.Begin();
        var x = engine.Give(new TensorShape(windows.Length / WindowLength, network.Lengths.Steps, network.Lengths.Features));
        windows.CopyTo(engine.Values(x));
        return network.Run(engine, x);
    }
}
