namespace AraWeb.Engine.Core;

/// <summary>There are fewer bars than a model needs.</summary>
/// <param name="symbol">Whose bars.</param>
/// <param name="available">Bars that are there.</param>
/// <param name="required">Bars that are needed.</param>
public sealed class InsufficientDataException(Symbol symbol, int available, int required)
    : ModelException(
        "insufficient-data",
        $"{symbol} has {available} usable bars; at least {required} are needed.",
        "Import a longer history, choose a shorter time frame, or ask for a later date.",
        inner: null)
{
    /// <summary>Bars that are there.</summary>
    public int Available { get; } = available;

    /// <summary>Bars that are needed.</summary>
    public int Required { get; } = required;
}
