using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger.Skill;

namespace AraWeb.Api.Contracts;

/// <summary>The record of one model at one number of bars ahead.</summary>
/// <param name="Model">Name and version of the model.</param>
/// <param name="Simulated">True for invented prices, which are never counted with real ones.</param>
/// <param name="Day">Bars ahead.</param>
/// <param name="Symbol">The symbol of a row that speaks of one; null for all together.</param>
/// <param name="Regime">The market's state at issue of a row that speaks of one; null else, and where it was not known.</param>
/// <param name="N">Resolved forecasts.</param>
/// <param name="Void">Forecasts whose bar never came: counted, not scored.</param>
/// <param name="Pending">Forecasts whose day has not come.</param>
/// <param name="Days">Distinct days of issue among the resolved.</param>
/// <param name="Trials">Days that do not overlap; intervals of shares come from them.</param>
/// <param name="Standing">How far the record goes, in words.</param>
/// <param name="Figures">How they did; null while there are too few trials.</param>
internal sealed record SkillRowContract(
    string Model,
    bool Simulated,
    int Day,
    string? Symbol,
    RegimeType? Regime,
    int N,
    int Void,
    int Pending,
    int Days,
    double Trials,
    string Standing,
    SkillFiguresContract? Figures)
{
    /// <summary>The contract of a row.</summary>
    public static SkillRowContract From(SkillRow row) => new(
        row.ModelVersion,
        row.IsSimulated,
        row.Horizon,
        row.Symbol,
        row.Regime,
        row.Resolved,
        row.Void,
        row.Pending,
        row.Days,
        row.Trials,
        row.Standing,
        row.Figures is { } figures ? SkillFiguresContract.From(row, figures) : null);
}
