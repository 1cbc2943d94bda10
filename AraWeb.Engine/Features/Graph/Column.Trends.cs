using AraWeb.Engine.Features.Kernels.Recurrences;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Graph;

/// <content>Averages that begin or adapt in another way, and extremes with their places.</content>
internal sealed partial class Column
{
    /// <summary>Exponential moving average begun with the first value.</summary>
    public Column EmaFromFirst(int length) => Smooth(2.0 / (length + 1), seedLength: 1);

    /// <summary>Exponential average with a factor for each row, begun with the value before the first factor.</summary>
    public Column Adapt(Column factor) => Recur([this, Shift(1), factor], default(Adaptive))[0];

    /// <summary>Place of the greatest of the last <paramref name="length"/> values, 0 for the oldest; the oldest of equals.</summary>
    public Column HighestPlace(int length) => Window(length, default(HighestPlaceWindow));

    /// <summary>Place of the smallest of the last <paramref name="length"/> values, 0 for the oldest; the oldest of equals.</summary>
    public Column LowestPlace(int length) => Window(length, default(LowestPlaceWindow));

    /// <summary>
    /// The latest value that was greater than all of the <paramref name="left"/> before and the <paramref name="right"/> after it, known when the last of
    /// these is there; the one before it; and the rows since it. The greatest so far until there is one.
    /// </summary>
    public (Column Latest, Column Earlier, Column Age) SwingHigh(int left, int right)
    {
        var swing = Recur([this], new SwingPoint(left, right));
        return (swing[0], swing[1], swing[2]);
    }

    /// <summary>The same for values that were smaller.</summary>
    public (Column Latest, Column Earlier, Column Age) SwingLow(int left, int right)
    {
        var (latest, earlier, age) = (-this).SwingHigh(left, right);
        return (-latest, -earlier, age);
    }
}
