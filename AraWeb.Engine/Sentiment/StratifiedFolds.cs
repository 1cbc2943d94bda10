namespace AraWeb.Engine.Sentiment;

/// <summary>
/// Deals judged texts into folds at random, each fold with its share of every class. Texts that are equal stay together, so that none is learned and asked.
/// </summary>
internal static class StratifiedFolds
{
    /// <summary>[N] the fold of each text, 0 to count - 1.</summary>
    public static int[] Deal(IReadOnlyList<LabelledText> texts, int count, int seed)
    {
        var random = new Random(seed);
        var folds = new int[texts.Count];
        foreach (var group in Enumerable.Range(0, texts.Count).GroupBy(i => texts[i].Class).OrderBy(group => group.Key))
        {
            var distinct = group.GroupBy(i => texts[i].Text, StringComparer.Ordinal).Select(same => same.ToArray()).ToArray();
            random.Shuffle(distinct);
            for (var k = 0; k < distinct.Length; k++)
            {
                foreach (var i in distinct[k])
                {
                    folds[i] = k % count;
                }
            }
        }

        return folds;
    }
}
