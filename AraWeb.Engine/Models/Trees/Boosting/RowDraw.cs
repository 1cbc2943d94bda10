using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// Draws the rows and features of a tree. Rows either each with the same chance, or by gradient (GOSS, Ke and others 2017): the largest gradients are
/// kept, some of the others are drawn and count for all others.
/// </summary>
internal sealed class RowDraw
{
    private readonly BoostingSettings _settings;
    private readonly SeededNormals _random;
    private readonly int[] _all;
    private readonly int[] _rows;
    private readonly int[] _features;
    private readonly double[] _sizes;

    /// <summary>Starts a stream of draws.</summary>
    /// <param name="settings">Which shares.</param>
    /// <param name="rows">N.</param>
    /// <param name="features">Ascending features that can divide rows.</param>
    /// <param name="seed">Fixes all draws.</param>
    public RowDraw(BoostingSettings settings, int rows, int[] features, int seed)
    {
        (_settings, _features, _random) = (settings, features, new SeededNormals(seed));
        _all = [.. Enumerable.Range(0, rows)];
        _rows = new int[rows];
        _sizes = new double[UsesGradients ? rows : 0];
    }

    /// <summary>Whether another draw could differ from the last.</summary>
    public bool IsRandom => _settings.RowFraction < 1 || _settings.FeatureFraction < 1 || UsesGradients;

    private bool UsesGradients => _settings is { Algorithm: BoostingAlgorithm.Leafwise, GossTop: > 0 };

    /// <summary>Draws rows; by gradient where asked for and the round is late enough for gradients to mean something.</summary>
    /// <param name="pairs">[N] derivatives; those of rows drawn by gradient are made larger.</param>
    /// <param name="round">0 for the first.</param>
    public ReadOnlySpan<int> Rows(Span<Vector128<double>> pairs, int round)
    {
        // LightGBM takes all rows in the first 1 / learning rate rounds.
        if (UsesGradients && round >= 1 / _settings.LearningRate)
        {
            return ByGradient(pairs);
        }

        if (_settings.RowFraction >= 1 || UsesGradients)
        {
            return _all;
        }

        var count = 0;
        for (var row = 0; row < _all.Length; row++)
        {
            _rows[count] = row;
            count += _random.NextUniform() < _settings.RowFraction ? 1 : 0;
        }

        return count > 0 ? _rows.AsSpan(0, count) : _all;
    }

    /// <summary>Draws features, ascending.</summary>
    public ReadOnlySpan<int> Features()
    {
        var count = Math.Max(1, (int)Math.Round(_settings.FeatureFraction * _features.Length));
        if (count >= _features.Length)
        {
            return _features;
        }

        var drawn = (int[])_features.Clone();
        for (var i = 0; i < count; i++)
        {
            var other = i + (int)(_random.NextUniform() * (drawn.Length - i));
            (drawn[i], drawn[other]) = (drawn[other], drawn[i]);
        }

        drawn.AsSpan(0, count).Sort();
        return drawn.AsSpan(0, count);
    }

    private ReadOnlySpan<int> ByGradient(Span<Vector128<double>> pairs)
    {
        var total = pairs.Length;
        var top = Math.Max(1, (int)(_settings.GossTop * total));
        var other = Math.Max(1, (int)(_settings.GossOther * total));
        for (var row = 0; row < total; row++)
        {
            _sizes[row] = Math.Abs(pairs[row][0] * pairs[row][1]);
        }

        var threshold = Rank.Largest(_sizes, top);
        var above = 0;
        foreach (var pair in pairs)
        {
            above += Math.Abs(pair[0] * pair[1]) > threshold ? 1 : 0;
        }

        // Of rows exactly at the threshold as many as there is room for, first come.
        var level = top - above;
        var rest = total - top;
        var factor = rest / (double)Math.Min(other, Math.Max(1, rest));
        var wanted = Math.Min(other, rest);
        var count = 0;
        for (var row = 0; row < total; row++)
        {
            var size = Math.Abs(pairs[row][0] * pairs[row][1]);
            if (size > threshold || (size == threshold && level-- > 0))
            {
                _rows[count++] = row;
                continue;
            }

            if (_random.NextUniform() * rest < wanted)
            {
                _rows[count++] = row;
                pairs[row] *= factor;
                wanted--;
            }

            rest--;
        }

        return _rows.AsSpan(0, count);
    }
}
