using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers;

/// <summary>A provider could not be reached, did not answer in time, or is out of order.</summary>
/// <param name="provider">Which one.</param>
/// <param name="reason">What happened, without keys.</param>
/// <param name="inner">The error below, if any.</param>
public sealed class ProviderUnavailableException(string provider, string reason, Exception? inner)
    : DataProviderException(
        "provider-unavailable",
        $"{provider} {reason}.",
        "Check the connection to the internet and the address in Providers; another provider or the last good bars are used meanwhile.",
        inner);
