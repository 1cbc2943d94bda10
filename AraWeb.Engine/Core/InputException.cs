using System.Globalization;

namespace AraWeb.Engine.Core;

/// <summary>A value from outside (argument, request, option) is not acceptable.</summary>
/// <param name="name">The value's name as the user typed or sent it.</param>
/// <param name="value">The value itself.</param>
/// <param name="advice">What would be accepted.</param>
public sealed class InputException(string name, object? value, string advice)
    : AraException("invalid-input", string.Create(CultureInfo.InvariantCulture, $"{name} '{value}' is not valid."), advice)
{
    /// <summary>The name of the value.</summary>
    public string Name { get; } = name;
}
