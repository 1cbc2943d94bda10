namespace AraWeb.Engine.Features.Graph;

/// <content>Where values are unknown.</content>
internal sealed partial class Column
{
    /// <summary>The value where <paramref name="other"/> is known too, so that averages of both begin at the same row.</summary>
    public Column WhereKnown(Column other) => Zip(other, First);

    private static double First(double value, double other) => value;
}
