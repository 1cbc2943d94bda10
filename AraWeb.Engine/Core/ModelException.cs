namespace AraWeb.Engine.Core;

/// <summary>A model could not be fitted, loaded or used.</summary>
public class ModelException : AraException
{
    /// <summary>Makes an error with the general code <c>model-failed</c>.</summary>
    public ModelException(string message, string advice, Exception? inner = null)
        : this("model-failed", message, advice, inner)
    {
    }

    /// <summary>Makes an error with a code of its own.</summary>
    protected ModelException(string code, string message, string advice, Exception? inner)
        : base(code, message, advice, inner)
    {
    }
}
