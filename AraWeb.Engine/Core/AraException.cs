namespace AraWeb.Engine.Core;

/// <summary>
/// The base of all errors that a person can act on. <see cref="Exception.Message"/> says what happened, <see cref="Advice"/> what to do next,
/// <see cref="Code"/> is stable for scripts. Programming errors stay with the framework's own exceptions.
/// </summary>
public abstract class AraException : Exception
{
    /// <summary>Makes an error.</summary>
    protected AraException(string code, string message, string advice, Exception? inner = null)
        : base(message, inner)
    {
        Code = code;
        Advice = advice;
    }

    /// <summary>A stable identifier in kebab case, for example <c>unknown-symbol</c>.</summary>
    public string Code { get; }

    /// <summary>What to do next, one sentence.</summary>
    public string Advice { get; }
}
