using AraWeb.Engine.Explanation;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Explanation;

public sealed class LinearContributionsTests
{
    [Fact]
    public void Explain_Row_AddsUpToThePrediction()
    {
        var (coefficients, means, row) = (CongruentialStream.Take(40, 1), CongruentialStream.Take(40, 2), CongruentialStream.Take(40, 3));
        var contributions = new double[40];
        LinearContributions.Explain(coefficients, means, row, contributions);
        var prediction = 0.25 + coefficients.Zip(row, (slope, value) => slope * value).Sum();
        Assert.Equal(prediction, LinearContributions.ExpectedValue(0.25, coefficients, means) + contributions.Sum(), 1e-12);
    }

    [Fact]
    public void Explain_ValueAboveItsMean_AddsTheSlopeForEachUnit()
    {
        var contributions = new double[2];
        LinearContributions.Explain([2, -1], [10, 3], [11.5, 5], contributions);
        Assert.Equal([3, -2], contributions);
    }

    [Fact]
    public void Explain_UnknownValue_AddsNothing()
    {
        var contributions = new double[2];
        LinearContributions.Explain([2, -1], [10, 3], [double.NaN, 5], contributions);
        Assert.Equal([0, -2], contributions);
    }

    [Fact]
    public void Explain_LengthsDiffer_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => LinearContributions.Explain([1, 2], [1], [1, 2], new double[2]));
        Assert.Throws<ArgumentException>(() => LinearContributions.ExpectedValue(0, [1, 2], [1]));
    }
}
