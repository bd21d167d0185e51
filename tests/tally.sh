# SPDX-License-Identifier: GPL-2.0-or-later
# Counts what the steps of tests/run print, so that the sum is of tests and not of steps. Sourced, never run.

begin() {         # [STEP…]: the steps that were asked for; none means all
  wanted=" $* "
  passed_in_all=0 failed_in_all=0 failed_steps=""
  mkdir -p build/logs
}

# Prints "PASSED FAILED" for a log of one kind: whole (the step is one test), ctest, meson, gtest or python.
tally() {         # KIND LOG STATUS
  case $1 in
    ctest) awk '/tests? passed, .* tests? failed out of/ { failed = $4; passed = $NF - $4 } END { print passed + 0, failed + 0 }' "$2" ;;
    meson) awk '/^(Ok|Expected Fail):/ { passed += $NF } /^(Fail|Unexpected Pass|Timeout):/ { failed += $NF }
                END { print passed + 0, failed + 0 }' "$2" ;;
    gtest) awk '/^\[  PASSED  \] [0-9]+ test/ { passed += $4 } /^\[  FAILED  \] [0-9]+ tests?, listed/ { failed += $4 }
                END { print passed + 0, failed + 0 }' "$2" ;;
    python) awk '/^Ran [0-9]+ test/ { ran = $2 }
                 /^FAILED \(/ { while (match($0, /[0-9]+/)) { failed += substr($0, RSTART, RLENGTH); $0 = substr($0, RSTART + RLENGTH) } }
                 END { print ran - failed, failed + 0 }' "$2" ;;
    *) [ "$3" -eq 0 ] && echo 1 0 || echo 0 1 ;;
  esac
}

step() {          # NAME KIND COMMAND…
  local name=$1 kind=$2 log=build/logs/$1.log start=$SECONDS status passed failed
  shift 2
  case $wanted in "  " | *" $name "*) ;; *) return ;; esac
  printf '%-14s ' "$name"
  ("$@") >"$log" 2>&1 </dev/null
  status=$?
  read -r passed failed < <(tally "$kind" "$log" $status)
  # A step that broke off before its tests could say so is a failure too.
  if [ "$((passed + failed))" -eq 0 ] || { [ $status -ne 0 ] && [ "$failed" -eq 0 ]; }; then failed=$((failed + 1)); fi
  passed_in_all=$((passed_in_all + passed))
  failed_in_all=$((failed_in_all + failed))
  printf '%5d passed %3d failed %5d s\n' "$passed" "$failed" $((SECONDS - start))
  if [ "$failed" -gt 0 ]; then
    failed_steps="$failed_steps $name"
    sed 's/^/    /' <(tail -n 40 "$log")
    echo "    (all of it: $log)"
  fi
}

finish() {
  [ -z "$failed_steps" ] || echo "Failed:$failed_steps"
  echo "$passed_in_all passed, $failed_in_all failed"
  [ "$failed_in_all" -eq 0 ]
  exit
}
