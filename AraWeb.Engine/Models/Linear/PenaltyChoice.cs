namespace AraWeb.Engine.Models.Linear;

/// <summary>The penalty that cross-validation took.</summary>
/// <param name="Penalty">The penalty.</param>
/// <param name="Error">Mean squared error on left-out folds.</param>
/// <param name="StandardError">Its standard error over the folds.</param>
/// <param name="Trials">Penalties tried.</param>
internal readonly record struct PenaltyChoice(double Penalty, double Error, double StandardError, int Trials);
