namespace Analytics.Web.Charts;

/// <summary>A chart as data: what to show, in which order, and what to say around it. Nothing here knows of pixels.</summary>
/// <param name="Id">Short name of the chart, for element ids: letters, digits and hyphens.</param>
/// <param name="Title">What is compared.</param>
/// <param name="Description">One sentence that says what the chart shows.</param>
/// <param name="AxisTitle">What the axis counts: "US dollars per hour, before tax".</param>
/// <param name="Source">Where the figures come from, as a line to cite.</param>
/// <param name="Release">Which release they stand in, as a line to cite.</param>
public abstract record ChartSeries(string Id, string Title, string Description, string AxisTitle, string Source, string Release)
{
    /// <summary>A strip above the chart, for what must not be missed: "Simulated data". Null for none.</summary>
    public string? Warning { get; init; }

    /// <summary>The chart in words, for those who do not see it: what is compared, highest, lowest, spread, certainty, n.</summary>
    public string Alternative { get => field ?? Description; init; }

    /// <summary>Works out every place of the chart at a size.</summary>
    public abstract ChartPlan Place(ChartSize size, ChartWords words);

    /// <summary>The chart as the picture that announces it in social networks, in the proportions of <see cref="PreviewLayout"/>.</summary>
    public virtual ChartPlan PlacePreview(ChartWords words) =>
        Place(new ChartSize(PreviewLayout.Width, 16), words).OnPaper((double)PreviewLayout.Width / PreviewLayout.Height);
}
