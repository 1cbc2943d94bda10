using AraWeb.Engine.Ledger;

namespace AraWeb.Api.Contracts;

/// <summary>What a simple rival said at issue.</summary>
/// <param name="Baseline">Which one.</param>
/// <param name="Mean">Centre of its distribution, or the point it names, in log return; null for a bare probability.</param>
/// <param name="Deviation">Standard deviation; null where it names no distribution or had nothing to say.</param>
/// <param name="ProbabilityUp">Its probability of a price above the last one; null where it names none.</param>
internal sealed record BaselineContract(BaselineKind Baseline, double? Mean, double? Deviation, double? ProbabilityUp)
{
    /// <summary>The contracts of all rivals of a horizon.</summary>
    public static IReadOnlyList<BaselineContract> From(FrozenBaselines frozen) =>
    [
        .. BaselineDistribution.All(frozen).Select(rival => new BaselineContract(
            rival.Kind, ApiJson.Known(rival.Mean), ApiJson.Known(rival.Deviation), ApiJson.Known(rival.ProbabilityUp))),
    ];
}
