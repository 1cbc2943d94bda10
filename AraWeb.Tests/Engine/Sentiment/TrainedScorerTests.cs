using AraWeb.Engine.Core;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Sentiment;
using AraWeb.Engine.Sentiment.Learned;

namespace AraWeb.Tests.Engine.Sentiment;

public sealed class TrainedScorerTests
{
    private static readonly string[] Things = ["zarf", "quop", "blim", "trock", "mave", "sill", "grund", "pell"];

    [Fact]
    public void Train_WordsThatTell_AreLearned()
    {
        var scorer = TrainedScorer.Train(Texts(600, seed: 1), CancellationToken.None);
        var asked = Texts(200, seed: 2);
        var right = asked.Count(text => scorer.Score(text.Text).Class == text.Class);
        Assert.True(right > 190, $"{right} of 200");
        Assert.True(scorer.Score("gladword zarf quop").Score > 0.5);
        Assert.True(scorer.Score("grimword zarf quop").Score < -0.5);
    }

    [Fact]
    public void Save_ThenLoad_SaysTheSameToTheBit()
    {
        using var key = SigningKey.Create();
        using var own = new PublicKey(key.PublicKey.Span);
        var scorer = TrainedScorer.Train(Texts(200, seed: 3), CancellationToken.None);
        var loaded = TrainedScorer.Load(scorer.Save(key), id => id == key.Id ? own : null);
        Assert.All(Texts(50, seed: 4), text => Assert.Equal(scorer.Score(text.Text), loaded.Score(text.Text)));
    }

    [Fact]
    public void Load_ChangedUnsignedOrForeign_IsRefused()
    {
        using var key = SigningKey.Create();
        using var own = new PublicKey(key.PublicKey.Span);
        var bytes = TrainedScorer.Train(Texts(60, seed: 5), CancellationToken.None).Save(key);
        var changed = bytes.ToArray();
        changed[^20] ^= 1;
        PublicKey? Find(string id) => id == key.Id ? own : null;

        Assert.Equal(ModelRefusal.BadSignature, Assert.Throws<ModelRefusedException>(() => TrainedScorer.Load(changed, Find)).Refusal);
        Assert.Equal(ModelRefusal.UnknownKey, Assert.Throws<ModelRefusedException>(() => TrainedScorer.Load(bytes, _ => null)).Refusal);
        Assert.Equal(ModelRefusal.Unsigned, Assert.Throws<ModelRefusedException>(() => TrainedScorer.Load("{}"u8.ToArray(), Find)).Refusal);
        Assert.Throws<ModelException>(() => TrainedScorer.Load(SignedDocument.Seal("[1]"u8, key), Find));
    }

    [Fact]
    public void Train_OneClassOrTooFew_SaysSo()
    {
        Assert.Throws<ModelException>(() => TrainedScorer.Train(Texts(10, seed: 6), CancellationToken.None));
        Assert.Throws<ModelException>(() => TrainedScorer.Train(
            [.. Texts(200, seed: 6).Where(text => text.Class == SentimentClass.Neutral)], CancellationToken.None));
    }

    [Fact]
    public void Train_Cancelled_Ends()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => TrainedScorer.Train(Texts(200, seed: 7), cancelled.Token));
    }

    private static List<LabelledText> Texts(int count, int seed)
    {
        var random = new Random(seed);
        var texts = new List<LabelledText>(count);
        for (var i = 0; i < count; i++)
        {
            var label = (SentimentClass)random.Next(3);
            var tell = label switch { SentimentClass.Positive => "gladword", SentimentClass.Negative => "grimword", _ => "plainword" };
            texts.Add(new LabelledText(
                $"{Things[random.Next(8)]} {Things[random.Next(8)]} {tell} {Things[random.Next(8)]} {random.Next(1000)} {Things[random.Next(8)]}", label));
        }

        return texts;
    }
}
