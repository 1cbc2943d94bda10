using AraWeb.Engine.Core;

namespace AraWeb.Engine.Registry;

/// <summary>A model of the registry or a file for it was refused; nothing of it was loaded.</summary>
public sealed class ModelRefusedException : ModelException
{
    /// <summary>Makes an error.</summary>
    /// <param name="refusal">Why.</param>
    /// <param name="message">What was found.</param>
    /// <param name="advice">What to do next.</param>
    /// <param name="inner">What came before.</param>
    public ModelRefusedException(ModelRefusal refusal, string message, string advice, Exception? inner = null)
        : base("model-refused", message, advice, inner) => Refusal = refusal;

    /// <summary>Why.</summary>
    public ModelRefusal Refusal { get; }
}
