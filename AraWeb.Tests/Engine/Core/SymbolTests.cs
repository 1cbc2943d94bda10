using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Core;

public sealed class SymbolTests
{
    [Theory]
    [InlineData("aapl", "AAPL", "AAPL", "")]
    [InlineData("  brk.b ", "BRK.B", "BRK.B", "")]
    [InlineData("BTCUSD@bitstamp", "BTCUSD@BITSTAMP", "BTCUSD", "BITSTAMP")]
    [InlineData("^SPX", "^SPX", "^SPX", "")]
    [InlineData("EURUSD=X", "EURUSD=X", "EURUSD=X", "")]
    public void Parse_Accepted_GivesTextTickerAndVenue(string text, string expected, string ticker, string venue)
    {
        var symbol = Symbol.Parse(text);

        Assert.Equal((expected, ticker, venue), (symbol.Text, symbol.Ticker, symbol.Venue));
        Assert.Equal(expected, symbol.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("A B")]
    [InlineData("A;DROP")]
    [InlineData("@X")]
    [InlineData("X@")]
    [InlineData("A@B@C")]
    [InlineData("ÄPFEL")]
    [InlineData("A123456789012345678901234567890123")]
    public void Parse_Refused_SaysWhatASymbolIs(string? text)
    {
        var error = Assert.Throws<InputException>(() => Symbol.Parse(text));

        Assert.Equal(("invalid-input", "symbol"), (error.Code, error.Name));
        Assert.Contains("AAPL", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_Value_IsEmptyAndEqualsItself()
    {
        Assert.Equal(string.Empty, default(Symbol).Text);
        Assert.Equal(string.Empty, default(Symbol).Venue);
        Assert.Equal(default, default(Symbol));
    }

    [Fact]
    public void CompareTo_OtherSymbols_OrdersOrdinally()
    {
        var (low, high) = (Symbol.Parse("BTCUSD@BITSTAMP"), Symbol.Parse("BTCUSDT"));

        Assert.True(low < high && high > low && low <= high && high >= low);
        Assert.Equal([low, high], new[] { high, low }.Order());
    }
}
