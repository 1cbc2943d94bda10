using AraWeb.Engine.Regime;
using AraWeb.Engine.Regime.Jump;
using AraWeb.Tests.Engine.Regime.Hmm;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Regime.Jump;

/// <summary>
/// Expected numbers: numpy 1.24.2, dynamic programming over all K squared changes, centres and path in turn, from the same centres over the same rows.
/// </summary>
public sealed class JumpModelTests
{
    private static readonly JumpSettings Two = new(2, 3);

    [Fact]
    public void Refit_TwoStates_EqualsNumpy()
    {
        var fit = JumpFitter.Refit(Rows(200), new JumpModel([0.1, 0, -0.2, 0.3], 2, 3), Two);
        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(0, fit.LastGain);
        Assert.Equal(161.80574179360917, fit.Objective, 1e-9);
        Assert.Equal(41, fit.Path.Sum());
        double[] centres = [0.163821133388595, -0.15214833610889, -0.533567369181445, 0.510275556683926];
        Assert.All(centres.Zip(fit.Model.Centres), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void Refit_SixStates_EqualsNumpy()
    {
        var rows = CongruentialStream.Take(900, 9).Select(u => (8 * u) - 4).ToArray();
        var centres = CongruentialStream.Take(18, 5).Select(u => (4 * u) - 2).ToArray();
        var fit = JumpFitter.Refit(rows, new JumpModel(centres, 6, 2), new JumpSettings(6, 2));
        Assert.Equal(1223.0930298313908, fit.Objective, 1e-8);
        Assert.Equal(708, fit.Path.Sum());
        Assert.Equal(1.934474803005847, fit.Model.Centres[16], 1e-12);
        Assert.Equal(740, Online(fit.Model, rows).Sum());
    }

    [Fact]
    public void Add_RowAfterRow_IsTheLastStateOfEachPath()
    {
        var rows = Rows(200);
        var model = JumpFitter.Refit(rows, new JumpModel([0.1, 0, -0.2, 0.3], 2, 3), Two).Model;
        var online = Online(model, rows);
        Assert.Equal(39, online.Sum());
        for (var count = 1; count <= 200; count++)
        {
            var path = new int[count];
            model.Decode(rows.AsSpan(0, 2 * count), path);
            Assert.Equal(path[^1], online[count - 1]);
        }
    }

    [Fact]
    public void Add_ManyRows_ValuesDoNotGrow()
    {
        // A million rows at distance 1 cost half a million; a change must still be seen.
        var filter = new JumpFilter(new JumpModel([0, 2], 2, 1));
        for (var t = 0; t < 1_000_000; t++)
        {
            filter.Add([-1]);
        }

        Assert.Equal(0, filter.State);
        Assert.Equal(0, filter.Add([1.4]));
        Assert.Equal(1, filter.Add([3]));
    }

    [Fact]
    public void Fit_FromItsOwnStarts_IsAtLeastAsGood()
    {
        var fit = JumpFitter.Fit(Rows(200), 2, Two);
        Assert.True(fit.Objective <= 161.80574179360917 + 1e-9, $"{fit.Objective}");
        Assert.Equal(fit.Objective, JumpFitter.Fit(Rows(200), 2, Two).Objective);
        Assert.Equal(fit.Objective, fit.Model.Decode(Rows(200), new int[200]), 1e-9);
    }

    [Fact]
    public void Fit_HigherPenalty_ChangesLessOften()
    {
        var changes = new[] { 0.0, 3, 12, 1000 }.Select(penalty => Changes(JumpFitter.Fit(Rows(200), 2, new JumpSettings(2, penalty)).Path)).ToArray();
        Assert.True(changes[0] > changes[1] && changes[1] >= changes[2] && changes[2] >= changes[3], string.Join(", ", changes));
        Assert.Equal(0, changes[3]);
    }

    [Fact]
    public void Fit_PenaltyTooHighForTwoStates_HasCollapsed()
    {
        var fit = JumpFitter.Fit(Rows(200), 2, new JumpSettings(2, 1000));
        Assert.Equal(FitStatus.Collapsed, fit.Status);
        Assert.Equal(1, fit.Model.States);
        Assert.Equal(10, fit.Collapses);
    }

    [Fact]
    public void Fit_EqualRows_HasOneState()
    {
        var fit = JumpFitter.Fit([.. Enumerable.Repeat(0.25, 100)], 1, new JumpSettings(4, 5));
        Assert.Equal(FitStatus.Collapsed, fit.Status);
        Assert.Equal([0.25], fit.Model.Centres);
        Assert.Equal(0, fit.Objective);
    }

    [Fact]
    public void Fit_FewerRowsThanAStateNeeds_HasOneState() => Assert.Equal(1, JumpFitter.Fit([0, 1, 5], 1, new JumpSettings(4, 1)).Model.States);

    [Fact]
    public void Refit_StateWithoutRows_StartsAnew()
    {
        var fit = JumpFitter.Refit(Rows(200), new JumpModel([0, 0, 1e3, 1e3], 2, 3), Two);
        Assert.Equal(2, fit.Model.States);
        Assert.Equal(JumpFitter.Fit(Rows(200), 2, Two).Objective, fit.Objective);
    }

    [Fact]
    public void Members_InputWithoutSense_Throw()
    {
        Assert.Throws<ArgumentException>(() => JumpFitter.Fit([], 1, Two));
        Assert.Throws<ArgumentException>(() => JumpFitter.Fit([1, 2, 3], 2, Two));
        Assert.Throws<ArgumentException>(() => JumpFitter.Fit([1, 2], 1, new JumpSettings(2, -1)));
        Assert.Throws<ArgumentException>(() => JumpFitter.Fit([1, 2], 1, new JumpSettings(2, double.NaN)));
        Assert.Throws<ArgumentException>(() => new JumpModel([1, double.NaN], 2, 1));
        Assert.Throws<ArgumentException>(() => new JumpModel([1, 2], 2, 1).Decode([1, 2], new int[1]));
        Assert.Throws<ArgumentException>(() => new JumpFilter(new JumpModel([1, 2], 2, 1)).Add([1, 2]));
        var error = Assert.Throws<ArgumentException>(() => JumpFitter.Fit([1, double.NaN], 1, Two));
        Assert.Contains("Feature 0 of row 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void For_NineFeatures_IsThePublishedPenalty()
    {
        Assert.Equal(50, JumpPenalty.For(9), 1e-12);
        Assert.Equal(25, JumpPenalty.For(4) + (JumpPenalty.For(1) / 2), 1e-12);
    }

    private static double[] Rows(int count)
    {
        var rows = TwoRegimes.Rows(count);
        RowScaler.Learn(rows, TwoRegimes.Features).Apply(rows, rows);
        return rows;
    }

    private static int[] Online(JumpModel model, double[] rows)
    {
        var filter = new JumpFilter(model);
        return [.. rows.Chunk(model.Features).Select(row => filter.Add(row))];
    }

    private static int Changes(int[] path) => Enumerable.Range(1, path.Length - 1).Count(t => path[t] != path[t - 1]);
}
