using System.Globalization;
using System.Text;
using AraWeb.Engine.Providers.Local;

namespace AraWeb.Tests.Engine.Providers.Local;

public sealed class CsvNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.289322", 0.289322)]
    [InlineData("-1.5", -1.5)]
    [InlineData("431961600", 431961600)]
    [InlineData(".5", 0.5)]
    [InlineData("5.", 5)]
    [InlineData("1e-3", 0.001)]
    [InlineData("1.7976931348623157E+308", double.MaxValue)]
    [InlineData("0.1000000000000000055511151231257827", 0.1)]
    [InlineData("12345678901234567890", 12345678901234567890.0)]
    [InlineData("+3", 3)]
    public void Read_Number_IsExact(string text, double expected) => Assert.Equal(expected, CsvNumber.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("nan")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1e999")]
    [InlineData("null")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("12abc")]
    public void Read_NoNumber_IsNaN(string text) => Assert.Equal(double.NaN, CsvNumber.Read(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(20260101)]
    public void Read_RandomNumbers_RoundsAsTheFrameworkDoes(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 20_000; i++)
        {
            var value = random.NextDouble() * Math.Pow(10, random.Next(-8, 12));
            var text = value.ToString("F" + random.Next(0, 18), CultureInfo.InvariantCulture);

            var read = CsvNumber.Read(Encoding.UTF8.GetBytes(text));

            Assert.True(read.Equals(double.Parse(text, CultureInfo.InvariantCulture)), $"{text} was read as {read:R} (seed {seed}).");
        }
    }
}
