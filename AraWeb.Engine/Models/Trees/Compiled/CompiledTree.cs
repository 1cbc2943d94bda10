namespace AraWeb.Engine.Models.Trees.Compiled;

/// <summary>Where a tree starts.</summary>
/// <param name="Start">Its root among all nodes, or its number among the tables.</param>
/// <param name="Depth">Steps to its deepest leaf.</param>
/// <param name="IsTable">Whether it is an oblivious tree, kept as a table.</param>
internal readonly record struct CompiledTree(int Start, int Depth, bool IsTable);
