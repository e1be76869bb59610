#!/usr/bin/env bash
# Prints what lme4 makes of the generated tables: tests/Analytics.Models.Tests/Estimates/lme4-reference.csv.
# Needs Debian's python3-numpy and r-cran-lme4.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT

mains="experience + (1|platform) + (1|task_type) + (1|country)"
declare -A formulas=(
  [balanced]="$mains + (1|platform:task_type) + (1|task_type:country)"
  [unbalanced]="$mains + (1|platform:task_type) + (1|task_type:country)"
  [nested]="$mains + (1|task_type:country)"
)

echo "# Made by tests/Analytics.Benchmarks/Estimates/lme4-reference.sh: lme4.R on the tables of generate.py (default seeds), REML, ln USD an hour."
Rscript -e 'cat("#", R.version.string, "- lme4", format(packageVersion("lme4")), "(Debian r-cran-lme4)\n")'
for set in balanced unbalanced nested; do
  echo "# $set: ${formulas[$set]}"
done
echo "# Fixed effects are against band-0; random effects are the conditional means, with their conditional standard deviations."
echo "set,part,term,level,estimate,std_error"
for set in balanced unbalanced nested; do
  /usr/bin/python3 generate.py "$set" > "$folder/$set.csv"
  Rscript lme4.R fit "$folder/$set.csv" "${formulas[$set]}" tight | tail -n +2 | sed "s/^/$set,/"
done
