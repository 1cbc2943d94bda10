using System.Globalization;
using AraWeb.Engine.Core;

namespace AraWeb.Engine.Features;

/// <summary>One number that changes how an indicator is computed, with the range that makes sense.</summary>
public sealed record IndicatorParameter
{
    private IndicatorParameter(string name, bool isWhole, double initial, double minimum, double maximum) =>
        (Name, IsWhole, Default, Minimum, Maximum) = (name, isWhole, initial, minimum, maximum);

    /// <summary>Lower-case name, unique within the indicator, for example <c>period</c>.</summary>
    public string Name { get; }

    /// <summary>True for whole numbers, such as counts of bars.</summary>
    public bool IsWhole { get; }

    /// <summary>The value that is used unless another is asked for.</summary>
    public double Default { get; }

    /// <summary>Smallest value accepted.</summary>
    public double Minimum { get; }

    /// <summary>Largest value accepted.</summary>
    public double Maximum { get; }

    /// <summary>A whole number, usually of bars.</summary>
    public static IndicatorParameter Whole(string name, int initial, int minimum = 2, int maximum = 500) => new(name, isWhole: true, initial, minimum, maximum);

    /// <summary>A number with a fraction.</summary>
    public static IndicatorParameter Real(string name, double initial, double minimum, double maximum) => new(name, isWhole: false, initial, minimum, maximum);

    /// <summary>Checks a value.</summary>
    /// <exception cref="InputException">It is outside the range, or has a fraction where it may not.</exception>
    public double Check(double value)
    {
        if (!(value >= Minimum && value <= Maximum) || (IsWhole && value != Math.Floor(value)))
        {
            throw new InputException(Name, value, string.Create(
                CultureInfo.InvariantCulture, $"Use a {(IsWhole ? "whole number" : "number")} from {Minimum} to {Maximum}; {Default} is usual."));
        }

        return value;
    }
}
