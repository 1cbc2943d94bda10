using AraWeb.Components.Controls;
using AraWeb.Engine.Core;
using AraWeb.Formatting;

namespace AraWeb.Components;

/// <summary>Instruments as lines of a picker, grouped by kind.</summary>
internal static class InstrumentOptions
{
    /// <summary>Lines shown at once; a longer list is narrowed by typing.</summary>
    public const int Limit = 60;

    /// <summary>The groups for what was typed, the group of the best match first.</summary>
    public static IReadOnlyList<PickerGroup> Groups(IEnumerable<Instrument> instruments, string text) =>
        [.. InstrumentSearch.Find(instruments, text, Limit)
            .GroupBy(instrument => instrument.AssetClass)
            .Select(group => new PickerGroup(TimeframeText.Group(group.Key), [.. group.Select(Option)]))];

    /// <summary>The name, or nothing where it only repeats the symbol.</summary>
    public static string NameOf(Instrument instrument) =>
        string.Equals(instrument.Name, instrument.Symbol.Text, StringComparison.OrdinalIgnoreCase) ? string.Empty : instrument.Name;

    private static PickerOption Option(Instrument instrument) =>
        new(instrument.Symbol.Text, instrument.Symbol.Text, NameOf(instrument), instrument.IsSimulated ? "simulated" : null);
}
