using AraWeb.Engine.Core;
using AraWeb.Formatting;

namespace AraWeb.Tests.Web.Formatting;

public sealed class PriceFormatTests
{
    private const string Thin = "\u202F";
    private const string Minus = "\u2212";

    [Theory]
    [InlineData(AssetClass.Stock, 189.3, 2)]
    [InlineData(AssetClass.Stock, 0.52, 4)]
    [InlineData(AssetClass.Etf, 450, 2)]
    [InlineData(AssetClass.Index, 5900, 2)]
    [InlineData(AssetClass.Forex, 1.0857, 5)]
    [InlineData(AssetClass.Forex, 151.2, 3)]
    [InlineData(AssetClass.Forex, 1950, 2)]
    [InlineData(AssetClass.Crypto, 64000, 2)]
    [InlineData(AssetClass.Crypto, 64, 3)]
    [InlineData(AssetClass.Crypto, 2.5, 4)]
    [InlineData(AssetClass.Crypto, 0.35, 5)]
    [InlineData(AssetClass.Crypto, 0.0000123, 9)]
    [InlineData(AssetClass.Crypto, 0, 2)]
    [InlineData(AssetClass.Crypto, double.NaN, 2)]
    public void For_KindAndSize_FollowsTheVenue(AssetClass assetClass, double price, int expected) =>
        Assert.Equal(expected, PriceFormat.For(assetClass, price).Decimals);

    [Fact]
    public void Text_Price_KeepsTheColumnsDecimals()
    {
        var format = PriceFormat.For(AssetClass.Crypto, 64000);
        Assert.Equal($"64{Thin}000.00", format.Text(64000));
        Assert.Equal("0.35", format.Text(0.3512));
    }

    [Fact]
    public void Change_Difference_BearsItsSign() => Assert.Equal($"{Minus}0.00120", new PriceFormat(5).Change(-0.0012));
}
