namespace AraWeb.Engine.Core;

/// <summary>How many bars ahead a forecast looks.</summary>
public readonly record struct Horizon
{
    /// <summary>The nearest horizon.</summary>
    public const int Min = 1;

    /// <summary>The farthest horizon.</summary>
    public const int Max = 30;

    /// <summary>Makes a horizon.</summary>
    /// <exception cref="InputException">Outside 1 to 30.</exception>
    public Horizon(int bars)
    {
        if (bars is < Min or > Max)
        {
            throw new InputException("days", bars, $"Forecasts reach {Min} to {Max} bars ahead.");
        }

        Bars = bars;
    }

    /// <summary>Bars ahead, 1 to 30.</summary>
    public int Bars { get; }
}
