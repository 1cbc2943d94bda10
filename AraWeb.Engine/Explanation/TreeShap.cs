using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Explanation;

/// <summary>
/// Exact Shapley values of a tree ensemble, path-dependent: what algorithm 2 of Lundberg, Erion and Lee (2018, "Consistent individualized feature attribution
/// for tree ensembles") computes. An unknown feature is averaged over the training weight below each node. Contributions and the expected value add up to the
/// prediction. Says nothing of causes, and leaves out interactions between pairs.
/// <para>
/// A leaf's share of feature i is v (o_i - z_i) times the integral over t from 0 to 1 of the product over the other features j on its path of
/// (t o_j + (1 - t) z_j), where o_j is 1 if the row agrees with the path and z_j the share of the training weight kept: the weights of Shapley's sum are that
/// integral's coefficients. It is a polynomial of degree m - 1, so a Gauss-Legendre rule of m / 2 points is exact, and no term is ever subtracted or divided.
/// Eight leaves are worked on at once. Immutable and safe to share between threads.
/// </para>
/// </summary>
public sealed class TreeShap
{
    /// <summary>Most features that one path may ask for: working memory lies on the stack.</summary>
    public const int MaxFeaturesOnPath = 128;

    private readonly LeafBlocks[] _leaves;
    private readonly (double[] Points, double[] Weights)[] _rules;

    /// <summary>Lays out an ensemble for explanations; costs about as much as a hundred of them.</summary>
    /// <exception cref="ArgumentException">A tree asks for a column that is not there, or a leaf is not a finite number.</exception>
    /// <exception cref="ModelException">A path asks for more than <see cref="MaxFeaturesOnPath"/> features.</exception>
    public TreeShap(TreeEnsemble ensemble)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        FeatureCount = ensemble.FeatureCount;
        var paths = ensemble.Trees.SelectMany(tree => LeafPath.Of(tree, ensemble.FeatureCount)).ToList();
        var longest = paths.Count == 0 ? 0 : paths.Max(path => path.Steps.Length);
        if (longest > MaxFeaturesOnPath)
        {
            throw new ModelException(
                $"A path of the trees asks for {longest} features; explanations take at most {MaxFeaturesOnPath}.",
                "Limit the depth of the trees.");
        }

        ExpectedValue = ensemble.Base + paths.Sum(path => path.Steps.Aggregate(path.Value, (product, step) => product * step.Share));
        _leaves = [.. paths
            .Where(path => path.Steps.Length > 0)
            .GroupBy(path => path.Steps.Length)
            .OrderBy(group => group.Key)
            .Select(group => new LeafBlocks(group.Key, [.. group]))];
        _rules = [.. _leaves.Select(leaves => GaussLegendre.Rule((leaves.Width + 1) / 2))];
    }

    /// <summary>F, the columns that rows must have.</summary>
    public int FeatureCount { get; }

    /// <summary>The mean prediction over the training weight: what is said when nothing is known.</summary>
    public double ExpectedValue { get; }

    /// <summary>Splits the prediction of one row, without allocating.</summary>
    /// <param name="row">[F] values; NaN means unknown.</param>
    /// <param name="contributions">[F] receives what each feature adds to <see cref="ExpectedValue"/>, in the units of the prediction.</param>
    /// <exception cref="ArgumentException">A length is not <see cref="FeatureCount"/>.</exception>
    public void Explain(ReadOnlySpan<double> row, Span<double> contributions)
    {
        if (row.Length != FeatureCount || contributions.Length != FeatureCount)
        {
            throw new ArgumentException($"{row.Length} values and {contributions.Length} contributions; the trees have {FeatureCount} features.", nameof(row));
        }

        contributions.Clear();
        var unknown = false;
        foreach (var value in row)
        {
            unknown |= double.IsNaN(value);
        }

        for (var i = 0; i < _leaves.Length; i++)
        {
            Add(_leaves[i], _rules[i].Points, _rules[i].Weights, row, unknown, contributions);
        }
    }

    // Columns of the blocks were checked when they were laid out, lengths by the caller: the references below stay inside.
    [SkipLocalsInit]
    private static void Add(
        LeafBlocks leaves, ReadOnlySpan<double> points, ReadOnlySpan<double> weights, ReadOnlySpan<double> row, bool unknown, Span<double> contributions)
    {
        var width = leaves.Width;
        Span<Vector512<double>> share = stackalloc Vector512<double>[width];
        Span<Vector512<double>> gain = stackalloc Vector512<double>[width];
        Span<Vector512<double>> work = stackalloc Vector512<double>[6 * width];
        Span<Vector512<double>> sum = stackalloc Vector512<double>[width];
        ref var values = ref MemoryMarshal.GetReference(row);
        ref var features = ref MemoryMarshal.GetArrayDataReference(leaves.Feature);
        for (var block = 0; block < leaves.Count; block++)
        {
            var start = block * width * LeafBlocks.Lanes;
            for (var j = 0; j < width; j++)
            {
                var at = start + (j * LeafBlocks.Lanes);
                var x = Gather(ref values, ref Unsafe.Add(ref features, at));
                var agrees = Vector512.AndNot(
                    Vector512.GreaterThanOrEqual(x, Vector512.LoadUnsafe(ref leaves.Low[at])),
                    Vector512.GreaterThanOrEqual(x, Vector512.LoadUnsafe(ref leaves.High[at])));
                var one = agrees & Vector512<double>.One;
                if (unknown)
                {
                    one = Vector512.ConditionalSelect(Vector512.Equals(x, x), one, Vector512.LoadUnsafe(ref leaves.Missing[at]));
                }

                share[j] = Vector512.LoadUnsafe(ref leaves.Share[at]);
                gain[j] = one - share[j];
                sum[j] = Vector512<double>.Zero;
            }

            var value = Vector512.LoadUnsafe(ref leaves.Value[block * LeafBlocks.Lanes]);
            var point = 0;
            for (; point + 3 <= points.Length; point += 3)
            {
                AddThree(points.Slice(point, 3), weights.Slice(point, 3), value, share, gain, work, sum);
            }

            for (; point < points.Length; point++)
            {
                AddOne(points[point], weights[point] * value, share, gain, work, sum);
            }

            for (var j = 0; j < width; j++)
            {
                sum[j] *= gain[j];
            }

            Scatter(MemoryMarshal.Cast<Vector512<double>, double>(sum), ref Unsafe.Add(ref features, start), contributions);
        }
    }

    // Adds the products of the other features' factors at one point: those before each feature times those after it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddOne(
        double point,
        Vector512<double> product,
        ReadOnlySpan<Vector512<double>> share,
        ReadOnlySpan<Vector512<double>> gain,
        Span<Vector512<double>> work,
        Span<Vector512<double>> sum)
    {
        var t = Vector512.Create(point);
        for (var j = 0; j < share.Length; j++)
        {
            var factor = share[j] + (t * gain[j]);
            (work[2 * j], work[(2 * j) + 1]) = (product, factor);
            product *= factor;
        }

        product = Vector512<double>.One;
        for (var j = share.Length - 1; j >= 0; j--)
        {
            sum[j] += work[2 * j] * product;
            product *= work[(2 * j) + 1];
        }
    }

    // The same at three points at once: a product waits for the one before it, three do not wait for each other. Paths of five or six features have three.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddThree(
        ReadOnlySpan<double> points,
        ReadOnlySpan<double> weights,
        Vector512<double> value,
        ReadOnlySpan<Vector512<double>> share,
        ReadOnlySpan<Vector512<double>> gain,
        Span<Vector512<double>> work,
        Span<Vector512<double>> sum)
    {
        var (s, t, u) = (Vector512.Create(points[0]), Vector512.Create(points[1]), Vector512.Create(points[2]));
        var (a, b, c) = (value * weights[0], value * weights[1], value * weights[2]);
        ref var room = ref MemoryMarshal.GetReference(work);
        for (var j = 0; j < share.Length; j++)
        {
            ref var own = ref Unsafe.Add(ref room, 6 * j);
            var (x, y, z) = (share[j] + (s * gain[j]), share[j] + (t * gain[j]), share[j] + (u * gain[j]));
            own = a;
            Unsafe.Add(ref own, 1) = b;
            Unsafe.Add(ref own, 2) = c;
            Unsafe.Add(ref own, 3) = x;
            Unsafe.Add(ref own, 4) = y;
            Unsafe.Add(ref own, 5) = z;
            a *= x;
            b *= y;
            c *= z;
        }

        a = b = c = Vector512<double>.One;
        for (var j = share.Length - 1; j >= 0; j--)
        {
            ref var own = ref Unsafe.Add(ref room, 6 * j);
            sum[j] += (own * a) + (Unsafe.Add(ref own, 1) * b) + (Unsafe.Add(ref own, 2) * c);
            a *= Unsafe.Add(ref own, 3);
            b *= Unsafe.Add(ref own, 4);
            c *= Unsafe.Add(ref own, 5);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Gather(ref double values, ref int features) => Vector512.Create(
        Unsafe.Add(ref values, features),
        Unsafe.Add(ref values, Unsafe.Add(ref features, 1)),
        Unsafe.Add(ref values, Unsafe.Add(ref features, 2)),
        Unsafe.Add(ref values, Unsafe.Add(ref features, 3)),
        Unsafe.Add(ref values, Unsafe.Add(ref features, 4)),
        Unsafe.Add(ref values, Unsafe.Add(ref features, 5)),
        Unsafe.Add(ref values, Unsafe.Add(ref features, 6)),
        Unsafe.Add(ref values, Unsafe.Add(ref features, 7)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Scatter(ReadOnlySpan<double> added, ref int features, Span<double> contributions)
    {
        ref var sums = ref MemoryMarshal.GetReference(contributions);
        for (var i = 0; i < added.Length; i++)
        {
            Unsafe.Add(ref sums, Unsafe.Add(ref features, i)) += added[i];
        }
    }
}
