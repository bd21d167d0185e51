// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/rivals.h"

#include <hs/hs.h>
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <queue>

namespace loftgate::bench {
namespace {

char fold(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

/// Aho and Corasick's automaton over ASCII-folded words, as a dense table.
class Keywords {
 public:
  explicit Keywords(const std::vector<Rule>& rules) : seen_(rules.size()) {
    next_.emplace_back().fill(none);
    owners_.emplace_back();
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      for (const std::string& word : rules[rule].words) add(word, rule);
    }
    link();
  }

  /// Calls found(rule) once for every rule one of whose words stands in the text.
  template <class Found>
  void visit(std::string_view text, Found found) {
    ++round_;
    std::size_t state = 0;
    for (const char c : text) {
      state = next_[state][static_cast<unsigned char>(fold(c))];
      for (const std::size_t rule : owners_[state]) {
        if (std::exchange(seen_[rule], round_) != round_) found(rule);
      }
    }
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};

  void add(const std::string& word, std::size_t rule) {
    std::size_t state = 0;
    for (const char c : word) {
      const auto byte = static_cast<unsigned char>(fold(c));
      if (next_[state][byte] == none) {
        next_[state][byte] = static_cast<std::uint32_t>(next_.size());
        next_.emplace_back().fill(none);
        owners_.emplace_back();
      }
      state = next_[state][byte];
    }
    owners_[state].push_back(rule);
  }

  void link() {
    std::vector<std::size_t> fallback(next_.size());
    std::queue<std::size_t> waiting;
    for (std::uint32_t& to : next_[0]) {
      if (to == none) to = 0;
      else waiting.push(to);
    }
    for (; !waiting.empty(); waiting.pop()) {
      const std::size_t state = waiting.front();
      const auto& more = owners_[fallback[state]];
      owners_[state].insert(owners_[state].end(), more.begin(), more.end());
      for (std::size_t byte = 0; byte < 256; ++byte) {
        std::uint32_t& to = next_[state][byte];
        const std::uint32_t instead = next_[fallback[state]][byte];
        if (to == none) {
          to = instead;
        } else {
          fallback[to] = instead;
          waiting.push(to);
        }
      }
    }
  }

  std::vector<std::array<std::uint32_t, 256>> next_;
  std::vector<std::vector<std::size_t>> owners_;
  std::vector<unsigned> seen_;
  unsigned round_ = 0;
};

/// RE2 for every rule, to find the spans.
class Re2Rules {
 public:
  explicit Re2Rules(const std::vector<Rule>& rules) {
    for (const Rule& rule : rules) {
      RE2::Options options;
      options.set_case_sensitive(!rule.any_case);
      options.set_log_errors(false);
      options.set_max_mem(64 << 20);
      rules_.push_back(std::make_unique<RE2>(rule.regex, options));
    }
  }

  bool good(std::size_t rule) const { return rules_[rule]->ok(); }

  std::size_t count(std::size_t rule, std::string_view text) const {
    std::size_t found = 0, at = 0;
    re2::StringPiece match;
    while (at <= text.size() && rules_[rule]->Match(text, at, text.size(), RE2::UNANCHORED, &match, 1)) {
      ++found;
      at = static_cast<std::size_t>(match.data() - text.data()) + std::max<std::size_t>(match.size(), 1);
    }
    return found;
  }

 private:
  std::vector<std::unique_ptr<RE2>> rules_;
};

/// RE2::Set over some of the rules.
class Re2Set {
 public:
  template <class Wanted>
  Re2Set(const std::vector<Rule>& rules, const Re2Rules& single, Wanted wanted) : set_(options(), RE2::UNANCHORED) {
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      if (!single.good(rule) || !wanted(rules[rule])) continue;
      const std::string regex = rules[rule].any_case ? "(?i:" + rules[rule].regex + ")" : rules[rule].regex;
      if (set_.Add(regex, nullptr) >= 0) rules_.push_back(rule);
    }
    set_.Compile();
  }

  template <class Found>
  void visit(std::string_view text, Found found) {
    RE2::Set::ErrorInfo error;
    matched_.clear();
    if (set_.Match(text, &matched_, &error)) {
      for (const int i : matched_) found(rules_[static_cast<std::size_t>(i)]);
    } else if (error.kind == RE2::Set::kOutOfMemory) {
      for (const std::size_t rule : rules_) found(rule);   // it says "no match" when its tables are full
    }
  }

 private:
  static RE2::Options options() {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(64 << 20);
    return options;
  }

  RE2::Set set_;
  std::vector<std::size_t> rules_;
  std::vector<int> matched_;
};

class Re2Pipeline final : public Rival {
 public:
  Re2Pipeline(const std::vector<Rule>& rules, bool keywords)
      : single_(rules), words_(rules), use_words_(keywords),
        set_(rules, single_, [keywords](const Rule& rule) { return !keywords || rule.words.empty(); }) {
    for (std::size_t rule = 0; rule < rules.size(); ++rule) refused += !single_.good(rule);
  }

  std::size_t scan(std::string_view text) override {
    std::size_t found = 0;
    const auto count = [&](std::size_t rule) { found += single_.good(rule) ? single_.count(rule, text) : 0; };
    if (use_words_) words_.visit(text, count);
    set_.visit(text, count);
    return found;
  }

 private:
  Re2Rules single_;
  Keywords words_;
  bool use_words_;
  Re2Set set_;
};

class Vectorscan final : public Rival {
 public:
  explicit Vectorscan(const std::vector<Rule>& rules) {
    std::vector<const char*> expressions;
    std::vector<unsigned> flags, ids;
    for (const Rule& rule : rules) {
      const unsigned common = HS_FLAG_UTF8 | (rule.any_case ? HS_FLAG_CASELESS : 0);
      for (const unsigned start : {unsigned{HS_FLAG_SOM_LEFTMOST}, 0u}) {
        hs_database_t* alone = nullptr;
        hs_compile_error_t* error = nullptr;
        const hs_error_t result = hs_compile(rule.regex.c_str(), common | start, HS_MODE_BLOCK, nullptr, &alone, &error);
        hs_free_compile_error(error);
        hs_free_database(alone);
        if (result != HS_SUCCESS && start != 0) continue;
        if (result != HS_SUCCESS) {
          ++refused;
          break;
        }
        expressions.push_back(rule.regex.c_str());
        flags.push_back(common | start);
        ids.push_back(static_cast<unsigned>(ids.size()));
        break;
      }
    }
    hs_compile_error_t* error = nullptr;
    hs_compile_multi(expressions.data(), flags.data(), ids.data(), static_cast<unsigned>(ids.size()), HS_MODE_BLOCK,
                     nullptr, &database_, &error);
    hs_free_compile_error(error);
    if (database_) hs_alloc_scratch(database_, &scratch_);
  }
  ~Vectorscan() override {
    hs_free_scratch(scratch_);
    hs_free_database(database_);
  }

  std::size_t scan(std::string_view text) override {
    std::size_t found = 0;
    const auto count = [](unsigned, unsigned long long, unsigned long long, unsigned, void* sum) {
      ++*static_cast<std::size_t*>(sum);
      return 0;
    };
    if (database_) hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0, scratch_, count, &found);
    return found;
  }

 private:
  hs_database_t* database_ = nullptr;
  hs_scratch_t* scratch_ = nullptr;
};

class Pcre2 final : public Rival {
 public:
  explicit Pcre2(const std::vector<Rule>& rules) : words_(rules), match_(pcre2_match_data_create(1, nullptr)) {
    for (std::size_t rule = 0; rule < rules.size(); ++rule) {
      int error = 0;
      PCRE2_SIZE where = 0;
      const std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | (rules[rule].any_case ? PCRE2_CASELESS : 0);
      pcre2_code* code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(rules[rule].regex.data()), rules[rule].regex.size(),
                                       options, &error, &where, nullptr);
      if (code) pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
      refused += !code;
      codes_.push_back(code);
      if (rules[rule].words.empty()) always_.push_back(rule);
    }
  }
  ~Pcre2() override {
    pcre2_match_data_free(match_);
    for (pcre2_code* code : codes_) pcre2_code_free(code);
  }

  std::size_t scan(std::string_view text) override {
    std::size_t found = 0;
    const auto count = [&](std::size_t rule) { found += codes_[rule] ? count_of(codes_[rule], text) : 0; };
    words_.visit(text, count);
    for (const std::size_t rule : always_) count(rule);
    return found;
  }

 private:
  std::size_t count_of(const pcre2_code* code, std::string_view text) {
    std::size_t found = 0;
    const PCRE2_SIZE* ends = pcre2_get_ovector_pointer(match_);
    for (PCRE2_SIZE at = 0; at <= text.size(); at = std::max(ends[1], ends[0] + 1)) {
      if (pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), at, 0, match_, nullptr) < 0) break;
      ++found;
    }
    return found;
  }

  Keywords words_;
  pcre2_match_data* match_;
  std::vector<pcre2_code*> codes_;
  std::vector<std::size_t> always_;
};

}  // namespace

std::unique_ptr<Rival> re2_with_keywords(const std::vector<Rule>& rules) {
  return std::make_unique<Re2Pipeline>(rules, true);
}
std::unique_ptr<Rival> re2_set(const std::vector<Rule>& rules) { return std::make_unique<Re2Pipeline>(rules, false); }
std::unique_ptr<Rival> vectorscan(const std::vector<Rule>& rules) { return std::make_unique<Vectorscan>(rules); }
std::unique_ptr<Rival> pcre2_with_keywords(const std::vector<Rule>& rules) { return std::make_unique<Pcre2>(rules); }

}  // namespace loftgate::bench
