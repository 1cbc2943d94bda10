using System.Text.Json;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Validation;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Providers.Validation;

public sealed class FolderValidationTests : IDisposable
{
    private const string Header = "timestamp,open,high,low,close,volume\n";

    private readonly TempFolder _folder = new();
    private readonly FolderValidation _validation = new(new ManualTime());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ValidateAsync_Folder_ReportsEachFile()
    {
        _folder.Write("stocks/AAPL.csv", Header + "2024-01-02,10,11,9,10.5,100\n2024-01-03,10.5,12,10,x,200\n2024-01-04,10.5,12,10,11,200\n");
        _folder.Write("stocks/BAD.csv", "timestamp,open,high,close\n2024-01-02,1,1,1\n");
        _folder.Write("stocks/NONE.csv", Header + "2024-01-02,0,0,0,0,0\n");
        _folder.Write("stocks_sectors.csv", "symbol,sector\n");
        var shares = new List<double>();

        var report = await _validation.ValidateAsync(_folder.Path, new ImmediateProgress(shares), CancellationToken.None);

        Assert.Equal("stocks/AAPL.csv, stocks/BAD.csv, stocks/NONE.csv", string.Join(", ", report.Files.Select(file => file.File)));
        var aapl = report.Files[0];
        Assert.Equal((3, 2, 1, 0, 1), (aapl.Rows, aapl.Kept, aapl.Dropped, aapl.Repaired, aapl.Suspicious));
        Assert.Equal(new DateTimeOffset(2024, 1, 4, 0, 0, 0, TimeSpan.Zero), aapl.Last);
        Assert.StartsWith("stocks/BAD.csv has no column low.", report.Files[1].Error, StringComparison.Ordinal);
        Assert.Equal((4L, 2, 2), (report.Rows, report.Dropped, report.Unusable));
        Assert.StartsWith("stocks_sectors.csv was passed over", Assert.Single(report.Notices), StringComparison.Ordinal);
        Assert.Equal([1 / 3.0, 2 / 3.0, 1], shares);
    }

    [Fact]
    public async Task ValidateAsync_Report_GoesOutAsJson()
    {
        _folder.Write("stocks/AAPL.csv", Header + "2024-01-02,10,11,9,10.5,100\n2024-01-03,10.5,12,10,x,200\n");

        var report = await _validation.ValidateAsync(_folder.Path, new Progress<double>(), CancellationToken.None);

        var defect = JsonSerializer.SerializeToElement(report, JsonSerializerOptions.Web).GetProperty("files")[0].GetProperty("defects")[0];
        Assert.Equal("UnreadablePrice", defect.GetProperty("kind").GetString());
        Assert.Equal("Dropped", defect.GetProperty("severity").GetString());
        Assert.Equal(3, defect.GetProperty("row").GetInt32());
    }

    [Fact]
    public async Task ValidateAsync_MissingFolder_Throws() =>
        await Assert.ThrowsAsync<DataProviderException>(async () =>
            await _validation.ValidateAsync(Path.Combine(_folder.Path, "nowhere"), new Progress<double>(), CancellationToken.None));

    [Fact]
    public async Task ValidateAsync_Cancelled_Stops()
    {
        _folder.Write("stocks/AAPL.csv", Header + "2024-01-02,10,11,9,10.5,100\n");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await _validation.ValidateAsync(_folder.Path, new Progress<double>(), cancelled.Token));
    }
}
