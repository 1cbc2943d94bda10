using System.Globalization;

namespace AraWeb.Components.Controls;

/// <summary>Ids that join a label to what it names. Unique within the process, so within every page.</summary>
internal static class ElementId
{
    private static long _last;

    /// <summary>A new id that starts with <paramref name="prefix"/>.</summary>
    public static string Next(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Interlocked.Increment(ref _last)}");
}
