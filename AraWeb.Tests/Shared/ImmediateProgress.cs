namespace AraWeb.Tests.Shared;

/// <summary>Keeps every reported share in the order of the reports, on the thread that reports.</summary>
internal sealed class ImmediateProgress(List<double> shares) : IProgress<double>
{
    public void Report(double value) => shares.Add(value);
}
