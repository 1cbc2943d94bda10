using AraWeb.Engine.Features;

namespace AraWeb.Tests.Engine.Features;

public sealed class FeatureLabelTests
{
    [Theory]
    [InlineData("rsi", "Relative strength index")]
    [InlineData("adx.plus-di", "Average directional index plus di")]
    [InlineData("rsi(21)", "Relative strength index (21)")]
    [InlineData("adx(5,35).adxr", "Average directional index (5, 35) adxr")]
    [InlineData("bollinger(20,2.5)", "Bollinger bands (20, 2.5)")]
    [InlineData("variance-ratio.ratio", "Variance ratio")]
    [InlineData("no-indicator", "no-indicator")]
    public void Of_ColumnName_IsWhatPeopleCallIt(string name, string expected) => Assert.Equal(expected, FeatureLabel.Of(name));
}
