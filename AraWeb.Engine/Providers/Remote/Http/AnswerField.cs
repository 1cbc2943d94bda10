using System.Globalization;
using System.Text.Json;

namespace AraWeb.Engine.Providers.Remote.Http;

/// <summary>One value in an answer. Services change without notice, so whatever is not as described ends in an error that says where.</summary>
/// <param name="provider">Who answered.</param>
/// <param name="name">Name of the value, for the message.</param>
/// <param name="element">The value.</param>
internal readonly struct AnswerField(string provider, string name, JsonElement element)
{
    /// <summary>True for an object.</summary>
    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>True for an array.</summary>
    public bool IsArray => element.ValueKind == JsonValueKind.Array;

    /// <summary>True where there is nothing, or null.</summary>
    public bool IsEmpty => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>Number of elements of an array.</summary>
    public int Count => IsArray ? element.GetArrayLength() : throw Wrong("no list");

    /// <summary>The elements of an array.</summary>
    public IEnumerable<AnswerField> Items
    {
        get
        {
            var (owner, own) = (provider, name);
            return IsArray ? element.EnumerateArray().Select(item => new AnswerField(owner, own, item)) : throw Wrong("no list");
        }
    }

    /// <summary>The members of an object.</summary>
    public IEnumerable<(string Name, AnswerField Value)> Members
    {
        get
        {
            var owner = provider;
            return IsObject
                ? element.EnumerateObject().Select(member => (member.Name, new AnswerField(owner, member.Name, member.Value)))
                : throw Wrong("no object");
        }
    }

    /// <summary>A number, also one written as text; NaN for null and for text that is none.</summary>
    public double Number => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String => double.TryParse(element.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN,
        JsonValueKind.Null or JsonValueKind.Undefined => double.NaN,
        _ => throw Wrong("no number"),
    };

    /// <summary>A whole number, also one written as text or with a fraction of zeros.</summary>
    public long Integer => Number is var value && double.IsInteger(value) && Math.Abs(value) < 1e18 ? (long)value : throw Wrong("no whole number");

    /// <summary>A text; empty for null.</summary>
    public string Text => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
        _ => throw Wrong("no text"),
    };

    /// <summary>True for true.</summary>
    public bool IsTrue => element.ValueKind == JsonValueKind.True;

    /// <summary>A moment in RFC 3339, any number of decimals.</summary>
    public DateTimeOffset Moment =>
        DateTimeOffset.TryParse(Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : throw Wrong("no moment");

    /// <summary>A member that must be there.</summary>
    /// <exception cref="BadAnswerException">It is not.</exception>
    public AnswerField this[string member] => Find(member) is { IsEmpty: false } found ? found : throw Wrong($"without '{member}'");

    /// <summary>An element of an array that must be long enough.</summary>
    /// <exception cref="BadAnswerException">It is not.</exception>
    public AnswerField this[int index] => index < Count ? new AnswerField(provider, name, element[index]) : throw Wrong($"without element {index}");

    /// <summary>A member; an empty one where there is none.</summary>
    public AnswerField Find(string member) =>
        IsObject && element.TryGetProperty(member, out var value) ? new AnswerField(provider, member, value) : new AnswerField(provider, member, default);

    private BadAnswerException Wrong(string what) => new(provider, $"sent an answer of another shape than described: '{name}' is {what}", inner: null);
}
