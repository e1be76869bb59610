# Reads a published CSV with R and prints its column types and rows as JSON: Rscript read.R FILE COLUMN=TYPE...
arguments <- commandArgs(trailingOnly = TRUE)
# R takes dates for text, and true and false too; told so, it reads both.
given <- strsplit(arguments[-1], "=")
types <- setNames(vapply(given, `[`, "", 2), vapply(given, `[`, "", 1))
table <- read.csv(arguments[1], na.strings = "", stringsAsFactors = FALSE, encoding = "UTF-8", colClasses = types)

quoted <- function(text) {
  for (pair in list(c("\\", "\\\\"), c("\"", "\\\""), c("\n", "\\n"), c("\r", "\\r"), c("\t", "\\t")))
    text <- gsub(pair[1], pair[2], text, fixed = TRUE, useBytes = TRUE)
  paste0("\"", text, "\"")
}
plain <- function(column) {
  text <- switch(class(column),
    character = quoted(column),
    Date = quoted(format(column)),
    logical = ifelse(column, "true", "false"),
    sprintf("%.17g", column))
  ifelse(is.na(column), "null", text)
}
columns <- paste0("[", quoted(names(table)), ",", quoted(vapply(table, class, "")), "]", collapse = ",")
rows <- if (nrow(table) == 0) "" else
  paste0("[", do.call(paste, c(unname(lapply(table, plain)), sep = ",")), "]", collapse = ",")
writeLines(paste0("{\"columns\":[", columns, "],\"rows\":[", rows, "]}"), useBytes = TRUE)
