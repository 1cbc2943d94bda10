using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>A provider answered with something that is not what its documentation describes: cut off, of another shape, or about another symbol.</summary>
/// <param name="provider">Which one.</param>
/// <param name="reason">What was wrong, without keys.</param>
/// <param name="inner">The error below, if any.</param>
public sealed class BadAnswerException(string provider, string reason, Exception? inner)
    : DataProviderException(
        "bad-answer", $"{provider} {reason}.", "Nothing of the answer was used. If it stays so, the service has changed: switch the provider off.", inner);
