namespace AraWeb.Components.Controls;

/// <summary>Lines of a picker's list under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Options">The lines.</param>
public sealed record PickerGroup(string Title, IReadOnlyList<PickerOption> Options);
