namespace AraWeb.Engine.Sentiment;

/// <summary>How often a scorer is right, against the judgement of people.</summary>
/// <param name="Count">Texts.</param>
/// <param name="Accuracy">Share that is right.</param>
/// <param name="MacroF1">Mean over the classes of the harmonic mean of precision and recall, each class counting alike.</param>
/// <param name="Majority">Share of the commonest class: what is right without looking.</param>
public sealed record SentimentEvaluation(int Count, double Accuracy, double MacroF1, double Majority)
{
    private const int Classes = 3;

    /// <summary>Counts.</summary>
    /// <param name="truth">[N] what people say.</param>
    /// <param name="said">[N] what the scorer says.</param>
    public static SentimentEvaluation Of(IReadOnlyList<SentimentClass> truth, IReadOnlyList<SentimentClass> said)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(said);
        var table = new int[Classes, Classes];
        for (var i = 0; i < truth.Count; i++)
        {
            table[(int)truth[i], (int)said[i]]++;
        }

        var (right, f1, largest, present) = (0, 0.0, 0, 0);
        for (var c = 0; c < Classes; c++)
        {
            var (of, asked) = (0, 0);
            for (var other = 0; other < Classes; other++)
            {
                of += table[c, other];
                asked += table[other, c];
            }

            right += table[c, c];
            largest = Math.Max(largest, of);
            if (of + asked > 0)
            {
                present++;
                f1 += 2.0 * table[c, c] / (of + asked);
            }
        }

        return new SentimentEvaluation(truth.Count, (double)right / truth.Count, f1 / present, (double)largest / truth.Count);
    }
}
