using System.Runtime.Intrinsics;
using AraWeb.Engine.Models.Trees.Boosting.Objectives;

namespace AraWeb.Tests.Engine.Models.Trees.Boosting;

/// <summary>A loss whose base is given, as in XGBoost's base_score, so that trees can be compared with those of another program.</summary>
internal sealed class FixedStart(IObjective inner, double start) : IObjective
{
    public bool FitsLeaves => inner.FitsLeaves;

    public void Check(ReadOnlySpan<double> targets) => inner.Check(targets);

    public double Start(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights) => start;

    public void Derive(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights, Span<Vector128<double>> pairs) =>
        inner.Derive(scores, targets, weights, pairs);

    public double Loss(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights) => inner.Loss(scores, targets, weights);

    public double LeafValue(ReadOnlySpan<double> residuals, ReadOnlySpan<double> weights) => inner.LeafValue(residuals, weights);
}
