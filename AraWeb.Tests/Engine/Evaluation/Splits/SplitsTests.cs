using AraWeb.Engine.Evaluation.Splits;

namespace AraWeb.Tests.Engine.Evaluation.Splits;

public sealed class SplitsTests
{
    private static readonly SplitGap None = new(0, 0);

    [Fact]
    public void Split_TwelveRowsThreeGroupsTwoTested_EqualsSkfolio()
    {
        // skfolio, commit c06db840, tests/test_model_selection/test_combinatorial.py (BSD-3): purged_size and embargo_size as given here.
        Assert.Equal<int[]>([[8, 9, 10, 11], [4, 5, 6, 7], [0, 1, 2, 3]], Trains(12, 3, 2, None));
        Assert.Equal<int[]>([[9, 10, 11], [5, 6], [0, 1, 2]], Trains(12, 3, 2, new SplitGap(1, 0)));
        Assert.Equal<int[]>([[9, 10, 11], [5, 6, 7], [0, 1, 2, 3]], Trains(12, 3, 2, new SplitGap(0, 1)));
        Assert.Equal([0, 1, 2, 3, 8, 9, 10, 11], new CombinatorialSplits(12, 3, 2, None).Split(1).Test);
    }

    [Fact]
    public void PathSplits_FiveGroupsTwoTested_EqualSkfolio()
    {
        // The same file: recombined_paths, one line for each group.
        int[][] expected = [[0, 1, 2, 3], [0, 4, 5, 6], [1, 4, 7, 8], [2, 5, 7, 9], [3, 6, 8, 9]];
        var splits = new CombinatorialSplits(12, 5, 2, None);
        Assert.Equal(10, splits.Count);
        Assert.Equal(4, splits.PathCount);
        for (var path = 0; path < 4; path++)
        {
            Assert.Equal(expected.Select(group => group[path]), splits.PathSplits(path));
        }
    }

    [Theory]
    [InlineData(10, 2, 45, 9)]
    [InlineData(6, 2, 15, 5)]
    [InlineData(6, 3, 20, 10)]
    [InlineData(4, 1, 4, 1)]
    public void Counts_GroupsAndTestGroups_AreThoseOfTheBook(int groups, int testGroups, int splits, int paths)
    {
        // Lopez de Prado (2018), section 12.4: C(N, k) splits and k / N C(N, k) paths; the first line is 45 splits and 9 paths.
        var made = new CombinatorialSplits(100, groups, testGroups, None);
        Assert.Equal((splits, paths), (made.Count, made.PathCount));
    }

    [Fact]
    public void Splits_AnySize_NoLabelLearntFromMeetsATestSpan()
    {
        const int seed = 20;
        var random = new Random(seed);
        for (var trial = 0; trial < 150; trial++)
        {
            var rows = random.Next(10, 90);
            var groups = random.Next(2, 7);
            var gap = new SplitGap(random.Next(0, 6), random.Next(0, 4));
            var splits = new CombinatorialSplits(rows, groups, random.Next(1, groups), gap);
            var all = Enumerable.Range(0, splits.Count).Select(splits.Split)
                .Concat(WalkForward.Expanding(rows, 5, random.Next(1, 9), gap))
                .Concat(WalkForward.Rolling(rows, 7, random.Next(1, 9), gap));
            foreach (var split in all)
            {
                AssertApart(split, gap, rows, $"seed {seed}, trial {trial}");
            }
        }
    }

    [Fact]
    public void Splits_EmbargoAfterABlock_IsKept()
    {
        var splits = new CombinatorialSplits(40, 4, 1, new SplitGap(2, 3));
        Assert.Equal(Enumerable.Range(0, 8).Concat(Enumerable.Range(25, 15)), splits.Split(1).Train);
    }

    [Fact]
    public void Assemble_EveryPath_HoldsEveryRowOnceFromATestOfIt()
    {
        const int rows = 23;
        var splits = new CombinatorialSplits(rows, 5, 2, new SplitGap(1, 1));

        // A forecast that names its split and its row: each pair must turn up on exactly one path.
        double[] Forecasts(int split) => [.. splits.Split(split).Test.Select(row => (1000.0 * split) + row)];
        double[][] forecasts = [.. Enumerable.Range(0, splits.Count).Select(Forecasts)];
        var seen = new HashSet<double>();
        for (var path = 0; path < splits.PathCount; path++)
        {
            var assembled = splits.Assemble(path, forecasts);
            Assert.Equal(Enumerable.Range(0, rows), assembled.Select(value => (int)value % 1000));
            Assert.All(assembled, value => Assert.True(seen.Add(value)));
        }

        Assert.Equal(forecasts.Sum(split => split.Length), seen.Count);
    }

    [Fact]
    public void Assemble_WrongShapes_NamesTheSplit()
    {
        var splits = new CombinatorialSplits(10, 2, 1, None);
        Assert.Throws<ArgumentException>(() => splits.Assemble(0, [new double[5]]));
        var wrong = Assert.Throws<ArgumentException>(() => splits.Assemble(0, [new double[5], new double[4]]));
        Assert.Contains("Split 1", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Expanding_TwelveRows_LearnsFromAllBeforeTheGap()
    {
        // By hand: five rows, a gap of two and one, then blocks of three; the last holds what remains.
        var splits = WalkForward.Expanding(12, 5, 3, new SplitGap(2, 1));
        Assert.Equal<int[]>([[0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5, 6, 7]], splits.Select(split => split.Train));
        Assert.Equal<int[]>([[8, 9, 10], [11]], splits.Select(split => split.Test));
    }

    [Fact]
    public void Rolling_TwelveRows_LearnsFromTheLastOnes()
    {
        var splits = WalkForward.Rolling(12, 4, 3, new SplitGap(1, 0));
        Assert.Equal<int[]>([[0, 1, 2, 3], [3, 4, 5, 6], [6, 7, 8, 9]], splits.Select(split => split.Train));
        Assert.Equal<int[]>([[5, 6, 7], [8, 9, 10], [11]], splits.Select(split => split.Test));
    }

    [Fact]
    public void Splits_TooFewRowsOrBadNumbers_AreNoneOrRefused()
    {
        Assert.Empty(WalkForward.Expanding(0, 5, 3, None));
        Assert.Empty(WalkForward.Rolling(8, 5, 3, new SplitGap(2, 1)));
        Assert.Empty(WalkForward.Rolling(8, 5, 3, new SplitGap(int.MaxValue, int.MaxValue)));
        Assert.Throws<ArgumentOutOfRangeException>(() => WalkForward.Expanding(10, 0, 3, None));
        Assert.Throws<ArgumentOutOfRangeException>(() => WalkForward.Expanding(10, 1, 3, new SplitGap(-1, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CombinatorialSplits(10, 3, 3, None));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CombinatorialSplits(2, 3, 1, None));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CombinatorialSplits(100, 40, 20, None));
        Assert.Throws<ArgumentOutOfRangeException>("index", () => new CombinatorialSplits(10, 2, 1, None).Split(2));
        Assert.Throws<ArgumentOutOfRangeException>("path", () => new CombinatorialSplits(10, 2, 1, None).PathSplits(1));
        Assert.Empty(new CombinatorialSplits(10, 2, 1, new SplitGap(int.MaxValue, 5)).Split(0).Train);
    }

    private static void AssertApart(TrainTestSplit split, SplitGap gap, int rows, string where)
    {
        Assert.NotEmpty(split.Test);
        Assert.All(split.Train.Concat(split.Test), row => Assert.InRange(row, 0, rows - 1));
        foreach (var train in split.Train)
        {
            foreach (var test in split.Test)
            {
                // Spans of labels, both ends included: [train, train + purge] and [test, test + purge].
                if (train <= test + gap.Purge && test <= train + gap.Purge)
                {
                    Assert.Fail($"{where}: the label of row {train} meets that of test row {test}, {gap}");
                }

                if (train > test && train <= test + gap.Purge + gap.Embargo)
                {
                    Assert.Fail($"{where}: row {train} lies in the embargo after {test}, {gap}");
                }
            }
        }
    }

    private static IEnumerable<int[]> Trains(int rows, int groups, int testGroups, SplitGap gap)
    {
        var splits = new CombinatorialSplits(rows, groups, testGroups, gap);
        return Enumerable.Range(0, splits.Count).Select(split => splits.Split(split).Train);
    }
}
