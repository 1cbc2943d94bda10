namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// One origin of <c>evaluate volatility-direction</c>: what was stated there and what came. A lean above zero says that variance will be above its past year's
/// median; the farther from zero, the surer.
/// </summary>
/// <param name="Day">Day number of the origin.</param>
/// <param name="IsScored">False where the row only serves as past of the thresholds.</param>
/// <param name="Came">True when the mean variance of the bars after the origin lay above the median that was known there.</param>
/// <param name="Product">The live model's calibrated probability, less one half.</param>
/// <param name="Persistence">Log of the last 20 bars' mean variance over the median.</param>
/// <param name="CalibratedPersistence">The same mean turned to a calibrated probability as the live model's forecast is, less one half.</param>
internal readonly record struct VolatilityCallRow(
    int Day, bool IsScored, bool Came, double Product, double Persistence, double CalibratedPersistence);
