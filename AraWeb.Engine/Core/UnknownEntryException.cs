namespace AraWeb.Engine.Core;

/// <summary>The ledger does not hold what was asked for.</summary>
public sealed class UnknownEntryException(string message, string advice) : AraException("unknown-entry", message, advice);
