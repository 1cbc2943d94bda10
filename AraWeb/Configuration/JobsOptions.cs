namespace AraWeb.Configuration;

/// <summary>When background jobs run. Section <c>Jobs</c>.</summary>
internal sealed class JobsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Jobs";

    /// <summary>Shortest interval accepted: below it a refresh would run into itself.</summary>
    public static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);

    /// <summary>Longest interval accepted.</summary>
    public static readonly TimeSpan MaxInterval = TimeSpan.FromDays(1);

    /// <summary>False keeps the scheduler off: nothing is refreshed, forecast or resolved by itself. Defaults to true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Time between two looks for new bars. Defaults to five seconds, so that a new minute bar shows soon after it closes.</summary>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(5);
}
