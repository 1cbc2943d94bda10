namespace AraWeb.Engine.Core;

/// <summary>Data could not be read or cannot be used.</summary>
public class DataProviderException : AraException
{
    /// <summary>Makes an error with the general code <c>data-unavailable</c>.</summary>
    public DataProviderException(string message, string advice, Exception? inner = null)
        : this("data-unavailable", message, advice, inner)
    {
    }

    /// <summary>Makes an error with a code of its own.</summary>
    protected DataProviderException(string code, string message, string advice, Exception? inner)
        : base(code, message, advice, inner)
    {
    }
}
