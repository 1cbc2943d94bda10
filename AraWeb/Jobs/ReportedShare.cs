namespace AraWeb.Jobs;

/// <summary>Hands a share done on at once and in order, on the thread that reports it.</summary>
/// <param name="report">Takes the share, 0 to 1.</param>
internal sealed class ReportedShare(Action<double> report) : IProgress<double>
{
    /// <inheritdoc/>
    public void Report(double value) => report(value);
}
