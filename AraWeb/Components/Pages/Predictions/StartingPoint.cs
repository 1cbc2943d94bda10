using AraWeb.Engine.Core;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>What the page shows to a reader who asked for nothing in particular: something that moves.</summary>
internal static class StartingPoint
{
    /// <summary>The first coin, since coins trade now; else the first instrument; null where there is none.</summary>
    public static Instrument? Instrument(IReadOnlyList<Instrument> instruments) =>
        instruments.FirstOrDefault(instrument => instrument.AssetClass == AssetClass.Crypto) ?? (instruments.Count > 0 ? instruments[0] : null);

    /// <summary>Daily bars for an instrument that a reader chose; the shortest bars for one that the page chose.</summary>
    public static Timeframe Timeframe(Instrument instrument, bool wasChosen) =>
        instrument.Timeframes.Count == 0 || (wasChosen && instrument.Timeframes.Contains(Engine.Core.Timeframe.OneDay))
            ? Engine.Core.Timeframe.OneDay
            : instrument.Timeframes[0];
}
