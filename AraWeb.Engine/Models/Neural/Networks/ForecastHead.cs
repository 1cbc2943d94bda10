using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Models.Neural.Networks;

/// <summary>
/// Turns what a network saw into means and quantiles of every horizon. A quantile is the one below plus a softplus, so that they cannot cross.
/// Begins with means
/// of zero and the quantiles of a standard normal, whatever it sees.
/// </summary>
internal sealed class ForecastHead(ParameterSet parameters, NetworkLengths lengths, int width)
{
    private readonly Dense _means = new(parameters, "head.mean", width, lengths.Horizons, ParameterKind.Output);
    private readonly Dense _quantiles = new(parameters, "head.quantiles", width, lengths.Horizons * lengths.Levels.Count, ParameterKind.Output);

    /// <summary>Computes means and quantiles.</summary>
    /// <param name="engine">Computes.</param>
    /// <param name="x">[batch, width] what was seen.</param>
    /// <param name="stepWeights">How bars weighed.</param>
    /// <param name="lastAttention">The last attention.</param>
    public NetworkOutput Run(ITensorEngine engine, Tensor x, Tensor? stepWeights, Tensor? lastAttention)
    {
        var levels = lengths.Levels.Count;
        var raw = engine.Reshape(_quantiles.Run(engine, x), new TensorShape(x.Shape.First, lengths.Horizons, levels));
        var steps = engine.Concat(engine.Columns(raw, 0, 1), engine.Softplus(engine.Columns(raw, 1, levels - 1)));
        return new NetworkOutput(_means.Run(engine, x), engine.CumulativeSum(steps), stepWeights, lastAttention);
    }

    /// <summary>Sets the biases so that the quantiles are those of a standard normal.</summary>
    public void Begin(NetworkWeights weights)
    {
        var bias = weights.Of(_quantiles.Bias);
        for (var i = 0; i < bias.Length; i++)
        {
            var level = i % lengths.Levels.Count;
            var quantile = Normal.InvCDF(0, 1, lengths.Levels[level]);

            // Softplus is log(1 + exp(x)): its inverse is log(exp(y) - 1).
            bias[i] = (float)(level == 0 ? quantile : Math.Log(Math.Exp(quantile - Normal.InvCDF(0, 1, lengths.Levels[level - 1])) - 1));
        }
    }
}
