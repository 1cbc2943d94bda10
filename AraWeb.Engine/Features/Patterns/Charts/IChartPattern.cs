namespace AraWeb.Engine.Features.Patterns.Charts;

/// <summary>A rule for a shape of swings, trend lines or gaps that announces rising prices; its mirror announces falling ones.</summary>
internal interface IChartPattern : IPattern
{
    /// <summary>When it is asked.</summary>
    ChartTrigger Trigger { get; }

    /// <summary>The shape that the bars up to now make. It is confirmed by the first close from now on that exceeds its breakout line.</summary>
    Formation Find(in ChartView view);
}
