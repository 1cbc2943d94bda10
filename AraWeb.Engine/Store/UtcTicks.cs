using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AraWeb.Engine.Store;

/// <summary>
/// Keeps a moment as UTC ticks (100 ns since year 1): exact, so that what was hashed before it was stored hashes the same afterwards, and ordered as a number.
/// </summary>
internal sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(time => time.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
