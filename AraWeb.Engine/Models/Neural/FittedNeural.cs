using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Neural.Files;
using AraWeb.Engine.Models.Neural.Managed;
using MathNet.Numerics.Distributions;

namespace AraWeb.Engine.Models.Neural;

/// <summary>
/// Networks of one architecture that have learned from several seeds; their forecasts are averaged, and of the tilt only the share is kept that came
/// true on the
/// validation bars. Bars that are not given, and features that are not known, count as the mean of their column.
/// </summary>
public sealed class FittedNeural : IFittedForecaster
{
    private readonly NetworkRunner[] _runners;
    private readonly double[] _scores;

    internal FittedNeural(
        string id, IReadOnlyList<string> featureNames, IReadOnlyList<int> horizons, INetwork network, IReadOnlyList<NeuralMember> members,
        IReadOnlyList<double> shares)
    {
        (Id, FeatureNames, Horizons, Network, Members, Shares) = (id, featureNames, horizons, network, members, shares);
        _runners = [.. members.Select(member => new NetworkRunner(network, member.Weights, team: null))];
        _scores = [.. network.Lengths.Levels.Select(level => Normal.InvCDF(0, 1, level))];
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <summary>[F] names of the columns.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>[H] bars ahead.</summary>
    public IReadOnlyList<int> Horizons { get; }

    /// <summary>The architecture.</summary>
    public INetwork Network { get; }

    /// <summary>The networks that are averaged.</summary>
    public IReadOnlyList<NeuralMember> Members { get; }

    /// <summary>[H] share of the tilt that is kept, 0 to 1.</summary>
    public IReadOnlyList<double> Shares { get; }

    /// <inheritdoc/>
    public int Window => Network.Lengths.Steps;

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<double> features, Span<StandardizedForecast> forecasts)
    {
        var (horizons, levels) = (Horizons.Count, _scores.Length);
        Span<double> means = stackalloc double[horizons];
        Span<double> squares = stackalloc double[horizons];
        Span<double> quantiles = stackalloc double[horizons * levels];
        Average(features, means, squares, quantiles);
        for (var h = 0; h < horizons; h++)
        {
            var share = ShareAbove.Of(0, quantiles.Slice(h * levels, levels), _scores);
            forecasts[h] = new StandardizedForecast(means[h], share) { Spread = Math.Sqrt(squares[h]) };
        }
    }

    /// <summary>Forecasts with quantiles and the disagreement of the seeds.</summary>
    /// <param name="features">As <see cref="Predict"/> takes them.</param>
    /// <returns>[H] one for each horizon.</returns>
    public IReadOnlyList<NeuralOutlook> Outlook(ReadOnlySpan<double> features)
    {
        var (horizons, levels) = (Horizons.Count, _scores.Length);
        var (means, squares, quantiles) = (new double[horizons], new double[horizons], new double[horizons * levels]);
        Average(features, means, squares, quantiles);
        return
        [
            .. Enumerable.Range(0, horizons).Select(h => new NeuralOutlook(
                means[h], Math.Sqrt(squares[h]), Network.Lengths.Levels, quantiles[(h * levels)..((h + 1) * levels)],
                ShareAbove.Of(0, quantiles.AsSpan(h * levels, levels), _scores))),
        ];
    }

    /// <summary>How much each bar of the window weighed, averaged over the networks; the newest bar last, the sum is one.</summary>
    /// <param name="features">As <see cref="Predict"/> takes them.</param>
    /// <returns>[steps]; null for an architecture that does not weigh bars.</returns>
    public double[]? BarWeights(ReadOnlySpan<double> features)
    {
        double[]? weights = null;
        var room = new float[Window * FeatureNames.Count];
        foreach (var (member, runner) in Members.Zip(_runners))
        {
            Fill(features, member.Weights.Of(Network.Centre), room);
            runner.Read(room, this, (model, engine, output) =>
            {
                if (output.StepWeights is { } said)
                {
                    weights ??= new double[model.Window];
                    AttentionView.Add(engine, output, said, weights, 1.0 / model.Members.Count);
                }
            });
        }

        return weights;
    }

    /// <inheritdoc/>
    public void Save(Stream stream) => NeuralFile.Write(this, stream);

    /// <summary>Means over the networks.</summary>
    /// <param name="features">The window or its end.</param>
    /// <param name="means">[H] receives the means.</param>
    /// <param name="squares">[H] receives the variances of the means.</param>
    /// <param name="quantiles">[H * Q] receives the quantiles.</param>
    private void Average(ReadOnlySpan<double> features, Span<double> means, Span<double> squares, Span<double> quantiles)
    {
        Span<float> room = stackalloc float[Window * FeatureNames.Count];
        means.Clear();
        squares.Clear();
        quantiles.Clear();
        Span<double> own = stackalloc double[means.Length];
        for (var m = 0; m < _runners.Length; m++)
        {
            Fill(features, Members[m].Weights.Of(Network.Centre), room);
            _runners[m].Read(room, new Sums(own, quantiles), static (sums, engine, output) => sums.Take(engine, output));
            for (var h = 0; h < means.Length; h++)
            {
                var distance = own[h] - means[h];
                means[h] += distance / (m + 1);
                squares[h] += distance * (own[h] - means[h]);
            }
        }

        var levels = _scores.Length;
        for (var h = 0; h < means.Length; h++)
        {
            var all = quantiles.Slice(h * levels, levels);
            var middle = all[levels / 2] / _runners.Length;
            for (var i = 0; i < levels; i++)
            {
                all[i] = (all[i] / _runners.Length) - ((1 - Shares[h]) * middle);
            }

            means[h] *= Shares[h];
            squares[h] *= Shares[h] * Shares[h] / Math.Max(1, _runners.Length - 1);
        }
    }

    private void Fill(ReadOnlySpan<double> features, ReadOnlySpan<float> centre, Span<float> room)
    {
        var width = FeatureNames.Count;
        if (features.IsEmpty || features.Length % width != 0)
        {
            throw new ModelException(
                $"The {Id} model learned from {width} features and was given {features.Length} values.",
                "Give whole bars of the features that the model's card names.");
        }

        var bars = Math.Min(features.Length / width, Window);
        var given = features[^(bars * width)..];
        var empty = (Window - bars) * width;
        for (var i = 0; i < empty; i++)
        {
            room[i] = centre[i % width];
        }

        for (var i = 0; i < given.Length; i++)
        {
            if (double.IsInfinity(given[i]))
            {
                throw new ModelException(
                    $"Column {FeatureNames[i % width]} is infinite {bars - 1 - (i / width)} bars back.", "Look at the data with 'ara data validate'.");
            }

            room[empty + i] = double.IsNaN(given[i]) ? centre[i % width] : (float)given[i];
        }
    }

    private readonly ref struct Sums(Span<double> means, Span<double> quantiles)
    {
        private readonly Span<double> _means = means;
        private readonly Span<double> _quantiles = quantiles;

        public void Take(ManagedEngine engine, NetworkOutput output)
        {
            var said = engine.Values(output.Mean);
            for (var h = 0; h < _means.Length; h++)
            {
                _means[h] = said[h];
            }

            said = engine.Values(output.Quantiles);
            for (var i = 0; i < _quantiles.Length; i++)
            {
                _quantiles[i] += said[i];
            }
        }
    }
}
