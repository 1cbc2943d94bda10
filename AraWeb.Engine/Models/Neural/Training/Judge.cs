using AraWeb.Engine.Models.Neural.Managed;

namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>Forecasts rows of a window source without dropout, many at a time.</summary>
internal sealed class Judge(INetwork network, NetworkWeights weights, LaneTeam team)
{
    /// <summary>Windows gathered at a time.</summary>
    private const int Block = 128;

    private readonly NetworkRunner _runner = new(network, weights, team);
    private readonly float[] _windows = new float[Block * network.Lengths.Steps * network.Lengths.Features];
    private readonly float[] _means = new float[Block * network.Lengths.Horizons];
    private readonly float[] _quantiles = new float[Block * network.Lengths.Horizons * network.Lengths.Levels.Count];

    /// <summary>Forecasts rows and hands each to a reader.</summary>
    /// <param name="source">The windows.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="read">Gets row, means and quantiles; on the caller's thread, in order.</param>
    /// <param name="cancellationToken">Looked at between blocks.</param>
    public void Run(WindowSource source, int[] rows, Action<int, ReadOnlySpan<float>, ReadOnlySpan<float>> read, CancellationToken cancellationToken)
    {
        var lengths = network.Lengths;
        var levels = lengths.Horizons * lengths.Levels.Count;
        for (var first = 0; first < rows.Length; first += Block)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(Block, rows.Length - first);
            for (var i = 0; i < count; i++)
            {
                source.Write(rows[first + i], _windows.AsSpan(i * _runner.WindowLength, _runner.WindowLength));
            }

            _runner.Run(_windows.AsMemory(0, count * _runner.WindowLength), _means, _quantiles);
            for (var i = 0; i < count; i++)
            {
                read(rows[first + i], _means.AsSpan(i * lengths.Horizons, lengths.Horizons), _quantiles.AsSpan(i * levels, levels));
            }
        }
    }

    /// <summary>Weighted mean loss over rows.</summary>
    public double Loss(WindowSource source, int[] rows, CancellationToken cancellationToken)
    {
        var (sum, weight) = (0.0, 0.0);
        var lengths = network.Lengths;
        Run(source, rows, (row, means, quantiles) =>
        {
            var one = source.Data.Weights.Span[row];
            for (var h = 0; h < lengths.Horizons; h++)
            {
                sum += one * ForecastLoss.Of(
                    means[h], quantiles.Slice(h * lengths.Levels.Count, lengths.Levels.Count), lengths.Levels,
                    source.Data.Targets.Span[(row * lengths.Horizons) + h]);
            }

            weight += one * lengths.Horizons;
        }, cancellationToken);
        return sum / weight;
    }
}
