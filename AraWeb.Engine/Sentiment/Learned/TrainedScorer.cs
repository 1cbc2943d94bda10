using System.Text.Json;
using AraWeb.Engine.Core;
using AraWeb.Engine.Registry;

namespace AraWeb.Engine.Sentiment.Learned;

/// <summary>
/// A scorer that has learned from judged texts: words, pairs of words and what the rules see, weighed by a penalised logistic regression. Knows only the kind
/// of text that it was trained on. Its file is signed by the ledger's key, and nothing unsigned is read.
/// </summary>
public sealed class TrainedScorer : ISentimentScorer
{
    /// <summary>Weight of the texts against the penalty; of 1 to 40 the figure from which more brings next to nothing (docs/sentiment.md).</summary>
    internal const double Strength = 20;

    private const int FewestTexts = 30;
    private const int LargestFile = 256 << 20;
    private const string Version = "trained-1";

    private readonly TextVocabulary _vocabulary;
    private readonly LogisticRegression _regression;

    private TrainedScorer(TextVocabulary vocabulary, LogisticRegression regression) => (_vocabulary, _regression) = (vocabulary, regression);

    /// <inheritdoc/>
    public string Id => Version;

    /// <summary>Learns.</summary>
    /// <param name="texts">Judged texts.</param>
    /// <param name="cancellationToken">Ends it within a second.</param>
    /// <exception cref="ModelException">Too few texts, or all of one class.</exception>
    public static TrainedScorer Train(IReadOnlyList<LabelledText> texts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count < FewestTexts)
        {
            throw new ModelException($"{texts.Count} texts are too few to learn from.", $"Give at least {FewestTexts}, better some thousand.");
        }

        var vocabulary = TextVocabulary.Learn(texts);
        SparseRow[] rows = [.. texts.Select(text => vocabulary.Row(text.Text))];
        SentimentClass[] labels = [.. texts.Select(text => text.Class)];
        return new TrainedScorer(vocabulary, LogisticRegression.Fit(rows, labels, vocabulary.Columns, Strength, cancellationToken));
    }

    /// <inheritdoc/>
    public SentimentOpinion Score(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<double> probabilities = stackalloc double[3];
        _regression.Predict(_vocabulary.Row(text), probabilities);
        var most = probabilities[0] > probabilities[1] ? 0 : 1;
        most = probabilities[2] > probabilities[most] ? 2 : most;
        return new SentimentOpinion(probabilities[2] - probabilities[0], (SentimentClass)most);
    }

    /// <summary>The file, signed.</summary>
    public byte[] Save(SigningKey key)
    {
        var content = new Content(Version, [.. _vocabulary.Terms], [.. _vocabulary.Rarity], [.. _vocabulary.Marks], _regression.Weights);
        return SignedDocument.Seal(JsonSerializer.SerializeToUtf8Bytes(content), key);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="find">Gives the public key of an id where it is trusted.</param>
    /// <exception cref="ModelRefusedException">Unsigned, signed by a stranger, changed, or too large.</exception>
    /// <exception cref="ModelException">Signed, but no scorer of this version.</exception>
    public static TrainedScorer Load(ReadOnlyMemory<byte> bytes, Func<string, PublicKey?> find)
    {
        if (bytes.Length > LargestFile)
        {
            throw new ModelRefusedException(ModelRefusal.TooLarge, "The scorer's file is too large.", "Train it on fewer texts.");
        }

        var content = Read(SignedDocument.Open(bytes, find, "The scorer's file"));
        var vocabulary = content is { Terms: { } terms, Rarity: { } rarity, Marks: { } marks, Weights: not null } && terms.Length == rarity.Length
            ? new TextVocabulary(terms, rarity, marks)
            : throw Foreign();
        return content.Version == Version ? new TrainedScorer(vocabulary, new LogisticRegression(vocabulary.Columns, content.Weights)) : throw Foreign();
    }

    private static Content? Read(ReadOnlyMemory<byte> document)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(document.Span);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ModelException Foreign() => new("The file is no scorer that this program writes.", "Train it again with 'ara sentiment train'.");

    private sealed record Content(string? Version, string[]? Terms, double[]? Rarity, string[]? Marks, double[]? Weights);
}
