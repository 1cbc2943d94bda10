using System.CommandLine;
using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Explanation;
using AraWeb.Engine.Models;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Local;
using AraWeb.Engine.Training;
using AraWeb.Hosting;
using MathNet.Numerics.Distributions;
using Spectre.Console;
using Symbol = AraWeb.Engine.Core.Symbol;

namespace AraWeb.Commands;

/// <summary><c>ara models explain SYMBOL</c>: takes the pooled model's forecast of the newest bar apart, feature by feature and in a sentence.</summary>
internal static class ModelsExplainCommand
{
    private const int UsualHorizon = 5;

    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var symbol = Words.Argument("SYMBOL", "A symbol of the folder.");
        var data = new Option<string>("--data") { Description = "A folder of CSV files.", HelpName = "DIR", Required = true };
        var name = new Option<string>("--name") { Description = "Name of the model.", DefaultValueFactory = _ => ModelTraining.DefaultName };
        var version = ModelsCommand.Version();
        var horizon = new Option<int>("--horizon") { Description = "Bars ahead, one that the model learned.", DefaultValueFactory = _ => UsualHorizon };
        var json = ModelsCommand.Json();
        var command = new Command("explain", "Takes the pooled model's forecast apart.") { symbol, data, name, version, horizon, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Symbol.Parse(parsed.GetRequiredValue(symbol)), parsed.GetRequiredValue(data),
            (parsed.GetRequiredValue(name), parsed.GetValue(version)), parsed.GetValue(horizon), parsed.GetValue(json), environment, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Symbol symbol, string folder, (string Id, int? Version) chosen, int horizon, bool asJson, CommandEnvironment environment,
        CancellationToken cancellationToken)
    {
        await using var services = environment.Services([]);
        await services.PrepareStoreAsync(cancellationToken);
        using var keys = await services.ModelKeysAsync(cancellationToken);
        var registry = services.ModelRegistry(keys);
        var card = registry.Card(chosen.Id, ModelsCommand.Choose(registry, chosen.Id, chosen.Version));
        var file = registry.Load(card.Id, card.Version, card.Model.FeatureNames);
        using var stream = new MemoryStream(file.Bytes.ToArray(), writable: false);
        var model = PooledModelFile.Read(stream, ForecasterCatalog.Learners);
        var position = model.Horizons.ToList().IndexOf(horizon);
        if (position < 0)
        {
            throw new InputException("horizon", horizon, $"This model learned {string.Join(", ", model.Horizons)} bars.");
        }

        var provider = new CsvFolderProvider(folder, services.GetRequiredService<TimeProvider>());
        var bars = await provider.ReadAsync(new BarQuery(symbol, Timeframe.OneDay), cancellationToken);
        var panel = PanelBuilder.Build(
            [bars], PanelSettings.Default with { Horizons = model.Horizons }, new LineProgress(TextWriter.Null), cancellationToken);
        var (row, last) = (panel.Rows.Count - 1, panel.Rows[^1]);
        var explanation = new PooledExplainer(model).Explain(panel.FeaturesOf(row), last.Regime, position);
        var sentence = PooledSentence.Of(bars.Symbol, explanation, panel.DeviationOf(row, position), Normal.CDF(0, 1, explanation.Mean), last.Regime);
        var note = last.Close <= model.TrainedThrough
            ? $"The model learned from outcomes up to {model.TrainedThrough:yyyy-MM-dd}: this shows what it believes and is no forecast made in advance."
            : null;
        if (asJson)
        {
            environment.WriteJson(new
            {
                symbol = bars.Symbol.Text,
                model = card.Id,
                version = card.Version,
                asOf = last.Close,
                horizon,
                mean = explanation.Mean,
                deviation = panel.DeviationOf(row, position),
                @base = explanation.Base,
                regime = last.Regime,
                factors = explanation.Factors.Where(factor => factor.Contribution != 0)
                    .Select(factor => new { factor.Feature, Value = double.IsNaN(factor.Value) ? (double?)null : factor.Value, factor.Contribution }),
                members = explanation.Members.Select(member => new { member.Id, member.Said, member.Weight }),
                sentence,
                note,
            });
            return ExitCodes.Done;
        }

        environment.Output.WriteLine($"{bars.Symbol} · as of {last.Close.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}"
            + $" · {card.Id} version {card.Version}");
        environment.Output.WriteLine(sentence);
        environment.Tables().Write(Factors(explanation));
        environment.Tables().Write(Members(explanation));
        if (note is not null)
        {
            environment.Output.WriteLine($"Note: {note}");
        }

        return ExitCodes.Done;
    }

    private static Table Factors(PooledExplanation explanation)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("Feature");
        table.AddColumn(new TableColumn("Value").RightAligned());
        table.AddColumn(new TableColumn("Adds, deviations").RightAligned());
        table.AddRow("(before any feature)", string.Empty, $"{explanation.Base:+0.0000;-0.0000}");
        foreach (var factor in explanation.Factors.Take(PooledSentence.Told))
        {
            table.AddRow(factor.Feature, $"{factor.Value:0.###}", $"{factor.Contribution:+0.0000;-0.0000}");
        }

        var rest = explanation.Factors.Skip(PooledSentence.Told).Sum(factor => factor.Contribution);
        table.AddRow("(all others)", string.Empty, $"{rest:+0.0000;-0.0000}");
        table.AddRow("Forecast", string.Empty, $"{explanation.Mean:+0.0000;-0.0000}");
        return table;
    }

    private static Table Members(PooledExplanation explanation)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("Member");
        table.AddColumn(new TableColumn("Says, deviations").RightAligned());
        table.AddColumn(new TableColumn("Weight").RightAligned());
        foreach (var (id, said, weight) in explanation.Members)
        {
            table.AddRow(id, $"{said:+0.0000;-0.0000}", $"{weight:0.000}");
        }

        return table;
    }
}
