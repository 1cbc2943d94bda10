using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Linear;

/// <summary>How linear models choose their penalty and when iterations end. Penalties count on standardised columns and per unit of sample weight.</summary>
public sealed record LinearSettings
{
    /// <summary>A fixed penalty; null to choose it by cross-validation.</summary>
    public double? Penalty { get; init; }

    /// <summary>Blocks of time that are left out in turn, at least 2.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>Penalties that are tried, at least 2.</summary>
    public int PathLength { get; init; } = 50;

    /// <summary>The smallest penalty tried as a share of the largest, as glmnet takes it where there are more rows than columns.</summary>
    public double PathRatio { get; init; } = 1e-4;

    /// <summary>
    /// Takes the largest penalty whose error lies within one standard error of the smallest (Breiman and others 1984): right where targets are noisy.
    /// </summary>
    public bool UseOneStandardError { get; init; } = true;

    /// <summary>Further bars left out after a test block, for features that remember it.</summary>
    public int Embargo { get; init; }

    /// <summary>Sweeps of coordinate descent allowed at one penalty.</summary>
    public int MaxIterations { get; init; } = 10_000;

    /// <summary>Coordinate descent ends when the duality gap is below this share of the targets' sum of squares.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <exception cref="InputException">A number is out of range.</exception>
    internal void Validate()
    {
        Require(Penalty is null or (> 0 and < double.PositiveInfinity), nameof(Penalty), Penalty, "Take a penalty above zero.");
        Require(Folds >= 2, nameof(Folds), Folds, "Take at least 2 folds.");
        Require(PathLength >= 2, nameof(PathLength), PathLength, "Try at least 2 penalties.");
        Require(PathRatio is > 0 and < 1, nameof(PathRatio), PathRatio, "Take a share between 0 and 1.");
        Require(Embargo >= 0, nameof(Embargo), Embargo, "Take no negative number of bars.");
        Require(MaxIterations >= 1, nameof(MaxIterations), MaxIterations, "Allow at least one sweep.");
        Require(Tolerance is > 0 and < 1, nameof(Tolerance), Tolerance, "Take a share between 0 and 1.");
    }

    private static void Require(bool holds, string name, object? value, string advice)
    {
        if (!holds)
        {
            throw new InputException(name, value, advice);
        }
    }
}
