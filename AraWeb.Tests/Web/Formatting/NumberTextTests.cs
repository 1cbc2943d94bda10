using AraWeb.Formatting;

namespace AraWeb.Tests.Web.Formatting;

public sealed class NumberTextTests
{
    private const string Thin = "\u202F";
    private const string Minus = "\u2212";

    [Theory]
    [InlineData(0, 2, "0.00")]
    [InlineData(1234567.891, 2, $"1{Thin}234{Thin}567.89")]
    [InlineData(1000, 0, $"1{Thin}000")]
    [InlineData(999.995, 2, $"1{Thin}000.00")]
    [InlineData(-1234.5, 1, $"{Minus}1{Thin}234.5")]
    [InlineData(-0.004, 2, "0.00")]
    [InlineData(double.NaN, 2, "–")]
    [InlineData(double.PositiveInfinity, 2, "–")]
    public void Fixed_Number_HasGroupsSignAndDecimals(double value, int decimals, string expected) =>
        Assert.Equal(expected, NumberText.Fixed(value, decimals));

    [Theory]
    [InlineData(1.5, "+1.50")]
    [InlineData(-1.5, $"{Minus}1.50")]
    [InlineData(0, "0.00")]
    [InlineData(0.004, "0.00")]
    [InlineData(-0.004, "0.00")]
    [InlineData(double.NaN, "–")]
    public void Signed_Number_BearsItsSignUnlessItShowsZero(double value, string expected) => Assert.Equal(expected, NumberText.Signed(value, 2));

    [Theory]
    [InlineData(0.0084, $"+0.84{Thin}%")]
    [InlineData(-0.031, $"{Minus}3.10{Thin}%")]
    [InlineData(0, $"0.00{Thin}%")]
    [InlineData(12.5, $"+1{Thin}250.00{Thin}%")]
    [InlineData(double.NaN, "–")]
    public void Return_Share_IsPerCentWithTwoDigitsAndSign(double share, string expected) => Assert.Equal(expected, NumberText.Return(share));

    // ln(1.1) = 0.0953101798 and ln(0.5) = -0.6931471806.
    [Theory]
    [InlineData(0.0953101798, $"+10.00{Thin}%")]
    [InlineData(-0.6931471806, $"{Minus}50.00{Thin}%")]
    public void LogReturn_Value_IsShownAsSimpleReturn(double logReturn, string expected) => Assert.Equal(expected, NumberText.LogReturn(logReturn));

    [Theory]
    [InlineData(0.533, $"53{Thin}%")]
    [InlineData(0.009, $"<{Thin}1{Thin}%")]
    [InlineData(0.01, $"1{Thin}%")]
    [InlineData(0.99, $"99{Thin}%")]
    [InlineData(0.9901, $">{Thin}99{Thin}%")]
    [InlineData(0, $"0{Thin}%")]
    [InlineData(1, $"100{Thin}%")]
    [InlineData(0.995, $">{Thin}99{Thin}%")]
    [InlineData(double.NaN, "–")]
    public void Probability_Share_IsWholeAndNeverClaimsCertainty(double probability, string expected) =>
        Assert.Equal(expected, NumberText.Probability(probability));

    [Fact]
    public void Share_Value_HasOneDigitAndNoSign() => Assert.Equal($"91.3{Thin}%", NumberText.Share(0.9134));

    [Fact]
    public void Count_Thousands_AreGrouped() => Assert.Equal($"1{Thin}240", NumberText.Count(1240));

    [Theory]
    [InlineData(0, "0 outcomes")]
    [InlineData(1, "1 outcome")]
    [InlineData(1240, "1\u202F240 outcomes")]
    public void Count_WithAThing_IsInOneOrInMany(long value, string expected) => Assert.Equal(expected, NumberText.Count(value, "outcome"));
}
