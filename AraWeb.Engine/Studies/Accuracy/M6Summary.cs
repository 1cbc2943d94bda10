namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>Rounds taken together.</summary>
/// <param name="Rps">Mean score.</param>
/// <param name="Placebo">Mean score with the assets in random order.</param>
/// <param name="Below">Rounds that scored below the benchmark.</param>
/// <param name="StandardError">Of the mean score, rounds taken as independent; NaN for a single round.</param>
/// <param name="T">Distance from the benchmark in standard errors; below zero is better.</param>
internal sealed record M6Summary(double Rps, double Placebo, int Below, double StandardError, double T)
{
    /// <summary>Summarises.</summary>
    public static M6Summary Of(IReadOnlyList<M6Round> rounds, double benchmark)
    {
        var mean = rounds.Average(round => round.Rps);
        var squares = rounds.Sum(round => (round.Rps - mean) * (round.Rps - mean));
        var error = rounds.Count > 1 ? Math.Sqrt(squares / (rounds.Count - 1) / rounds.Count) : double.NaN;
        return new M6Summary(
            mean,
            rounds.Average(round => round.Placebo),
            rounds.Count(round => round.Rps < benchmark),
            error,
            error == 0 ? double.NaN : (mean - benchmark) / error);
    }
}
