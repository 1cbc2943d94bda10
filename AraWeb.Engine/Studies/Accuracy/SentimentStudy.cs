using System.Globalization;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Sentiment;
using AraWeb.Engine.Sentiment.Learned;
using AraWeb.Engine.Sentiment.Rules;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// <c>evaluate sentiment --file F</c>: how often the scorers judge texts as people did. The rules judge all texts; the trained scorer judges each fifth of them
/// after it has learned from the other four.
/// </summary>
public sealed class SentimentStudy : IStudy
{
    private const int Folds = 5;
    private const int Seed = 1;

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Evaluate;

    /// <inheritdoc/>
    public string Name => "sentiment";

    /// <inheritdoc/>
    public string Summary => "How often texts are judged as people judged them: --file with the columns text and label.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var path = options.File ?? throw new InputException("file", null, "Name a CSV file with the columns text and label.");
        var texts = await LabelledTexts.ReadAsync(path, cancellationToken);
        return await Task.Run(() => Measure(texts, progress, cancellationToken), cancellationToken);
    }

    private static StudyReport Measure(IReadOnlyList<LabelledText> texts, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (texts.Count < Folds)
        {
            throw new ModelException($"{texts.Count} texts are too few for {Folds} folds.", "Give more texts.");
        }

        SentimentClass[] truth = [.. texts.Select(text => text.Class)];
        var rules = new RuleScorer();
        var byRules = SentimentEvaluation.Of(truth, [.. texts.Select(text => rules.Score(text.Text).Class)]);
        var folds = StratifiedFolds.Deal(texts, Folds, Seed);
        var said = new SentimentClass[texts.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            progress.Report($"fold {fold + 1} of {Folds}");
            var scorer = TrainedScorer.Train([.. texts.Where((_, i) => folds[i] != fold)], cancellationToken);
            for (var i = 0; i < said.Length; i++)
            {
                said[i] = folds[i] == fold ? scorer.Score(texts[i].Text).Class : said[i];
            }
        }

        var byTrained = SentimentEvaluation.Of(truth, said);
        var json = new JsonObject
        {
            ["rule_based"] = Of(byRules),
            ["trained"] = Of(byTrained),
            ["n"] = texts.Count,
            ["majority"] = byRules.Majority,
            ["settings"] = new JsonObject { ["rules"] = rules.Id, ["folds"] = Folds, ["strength"] = TrainedScorer.Strength, ["seed"] = Seed },
        };
        return new StudyReport(json, [
            new StudyTable(
                string.Create(
                    CultureInfo.InvariantCulture, $"Sentiment of {texts.Count:N0} texts; the commonest class alone is right in {byRules.Majority:P1}"),
                ["Scorer", "Accuracy", "95 % interval", "Macro F1"],
                [Row("Rules", byRules), Row($"Trained, {Folds} folds", byTrained)]),
        ]);
    }

    private static JsonObject Of(SentimentEvaluation score)
    {
        var interval = Interval(score);
        return new JsonObject
        {
            ["accuracy"] = score.Accuracy,
            ["accuracy_ci95"] = new JsonArray(interval.Lower, interval.Upper),
            ["macro_f1"] = score.MacroF1,
        };
    }

    private static string[] Row(string name, SentimentEvaluation score)
    {
        var interval = Interval(score);
        return
        [
            name, score.Accuracy.ToString("F3", CultureInfo.InvariantCulture),
            string.Create(CultureInfo.InvariantCulture, $"{interval.Lower:F3} to {interval.Upper:F3}"),
            score.MacroF1.ToString("F3", CultureInfo.InvariantCulture),
        ];
    }

    private static IntervalEstimate Interval(SentimentEvaluation score) => ShareInterval.Wilson(Math.Round(score.Accuracy * score.Count), score.Count, 0.95);
}
