using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger.Skill;

/// <summary>The record of one model at one horizon, all of it or a part.</summary>
/// <param name="ModelVersion">Name and version of the model.</param>
/// <param name="IsSimulated">True for invented prices, which are never counted with real ones.</param>
/// <param name="Horizon">Bars ahead.</param>
/// <param name="Symbol">The symbol of a row that speaks of one; null for all together.</param>
/// <param name="Regime">The market's state at issue of a row that speaks of one; null else, and where it was not known.</param>
/// <param name="Resolved">Outcomes behind the figures.</param>
/// <param name="Void">Forecasts whose bar never came: counted, not scored.</param>
/// <param name="Pending">Forecasts whose day has not come.</param>
/// <param name="Days">Distinct days of issue among the resolved.</param>
/// <param name="Trials">Days that do not overlap: days divided by the days that one forecast spans. What intervals of shares are made from.</param>
/// <param name="Figures">How they did; null while there are too few trials.</param>
public sealed record SkillRow(
    string ModelVersion,
    bool IsSimulated,
    int Horizon,
    string? Symbol,
    RegimeType? Regime,
    int Resolved,
    int Void,
    int Pending,
    int Days,
    double Trials,
    SkillFigures? Figures)
{
    /// <summary>Trials without which no figure is told: with fewer, an interval holds nearly everything.</summary>
    public const double MinimumTrials = 10;

    /// <summary>What can be said of how far the record goes.</summary>
    public string Standing => Figures is not null
        ? "enough to tell"
        : FormattableString.Invariant(
            $"accumulating: {Resolved} resolved so far on {Days} days, worth {Trials:0.#} trials of the {MinimumTrials} that tell something");
}
