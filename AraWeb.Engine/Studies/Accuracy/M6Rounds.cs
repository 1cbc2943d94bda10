using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>Which four-week rounds are scored.</summary>
internal static class M6Rounds
{
    /// <summary>Length of a round.</summary>
    public const int Days = 28;

    /// <summary>Trading days of history before the first round that nobody asked for by name.</summary>
    private const int WarmUp = 200;

    private const int CompetitionRounds = 12;

    /// <summary>End of the first of the twelve rounds of the competition; the others follow every four weeks to 2023-02-03.</summary>
    private static readonly DateOnly FirstEnd = new(2022, 4, 1);

    /// <summary>The last days of the rounds, ascending, and what kind they are.</summary>
    /// <exception cref="InputException">No round lies within the data and the bounds.</exception>
    public static (IReadOnlyList<DateOnly> Ends, string Kind) Choose(PricePanel panel, StudyOptions options)
    {
        var (ends, kind) = options.Ends is { } file ? (M6Folder.ReadDays(file), "given")
            : Competition(panel) is { Count: > 0 } rounds ? (rounds, "competition")
            : (Pseudo(panel), "pseudo");
        DateOnly[] kept = [.. ends.Where(end => (options.From is not { } from || end >= from) && (options.To is not { } to || end <= to))];
        if (kept.Length == 0)
        {
            throw new InputException(
                "ends", options.Ends ?? options.Data, "Give prices or bounds that hold at least one round of four weeks after some weeks of history.");
        }

        if (kept.FirstOrDefault(end => !IsCovered(panel, end)) is var bare && bare != default)
        {
            throw new InputException(
                "ends", bare.ToString("O"), $"There must be prices from {bare.AddDays(-Days):O} to that day, and at least one day before.");
        }

        return (kept, kind);
    }

    private static List<DateOnly> Competition(PricePanel panel) =>
        [.. Enumerable.Range(0, CompetitionRounds).Select(round => FirstEnd.AddDays(Days * round)).Where(end => IsCovered(panel, end))];

    /// <summary>Rounds on the competition's own grid of Fridays, carried back as far as there is history.</summary>
    private static List<DateOnly> Pseudo(PricePanel panel)
    {
        var ends = new List<DateOnly>();
        if (panel.Days.Length > WarmUp)
        {
            var steps = (panel.Days[^1].DayNumber - FirstEnd.DayNumber) / Days;
            for (var end = FirstEnd.AddDays(Days * (steps + 1)); end.AddDays(-Days) > panel.Days[WarmUp]; end = end.AddDays(-Days))
            {
                if (IsCovered(panel, end))
                {
                    ends.Insert(0, end);
                }
            }
        }

        return ends;
    }

    /// <summary>True where a day before the start is known and prices reach the end, give or take a holiday.</summary>
    private static bool IsCovered(PricePanel panel, DateOnly end)
    {
        var days = panel.Days;
        var start = end.AddDays(-Days);
        return days.Length > 0 && days[0] < start && days[^1] >= end.AddDays(-4) && panel.IndexOf(start) < panel.IndexOf(end.AddDays(1)) - 1;
    }
}
