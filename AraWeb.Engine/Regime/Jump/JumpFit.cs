namespace AraWeb.Engine.Regime.Jump;

/// <summary>What a fit of a jump model found.</summary>
/// <param name="Model">The best model over all starting points; has fewer states than asked for when <paramref name="Status"/> is collapsed.</param>
/// <param name="Path">[T] the state of each row, chosen with all rows in view: for looking back, not for forecasts.</param>
/// <param name="Status">How the fit ended.</param>
/// <param name="Iterations">Rounds from the starting point that won.</param>
/// <param name="Objective">Half the squared distances of rows from their centres, plus the penalties of all changes of state.</param>
/// <param name="LastGain">By how much the last round lowered the objective; zero when it changed nothing.</param>
/// <param name="Collapses">Starting points that were given up because a state lost its rows.</param>
public sealed record JumpFit(JumpModel Model, int[] Path, FitStatus Status, int Iterations, double Objective, double LastGain, int Collapses);
