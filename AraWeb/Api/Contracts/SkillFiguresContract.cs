using AraWeb.Engine.Ledger.Skill;

namespace AraWeb.Api.Contracts;

/// <summary>How resolved forecasts did. Losses: lower is better.</summary>
/// <param name="Crps">Mean continuous ranked probability score, in log return.</param>
/// <param name="Pinball">Mean pinball loss over the nine levels, in log return.</param>
/// <param name="LogLoss">Mean log loss, in nats.</param>
/// <param name="Brier">Mean Brier score of P(up).</param>
/// <param name="Coverage">The 50, 80, 90 and 95 % bands.</param>
/// <param name="Direction">The direction of prices.</param>
/// <param name="Baselines">Beside each simple rival.</param>
internal sealed record SkillFiguresContract(
    double? Crps,
    double? Pinball,
    double? LogLoss,
    double? Brier,
    IReadOnlyList<CoverageShareContract> Coverage,
    DirectionContract Direction,
    IReadOnlyList<BaselineSkillContract> Baselines)
{
    /// <summary>The contract of a row's figures.</summary>
    public static SkillFiguresContract From(SkillRow row, SkillFigures figures) => new(
        ApiJson.Known(figures.Crps),
        ApiJson.Known(figures.Pinball),
        ApiJson.Known(figures.LogLoss),
        ApiJson.Known(figures.Brier),
        [.. figures.Coverage.Select(CoverageShareContract.From)],
        new DirectionContract(row.Resolved, row.Days, EstimateContract.From(figures.Direction), ApiJson.Known(figures.AlwaysUp)),
        [.. figures.Baselines.Select(BaselineSkillContract.From)]);
}
