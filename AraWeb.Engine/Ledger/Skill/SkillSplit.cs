namespace AraWeb.Engine.Ledger.Skill;

/// <summary>Into what the rows of a skill table are split besides model and horizon.</summary>
public enum SkillSplit
{
    /// <summary>Nothing more.</summary>
    None,

    /// <summary>A row for each symbol.</summary>
    Symbol,

    /// <summary>A row for each state of the market at issue.</summary>
    Regime,
}
