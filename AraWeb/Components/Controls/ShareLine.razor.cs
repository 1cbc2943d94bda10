using System.Globalization;
using AraWeb.Engine.Evaluation;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Controls;

/// <summary>
/// A share on a line from 0 to 100 %: a tick where it should be, a dot where it is, a bar for its interval. The numbers stand beside it as text.
/// </summary>
public sealed partial class ShareLine
{
    /// <summary>Where it should be, 0 to 1.</summary>
    [Parameter]
    [EditorRequired]
    public required double Nominal { get; set; }

    /// <summary>Where it is, 0 to 1; NaN where unknown.</summary>
    [Parameter]
    [EditorRequired]
    public required double Realised { get; set; }

    /// <summary>How well it is known; null where there is too little to say.</summary>
    [Parameter]
    public IntervalEstimate? Interval { get; set; }

    private static string At(double share) => (Math.Clamp(share, 0, 1) * 100).ToString("0.##", CultureInfo.InvariantCulture);
}
