using System.Text;
using AraWeb.Engine.Providers.Local;

namespace AraWeb.Tests.Engine.Providers.Local;

public sealed class CsvStampTests
{
    [Theory]
    [InlineData("2024-11-29", "2024-11-29T00:00:00Z")]
    [InlineData("2024/11/29", "2024-11-29T00:00:00Z")]
    [InlineData("20241129", "2024-11-29T00:00:00Z")]
    [InlineData("1950-01-03", "1950-01-03T00:00:00Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00Z")]
    [InlineData("2024-11-29T14:30:00Z", "2024-11-29T14:30:00Z")]
    [InlineData("2024-11-29 14:30", "2024-11-29T14:30:00Z")]
    [InlineData("2024-11-29 14:30:05 UTC", "2024-11-29T14:30:05Z")]
    [InlineData("2024-11-29T14:30:00.5Z", "2024-11-29T14:30:00.5Z")]
    [InlineData("2024-11-29T14:30:00.123456789Z", "2024-11-29T14:30:00.123Z")]
    [InlineData("2024-11-29T09:30:00-05:00", "2024-11-29T14:30:00Z")]
    [InlineData("2024-11-29 20:00:00+0530", "2024-11-29T14:30:00Z")]
    [InlineData("1732890600", "2024-11-29T14:30:00Z")]
    [InlineData("1732890600.0", "2024-11-29T14:30:00Z")]
    [InlineData("1732890600123", "2024-11-29T14:30:00.123Z")]
    [InlineData("1732890600123456", "2024-11-29T14:30:00.123Z")]
    public void TryRead_KnownForm_GivesTheMoment(string text, string expected)
    {
        Assert.True(CsvStamp.TryRead(Encoding.UTF8.GetBytes(text), out var milliseconds));
        Assert.Equal(DateTimeOffset.Parse(expected), DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("n/a")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-11-31")]
    [InlineData("20241301")]
    [InlineData("29-11-2024")]
    [InlineData("11/29/2024")]
    [InlineData("2024-11/29")]
    [InlineData("2024-11-29T")]
    [InlineData("2024-11-29T25:00")]
    [InlineData("2024-11-29T14:61")]
    [InlineData("2024-11-29T14:30:00X")]
    [InlineData("2024-11-29T14:30:00+99:00")]
    [InlineData("2024-11-29x")]
    [InlineData("1732890600.7")]
    [InlineData("12345")]
    [InlineData("99999999999999999999")]
    public void TryRead_AnythingElse_IsRefused(string text) => Assert.False(CsvStamp.TryRead(Encoding.UTF8.GetBytes(text), out _));
}
