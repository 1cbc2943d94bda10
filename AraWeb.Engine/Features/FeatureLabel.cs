namespace AraWeb.Engine.Features;

/// <summary>What a person calls a computed line: the indicator's name, its settings where they are not the usual ones, and the line's own name.</summary>
public static class FeatureLabel
{
    /// <summary>The label of a column's name; the name itself where it is of no indicator.</summary>
    /// <param name="name">As <see cref="FeatureRequest.NameOf"/> wrote it, for example <c>macd(5,35,5).signal</c>.</param>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = name.LastIndexOf('.');
        var close = name.IndexOf(')', StringComparison.Ordinal);
        var (line, head) = dot > close ? (name[(dot + 1)..], name[..dot]) : (string.Empty, name);
        var open = head.IndexOf('(', StringComparison.Ordinal);
        var (id, settings) = open < 0 ? (head, string.Empty) : (head[..open], $" ({head[(open + 1)..^1].Replace(",", ", ", StringComparison.Ordinal)})");
        return IndicatorCatalog.FindOrDefault(id) is { } spec
            ? spec.Name + settings + LineOf(line, spec.Name)
            : name;
    }

    /// <summary>The line's own name where it says more than the indicator's.</summary>
    private static string LineOf(string line, string indicator)
    {
        var words = line.Replace('-', ' ');
        return words.Length == 0 || indicator.EndsWith(words, StringComparison.OrdinalIgnoreCase) ? string.Empty : " " + words;
    }
}
