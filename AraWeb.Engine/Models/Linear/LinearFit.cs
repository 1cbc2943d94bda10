namespace AraWeb.Engine.Models.Linear;

/// <summary>What a linear model learned for one horizon.</summary>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Coefficients">[F] what a unit of each feature adds to the forecast; 0 for constant columns.</param>
/// <param name="Centre">The forecast where every feature is at its mean.</param>
/// <param name="Deviation">Standard deviation of what the model leaves unexplained, corrected for the coefficients it used.</param>
/// <param name="Penalty">The penalty taken, per unit of weight on standardised columns.</param>
/// <param name="Status">How the fit ended.</param>
/// <param name="Iterations">Sweeps of the final fit; 0 for a direct solution.</param>
/// <param name="Gap">Its duality gap as a share of the targets' sum of squares.</param>
/// <param name="FoldError">Mean squared error on left-out folds at the penalty taken; NaN for a fixed penalty.</param>
/// <param name="FoldStandardError">Standard error of it over the folds; NaN for a fixed penalty.</param>
/// <param name="Trials">Penalties tried.</param>
public sealed record LinearFit(
    int Horizon,
    IReadOnlyList<double> Coefficients,
    double Centre,
    double Deviation,
    double Penalty,
    LinearFitStatus Status,
    int Iterations,
    double Gap,
    double FoldError,
    double FoldStandardError,
    int Trials);
