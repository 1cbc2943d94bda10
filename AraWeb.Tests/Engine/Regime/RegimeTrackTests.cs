using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;

namespace AraWeb.Tests.Engine.Regime;

public sealed class RegimeTrackTests
{
    private const int Seed = 7;

    [Theory]
    [InlineData(0, RegimeType.Bull)]
    [InlineData(2, RegimeType.Bear)]
    [InlineData(3, RegimeType.HighVolatility)]
    public void Add_PhasesOfKnownKind_NamesThem(int phase, RegimeType state)
    {
        // Late in a phase, after two rounds to learn from: averages need some bars to turn.
        int[] late = [.. Enumerable.Range(800, 800).Where(t => RegimeBars.PhaseOf(t) == phase && t % RegimeBars.Phase >= 40)];
        var share = Enumerable.Range(1, 5).Average(seed =>
        {
            var (_, said) = RegimeBars.Walk(RegimeBars.Observations(RegimeBars.Daily(1600, seed)));
            return late.Count(t => said[t] == state) / (double)late.Length;
        });
        Assert.True(share > 0.55, $"{state}: {share}, seeds 1 to 5");
    }

    [Fact]
    public void Add_DataCutOff_SaysTheSameAtEveryBar()
    {
        var observations = RegimeBars.Observations(RegimeBars.Daily(700, Seed));
        var track = new RegimeTrack();
        var states = new List<RegimeType?>();
        var probabilities = new List<double[]>();
        foreach (var observation in observations)
        {
            track.Add(observation);
            states.Add(track.Current);
            probabilities.Add(track.Probabilities.ToArray());
        }

        foreach (var count in (int[])[1, 174, 175, 176, 237, 238, 239, 351, 500, 699])
        {
            var (cut, said) = RegimeBars.Walk(observations.Take(count));
            Assert.Equal(states.Take(count), said);
            Assert.Equal(probabilities[count - 1], cut.Probabilities.ToArray());
        }
    }

    [Fact]
    public void Add_LaterBarsReplacedByOthers_SaysTheSameBefore()
    {
        var observations = RegimeBars.Observations(RegimeBars.Daily(700, Seed));
        var (_, said) = RegimeBars.Walk(observations);
        for (var t = 400; t < 700; t++)
        {
            observations[t] = new RegimeObservation(1e6 + t, 5, 1);
        }

        Assert.Equal(said[..400], RegimeBars.Walk(observations).Said[..400]);
    }

    [Fact]
    public void Current_BeforeRequiredBars_IsNull()
    {
        var (track, said) = RegimeBars.Walk(RegimeBars.Observations(RegimeBars.Daily(RegimeTrack.RequiredBars, Seed)));
        Assert.All(said[..^1], state => Assert.Null(state));
        Assert.NotNull(said[^1]);
        Assert.Equal(1, track.BarsInRegime);
        Assert.Equal(1, track.Probabilities.ToArray().Sum(), 1e-12);
    }

    [Fact]
    public void Add_LongWalk_KeepsCountOfBarsAndStaysBounded()
    {
        // More than twice the window, so that it has moved on.
        var (track, said) = RegimeBars.Walk(RegimeBars.Observations(RegimeBars.Daily((2 * RegimeTrack.Window) + 300, Seed)));
        var run = 1;
        while (said[^(run + 1)] == said[^1])
        {
            run++;
        }

        Assert.Equal(run, track.BarsInRegime);
        Assert.Equal(RegimeTrack.Window, track.Seen.Count);
        Assert.InRange(Enumerable.Range(1000, 4000).Count(t => said[t] != said[t - 1]), 20, 400);
    }

    [Fact]
    public void Add_ConstantPrices_HasNoState()
    {
        // No price has moved: the variance of each bar is unknown.
        var (track, said) = RegimeBars.Walk(Enumerable.Repeat(new RegimeObservation(100, double.NaN, 1000), 600));
        Assert.All(said, state => Assert.Null(state));
        Assert.Equal(600, track.UnusedBars);
        Assert.Null(RegimeReporter.Report(track));
    }

    [Fact]
    public void Add_ConstantPricesAndVariances_HasNoState()
    {
        var (track, said) = RegimeBars.Walk(Enumerable.Repeat(new RegimeObservation(100, 1e-4, 1000), 600));
        Assert.All(said, state => Assert.Null(state));
        Assert.Equal(0, track.UnusedBars);
    }

    [Fact]
    public void Add_OneJumpInQuietPrices_DoesNotMakeAStateOfItsOwn()
    {
        var observations = RegimeBars.Observations(RegimeBars.Daily(160, Seed)).Take(79).ToArray();
        RegimeObservation[] quiet = [.. Enumerable.Range(0, 800).Select(t => observations[t % 79] with { Close = 100 + (0.3 * Math.Sin(t / 9.0)) })];
        for (var t = 500; t < 800; t++)
        {
            quiet[t] = quiet[t] with { Close = quiet[t].Close * 3 };
        }

        quiet[500] = quiet[500] with { Variance = 1.2 };
        var (track, said) = RegimeBars.Walk(quiet);
        Assert.NotNull(said[^1]);
        Assert.All(track.Probabilities.ToArray(), probability => Assert.InRange(probability, 0, 1));
        Assert.NotNull(RegimeReporter.Report(track));
    }

    [Fact]
    public void Add_UnusableBars_KeepTheStateAndAreCounted()
    {
        var observations = RegimeBars.Observations(RegimeBars.Daily(600, Seed));
        var (before, _) = RegimeBars.Walk(observations);
        var bars = before.BarsInRegime;
        var state = before.Current;
        RegimeObservation[] unusable =
            [new(double.NaN, 1e-4, 1), new(0, 1e-4, 1), new(100, double.NaN, 1), new(100, 0, 1), new(double.PositiveInfinity, 1, 1)];
        foreach (var bad in unusable)
        {
            before.Add(bad);
        }

        Assert.Equal(state, before.Current);
        Assert.Equal(bars + 5, before.BarsInRegime);
        Assert.Equal(5, before.UnusedBars);
    }

    [Fact]
    public void Add_GapOfWeeks_GoesOn()
    {
        // The bars of three weeks are missing; what comes after is judged as before.
        var observations = RegimeBars.Observations(RegimeBars.Daily(900, Seed));
        var (_, said) = RegimeBars.Walk([.. observations[..500], .. observations[521..]]);
        var (_, whole) = RegimeBars.Walk(observations);
        var same = Enumerable.Range(600, 279).Count(t => said[t] == whole[t + 21]);
        Assert.True(same > 200, $"{same} of 279, seed {Seed}");
    }

    [Fact]
    public void Add_NoVolumeAndMarketGiven_UsesWhatThereIs()
    {
        var observations = RegimeBars.Observations(RegimeBars.Daily(900, Seed));
        static string[] Used(RegimeTrack track) => [.. track.Columns.Select(column => RegimeFeatures.Names[column])];
        var (plain, _) = RegimeBars.Walk(observations.Select(each => each with { Volume = 0 }));
        Assert.Equal(["momentum_20", "momentum_50", "momentum_200", "volatility"], Used(plain));
        var random = new Random(Seed);
        var (rich, _) = RegimeBars.Walk(observations.Select((each, t) => each with
        {
            MarketReturn = 0.01 * (random.NextDouble() - 0.5),
            ImpliedVolatility = t % 10 == 3 ? double.NaN : 15 + (5 * random.NextDouble()),
            Breadth = random.NextDouble(),
        }));
        Assert.Equal(RegimeFeatures.Names, Used(rich));
    }

    [Fact]
    public void Add_FeatureThatIsYoung_DoesNotTakeThePastAway()
    {
        // 300 bars: the 200-bar average is known in 101 of them, too few to enter.
        var (young, _) = RegimeBars.Walk(RegimeBars.Observations(RegimeBars.Daily(300, Seed)));
        Assert.Equal([0, 1, 3, 4], young.Columns);
    }
}
