using AraWeb.Engine.Core;

namespace AraWeb.Configuration;

/// <summary>When background jobs run. Section <c>Jobs</c>.</summary>
internal sealed class JobsOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Jobs";

    /// <summary>Time frames when none are configured.</summary>
    public const string DefaultTimeframes = "1h,1d";

    /// <summary>Shortest interval accepted: below it a refresh would run into itself.</summary>
    public static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(1);

    /// <summary>Longest interval accepted.</summary>
    public static readonly TimeSpan MaxInterval = TimeSpan.FromDays(1);

    /// <summary>Shortest time between two trainings: models learn from daily bars.</summary>
    public static readonly TimeSpan MinRetrainInterval = TimeSpan.FromDays(1);

    /// <summary>Longest time between two trainings: a year.</summary>
    public static readonly TimeSpan MaxRetrainInterval = TimeSpan.FromDays(366);

    /// <summary>False keeps the scheduler off: nothing is refreshed, forecast or resolved by itself. Defaults to true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Time between two looks for new bars. Defaults to five seconds, so that a new minute bar shows soon after it closes.</summary>
    public TimeSpan RefreshInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Symbols that are forecast by themselves when a bar closes, separated by commas; empty, the default, means every symbol that has bars.
    /// </summary>
    public string Watchlist { get; set; } = string.Empty;

    /// <summary>
    /// Time frames that are forecast by themselves, separated by commas. Shorter ones are forecast when somebody looks: every forecast is kept for good, and
    /// minute bars would fill the ledger. Defaults to <see cref="DefaultTimeframes"/>.
    /// </summary>
    public string Timeframes { get; set; } = DefaultTimeframes;

    /// <summary>
    /// Age of the newest version from which on the pooled model is trained again; drift trains it sooner. Zero trains it on demand only. Defaults to a week.
    /// </summary>
    public TimeSpan RetrainInterval { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Time of the day, UTC, from which on a due training may run, for three hours. Defaults to three in the morning.</summary>
    public TimeSpan RetrainTime { get; set; } = TimeSpan.FromHours(3);

    /// <summary>The watchlist, read; empty for every symbol.</summary>
    /// <exception cref="InputException">A name is no symbol.</exception>
    internal IReadOnlySet<Symbol> ParseWatchlist() => Split(Watchlist).Select(Symbol.Parse).ToHashSet();

    /// <summary>The time frames, read, longest first.</summary>
    /// <exception cref="InputException">A code is none of a time frame.</exception>
    internal IReadOnlyList<Timeframe> ParseTimeframes() =>
        [.. Split(Timeframes).Select(Engine.Core.Timeframes.Parse).Distinct().OrderDescending()];

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
