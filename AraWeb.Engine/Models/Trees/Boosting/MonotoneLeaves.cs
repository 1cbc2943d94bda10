namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// Makes the leaves of an oblivious tree rise or fall with the features that must. Each leaf takes the middle between the largest value of the leaves that
/// must not lie above it and the least value of those that must not lie below: both bounds rise along the order, so their middle does.
/// </summary>
internal static class MonotoneLeaves
{
    /// <summary>Changes values where they run against a constraint.</summary>
    /// <param name="values">[2^D] leaves; the first question decides the highest bit, 1 means right.</param>
    /// <param name="questions">[D] feature of each question, the first first.</param>
    /// <param name="rules">Directions of features.</param>
    public static void Enforce(double[] values, IReadOnlyList<int> questions, SplitRules rules)
    {
        var below = (double[])values.Clone();
        var above = (double[])values.Clone();
        for (var question = 0; question < questions.Count; question++)
        {
            var direction = rules.DirectionOf(questions[question]);
            var bit = 1 << (questions.Count - 1 - question);
            for (var leaf = 0; leaf < values.Length && direction != 0; leaf++)
            {
                if ((leaf & bit) != 0)
                {
                    continue;
                }

                var (low, high) = direction > 0 ? (leaf, leaf | bit) : (leaf | bit, leaf);
                below[high] = Math.Max(below[high], below[low]);
                above[low] = Math.Min(above[low], above[high]);
            }
        }

        for (var leaf = 0; leaf < values.Length; leaf++)
        {
            values[leaf] = (below[leaf] + above[leaf]) / 2;
        }
    }
}
