namespace AraWeb.Engine.Training.Search;

/// <summary>One number of a learner that a search may choose, drawn evenly on a logarithmic scale, as what it does is a matter of factors.</summary>
/// <param name="Name">Its name, snake_case.</param>
/// <param name="Least">Smallest value, above zero.</param>
/// <param name="Most">Largest value.</param>
/// <param name="IsWhole">Whether only whole numbers make sense.</param>
public sealed record SearchParameter(string Name, double Least, double Most, bool IsWhole)
{
    /// <summary>Digits that a drawn value keeps, so that it can be read and written again.</summary>
    private const int Digits = 3;

    /// <summary>The value at a share of the way from the smallest to the largest.</summary>
    /// <param name="share">0 to 1.</param>
    public double At(double share)
    {
        var value = Least * Math.Pow(Most / Least, share);
        if (IsWhole)
        {
            return Math.Clamp(Math.Round(value), Least, Most);
        }

        var unit = Math.Pow(10, Digits - 1 - Math.Floor(Math.Log10(value)));
        return Math.Clamp(Math.Round(value * unit) / unit, Least, Most);
    }
}
