using System.Globalization;

namespace AraWeb.Engine.Models.Trees.Imports;

/// <summary>One section of LightGBM's text: its first line and the lines <c>key=value</c> after it.</summary>
/// <param name="Name">The first line, with <c>Tree=0</c> read as "tree 0".</param>
/// <param name="Values">What stands behind each key; empty behind a key without a sign of equality.</param>
internal sealed record LightgbmSection(string Name, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => Values.ContainsKey(key);

    /// <summary>A whole number.</summary>
    /// <exception cref="Core.ModelException">Missing, or not such a number.</exception>
    public int Whole(string key) => Parse(key, Text(key));

    /// <summary>Words between blanks; none where the key is missing.</summary>
    public string[] Words(string key) => Values.TryGetValue(key, out var text) ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>[count] whole numbers.</summary>
    /// <exception cref="Core.ModelException">Not as many, or not such numbers.</exception>
    public int[] Wholes(string key, int count) => [.. Counted(key, count).Select(word => Parse(key, word))];

    /// <summary>[count] numbers, NaN and infinity among them where the file says so.</summary>
    /// <exception cref="Core.ModelException">Not as many, or not numbers.</exception>
    public double[] Numbers(string key, int count) => [.. Counted(key, count).Select(word =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ImportLimits.Refuse($"'{word}' in {key} of {Name} is not a number"))];

    private string[] Counted(string key, int count)
    {
        if (count == 0)
        {
            return [];
        }

        var words = Words(key);
        return words.Length == count ? words : throw ImportLimits.Refuse($"{key} of {Name} has {words.Length} of {count} numbers");
    }

    private string Text(string key) => Values.TryGetValue(key, out var text) ? text : throw ImportLimits.Refuse($"{Name} has no {key}");

    private int Parse(string key, string word) => int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw ImportLimits.Refuse($"'{word}' in {key} of {Name} is not a whole number");
}
