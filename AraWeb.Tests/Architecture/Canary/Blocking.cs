#pragma warning disable RS0030 // These calls are here to be found.
namespace AraWeb.Tests.Architecture.Canary;

/// <summary>Every kind of call that product code must not make, each in its own nested type, and the ones that look alike and are fine.</summary>
internal static class Blocking
{
    internal sealed class ReadsClock
    {
        public DateTime Use() => DateTime.UtcNow;
    }

    internal sealed class ReadsClockWithOffset
    {
        public static DateTimeOffset Use() => DateTimeOffset.Now;
    }

    internal sealed class DrawsSharedChance
    {
        public static int Use() => Random.Shared.Next();
    }

    internal sealed class DrawsUnseededChance
    {
        public static int Use() => new Random().Next();
    }

    internal sealed class Sleeps
    {
        public static void Use() => Thread.Sleep(TimeSpan.Zero);
    }

    internal sealed class WaitsForTask
    {
        public static void Use(Task task) => task.Wait(TimeSpan.Zero);
    }

    internal sealed class ReadsResult
    {
        public static int Use(Task<int> task) => task.Result;
    }

    internal sealed class ReadsResultOfValueTask
    {
        public static int Use(ValueTask<int> task) => task.Result;
    }

    internal sealed class GetsAwaiterResult
    {
        public static int Use(Task<int> task) => task.GetAwaiter().GetResult();
    }

    internal sealed class Clean
    {
        public int Result { get; private set; }

        public async Task UseAsync(Task<int> task, TimeProvider time)
        {
            Result = await task + new Random(7).Next() + time.GetUtcNow().Year;
        }
    }
}
