using AraWeb.Engine.Features.Panel;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Panel;

public sealed class PanelFeaturesTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(1000)]
    [InlineData(1700)]
    [InlineData(4000)]
    public void Newest_AnyLength_IsTheLastRowToTheBit(int count)
    {
        var bars = SampleBars.Daily(count, seed: count);
        var frame = PanelFeatures.Compute(bars);
        var row = PanelFeatures.Newest(bars);
        Assert.Equal(frame.Names.Count, row.Length);
        for (var column = 0; column < row.Length; column++)
        {
            Assert.True(row[column].Equals(frame[column][^1]), $"{frame.Names[column]}: {row[column]:R} and {frame[column][^1]:R}; seed {count}");
        }
    }
}
