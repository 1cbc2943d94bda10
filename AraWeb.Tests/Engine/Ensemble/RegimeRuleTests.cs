using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models;

namespace AraWeb.Tests.Engine.Ensemble;

public sealed class RegimeRuleTests
{
    private static readonly MemberTraits[] Traits = [MemberTraits.Robust, MemberTraits.Linear, MemberTraits.Sequence, MemberTraits.None];

    // By hand: one weight of 0.1 to 0.4 times 1.25, then all times 1 over the new sum.
    [Theory]
    [InlineData(RegimeType.HighVolatility, new[] { 0.125 / 1.025, 0.2 / 1.025, 0.3 / 1.025, 0.4 / 1.025 })]
    [InlineData(RegimeType.Sideways, new[] { 0.1 / 1.05, 0.25 / 1.05, 0.3 / 1.05, 0.4 / 1.05 })]
    [InlineData(RegimeType.Bull, new[] { 0.1 / 1.075, 0.2 / 1.075, 0.375 / 1.075, 0.4 / 1.075 })]
    [InlineData(RegimeType.Bear, new[] { 0.1 / 1.075, 0.2 / 1.075, 0.375 / 1.075, 0.4 / 1.075 })]
    public void Tilted_EachState_FavoursItsTraitAndKeepsTheSum(RegimeType state, double[] expected)
    {
        var tilted = RegimeRule.Tilted([0.1, 0.2, 0.3, 0.4], Traits, state, 0.25);
        for (var m = 0; m < expected.Length; m++)
        {
            Assert.Equal(expected[m], tilted[m], 1e-15);
        }
    }

    [Fact]
    public void Tilted_NoWeightsOrNoTilt_ChangesNothing()
    {
        Assert.Equal([0, 0, 0, 0], RegimeRule.Tilted([0, 0, 0, 0], Traits, RegimeType.Bull, 0.25));
        Assert.Equal([0.1, 0.2, 0.3, 0.4], RegimeRule.Tilted([0.1, 0.2, 0.3, 0.4], Traits, RegimeType.Bull, 0));
    }

    [Fact]
    public void TraitsOf_EveryLinearModelAndForest_IsNamed()
    {
        foreach (var id in ForecasterCatalog.Learners.Select(learner => learner.Id))
        {
            var isBoosting = id.EndsWith("boosting", StringComparison.Ordinal);
            Assert.Equal(isBoosting, RegimeRule.TraitsOf(id) == MemberTraits.None);
        }
    }
}
