using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Core;

public sealed class HorizonTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(30)]
    public void Constructor_InRange_KeepsTheBars(int bars) => Assert.Equal(bars, new Horizon(bars).Bars);

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(-1)]
    public void Constructor_OutOfRange_SaysTheRange(int bars)
    {
        var error = Assert.Throws<InputException>(() => new Horizon(bars));

        Assert.Equal($"days '{bars}' is not valid.", error.Message);
        Assert.Equal("Forecasts reach 1 to 30 bars ahead.", error.Advice);
    }
}
