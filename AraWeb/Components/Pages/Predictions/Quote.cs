namespace AraWeb.Components.Pages.Predictions;

/// <summary>The newest known price of an instrument.</summary>
/// <param name="Price">Close of the newest finished bar.</param>
/// <param name="Change">Simple return since <paramref name="Since"/>; NaN where nothing came before.</param>
/// <param name="Since">What the change counts from, in words.</param>
/// <param name="AsOf">When that bar closed, UTC.</param>
public sealed record Quote(double Price, double Change, string Since, DateTimeOffset AsOf);
