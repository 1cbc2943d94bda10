using AraWeb.Engine.Features;

namespace AraWeb.Api.Contracts;

/// <summary>A number that changes an indicator.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Whole">True for whole numbers.</param>
/// <param name="Default">The usual value.</param>
/// <param name="Minimum">Smallest value.</param>
/// <param name="Maximum">Largest value.</param>
internal sealed record IndicatorParameterContract(string Name, bool Whole, double Default, double Minimum, double Maximum)
{
    /// <summary>The contract of a parameter.</summary>
    public static IndicatorParameterContract From(IndicatorParameter parameter) =>
        new(parameter.Name, parameter.IsWhole, parameter.Default, parameter.Minimum, parameter.Maximum);
}
