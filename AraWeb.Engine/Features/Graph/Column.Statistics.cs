namespace AraWeb.Engine.Features.Graph;

/// <content>Returns and what statistics need of them.</content>
internal sealed partial class Column
{
    /// <summary>Simple return of one bar: the value over the one before, less 1.</summary>
    public Column Return() => (this / Shift(1)) - 1;

    /// <summary>Standard deviation over a year, from a variance per bar.</summary>
    public Column Annualised(double periodsPerYear) => (this * periodsPerYear).Sqrt();
}
