namespace AraWeb.Engine.Regime.Jump;

/// <summary>How a statistical jump model is fitted.</summary>
/// <param name="States">States wanted, at least 1.</param>
/// <param name="Penalty">What a change of state costs, in units of half squared distances of rows from centres; see <see cref="JumpPenalty"/>.</param>
public sealed record JumpSettings(int States, double Penalty)
{
    /// <summary>Starting points by k-means++; ten as in Nystrup, Lindström and Madsen (2020). At least 1.</summary>
    public int Starts { get; init; } = 10;

    /// <summary>Most rounds from each starting point; ten or twenty are usual.</summary>
    public int MaxIterations { get; init; } = 200;

    /// <summary>Seeds the starting points.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Guards the edge of the fitters.</summary>
    /// <exception cref="ArgumentException">A setting makes no sense.</exception>
    internal static void Check(JumpSettings settings)
    {
        var isFine = settings is { States: >= 1, Penalty: >= 0, Starts: >= 1, MaxIterations: >= 1 } && double.IsFinite(settings.Penalty);
        if (!isFine)
        {
            throw new ArgumentException($"These settings cannot be used: {settings}.", nameof(settings));
        }
    }
}
