using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Skill;

namespace AraWeb.Api.Contracts;

/// <summary>Scores of one resolved forecast, all losses: lower is better. By the same rule for the forecast and for each rival.</summary>
/// <param name="Baseline">The rival; null for the forecast itself.</param>
/// <param name="Crps">Continuous ranked probability score, in log return; null where no distribution was named.</param>
/// <param name="Pinball">Mean pinball loss over the nine levels, in log return.</param>
/// <param name="LogLoss">Minus the log density at what came, in nats; null for a point.</param>
/// <param name="Brier">Squared error of P(up); null where none was named.</param>
internal sealed record ScoreContract(BaselineKind? Baseline, double? Crps, double? Pinball, double? LogLoss, double? Brier)
{
    /// <summary>The scores of a resolved horizon, the forecast's first; empty while there is nothing to score.</summary>
    public static IReadOnlyList<ScoreContract> From(FrozenHorizon horizon)
    {
        if (horizon.Outcome is not { State: OutcomeState.Resolved } outcome)
        {
            return [];
        }

        var own = From(baseline: null, HorizonScore.Of(horizon.Returns.Values, horizon.ProbabilityUp, outcome.Return));
        return horizon.Baselines is { } baselines
            ? [own, .. BaselineDistribution.All(baselines).Select(rival => From(rival.Kind, HorizonScore.Of(rival, outcome.Return)))]
            : [own];
    }

    private static ScoreContract From(BaselineKind? baseline, HorizonScore score) => new(
        baseline, ApiJson.Known(score.Crps), ApiJson.Known(score.Pinball), ApiJson.Known(score.LogLoss), ApiJson.Known(score.Brier));
}
