namespace AraWeb.Tests.Engine.Providers.Remote.Fakes;

/// <summary>Prices as a smooth function of time, so that every service tells the same about every moment.</summary>
internal static class FakePrices
{
    public static double At(DateTimeOffset moment)
    {
        var hours = moment.ToUnixTimeSeconds() / 3600.0;
        return Math.Round(100 + (4 * Math.Sin(hours / 70)) + Math.Sin(hours / 5) + (0.2 * Math.Sin(hours * 6)), 4);
    }

    public static (double Open, double High, double Low, double Close, double Volume) Bar(DateTimeOffset start, TimeSpan length)
    {
        var (open, close) = (At(start), At(start + length));
        return (open, Math.Max(open, close) + 0.1, Math.Min(open, close) - 0.1, close, 5 + (start.ToUnixTimeSeconds() / 60 % 7));
    }
}
