namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>What boosting came to.</summary>
/// <param name="Ensemble">The trees, up to the best round.</param>
/// <param name="Status">Why it ended.</param>
/// <param name="Rounds">Rounds that were run.</param>
/// <param name="ValidationLosses">Mean loss on the validation rows after each round; empty without such rows.</param>
internal sealed record BoostingFit(TreeEnsemble Ensemble, BoostingStatus Status, int Rounds, IReadOnlyList<double> ValidationLosses);
