using AraWeb.Engine.Regime;
using AraWeb.Engine.Regime.Jump;
using AraWeb.Tests.Engine.Regime.Hmm;

namespace AraWeb.Tests.Engine.Regime;

public sealed class JumpPosteriorTests
{
    [Fact]
    public void Of_EqualChances_HasTheJumpModelsPathAsItsLikeliest()
    {
        // Two states, a path symmetric in its changes: the two objectives are the same but for a factor.
        var rows = TwoRegimes.Rows(200);
        RowScaler.Learn(rows, TwoRegimes.Features).Apply(rows, rows);
        var fit = JumpFitter.Fit(rows, 2, new JumpSettings(2, 3));
        int[] symmetric = [.. Enumerable.Range(0, 201).Select(t => t / 50 % 2)];
        var chain = JumpPosterior.Of(fit.Model, symmetric);
        var path = new int[200];
        chain.Decode(rows, path);
        Assert.Equal(fit.Path, path);
        var staying = chain.Transition[0];
        Assert.Equal(chain.Transition[3], staying, 0.002);
        Assert.Equal(3 / Math.Log(staying / (1 - staying)), chain.SquaredScales[0], 0.05);
    }

    [Fact]
    public void Of_PathCounts_AreItsTransitions()
    {
        // By hand: from 0 two stays and one change, from 1 one stay and one change; half is added to each.
        var chain = JumpPosterior.Of(new JumpModel([0, 1], 2, 1), [0, 0, 0, 1, 1, 0]);
        Assert.Equal([2.5 / 4, 1.5 / 4, 1.5 / 3, 1.5 / 3], chain.Transition);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Of_PathThatAlwaysChanges_StillIsAModel(double penalty)
    {
        var chain = JumpPosterior.Of(new JumpModel([0, 1], 2, penalty), [0, 1, 0, 1, 0, 1, 0]);
        Assert.All(chain.SquaredScales, scale => Assert.Equal(1, scale));
    }

    [Fact]
    public void Of_OneState_IsSure() => Assert.Equal([1.0], JumpPosterior.Of(new JumpModel([0], 1, 1), [0, 0]).Transition);
}
