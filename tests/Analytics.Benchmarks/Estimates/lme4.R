# The mixed model by lme4 (Debian: r-cran-lme4), as reference numbers and as a peer.
#   Rscript lme4.R fit FILE.csv FORMULA [tight]    prints CSV: part,term,level,estimate,std_error; on stderr the seconds of lmer alone
#   Rscript lme4.R predict ROWS.csv OUT.csv        ROWS.csv as peers.py writes it; OUT.csv: row,fold,q10,q50,q90,low80,high80 in USD
# FORMULA is the right side for ln USD an hour, such as "experience + (1|platform) + (1|platform:task_type)".
suppressPackageStartupMessages(library(lme4))

quantiles <- c(0.1, 0.5, 0.9)

read_rows <- function(path) {
  rows <- read.csv(path, colClasses = "character", na.strings = NULL)
  rows$y <- log(as.numeric(rows$hourly_usd))
  rows[is.finite(rows$y) & rows$y >= log(0.05) & rows$y <= log(500), ]
}

fit_reml <- function(right_side, rows, tight = FALSE) {
  # calc.derivs: a check after the fit that costs more evaluations than the fit. bobyqa with a small last radius settles to more digits than the default.
  control <- if (tight) lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-10, maxfun = 1e5), calc.derivs = FALSE)
             else lmerControl(calc.derivs = FALSE)
  lmer(as.formula(paste("y ~", right_side)), data = rows, REML = TRUE, control = control)
}

print_fit <- function(fit) {
  fixed <- coef(summary(fit))
  components <- as.data.frame(VarCorr(fit))
  pooled <- as.data.frame(ranef(fit, condVar = TRUE))
  pooled <- pooled[pooled$grpvar %in% c("platform", "task_type", "country"), ]
  parts <- rbind(
    data.frame(part = "variance", term = components$grp, level = "", estimate = components$vcov, std_error = NA),
    data.frame(part = "fixed", term = sub("^experience.*", "experience", rownames(fixed)), level = sub("^(experience|[(]Intercept[)])", "", rownames(fixed)),
               estimate = fixed[, "Estimate"], std_error = fixed[, "Std. Error"]),
    data.frame(part = "random", term = pooled$grpvar, level = pooled$grp, estimate = pooled$condval, std_error = pooled$condsd))
  parts$estimate <- signif(parts$estimate, 8)
  parts$std_error <- signif(parts$std_error, 8)
  write.csv(parts, row.names = FALSE, quote = FALSE, na = "")
}

# All effects that the rows can tell apart: a factor of one word has none, nor a pair that splits the rows as one of its factors does, or one by one.
right_side_of <- function(rows) {
  levels_of <- function(name) length(unique(do.call(paste, c(rows[strsplit(name, ":")[[1]]], sep = "\r"))))
  mains <- Filter(function(f) levels_of(f) > 1 && levels_of(f) < nrow(rows), c("platform", "task_type", "country"))
  pairs <- Filter(function(p) all(strsplit(p, ":")[[1]] %in% mains) && levels_of(p) < nrow(rows) &&
                    levels_of(p) > max(sapply(strsplit(p, ":")[[1]], levels_of)), c("platform:task_type", "task_type:country"))
  paste(c(if (levels_of("experience") > 1) "experience" else "1", sprintf("(1|%s)", c(mains, pairs))), collapse = " + ")
}

# ln USD an hour of other rows; words that the fit has not met add nothing, and an experience that it has not met counts as its most common.
middle <- function(rows, others) {
  met <- table(rows$experience)
  others$experience[!others$experience %in% names(met)] <- names(met)[which.max(met)]
  right_side <- right_side_of(rows)
  if (!grepl("|", right_side, fixed = TRUE))
    return(predict(lm(as.formula(paste("y ~", right_side)), rows), others))
  predict(fit_reml(right_side, rows), others, allow.new.levels = TRUE)
}

# Each fold from the other four; the spread is that of residuals of folds left out in turn within those four. A fit without folds a and b serves both.
write_predictions <- function(rows, out) {
  folds <- sort(unique(rows$fold))
  left_out <- matrix(NA_real_, nrow(rows), length(folds), dimnames = list(NULL, folds))
  for (a in folds) for (b in folds[folds > a]) {
    both <- rows$fold %in% c(a, b)
    predicted <- middle(rows[!both, ], rows[both, ])
    of_a <- rows$fold[both] == a
    left_out[rows$fold == a, b] <- predicted[of_a]
    left_out[rows$fold == b, a] <- predicted[!of_a]
  }
  for (scored in folds) {
    held <- rows$fold == scored
    residuals <- (rows$y - left_out[, scored])[!held]
    q <- exp(outer(middle(rows[!held, ], rows[held, ]), quantile(residuals, quantiles), "+"))
    rows[held, c("q10", "q50", "q90", "low80", "high80")] <- q[, c(1, 2, 3, 1, 3)]
  }
  write.csv(rows[c("row", "fold", "q10", "q50", "q90", "low80", "high80")], out, row.names = FALSE, quote = FALSE)
}

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) >= 3 && arguments[1] == "fit") {
  rows <- read_rows(arguments[2])
  took <- system.time(fit <- fit_reml(arguments[3], rows, tight = "tight" %in% arguments))
  message(sprintf("fit: %.1f s, of the processor %.1f s", took["elapsed"], took["user.self"] + took["sys.self"]))
  print_fit(fit)
} else if (length(arguments) == 3 && arguments[1] == "predict") {
  write_predictions(read_rows(arguments[2]), arguments[3])
} else {
  stop("Usage: Rscript lme4.R fit FILE.csv FORMULA [tight] | predict ROWS.csv OUT.csv")
}
