namespace AraWeb.Engine.Features.Patterns.Charts;

/// <summary>When a rule is asked.</summary>
internal enum ChartTrigger
{
    /// <summary>At every bar, without swings.</summary>
    Bar,

    /// <summary>When a bottom became known, on each scale of swings.</summary>
    Bottom,

    /// <summary>When a close exceeds an older top for the first time, on each scale of swings.</summary>
    Recovery,
}
