using System.Reflection;
using System.Runtime.CompilerServices;

namespace AraWeb.Tests.Architecture;

/// <summary>
/// Calls that read the clock, draw unseeded chance or block a thread, found in compiled bodies. BannedSymbols.txt stops them in the compiler; this
/// sees them also where a pragma or an attribute has silenced the analyzer. What the compiler writes for await is not a call in this sense.
/// </summary>
internal static class BlockedCalls
{
    private static readonly Type[] Awaiters = [typeof(TaskAwaiter), typeof(TaskAwaiter<>), typeof(ValueTaskAwaiter), typeof(ValueTaskAwaiter<>)];

    /// <summary>One line for each call; empty when there is none.</summary>
    public static IReadOnlyList<string> In(IEnumerable<Type> types) =>
    [
        .. from type in types
           let isStateMachine = typeof(IAsyncStateMachine).IsAssignableFrom(type) && IsGenerated(type)
           from method in TypeReferences.MethodsOf(type)
           let awaits = isStateMachine || method.Name == "<Main>"
           from called in MethodTokens.Of(method).OfType<MethodBase>()
           where IsBlocked(called) && !(awaits && called.Name == "GetResult")
           select $"{type.FullName}.{method.Name} calls {called.DeclaringType!.Name}.{called.Name}",
    ];

    // The state machine of an async lambda carries no mark of its own: its closure does.
    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.DeclaringType?.IsDefined(typeof(CompilerGeneratedAttribute)) == true;

    private static bool IsBlocked(MethodBase called)
    {
        var owner = called.DeclaringType is { IsConstructedGenericType: true } generic ? generic.GetGenericTypeDefinition() : called.DeclaringType;
        return called.Name switch
        {
            "get_Now" or "get_UtcNow" or "get_Today" => owner == typeof(DateTime) || owner == typeof(DateTimeOffset),
            "get_Shared" => owner == typeof(Random),
            ".ctor" => owner == typeof(Random) && called.GetParameters().Length == 0,
            "Sleep" => owner == typeof(Thread),
            "Wait" or "WaitAll" or "WaitAny" => owner == typeof(Task),
            "get_Result" => owner == typeof(Task<>) || owner == typeof(ValueTask<>),
            "GetResult" => Array.IndexOf(Awaiters, owner) >= 0,
            _ => false,
        };
    }
}
