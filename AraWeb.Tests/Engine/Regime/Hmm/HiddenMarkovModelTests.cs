using AraWeb.Engine.Regime.Hmm;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Regime.Hmm;

public sealed class HiddenMarkovModelTests
{
    private static readonly double[] Umbrella = [0.9, 0.2, 0.9, 0.2, 0.1, 0.8, 0.9, 0.2, 0.9, 0.2];

    [Fact]
    public void Forward_UmbrellaWorld_EqualsHmmlearn()
    {
        // hmmlearn, src/hmmlearn/tests/test_base.py at e01a10e: the umbrella world of Russell and Norvig.
        var (lanes, densities) = UmbrellaWorld();
        var filtered = new double[densities.Length];
        var logLikelihood = ForwardBackward.Forward(lanes, densities, filtered, new double[8]);
        Assert.Equal(-3.3725, logLikelihood, 5e-5);
        Assert.Equal(0.9 / 1.1, filtered[0], 1e-12);
    }

    [Fact]
    public void Find_UmbrellaWorld_EqualsHmmlearn()
    {
        var (lanes, densities) = UmbrellaWorld();
        var path = new int[5];
        Assert.Equal(-4.4590, LikeliestPath.Find(lanes, densities, path), 5e-5);
        Assert.Equal([0, 0, 1, 0, 0], path);
    }

    // numpy 1.24.2 and scipy 1.10.1: forward recursion and Viterbi on logarithms over the same rows and parameters.
    [Theory]
    [InlineData(double.PositiveInfinity, -540.1235835425688, 0.030022819397624, 0.667483074204423, -557.3687954442768, 91)]
    [InlineData(4, -532.4532564876047, 0.194890253003663, 0.698969431773539, -552.0599065755928, 62)]
    public void Filter_TwoStates_EqualsNumpy(double degrees, double likelihood, double at99, double last, double pathDensity, int inSecond)
    {
        var model = Given(degrees);
        var probabilities = new double[400];
        var path = new int[200];
        Assert.Equal(likelihood, model.Filter(TwoRegimes.Rows(200), probabilities), 1e-9);
        Assert.Equal(at99, probabilities[2 * 99], 1e-12);
        Assert.Equal(last, probabilities[2 * 199], 1e-12);
        Assert.Equal(pathDensity, model.Decode(TwoRegimes.Rows(200), path), 1e-9);
        Assert.Equal(inSecond, path.Sum());
    }

    // numpy 1.24.2 and scipy 1.10.1, as above; six states do not fit into one vector of four.
    [Theory]
    [InlineData(double.PositiveInfinity, -469.14463139566226, 5.091247810677563e-02, -482.7126450264895, 132)]
    [InlineData(5, -391.3046883747438, 0.180296608450723, -418.5310940689268, 107)]
    public void Filter_SixStates_EqualsNumpy(double degrees, double likelihood, double last, double pathDensity, int sumOfPath)
    {
        var model = Six(degrees);
        var rows = SixRows();
        var probabilities = new double[50 * 6];
        var path = new int[50];
        Assert.Equal(likelihood, model.Filter(rows, probabilities), 1e-9);
        Assert.Equal(last, probabilities[^1], 1e-12);
        Assert.Equal(pathDensity, model.Decode(rows, path), 1e-9);
        Assert.Equal(sumOfPath, path.Sum());
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(5)]
    public void Add_RowAfterRow_GivesWhatFilterGives(double degrees)
    {
        var rows = TwoRegimes.Rows(200);
        rows[2 * 50] = double.NaN;
        var model = Given(degrees);
        var all = new double[400];
        model.Filter(rows, all);
        var filter = new HmmFilter(model);
        for (var t = 0; t < 200; t++)
        {
            filter.Add(rows.AsSpan(2 * t, 2));
            Assert.Equal(all[2 * t], filter.Probabilities[0], 1e-14);
            Assert.Equal(all[(2 * t) + 1], filter.Probabilities[1], 1e-14);
        }
    }

    [Fact]
    public void Filter_RowWithNaN_MovesProbabilitiesOnByTheTransitions()
    {
        var rows = TwoRegimes.Rows(10);
        rows[^1] = double.NaN;
        var model = Given(5);
        var probabilities = new double[20];
        model.Filter(rows, probabilities);
        var ahead = new double[2];
        model.Forecast(probabilities.AsSpan(16, 2), 1, ahead);
        Assert.Equal(ahead[0], probabilities[18], 1e-14);
    }

    [Fact]
    public void Filter_LongerData_GivesTheSameAtEachEarlierRow()
    {
        var rows = TwoRegimes.Rows(200);
        var model = Given(5);
        var all = new double[400];
        model.Filter(rows, all);
        foreach (var count in (int[])[1, 2, 57, 123, 199])
        {
            var part = new double[2 * count];
            model.Filter(rows.AsSpan(0, 2 * count), part);
            Assert.Equal(all.Take(2 * count), part);
        }
    }

    [Fact]
    public void Filter_RowsFarFromEveryState_StaysFinite()
    {
        double[] rows = [0, 0, 1e8, -1e8, 0, 0, -1e12, 1e12, 1e150, 1, 0, 0];
        foreach (var degrees in (double[])[double.PositiveInfinity, 5])
        {
            var probabilities = new double[12];
            Assert.True(double.IsFinite(Given(degrees).Filter(rows, probabilities)));
            for (var t = 0; t < 6; t++)
            {
                Assert.Equal(1, probabilities[2 * t] + probabilities[(2 * t) + 1], 1e-12);
            }
        }
    }

    [Fact]
    public void Filter_StateThatCannotBeReached_IsStillFound()
    {
        // The second state is never entered by the transitions, but only it explains the later rows.
        var model = new HiddenMarkovModel([1, 0], [1, 0, 0, 1], [0, 100], [1, 1], double.PositiveInfinity);
        var probabilities = new double[8];
        Assert.True(double.IsFinite(model.Filter([0, 100, 100, 100], probabilities)));
        Assert.True(double.IsFinite(probabilities[^1]));
    }

    [Fact]
    public void Forecast_TwoStates_EqualsPowerOfTheMatrix()
    {
        // Two states: p(n) = s + (p(0) - s) r^n with s the stationary share 0.2 / 0.3 and r = 0.9 + 0.8 - 1.
        var model = Given(5);
        var ahead = new double[2];
        model.Forecast([0.25, 0.75], 30, ahead);
        Assert.Equal((2.0 / 3) + ((0.25 - (2.0 / 3)) * Math.Pow(0.7, 30)), ahead[0], 1e-12);
        Assert.Equal(1, ahead[0] + ahead[1], 1e-12);
        model.Forecast([0.25, 0.75], 0, ahead);
        Assert.Equal([0.25, 0.75], ahead);
        Assert.Equal(10, model.ExpectedDuration(0), 1e-9);
    }

    [Theory]
    [InlineData(0.5, 0.1, 0.8, 1)]
    [InlineData(0.4, 0.2, 0.8, 1)]
    [InlineData(0.4, 0.1, 0.8, 0)]
    [InlineData(0.4, 0.1, 0.8, double.NaN)]
    [InlineData(double.NaN, 0.1, 0.8, 1)]
    public void Constructor_ParametersThatAreNoModel_Throws(double second, double leaving, double staying, double scale) =>
        Assert.Throws<ArgumentException>(() => new HiddenMarkovModel([0.6, second], [0.9, leaving, 0.2, staying], [0, 0], [1, scale], 5));

    [Fact]
    public void Members_LengthsThatDoNotFit_Throw()
    {
        var model = Given(5);
        Assert.Throws<ArgumentException>(() => model.Filter([1, 2, 3], new double[4]));
        Assert.Throws<ArgumentException>(() => model.Filter([1, 2], new double[4]));
        Assert.Throws<ArgumentException>(() => model.Decode([1, 2], new int[2]));
        Assert.Throws<ArgumentException>(() => model.Forecast([1, 0, 0], 1, new double[2]));
        Assert.Throws<ArgumentException>(() => new HmmFilter(model).Add([1]));
    }

    private static HiddenMarkovModel Given(double degrees) =>
        new([0.6, 0.4], [0.9, 0.1, 0.2, 0.8], [0.1, 0, -0.2, 0.3], [0.5, 0.5, 1.5, 1.5], degrees);

    private static (HmmLanes Lanes, double[] Densities) UmbrellaWorld()
    {
        var lanes = HmmLanes.From(new HiddenMarkovModel([0.5, 0.5], [0.7, 0.3, 0.3, 0.7], [0, 0], [1, 1], double.PositiveInfinity));
        var densities = new double[5 * lanes.Width];
        for (var i = 0; i < Umbrella.Length; i++)
        {
            densities[(i / 2 * lanes.Width) + (i % 2)] = Umbrella[i];
        }

        return (lanes, densities);
    }

    internal static HiddenMarkovModel Six(double degrees)
    {
        var transition = CongruentialStream.Take(36, 3).Select(u => u + 0.1).Chunk(6).SelectMany(row => row.Select(u => u / row.Sum())).ToArray();
        var means = CongruentialStream.Take(18, 5).Select(u => (4 * u) - 2).ToArray();
        var scales = CongruentialStream.Take(18, 6).Select(u => 0.5 + u).ToArray();
        return new HiddenMarkovModel([.. Enumerable.Repeat(1.0 / 6, 6)], transition, means, scales, degrees);
    }

    internal static double[] SixRows() => [.. CongruentialStream.Take(150, 9).Select(u => (8 * u) - 4)];
}
