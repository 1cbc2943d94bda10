using AraWeb.Engine.Core;

namespace AraWeb.Engine.Registry;

/// <summary>Holds what is said of a model against what a card must say.</summary>
internal static class CardCheck
{
    private const int HashDigits = 64;
    private const int LongestWord = 32;

    /// <exception cref="ModelRefusedException">The id is no name.</exception>
    /// <exception cref="InputException">Something else is missing or out of range.</exception>
    public static void Check(ModelDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        RegistryFolder.CheckName(draft.Id, 1);
        Require(IsWord(draft.Family), nameof(draft.Family), draft.Family, "Name the forecaster in lower case.");
        Require(IsWord(draft.Format), nameof(draft.Format), draft.Format, "Name the file's format in lower case.");
        Require(draft.DataFrom <= draft.DataTo, nameof(draft.DataTo), draft.DataTo, "The last day cannot lie before the first.");
        Require(draft.DataRows > 0, nameof(draft.DataRows), draft.DataRows, "A model learns from at least one row.");
        Require(IsHash(draft.DataHash), nameof(draft.DataHash), draft.DataHash, "Give 64 lower-case hexadecimal digits.");
        var distinct = draft.FeatureNames.Distinct(StringComparer.Ordinal).Count();
        Require(distinct == draft.FeatureNames.Count, nameof(draft.FeatureNames), draft.FeatureNames.Count, "Name each once.");
        Require(draft.Horizons.Count > 0 && draft.Horizons.All(horizon => horizon > 0), "Horizons", draft.Horizons.Count, "Name at least one, above zero.");
        Require(draft.Trials > 0, nameof(draft.Trials), draft.Trials, "Count every configuration tried; at least one was.");
        foreach (var metric in draft.Metrics)
        {
            double[] figures = [metric.Value, metric.Lower, metric.Upper, metric.BaselineValue];
            Require(figures.All(double.IsFinite), metric.Name, metric.Value, "Give finite figures with their interval and baseline.");
            var isCounted = metric is { Count: > 0, Days: > 0, Level: > 0 and < 1 };
            Require(isCounted, metric.Name, metric.Count, "Say of how many forecasts and days, and the interval's level.");
        }
    }

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= LongestWord && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');

    private static bool IsHash(string text) => text.Length == HashDigits && text.All(char.IsAsciiHexDigitLower);

    private static void Require(bool holds, string name, object? value, string advice)
    {
        if (!holds)
        {
            throw new InputException(name, value, advice);
        }
    }
}
