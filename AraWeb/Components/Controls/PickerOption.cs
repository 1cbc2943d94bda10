namespace AraWeb.Components.Controls;

/// <summary>One line of a picker's list.</summary>
/// <param name="Key">What choosing it hands back.</param>
/// <param name="Code">The short name, in front.</param>
/// <param name="Name">The long name.</param>
/// <param name="Tag">A word at the end, such as "simulated"; null for none.</param>
public sealed record PickerOption(string Key, string Code, string Name, string? Tag);
