using System.Reflection;

namespace AraWeb.Tests.Architecture;

/// <summary>
/// The types that a type refers to: base type, interfaces, constraints, fields, signatures, attributes and their typeof arguments, locals, caught
/// exceptions and every token in its method bodies, so that a static call or a type test counts. Constants and nameof leave no trace in a compiled
/// body; a test of the using directives covers those.
/// </summary>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>All types referred to, taken apart: of an array its element, of a generic type its definition and arguments.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Add(found, type.BaseType);
        AddAll(found, type.GetInterfaces());
        AddAttributes(found, type.GetCustomAttributesData());
        AddConstraints(found, type.GetGenericArguments());
        foreach (var field in type.GetFields(Declared))
        {
            Add(found, field.FieldType);
            AddAttributes(found, field.GetCustomAttributesData());
        }

        foreach (var member in type.GetProperties(Declared).Concat<MemberInfo>(type.GetEvents(Declared)))
        {
            AddAttributes(found, member.GetCustomAttributesData());
        }

        foreach (var method in MethodsOf(type))
        {
            AddSignature(found, method);
            AddBody(found, method);
        }

        return found;
    }

    /// <summary>The methods and constructors that a type declares, accessors included.</summary>
    public static IEnumerable<MethodBase> MethodsOf(Type type) => type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared));

    private static void AddSignature(HashSet<Type> found, MethodBase method)
    {
        AddAttributes(found, method.GetCustomAttributesData());
        foreach (var parameter in method.GetParameters())
        {
            Add(found, parameter.ParameterType);
            AddAttributes(found, parameter.GetCustomAttributesData());
        }

        if (method is MethodInfo { ReturnType: var result } info)
        {
            Add(found, result);
            AddAttributes(found, info.ReturnParameter.GetCustomAttributesData());
            AddConstraints(found, info.GetGenericArguments());
        }
    }

    private static void AddBody(HashSet<Type> found, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        AddAll(found, body.LocalVariables.Select(local => local.LocalType));
        AddAll(found, body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType));
        foreach (var member in MethodTokens.Of(method))
        {
            switch (member)
            {
                case Type used:
                    Add(found, used);
                    break;
                case FieldInfo field:
                    Add(found, field.DeclaringType);
                    Add(found, field.FieldType);
                    break;
                case MethodBase called:
                    Add(found, called.DeclaringType);
                    AddAll(found, called.IsGenericMethod ? called.GetGenericArguments() : []);
                    break;
            }
        }
    }

    private static void AddConstraints(HashSet<Type> found, Type[] parameters) =>
        AddAll(found, parameters.Where(parameter => parameter.IsGenericParameter).SelectMany(parameter => parameter.GetGenericParameterConstraints()));

    private static void AddAttributes(HashSet<Type> found, IEnumerable<CustomAttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(found, attribute.AttributeType);
            var arguments = attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue));
            AddAll(found, arguments.Select(argument => argument.Value).OfType<Type>());
        }
    }

    private static void AddAll(HashSet<Type> found, IEnumerable<Type?> types)
    {
        foreach (var type in types)
        {
            Add(found, type);
        }
    }

    private static void Add(HashSet<Type> found, Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(found, type.GetElementType());
            return;
        }

        if (!found.Add(type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type) && !type.IsConstructedGenericType)
        {
            return;
        }

        AddAll(found, type.IsConstructedGenericType ? type.GetGenericArguments() : []);
        Add(found, type.DeclaringType);
    }
}
