using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace AraWeb.Tests.Architecture;

/// <summary>The types, fields and methods that a compiled method body names, read from its instructions.</summary>
internal static class MethodTokens
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Everything named, in order, with repetitions; nothing for a method without a body.</summary>
    public static IReadOnlyList<MemberInfo> Of(MethodBase method)
    {
        var found = new List<MemberInfo>();
        var il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var typeArguments = method.DeclaringType?.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var at = 0;
        while (at < il.Length)
        {
            var code = il[at] == 0xFE ? Codes[unchecked((short)(0xFE00 | il[at + 1]))] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok)
            {
                var token = BinaryPrimitives.ReadInt32LittleEndian(il.AsSpan(at));
                if (method.Module.ResolveMember(token, typeArguments, methodArguments) is { } member)
                {
                    found.Add(member);
                }
            }

            at += OperandSize(code.OperandType, il.AsSpan(at));
        }

        return found;
    }

    private static int OperandSize(OperandType type, ReadOnlySpan<byte> operand) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(operand)),
        _ => 4,
    };
}
