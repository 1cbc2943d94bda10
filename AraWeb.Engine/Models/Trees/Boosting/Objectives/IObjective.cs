using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Trees.Boosting.Objectives;

/// <summary>A loss that boosting lowers. Scores are what the trees add up to.</summary>
internal interface IObjective
{
    /// <summary>Whether leaves take their values from residuals (<see cref="LeafValue"/>) and not from derivatives.</summary>
    bool FitsLeaves { get; }

    /// <summary>Refuses targets that the loss is not made for.</summary>
    /// <exception cref="Core.ModelException">Says which and why.</exception>
    void Check(ReadOnlySpan<double> targets);

    /// <summary>The constant score with the least loss.</summary>
    double Start(ReadOnlySpan<double> targets, ReadOnlySpan<double> weights);

    /// <summary>First and second derivatives of the loss by the score, times the weight.</summary>
    /// <param name="scores">[n].</param>
    /// <param name="targets">[n].</param>
    /// <param name="weights">[n].</param>
    /// <param name="pairs">[n] receives them.</param>
    void Derive(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights, Span<Vector128<double>> pairs);

    /// <summary>Weighted mean loss.</summary>
    double Loss(ReadOnlySpan<double> scores, ReadOnlySpan<double> targets, ReadOnlySpan<double> weights);

    /// <summary>The step with the least loss for the rows of a leaf; only where <see cref="FitsLeaves"/>.</summary>
    /// <param name="residuals">[n] targets less scores.</param>
    /// <param name="weights">[n].</param>
    double LeafValue(ReadOnlySpan<double> residuals, ReadOnlySpan<double> weights);
}
