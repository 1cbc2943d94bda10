using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>Grows one tree after another, each from a seed of its own. Holds working memory: one for each thread.</summary>
internal sealed class ForestGrower
{
    // Seeds of trees lie apart by more than any forest has trees, so that neighbouring seeds share no tree.
    private const long SeedStep = 1_000_003;

    private readonly ForestRows _rows;
    private readonly ForestSettings _settings;
    private readonly SplitFinder _finder;
    private readonly int _width;
    private readonly int _drawn;
    private readonly double[] _parts;
    private readonly int[] _order;
    private readonly int[] _spare;
    private readonly int[] _features;
    private readonly double[] _total;

    /// <summary>Makes working memory.</summary>
    public ForestGrower(ForestRows rows, ForestSettings settings)
    {
        (_rows, _settings, _width) = (rows, settings, rows.Outputs + 1);
        _finder = new SplitFinder(rows, settings.MinLeaf);
        _drawn = settings.FeaturesOf(rows.Matrix.Features.Length);
        var count = rows.Matrix.Rows;
        _parts = new double[count * _width];
        (_order, _spare, _features) = (new int[count], new int[count], new int[rows.Splittable.Length]);
        _total = new double[_width];
    }

    /// <summary>Grows a tree.</summary>
    /// <param name="seed">The forest's seed.</param>
    /// <param name="number">The tree's number.</param>
    /// <param name="cancellationToken">Looked at before each node.</param>
    public ForestTree Grow(int seed, int number, CancellationToken cancellationToken)
    {
        // Questions permute the features; every tree starts from the same order, whichever thread grew what before.
        _rows.Splittable.CopyTo(_features, 0);
        var random = new SeededNormals((seed * SeedStep) + number);
        var nodes = new ForestNodes(_rows, _settings.LeafSample);
        var open = new Stack<(int Start, int Count, int Depth, int Parent, bool IsLeft)>();
        open.Push((0, Draw(random), 0, -1, false));
        while (open.TryPop(out var next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = _order.AsSpan(next.Start, next.Count);
            Sum(rows);
            var node = nodes.Add(next.Parent, next.IsLeft, _total);
            var split = next.Depth < _settings.MaxDepth && next.Count / 2 >= _settings.MinLeaf ? Find(rows, random) : ForestSplit.None(0);
            if (split.Feature < 0)
            {
                nodes.Close(node, rows, _parts, random);
                continue;
            }

            nodes.Ask(node, split, _rows.Matrix.ThresholdOf(split.Feature, split.Bin));
            var left = Part(rows, split);
            open.Push((next.Start + left, next.Count - left, next.Depth + 1, node, false));
            open.Push((next.Start, left, next.Depth + 1, node, true));
        }

        return nodes.ToTree();
    }

    // Rows that take part, ascending, and what they weigh: how often they were drawn times their weight.
    private int Draw(SeededNormals random)
    {
        var times = _spare;
        Array.Fill(times, _settings.Bootstrap ? 0 : 1);
        if (_settings.Bootstrap)
        {
            for (var i = 0; i < times.Length; i++)
            {
                times[(int)(random.NextUniform() * times.Length)]++;
            }
        }

        var weights = _rows.Weights.Span;
        var targets = _rows.Targets.Span;
        var count = 0;
        for (var row = 0; row < times.Length; row++)
        {
            var weight = weights[row] * times[row];
            var parts = _parts.AsSpan(row * _width, _width);
            parts[0] = weight;
            for (var output = 0; output < _rows.Outputs; output++)
            {
                parts[output + 1] = weight * targets[(row * _rows.Outputs) + output];
            }

            _order[count] = row;
            count += weight > 0 ? 1 : 0;
        }

        return count;
    }

    private void Sum(ReadOnlySpan<int> rows)
    {
        _total.AsSpan().Clear();
        foreach (var row in rows)
        {
            var parts = _parts.AsSpan(row * _width, _width);
            for (var i = 0; i < parts.Length; i++)
            {
                _total[i] += parts[i];
            }
        }
    }

    // Draws features until enough were seen, and on until one tells the rows apart (as Breiman's program and scikit-learn do).
    private ForestSplit Find(ReadOnlySpan<int> rows, SeededNormals random)
    {
        var score = 0.0;
        for (var i = 1; i < _width; i++)
        {
            score += _total[i] * _total[i];
        }

        var best = ForestSplit.None(score / _total[0]);
        var different = false;
        for (var seen = 0; seen < _features.Length && (seen < _drawn || !different); seen++)
        {
            var pick = seen + (int)(random.NextUniform() * (_features.Length - seen));
            (_features[seen], _features[pick]) = (_features[pick], _features[seen]);
            different |= _settings.Kind == ForestKind.ExtraTrees
                ? _finder.TryOne(_features[seen], rows, _parts, _total, random, ref best)
                : _finder.TryAll(_features[seen], rows, _parts, _total, ref best);
        }

        return best;
    }

    // Both places are written and one of the two counts moves on: no branch to guess. Rows keep their order.
    private int Part(Span<int> rows, ForestSplit split)
    {
        var column = _rows.Matrix.Columns[split.Feature];
        var bins = _rows.Matrix.Features[split.Feature].Bins;
        var (left, right) = (0, 0);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            int bin = column[row];
            var goes = bin <= split.Bin || (bin == bins && split.MissingLeft) ? 1 : 0;
            rows[left] = row;
            _spare[right] = row;
            left += goes;
            right += 1 - goes;
        }

        _spare.AsSpan(0, right).CopyTo(rows[left..]);
        return left;
    }
}
