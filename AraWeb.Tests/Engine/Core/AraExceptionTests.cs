using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Core;

/// <summary>Every domain error says what happened and what to do, under a code of its own.</summary>
public sealed class AraExceptionTests
{
    private static readonly AraException[] All =
    [
        new DataProviderException("a", "b"),
        new InputException("days", 31, "b"),
        new InsufficientDataException(Symbol.Parse("AAPL"), 10, 300),
        new StorageException("a", "b"),
        new UnknownSymbolException(Symbol.Parse("AAPL"), "a", "b"),
    ];

    [Fact]
    public void Code_EachError_IsItsOwnAndFitForScripts()
    {
        Assert.Equal(All.Length, All.Select(error => error.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(All, error => Assert.Matches("^[a-z]+(-[a-z]+)*$", error.Code));
    }

    [Fact]
    public void Advice_EachError_IsThere() => Assert.All(All, error => Assert.False(string.IsNullOrWhiteSpace(error.Advice)));

    [Fact]
    public void InsufficientData_Message_HasBothNumbers()
    {
        var error = new InsufficientDataException(Symbol.Parse("AAPL"), 10, 300);

        Assert.Equal("AAPL has 10 usable bars; at least 300 are needed.", error.Message);
        Assert.Equal((10, 300), (error.Available, error.Required));
    }
}
