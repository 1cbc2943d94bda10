using AraWeb.Engine.Ledger;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>An issued forecast in one line: its next bar in full, its other horizons counted.</summary>
/// <param name="Entry">The forecast.</param>
/// <param name="Next">Its nearest horizon.</param>
/// <param name="Resolved">Horizons whose day came.</param>
/// <param name="Inside80">Those whose outcome lay in the 80 % band.</param>
public sealed record PastRow(ForecastEntry Entry, FrozenHorizon Next, int Resolved, int Inside80)
{
    private const double Band = 0.8;

    /// <summary>Where the next bar ended: inside, above or below its 80 % band, void or pending.</summary>
    public string Verdict => Next.Outcome switch
    {
        null => "pending",
        { State: OutcomeState.Void } => "void",
        { } outcome => Side(Next, outcome.Return) switch { 0 => "inside", > 0 => "above", _ => "below" },
    };

    /// <summary>Makes the line; null for an entry without horizons.</summary>
    internal static PastRow? Of(ForecastEntry entry)
    {
        if (entry.Horizons.Count == 0)
        {
            return null;
        }

        var resolved = entry.Horizons.Where(horizon => horizon.Outcome is { State: OutcomeState.Resolved }).ToList();
        return new PastRow(entry, entry.Horizons[0], resolved.Count, resolved.Count(horizon => Side(horizon, horizon.Outcome!.Return) == 0));
    }

    private static int Side(FrozenHorizon horizon, double outcome)
    {
        var (lower, upper) = horizon.Returns.Interval(Band);
        return outcome < lower ? -1 : outcome > upper ? 1 : 0;
    }
}
