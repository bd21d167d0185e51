// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/engine/knowledge.h"

#include <memory>
#include <utility>

namespace loftgate {
namespace {

/// The records of one folder: bundled ones first, so that a user's record of the same id replaces them.
struct Shelf {
  std::vector<RecordFile> bundled;
  std::vector<RecordFile> all;
};

Shelf gather(const std::string& user_folder, const char* name, std::vector<std::string>& problems) {
  Shelf shelf;
  shelf.bundled = bundled_records(name);
  shelf.all = shelf.bundled;
  if (user_folder.empty()) return shelf;
  auto own = records_in(user_folder + "/records/" + name);
  if (!own) {
    problems.push_back(own.error().text);
    return shelf;
  }
  for (RecordFile& file : *own) shelf.all.push_back(std::move(file));
  return shelf;
}

/// Loads with the user's records, or without them when one of them cannot be used.
template <class Load>
auto load_best(const Shelf& first, const Shelf& second, std::vector<std::string>& problems, Load load) {
  auto loaded = load(first.all, second.all);
  const bool has_own = first.all.size() > first.bundled.size() || second.all.size() > second.bundled.size();
  if (loaded || !has_own) return loaded;
  problems.push_back(loaded.error().text);
  return load(first.bundled, second.bundled);
}

}  // namespace

Result<Knowledge> load_knowledge(const std::string& user_folder) {
  std::vector<std::string> problems;
  const Shelf detectors = gather(user_folder, "detectors", problems);
  const Shelf topics = gather(user_folder, "topics", problems);
  auto scanner = load_best(detectors, topics, problems, Scanner::load);
  if (!scanner) return scanner.error();
  const Shelf providers = gather(user_folder, "providers", problems);
  const Shelf chatbots = gather(user_folder, "chatbots", problems);
  auto book = load_best(providers, chatbots, problems, PolicyBook::load);
  if (!book) return book.error();
  return Knowledge{std::move(*scanner), std::move(*book), std::move(problems)};
}

KnowledgeLoader::KnowledgeLoader(std::string user_folder)
    : loading_(std::async(std::launch::async, [folder = std::move(user_folder)] { return load_knowledge(folder); })
                   .share()) {}

const Result<Knowledge>& KnowledgeLoader::get() { return loading_.get(); }

}  // namespace loftgate
