using System.ComponentModel;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AraWeb.Api;

/// <summary>The instruments that have bars.</summary>
internal static class SymbolsApi
{
    private const int DefaultLimit = 100;
    private const int MaxLimit = 1000;

    /// <summary>Maps the routes.</summary>
    public static void MapSymbols(this RouteGroupBuilder api)
    {
        var list = api.MapGet("/symbols", ListAsync).WithTags("Market data");
        ApiOperation.Describe(list, "listSymbols", "Lists instruments, by symbol.", "The instruments that match, and how many there are.", 400, 503);
    }

    private static async Task<Ok<SymbolList>> ListAsync(
        IBarStore bars,
        [Description("Part of a symbol or a name; letter case does not matter.")] string? q,
        [FromQuery(Name = "class"), Description("stock, etf, index, crypto or forex.")] string? assetClass,
        [Description("At most so many, 1 to 1000; 100 when left out.")] int? limit,
        CancellationToken cancellationToken)
    {
        var kind = ParseClass(assetClass);
        var most = limit ?? DefaultLimit;
        if (most is < 1 or > MaxLimit)
        {
            throw new InputException("limit", limit, $"Ask for 1 to {MaxLimit}.");
        }

        var found = (await bars.ListAsync(cancellationToken))
            .Where(instrument => (kind is null || instrument.AssetClass == kind) && Matches(instrument, q))
            .ToList();
        return TypedResults.Ok(new SymbolList([.. found.Take(most).Select(SymbolContract.From)], found.Count));
    }

    private static bool Matches(Instrument instrument, string? part) =>
        string.IsNullOrWhiteSpace(part)
        || instrument.Symbol.Text.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase)
        || instrument.Name.Contains(part.Trim(), StringComparison.OrdinalIgnoreCase);

    private static AssetClass? ParseClass(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        foreach (var kind in Enum.GetValues<AssetClass>())
        {
            if (string.Equals(kind.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        throw new InputException("class", text, "Use one of stock, etf, index, crypto, forex.");
    }
}
