using System.Globalization;

namespace AraWeb.Engine.Sentiment.Rules;

/// <summary>What numbers beside each other say: "from 8.7 to 13.1", "13.1 compared to 8.7", "a loss, against a profit a year ago".</summary>
internal static class NumberMoves
{
    /// <summary>Tokens between a number and the word that sets it against another.</summary>
    private const int Behind = 8;

    private const int Ahead = 9;
    private const int Near = 6;

    /// <summary>Tokens between profit and loss that are still set against each other.</summary>
    private const int ProfitReach = 16;

    private static readonly HashSet<string> Against = new(["compared", "versus", "against", "vs", "than"], StringComparer.Ordinal);

    /// <summary>Moves of numbers: where, and 1 for up, -1 for down, 0 for the same.</summary>
    public static IEnumerable<(int At, int Direction)> In(IReadOnlyList<string> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (string.Equals(tokens[i], "from", StringComparison.Ordinal))
            {
                if (From(tokens, i) is { } direction)
                {
                    yield return (i, direction);
                }
            }
            else if (Against.Contains(tokens[i]) && NumberAfter(tokens, i, Ahead) is { } then && NumberBefore(tokens, i) is { } now)
            {
                yield return (i, Math.Sign(now.Value - then.Value));
            }
        }
    }

    /// <summary>1 for a profit set against an earlier loss, -1 for a loss against an earlier profit, else 0.</summary>
    public static int TurnsProfitable(IReadOnlyList<string> tokens)
    {
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!Against.Contains(tokens[i]) && !string.Equals(tokens[i], "from", StringComparison.Ordinal))
            {
                continue;
            }

            var (now, then) = (Kind(tokens, i - 1, -1), Kind(tokens, i + 1, 1));
            if (now != 0 && then != 0 && now != then)
            {
                return now;
            }
        }

        return 0;
    }

    /// <summary>"from 8.7 to 13.1", or "to 13.1 from 8.7".</summary>
    private static int? From(IReadOnlyList<string> tokens, int at)
    {
        if (NumberAfter(tokens, at, Near) is not { } first)
        {
            return null;
        }

        for (var i = first.At + 1; i < Math.Min(first.At + Near, tokens.Count); i++)
        {
            if (string.Equals(tokens[i], "to", StringComparison.Ordinal))
            {
                return NumberAfter(tokens, i, Near - 1) is { } second ? Math.Sign(second.Value - first.Value) : null;
            }
        }

        return NumberBefore(tokens, at) is { } now ? Math.Sign(now.Value - first.Value) : null;
    }

    private static (int At, double Value)? NumberAfter(IReadOnlyList<string> tokens, int at, int reach)
    {
        for (var i = at + 1; i <= Math.Min(at + reach, tokens.Count - 1); i++)
        {
            if (Number(tokens[i]) is { } value)
            {
                return (i, value);
            }
        }

        return null;
    }

    private static (int At, double Value)? NumberBefore(IReadOnlyList<string> tokens, int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - Behind); i--)
        {
            if (Number(tokens[i]) is { } value)
            {
                return (i, value);
            }
        }

        return null;
    }

    private static double? Number(string token) => TextTokens.IsNumber(token)
        && double.TryParse(token.Replace(",", string.Empty, StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    /// <summary>The nearest word of profit (1) or loss (-1) in one direction; 0 for none.</summary>
    private static int Kind(IReadOnlyList<string> tokens, int start, int step)
    {
        for (var (i, left) = (start, ProfitReach); i >= 0 && i < tokens.Count && left > 0; i += step, left--)
        {
            if (tokens[i] is "profit" or "loss")
            {
                return tokens[i] is "profit" ? 1 : -1;
            }
        }

        return 0;
    }
}
