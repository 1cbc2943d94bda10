namespace AraWeb.Engine.Registry;

/// <summary>
/// Looks through an ONNX file for tensors that lie in other files (onnx.proto: TensorProto.external_data and data_location) and refuses it for one. Walks the
/// protobuf by hand through graphs, sub-graphs, functions and training parts; nothing is built from it. Leaves out whether the graph makes sense.
/// </summary>
internal static class OnnxReferences
{
    private const int DeepestNesting = 64;
    private const int LengthDelimited = 2;
    private const int ExternalDataField = 13;
    private const int DataLocationField = 14;

    /// <summary>What a message is, as far as tensors can lie below it.</summary>
    private enum Kind
    {
        Leaf,
        Model,
        Graph,
        Node,
        Attribute,
        Function,
        Training,
        SparseTensor,
        Tensor,
    }

    /// <exception cref="ModelRefusedException">The file refers to others, or is no protobuf.</exception>
    public static void Check(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            throw Bad();
        }

        Walk(file, Kind.Model, 0);
    }

    // Field numbers of onnx.proto (IR version 10).
    private static Kind Below(Kind kind, int field) => (kind, field) switch
    {
        (Kind.Model, 7) => Kind.Graph,
        (Kind.Model, 20) => Kind.Training,
        (Kind.Model, 25) => Kind.Function,
        (Kind.Training, 1 or 2) => Kind.Graph,
        (Kind.Function, 7) => Kind.Node,
        (Kind.Function, 11) => Kind.Attribute,
        (Kind.Graph, 1) => Kind.Node,
        (Kind.Graph, 5) => Kind.Tensor,
        (Kind.Graph, 15) => Kind.SparseTensor,
        (Kind.Node, 5) => Kind.Attribute,
        (Kind.Attribute, 5 or 10) => Kind.Tensor,
        (Kind.Attribute, 6 or 11) => Kind.Graph,
        (Kind.Attribute, 22 or 23) => Kind.SparseTensor,
        (Kind.SparseTensor, 1 or 2) => Kind.Tensor,
        _ => Kind.Leaf,
    };

    private static void Walk(ReadOnlySpan<byte> message, Kind kind, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw Bad();
        }

        var at = 0;
        while (at < message.Length)
        {
            var key = Varint(message, ref at);
            var (field, wire) = (checked((int)Math.Min(key >> 3, int.MaxValue)), (int)(key & 7));
            var length = wire switch
            {
                0 => 0,
                1 => sizeof(ulong),
                5 => sizeof(uint),
                LengthDelimited => (long)Math.Min(Varint(message, ref at), int.MaxValue),
                _ => throw Bad(),
            };
            var value = wire == 0 ? Varint(message, ref at) : 0;
            if (field == 0 || length > message.Length - at)
            {
                throw Bad();
            }

            var part = message.Slice(at, (int)length);
            at += (int)length;
            if (kind == Kind.Tensor && (field == ExternalDataField || (field == DataLocationField && value != 0)))
            {
                throw new ModelRefusedException(
                    ModelRefusal.ExternalData, "The ONNX file keeps data in other files, which no signature covers.", "Save it again with all data inside.");
            }

            var below = wire == LengthDelimited ? Below(kind, field) : Kind.Leaf;
            if (below != Kind.Leaf)
            {
                Walk(part, below, depth + 1);
            }
        }
    }

    private static ulong Varint(ReadOnlySpan<byte> message, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (at >= message.Length)
            {
                throw Bad();
            }

            var next = message[at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw Bad();
    }

    private static ModelRefusedException Bad() =>
        new(ModelRefusal.BadOnnx, "The file is no ONNX file, or damaged.", "Export the model again where it was made.");
}
