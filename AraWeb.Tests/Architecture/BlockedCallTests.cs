using System.Reflection;
using AraWeb.Engine.Core;
using AraWeb.Tests.Architecture.Canary;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Architecture;

/// <summary>Time is a TimeProvider, chance is a seed, and nothing blocks a thread to wait for another.</summary>
public sealed class BlockedCallTests
{
    [Theory]
    [InlineData(typeof(Symbol))]
    [InlineData(typeof(Program))]
    public void Product_AllMethods_MakeNoBlockedCall(Type inAssembly)
    {
        // While coverage is measured, its own counter stands in the assembly too.
        var own = inAssembly.Assembly.GetTypes().Where(type => type.Namespace?.StartsWith("Coverlet.", StringComparison.Ordinal) != true);
        Findings.AssertNone(BlockedCalls.In(own));
    }

    [Theory]
    [InlineData(typeof(Blocking.ReadsClock))]
    [InlineData(typeof(Blocking.ReadsClockWithOffset))]
    [InlineData(typeof(Blocking.DrawsSharedChance))]
    [InlineData(typeof(Blocking.DrawsUnseededChance))]
    [InlineData(typeof(Blocking.Sleeps))]
    [InlineData(typeof(Blocking.WaitsForTask))]
    [InlineData(typeof(Blocking.ReadsResult))]
    [InlineData(typeof(Blocking.ReadsResultOfValueTask))]
    [InlineData(typeof(Blocking.GetsAwaiterResult))]
    public void In_Canary_IsSeen(Type canary) => Assert.Single(BlockedCalls.In([canary]));

    [Fact]
    public void In_AwaitAndSeededChance_IsLeftAlone() =>
        Assert.Empty(BlockedCalls.In(typeof(Blocking.Clean).GetNestedTypes(BindingFlags.NonPublic).Append(typeof(Blocking.Clean))));

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.Now")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.Random.Shared")]
    [InlineData("M:System.Random.#ctor")]
    [InlineData("P:System.Threading.Tasks.Task`1.Result")]
    [InlineData("P:System.Threading.Tasks.ValueTask`1.Result")]
    [InlineData("M:System.Threading.Tasks.Task.Wait")]
    [InlineData("M:System.Threading.Tasks.Task.Wait(System.TimeSpan)")]
    [InlineData("M:System.Runtime.CompilerServices.TaskAwaiter.GetResult")]
    public void BannedSymbols_File_HoldsTheSymbol(string symbol) =>
        Assert.Contains(symbol + ";", Repository.Read("BannedSymbols.txt"), StringComparison.Ordinal);
}
