using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>A dividend or a split of a share.</summary>
/// <param name="Symbol">Whose.</param>
/// <param name="Day">First session on which the share trades without the dividend, or in its new count.</param>
/// <param name="Dividend">Paid per share, in the share's currency; 0 for a split.</param>
/// <param name="Ratio">New shares for one old one; 1 for a dividend.</param>
public sealed record CorporateAction(Symbol Symbol, DateOnly Day, double Dividend, double Ratio);
