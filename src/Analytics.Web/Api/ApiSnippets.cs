namespace Analytics.Web.Api;

/// <summary>Reading the API in the languages that researchers use; only turning pages in R needs something to be installed.</summary>
internal static class ApiSnippets
{
    private const string Curl =
        """
        curl 'SITE/api/v1/rates?platform=prolific&measure=paid-only'
        curl 'SITE/api/v1/claims.csv?country=ID&limit=1000' -o claims.csv
        """;

    private const string Python =
        """
        import json, urllib.request

        address = "SITE/api/v1/rates?measure=paid-only&limit=1000"
        rows = []
        while address:
            with urllib.request.urlopen(address) as answer:
                page = json.load(answer)
            rows += page["data"]
            address = page["next"]
        print(len(rows), "rows of release", page["release"]["id"])
        """;

    private const string R =
        """
        rates <- read.csv("SITE/api/v1/rates.csv?platform=prolific&limit=1000", na.strings = "")

        # More rows than one page holds:
        library(jsonlite)
        address <- "SITE/api/v1/rates?measure=paid-only&limit=1000"
        pages <- list()
        while (!is.null(address)) {
          page <- fromJSON(address)
          pages[[length(pages) + 1]] <- page$data
          address <- page[["next"]]
        }
        rates <- rbind_pages(pages)
        """;

    /// <summary>Each language with its lines.</summary>
    public static IReadOnlyList<(string Language, string Code)> All(string site) =>
        [.. new[] { ("curl", Curl), ("Python", Python), ("R", R) }.Select(s => (s.Item1, s.Item2.Replace("SITE", site, StringComparison.Ordinal)))];
}
