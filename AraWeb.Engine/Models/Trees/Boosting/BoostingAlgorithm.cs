namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>How trees grow.</summary>
internal enum BoostingAlgorithm
{
    /// <summary>Level by level with second derivatives: XGBoost's histogram algorithm (Chen and Guestrin 2016).</summary>
    Depthwise,

    /// <summary>
    /// The leaf with the largest gain first, rows sampled by gradient, exclusive features bundled: LightGBM's algorithm (Ke and others 2017).
    /// </summary>
    Leafwise,

    /// <summary>
    /// One question for a whole level, gradients from models that have not seen the row: CatBoost's ordered boosting (Prokhorenkova and others 2018).
    /// </summary>
    Oblivious,
}
