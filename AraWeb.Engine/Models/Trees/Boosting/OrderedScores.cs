using System.Runtime.Intrinsics;
using AraWeb.Engine.Models.Trees.Boosting.Objectives;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// Scores of ordered boosting along one random order of the rows (Prokhorenkova and others 2018, section 4 and appendix B). Beside the model there are
/// helpers: helper k learns from the first b(k) rows of the order only, with b doubling. A row's derivative comes from the largest helper that has not
/// seen it, so that it is not made small by the row's own target. The first b(0) rows have no such helper and take the first. CatBoost also averages
/// leaves row by row within a step; here a helper's leaf is one average over its rows.
/// </summary>
internal sealed class OrderedScores
{
    /// <summary>Share of rows, and least number, that the smallest helper learns from.</summary>
    private const int FirstShare = 64;
    private const int FirstRows = 32;

    private readonly IObjective _objective;
    private readonly int[] _order;
    private readonly double[] _targets;
    private readonly double[] _weights;
    private readonly int[] _bodies;
    private readonly double[][] _scores;
    private readonly Vector128<double>[] _pairs;

    /// <summary>Draws an order and starts all helpers at the base.</summary>
    public OrderedScores(BoostingRows data, IObjective objective, double start, SeededNormals random)
    {
        var count = data.Matrix.Rows;
        _objective = objective;
        _order = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            var other = (int)(random.NextUniform() * (i + 1));
            (_order[i], _order[other]) = (_order[other], _order[i]);
        }

        _targets = [.. _order.Select(row => data.Targets.Span[row])];
        _weights = [.. _order.Select(row => data.Weights.Span[row])];
        _pairs = new Vector128<double>[count];
        var bodies = new List<int>();
        for (var body = Math.Min(count, Math.Max(FirstRows, count / FirstShare)); body < count; body *= 2)
        {
            bodies.Add(body);
        }

        if (bodies.Count == 0)
        {
            bodies.Add(count);
        }

        _bodies = [.. bodies];
        _scores = new double[_bodies.Length][];
        for (var k = 0; k < _bodies.Length; k++)
        {
            _scores[k] = new double[EndOf(k)];
            Array.Fill(_scores[k], start);
        }
    }

    /// <summary>Derivatives by which a tree is grown.</summary>
    /// <param name="pairs">[N] receives them by row.</param>
    public void Derive(Span<Vector128<double>> pairs)
    {
        for (var k = 0; k < _bodies.Length; k++)
        {
            var start = k == 0 ? 0 : _bodies[k];
            Derive(k, start, EndOf(k));
            for (var i = start; i < EndOf(k); i++)
            {
                pairs[_order[i]] = _pairs[i];
            }
        }
    }

    /// <summary>Lets each helper take its own step with the questions of a new tree.</summary>
    /// <param name="leafOf">[N] leaf of each row.</param>
    /// <param name="leaves">How many leaves there are.</param>
    /// <param name="rules">What a leaf is worth.</param>
    /// <param name="learningRate">What it is multiplied by.</param>
    public void Learn(int[] leafOf, int leaves, SplitRules rules, double learningRate)
    {
        var sums = new Vector128<double>[leaves];
        var values = new double[leaves];
        for (var k = 0; k < _bodies.Length; k++)
        {
            Derive(k, 0, _bodies[k]);
            Array.Clear(sums);
            for (var i = 0; i < _bodies[k]; i++)
            {
                sums[leafOf[_order[i]]] += _pairs[i];
            }

            for (var leaf = 0; leaf < leaves; leaf++)
            {
                values[leaf] = learningRate * rules.ValueOf(sums[leaf][0], sums[leaf][1], double.NegativeInfinity, double.PositiveInfinity);
            }

            var scores = _scores[k];
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += values[leafOf[_order[i]]];
            }
        }
    }

    private int EndOf(int k) => k + 1 < _bodies.Length ? _bodies[k + 1] : _order.Length;

    private void Derive(int k, int start, int end) => _objective.Derive(
        _scores[k].AsSpan(start, end - start),
        _targets.AsSpan(start, end - start),
        _weights.AsSpan(start, end - start),
        _pairs.AsSpan(start, end - start));
}
