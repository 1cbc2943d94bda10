using System.Globalization;
using AraWeb.Engine.Registry;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary>Versions of models in words and tables.</summary>
internal static class ModelsText
{
    /// <summary>One row for each version.</summary>
    public static Table Table(IEnumerable<RegistryEntry> entries)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Model", "Version", "Stage", "Family", "Created", "Data to", "Figure", "What is wrong");
        foreach (var entry in entries)
        {
            table.AddRow(
                new Text(entry.Id),
                new Text(entry.Version.ToString(CultureInfo.InvariantCulture)),
                new Text(Stage(entry.Stage)),
                new Text(entry.Card?.Model.Family ?? string.Empty),
                new Text(entry.Card is { } card ? Time(card.Created) : string.Empty),
                new Text(entry.Card?.Model.DataTo.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty),
                new Text(entry.Card?.Model.Metrics is [var metric, ..] ? Figure(metric) : string.Empty),
                new Text(entry.Refusal is { } refusal ? $"REFUSED: {refusal.Message}" : string.Empty));
        }

        return table;
    }

    /// <summary>A stage in words.</summary>
    public static string Stage(ModelStage? stage) => stage switch
    {
        ModelStage.Candidate => "candidate",
        ModelStage.Live => "live",
        ModelStage.Previous => "previous",
        ModelStage.Retired => "retired",
        ModelStage.Refused => "refused",
        _ => "unknown",
    };

    /// <summary>A time.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A figure with its interval, n and baseline.</summary>
    public static string Figure(ModelMetric metric) => string.Create(
        CultureInfo.InvariantCulture,
        $"{metric.Name} {metric.Value:G4} [{metric.Lower:G4} to {metric.Upper:G4}] over {metric.Horizon} bars, "
        + $"{metric.Baseline} {metric.BaselineValue:G4}, n = {metric.Count}");
}
