using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;
using AraWeb.Engine.Training;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Training;

public sealed class RegimeGuidesTests
{
    private const int Seed = 21;
    private const int Features = 3;

    private static readonly Lazy<TrainedModel> Trained = new(() => EnsembleTrainer.Train(
        Panel(), [new RidgeForecaster(new LinearSettings { Penalty = 0.001 })],
        new TrainingPlan(300, 252, 1, TimeSpan.FromDays(7), TimeSpan.FromDays(5 * 365), 1), new Progress<string>(), CancellationToken.None));

    [Fact]
    public void Guides_MeanThatLeansInBullMarketsAlone_HasItsEdgeThere()
    {
        var guides = Trained.Value.Model.Guides;
        Assert.Equal(4, guides.Count);
        var bull = guides[(int)RegimeType.Bull].Evidence[0];
        Assert.True(bull.HasMeanEdge, $"skill {bull.MeanSkill:F4}, p {bull.MeanP:F3}; seed {Seed}");
        Assert.Equal(1, guides[(int)RegimeType.Bull].LongestMean);
        Assert.Equal(0, guides[(int)RegimeType.Sideways].LongestMean);
    }

    [Fact]
    public void Guides_DeviationsThatTellTheSize_AreWorthSomethingWhereTheyDo()
    {
        // The forecast deviation follows the true one, but for bear markets, where it points the other way.
        var guides = Trained.Value.Model.Guides;
        Assert.Equal(5, guides[(int)RegimeType.Bull].LongestScale);
        Assert.Equal(5, guides[(int)RegimeType.Bull].LongestRecommended);
        Assert.Equal(0, guides[(int)RegimeType.Bear].LongestScale);
        Assert.True(guides[(int)RegimeType.Bear].Evidence[0].ScaleSkill < 0);
    }

    [Fact]
    public void Guides_StateThatNeverWas_SaysNothing()
    {
        var guide = Trained.Value.Model.GuideIn(RegimeType.HighVolatility)!;
        Assert.Equal(0, guide.LongestRecommended);
        Assert.Equal(0, guide.Evidence[0].Days);
        Assert.True(double.IsNaN(guide.Evidence[0].MeanSkill));
        Assert.All(guide.Importance[0], share => Assert.Equal(0, share));
    }

    [Fact]
    public void Importance_OneFeatureLeads_HasMostOfTheSharesYearAfterYear()
    {
        var model = Trained.Value.Model;
        var shares = model.GuideIn(RegimeType.Bull)!.Importance[0];
        Assert.Equal(1, shares.Sum(), 1e-12);
        Assert.True(shares[0] > 0.6, $"shares {string.Join(", ", shares)}; seed {Seed}");
        Assert.InRange(model.ImportanceConsistency[0], 0.3, 1);
    }

    [Fact]
    public void File_WrittenAndRead_KeepsWhatWasMeasured()
    {
        var model = Trained.Value.Model;
        using var file = new MemoryStream();
        PooledModelFile.Write(model, file);
        file.Position = 0;
        var read = PooledModelFile.Read(file, ForecasterCatalog.Learners);
        Assert.Equal(model.Guides.SelectMany(guide => guide.Evidence), read.Guides.SelectMany(guide => guide.Evidence));
        Assert.Equal(model.GuideIn(RegimeType.Bull)!.Importance[1], read.GuideIn(RegimeType.Bull)!.Importance[1]);
        Assert.Equal(model.ImportanceConsistency, read.ImportanceConsistency);
        Assert.Equal(model.Weights[0].Spreads!.Strength, read.Weights[0].Spreads!.Strength);
        Assert.Equal(model.Weights[0].Spreads!.Usual, read.Weights[0].Spreads!.Usual);
        double[] row = [0.3, -2, 1];
        Assert.Equal(model.Novelty(row), read.Novelty(row));
        Assert.NotNull(read.Novelty(row));
    }

    [Fact]
    public void File_OfTheFormatBefore_IsRefusedAndSaysSo()
    {
        var error = Assert.Throws<ModelException>(() => PooledModelFile.Read(new MemoryStream("ARAPOOL1 and more"u8.ToArray()), ForecasterCatalog.Learners));
        Assert.Contains("format 1", error.Message, StringComparison.Ordinal);
    }

    /// <summary>
    /// Four instruments whose true deviation jumps between one and three every twenty days. The first feature leads the next outcome in bull markets; states
    /// take turns of forty days: bull, bear, sideways.
    /// </summary>
    private static TrainingPanel Panel()
    {
        const int Instruments = 4;
        const int Days = 3000;
        var random = new Random(Seed);
        var rows = new PanelRow[Instruments * Days];
        var (features, targets, deviations) = (new double[rows.Length * Features], new double[rows.Length * 2], new double[rows.Length * 2]);
        for (var i = 0; i < rows.Length; i++)
        {
            var day = i / Instruments;
            var close = new DateTimeOffset(2010, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(day);
            var state = (RegimeType)(day / 40 % 3);
            rows[i] = new PanelRow(i % Instruments, day, close, day + 5 < Days ? close.AddDays(5) : DateTimeOffset.MaxValue, state);
            for (var f = 0; f < Features; f++)
            {
                features[(i * Features) + f] = SampleBars.Normal(random);
            }

            var isWild = day / 20 % 2 == 1;
            for (var h = 0; h < 2; h++)
            {
                var truth = isWild ? 0.03 : 0.01;
                var stated = state == RegimeType.Bear && isWild ? 0.01 : state == RegimeType.Bear ? 0.03 : truth;
                var lean = h == 0 && state == RegimeType.Bull ? 0.4 * features[i * Features] : 0;
                deviations[(i * 2) + h] = stated;
                targets[(i * 2) + h] = day + 5 < Days ? (lean + SampleBars.Normal(random)) * truth / stated : double.NaN;
            }
        }

        return new TrainingPanel(
            [.. Enumerable.Range(0, Instruments).Select(i => Symbol.Parse($"COIN{i}"))], ["lead", "noise", "other"], [1, 5],
            rows, features, targets, deviations);
    }
}
