using System.Text;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Local;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Contracts;

/// <summary>A folder with a share, a coin of two time frames and a pair; the newest bars are not finished yet.</summary>
internal sealed class CsvFolderFixture : IProviderFixture
{
    private readonly TempFolder _folder = new();

    public CsvFolderFixture()
    {
        var time = new ManualTime();
        Now = time.GetUtcNow();
        Write("stocks/AAPL.csv", AssetClass.Stock, Timeframe.OneDay);
        Write("crypto/BTCUSDT_1d.csv", AssetClass.Crypto, Timeframe.OneDay);
        Write("crypto/BTCUSDT_1h.csv", AssetClass.Crypto, Timeframe.OneHour);
        Write("forex/EURUSD_oanda_1d.csv", AssetClass.Forex, Timeframe.OneDay);
        Provider = new CsvFolderProvider(_folder.Path, time);
    }

    public IMarketDataProvider Provider { get; }

    public DateTimeOffset Now { get; }

    public void Dispose() => _folder.Dispose();

    private void Write(string name, AssetClass assetClass, Timeframe timeframe)
    {
        var start = Now.Date.AddDays(-60);
        var text = new StringBuilder("timestamp,open,high,low,close,volume\n");
        var stamps = TradingCalendar.For(assetClass).BarsAfter(new DateTimeOffset(start, TimeSpan.Zero), timeframe, 2000);
        foreach (var (stamp, i) in stamps.TakeWhile(stamp => stamp <= Now.AddDays(2)).Select((stamp, i) => (stamp, i)))
        {
            text.Append($"{stamp:yyyy-MM-ddTHH:mm:ssZ},{100 + (i % 7)},{108},{99},{101 + (i % 5)},{1000 + i}\n");
        }

        _folder.Write(name, text.ToString());
    }
}
