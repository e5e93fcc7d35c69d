# What R answers for score ~ x, random = ~ x | patient, x = 1 - exp(-week / 3). Reads CSV files, prints JSON.
# Rscript mixed-model.R FILE...
suppressMessages({
  library(lme4)
  library(nlme)
})
number <- function(x) paste0("[", paste(format(x, digits = 15, scientific = TRUE, trim = TRUE), collapse = ","), "]")
answers <- vapply(commandArgs(trailingOnly = TRUE), function(file) {
  data <- read.csv(file)
  data$x <- 1 - exp(-data$week / 3)
  control <- lmerControl(calc.derivs = FALSE, check.conv.singular = "ignore")
  seconds <- min(replicate(3, sum(system.time(
    fit <<- suppressWarnings(lmer(score ~ x + (x | patient), data, REML = FALSE, control = control))
  )[c("user.self", "sys.self")])))
  G <- VarCorr(fit)$patient
  # nlme is slow on many patients and may give up near the edge: then there is no second opinion.
  nlme <- if (length(unique(data$patient)) > 1000) NA else tryCatch(
    as.numeric(logLik(lme(score ~ x, data, ~ x | patient, method = "ML"))), error = function(e) NA)
  paste0('{"fixed":', number(fixef(fit)), ',"spread":', number(c(G[1, 1], G[1, 2], G[2, 2])),
    ',"residualVariance":', number(sigma(fit)^2), ',"logLik":', number(as.numeric(logLik(fit))),
    ',"nlme":', if (is.na(nlme)) "null" else number(nlme), ',"seconds":', number(seconds), "}")
}, "")
cat("[", paste(answers, collapse = ",\n"), "]\n", sep = "")
