namespace AraWeb.Engine.Onnx;

/// <summary>Writes attributes of nodes as AttributeProto: name 1, f 2, i 3, s 4, t 5, floats 7, ints 8, strings 9, type 20.</summary>
internal static class OnnxAttribute
{
    private const int TypeField = 20;

    // AttributeProto.AttributeType.
    private const int FloatType = 1;
    private const int IntType = 2;
    private const int StringType = 3;
    private const int TensorType = 4;
    private const int FloatsType = 6;
    private const int IntsType = 7;
    private const int StringsType = 8;

    /// <summary>A float.</summary>
    public static ProtobufMessage Single(string name, float value) => Named(name).Single(2, value).Number(TypeField, FloatType);

    /// <summary>A whole number.</summary>
    public static ProtobufMessage Number(string name, long value) => Named(name).Number(3, value).Number(TypeField, IntType);

    /// <summary>A text.</summary>
    public static ProtobufMessage Text(string name, string value) => Named(name).Text(4, value).Number(TypeField, StringType);

    /// <summary>A constant.</summary>
    public static ProtobufMessage Tensor(string name, ProtobufMessage tensor) => Named(name).Message(5, tensor).Number(TypeField, TensorType);

    /// <summary>Floats, rounded from doubles.</summary>
    public static ProtobufMessage Singles(string name, IEnumerable<double> values) =>
        Named(name).Singles(7, [.. values.Select(value => (float)value)]).Number(TypeField, FloatsType);

    /// <summary>Whole numbers.</summary>
    public static ProtobufMessage Numbers(string name, IReadOnlyList<long> values) => Named(name).Numbers(8, values).Number(TypeField, IntsType);

    /// <summary>Texts.</summary>
    public static ProtobufMessage Texts(string name, IReadOnlyList<string> values)
    {
        var attribute = Named(name);
        foreach (var value in values)
        {
            attribute.Text(9, value);
        }

        return attribute.Number(TypeField, StringsType);
    }

    private static ProtobufMessage Named(string name) => new ProtobufMessage().Text(1, name);
}
